#include "core/report/words/findingwords.h"
#include "core/report/words/shownclock.h"

#include <QCoreApplication>

#include <algorithm>

/// The words of causes that compete, and of what speaks for them and against them.
namespace gb::wording {
namespace {

struct CauseWords
{
    CauseCode code;
    Culprit culprit;
    const char *cause, *toTell;
};

constexpr CauseWords causes[] = {
    {CauseCode::PowerLost, Culprit::Camera, QT_TRANSLATE_NOOP("cause", "It has lost its power"),
        QT_TRANSLATE_NOOP("cause", "Look whether its lamp, or the port of its switch, is on.")},
    {CauseCode::WayLost, Culprit::Network, QT_TRANSLATE_NOOP("cause", "The way to it is broken: cable, switch, NAT"),
        QT_TRANSLATE_NOOP("cause", "Ping it from this computer, and from a computer beside it.")},
    {CauseCode::Crashed, Culprit::Device,
        QT_TRANSLATE_NOOP("cause", "Its program hangs, or it has started again and not come back"),
        QT_TRANSLATE_NOOP("cause", "Open its web page: if it answers, look at how long it has been running.")},
    {CauseCode::Lapsed, Culprit::Device,
        QT_TRANSLATE_NOOP("cause", "Its registration ended or was refused, and it did not register again"),
        QT_TRANSLATE_NOOP("cause", "Look in its web page whether platform access is on, and what state it shows.")},
    {CauseCode::AddressMoved, Culprit::Network, QT_TRANSLATE_NOOP("cause", "It has another address now"),
        QT_TRANSLATE_NOOP("cause", "Look in the DHCP server or the router which address its MAC has.")},
    {CauseCode::ServerGone, Culprit::Server, QT_TRANSLATE_NOOP("cause", "The server is down or hangs"),
        QT_TRANSLATE_NOOP("cause", "Look whether its process runs and what its log says of that time.")},
    {CauseCode::WayToServer, Culprit::Network,
        QT_TRANSLATE_NOOP("cause", "Messages, or the answers to them, are lost on the way"),
        QT_TRANSLATE_NOOP("cause", "Capture at the device and at the server at the same time, and open both files.")},
    {CauseCode::NotKnownThere, Culprit::Server,
        QT_TRANSLATE_NOOP("cause", "The server drops what this device sends: it does not know it, or not any more"),
        QT_TRANSLATE_NOOP("cause", "Look for its ID in the server's list of devices and in its log.")},
    {CauseCode::NotCaptured, Culprit::Record,
        QT_TRANSLATE_NOOP("cause", "It was answered, and the answer not captured"),
        QT_TRANSLATE_NOOP("cause", "Capture again with both directions, without a filter, and with -s 0.")},
    {CauseCode::WrongPasswordInDevice, Culprit::Camera,
        QT_TRANSLATE_NOOP("cause", "The password in the device is wrong or empty"),
        QT_TRANSLATE_NOOP("cause", "Type the password of the platform in the device again.")},
    {CauseCode::PasswordChanged, Culprit::Server,
        QT_TRANSLATE_NOOP("cause", "The password was changed, at one of both ends"),
        QT_TRANSLATE_NOOP(
            "cause", "Ask who changed a password since it was accepted, in the server or in the device.")},
    {CauseCode::OtherNameOrRealm, Culprit::Camera,
        QT_TRANSLATE_NOOP("cause", "It computes with another user name or realm than the server"),
        QT_TRANSLATE_NOOP("cause", "Set its authentication ID to its device ID, and its SIP domain to the server's.")},
    {CauseCode::OtherDigestForm, Culprit::Device,
        QT_TRANSLATE_NOOP("cause", "It does not understand the form of the challenge, or has another formula"),
        QT_TRANSLATE_NOOP("cause", "Let gbscope challenge it in other forms, one after another.")},
    {CauseCode::ChallengeLost, Culprit::Network, QT_TRANSLATE_NOOP("cause", "The 401 does not arrive"),
        QT_TRANSLATE_NOOP("cause", "Capture at the device: the 401 is there, or it is not.")},
    {CauseCode::MappingClosed, Culprit::Network,
        QT_TRANSLATE_NOOP("cause", "The NAT on the way no longer knows the device's port"),
        QT_TRANSLATE_NOOP("cause", "Ask right behind a heartbeat: if it answers then, set a shorter interval.")},
    {CauseCode::RequestLost, Culprit::Network, QT_TRANSLATE_NOOP("cause", "The request is lost on the way"),
        QT_TRANSLATE_NOOP("cause", "Ask over TCP; or capture at the device and look whether it arrives.")},
    {CauseCode::DeviceIgnores, Culprit::Device, QT_TRANSLATE_NOOP("cause", "It takes the request and does not answer"),
        QT_TRANSLATE_NOOP("cause", "Ask it something else, such as DeviceInfo: if it answers that, it ignores this.")},
    {CauseCode::MediaAddressWrong, Culprit::Server,
        QT_TRANSLATE_NOOP("cause", "The INVITE names an address for the media that the device does not reach"),
        QT_TRANSLATE_NOOP("cause", "Compare c= of the INVITE with an address that the device can ping.")},
    {CauseCode::MediaBlocked, Culprit::Network, QT_TRANSLATE_NOOP("cause", "A firewall stops the media"),
        QT_TRANSLATE_NOOP("cause", "Capture at the device: the packets leave it, or they do not.")},
    {CauseCode::MediaNotSent, Culprit::Device, QT_TRANSLATE_NOOP("cause", "The device sends no media"),
        QT_TRANSLATE_NOOP("cause", "Capture at the device: the packets leave it, or they do not.")},
    {CauseCode::ConnectionCut, Culprit::Network,
        QT_TRANSLATE_NOOP("cause", "Something on the way ends its connections: a firewall, a NAT"),
        QT_TRANSLATE_NOOP(
            "cause", "Set a shorter heartbeat interval: a NAT that ends idle connections then keeps them.")},
    {CauseCode::Restarts, Culprit::Device, QT_TRANSLATE_NOOP("cause", "It restarts"),
        QT_TRANSLATE_NOOP("cause", "Look in its web page how long it has been running.")},
};
static_assert(std::size(causes) == static_cast<std::size_t>(CauseCode::Count));

/// In the order of EvidenceCode.
constexpr const char *evidence[] = {
    QT_TRANSLATE_NOOP("cause", "others that went silent with it at %2: %1"),
    QT_TRANSLATE_NOOP("cause", "others that were heard on at %2: %1"),
    QT_TRANSLATE_NOOP("cause", "its own host says that nothing listens there (ICMP port unreachable, from %1)"),
    QT_TRANSLATE_NOOP("cause", "%1 says that it is not reached (ICMP)"),
    QT_TRANSLATE_NOOP("cause", "it came back with the same Call-ID, and CSeq went on from %1 to %2"),
    QT_TRANSLATE_NOOP("cause", "it came back with another Call-ID"),
    QT_TRANSLATE_NOOP("cause", "SN began at its start: %1 before, %2 behind"),
    QT_TRANSLATE_NOOP("cause", "SN went from %1 to %2, as if it had sent heartbeats meanwhile"),
    QT_TRANSLATE_NOOP("cause", "SN went from %1 to %2: by its count it sent none meanwhile"),
    QT_TRANSLATE_NOOP("cause", "its registration ended at %1"),
    QT_TRANSLATE_NOOP("cause", "its registration was in force until %1"),
    QT_TRANSLATE_NOOP("cause", "its last heartbeats were refused (%1)"),
    QT_TRANSLATE_NOOP("cause", "its last heartbeats were not answered (%1)"),
    QT_TRANSLATE_NOOP("cause", "its last heartbeat was answered 200"),
    QT_TRANSLATE_NOOP("cause", "its address or port had changed in this record before"),
    QT_TRANSLATE_NOOP("cause", "somebody speaks as this device from %1"),
    QT_TRANSLATE_NOOP("cause", "another device has its address now: %1"),
    QT_TRANSLATE_NOOP("cause", "it came back from %2; before it was %1"),
    QT_TRANSLATE_NOOP("cause", "it came back from the same address, %1"),
    QT_TRANSLATE_NOOP("cause", "it answered a request when its heartbeats had stopped"),
    QT_TRANSLATE_NOOP("cause", "requests to it were not answered either (%1)"),
    QT_TRANSLATE_NOOP("cause", "it had restarted in this record before (times: %1)"),
    QT_TRANSLATE_NOOP("cause", "%1 answered others meanwhile"),
    QT_TRANSLATE_NOOP("cause", "%1 answered nobody (devices: %2)"),
    QT_TRANSLATE_NOOP("cause", "the server sent requests meanwhile (%1)"),
    QT_TRANSLATE_NOOP("cause", "it sent the same heartbeat %1 times, so it had no answer"),
    QT_TRANSLATE_NOOP("cause", "what it sent later was answered"),
    QT_TRANSLATE_NOOP("cause", "other messages are missing from this record, too"),
    QT_TRANSLATE_NOOP("cause", "its credentials were accepted at %1"),
    QT_TRANSLATE_NOOP("cause", "no known password fits, with the names, realms and formulas that were tried"),
    QT_TRANSLATE_NOOP("cause", "its header names the realm of the challenge: %1"),
    QT_TRANSLATE_NOOP("cause", "its realm is %1, that of the challenge %2"),
    QT_TRANSLATE_NOOP("cause", "its header names its device ID as user name: %1"),
    QT_TRANSLATE_NOOP("cause", "its user name is %1, and not its device ID"),
    QT_TRANSLATE_NOOP("cause", "the challenge has the usual form (MD5, no qop)"),
    QT_TRANSLATE_NOOP("cause", "the challenge has a form that some devices do not know (%1)"),
    QT_TRANSLATE_NOOP("cause", "its credentials are in the form of the challenge (%1)"),
    QT_TRANSLATE_NOOP("cause", "another device with this User-Agent was accepted: %1"),
    QT_TRANSLATE_NOOP("cause", "it did not send its REGISTER again, so it had an answer"),
    QT_TRANSLATE_NOOP("cause", "it is behind NAT, and had been heard %1 s before"),
    QT_TRANSLATE_NOOP("cause", "it had been heard only %1 s before"),
    QT_TRANSLATE_NOOP("cause", "there is no NAT: Contact and source are %1"),
    QT_TRANSLATE_NOOP("cause", "the request has %1 bytes and goes in fragments"),
    QT_TRANSLATE_NOOP("cause", "it answered another request (%1)"),
    QT_TRANSLATE_NOOP("cause", "the media are wanted at %1, and the device registered at %2"),
    QT_TRANSLATE_NOOP("cause", "the media are wanted where the device registered, at %1"),
    QT_TRANSLATE_NOOP("cause", "the call was confirmed with ACK"),
    QT_TRANSLATE_NOOP("cause", "no ACK went to the device"),
};
static_assert(std::size(evidence) == static_cast<std::size_t>(EvidenceCode::Count));

QString say(const char *text)
{
    return QCoreApplication::translate("cause", text);
}

bool tellsTime(EvidenceCode code)
{
    return code == EvidenceCode::RegistrationEnded || code == EvidenceCode::RegistrationHeld
        || code == EvidenceCode::TakenBefore;
}

/// Both markers in one go: what stands in a word is no marker.
QString evidenceText(const Evidence &one)
{
    if (one.code >= EvidenceCode::Count)
        return {};
    const QString a = tellsTime(one.code)
        ? shownTime(TimePoint(std::chrono::milliseconds(one.a.toLongLong()))).toString(u"yyyy-MM-dd HH:mm:ss")
        : one.a;
    QString out;
    const QString pattern = say(evidence[static_cast<std::size_t>(one.code)]);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int place = pattern.at(i) == u'%' && i + 1 < pattern.size() ? pattern.at(i + 1).digitValue() : -1;
        if (place == 1 || place == 2)
            out += place == 1 ? a : one.b, ++i;
        else
            out += pattern.at(i);
    }
    return out;
}

QStringList evidenceTexts(const QList<Evidence> &all)
{
    QStringList out;
    for (const Evidence &one : all)
        out.append(evidenceText(one));
    return out;
}

} // namespace

