#include "ui/ladder/minimap.h"

#include "ui/ladder/ladderrow.h"
#include "ui/ladder/ladderview.h"
#include "ui/widgets/theme.h"

#include <QElapsedTimer>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <bit>
#include <climits>

namespace gb::ui {
namespace {

constexpr int atMost = 100; ///< ms between two pictures
constexpr int asked = 32;   ///< marks or hits of a pixel: those that a filter hides are skipped
constexpr int least = 6;    ///< px of what is in sight
constexpr int markX = 3, problemX = 11, hitX = 19, signWidth = 6, signHeight = 3;

} // namespace

void ProblemBits::clear()
{
    m_words.clear();
    m_size = 0;
}

void ProblemBits::push(bool problem)
{
    if (m_size % 64 == 0)
        m_words.push_back(0);
    ++m_size;
    if (problem)
        set(m_size - 1);
}

qsizetype ProblemBits::count(std::size_t from, std::size_t to) const
{
    qsizetype found = 0;
    to = std::min(to, m_size);
    while (from < to) {
        const std::size_t end = std::min(to, (from / 64 + 1) * 64);
        quint64 word = m_words[from / 64] >> from % 64;
        if (const std::size_t bits = end - from; bits < 64)
            word &= (quint64{1} << bits) - 1;
        found += std::popcount(word);
        from = end;
    }
    return found;
}

Minimap::Minimap(LadderView &ladder, const FlowRows &rows, const QList<quint64> &hits, QWidget *parent)
    : QWidget(parent)
    , m_ladder(ladder)
    , m_rows(rows)
    , m_hits(hits)
{
    setFixedWidth(breadth);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus); // the keys of the ladder go to all that it shows
    m_later.setSingleShot(true);
    m_later.setInterval(atMost);
    connect(&m_later, &QTimer::timeout, this, &Minimap::look);
    connect(&rows, &FlowRows::matched, this, &Minimap::lookAt);
    connect(&rows, &FlowRows::changed, this, &Minimap::later);
    connect(&rows.log(), &MessageLog::marksChanged, this, &Minimap::later);
    ladder.viewport()->installEventFilter(this);
    lookAt(0);
}

/// The heading of the ladder stands beside it.
int Minimap::top() const
{
    return m_ladder.ladderLayout().headerHeight();
}

/// Rows of the whole strip: a short flow stands beside its own rows.
qsizetype Minimap::span() const
{
    const int height = std::max(1, m_ladder.ladderLayout().rowHeight());
    return std::max<qsizetype>({1, m_rows.count(), room() / height});
}

int Minimap::yOf(qsizetype row) const
{
    return top() + static_cast<int>(qint64{row} * room() / span());
}

qsizetype Minimap::rowAt(int y) const
{
    return room() == 0 ? 0 : static_cast<qsizetype>(qint64{std::clamp(y - top(), 0, room())} * span() / room());
}

/// From 0: another filter, or others than those that were looked at.
void Minimap::lookAt(qsizetype from)
{
    if (from == 0) {
        m_problems.clear();
        m_looked = m_missing = 0;
    }
    later();
}

void Minimap::later()
{
    if (!m_later.isActive())
        m_later.start(atMost);
}

/// At messages that came, for a few ms; of those that were looked at some are problems now, as nothing came of them.
void Minimap::look()
{
    QElapsedTimer timer;
    timer.start();
    const auto goesOn = [&timer](qsizetype at) { return at % 1024 != 0 || timer.nsecsElapsed() < slice; };
    for (; m_looked < m_rows.matches(); ++m_looked) {
        if (m_looked > 0 && !goesOn(m_looked)) {
            ++m_looked;
            m_problems.push(m_rows.entry(static_cast<quint32>(m_looked - 1)).isProblem());
            break;
        }
        m_problems.push(m_rows.entry(static_cast<quint32>(m_looked)).isProblem());
    }
    const QList<Awaited> &missing = m_rows.log().missing();
    m_missing = std::min(m_missing, missing.size());
    while (m_looked == m_rows.matches() && m_missing < missing.size() && timer.nsecsElapsed() < slice) {
        const qsizetype row = m_rows.rowShowing(missing.at(m_missing++).number);
        if (row >= 0 && m_rows.row(row).first < m_problems.size())
            m_problems.set(m_rows.row(row).first);
    }
    compose();
    if (m_looked < m_rows.matches() || m_missing < missing.size())
        m_later.start(0);
}

std::optional<Minimap::Part> Minimap::part(qsizetype first, qsizetype behind) const
{
    if (first >= m_rows.count() || m_rows.matches() == 0)
        return {};
    Part part{.first = m_rows.row(first).first};
    part.behind = behind < m_rows.count() ? m_rows.row(behind).first : static_cast<quint32>(m_rows.matches());
    if (part.behind <= part.first)
        return {};
    part.from = m_rows.entry(part.first).number;
    part.to = m_rows.entry(part.behind - 1).number;
    return part;
}

bool Minimap::hasMark(const Part &part) const
{
    const MessageLog &log = m_rows.log();
    quint64 next = log.marks() == 0 ? 0 : log.markedFrom(part.from - 1, 1);
    for (int i = 0; i < asked && next != 0 && next <= part.to; ++i, next = log.markedFrom(next, 1)) {
        if (m_rows.shows(log.rowOf(next)))
            return true;
    }
    return false;
}

bool Minimap::hasHit(const Part &part) const
{
    auto hit = std::lower_bound(m_hits.begin(), m_hits.end(), part.from);
    for (int i = 0; i < asked && hit != m_hits.end() && *hit <= part.to; ++i, ++hit) {
        if (m_rows.shows(m_rows.log().rowOf(*hit)))
            return true;
    }
    return false;
}

