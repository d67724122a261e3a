#include "core/report/words/findingwords.h"

#include "core/findings/rules/foundkind.h"
#include "core/report/words/deliverywording.h"
#include "core/report/words/digestwording.h"
#include "core/report/words/findingtexts_p.h"
#include "core/report/words/shownclock.h"
#include "core/report/words/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace gb::wording {
namespace {

QString say(const char *text)
{
    return *text ? QCoreApplication::translate("finding", text) : QString();
}

/// All markers in one go, so that a %2 inside a word is no marker.
QString filled(const char *text, const QString (&words)[3])
{
    QString out;
    const QString pattern = say(text);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int place = pattern.at(i) == u'%' && i + 1 < pattern.size() ? pattern.at(i + 1).digitValue() : -1;
        if (place >= 1 && place <= 3) {
            out += words[place - 1];
            ++i;
        } else {
            out += pattern.at(i);
        }
    }
    out.replace(QStringLiteral(" ()"), QString()); // around a word that is empty
    out.replace(QStringLiteral("\uff08\uff09"), QString());
    return out.trimmed();
}

std::optional<FindingWords> wordsOf(FindingCode code)
{
    if (const FoundKind *const found = foundKindOf(code))
        return FindingWords{code, found->culprit, found->title, found->cause, found->advice};
    for (const auto &table :
        {registrationWords, otherWords, recordWords, evidenceWords, weighedWords, answerWords, mediaWords}) {
        const auto found = std::find_if(
            table.begin(), table.end(), [code](const FindingWords &one) { return one.code == code; });
        if (found != table.end())
            return *found;
    }
    return std::nullopt;
}

/// "+36 s", "-16 h"
QString clockOff(const QString &seconds)
{
    const qint64 off = seconds.toLongLong();
    return QLatin1StringView(off < 0 ? "-" : "+") + span(std::chrono::seconds(std::abs(off)));
}

QString moment(const QString &milliseconds)
{
    return shownTime(TimePoint(std::chrono::milliseconds(milliseconds.toLongLong())))
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

/// "when;CSeq" of a REGISTER.
QString acceptedFirst(const QString &text)
{
    const qsizetype part = text.indexOf(u';');
    return part < 0 ? QString() : moment(text.left(part)) + QStringLiteral(", CSeq ") + text.mid(part + 1);
}

QString looseHeader(const QString &what, const QString &text)
{
    return what == u"branch"
        ? say(QT_TRANSLATE_NOOP("finding", "the branch in Via does not begin with z9hG4bK: %1")).arg(text)
        : what == u"IPv6" ? say(QT_TRANSLATE_NOOP("finding", "an IPv6 address without brackets: %1")).arg(text)
                          : say(QT_TRANSLATE_NOOP("finding", "its Via has no branch"));
}

bool namesPassword(FindingCode code)
{
    return code == FindingCode::OtherUserInDigest || code == FindingCode::OtherFormula
        || code == FindingCode::PlatformPassword || code == FindingCode::OtherInputInDigest;
}

/// What may have been lost depends on how it came: TCP loses nothing, and a small datagram is in no fragments.
void setByWay(const Finding &finding, FindingText &text)
{
    if (finding.c.isEmpty() || finding.c == u"whole")
        return;
    const bool tcp = finding.c == u"tcp";
    if (finding.code == FindingCode::CutMessage) {
        text.cause = say(QT_TRANSLATE_NOOP("finding",
            "Its rest did not come: the TCP connection ended or stood still in the middle of it, or the Content-Length "
            "is too large."));
        text.advice = say(QT_TRANSLATE_NOOP(
            "finding", "Look at the way between; if it stays so, send the exported session to the vendor."));
        return;
    }
    text.cause = tcp ? say(QT_TRANSLATE_NOOP("finding",
                     "It came over TCP, which loses nothing: the device announces more than it sends, or gave up "
                     "between two parts."))
                     : say(QT_TRANSLATE_NOOP("finding",
                         "Parts of the answer were lost, or the device announces more than it sends. None of the "
                         "parts that came was large enough for fragments."));
    text.advice = tcp ? say(QT_TRANSLATE_NOOP("finding",
                      "Ask again. If it is the same number each time, count the channels in the device, and update "
                      "the firmware."))
                      : say(QT_TRANSLATE_NOOP("finding",
                          "Ask again. If it is the same number each time, nothing was lost: count the channels in the "
                          "device. Else set its transport protocol to TCP."));
}

/// Whether the server wants that password is known of our own alone.
QString passwordTitle(const Finding &finding)
{
    const auto code = static_cast<NoteCode>(finding.b.section(u' ', 0, 0).toInt());
    if (code == NoteCode::PasswordKnown && finding.b.endsWith(u" foreign"))
        return say(QT_TRANSLATE_NOOP("finding", "It uses %1, and the server refuses it")).arg(passwordName(finding.a));
    return note({code, finding.a, finding.c});
}

/// The words of the cause; NothingArrives has an address as its third.
void setMediaValues(const Finding &finding, QString (&values)[3])
{
    const QStringList words = finding.b.split(u'|');
    for (int i = 0; i < 3; ++i)
        values[i] = words.value(i);
    if (finding.code == FindingCode::MediaNothingArrives && !values[2].isEmpty())
        values[2] = say(QT_TRANSLATE_NOOP("finding",
                            "Here the offer names another address than that which the signalling came from (%1): look "
                            "there first."))
                        .arg(values[2]);
    else if (finding.code == FindingCode::MediaNoPs && values[0].isEmpty())
        values[0] = say(QT_TRANSLATE_NOOP("finding", "an unknown format"));
    else if (finding.code == FindingCode::MediaMapOnce || finding.code == FindingCode::MediaNoMap)
        values[0].clear();
}

} // namespace

