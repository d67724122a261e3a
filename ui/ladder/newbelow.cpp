#include "ui/ladder/newbelow.h"

#include "ui/ladder/ladderview.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>
#include <climits>

namespace gb::ui {
namespace {

constexpr int atMost = 100;              ///< ms between two looks: ten a second
constexpr qsizetype mostProblems = 1000; ///< that are listed
constexpr int edge = 12;                 ///< pixels from the foot of the ladder

} // namespace

NewBelow::NewBelow(LadderView &ladder, const FlowRows &rows)
    : QPushButton(&ladder)
    , m_ladder(ladder)
    , m_rows(rows)
{
    setFocusPolicy(Qt::NoFocus); // End does it by the keyboard
    setVisible(false);
    m_later.setSingleShot(true);
    m_later.setInterval(atMost);
    connect(&m_later, &QTimer::timeout, this, &NewBelow::count);
    connect(&ladder, &LadderView::followChanged, this, &NewBelow::hold);
    connect(&rows, &FlowRows::matched, this, [this](qsizetype from) {
        if (m_ladder.isFollowing())
            return;
        if (from == 0) { // another filter: all is counted again
            m_looked = m_heldAt;
            m_messages = m_more = 0;
            m_problems.clear();
        }
        if (!m_later.isActive())
            m_later.start();
    });
    connect(&rows.log(), &MessageLog::cleared, this, &NewBelow::hold);
    connect(this, &QPushButton::clicked, this, &NewBelow::go);
    ladder.viewport()->installEventFilter(this);
}

void NewBelow::setOver(bool over)
{
    m_over = over;
    hold();
}

void NewBelow::hold()
{
    const MessageLog &log = m_rows.log();
    m_heldAt = m_looked = log.count() == 0 ? 0 : log.entry(log.count() - 1).number;
    m_visited = 0;
    m_messages = m_more = 0;
    m_problems.clear();
    m_later.stop();
    tell();
}

qsizetype NewBelow::firstBehind(quint64 number) const
{
    qsizetype from = 0, to = m_rows.matches();
    while (from < to) {
        const qsizetype middle = from + (to - from) / 2;
        if (m_rows.entry(static_cast<quint32>(middle)).number <= number)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

void NewBelow::count()
{
    const QScrollBar *const bar = m_ladder.verticalScrollBar();
    if (bar->value() == bar->maximum())
        return hold(); // all of it is in sight
    for (qsizetype i = firstBehind(m_looked); i < m_rows.matches(); ++i) {
        const LogEntry &entry = m_rows.entry(static_cast<quint32>(i));
        m_looked = entry.number;
        ++m_messages;
        if (!entry.isProblem() || entry.number <= m_visited)
            continue;
        if (m_problems.size() < mostProblems)
            m_problems.append(entry.number);
        else
            ++m_more;
    }
    tell();
}

void NewBelow::tell()
{
    const bool shown = !m_over && !m_ladder.isFollowing() && m_messages > 0;
    if (shown) {
        const auto number = [](qsizetype count) { return static_cast<int>(std::min<qsizetype>(count, INT_MAX)); };
        const qsizetype problems = m_problems.size() + m_more;
        QString text = tr("\u25bc %Ln new", nullptr, number(m_messages));
        if (problems > 0)
            text += QStringLiteral(" \u00b7 ") + tr("%Ln problem(s)", nullptr, number(problems));
        setText(text);
        setToolTip(toolTipText(problems > 0 ? tr("Go to the first problem below; End follows again")
                                            : tr("Follow the newest message again (End)")));
        adjustSize();
        const QRect place = m_ladder.viewport()->geometry();
        move(place.center().x() - width() / 2, place.bottom() - height() - edge);
        raise();
    }
    setVisible(shown);
}

void NewBelow::go()
{
    if (m_problems.isEmpty())
        return m_ladder.setFollow(true);
    m_visited = m_problems.takeFirst();
    emit wanted(m_visited);
    tell();
}

bool NewBelow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        tell();
    return QPushButton::eventFilter(watched, event);
}

void NewBelow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        tell();
    QPushButton::changeEvent(event);
}

} // namespace gb::ui
