#include "core/report/words/wording.h"

#include "core/report/words/deliverywording.h"

#include "core/message/digest.h"
#include "core/report/words/digestwording.h"
#include "core/report/words/say_p.h"

#include <QCoreApplication>

#include <algorithm>

namespace gb::wording {
namespace {

/// QT_TRANSLATE_NOOP keeps lupdate and the tables below together.
struct NoteText
{
    NoteCode code;
    const char *text; ///< %1 is a, %2 is b
};

constexpr NoteText noteTexts[] = {
    {NoteCode::None, ""},
    {NoteCode::RegisterSeen, QT_TRANSLATE_NOOP("wording", "has sent a REGISTER")},
    {NoteCode::Challenged, QT_TRANSLATE_NOOP("wording", "has not answered the 401 yet")},
    {NoteCode::CredentialsSent, QT_TRANSLATE_NOOP("wording", "has sent its credentials, no answer to them yet")},
    {NoteCode::Registered, QT_TRANSLATE_NOOP("wording", "registered")},
    {NoteCode::Beating, QT_TRANSLATE_NOOP("wording", "heartbeat")},
    {NoteCode::HeartbeatOnly, QT_TRANSLATE_NOOP("wording", "heartbeats only, no registration seen")},
    {NoteCode::HeartbeatOverdue,
        QT_TRANSLATE_NOOP("wording", "heartbeat overdue: nothing for %1 s, expected every %2 s")},
    {NoteCode::HeartbeatsStopped, QT_TRANSLATE_NOOP("wording", "no heartbeat for %1 s (%2)")},
    {NoteCode::NeverBeaten, QT_TRANSLATE_NOOP("wording", "registered, but no heartbeat within %1 s (%2)")},
    {NoteCode::SaidGoodbye, QT_TRANSLATE_NOOP("wording", "unregistered itself")},
    {NoteCode::RegistrationLapsed, QT_TRANSLATE_NOOP("wording", "not refreshed within its Expires of %1 s")},
    {NoteCode::WrongPassword, QT_TRANSLATE_NOOP("wording", "wrong password")},
    {NoteCode::PasswordKnown, QT_TRANSLATE_NOOP("wording", "wrong password: the device uses %1")},
    {NoteCode::PasswordTrimmed,
        QT_TRANSLATE_NOOP("wording", "wrong password: the device uses %1, without the spaces around it")},
    {NoteCode::PasswordBlank,
        QT_TRANSLATE_NOOP("wording", "wrong password: the device uses %1, with a trailing space")},
    {NoteCode::PasswordLowerCase, QT_TRANSLATE_NOOP("wording", "wrong password: the device uses %1, in lower case")},
    {NoteCode::PasswordUpperCase, QT_TRANSLATE_NOOP("wording", "wrong password: the device uses %1, in upper case")},
    {NoteCode::PasswordCapital,
        QT_TRANSLATE_NOOP("wording", "wrong password: the device uses %1, its first letter in the other case")},
    {NoteCode::PasswordFullWidth,
        QT_TRANSLATE_NOOP("wording", "wrong password: the device uses %1, typed in full-width characters")},
    {NoteCode::PasswordQuoted, QT_TRANSLATE_NOOP("wording", "wrong password: the device uses %1, in quotes")},
    {NoteCode::PasswordLineEnd,
        QT_TRANSLATE_NOOP("wording", "wrong password: the device uses %1, with a line end behind it")},
    {NoteCode::PasswordCut,
        QT_TRANSLATE_NOOP("wording", "wrong password: the device uses only the first %2 characters of %1")},
    {NoteCode::PasswordEmpty, QT_TRANSLATE_NOOP("wording", "wrong password: the device uses an empty one")},
    {NoteCode::PasswordOtherInput,
        QT_TRANSLATE_NOOP("wording", "%1 fits, but the digest was made with another input than its header says: %2")},
    {NoteCode::PasswordOtherUser,
        QT_TRANSLATE_NOOP("wording", "the device uses %1, but its digest is made with the user name \"%2\"")},
    {NoteCode::PasswordOtherFormula,
        QT_TRANSLATE_NOOP(
            "wording", "the device uses %1, but its digest is made by another formula than its header says (qop)")},
    {NoteCode::NoCandidateFits,
        QT_TRANSLATE_NOOP("wording", "none of the %1 known passwords fits its digest, in any of the tried ways")},
    {NoteCode::WrongRealm, QT_TRANSLATE_NOOP("wording", "wrong realm: the device used \"%1\", challenged was \"%2\"")},
    {NoteCode::WrongUserName, QT_TRANSLATE_NOOP("wording", "user name \"%1\" is not the device ID %2")},
    {NoteCode::WrongDigestUri,
        QT_TRANSLATE_NOOP("wording", "the digest was made for \"%1\", which is not this server")},
    {NoteCode::StaleNonce, QT_TRANSLATE_NOOP("wording", "answered an old challenge; a new one was sent")},
    {NoteCode::BadCredentials, QT_TRANSLATE_NOOP("wording", "the Authorization header cannot be read")},
    {NoteCode::OtherScheme, QT_TRANSLATE_NOOP("wording", "offers \"%1\" instead of Digest")},
    {NoteCode::Rejected, QT_TRANSLATE_NOOP("wording", "registration refused: %1 %2")},
    {NoteCode::OddId, QT_TRANSLATE_NOOP("wording", "\"%1\" is not a 20-digit device ID")},
    {NoteCode::ForeignHeartbeat,
        QT_TRANSLATE_NOOP("wording", "a heartbeat came from %1, the device is registered at %2: not counted")},
    {NoteCode::TransportChanged,
        QT_TRANSLATE_NOOP("wording", "now sends over %1, before over %2, without re-registering")},
    {NoteCode::PortChanged, QT_TRANSLATE_NOOP("wording", "now sends from %1, before from %2 (restart or NAT)")},
    {NoteCode::BeatsForOthers, QT_TRANSLATE_NOOP("wording", "%1 registered names send their heartbeats under this ID")},
    {NoteCode::UnregisteredHeartbeat, QT_TRANSLATE_NOOP("wording", "beats without being registered; answered %1")},
    {NoteCode::BrokenBody, QT_TRANSLATE_NOOP("wording", "the XML of a message breaks at character %1")},
    {NoteCode::WrongCharset, QT_TRANSLATE_NOOP("wording", "a body says it is %1 but is %2")},
    {NoteCode::MalformedMessage, QT_TRANSLATE_NOOP("wording", "malformed message: %1")},
    {NoteCode::OddBody, QT_TRANSLATE_NOOP("wording", "not as the standard wants it: %1")},
    {NoteCode::RepeatedOverTcp,
        QT_TRANSLATE_NOOP(
            "wording", "repeats %1 over TCP, where SIP must not: the device's fault (TCP itself makes up for losses)")},
    {NoteCode::OtherBodyInRetransmission,
        QT_TRANSLATE_NOOP("wording", "a retransmission carries another body than the first copy")},
    {NoteCode::TooManyDevices, QT_TRANSLATE_NOOP("wording", "too many devices: %1 at most are kept")},
    {NoteCode::PasswordOfOthers, QT_TRANSLATE_NOOP("wording", "refused with %1, which the platform takes from others")},
    {NoteCode::BadStatus, QT_TRANSLATE_NOOP("wording", "the device reports Status %1")},
    {NoteCode::ChallengeIgnored,
        QT_TRANSLATE_NOOP("wording", "ignores the 401: %1 new REGISTERs without credentials since")},
    {NoteCode::ChallengeVariant, QT_TRANSLATE_NOOP("wording", "ignores the 401: trying form %1 of 4 (%2)")},
    {NoteCode::ChallengeLearnt, QT_TRANSLATE_NOOP("wording", "registered with another form of the 401: %1")},
    {NoteCode::OwnLinkDown, QT_TRANSLATE_NOOP("wording", "our own network link %1 was down: nothing could be heard")},
    {NoteCode::RegisteredBefore, QT_TRANSLATE_NOOP("wording", "registered before this start; not heard since")},
    {NoteCode::NotListening, QT_TRANSLATE_NOOP("wording", "not judged: nothing listens now")},
    {NoteCode::NothingListens, QT_TRANSLATE_NOOP("wording", "nothing listens at %1 (ICMP port unreachable)")},
    {NoteCode::NotReached, QT_TRANSLATE_NOOP("wording", "%1 is not reached (ICMP: %2)")},
    {NoteCode::HeardOnly, QT_TRANSLATE_NOOP("wording", "no registration and no heartbeat of it in this record")},
    {NoteCode::BeatWaits, QT_TRANSLATE_NOOP("wording", "a heartbeat, and no answer yet")},
    {NoteCode::BeatRepeated, QT_TRANSLATE_NOOP("wording", "a heartbeat, sent again and not answered")},
    {NoteCode::NoneAnswered, QT_TRANSLATE_NOOP("wording", "%1 heartbeats, none answered")},
    {NoteCode::BeatsRefused, QT_TRANSLATE_NOOP("wording", "beats, but the heartbeats are refused: %1")},
    {NoteCode::BeatsUnanswered, QT_TRANSLATE_NOOP("wording", "beats, but the last %1 heartbeats were not answered")},
    {NoteCode::NotComeYet, QT_TRANSLATE_NOOP("wording", "not seen yet")},
    {NoteCode::BodyLost, QT_TRANSLATE_NOOP("wording", "its MESSAGEs arrive without their bodies")},
};

constexpr const char *formTexts[] = {
    QT_TRANSLATE_NOOP("wording", "MD5 without qop"),
    QT_TRANSLATE_NOOP("wording", "MD5 with qop"),
    QT_TRANSLATE_NOOP("wording", "without algorithm"),
    QT_TRANSLATE_NOOP("wording", "SHA-256"),
    QT_TRANSLATE_NOOP("wording", "another algorithm"),
};
static_assert(std::size(formTexts) == static_cast<std::size_t>(ChallengeForm::Other) + 1);

constexpr const char *stateTexts[] = {
    QT_TRANSLATE_NOOP("wording", "never seen"),
    QT_TRANSLATE_NOOP("wording", "registering"),
    QT_TRANSLATE_NOOP("wording", "authentication failed"),
    QT_TRANSLATE_NOOP("wording", "online"),
    QT_TRANSLATE_NOOP("wording", "late"),
    QT_TRANSLATE_NOOP("wording", "offline"),
    QT_TRANSLATE_NOOP("wording", "unregistered"),
    QT_TRANSLATE_NOOP("wording", "registration lapsed"),
    //: of a device that was heard, and neither registers nor beats in this record
    QT_TRANSLATE_NOOP("wording", "not known"),
    QT_TRANSLATE_NOOP("wording", "not answered"),
};

constexpr const char *faultTexts[] = {
    QT_TRANSLATE_NOOP("wording", "start line is not \"METHOD URI SIP/2.0\""),
    QT_TRANSLATE_NOOP("wording", "version is not SIP/2.0"),
    QT_TRANSLATE_NOOP("wording", "status is not 100 to 699"),
    QT_TRANSLATE_NOOP("wording", "lines end in LF, not CR LF"),
    QT_TRANSLATE_NOOP("wording", "no empty line ends the headers"),
    QT_TRANSLATE_NOOP("wording", "longer or more complicated than any real message"),
    QT_TRANSLATE_NOOP("wording", "NUL byte in the headers"),
    QT_TRANSLATE_NOOP("wording", "a header line cannot be read"),
    QT_TRANSLATE_NOOP("wording", "a header stands twice that may stand once"),
    QT_TRANSLATE_NOOP("wording", "no usable Via"),
    QT_TRANSLATE_NOOP("wording", "no usable From"),
    QT_TRANSLATE_NOOP("wording", "From has no tag"),
    QT_TRANSLATE_NOOP("wording", "no usable To"),
    QT_TRANSLATE_NOOP("wording", "no Call-ID"),
    QT_TRANSLATE_NOOP("wording", "CSeq is missing or wrong"),
    QT_TRANSLATE_NOOP("wording", "Contact cannot be read"),
    QT_TRANSLATE_NOOP("wording", "Expires is no number of seconds"),
    QT_TRANSLATE_NOOP("wording", "Content-Length is no number"),
    QT_TRANSLATE_NOOP("wording", "no Content-Length, which TCP needs"),
    QT_TRANSLATE_NOOP("wording", "body shorter than Content-Length"),
    QT_TRANSLATE_NOOP("wording", "bytes after the body"),
    QT_TRANSLATE_NOOP("wording", "body without Content-Type"),
};
static_assert(std::size(faultTexts) == static_cast<std::size_t>(HeadFault::Count));

/// In the order of ManscdpFault.
constexpr const char *bodyFaultTexts[] = {
    QT_TRANSLATE_NOOP("wording", "its body is empty"),
    QT_TRANSLATE_NOOP("wording", "its body is larger than any real one"),
    QT_TRANSLATE_NOOP("wording", "its body has a DTD"),
    QT_TRANSLATE_NOOP("wording", "its body is no XML"),
    QT_TRANSLATE_NOOP("wording", "the root element is none of Notify, Response, Query and Control"),
    QT_TRANSLATE_NOOP("wording", "it has no SN that is a number"),
    QT_TRANSLATE_NOOP("wording", "it has no DeviceID"),
    QT_TRANSLATE_NOOP("wording", "it has no CmdType"),
    QT_TRANSLATE_NOOP("wording", "something stands behind the root element"),
    QT_TRANSLATE_NOOP("wording", "nobody can read its encoding %1: not counted"),
    QT_TRANSLATE_NOOP("wording", "some bytes are no text in its encoding %1"),
    QT_TRANSLATE_NOOP("wording", "a Keepalive whose root element is not Notify: not counted"),
    QT_TRANSLATE_NOOP("wording", "a Keepalive that is no MESSAGE: not counted"),
    QT_TRANSLATE_NOOP("wording", "%1 is written in other letters, which is another name to XML: not read"),
    QT_TRANSLATE_NOOP("wording", "its elements are in a namespace (%1): counted, though a stricter platform may not"),
    QT_TRANSLATE_NOOP("wording", "a time that is none: %1"),
    QT_TRANSLATE_NOOP("wording", "a number that cannot be: %1"),
};
static_assert(std::size(bodyFaultTexts) == static_cast<std::size_t>(ManscdpFault::Count));

constexpr const char *typeTexts[] = {
    "",
    "DVR",
    QT_TRANSLATE_NOOP("wording", "Video server"),
    QT_TRANSLATE_NOOP("wording", "Encoder"),
    QT_TRANSLATE_NOOP("wording", "Decoder"),
    QT_TRANSLATE_NOOP("wording", "Alarm controller"),
    "NVR",
    "HVR",
    QT_TRANSLATE_NOOP("wording", "Camera"),
    QT_TRANSLATE_NOOP("wording", "IP camera"),
    QT_TRANSLATE_NOOP("wording", "Display"),
    QT_TRANSLATE_NOOP("wording", "Alarm input"),
    QT_TRANSLATE_NOOP("wording", "Alarm output"),
    QT_TRANSLATE_NOOP("wording", "Voice input"),
    QT_TRANSLATE_NOOP("wording", "Voice output"),
    QT_TRANSLATE_NOOP("wording", "Mobile device"),
    QT_TRANSLATE_NOOP("wording", "Other device"),
    QT_TRANSLATE_NOOP("wording", "Platform"),
    QT_TRANSLATE_NOOP("wording", "Business group"),
    QT_TRANSLATE_NOOP("wording", "Virtual organisation"),
    QT_TRANSLATE_NOOP("wording", "User"),
};
static_assert(std::size(typeTexts) == static_cast<std::size_t>(IdType::User) + 1);

} // namespace

QString state(DeviceState state)
{
    return say(stateTexts[static_cast<std::size_t>(state)]);
}

QString passwordName(const QString &place)
{
    return place.isEmpty() ? say(QT_TRANSLATE_NOOP("wording", "an empty password"))
        : place == u"0"    ? say(QT_TRANSLATE_NOOP("wording", "the server's own password"))
                           : say(QT_TRANSLATE_NOOP("wording", "password %1 of the list")).arg(place);
}

/// `number` of a ChallengeForm.
static QString formName(const QString &number)
{
    return say(formTexts[std::clamp<std::size_t>(number.toUInt(), 0, std::size(formTexts) - 1)]);
}

QString note(const Note &note)
{
    for (const NoteText &entry : noteTexts) {
        if (entry.code != note.code || note.code == NoteCode::None)
            continue;
        if (note.code == NoteCode::MalformedMessage)
            return say(entry.text)
                .arg(headFault(
                    static_cast<HeadFault>(std::clamp(note.a.toInt(), 0, static_cast<int>(HeadFault::Count) - 1))));
        if (note.code == NoteCode::OddBody)
            return say(entry.text)
                .arg(bodyFault(
                    static_cast<ManscdpFault>(std::clamp(note.a.toInt(), 0, static_cast<int>(ManscdpFault::Count) - 1)),
                    note.b));
        if (note.code == NoteCode::NoneAnswered && !note.b.isEmpty())
            return say(QT_TRANSLATE_NOOP("wording",
                           "registered? %1 heartbeats are in this record, and no answer to any of its messages"))
                .arg(note.a);
        const bool password = (note.code >= NoteCode::PasswordKnown && note.code <= NoteCode::PasswordOtherInput)
            || note.code == NoteCode::PasswordOfOthers;
        const QString a = password                   ? passwordName(note.a)
            : note.code == NoteCode::ChallengeLearnt ? formName(note.a)
                                                     : note.a;
        const QString b = note.code == NoteCode::ChallengeVariant ? formName(note.b)
            : note.code == NoteCode::NotReached                   ? icmpReason(note.b)
            : note.code == NoteCode::PasswordOtherInput           ? digestInput(note.b)
                                                                  : note.b;
        // In one go, so that a %2 inside a is no place marker; a text without markers takes no arguments.
        const QString text = say(entry.text);
        return text.contains(u"%2") ? text.arg(a, b) : text.contains(u"%1") ? text.arg(a) : text;
    }
    return {};
}

QString headFault(HeadFault fault)
{
    return say(faultTexts[static_cast<std::size_t>(fault)]);
}

QString bodyFault(ManscdpFault fault, const QString &what)
{
    const QString text = say(bodyFaultTexts[static_cast<std::size_t>(fault)]);
    QString out = text.contains(u"%1") ? text.arg(what).trimmed() : text;
    while (out.endsWith(u':') || out.endsWith(QChar(0xff1a))) // nothing shows it
        out.chop(1);
    return out;
}

QString deviceType(IdType type)
{
    const char *text = typeTexts[static_cast<std::size_t>(type)];
    return *text ? say(text) : QString();
}

QString span(Duration duration)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(std::max(duration, Duration::zero())).count();
    if (seconds < 60)
        return QCoreApplication::translate("wording", "%1 s").arg(seconds);
    if (seconds < 3600) {
        return seconds % 60 == 0
            ? QCoreApplication::translate("wording", "%1 min").arg(seconds / 60)
            : QCoreApplication::translate("wording", "%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    }
    if (seconds < 86400)
        return QCoreApplication::translate("wording", "%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    return QCoreApplication::translate("wording", "%1 d %2 h").arg(seconds / 86400).arg(seconds / 3600 % 24);
}

/// Without `now` there is no time that runs on.
static QString sentenceAt(const DeviceSnapshot &device, std::optional<TimePoint> now, bool withInterval)
{
    const auto since = [&](TimePoint then) { return now ? span(*now - then) : QStringLiteral("\u2026"); };
    const auto sinceBeat = [&] { return since(device.facts.lastBeat.value_or(device.facts.startedAt)); };
    const auto rhythm = [&] {
        return device.medianInterval.count() == 0 || !withInterval
            ? QString()
            : QCoreApplication::translate("wording", " \u00b7 every %1 s")
                  .arg(QString::number(inSeconds(device.medianInterval), 'f', 1));
    };
    if (device.reason.code == NoteCode::NotListening)
        return note(device.reason);
    const bool out = device.verdict.state == DeviceState::Late || device.verdict.state == DeviceState::Offline;
    const NoteCode why = device.reason.code;
    if (why == NoteCode::BeatsRefused || why == NoteCode::BeatsUnanswered)
        return note(device.reason);
    if (why == NoteCode::NothingListens || why == NoteCode::NotReached || (out && why == NoteCode::OwnLinkDown))
        return note(device.reason);
    if (out && device.contact.registeredAt())
        return QCoreApplication::translate("wording", "re-registering for %1 without an answer")
            .arg(since(*device.contact.registeredAt()));
    switch (device.verdict.state) {
    case DeviceState::NeverSeen: {
        if (!device.isMissing())
            break;
        QString text = note(device.reason);
        if (device.facts.phaseSince != TimePoint{})
            text += QCoreApplication::translate("wording", " \u00b7 waited for %1").arg(since(device.facts.phaseSince));
        //: the address that somebody wrote beside an expected device
        return device.reason.a.isEmpty()
            ? text
            : text + QCoreApplication::translate("wording", " \u00b7 expected at %1").arg(device.reason.a);
    }
    case DeviceState::Online:
        if (!device.facts.lastBeat)
            return QCoreApplication::translate("wording", "registered %1 ago, no heartbeat yet").arg(sinceBeat());
        if (device.reason.code == NoteCode::HeartbeatOnly || device.reason.code == NoteCode::BeatsForOthers)
            return note(device.reason);
        return QCoreApplication::translate("wording", "heartbeat %1 ago").arg(sinceBeat()) + rhythm();
    case DeviceState::Late:
        return device.facts.lastBeat
            ? QCoreApplication::translate("wording", "silent for %1").arg(sinceBeat()) + rhythm()
            : QCoreApplication::translate("wording", "registered %1 ago, no heartbeat yet").arg(sinceBeat());
    case DeviceState::Offline:
        return (device.facts.lastBeat
                       ? QCoreApplication::translate("wording", "silent for %1").arg(sinceBeat()) + rhythm()
                       : QCoreApplication::translate("wording", "no heartbeat, registered %1 ago").arg(sinceBeat()))
            + (device.problem.code == NoteCode::BeatsForOthers ? QStringLiteral(" \u00b7 ") + note(device.problem)
                                                               : QString());
    case DeviceState::Registering:
    case DeviceState::AuthFailed:
    case DeviceState::Unregistered:
    case DeviceState::Unknown:
    case DeviceState::NotAnswered:
    case DeviceState::Lapsed: break;
    }
    return note(device.reason);
}

QString sentence(const DeviceSnapshot &device, TimePoint now)
{
    return sentenceAt(device, now, true);
}

QString briefSentence(const DeviceSnapshot &device, TimePoint now)
{
    return sentenceAt(device, now, false);
}

QString lastingSentence(const DeviceSnapshot &device)
{
    return sentenceAt(device, std::nullopt, true);
}

QString policy(const HeartbeatPolicy &policy)
{
    return QCoreApplication::translate("wording", "%1 s").arg(policy.interval.count())
        + QStringLiteral(" \u00d7 %1").arg(policy.timeoutCount);
}

} // namespace gb::wording
