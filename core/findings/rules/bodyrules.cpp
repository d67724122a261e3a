#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"
#include "core/message/headers.h"
#include "core/message/sdp.h"

#include <algorithm>

/// D37 to D55, as far as bodies show them.
namespace gb::rules {
namespace {

/// D37
void deviceClock(const RuleInput &in, Verdicts &out)
{
    if (!in.trace.body->deviceTime.isEmpty() && !in.trace.body->has(ManscdpFault::Time)) // which is told already
        clock(in, view(in.trace.body->deviceTime.toLatin1()), out);
}

/// D39, D44: parts of the answer to a query.
void catalog(const RuleInput &in, Verdicts &out)
{
    const Dossier::Catalog *query = in.device.catalog.get();
    const Manscdp &body = *in.trace.body;
    if (!query || query->last != in.trace.number)
        return;
    out.end({FindingCode::CatalogUnanswered, FindingCode::CatalogIgnored, FindingCode::CatalogNoResponse});
    if (body.sumNum == 0)
        return out.raise(FindingCode::CatalogEmpty, {}, {query->number, in.trace.number});
    out.end(FindingCode::CatalogEmpty);
    if (query->ids.size() < query->sum)
        return;
    out.end(FindingCode::CatalogShort);
    const Duration all = in.trace.datagram.at - query->at;
    if (all > std::chrono::seconds(3) || query->longestPause > std::chrono::seconds(1))
        out.raise(FindingCode::CatalogSlow, {secondsText(all), secondsText(query->longestPause), {}},
            {query->number, in.trace.number});
    else
        out.end(FindingCode::CatalogSlow);
}

/// D45
void answersToItself(const RuleInput &in, Verdicts &out)
{
    const SipHead &head = in.trace.head;
    if (in.trace.body->root == ManscdpRoot::Response && !head.to.uri.user.empty()
        && head.to.uri.user == head.from.uri.user)
        out.raise(FindingCode::AnswersToItself, {printable(head.to.uri.user, 40), {}, {}}, {in.trace.number});
}

/// The texts of an XML body with the names of their elements: "ErrorCode 2207, ErrorDescripe busy".
QString errorText(std::string_view xml)
{
    QStringList parts;
    while (parts.size() < 8) {
        xml.remove_prefix(std::min(xml.find('<'), xml.size()));
        const std::size_t close = xml.find('>');
        if (close == std::string_view::npos)
            break;
        const std::string_view name = xml.substr(1, close - 1);
        xml.remove_prefix(close + 1);
        const std::string_view value = trimmed(xml.substr(0, xml.find('<')));
        if (!value.empty() && !name.empty() && name.front() != '/')
            parts.append(printable(name, 40) + u' ' + printable(value, 80));
    }
    return parts.join(u", ");
}

/// D47
void inviteRefused(const RuleInput &in, Verdicts &out)
{
    const int status = in.trace.head.status;
    const Dossier::Invite *const invite = in.device.invite(in.trace.answers);
    const bool cancelled = status == 487 && invite && invite->cancelled;
    if (in.trace.repeatOf != 0 || status < 200 || status == 401 || status == 407 || cancelled)
        return;
    if (status < 300)
        return out.end({FindingCode::InviteRefused, FindingCode::OfferFault, FindingCode::InviteUnanswered});
    const bool ofOffer = status == 400 || status == 406 || status == 415 || status == 488 || status == 606;
    if (ofOffer && invite && invite->fault)
        return out.raise(FindingCode::OfferFault,
            {QString::number(status), QString::number(static_cast<int>(*invite->fault)), invite->faultText},
            {in.trace.answers, in.trace.number});
    const std::string_view body = trimmed(in.trace.head.body);
    const QString told = errorText(body);
    out.raise(FindingCode::InviteRefused,
        {QString::number(status), told.isEmpty() ? printable(in.trace.head.reason, 60) : told, {}},
        {in.trace.answers, in.trace.number});
}

/// D48
void okRepeated(const RuleInput &in, Verdicts &out)
{
    const Dossier::Invite *const invite = in.device.invite(in.trace.answers);
    if (in.trace.repeatOf != 0 && in.trace.head.status / 100 == 2 && in.trace.copy.kind == RepeatKind::Retransmission)
        out.raise(in.trace.head.contact.text.empty() ? FindingCode::CallWithoutContact : FindingCode::OkRepeated,
            {QString::number(in.trace.copy.copy), invite && invite->acked ? QStringLiteral("acked") : QString(), {}},
            {in.trace.repeatOf, in.trace.number});
}

/// Nobody can send media there: no address of a host, or the sender's own from another one.
bool isNowhere(const IpAddress &media, const IpAddress &from)
{
    return !media.isNull() && (media.isAny() || (media.isLoopback() && !from.isLoopback()));
}

/// G67
void mediaAddress(const RuleInput &in, const Sdp &sdp, Verdicts &out)
{
    const auto judge = [&](FindingCode code, std::string_view address, const IpAddress &from, quint64 number) {
        if (isNowhere(literal(address), from))
            out.raise(code, {printable(address, 60), {}, {}}, {number, in.trace.number});
        else
            out.end(code);
    };
    if (sdp.mediaCount > 0)
        judge(FindingCode::AnswerAddress, sdp.connectionOf(sdp.media[0]).address, in.trace.datagram.from.address,
            in.trace.answers);
    if (const Dossier::Invite *const offer = in.device.invite(in.trace.answers))
        judge(FindingCode::OfferAddress, offer->media.toStdString(), in.trace.datagram.to.address, offer->number);
}

/// D50, D51, D54, D55
void description(const RuleInput &in, const Sdp &sdp, Verdicts &out)
{
    const Dossier::Invite *const offer = in.device.invite(in.trace.answers);
    SdpLines lines(in.trace.head.body);
    for (SdpLine line; lines.next(line);) {
        if (line.type == 'a' && (line.value.starts_with("username") || line.value.starts_with("password")))
            out.raise(FindingCode::PasswordInSdp, {QStringLiteral("a=") + QLatin1String(line.value.data(), 8), {}, {}},
                {in.trace.number});
    }
    if (!offer)
        return;
    bool differs = false;
    if (!offer->ssrc.isEmpty() && sdp.ssrcNumber) {
        bool number = false;
        const quint64 offered = offer->ssrc.toULongLong(&number);
        differs = number && offered != *sdp.ssrcNumber;
    }
    if (differs)
        out.raise(
            FindingCode::SsrcDiffers, {offer->ssrc, printable(sdp.ssrc, 20), {}}, {offer->number, in.trace.number});
    else
        out.end(FindingCode::SsrcDiffers);
    const bool noSetup = offer->tcp && sdp.mediaCount > 0 && sdp.media[0].setup == SdpSetup::None;
    if (noSetup)
        out.raise(FindingCode::NoSetup, {}, {offer->number, in.trace.number});
    else
        out.end(FindingCode::NoSetup);
    if (offer->start.value_or(0) == 0 || sdp.start.value_or(0) == 0)
        return;
    if (constexpr quint64 most = 1ULL << 40; *sdp.start > most || *offer->start > most)
        return; // no time, and nothing to reckon with
    const auto shift = static_cast<qint64>(*sdp.start) - static_cast<qint64>(*offer->start);
    if (shift != 0 && shift % 3600 == 0 && std::abs(shift) <= qint64(14) * 3600)
        out.raise(FindingCode::SdpTimeShifted,
            {(shift > 0 ? QStringLiteral("+") : QString()) + QString::number(shift / 3600), {}, {}},
            {offer->number, in.trace.number});
    else
        out.end(FindingCode::SdpTimeShifted);
}

/// What a device answers with, which is read once for all of them.
void described(const RuleInput &in, Verdicts &out)
{
    if (in.trace.repeatOf != 0 || in.trace.head.status / 100 != 2 || in.trace.head.body.empty())
        return;
    const Sdp sdp = readSdp(in.trace.head.body);
    mediaAddress(in, sdp, out);
    if (!in.trace.datagram.cut)
        description(in, sdp, out);
}

constexpr RuleFunction bodyRules[] = {deviceClock, catalog, answersToItself};
constexpr RuleFunction inviteRules[] = {inviteRefused, okRepeated, described};

} // namespace

const std::span<const RuleFunction> ofBody{bodyRules}, ofInviteAnswer{inviteRules};

} // namespace gb::rules
