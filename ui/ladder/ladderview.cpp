#include "ui/ladder/ladderview.h"

#include "ui/ladder/valuecolumn.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSet>

#include <algorithm>
#include <limits>

// Geometry, following and painting; what keys and mouse do is in ladderinput.cpp.
namespace gb::ui {

LadderView::LadderView(FlowRows *rows, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_rows(rows)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    makeActions();
    retranslate();
    restyle();
    connect(m_rows, &FlowRows::changed, this, &LadderView::rowsChanged);
    connect(&m_rows->log(), &MessageLog::partiesChanged, this, [this] {
        relayout();
        viewport()->update();
    });
    connect(&m_rows->log(), &MessageLog::cleared, this, &LadderView::forgetSelection);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (m_placing)
            return;
        setFollowing(value == verticalScrollBar()->maximum());
        noteAnchor();
    });
    rowsChanged();
}

void LadderView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void LadderView::showNow()
{
    if (m_rows->hasPending())
        viewport()->update();
}

/// Of a long fold only the first hits are asked for: between its messages those of others may stand.
bool LadderView::isFound(qsizetype row) const
{
    constexpr int asked = 32;
    const FlowRow &shown = m_rows->row(row);
    if (!m_found || m_found->isEmpty() || !shown.isMessageOrFold())
        return false;
    const quint64 first = m_rows->entry(shown.first).number,
                  last = shown.open ? first : m_rows->entry(shown.first + shown.count - 1).number;
    auto hit = std::lower_bound(m_found->begin(), m_found->end(), first);
    if (!shown.isFold() || shown.open)
        return hit != m_found->end() && *hit == first && !shown.open;
    for (int i = 0; i < asked && hit != m_found->end() && *hit <= last; ++i, ++hit) {
        if (m_rows->rowShowing(*hit) == row)
            return true;
    }
    return false;
}

void LadderView::setBrackets(bool on)
{
    m_brackets = on;
    m_bracketsAction->setChecked(on);
    viewport()->update();
}

void LadderView::setNames(const DeviceNames &names)
{
    m_names = names;
    relayout();
    viewport()->update();
}

void LadderView::setColumn(ValueColumn *column)
{
    m_column = column;
    connect(column, &ValueColumn::changed, this, [this] {
        if (m_column->isOn() != (m_layout.valueWidth() > 0))
            relayout();
        viewport()->update();
    });
    connect(&m_rows->log(), &MessageLog::cleared, column, &ValueColumn::forget);
}

void LadderView::restyle()
{
    m_style = LadderStyle(font(), palette());
    relayout();
    viewport()->update();
}

void LadderView::relayout()
{
    m_parties = ladderParties(*m_rows, m_names);
    m_layout = LadderLayout(m_parties, m_style.metrics(viewport()->width(), m_column && m_column->isOn()));
}

int LadderView::bodyHeight() const
{
    return std::max(0, viewport()->height() - m_layout.headerHeight());
}

/// Puts the scroll bar where following, or the place that is held, wants it.
void LadderView::place()
{
    const QScopedValueRollback placing(m_placing, true);
    const qint64 total = qint64{m_rows->count()} * m_layout.rowHeight();
    const qint64 range = std::clamp<qint64>(total - bodyHeight(), 0, std::numeric_limits<int>::max());
    verticalScrollBar()->setRange(0, static_cast<int>(range));
    verticalScrollBar()->setPageStep(bodyHeight());
    verticalScrollBar()->setSingleStep(m_layout.rowHeight());
    if (m_follow)
        scrollTo(range);
    else if (m_anchor)
        scrollTo(qint64{m_rows->rowNear(m_anchor->number)} * m_layout.rowHeight() - m_anchor->y);
    viewport()->update();
}

void LadderView::scrollTo(qint64 y)
{
    const QScopedValueRollback placing(m_placing, true);
    verticalScrollBar()->setValue(static_cast<int>(std::clamp<qint64>(y, 0, verticalScrollBar()->maximum())));
}

/// Scrolls as little as needed, so that `margin` rows around are in sight where it must scroll at all.
void LadderView::showRow(qsizetype row, int margin)
{
    const qint64 height = m_layout.rowHeight();
    const qint64 top = qint64{row} * height, bottom = top + height;
    const qint64 first = verticalScrollBar()->value(), last = first + bodyHeight();
    const qint64 spare = std::min<qint64>(margin * height, std::max<qint64>(0, (bodyHeight() - height) / 2));
    if (top < first)
        scrollTo(top - spare);
    else if (bottom > last)
        scrollTo(bottom + spare - bodyHeight());
}

/// The selected row where it is in sight, else the first one that is. Gaps and open folds share their number with the
/// message below, so they do not serve.
void LadderView::noteAnchor()
{
    m_anchor.reset();
    if (m_rows->count() == 0)
        return;
    const int height = m_layout.rowHeight();
    const int scrolled = verticalScrollBar()->value();
    const auto serves = [&](qsizetype row) {
        return row < m_rows->count() && isMessageOrFold(row) && !m_rows->row(row).open;
    };
    const auto inSight = [&](qsizetype row) {
        return row * height >= scrolled && (row + 1) * height <= scrolled + bodyHeight();
    };
    qsizetype row = m_current;
    if (row < 0 || !serves(row) || !inSight(row)) {
        row = (scrolled + height - 1) / height;
        while (row < m_rows->count() && !serves(row))
            ++row;
    }
    row = std::min(row, m_rows->count() - 1);
    m_anchor = Anchor{
        .number = m_rows->entry(m_rows->row(row).first).number, .y = static_cast<int>(row * height - scrolled)};
}