/// A row of many pixels has its signs at the first one.
void Minimap::compose()
{
    Picture picture;
    picture.signs.assign(static_cast<std::size_t>(room()), 0);
    qsizetype row = 0;
    for (int y = 0; y < room() && row < m_rows.count(); ++y) {
        const qsizetype behind = static_cast<qsizetype>((qint64{y} + 1) * span() / room());
        if (behind <= row)
            continue;
        if (const std::optional<Part> here = part(row, behind)) {
            const bool problem = m_problems.count(here->first, here->behind) > 0;
            picture.signs[static_cast<std::size_t>(y)] = static_cast<quint8>(
                (problem ? Problem : 0) | (hasMark(*here) ? Mark : 0) | (hasHit(*here) ? Hit : 0));
        }
        row = behind;
    }
    if (picture == m_picture)
        return;
    m_picture = std::move(picture);
    update();
}

/// What is in sight of the ladder may be another part.
void Minimap::follow()
{
    const int height = std::max(1, m_ladder.ladderLayout().rowHeight());
    const QScrollBar *const bar = m_ladder.verticalScrollBar();
    const auto at = [&](qint64 pixels) { return top() + static_cast<int>(pixels * room() / (span() * height)); };
    const int from = at(bar->value()), to = std::max(from + least, at(qint64{bar->value()} + bar->pageStep()));
    const QRect sight(0, std::min(from, top() + room() - least), breadth, std::min(to, top() + room()) - from);
    const int current = m_ladder.currentRow() < 0 ? -1 : yOf(m_ladder.currentRow());
    if (sight == m_sight && current == m_current)
        return;
    m_sight = sight;
    m_current = current;
    update();
}

bool Minimap::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) { // whatever is shown of it may be another: place, choice, marks, hits
        follow();
        later();
    }
    return QWidget::eventFilter(watched, event);
}

void Minimap::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    follow();
    compose();
}

void Minimap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        update();
    QWidget::changeEvent(event);
}

void Minimap::paintEvent(QPaintEvent *)
{
    ++m_painted;
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, 0, 1, height(), colours().grid);
    if (m_rows.count() == 0)
        return;
    painter.fillRect(m_sight, palette().color(QPalette::Highlight));
    paintSigns(painter);
    painter.setPen(colours().edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(m_sight.adjusted(0, 0, -1, -1));
    if (m_current < 0)
        return;
    painter.fillRect(0, m_current, breadth, 1, colours().accent); // a line through all, with a point at each end
    for (int i = 0; i < 4; ++i) {
        painter.fillRect(i, m_current - 3 + i, 1, 7 - 2 * i, colours().accent);
        painter.fillRect(breadth - 1 - i, m_current - 3 + i, 1, 7 - 2 * i, colours().accent);
    }
}

/// Each kind has a column and a shape: a mark is narrow and tall, a problem broad, a hit two lines.
void Minimap::paintSigns(QPainter &painter) const
{
    for (std::size_t i = 0; i < m_picture.signs.size(); ++i) {
        const quint8 sign = m_picture.signs[i];
        const int y = top() + static_cast<int>(i);
        if (sign & Mark)
            painter.fillRect(markX + 1, y - 2, signWidth / 2, signHeight + 3, colours().media);
        if (sign & Problem)
            painter.fillRect(problemX, y - 1, signWidth, signHeight, colours().failure);
        if (sign & Hit) {
            painter.fillRect(hitX, y - 1, signWidth, 1, colours().late);
            painter.fillRect(hitX, y + 1, signWidth, 1, colours().late);
        }
    }
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const int y = event->position().toPoint().y();
    const bool inside = y >= m_sight.top() && y <= m_sight.bottom();
    m_grab = inside ? y - m_sight.top() : m_sight.height() / 2;
    if (!inside)
        moveTo(y);
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        moveTo(event->position().toPoint().y());
}

void Minimap::moveTo(int y)
{
    const int height = m_ladder.ladderLayout().rowHeight();
    const qint64 pixels = room() == 0 ? 0 : qint64{y - m_grab - top()} * span() * height / room();
    m_ladder.verticalScrollBar()->setValue(static_cast<int>(std::clamp<qint64>(pixels, 0, INT_MAX)));
}

void Minimap::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_ladder.verticalScrollBar(), event);
}

QString Minimap::toolTipAt(int y) const
{
    constexpr int around = 2; // px: nobody points to one
    const auto here = part(rowAt(y - around), std::max(rowAt(y + around + 1), rowAt(y - around) + 1));
    if (y < top() || !here)
        return {};
    const LogEntry &from = m_rows.entry(here->first), &to = m_rows.entry(here->behind - 1);
    const QLocale locale;
    QStringList lines{tr("%1 to %2").arg(clockText(from.time()), clockText(to.time())),
        tr("Messages #%1 to #%2").arg(locale.toString(here->from), locale.toString(here->to))};
    if (const qsizetype problems = m_problems.count(here->first, here->behind); problems > 0)
        lines << tr("%Ln problem(s)", nullptr, static_cast<int>(problems));
    if (hasMark(*here))
        lines << tr("A mark of yours");
    if (hasHit(*here))
        lines << tr("Has the text that is searched for");
    const qsizetype current = m_ladder.currentRow();
    if (current >= 0 && std::abs(yOf(current) - y) <= around)
        lines << tr("The chosen message");
    return lines.join(u'\n');
}

bool Minimap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *const help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos().y()), this);
    return true;
}

} // namespace gb::ui
