#include "ui/ladder/ladderrow.h"

#include "core/message/deviceid.h"
#include "core/report/words/shownclock.h"
#include "core/report/words/wording.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>

#include <algorithm>
#include <vector>

namespace gb::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("flow", text);
}

QString elidedMiddle(const QString &id, qsizetype longest, qsizetype tail)
{
    const QString text = printable(id, 64);
    return text.size() <= longest ? text : text.left(4) + QChar(0x2026) + text.right(tail);
}

/// The index counts no further.
QString copyNumber(int copy)
{
    return copy < OddMessage::manyCopies ? QString::number(copy)
                                         : QStringLiteral("\u2265\u2009%1").arg(OddMessage::manyCopies);
}

QString gapLabel(const FlowRows &rows, const FlowRow &row)
{
    const QString torn = QStringLiteral("\u22ef ") + silenceText(rows.delta(row.first)) + QStringLiteral(" \u22ef");
    const QDate before = wording::shownTime(rows.entry(row.first - 1).time()).date();
    const QDate after = wording::shownTime(rows.entry(row.first).time()).date();
    return before == after ? torn : torn + QStringLiteral("  ") + after.toString(Qt::ISODate);
}

/// Of the heartbeats in a fold: the gap that half of them are below, how far others are from it, and how many are
/// missing: gaps of about two, three of it. A mean would hide these.
struct FoldRhythm
{
    Duration usual{}, off{};
    int missing = 0;

    FoldRhythm(const FlowRows &rows, quint32 first, quint32 pairs)
    {
        constexpr quint32 most = 4096; // it is painted; of a longer one the newest are looked at
        const quint32 from = pairs > most ? pairs - most : 0;
        std::vector<Duration> gaps;
        for (quint32 i = from + 1; i < pairs; ++i)
            gaps.push_back(rows.entry(first + 2 * i).time() - rows.entry(first + 2 * i - 2).time());
        if (gaps.empty())
            return;
        std::vector<Duration> sorted = gaps;
        std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
        usual = std::max(sorted[sorted.size() / 2], Duration(1));
        for (const Duration gap : gaps) {
            const auto times = std::max<qint64>(1, (gap + usual / 2) / usual);
            missing += static_cast<int>(std::min<qint64>(times - 1, 1'000'000));
            const Duration away = gap - times * usual;
            off = std::max(off, away < Duration::zero() ? -away : away);
        }
    }
};

QString foldLabel(const FlowRows &rows, const FlowRow &row)
{
    const quint32 pairs = row.count / 2;
    const LogEntry &first = rows.entry(row.first);
    const LogEntry &last = rows.entry(row.first + 2 * (pairs - 1)); // its request
    const auto seconds = [](Duration duration) { return QString::number(inSeconds(duration), 'f', 1); };
    const FoldRhythm rhythm(rows, row.first, pairs);
    QStringList parts{QStringLiteral("Keepalive \u00d7%1").arg(pairs)};
    parts << (rhythm.off < std::chrono::milliseconds(50)
            ? say(QT_TRANSLATE_NOOP("flow", "every %1 s")).arg(seconds(rhythm.usual))
            : say(QT_TRANSLATE_NOOP("flow", "every %1 s \u00b1 %2 s")).arg(seconds(rhythm.usual), seconds(rhythm.off)));
    if (rhythm.missing > 0)
        parts << QCoreApplication::translate("flow", "%n missing", nullptr, rhythm.missing);
    parts << wording::span(last.time() - first.time());
    return parts.join(QStringLiteral(" \u00b7 "));
}

/// "MESSAGE · Keepalive ×11 · 0 / 0.51 / 1.52 / 3.53 s … · timer E · no answer · timer F, 32 s"
QString repeatsLabel(const FlowRows &rows, const FlowRow &row, int timesShown)
{
    const LogEntry &first = rows.entry(row.first), &last = rows.entry(row.first + row.count - 1);
    QStringList times;
    for (const double at : copyTimes(rows, row).mid(0, timesShown))
        times << (at == 0 ? QStringLiteral("0") : QString::number(at, 'f', 2));
    const QString more = static_cast<int>(row.count) > timesShown ? QStringLiteral(" \u2026") : QString();
    QStringList parts{rows.log().label(first) + QStringLiteral(" \u00d7%1").arg(row.count)};
    if (timesShown > 0)
        parts << say(QT_TRANSLATE_NOOP("flow", "%1 s")).arg(times.join(QStringLiteral(" / "))) + more;
    const SipTimer timer = rows.log().odd(last).timer;
    if (timer != SipTimer::None)
        parts << say(QT_TRANSLATE_NOOP("flow", "timer %1")).arg(QLatin1String(name(timer)));
    else if (last.has(LogEntry::TcpFault))
        parts << say(QT_TRANSLATE_NOOP("flow", "repeated over TCP"));
    if (timer != SipTimer::None && last.has(LogEntry::OffSchedule))
        parts << say(QT_TRANSLATE_NOOP("flow", "off the schedule"));
    return parts.join(QStringLiteral(" \u00b7 "));
}

