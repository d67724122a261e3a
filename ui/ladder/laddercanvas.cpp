#include "ui/ladder/laddercanvas.h"

#include "core/report/words/rolewording.h"
#include "ui/ladder/ladderoverview.h"
#include "ui/ladder/valuecolumn.h"

#include <QPainter>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace gb::ui {

LadderCanvas::LadderCanvas(const FlowRows &rows)
    : m_rows(rows)
{
}

void LadderCanvas::layOut(int width)
{
    m_painted.clear();
    m_heading = {};
    m_parties = ladderParties(m_rows, m_names);
    m_layout = LadderLayout(m_parties, m_style.metrics(width, m_column && m_column->isOn(), m_density));
}

void LadderCanvas::layOutIfOthers(int width)
{
    std::vector<quint32> here = m_rows.endpoints();
    here.insert(here.end(), m_rows.devices().begin(), m_rows.devices().end());
    if (here == m_laidOut && m_rows.log().endpointsVersion() == m_laidOutVersion)
        return;
    m_laidOut = std::move(here);
    m_laidOutVersion = m_rows.log().endpointsVersion();
    layOut(width);
}

/// Of a long fold only the first hits are asked for: between its messages those of others may stand.
bool LadderCanvas::isFound(qsizetype row) const
{
    constexpr int asked = 32;
    const FlowRow &shown = m_rows.row(row);
    if (!m_found || m_found->isEmpty() || !shown.isMessageOrFold())
        return false;
    const quint64 first = m_rows.entry(shown.first).number,
                  last = shown.open ? first : m_rows.entry(shown.first + shown.count - 1).number;
    auto hit = std::lower_bound(m_found->begin(), m_found->end(), first);
    if (!shown.isFold() || shown.open)
        return hit != m_found->end() && *hit == first && !shown.open;
    for (int i = 0; i < asked && hit != m_found->end() && *hit <= last; ++i, ++hit) {
        if (m_rows.rowShowing(*hit) == row)
            return true;
    }
    return false;
}

/// Of a closed fold: one of its messages.
bool LadderCanvas::isMarked(const FlowRow &row) const
{
    const MessageLog &log = m_rows.log();
    if (log.marks() == 0 || !row.isMessageOrFold() || row.open)
        return false;
    const quint64 first = m_rows.entry(row.first).number;
    if (!row.isFold())
        return log.isMarked(first);
    const quint64 last = m_rows.entry(row.first + row.count - 1).number;
    constexpr int asked = 32; // between the messages of a fold those of others may stand
    quint64 next = log.markedFrom(first - 1, 1);
    for (int i = 0; i < asked && next != 0 && next <= last; ++i, next = log.markedFrom(next, 1)) {
        const qsizetype shown = m_rows.rowShowing(next);
        if (shown >= 0 && m_rows.row(shown).first == row.first)
            return true;
    }
    return false;
}

const LogEntry *LadderCanvas::entryOf(qsizetype row) const
{
    return row < 0 ? nullptr : &m_rows.entry(m_rows.row(row).first);
}

QRect LadderCanvas::arrowRect(const QRect &row) const
{
    return {row.left(), row.top(), row.width(), m_layout.arrowHeight()};
}

QRect LadderCanvas::rowRect(qsizetype row, const Sight &sight) const
{
    const qint64 y = qint64{row} * m_layout.rowHeight() - sight.scrolled + m_layout.headerHeight();
    return {0, static_cast<int>(y), sight.size.width(), m_layout.rowHeight()};
}

void LadderCanvas::paint(QPainter &painter, const Sight &sight)
{
    if (m_density == Density::Overview)
        return paintOverview(painter, sight);
    LadderPainter ladder(painter, m_rows, m_layout, m_style, m_names);
    m_painted.begin(QSize(sight.size.width(), m_layout.rowHeight()), sight.ratio);
    const qsizetype first = (sight.scrolled + std::max(0, sight.dirty.top() - m_layout.headerHeight()))
        / m_layout.rowHeight();
    qsizetype last = first;
    for (qsizetype index = first; index < m_rows.count(); ++index) {
        if (rowRect(index, sight).top() > sight.dirty.bottom())
            break;
        paintRow(painter, ladder, index, sight);
        last = index;
    }
    m_painted.end();
    if (sight.brackets)
        ladder.brackets(brackets(first, last, sight));
    paintHeading(painter, sight); // last, because a row that is half scrolled out reaches below it
}

void LadderCanvas::paintOverview(QPainter &painter, const Sight &sight)
{
    const int top = m_layout.headerHeight(), height = m_layout.rowHeight();
    const QRect body(0, top, sight.size.width(), sight.size.height() - top);
    LadderOverview overview(painter, m_rows, m_layout, m_style, body.intersected(sight.dirty));
    const int words = overview.rowsToATime(); // which reach beyond their rows
    const qint64 above = sight.scrolled + std::max(0, sight.dirty.top() - top);
    const qsizetype first = std::max<qsizetype>(0, above / height - words);
    for (qsizetype index = first; index < m_rows.count(); ++index) {
        const QRect rect = rowRect(index, sight);
        if (rect.top() > sight.dirty.bottom() + words * height)
            break;
        const FlowRow row = m_rows.row(index);
        overview.row(row, rect, stateOf(index, row, sight));
        if (index % words == 0)
            overview.time(row, rect);
    }
    if (sight.current >= 0)
        overview.current(rowRect(sight.current, sight), sight.focused);
    paintHeading(painter, sight);
}

