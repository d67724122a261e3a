#include "ui/ladder/ladderpainter.h"

#include "core/report/words/shownclock.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <array>
#include <limits>

namespace gb::ui {
namespace {

constexpr int headLength = 8;
constexpr int accentWidth = 3;
constexpr int foundWidth = 3;
constexpr int labelPadding = 4;

int widestDigit(const QFontMetrics &metrics)
{
    int widest = 1;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

} // namespace

LadderStyle::LadderStyle(const QFont &base, const QPalette &colours)
    : font(base)
    , strong(base)
    , ids(monospace())
    , palette(colours)
{
    strong.setBold(true);
    if (base.pointSizeF() > 0)
        ids.setPointSizeF(base.pointSizeF());
}

LadderMetrics LadderStyle::metrics(int width, bool withValue, Density density) const
{
    const QFontMetrics plain(font), bold(strong), mono(ids);
    return {.width = width,
        .line = std::max({plain.height(), bold.height(), mono.height()}),
        .digit = widestDigit(plain),
        .idDigit = widestDigit(mono),
        .clock = wording::exactClockWidth(),
        .value = withValue ? 20 : 0,
        .density = density};
}

LadderPainter::LadderPainter(QPainter &painter, const FlowRows &rows, const LadderLayout &layout,
    const LadderStyle &style, const DeviceNames &names)
    : m_painter(painter)
    , m_rows(rows)
    , m_layout(layout)
    , m_style(style)
    , m_names(names)
    , m_background(style.palette.color(QPalette::Base))
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setFont(style.font);
}

void LadderPainter::row(const FlowRow &row, const QRect &rect, State state)
{
    m_background = m_style.palette.color(state.selected ? QPalette::Highlight
            : row.isFold()                              ? QPalette::AlternateBase
                                                        : QPalette::Base);
    background(rect, state);
    laneLines(rect, row.kind == FlowRow::Kind::Gap ? Qt::DotLine : Qt::SolidLine);
    switch (row.kind) {
    case FlowRow::Kind::Message: message(row, rect); break;
    case FlowRow::Kind::Fold:
    case FlowRow::Kind::Repeats: fold(row, rect); break;
    case FlowRow::Kind::More:
    case FlowRow::Kind::Gap: gap(row, rect); break;
    case FlowRow::Kind::Missing:
    case FlowRow::Kind::Pending: awaited(row, rect); break;
    }
}

void LadderPainter::background(const QRect &rect, State state)
{
    m_painter.fillRect(rect, m_background);
    if (state.selected || state.related)
        m_painter.fillRect(QRect(rect.left(), rect.top(), accentWidth, rect.height()), colours().accent);
    if (state.found)
        m_painter.fillRect(
            QRect(m_layout.gutterWidth() - foundWidth - 2, rect.top() + 4, foundWidth, rect.height() - 8),
            colours().late);
    if (state.marked) { // a ribbon: its shape tells it from the other bars
        const int left = rect.left() + accentWidth + 1, right = left + 6, end = rect.bottom() - 3;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colours().media);
        m_painter.drawPolygon(QPolygon({{left, rect.top() + 2}, {right, rect.top() + 2}, {right, end},
            {(left + right) / 2, end - 4}, {left, end}}));
    }
    if (state.focused) {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(colours().accent, 1));
        m_painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void LadderPainter::laneLines(const QRect &rect, Qt::PenStyle line)
{
    m_painter.setPen(QPen(colours().grid, 1, line));
    for (const Lane &lane : m_layout.lanes()) {
        if (line == Qt::SolidLine) {
            m_painter.fillRect(lane.x, rect.top(), 1, rect.height(), colours().grid);
            continue;
        }
        const qreal x = lane.x + 0.5;
        m_painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() + 1));
    }
}

void LadderPainter::message(const FlowRow &row, const QRect &whole)
{
    const LogEntry &entry = m_rows.entry(row.first);
    const QRect rect(whole.left(), whole.top(), whole.width(), m_layout.arrowHeight());
    if (m_layout.density() == Density::Roomy)
        detail(entry, whole.adjusted(m_layout.lanesX(), rect.height() - 2, -4, -4));
    columns(entry, row.first, rect);
    if (entry.hasFaults()) {
        const QRect gutter(accentWidth, rect.top(), m_layout.gutterWidth() - accentWidth, rect.height());
        text(gutter, Qt::AlignCenter, QStringLiteral("\u26a0"), colours().failure);
    }
    arrow(entry, rect);
}