constexpr int mostTimes = 5;

QString awaitedLabel(const FlowRows &rows, const FlowRow &row)
{
    const Awaited &awaited = rows.awaited(row);
    return wording::awaited(awaited, rows.log().now(), rows.log().isRunning());
}

QString moreLabel(const FlowRows &rows, const FlowRow &row)
{
    const int more = static_cast<int>(row.count);
    if (!rows.log().isRunning())
        return QCoreApplication::translate("flow", "%n unanswered when the capture ends", nullptr, more);
    return QCoreApplication::translate("flow", "%n more awaited", nullptr, more);
}

QString endsText(const MessageLog &log, const LogEntry &entry)
{
    return log.endpoint(entry.from).text + QStringLiteral(" \u2192 ") + log.endpoint(entry.to).text;
}

QString messageToolTip(const MessageLog &log, const LogEntry &e)
{
    QStringList lines{QStringLiteral("#%1 \u00b7 %2 \u00b7 %3 \u00b7 %4")
                          .arg(e.number)
                          .arg(clockText(e.time()), transportName(e.transport()),
                              say(QT_TRANSLATE_NOOP("flow", "%1 bytes")).arg(e.octets)),
        endsText(log, e), log.label(e)};
    if (e.device != 0)
        lines << say(QT_TRANSLATE_NOOP("flow", "Device: ")) + log.device(e.device);
    if (e.callId != 0)
        lines << QStringLiteral("Call-ID: ") + log.callId(e.callId);
    if (const auto took = log.latency(e))
        lines << say(QT_TRANSLATE_NOOP("flow", "answers #%1 after %2"))
                     .arg(QString::number(e.answers()), tookText(*took));
    else if (e.answers() != 0)
        lines << say(QT_TRANSLATE_NOOP("flow", "answers #%1")).arg(e.answers());
    if (e.isRepeat()) {
        const CopyInfo copy = log.copyInfo(e);
        lines << copyMark(copy) + QStringLiteral(" ")
                + say(QT_TRANSLATE_NOOP("flow", "copy no. %1 of #%2")).arg(copyNumber(copy.copy)).arg(log.repeatOf(e));
        lines << wording::repeat(copy, e.transport());
    }
    if (e.has(LogEntry::TimedOut))
        lines << QStringLiteral("\u2715 ")
                + say(e.kind == SipKind::Response ? QT_TRANSLATE_NOOP("flow", "no ACK came")
                                                  : QT_TRANSLATE_NOOP("flow", "no answer came"));
    if (e.has(LogEntry::ChallengedAgain))
        lines << say(QT_TRANSLATE_NOOP("flow", "challenged again: the credentials were refused"));
    for (const QString &fault : faultTexts(log.faults(e)))
        lines << QStringLiteral("\u26a0 ") + fault;
    return lines.join(u'\n');
}

/// The label, longest form first.
QStringList labelForms(const MessageLog &log, const LogEntry &entry)
{
    QStringList forms{log.label(entry)};
    if (entry.kind == SipKind::Response) {
        forms << forms.constFirst().section(u' ', 0, 0); // the status without its method
    } else if (log.hasCommand(entry)) {
        LogEntry unnumbered = entry;
        unnumbered.flags = unnumbered.flags & ~LogEntry::HasSn;
        for (const QString &label : {forms.constFirst(), log.label(unnumbered)})
            forms << label.mid(log.method(entry).size() + 3);
    }
    return forms;
}

} // namespace

ArrowKind arrowKind(const LogEntry &entry)
{
    if (entry.kind == SipKind::Request)
        return ArrowKind::Request;
    if (entry.kind != SipKind::Response || entry.status < 100)
        return ArrowKind::Other;
    if (entry.status < 200)
        return ArrowKind::Provisional;
    if (entry.status < 300)
        return ArrowKind::Success;
    if (entry.status < 400)
        return ArrowKind::Challenge; // a redirection, too, asks for another try
    return (entry.status == 401 || entry.status == 407) && !entry.has(LogEntry::ChallengedAgain) ? ArrowKind::Challenge
                                                                                                 : ArrowKind::Failure;
}