void LadderCanvas::paintHeading(QPainter &painter, const Sight &sight)
{
    const QRect room(0, 0, sight.size.width(), m_layout.headerHeight());
    if (!room.intersects(sight.dirty))
        return;
    const Heading now{m_layout.valueWidth() > 0 ? m_column->name().text() : QString(), room.size(), sight.ratio};
    if (sight.ratio != std::floor(sight.ratio)) // its picture would be blurred
        return LadderPainter(painter, m_rows, m_layout, m_style, m_names).heading(room, now.column);
    if (m_heading.isNull() || m_headingOf != now) {
        m_headingOf = now;
        m_heading = QPixmap(room.size() * sight.ratio);
        m_heading.setDevicePixelRatio(sight.ratio);
        QPainter onto(&m_heading);
        LadderPainter(onto, m_rows, m_layout, m_style, m_names).heading(room, now.column);
    }
    painter.drawPixmap(room.topLeft(), m_heading);
}

LadderPainter::State LadderCanvas::stateOf(qsizetype index, const FlowRow &row, const Sight &sight) const
{
    const bool message = row.kind == FlowRow::Kind::Message, chosen = index == sight.current;
    const LogEntry *const current = entryOf(sight.current);
    return {.selected = chosen,
        .related = message && current && current->callId != 0 && m_rows.entry(row.first).callId == current->callId,
        .focused = chosen && sight.focused,
        .found = isFound(index),
        .marked = isMarked(row)};
}

void LadderCanvas::paintRow(QPainter &painter, LadderPainter &ladder, qsizetype index, const Sight &sight)
{
    const FlowRow row = m_rows.row(index);
    const QRect rect = rowRect(index, sight);
    const LogEntry &entry = m_rows.entry(row.first);
    const LadderPainter::State state = stateOf(index, row, sight);
    if (row.kind != FlowRow::Kind::Message)
        return ladder.row(row, rect, state);
    m_painted.draw(painter, rect,
        {.entry = entry,
            .delta = row.first > 0 ? m_rows.delta(row.first) : Duration::zero(),
            .state = static_cast<quint8>(
                state.selected | state.related << 1 | state.focused << 2 | state.found << 3 | state.marked << 4),
            .clock = wording::shownClock()},
        [&](QPainter &onto, const QRect &at) {
            LadderPainter(onto, m_rows, m_layout, m_style, m_names).row(row, at, state);
        });
    if (m_layout.valueWidth() > 0) {
        m_column->read(entry.number);
        ladder.value(m_column->value(entry.number), arrowRect(rect));
    }
}

/// Of each request or answer in sight, if the other one is a message of the ladder.
QList<LadderPainter::Bracket> LadderCanvas::brackets(qsizetype first, qsizetype last, const Sight &sight) const
{
    QSet<quint64> drawn;
    QList<LadderPainter::Bracket> brackets;
    for (qsizetype index = first; index <= last && index < m_rows.count(); ++index) {
        const FlowRow row = m_rows.row(index);
        if (row.kind != FlowRow::Kind::Message)
            continue;
        const LogEntry &entry = m_rows.entry(row.first);
        const quint64 asked = entry.kind == SipKind::Request ? static_cast<quint64>(entry.number) : entry.answers();
        if (asked == 0 || entry.isRepeat() || drawn.contains(asked))
            continue;
        drawn.insert(asked);
        addBrackets(asked, sight, brackets);
    }
    return brackets;
}

/// Of a request: to its first provisional answer and to its final one.
void LadderCanvas::addBrackets(quint64 asked, const Sight &sight, QList<LadderPainter::Bracket> &brackets) const
{
    const qsizetype from = m_rows.rowShowing(asked);
    if (from < 0)
        return;
    const MessageLog &log = m_rows.log();
    const LogEntry &start = log.entry(log.rowOf(asked));
    const quint32 final = log.finalAnswer(start);
    const auto rowOf = [&](quint32 behind) { return behind == 0 ? -1 : m_rows.rowShowing(asked + behind); };
    const qsizetype provisional = start.firstAnswer() == final ? -1 : rowOf(start.firstAnswer()), end = rowOf(final);
    for (const qsizetype to : {provisional, end}) {
        if (to > from && m_rows.row(to).kind == FlowRow::Kind::Message)
            brackets.append({.entry = &start,
                .from = arrowRect(rowRect(from, sight)),
                .to = arrowRect(rowRect(to, sight)),
                .took = entryOf(to)->time() - start.time(),
                .selected = to == sight.current});
    }
}

QString LadderCanvas::toolTip(
    qsizetype row, const QPoint &at, int width, const std::function<QString(quint64)> &more) const
{
    if (at.y() < m_layout.headerHeight())
        return m_rows.count() > 0 ? headingToolTip(at.x(), width) : QString();
    if (row < 0)
        return {};
    const FlowRow shown = m_rows.row(row);
    const QString text = rowToolTip(m_rows, shown);
    if (!more || shown.kind != FlowRow::Kind::Message)
        return text;
    return QString(text + u'\n' + more(m_rows.entry(shown.first).number)).trimmed();
}

QString LadderCanvas::headingToolTip(int x, int width) const
{
    for (qsizetype i = 0; i < m_layout.lanes().size(); ++i) {
        const auto [from, to] = m_layout.headingSpan(i, width);
        const Lane &lane = m_layout.lanes().at(i);
        if (x < from || x > to)
            continue;
        QStringList lines{wording::role(lane.role), lane.title};
        for (const QString &more : {lane.id, lane.detail, lane.because}) {
            if (!more.isEmpty())
                lines << more;
        }
        return lines.join(u'\n');
    }
    return {};
}

} // namespace gb::ui