/// What a row with more room says below its arrow.
void LadderPainter::detail(const LogEntry &entry, const QRect &rect)
{
    const int left = std::max(rect.left(), m_layout.lanes().constFirst().x + 1) + headLength + 6;
    const QRect room(left, rect.top(), rect.right() - left, rect.height());
    const QString words = shaped::fitted(detailText(m_rows.log(), entry), m_style.font, room.width());
    const int width = shaped::width(words, m_style.font);
    m_painter.fillRect(room.left() - 2, room.top(), width + 4, room.height(), m_background);
    text(room, Qt::AlignLeft | Qt::AlignVCenter, words, colours().muted);
}

void LadderPainter::columns(const LogEntry &entry, quint32 match, const QRect &rect)
{
    const Colours &c = colours();
    const auto cell = [&rect](int x, int width) { return QRect(x, rect.top(), width, rect.height()); };
    time(cell(m_layout.timeX(), m_layout.timeWidth()), entry.time());
    if (m_layout.deltaWidth() > 0 && match > 0) {
        const int inset = m_layout.deltaWidth() / 10;
        text(cell(m_layout.deltaX(), m_layout.deltaWidth() - inset), Qt::AlignRight | Qt::AlignVCenter,
            deltaText(m_rows.delta(match)), c.muted);
    }
    device(entry, rect);
}

/// No time comes twice, but its seconds and its milliseconds do.
void LadderPainter::time(const QRect &rect, TimePoint at)
{
    const QString words = clockText(at);
    const qsizetype point = words.lastIndexOf(u'.');
    const QString seconds = words.left(point);
    m_painter.setPen(m_style.palette.color(QPalette::Text));
    shaped::draw(m_painter, rect, Qt::AlignLeft | Qt::AlignVCenter, seconds);
    if (point >= 0)
        shaped::draw(m_painter, rect.adjusted(shaped::width(seconds, m_style.font), 0, 0, 0),
            Qt::AlignLeft | Qt::AlignVCenter, words.mid(point));
}

void LadderPainter::value(const QString &words, const QRect &rect)
{
    text(QRect(m_layout.valueX(), rect.top(), m_layout.valueWidth() - 4, rect.height()),
        Qt::AlignLeft | Qt::AlignVCenter, words, m_style.palette.color(QPalette::Text), Qt::ElideMiddle);
}

/// Whose the row is, where several devices share the lanes.
void LadderPainter::device(const LogEntry &entry, const QRect &rect)
{
    if (m_layout.deviceWidth() == 0)
        return;
    const MessageLog &log = m_rows.log();
    const LogEndpoint &from = log.endpoint(entry.from);
    const QString who = entry.device != 0 ? log.device(entry.device)
        : from.isServer()                 ? log.endpoint(entry.to).text
                                          : from.text;
    m_painter.setFont(m_style.ids);
    text(QRect(m_layout.deviceX(), rect.top(), m_layout.deviceWidth() - 4, rect.height()),
        Qt::AlignLeft | Qt::AlignVCenter, m_names.value(who, m_layout.tinyIds() ? tinyId(who) : shortId(who)),
        colours().muted);
    m_painter.setFont(m_style.font);
}

void LadderPainter::arrow(const LogEntry &entry, const QRect &rect)
{
    const LadderLayout::Arrow lanes = m_layout.arrow(m_rows.log(), entry);
    const ArrowLook look = arrowLook(arrowKind(entry), entry.isRepeat());
    const int from = m_layout.lanes().at(lanes.from).x;
    const int to = m_layout.lanes().at(lanes.to).x;
    if (from == to)
        return spiral(look, from, m_rows.log().label(entry), rect);
    const int direction = to > from ? 1 : -1;
    const qreal y = rect.top() + rect.height() / 2 + 0.5;
    m_painter.setPen(QPen(look.colour, look.width, look.line));
    m_painter.drawLine(QPointF(from, y), QPointF(to - direction * (look.filledHead ? headLength - 1 : 1), y));
    head(look, QPointF(to, y), direction);
    const int margin = headLength + 6; // some of the line stays in sight on both sides
    const QRect room(std::min(from, to) + margin, rect.top() + 1, std::abs(to - from) - 2 * margin, rect.height() - 2);
    label(fittingLabel(m_rows.log(), entry, m_style.font, room.width() - 2 * labelPadding), room, look.colour);
}