QList<CauseText> competingCauses(const Finding &finding)
{
    QList<CauseText> out;
    if (finding.causes.size() < 2)
        return out;
    for (const CompetingCause &one : finding.causes) {
        const auto words = std::find_if(
            std::begin(causes), std::end(causes), [&](const CauseWords &known) { return known.code == one.code; });
        if (words != std::end(causes))
            out.append({say(words->cause), culprit(words->culprit), QString::fromLatin1(culpritCode(words->culprit)),
                evidenceTexts(one.speaksFor), evidenceTexts(one.speaksAgainst), say(words->toTell)});
    }
    return out;
}

QStringList evidenceLines(const CauseText &cause)
{
    QStringList out;
    for (const QString &one : cause.speaksFor)
        out.append(say(QT_TRANSLATE_NOOP("cause", "speaks for it: %1")).arg(one));
    for (const QString &one : cause.speaksAgainst)
        out.append(say(QT_TRANSLATE_NOOP("cause", "speaks against it: %1")).arg(one));
    if (out.isEmpty())
        out.append(say(QT_TRANSLATE_NOOP("cause", "this record has nothing for it or against it")));
    out.append(say(QT_TRANSLATE_NOOP("cause", "to find out: %1")).arg(cause.toTell));
    return out;
}

} // namespace gb::wording