void LadderView::rowsChanged()
{
    relayout();
    locateSelection();
    if (m_selected && !m_onFold && isFold(m_current) && !m_rows->row(m_current).open)
        return m_rows->reveal(*m_selected); // what is looked at is not folded away; comes back here
    place();
    if (!m_follow)
        noteAnchor();
    updateActions();
}

void LadderView::setFollow(bool follow)
{
    setFollowing(follow);
    if (follow)
        place();
}

void LadderView::setFollowing(bool follow)
{
    if (m_follow == follow)
        return;
    m_follow = follow;
    if (follow)
        m_anchor.reset();
    else
        noteAnchor();
    emit followChanged(follow);
}

/// A selected row above the last one is looked at: what comes in below must not push it away.
void LadderView::hold()
{
    const bool last = m_current == m_rows->lastMessageRow();
    if (m_current >= 0 && !last)
        setFollowing(false);
    if (!m_follow)
        noteAnchor();
}

QRect LadderView::rowRect(qsizetype row) const
{
    const qint64 y = qint64{row} * m_layout.rowHeight() - verticalScrollBar()->value() + m_layout.headerHeight();
    return {0, static_cast<int>(y), viewport()->width(), m_layout.rowHeight()};
}

QRect LadderView::messageRect(quint64 number) const
{
    const qsizetype row = m_rows->rowShowing(number);
    return row < 0 ? QRect() : rowRect(row);
}

qsizetype LadderView::rowAt(int y) const
{
    if (y < m_layout.headerHeight())
        return -1;
    const qsizetype row = (qint64{y} - m_layout.headerHeight() + verticalScrollBar()->value()) / m_layout.rowHeight();
    return row < m_rows->count() ? row : -1;
}

void LadderView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
    place();
    if (!m_follow)
        noteAnchor();
}

void LadderView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void LadderView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslate();
        relayout();
        viewport()->update();
        break;
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
        restyle();
        place();
        break;
    default: break;
    }
}

void LadderView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect dirty = event->rect();
    painter.fillRect(dirty, palette().color(QPalette::Base));
    if (m_rows->count() == 0)
        return paintEmpty(painter);
    LadderPainter ladder(painter, *m_rows, m_layout, m_style, m_names);
    const LogEntry *current = currentEntry();
    const quint32 callId = current ? current->callId : 0;
    const qint64 scrolled = verticalScrollBar()->value();
    const qsizetype first = (scrolled + std::max(0, dirty.top() - m_layout.headerHeight())) / m_layout.rowHeight();
    qsizetype last = first;
    for (qsizetype index = first; index < m_rows->count(); ++index) {
        const QRect rect = rowRect(index);
        if (rect.top() > dirty.bottom())
            break;
        const FlowRow &row = m_rows->row(index);
        const bool chosen = index == m_current;
        const bool related = callId != 0 && row.kind == FlowRow::Kind::Message
            && m_rows->entry(row.first).callId == callId;
        ladder.row(row, rect,
            {.selected = chosen, .related = related, .focused = chosen && hasFocus(), .found = isFound(index)});
        if (m_layout.valueWidth() > 0 && row.kind == FlowRow::Kind::Message) {
            const quint64 number = m_rows->entry(row.first).number;
            m_column->read(number);
            ladder.value(m_column->value(number), rect);
        }
        last = index;
    }
    if (m_brackets)
        paintBrackets(ladder, first, last);
    // Last, because a row that is half scrolled out reaches below it.
    ladder.heading(QRect(0, 0, viewport()->width(), m_layout.headerHeight()),
        m_layout.valueWidth() > 0 ? m_column->name().text() : QString());
}

/// Of each request or answer in sight, if the other one is a message of the ladder.
void LadderView::paintBrackets(LadderPainter &ladder, qsizetype first, qsizetype last)
{
    QSet<quint64> drawn;
    QList<LadderPainter::Bracket> brackets;
    for (qsizetype index = first; index <= last; ++index) {
        const FlowRow &row = m_rows->row(index);
        if (row.kind != FlowRow::Kind::Message)
            continue;
        const LogEntry &entry = m_rows->entry(row.first);
        const bool request = entry.kind == SipKind::Request;
        const quint64 asked = request ? static_cast<quint64>(entry.number) : entry.answers();
        const qsizetype from = asked == 0 || entry.isRepeat() || drawn.contains(asked) ? -1 : m_rows->rowShowing(asked);
        if (from < 0)
            continue;
        drawn.insert(asked);
        const MessageLog &log = m_rows->log();
        const LogEntry &start = log.entry(log.rowOf(asked));
        const quint32 final = log.finalAnswer(start);
        const auto rowOf = [&](quint32 behind) { return behind == 0 ? -1 : m_rows->rowShowing(asked + behind); };
        const qsizetype provisional = start.firstAnswer() == final ? -1 : rowOf(start.firstAnswer()),
                        end = rowOf(final);
        for (const qsizetype to : {provisional, end}) {
            if (to > from && m_rows->row(to).kind == FlowRow::Kind::Message)
                brackets.append({.entry = &start,
                    .from = rowRect(from),
                    .to = rowRect(to),
                    .took = m_rows->entry(m_rows->row(to).first).time() - start.time(),
                    .selected = to == m_current});
        }
    }
    ladder.brackets(brackets);
}

void LadderView::paintEmpty(QPainter &painter)
{
    const QRect room = viewport()->rect().adjusted(24, 16, -24, -16);
    painter.setPen(colours().muted);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace gb::ui
