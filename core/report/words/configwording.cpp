#include "core/report/words/wording.h"

#include <QCoreApplication>

/// The words for what we ask of a device.
namespace gb::wording {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("wording", text);
}

constexpr const char *outcomeTexts[] = {
    "",
    QT_TRANSLATE_NOOP("wording", "the device is not registered"),
    QT_TRANSLATE_NOOP("wording", "its ID cannot stand in a request"),
    QT_TRANSLATE_NOOP("wording", "a request to it is still open"),
    QT_TRANSLATE_NOOP("wording", "the request could not be sent: its connection is gone"),
    QT_TRANSLATE_NOOP("wording", "no answer within 15 s"),
    QT_TRANSLATE_NOOP("wording", "it refused with %1"),
    QT_TRANSLATE_NOOP("wording", "it answered 200, but sent no Response within 15 s: it may not know this command"),
    QT_TRANSLATE_NOOP("wording", "its Response cannot be read as XML"),
    QT_TRANSLATE_NOOP("wording", "its Response says %1"),
    QT_TRANSLATE_NOOP("wording", "its Response says OK, but has no BasicParam: not supported"),
    QT_TRANSLATE_NOOP("wording", "it tells a value that nobody can mean: %1"),
    QT_TRANSLATE_NOOP("wording", "it said OK, but still tells %1"),
    QT_TRANSLATE_NOOP("wording", "nobody listens for it any more"),
    QT_TRANSLATE_NOOP("wording", "this server deliberately does not answer"),
};
static_assert(std::size(outcomeTexts) == static_cast<std::size_t>(ConfigOutcome::Silent) + 1);

QString product(std::optional<int> interval, std::optional<int> count)
{
    const auto text = [](std::optional<int> value) { return value ? QString::number(*value) : QStringLiteral("?"); };
    return QCoreApplication::translate("wording", "%1 s").arg(text(interval)) + QStringLiteral(" \u00d7 ")
        + text(count);
}

} // namespace

QString config(const ConfigReport &report)
{
    const auto withExpires = [&report](const QString &text, std::optional<int> expires) -> QString {
        //: a heartbeat setting such as "60 s × 3", and for how long a device registers
        return report.expiration ? QCoreApplication::translate("wording", "%1, Expires %2 s")
                                       .arg(text, expires ? QString::number(*expires) : QStringLiteral("?"))
                                 : text;
    };
    const QString theirs = withExpires(product(report.values.interval, report.values.count), report.values.expiration);
    const QString ours = withExpires(
        product(static_cast<int>(report.ours.interval.count()), report.ours.timeoutCount), report.expiration);
    if (report.outcome == ConfigOutcome::Done && report.match())
        return (report.pushed ? say(QT_TRANSLATE_NOOP("wording", "Set in the device and read back: %1"))
                              : say(QT_TRANSLATE_NOOP("wording", "Both ends match: %1")))
            .arg(theirs);
    if (report.outcome == ConfigOutcome::Done)
        return say(QT_TRANSLATE_NOOP("wording", "The ends differ: %1 in the device, %2 here")).arg(theirs, ours);
    const QString text = say(outcomeTexts[static_cast<std::size_t>(report.outcome)]);
    const QString a = report.outcome == ConfigOutcome::Refused ? QString::number(report.status)
        : report.outcome == ConfigOutcome::NotTaken            ? theirs
                                                               : report.detail;
    const QString why = text.contains(u"%1") ? text.arg(a) : text;
    return report.pushed && report.outcome != ConfigOutcome::NotTaken
        ? say(QT_TRANSLATE_NOOP("wording", "Sent to the device, but not read back: %1")).arg(why)
        : why;
}

QString rhythm(const Rhythm &rhythm, std::chrono::seconds wanted)
{
    if (rhythm.interval.count() == 0)
        return say(QT_TRANSLATE_NOOP("wording", "Measured since: waiting for heartbeats"));
    const QString seconds = QString::number(inSeconds(rhythm.interval), 'f', 1);
    if (!rhythm.isSure()) //: a number of seconds, and how many heartbeats they were measured over
        return QCoreApplication::translate(
            "wording", "Measured since: %1 s over %n heartbeat(s) so far", nullptr, rhythm.beats)
            .arg(seconds);
    if (rhythm.follows(wanted))
        return QCoreApplication::translate(
            "wording", "Measured since: %1 s over %n heartbeat(s), as set", nullptr, rhythm.beats)
            .arg(seconds);
    return say(QT_TRANSLATE_NOOP("wording", "Still sends a heartbeat every %1 s")).arg(seconds);
}

QString renewal(std::optional<int> granted, int wanted)
{
    if (!granted)
        return say(QT_TRANSLATE_NOOP("wording", "Expires: waiting for its next REGISTER"));
    if (*granted == wanted)
        return say(QT_TRANSLATE_NOOP("wording", "Expires: its next REGISTER came with %1 s: follows")).arg(*granted);
    return say(QT_TRANSLATE_NOOP("wording", "Expires: its next REGISTER still came with %1 s")).arg(*granted);
}

} // namespace gb::wording