/// A message that stays on its side: out, down and back, the words beside it.
void LadderPainter::spiral(const ArrowLook &look, int x, const QString &words, const QRect &rect)
{
    const int direction = x > rect.center().x() ? -1 : 1;
    const qreal top = rect.top() + rect.height() * 0.3, bottom = rect.top() + rect.height() * 0.7;
    const qreal out = x + direction * 18;
    m_painter.setPen(QPen(look.colour, look.width, look.line));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(
        QPolygonF{QPointF(x, top), QPointF(out, top), QPointF(out, bottom), QPointF(x + direction * 2, bottom)});
    head(look, QPointF(x, bottom), -direction);
    const int begin = x + direction * 24;
    const int end = direction > 0 ? rect.right() - 4 : m_layout.lanesX();
    text(QRect(std::min(begin, end), rect.top(), std::abs(end - begin), rect.height()),
        (direction > 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, words, look.colour);
}

void LadderPainter::head(const ArrowLook &look, QPointF tip, int direction)
{
    const QPointF back(tip.x() - direction * headLength, tip.y());
    const QPolygonF wings{back + QPointF(0, -4), tip, back + QPointF(0, 4)};
    m_painter.setPen(QPen(look.colour, look.filledHead ? 1 : 1.4));
    m_painter.setBrush(look.filledHead ? QBrush(look.colour) : QBrush(Qt::NoBrush));
    if (look.filledHead)
        m_painter.drawPolygon(wings);
    else
        m_painter.drawPolyline(wings);
}

/// Text on the line, which it covers, in the middle of `room`; shortened to it, left out where not even a letter fits.
void LadderPainter::label(const QString &words, const QRect &room, const QColor &colour)
{
    const QString shown = shaped::fitted(words, m_style.font, room.width() - 2 * labelPadding);
    if (shown.isEmpty())
        return;
    const int width = shaped::width(shown, m_style.font) + 2 * labelPadding;
    const QRect box(room.center().x() - width / 2, room.top(), width, room.height());
    m_painter.fillRect(box, m_background);
    m_painter.setPen(colour);
    shaped::draw(m_painter, box, Qt::AlignCenter, shown);
}

void LadderPainter::fold(const FlowRow &row, const QRect &rect)
{
    const QColor ink = m_style.palette.color(QPalette::Text);
    const QRect time(m_layout.timeX(), rect.top(), m_layout.timeWidth(), rect.height());
    text(time, Qt::AlignLeft | Qt::AlignVCenter, clockText(m_rows.entry(row.first).time()), ink);
    const QString chevron = row.open ? QStringLiteral("\u25be ") : QStringLiteral("\u25b8 ");
    const QString problem = m_rows.entry(row.first).isProblem() ? QStringLiteral("\u26a0 ") : QString();
    const int x = m_layout.deltaX() + 4; // a fold needs no delta: its words may start there
    const QFontMetrics metrics(m_style.font);
    const QString signs = chevron + problem;
    const QString words = signs
        + fittingFold(m_rows, row, metrics, rect.right() - 12 - x - metrics.horizontalAdvance(signs));
    const int width = std::min(metrics.horizontalAdvance(words) + 8, rect.right() - 4 - x);
    m_painter.fillRect(QRect(x, rect.top() + 1, width, rect.height() - 2), m_background);
    text(QRect(x, rect.top(), width, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, words,
        problem.isEmpty() ? ink : colours().failure);
    if (row.kind == FlowRow::Kind::Repeats)
        ticks(row, QRect(x + width + 12, rect.top(), rect.right() - 12 - (x + width + 12), rect.height()));
}

/// What did not come: the arrow that is missing, at its deadline, the other way round than the message that it would
/// follow; a heartbeat the way of the last one.
void LadderPainter::awaited(const FlowRow &row, const QRect &rect)
{
    const Awaited &missing = m_rows.awaited(row);
    const qsizetype logged = m_rows.log().rowOf(missing.number);
    const bool pending = row.kind == FlowRow::Kind::Pending;
    const QColor ink = pending ? colours().muted : colours().failure;
    const QRect time(m_layout.timeX(), rect.top(), m_layout.timeWidth(), rect.height());
    text(time, Qt::AlignLeft | Qt::AlignVCenter, clockText(missing.deadline), colours().muted);
    if (logged < 0)
        return;
    device(m_rows.log().entry(logged), rect);
    const LadderLayout::Arrow lanes = m_layout.arrow(m_rows.log(), m_rows.log().entry(logged));
    const bool sameWay = missing.what == Awaited::What::Heartbeat;
    const int from = m_layout.lanes().at(sameWay ? lanes.from : lanes.to).x;
    const int to = m_layout.lanes().at(sameWay ? lanes.to : lanes.from).x;
    if (from == to)
        return;
    const int direction = to > from ? 1 : -1;
    const qreal y = rect.top() + rect.height() / 2 + 0.5;
    QPen pen(ink, 1.2, Qt::CustomDashLine);
    pen.setDashPattern({2, 5});
    m_painter.setPen(pen);
    m_painter.drawLine(QPointF(from, y), QPointF(to - direction * headLength, y));
    head({.colour = ink, .filledHead = false}, QPointF(to, y), direction);
    const int margin = headLength + 6;
    const QString sign = pending ? QStringLiteral("\u2026 ") : QStringLiteral("\u2715 ");
    const QRect room(std::min(from, to) + margin, rect.top() + 1, std::abs(to - from) - 2 * margin, rect.height() - 2);
    QString words = sign + rowLabel(m_rows, row);
    if (QFontMetrics(m_style.font).horizontalAdvance(words) > room.width() - 2 * labelPadding)
        words = words.section(QStringLiteral(" \u00b7 "), 0, 0); // what did not come is said first
    label(words, room, ink);
}

/// The copies of a fold on a scale of 64·T1, where the sender gives up.
void LadderPainter::ticks(const FlowRow &row, const QRect &room)
{
    constexpr int shortest = 60, longest = 160;
    const int width = std::min(room.width(), longest);
    if (width < shortest)
        return;
    const int left = room.left(), right = left + width, y = room.center().y();
    const double whole = inSeconds(SipTimers().giveUp());
    m_painter.setPen(QPen(colours().muted, 1));
    m_painter.drawLine(left, y, right, y);
    m_painter.setPen(QPen(colours().request, 2));
    for (const double at : copyTimes(m_rows, row)) {
        const int x = left + static_cast<int>(std::min(at / whole, 1.0) * width);
        m_painter.drawLine(x, y - 4, x, y + 4);
    }
    if (m_rows.entry(row.first).has(LogEntry::TimedOut)) {
        m_painter.setPen(QPen(colours().failure, 2));
        m_painter.drawLine(right - 3, y - 4, right + 3, y + 4);
        m_painter.drawLine(right - 3, y + 4, right + 3, y - 4);
    }
}

/// Side by side where they overlap; of a crowd only the first ones have room.
void LadderPainter::brackets(const QList<Bracket> &brackets)
{
    std::array<int, 3> ends{};
    ends.fill(std::numeric_limits<int>::min());
    for (const Bracket &one : brackets) {
        for (std::size_t depth = 0; depth < ends.size(); ++depth) {
            if (one.from.top() < ends[depth])
                continue;
            ends[depth] = one.to.bottom();
            bracket(one, static_cast<int>(depth));
            break;
        }
    }
}

void LadderPainter::bracket(const Bracket &bracket, int depth)
{
    const LadderLayout::Arrow lanes = m_layout.arrow(m_rows.log(), *bracket.entry);
    const int lane = m_layout.lanes().at(lanes.from).x, other = m_layout.lanes().at(lanes.to).x;
    if (lane == other)
        return;
    const Pace pace = paceOf(bracket.took);
    const QColor ink = pace == Pace::Bad ? colours().failure : pace == Pace::Slow ? colours().late : colours().muted;
    const int inwards = other > lane ? 1 : -1;
    const qreal x = lane - inwards * (2.5 + 2 * depth);
    const qreal top = bracket.from.center().y() + 0.5, bottom = bracket.to.center().y() + 0.5;
    if (pace == Pace::Good) { // most are: whole pixels cost little
        const int column = qFloor(x), first = qFloor(top), last = qFloor(bottom), begin = std::min(column, lane);
        for (const int y : {first, last})
            m_painter.fillRect(begin, y, std::abs(lane - column), 1, ink);
        m_painter.fillRect(column, first, 1, last - first + 1, ink);
    } else {
        m_painter.setPen(QPen(ink, 1.6));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPolyline(QPolygonF{
            QPointF(lane - inwards, top), QPointF(x, top), QPointF(x, bottom), QPointF(lane - inwards, bottom)});
    }
    if (std::abs(other - lane) < 40 * QFontMetrics(m_style.font).averageCharWidth()) // the words on the arrow need it
        return;
    const QString words = tookText(bracket.took);
    const int width = shaped::width(words, m_style.font) + 2 * labelPadding;
    const int begin = lane + inwards * (headLength + 8);
    const QRect box(inwards > 0 ? begin : begin - width, bracket.to.top() + 1, width, bracket.to.height() - 2);
    m_painter.fillRect(box, m_style.palette.color(bracket.selected ? QPalette::Highlight : QPalette::Base));
    m_painter.setPen(ink);
    shaped::draw(m_painter, box, Qt::AlignCenter, words);
}

void LadderPainter::gap(const FlowRow &row, const QRect &rect)
{
    const int from = m_layout.lanes().constFirst().x, to = m_layout.lanes().constLast().x;
    label(rowLabel(m_rows, row), QRect(from + 4, rect.top() + 1, to - from - 8, rect.height() - 2), colours().muted);
}

void LadderPainter::text(
    const QRect &rect, Qt::Alignment alignment, const QString &words, const QColor &colour, Qt::TextElideMode elide)
{
    m_painter.setPen(colour);
    shaped::draw(m_painter, rect, alignment, shaped::fitted(words, m_painter.font(), rect.width(), elide));
}

} // namespace gb::ui
