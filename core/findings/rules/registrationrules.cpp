#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"

#include <algorithm>

/// D03 to D26, as far as REGISTER requests and their answers show them.
namespace gb::rules {
namespace {

using Words = FindingLog::Words;

QString text(std::string_view octets)
{
    return printable(octets, 80);
}

QString number(std::chrono::seconds value)
{
    return QString::number(value.count());
}

const Dossier::Attempt &current(const RuleInput &in)
{
    return in.device.attempts[0];
}

bool isDomainName(std::string_view host)
{
    return host.size() == 10 && std::all_of(host.begin(), host.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// D04, the half of it that is the camera's: it had the 401, for nothing was repeated, and asks again without
/// credentials.
void challengeIgnored(const RuleInput &in, Verdicts &out)
{
    if (current(in).authorized)
        return out.end({FindingCode::ChallengeIgnored, FindingCode::ChallengeForm, FindingCode::ChallengeNotReceived,
            FindingCode::OverlayPort});
    if (in.device.ignoredChallenges == 0)
        return;
    const Dossier::Attempt &before = in.device.attempts[1];
    out.raise(FindingCode::ChallengeIgnored, {QString::number(in.device.ignoredChallenges), in.device.algorithm, {}},
        {before.number, before.answer, in.trace.number});
    const QString &agent = in.device.userAgent;
    const bool choosy = agent.contains(u"Dahua", Qt::CaseInsensitive) || agent.startsWith(u"DH ")
        || agent.startsWith(u"SIP UAS");
    if (in.device.challengeHasQop || !in.device.challengeHasAlgorithm || choosy)
        out.raise(FindingCode::ChallengeForm,
            {in.device.challengeHasQop                ? QStringLiteral("qop")
                    : in.device.challengeHasAlgorithm ? QString()
                                                      : QStringLiteral("no algorithm"),
                {}, {}},
            {before.answer, in.trace.number});
}

/// D04, the half that is the network's, and D07; two copies behind the 401, for one may have crossed it.
void challengeNotReceived(const RuleInput &in, Verdicts &out)
{
    for (std::size_t i = 0; i < in.device.attempts.size(); ++i) {
        const Dossier::Attempt &attempt = in.device.attempts[i];
        if (attempt.number != in.trace.repeatOf || !attempt.challenged() || attempt.copiesSince < 2)
            continue;
        out.raise(FindingCode::ChallengeNotReceived,
            {QString::number(attempt.copiesSince), attempt.answerLostBetween() ? QStringLiteral("both") : QString(),
                {}},
            {attempt.number, attempt.answer, in.trace.number});
        const quint16 port = attempt.from.port;
        if (port == 6081 || port == 6784 || port == 4789 || port == 8472) // Geneve, Weave, VXLAN
            out.raise(FindingCode::OverlayPort, {QString::number(port), {}, {}}, {attempt.number, in.trace.number});
    }
}

/// D22, the half that is the network's.
void answerLost(const RuleInput &in, Verdicts &out)
{
    const auto repeated = [&](const Dossier::Attempt &attempt) {
        return attempt.number == in.trace.repeatOf && attempt.accepted() && attempt.copiesSince >= 2;
    };
    for (std::size_t i = 0; i < in.device.attempts.size(); ++i) {
        if (repeated(in.device.attempts[i]))
            out.raise(FindingCode::AnswerLost,
                {QString::number(in.device.attempts[i].copiesSince),
                    in.device.attempts[i].answerLostBetween() ? QStringLiteral("both") : QString(), {}},
                {in.device.attempts[i].answer, in.trace.number});
    }
}

void registersAgain(const RuleInput &in, Verdicts &out)
{
    if (in.device.fruitless < 3)
        return;
    const auto &attempts = in.device.attempts;
    std::size_t last = 1; // that was accepted
    while (last + 1 < attempts.size() && !attempts[last].accepted())
        ++last;
    const Dossier::Attempt &before = attempts[last];
    const bool contactless = before.accepted() && before.contactless;
    out.end(contactless ? FindingCode::RegistersAgain : FindingCode::OkWithoutContact);
    out.raise(contactless ? FindingCode::OkWithoutContact : FindingCode::RegistersAgain,
        {QString::number(in.device.fruitless), {}, {}}, {before.answer, in.trace.number});
}

/// D06
void viaRewritten(const RuleInput &in, Verdicts &out)
{
    const SipHead &head = in.trace.head;
    if (head.via.host == head.contact.uri.host) // as nearly always
        return out.end(FindingCode::ViaRewritten);
    const IpAddress via = literal(head.via.host), &contact = in.device.contact.address;
    if (via.isNull() || via.isAny() || !isPrivate(contact) || via == contact || via == in.trace.datagram.from.address)
        return out.end(FindingCode::ViaRewritten);
    out.raise(FindingCode::ViaRewritten,
        {text(head.via.host), text(head.contact.uri.host), in.trace.datagram.from.address.toString()},
        {in.trace.number});
}

/// D13
void serverId(const RuleInput &in, Verdicts &out)
{
    const std::string_view target = in.trace.head.requestUri.user, own = in.trace.head.from.uri.user;
    const bool ours = !in.site.serverId.isEmpty() && text(target) == in.site.serverId;
    if (!target.empty() && target == own && !ours && typeOf(own) != IdType::Platform)
        return out.raise(FindingCode::RegistersToItself, {text(target), {}, {}}, {in.trace.number});
    out.end(FindingCode::RegistersToItself);
    if (target.empty() || in.site.serverId.isEmpty() || ours)
        return out.end(FindingCode::WrongServerId);
    if (target != own)
        out.raise(FindingCode::WrongServerId, {text(target), in.site.serverId, {}}, {in.trace.number});
}

/// G12. Of Contact only what looks like a device ID: load generators have names of their own there.
void anotherDevice(const RuleInput &in, Verdicts &out)
{
    const SipHead &head = in.trace.head;
    const std::string_view own = head.from.uri.user, to = head.to.uri.user, contact = head.contact.uri.user;
    if (own.empty())
        return;
    if (!to.empty() && to != own)
        out.raise(FindingCode::RegistersOther, {text(to), QStringLiteral("To"), {}}, {in.trace.number});
    else if (contact != own && faultOf(contact) == IdFault::None)
        out.raise(FindingCode::RegistersOther, {text(contact), QStringLiteral("Contact"), {}}, {in.trace.number});
    else
        out.end(FindingCode::RegistersOther);
}

/// Where nobody can be asked anything: no address of a host, or this host from another one.
bool isNowhere(const IpAddress &address, const IpAddress &from)
{
    if (address.isAny() || (address.isLoopback() && !from.isLoopback()))
        return true;
    return address.isV4() ? address.toV4() >= 0xe0000000 : address.octets().starts_with('\xff');
}

/// G13
void contactAddress(const RuleInput &in, Verdicts &out)
{
    const Datagram &datagram = in.trace.datagram;
    const Endpoint &contact = in.device.contact;
    if (contact.address.isNull())
        return;
    const bool ours = contact == datagram.to && contact != datagram.from;
    if (ours || in.trace.head.contact.uri.port == 0 || isNowhere(contact.address, datagram.from.address))
        out.raise(FindingCode::WrongContact, {contact.text(), {}, {}}, {in.trace.number});
    else
        out.end(FindingCode::WrongContact);
}

/// What may stand for the domain (GB/T 28181-2022 6.1.2): an address of one of both ends, as it sees it or as we do, or
/// the domain within spvmn.cn.
bool namesDomain(const RuleInput &in, std::string_view host, const QString &domain)
{
    const SipHead &head = in.trace.head;
    const IpAddress address = literal(host), contact = literal(head.contact.uri.host), via = literal(head.via.host);
    if (!address.isNull())
        return address == in.trace.datagram.from.address || address == in.trace.datagram.to.address
            || address == contact || address == via;
    return text(host).compare(domain + QLatin1String(".spvmn.cn"), Qt::CaseInsensitive) == 0;
}

/// D14. Where we are not the platform its realm tells the domain.
void domain(const RuleInput &in, Verdicts &out)
{
    const std::string_view host = in.trace.head.from.uri.host;
    const QString &realm = in.device.realm;
    const QString ours = !in.site.domain.isEmpty() ? in.site.domain
        : isDomainName(realm.toStdString())        ? realm
                                                   : QString();
    const QString shown = text(host);
    if (host.empty() || ours.isEmpty() || shown == ours || namesDomain(in, host, ours))
        return out.end({FindingCode::WrongDomain, FindingCode::OtherDomainForm});
    const bool wrong = isDomainName(host);
    out.end(wrong ? FindingCode::OtherDomainForm : FindingCode::WrongDomain);
    out.raise(wrong ? FindingCode::WrongDomain : FindingCode::OtherDomainForm, {shown, ours, {}}, {in.trace.number});
}

/// D18
void expires(const RuleInput &in, Verdicts &out)
{
    if (in.trace.head.expires || in.trace.head.contactExpires)
        out.end(FindingCode::ExpiresMissing);
    else
        out.raise(FindingCode::ExpiresMissing, {}, {in.trace.number});
}

/// D19
void refreshed(const RuleInput &in, Verdicts &out)
{
    if (in.device.late && in.device.confirmedAt >= in.site.heardSince)
        out.raise(
            FindingCode::RefreshedTooLate, {number(in.device.expires), number(*in.device.late), {}}, {in.trace.number});
}

/// D20
void unregister(const RuleInput &in, Verdicts &out)
{
    if (in.device.attempts.size() < 2)
        return;
    const Dossier::Attempt &before = in.device.attempts[1], &now = current(in);
    if (now.authorized && now.callId == before.callId && before.challenged() && before.expires == 0U
        && now.expires.value_or(0) > 0)
        out.raise(FindingCode::UnregisterUndone, {QString::number(*now.expires), {}, {}}, {before.number, now.number});
}

/// D21, the half that is one device's.
void loop(const RuleInput &in, Verdicts &out)
{
    constexpr std::size_t most = 5;
    const auto &cycles = in.device.cycles;
    if (cycles.size() == most && cycles[0] - cycles[most - 1] <= std::chrono::seconds(60))
        out.raise(FindingCode::RegisterLoop, {QString::number(most), {}, {}},
            {in.device.attempts[in.device.attempts.size() - 1].number, in.trace.number});
    else
        out.end(FindingCode::RegisterLoop);
}

/// D23
void nat(const RuleInput &in, Verdicts &out)
{
    if (isPrivate(in.device.contact.address) && !isPrivate(in.trace.datagram.from.address))
        out.raise(FindingCode::BehindNat,
            {text(in.trace.head.contact.uri.host), in.trace.datagram.from.text(), number(in.policy.interval)},
            {in.trace.number});
    else
        out.end(FindingCode::BehindNat);
}

/// D26
void transport(const RuleInput &in, Verdicts &out)
{
    const TransportKind used = in.trace.datagram.transport,
                        other = used == TransportKind::Tcp ? TransportKind::Udp : TransportKind::Tcp;
    if (equalsNoCase(in.trace.head.via.transport, other == TransportKind::Tcp ? "TCP" : "UDP"))
        out.raise(FindingCode::OtherTransport, {transportName(other), transportName(used), {}}, {in.trace.number});
    else
        out.end(FindingCode::OtherTransport);
}

/// A registration that goes 401, 200 is no problem, and the end of those that were.
void accepted(const RuleInput &in, Verdicts &out)
{
    if (in.trace.head.status >= 300)
        return;
    out.end({FindingCode::RegisterUnanswered, FindingCode::ChallengeNotReceived, FindingCode::ChallengeIgnored,
        FindingCode::ChallengeForm, FindingCode::OverlayPort, FindingCode::WrongPassword, FindingCode::PasswordFound,
        FindingCode::NoPasswordFits, FindingCode::WrongUserName, FindingCode::OtherUserInDigest,
        FindingCode::WrongRealm, FindingCode::WrongDigestUri, FindingCode::NonceReused, FindingCode::OtherFormula,
        FindingCode::UnreadableCredentials, FindingCode::OtherInputInDigest, FindingCode::RegistrationRefused,
        FindingCode::PlatformPassword, FindingCode::BeatsWhileLapsed, FindingCode::BeatRefused,
        FindingCode::BeatFormRefused, FindingCode::BeatTroubleRefused, FindingCode::RefusedAfterAccepted,
        FindingCode::ReportedOffline, FindingCode::PortMoved, FindingCode::TransportMoved});
    if (in.device.attempts[0].expires == 0U)
        out.end({FindingCode::UnregisterUndone, FindingCode::NeverBeaten});
    if (!in.device.late)
        out.end(FindingCode::RefreshedTooLate);
}

void answered(const RuleInput &, Verdicts &out)
{
    out.end(FindingCode::RegisterUnanswered);
}

/// D38
void noticed(const RuleInput &, Verdicts &out)
{
    out.end(FindingCode::LostServerUnnoticed);
}

constexpr RuleFunction registerRules[] = {noticed, challengeIgnored, registersAgain, viaRewritten, serverId, domain,
    anotherDevice, contactAddress, idForm, idType, expires, refreshed, unregister, loop, nat, transport};
constexpr RuleFunction copyRules[] = {challengeNotReceived, answerLost, answersElsewhere};
constexpr RuleFunction answerRules[] = {answered, accepted, answersHere, answeredAgain};

} // namespace

const std::span<const RuleFunction> ofRegister{registerRules}, ofRegisterCopy{copyRules}, ofRegisterAnswer{answerRules};

void idForm(const RuleInput &in, Verdicts &out)
{
    const std::string_view id = in.trace.head.from.uri.user;
    switch (faultOf(id)) {
    case IdFault::None:
    case IdFault::Empty: return;
    case IdFault::Spreadsheet: return out.raise(FindingCode::IdFromSpreadsheet, {in.id, {}, {}}, {in.trace.number});
    case IdFault::Length:
        return out.raise(FindingCode::IdLength, {in.id, QString::number(id.size()), {}}, {in.trace.number});
    case IdFault::NotDigits: break;
    }
    out.raise(FindingCode::IdNotDigits, {in.id, {}, {}}, {in.trace.number});
}

void idType(const RuleInput &in, Verdicts &out)
{
    const std::string_view id = in.trace.head.from.uri.user;
    const IdType type = typeOf(id);
    if (in.id == in.site.serverId || (type == IdType::Platform && id == in.trace.head.requestUri.user))
        return out.raise(FindingCode::ServerIdAsDevice, {in.id, {}, {}}, {in.trace.number});
    if (type == IdType::Unknown && faultOf(id) == IdFault::None)
        return out.raise(FindingCode::UnknownType, {text(id.substr(10, 3)), {}, {}}, {in.trace.number});
    if (type != IdType::Platform)
        return;
    static constexpr QStringView cameras[] = {u"IP Camera", u"IPC", u"Embedded Net", u"NVR", u"DVR", u"SIP UAS"};
    const bool camera = std::any_of(
        std::begin(cameras), std::end(cameras), [&](QStringView one) { return in.device.userAgent.contains(one); });
    if (camera)
        out.raise(FindingCode::PlatformType, {in.device.userAgent, {}, {}}, {in.trace.number});
}

IpAddress literal(std::string_view host)
{
    if (const IpAddress plain = IpAddress::fromDotted(host); !plain.isNull())
        return plain; // nearly all are
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    const bool address = !host.empty() && host.size() < 46
        && host.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos
        && host.find_first_of(".:") != std::string_view::npos;
    return address ? IpAddress(QHostAddress(QString::fromLatin1(host.data(), static_cast<qsizetype>(host.size()))))
                   : IpAddress();
}

bool isPrivate(const IpAddress &address)
{
    if (address.isV6()) {
        const auto first = static_cast<quint8>(address.octets()[0]), second = static_cast<quint8>(address.octets()[1]);
        return address.isLoopback() || (first & 0xfe) == 0xfc || (first == 0xfe && (second & 0xc0) == 0x80);
    }
    if (!address.isV4())
        return false;
    const quint32 v4 = address.toV4();
    const auto in = [v4](quint32 net, int bits) { return (v4 ^ net) >> (32 - bits) == 0; };
    return in(0x0a000000, 8) || in(0xac100000, 12) || in(0xc0a80000, 16) || in(0x64400000, 10) || in(0xc6120000, 15)
        || in(0xa9fe0000, 16) || in(0x7f000000, 8);
}

} // namespace gb::rules