ArrowLook arrowLook(ArrowKind kind, bool repeat)
{
    const Colours &c = colours();
    ArrowLook look;
    switch (kind) {
    case ArrowKind::Request: look = {.colour = c.request}; break;
    case ArrowKind::Success: look = {.colour = c.success}; break;
    case ArrowKind::Challenge: look = {.colour = c.challenge, .filledHead = false}; break;
    case ArrowKind::Failure: look = {.colour = c.failure, .width = 2.2}; break;
    case ArrowKind::Provisional:
    case ArrowKind::Other: look = {.colour = c.muted, .line = Qt::DotLine, .filledHead = false}; break;
    }
    if (repeat)
        look.line = Qt::DashLine;
    return look;
}

QString clockText(TimePoint at)
{
    return wording::exactClock(at);
}

QString deltaText(Duration delta)
{
    const QChar sign = delta.count() < 0 ? QChar(0x2212) : QChar(u'+');
    const Duration size = delta.count() < 0 ? -delta : delta;
    const double ms = static_cast<double>(size.count()) / 1e3;
    if (ms > 0 && ms < 0.095) // of a capture on the server itself
        return sign + say(QT_TRANSLATE_NOOP("flow", "%1 ms")).arg(QString::number(ms, 'f', 2));
    if (ms < 9.95)
        return sign + say(QT_TRANSLATE_NOOP("flow", "%1 ms")).arg(QString::number(ms, 'f', 1));
    if (ms < 999.5)
        return sign + say(QT_TRANSLATE_NOOP("flow", "%1 ms")).arg(QString::number(ms, 'f', 0));
    const double seconds = ms / 1e3;
    if (seconds < 119.95)
        return sign
            + say(QT_TRANSLATE_NOOP("flow", "%1 s")).arg(QString::number(seconds, 'f', seconds < 9.9995 ? 3 : 1));
    if (seconds < 3597)
        return sign + say(QT_TRANSLATE_NOOP("flow", "%1 min")).arg(QString::number(seconds / 60, 'f', 1));
    if (seconds < 86220)
        return sign + say(QT_TRANSLATE_NOOP("flow", "%1 h")).arg(QString::number(seconds / 3600, 'f', 1));
    return sign + say(QT_TRANSLATE_NOOP("flow", "%1 d")).arg(QString::number(seconds / 86400, 'f', 1));
}

QString silenceText(Duration silence)
{
    const double seconds = inSeconds(silence);
    return seconds < 120 ? say(QT_TRANSLATE_NOOP("flow", "%1 s")).arg(QString::number(seconds, 'f', 1))
                         : wording::span(silence);
}

QString shortId(const QString &id)
{
    return elidedMiddle(id, 16, 10);
}

QString tinyId(const QString &id)
{
    return elidedMiddle(id, 10, 4);
}

QString copyMark(const CopyInfo &copy)
{
    switch (copy.kind) {
    case RepeatKind::TcpRepeat:
    case RepeatKind::Duplicate: return QStringLiteral("\u2261");
    case RepeatKind::ProxyCopy: return QStringLiteral("\u21e5");
    case RepeatKind::None: return {};
    case RepeatKind::Retransmission:
    case RepeatKind::Echo: break;
    }
    return QStringLiteral("\u21bb %1").arg(copyNumber(copy.copy));
}

Pace paceOf(Duration took)
{
    const SipTimers timers;
    return took > 8 * timers.t1 ? Pace::Bad : took > timers.t1 ? Pace::Slow : Pace::Good;
}

QString tookText(Duration took)
{
    return deltaText(took).mid(1);
}

QList<double> copyTimes(const FlowRows &rows, const FlowRow &fold)
{
    QList<double> times;
    const TimePoint start = rows.entry(fold.first).time();
    for (quint32 i = 0; i < fold.count; ++i)
        times << inSeconds(rows.entry(fold.first + i).time() - start);
    return times;
}