FindingText finding(const Finding &finding)
{
    const std::optional<FindingWords> words = wordsOf(finding.code);
    if (!words)
        return {};
    QString values[3] = {finding.a, finding.b, finding.c};
    if (finding.code == FindingCode::Malformed)
        values[0] = headFault(
            static_cast<HeadFault>(std::clamp(finding.a.toInt(), 0, static_cast<int>(HeadFault::Count) - 1)));
    else if (finding.code == FindingCode::OddBody)
        values[0] = bodyFault(
            static_cast<ManscdpFault>(std::clamp(finding.a.toInt(), 0, static_cast<int>(ManscdpFault::Count) - 1)),
            finding.b);
    else if (finding.code == FindingCode::BodiesLost)
        values[0] = bodyLoss(finding.a, finding.b);
    else if (finding.code == FindingCode::OfferFault)
        values[1] = offerFault(
            static_cast<OfferFault>(std::clamp(finding.b.toInt(), 0, static_cast<int>(OfferFault::Count) - 1)));
    else if (finding.code == FindingCode::WentSilent)
        values[0] = moment(finding.a);
    else if (finding.code == FindingCode::ClockOff)
        values[0] = clockOff(finding.a);
    else if (finding.code == FindingCode::RecordGap)
        values[1] = moment(finding.b), values[2] = moment(finding.c);
    else if (finding.code == FindingCode::NotReachable)
        values[2] = icmpReason(finding.c);
    else if (namesPassword(finding.code))
        values[0] = passwordName(finding.a);
    else if (finding.code == FindingCode::ChallengeForm)
        values[0] = finding.a == u"no algorithm" ? say(QT_TRANSLATE_NOOP("finding", "no algorithm"))
            : finding.a.isEmpty()                ? QStringLiteral("algorithm=MD5")
                                                 : finding.a;
    else if (finding.code == FindingCode::NotSip && finding.b == u"zero octets")
        values[1] = say(QT_TRANSLATE_NOOP("finding", "zero bytes"));
    if (finding.code == FindingCode::OtherInputInDigest)
        values[1] = digestInput(finding.b);
    else if (finding.code == FindingCode::NoPasswordFits || finding.code == FindingCode::WrongPassword)
        values[1] = digestTried(finding.b);
    if (finding.code == FindingCode::WrongPassword && !finding.c.isEmpty())
        values[2] = moment(finding.c);
    else if (finding.code == FindingCode::LooseHeader)
        values[0] = looseHeader(finding.a, finding.b);
    else if (finding.code == FindingCode::RegistrationRefused)
        values[2] = acceptedFirst(finding.c);
    if (isOfMedia(finding.code))
        setMediaValues(finding, values);
    const CaseWords *const special = caseOf(finding);
    const auto one = [&](const char *own, const char *usual) { return filled(own ? own : usual, values); };
    FindingText text = special
        ? FindingText{one(special->title, words->title), one(special->cause, words->cause),
            one(special->advice, words->advice)}
        : FindingText{filled(words->title, values), filled(words->cause, values), filled(words->advice, values)};
    if (finding.code == FindingCode::CatalogShort || finding.code == FindingCode::CutMessage)
        setByWay(finding, text);
    if (finding.code == FindingCode::Malformed && finding.b.isEmpty() && !text.cause.isEmpty())
        text.cause.chop(1); // the colon, which nothing follows
    if (isOfMedia(finding.code) && finding.device.isEmpty() && !finding.a.isEmpty())
        text.title += QStringLiteral(" (%1)").arg(finding.a); // the stream is all that names it
    if (finding.code == FindingCode::PasswordFound)
        text.title = passwordTitle(finding);
    return text;
}

QString severity(Severity severity)
{
    constexpr const char *texts[] = {QT_TRANSLATE_NOOP("finding", "note"), QT_TRANSLATE_NOOP("finding", "warning"),
        QT_TRANSLATE_NOOP("finding", "error")};
    return say(texts[static_cast<std::size_t>(severity)]);
}

QString likelihood(Likelihood likelihood)
{
    constexpr const char *texts[] = {QT_TRANSLATE_NOOP("finding", "possible"), QT_TRANSLATE_NOOP("finding", "likely"),
        QT_TRANSLATE_NOOP("finding", "certain")};
    return say(texts[static_cast<std::size_t>(likelihood)]);
}

static std::optional<Culprit> culpritOf(const Finding &finding)
{
    const std::optional<FindingWords> words = wordsOf(finding.code);
    const CaseWords *const special = caseOf(finding);
    return special ? std::optional(special->culprit) : words ? std::optional(words->culprit) : std::nullopt;
}

const char *culpritCode(Culprit whose)
{
    constexpr const char *codes[] = {"camera", "firmware", "network", "server", "record"};
    return codes[static_cast<std::size_t>(whose)];
}

const char *culpritCode(const Finding &finding)
{
    const auto whose = culpritOf(finding);
    return whose ? culpritCode(*whose) : "";
}

QString culprit(Culprit whose)
{
    constexpr const char *texts[] = {QT_TRANSLATE_NOOP("finding", "setting in the camera"),
        QT_TRANSLATE_NOOP("finding", "the device's firmware"), QT_TRANSLATE_NOOP("finding", "network"),
        QT_TRANSLATE_NOOP("finding", "server"), QT_TRANSLATE_NOOP("finding", "nobody's fault")};
    return say(texts[static_cast<std::size_t>(whose)]);
}

QString culprit(const Finding &finding)
{
    const auto whose = culpritOf(finding);
    return whose ? culprit(*whose) : QString();
}

} // namespace gb::wording
