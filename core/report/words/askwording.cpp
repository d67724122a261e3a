#include "core/report/words/askwording.h"

#include "core/client/asktask.h"
#include "core/client/configtypes.h"
#include "core/report/words/elementwording.h"
#include "core/report/words/say_p.h"
#include "core/report/words/shownclock.h"

#include <QLocale>

#include <iterator>

namespace gb::wording {
namespace {

struct OutcomeTexts
{
    const char *sentence, *brief;
};

/// In the order of AskOutcome. %1 as askOutcome() has it.
constexpr OutcomeTexts outcomes[] = {
    {QT_TRANSLATE_NOOP("wording", "it answered"), QT_TRANSLATE_NOOP("wording", "answered")},
    {QT_TRANSLATE_NOOP("wording", "the device is not registered: nobody knows where it is"),
        QT_TRANSLATE_NOOP("wording", "not registered")},
    {QT_TRANSLATE_NOOP("wording", "its ID cannot stand in a request"), QT_TRANSLATE_NOOP("wording", "odd ID")},
    {QT_TRANSLATE_NOOP("wording", "there is no such command"), QT_TRANSLATE_NOOP("wording", "no such command")},
    {QT_TRANSLATE_NOOP("wording", "not sent: a value is wrong: %1"), QT_TRANSLATE_NOOP("wording", "wrong value")},
    {QT_TRANSLATE_NOOP("wording", "this message is only shown and never sent"),
        QT_TRANSLATE_NOOP("wording", "never sent")},
    {QT_TRANSLATE_NOOP("wording", "not sent: too many questions are open. Wait for some of them, or stop them"),
        QT_TRANSLATE_NOOP("wording", "too many open")},
    {QT_TRANSLATE_NOOP("wording", "the request could not be sent: its connection is gone"),
        QT_TRANSLATE_NOOP("wording", "not sent")},
    {QT_TRANSLATE_NOOP("wording", "no answer within %1 s: it may be gone, or a firewall stands between"),
        QT_TRANSLATE_NOOP("wording", "no answer")},
    {QT_TRANSLATE_NOOP("wording", "it refused with %1"), QT_TRANSLATE_NOOP("wording", "refused")},
    {QT_TRANSLATE_NOOP("wording", "it answered 200, but sent no Response within %1 s: it may not know this command"),
        QT_TRANSLATE_NOOP("wording", "no Response")},
    {QT_TRANSLATE_NOOP("wording", "it sent a Response, but none to this question"),
        QT_TRANSLATE_NOOP("wording", "other Response")},
    {QT_TRANSLATE_NOOP("wording", "its Response cannot be read as XML"), QT_TRANSLATE_NOOP("wording", "unreadable")},
    {QT_TRANSLATE_NOOP("wording", "its Response says ERROR: it does not do this, or not now"),
        QT_TRANSLATE_NOOP("wording", "ERROR")},
    {QT_TRANSLATE_NOOP("wording", "only %1 came, then nothing for %2 s"), QT_TRANSLATE_NOOP("wording", "incomplete")},
    {QT_TRANSLATE_NOOP("wording", "more came than is kept; what came first is shown: %1"),
        QT_TRANSLATE_NOOP("wording", "too long")},
    {QT_TRANSLATE_NOOP("wording", "stopped before it was answered"), QT_TRANSLATE_NOOP("wording", "stopped")},
    {QT_TRANSLATE_NOOP("wording", "this server deliberately does not answer"),
        QT_TRANSLATE_NOOP("wording", "outage test")},
    {QT_TRANSLATE_NOOP("wording", "subscribed: it tells from now on"), QT_TRANSLATE_NOOP("wording", "subscribed")},
    {QT_TRANSLATE_NOOP("wording", "the device ended the subscription"), QT_TRANSLATE_NOOP("wording", "ended")},
    {QT_TRANSLATE_NOOP("wording", "the subscription ran out: the device did not renew it"),
        QT_TRANSLATE_NOOP("wording", "ran out")},
    {QT_TRANSLATE_NOOP("wording", "it took the setting, but has other values when it is read back: %1 of %2 differ"),
        QT_TRANSLATE_NOOP("wording", "not taken")},
    {QT_TRANSLATE_NOOP("wording", "not sent: no port could be opened for the pictures: %1"),
        QT_TRANSLATE_NOOP("wording", "no port")},
    {QT_TRANSLATE_NOOP("wording", "it took the order, but no picture came"),
        QT_TRANSLATE_NOOP("wording", "no picture")},
};
static_assert(std::size(outcomes) == static_cast<std::size_t>(AskOutcome::Count));

/// In the order of AskOddity::Code. %1 and %2 are its a and b.
constexpr const char *oddities[] = {
    QT_TRANSLATE_NOOP("wording", "Result is \"%1\"; the standard has OK and ERROR"),
    QT_TRANSLATE_NOOP("wording", "it announced %1, but sent %2"),
    QT_TRANSLATE_NOOP("wording", "it announced %1, but sent more: %2"),
    QT_TRANSLATE_NOOP("wording", "SumNum was %1 at first, and %2 later"),
    QT_TRANSLATE_NOOP("wording", "%1 is in the list %2 times"),
    QT_TRANSLATE_NOOP("wording", "a Response has SN %2, but the question had %1"),
    QT_TRANSLATE_NOOP("wording", "a Response names %2, but the question was about %1"),
    QT_TRANSLATE_NOOP("wording", "a Response came from another address, %1; it was not taken"),
    QT_TRANSLATE_NOOP("wording", "it declares %1, but uses %2"),
    QT_TRANSLATE_NOOP("wording", "it has bytes that are no text"),
    QT_TRANSLATE_NOOP("wording", "a body that breaks at character %1 came from it"),
    QT_TRANSLATE_NOOP("wording", "%1 is not in the standard here"),
    QT_TRANSLATE_NOOP("wording", "%1 is missing, though the standard requires it"),
    QT_TRANSLATE_NOOP("wording", "%1 cannot be \"%2\""),
    QT_TRANSLATE_NOOP("wording", "it says OK, but sends nothing of what was asked: not supported"),
    QT_TRANSLATE_NOOP("wording", "its Response came, but no answer (200) to the question"),
    QT_TRANSLATE_NOOP("wording", "its clock is %1 s ahead"),
    QT_TRANSLATE_NOOP("wording", "its clock is %1 s behind"),
    QT_TRANSLATE_NOOP("wording", "it says of itself that it does not work: %1 is %2"),
    QT_TRANSLATE_NOOP("wording", "%1 s were asked for, it granted %2 s"),
    QT_TRANSLATE_NOOP("wording", "it does not say for how long; %1 s are taken for it"),
    QT_TRANSLATE_NOOP("wording", "it sent no Response to the setting, but has it all the same"),
    QT_TRANSLATE_NOOP("wording", "it sent no Response to the order, but obeyed all the same"),
    QT_TRANSLATE_NOOP("wording", "%1 pictures were ordered, more came: %2"),
    QT_TRANSLATE_NOOP("wording", "it did not say that all pictures are uploaded (UploadSnapShotFinished)"),
    QT_TRANSLATE_NOOP("wording", "UploadSnapShotFinished came from another address, %1; it was not taken"),
    QT_TRANSLATE_NOOP("wording", "UploadSnapShotFinished names %1 pictures, but %2 came"),
    QT_TRANSLATE_NOOP("wording", "the SessionID is \"%2\", but the order had %1"),
    QT_TRANSLATE_NOOP("wording", "an upload of %2 bytes is no JPEG, PNG or BMP; its type is given as \"%1\""),
    QT_TRANSLATE_NOOP("wording", "a picture of %1 bytes has no end: part of it is missing"),
    QT_TRANSLATE_NOOP("wording", "an upload was larger than %1 bytes and was refused (413)"),
    QT_TRANSLATE_NOOP("wording", "requests at the upload port were refused with %1: %2"),
    QT_TRANSLATE_NOOP("wording", "an upload was cut off after %1 bytes"),
    QT_TRANSLATE_NOOP("wording", "a picture came from another address, %1"),
    QT_TRANSLATE_NOOP("wording", "a picture could not be saved: %1"),
    QT_TRANSLATE_NOOP("wording", "%1 is \"%2\"; an ID has 20 digits, that of an area 2, 4, 6 or 8"),
    QT_TRANSLATE_NOOP("wording", "digits 11 to 13 of %1 are %2: no type of the standard"),
    QT_TRANSLATE_NOOP("wording", "the channel %1 has the ID of the device itself: the two cannot be told apart"),
    QT_TRANSLATE_NOOP("wording", "%1 names itself as its parent (ParentID)"),
    QT_TRANSLATE_NOOP("wording", "ParentID %1 of %2 is not in the list"),
    QT_TRANSLATE_NOOP("wording", "BusinessGroupID %1 of %2 is not in the list"),
    QT_TRANSLATE_NOOP("wording", "BusinessGroupID \"%1\" of %2 is no business group (type 215)"),
    QT_TRANSLATE_NOOP("wording", "CivilCode \"%1\" of %2 is no area; the standard has 2, 4, 6 or 8 digits"),
    QT_TRANSLATE_NOOP("wording", "more of the list are odd in the same ways: at least %1"),
};
static_assert(std::size(oddities) == static_cast<std::size_t>(AskOddity::Code::Count));

/// In the order of AskCommand::Effect.
constexpr const char *effects[] = {
    "",
    QT_TRANSLATE_NOOP("wording", "It changes how the device is set."),
    QT_TRANSLATE_NOOP("wording", "It moves the camera: the picture changes for everybody who looks."),
    QT_TRANSLATE_NOOP("wording", "It restarts the device: no picture and no recording for about a minute."),
    QT_TRANSLATE_NOOP("wording", "It erases what is recorded in the device. This cannot be undone."),
};
static_assert(std::size(effects) == static_cast<std::size_t>(AskCommand::Effect::Erases) + 1);

QString number(double value)
{
    return QLocale().toString(value, 'f', QLocale::FloatingPointShortest);
}

QString amount(qsizetype came, std::optional<qint64> sum)
{
    const QLocale locale;
    return sum ? say(QT_TRANSLATE_NOOP("wording", "%1 of %2")).arg(locale.toString(came), locale.toString(*sum))
               : locale.toString(came);
}

/// Items of a list, parts of a configuration.
QString amountOf(const AskReport &report)
{
    const AskCommand *const command = findAskCommand(report.command);
    const bool several = command && command->needs == AskCommand::Needs::Several;
    return several ? amount(report.parts, {})
                   : amount(report.different > 0 ? report.different : report.items.size(), report.sum);
}

/// Of a setting that it took.
QString setAndRead(const AskReport &report)
{
    if (report.readBack != AskOutcome::Done)
        return say(QT_TRANSLATE_NOOP("wording", "it took the setting; reading it back: %1"))
            .arg(askOutcomeBrief(*report.readBack));
    return report.settings.isEmpty()
        ? say(QT_TRANSLATE_NOOP("wording", "it took the setting, and tells nothing of it when it is read back"))
        : say(QT_TRANSLATE_NOOP("wording", "set, and read back: it has all of it"));
}

QString done(const AskReport &report)
{
    const AskCommand *const command = findAskCommand(report.command);
    if (command && command->needs == AskCommand::Needs::Answer)
        return say(QT_TRANSLATE_NOOP("wording", "it answered %1; the standard wants no Response to this"))
            .arg(report.status);
    if (report.readBack)
        return setAndRead(report);
    if (report.snapshot)
        return say(QT_TRANSLATE_NOOP("wording", "pictures that came: %1"))
            .arg(amount(report.snapshot->came(), report.snapshot->wanted));
    if (command && command->needs == AskCommand::Needs::List)
        return report.items.isEmpty() ? say(QT_TRANSLATE_NOOP("wording", "it answered that it has none"))
                                      : say(QT_TRANSLATE_NOOP("wording", "complete: %1")).arg(amountOf(report));
    return say(outcomes[0].sentence);
}

/// %1 and %2 of the sentence.
QStringList details(const AskReport &report)
{
    const AskCommand *const command = findAskCommand(report.command);
    switch (report.outcome) {
    case AskOutcome::BadValues:
        return {command ? report.bad.parameter + u' ' + badValue(report.bad, *command) : report.bad.parameter};
    case AskOutcome::NoAnswer:
    case AskOutcome::NoResponse: return {QString::number(AskTask::patience.count())};
    case AskOutcome::Refused: return {QString::number(report.status)};
    case AskOutcome::Incomplete: return {amountOf(report), QString::number(AskTask::partPatience.count())};
    case AskOutcome::TooLarge: return {amountOf(report)};
    case AskOutcome::NotListening: return {report.snapshot ? report.snapshot->detail : QString()};
    case AskOutcome::NotTaken: {
        const auto other = std::count_if(
            report.settings.begin(), report.settings.end(), [](const AskSetting &one) { return !one.same; });
        return {QString::number(other), QString::number(report.settings.size())};
    }
    default: return {};
    }
}

const AskParameter *parameterOf(const AskCommand &command, const QString &name)
{
    for (const AskParameter &one : command.parameters) {
        if (name.compare(QLatin1StringView(one.name), Qt::CaseInsensitive) == 0)
            return &one;
    }
    return nullptr;
}

QString range(const AskParameter &parameter)
{
    return say(QT_TRANSLATE_NOOP("wording", "must be from %1 to %2"))
        .arg(number(parameter.least), number(parameter.most));
}

QString outside(const AskParameter &parameter)
{
    return parameter.since > Edition::V2011
        ? say(QT_TRANSLATE_NOOP("wording", "is only there since %1: leave it empty")).arg(editionName(parameter.since))
        : say(QT_TRANSLATE_NOOP("wording", "is only there until %1: leave it empty")).arg(editionName(parameter.until));
}

QString choice(const AskParameter &parameter)
{
    return say(QT_TRANSLATE_NOOP("wording", "must be one of these: %1"))
        .arg(QString::fromLatin1(parameter.choices).replace(u'|', QStringLiteral(", ")));
}

} // namespace

QString askTitle(const AskCommand &command)
{
    return QCoreApplication::translate("AskCommand", command.title);
}

QString askOutcome(const AskReport &report)
{
    if (report.outcome == AskOutcome::Done || (report.outcome == AskOutcome::Incomplete && report.snapshot))
        return done(report);
    QString text = say(outcomes[static_cast<std::size_t>(report.outcome)].sentence);
    const QStringList values = details(report);
    if (values.size() == 2)
        return text.arg(values[0], values[1]);
    text = values.isEmpty() ? text : text.arg(values[0]);
    const QString reason = report.field(u"Reason");
    return report.outcome == AskOutcome::ErrorResult && !reason.isEmpty() ? QStringLiteral("%1 (%2)").arg(text, reason)
                                                                          : text;
}

QString askOutcomeBrief(AskOutcome outcome)
{
    return say(outcomes[static_cast<std::size_t>(outcome)].brief);
}

QString askOddity(const AskOddity &oddity)
{
    QString text = say(oddities[static_cast<std::size_t>(oddity.code)]);
    // In one step: what a device sent may have a %1 itself
    if (text.contains(u"%1") && text.contains(u"%2"))
        return text.arg(oddity.a, oddity.b);
    return text.contains(u"%1") ? text.arg(oddity.a) : text;
}

QString askTimes(const AskReport &report)
{
    QStringList parts;
    if (report.answeredAt)
        parts << say(QT_TRANSLATE_NOOP("wording", "answered after %1"))
                     .arg(shortTime(*report.answeredAt - report.askedAt));
    if (report.respondedAt)
        parts << say(QT_TRANSLATE_NOOP("wording", "Response after %1"))
                     .arg(shortTime(*report.respondedAt - report.askedAt));
    if (report.parts > 1)
        parts << say(QT_TRANSLATE_NOOP("wording", "all of it after %1")).arg(shortTime(report.at - report.askedAt));
    if (report.snapshot && report.snapshot->strangers > 0)
        parts << say(QT_TRANSLATE_NOOP("wording", "requests of others that were refused at the upload port: %1"))
                     .arg(report.snapshot->strangers);
    if (report.snapshot && report.snapshot->dropped > 0)
        parts << say(QT_TRANSLATE_NOOP("wording", "uploads that are not listed: %1")).arg(report.snapshot->dropped);
    return parts.join(QStringLiteral(", "));
}

QString pictureFormat(AskPicture::Format format)
{
    constexpr const char *names[] = {"", "JPEG", "PNG", "BMP"};
    return QString::fromLatin1(names[static_cast<std::size_t>(format)]);
}

void listPictures(AskReport &report)
{
    if (!report.snapshot || report.snapshot->pictures.isEmpty())
        return;
    const QLocale locale;
    report.columns = {say(QT_TRANSLATE_NOOP("wording", "Time")), say(QT_TRANSLATE_NOOP("wording", "Format")),
        say(QT_TRANSLATE_NOOP("wording", "Width x height")), say(QT_TRANSLATE_NOOP("wording", "Bytes")),
        QStringLiteral("SnapShotFileID"), say(QT_TRANSLATE_NOOP("wording", "Name by the device"))};
    const QList<AskPicture> &all = report.snapshot->pictures;
    const bool isSaved = std::any_of(
        all.begin(), all.end(), [](const AskPicture &one) { return !one.saved.isEmpty(); });
    if (isSaved)
        report.columns.append(say(QT_TRANSLATE_NOOP("wording", "Saved as")));
    for (const AskPicture &one : std::as_const(report.snapshot->pictures)) {
        const bool is = one.format != AskPicture::Format::None;
        const QString format = is ? pictureFormat(one.format) : say(QT_TRANSLATE_NOOP("wording", "no picture"));
        report.items.append({secondsClock(one.at), format,
            is ? QStringLiteral("%1 \u00d7 %2").arg(one.width).arg(one.height) : QString(), locale.toString(one.octets),
            one.fileId, one.name});
        if (isSaved)
            report.items.last().append(one.saved);
    }
}

QString askProgress(const AskProgress &progress)
{
    return amount(progress.came, progress.sum);
}

QString badValue(const BadValue &bad, const AskCommand &command)
{
    const AskParameter *const parameter = parameterOf(command, bad.parameter);
    if (!parameter)
        return say(QT_TRANSLATE_NOOP("wording", "is not a value of this command"));
    switch (bad.why) {
    case BadValue::Why::Missing: return say(QT_TRANSLATE_NOOP("wording", "is needed"));
    case BadValue::Why::Unknown: return say(QT_TRANSLATE_NOOP("wording", "is not a value of this command"));
    case BadValue::Why::NoNumber:
        return parameter->kind == AskParameter::Kind::Integer
            ? say(QT_TRANSLATE_NOOP("wording", "must be a whole number"))
            : say(QT_TRANSLATE_NOOP("wording", "must be a number"));
    case BadValue::Why::Range: return range(*parameter);
    case BadValue::Why::Choice: return choice(*parameter);
    case BadValue::Why::TooLong: return say(QT_TRANSLATE_NOOP("wording", "is too long"));
    case BadValue::Why::NoTime:
        return say(QT_TRANSLATE_NOOP("wording", "must be a time such as %1")).arg(u"2026-03-02T08:00:00");
    case BadValue::Why::NoRectangle:
        return say(QT_TRANSLATE_NOOP("wording", "must be left, top, right, bottom, such as %1")).arg(u"20,30,220,180");
    case BadValue::Why::NoSpans:
        return say(QT_TRANSLATE_NOOP("wording", "must be up to eight spans of a day, such as %1"))
            .arg(u"08:00-12:00 13:00-18:30");
    case BadValue::Why::NoId:
        return say(QT_TRANSLATE_NOOP("wording", "must be an ID: digits and letters, usually 20 digits"));
    case BadValue::Why::Edition: return outside(*parameter);
    }
    return {};
}

QString askEffect(AskCommand::Effect effect)
{
    return effect == AskCommand::Effect::Reads ? QString() : say(effects[static_cast<std::size_t>(effect)]);
}

QString edition(Edition edition)
{
    return edition == Edition::V2014 ? say(QT_TRANSLATE_NOOP("wording", "GB/T 28181-2011, amended 2014"))
                                     : QStringLiteral("GB/T 28181-") + editionName(edition);
}

QString askMissing(const AskCommand &command, Edition edition)
{
    return edition >= command.since ? QString()
                                    : say(QT_TRANSLATE_NOOP("wording", "not in the edition of %1, only since %2"))
                                          .arg(editionName(edition), editionName(command.since));
}

QString shortTime(Duration duration)
{
    const double ms = std::chrono::duration<double, std::milli>(duration).count();
    if (ms >= 1000)
        return QCoreApplication::translate("wording", "%1 s").arg(QLocale().toString(ms / 1000, 'f', 1));
    return QCoreApplication::translate("wording", "%1 ms").arg(QLocale().toString(ms, 'f', ms < 10 ? 1 : 0));
}

QString elementOf(const QString &path)
{
    return element(path);
}

QString elementOf(const QString &path, const QString &command)
{
    const AskCommand *const known = findAskCommand(command);
    return known ? element(path, {QLatin1StringView(known->cmdType)}) : element(path);
}

QString parameter(const AskCommand &command, const AskParameter &parameter)
{
    const QString path = QLatin1StringView(*parameter.path ? parameter.path : parameter.name);
    return element(path.contains(u'[') ? QString(QLatin1StringView(parameter.name)) : path,
        {QLatin1StringView(command.name), QStringLiteral("Query ") + QLatin1StringView(command.cmdType)});
}

QString askOtherEdition(const AskParameter &parameter, const QString &value, Edition edition)
{
    QStringList all;
    if (QLatin1StringView(parameter.name) != QLatin1StringView("ConfigType"))
        return {};
    for (const ConfigType *one : otherConfigTypes(value, edition)) {
        const QString text = edition < one->since
            ? say(QT_TRANSLATE_NOOP("wording", "%1 is not in the edition of %2, only since %3"))
            : say(QT_TRANSLATE_NOOP("wording", "%1 is not in the edition of %2, only until %3"));
        all << text.arg(QLatin1StringView(one->name), editionName(edition),
            editionName(edition < one->since ? one->since : one->until));
    }
    return all.join(u'\n');
}

} // namespace gb::wording