QString rowLabel(const FlowRows &rows, const FlowRow &row)
{
    switch (row.kind) {
    case FlowRow::Kind::Gap: return gapLabel(rows, row);
    case FlowRow::Kind::Fold: return foldLabel(rows, row);
    case FlowRow::Kind::Repeats: return repeatsLabel(rows, row, mostTimes);
    case FlowRow::Kind::Missing:
    case FlowRow::Kind::Pending: return awaitedLabel(rows, row);
    case FlowRow::Kind::More: return moreLabel(rows, row);
    case FlowRow::Kind::Message: break;
    }
    const LogEntry &entry = rows.entry(row.first);
    QString label = rows.log().label(entry);
    if (entry.isRepeat())
        label += QStringLiteral("  ") + copyMark(rows.log().copyInfo(entry));
    return entry.hasFaults() ? QStringLiteral("\u26a0 ") + label : label;
}

QString fittingLabel(const MessageLog &log, const LogEntry &entry, const QFont &font, int width)
{
    const QString mark = entry.isRepeat() ? QStringLiteral("  ") + copyMark(log.copyInfo(entry)) : QString();
    const QStringList forms = labelForms(log, entry);
    for (const QString &form : forms) {
        if (shaped::width(form + mark, font) <= width)
            return form + mark;
    }
    return shaped::fitted(forms.constLast() + mark, font, width);
}

QString fittingFold(const FlowRows &rows, const FlowRow &row, const QFontMetrics &metrics, int width)
{
    if (row.kind != FlowRow::Kind::Repeats)
        return foldLabel(rows, row);
    QString label;
    for (const int times : {mostTimes, 4, 3, 2, 0}) {
        label = repeatsLabel(rows, row, times);
        if (metrics.horizontalAdvance(label) <= width)
            break;
    }
    return label;
}

QString detailText(const MessageLog &log, const LogEntry &entry)
{
    QStringList parts{endsText(log, entry), transportName(entry.transport()),
        say(QT_TRANSLATE_NOOP("flow", "%1 bytes")).arg(entry.octets)};
    if (entry.callId != 0)
        parts << QStringLiteral("Call-ID ") + printable(log.callId(entry.callId), 64);
    return parts.join(QStringLiteral(" \u00b7 "));
}

QStringList faultTexts(quint32 faults)
{
    QStringList texts;
    for (unsigned bit = 0; bit < static_cast<unsigned>(HeadFault::Count); ++bit) {
        if ((faults >> bit) & 1U)
            texts << wording::headFault(static_cast<HeadFault>(bit));
    }
    return texts;
}

QString rowToolTip(const FlowRows &rows, const FlowRow &row)
{
    switch (row.kind) {
    case FlowRow::Kind::Gap:
    case FlowRow::Kind::More: return {};
    case FlowRow::Kind::Missing:
    case FlowRow::Kind::Pending: {
        const Awaited &awaited = rows.awaited(row);
        if (awaited.what == Awaited::What::Heartbeat)
            return awaitedLabel(rows, row) + u'\n'
                + say(QT_TRANSLATE_NOOP("flow", "last heartbeat: #%1 of %2"))
                      .arg(QString::number(awaited.number), clockText(awaited.since));
        return awaitedLabel(rows, row) + u'\n'
            + say(QT_TRANSLATE_NOOP("flow", "to #%1 of %2; due until %3"))
                  .arg(QString::number(awaited.number), clockText(awaited.since), clockText(awaited.deadline));
    }
    case FlowRow::Kind::Repeats:
    case FlowRow::Kind::Fold: {
        const QString from = clockText(rows.entry(row.first).time());
        const QString to = clockText(rows.entry(row.first + row.count - 1).time());
        return rowLabel(rows, row) + u'\n' + from + QStringLiteral(" \u2013 ") + to;
    }
    case FlowRow::Kind::Message: break;
    }
    return messageToolTip(rows.log(), rows.entry(row.first));
}

QString rowAsText(const FlowRows &rows, const FlowRow &row)
{
    const LogEntry &entry = rows.entry(row.first);
    const QString time = clockText(entry.time()) + QStringLiteral("  ");
    switch (row.kind) {
    case FlowRow::Kind::Fold:
    case FlowRow::Kind::Repeats: return time + rowLabel(rows, row);
    case FlowRow::Kind::Gap:
    case FlowRow::Kind::Missing:
    case FlowRow::Kind::Pending:
    case FlowRow::Kind::More: return rowLabel(rows, row);
    case FlowRow::Kind::Message: break;
    }
    return time + endsText(rows.log(), entry) + QStringLiteral("  ") + rowLabel(rows, row);
}

} // namespace gb::ui
