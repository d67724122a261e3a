#include "core/findings/rules/rules.h"

#include "core/devices/heartbeattruth.h"
#include "core/message/deviceid.h"
#include "core/message/gbtime.h"

/// D17, D19 and D30 to D38, as far as heartbeats show them.
namespace gb::rules {
namespace {

/// D19
void lapsed(const RuleInput &in, Verdicts &out)
{
    const TimePoint at = in.trace.datagram.at;
    const IpAddress &to = in.trace.datagram.to.address;
    if (in.device.isServer(to) && in.device.servers[0] != to)
        return; // of another server than the last one that confirmed: how long it granted is not known
    if (in.device.expires.count() > 0 && in.device.confirmedAt >= in.site.heardSince
        && at > in.device.confirmedAt + in.device.expires)
        out.raise(FindingCode::BeatsWhileLapsed, {QString::number(in.device.expires.count()), {}, {}},
            {in.device.attempts.size() > 0 ? in.device.attempts[0].answer : 0, in.trace.number});
}

/// D31: by the middle one of the last gaps, so that one beat that was lost says nothing.
void interval(const RuleInput &in, Verdicts &out)
{
    const auto rhythm = in.device.rhythm(3);
    if (!rhythm || out.isOpen(FindingCode::BeatsForOthers))
        return;
    const Duration median = *rhythm, wanted = in.policy.interval;
    const bool slower = median > wanted + wanted / 10, faster = median < wanted - wanted / 10;
    const auto raise = [&](FindingCode code) {
        if (const bool news = out.isNews(median); !news && out.isOpen(code))
            return out.again(code, in.trace.number);
        out.raise(code,
            {secondsText(median), QString::number(in.policy.interval.count()), secondsText(in.policy.allowance())},
            {in.trace.number});
    };
    if (slower)
        raise(FindingCode::BeatsSlower);
    else
        out.end(FindingCode::BeatsSlower);
    if (faster)
        raise(FindingCode::BeatsFaster);
    else
        out.end(FindingCode::BeatsFaster);
}

/// G41
void beatsElsewhere(const RuleInput &in, Verdicts &out)
{
    constexpr int several = 3;
    const IpAddress &to = in.trace.datagram.to.address;
    if (in.device.servers.size() == 0 || in.device.isServer(to))
        out.end(FindingCode::BeatsElsewhere);
    else if (in.contact.unanswered() >= several)
        out.raise(FindingCode::BeatsElsewhere, {in.device.servers[0].toString(), to.toString(), {}}, {in.trace.number});
}

/// That one had to be repeated is over when three came without a copy, and this is the next one.
void undisturbed(const RuleInput &in, Verdicts &out)
{
    if ((in.device.repeated & 0xeU) == 0)
        out.end(FindingCode::BeatRepeated);
}

/// D36
void subDevices(const RuleInput &in, Verdicts &out)
{
    const Manscdp &body = *in.trace.body;
    const bool well = body.status.isEmpty() || body.status.compare(u"OK", Qt::CaseInsensitive) == 0;
    if (well && body.subIds.isEmpty())
        return out.end(FindingCode::SubDeviceFault);
    QStringList shown;
    for (const QString &id : body.subIds.mid(0, 3))
        shown.append(printable(id, 40));
    out.raise(FindingCode::SubDeviceFault, {printable(body.status, 20), shown.join(u", "), {}}, {in.trace.number});
}

void otherId(const RuleInput &in, Verdicts &out)
{
    const std::string_view from = in.trace.head.from.uri.user;
    const QString &told = in.trace.body->deviceId;
    if (told.isEmpty() || told == QLatin1String(from.data(), static_cast<qsizetype>(from.size())))
        out.end(FindingCode::BeatsUnderOtherId);
    else
        out.raise(FindingCode::BeatsUnderOtherId, {printable(told, 40), {}, {}}, {in.trace.number});
}

/// D15, D16 where no registration was seen that would show it.
void unregisteredId(const RuleInput &in, Verdicts &out)
{
    if (in.device.attempts.size() > 0)
        return;
    idForm(in, out);
    idType(in, out);
}

/// D30 is over with the first one.
void beaten(const RuleInput &, Verdicts &out)
{
    out.end(FindingCode::NeverBeaten);
}

/// The last heartbeat was, ahead of this message.
bool isAnswered(const RuleInput &in)
{
    return in.device.acceptedAt && *in.device.acceptedAt >= in.device.beatAt;
}

/// D32: by now the answer was lost, or takes long.
void repeated(const RuleInput &in, Verdicts &out)
{
    if (in.trace.repeatOf == in.device.beat && in.trace.copy.kind == RepeatKind::Retransmission
        && !in.device.isRefused(in.trace.repeatOf))
        out.raise(FindingCode::BeatRepeated,
            {QString::number(in.trace.copy.copy), isAnswered(in) ? QStringLiteral("answered") : QString(), {}},
            {in.trace.repeatOf, in.trace.number});
}

/// The answers by which platforms say that they do not know the device. Others speak of the message: of its encoding
/// (415), its form (400), or of the platform's own trouble (5xx).
bool meansUnknown(int status)
{
    return status == 401 || status == 403 || status == 404 || status == 407 || status == 410;
}

/// D33, D34
void refused(const RuleInput &in, Verdicts &out)
{
    const int status = in.trace.head.status;
    if (status < 200)
        return;
    if (status < 300)
        return out.end({FindingCode::BeatRefused, FindingCode::BeatFormRefused, FindingCode::BeatTroubleRefused,
            FindingCode::RefusedAfterAccepted, FindingCode::BeatUnanswered, FindingCode::BeatsElsewhere});
    if (status == 401 && (in.device.refusedInARow < 2 || in.device.beatAuthorized))
        return; // a challenge, which may be met
    const TimePoint at = in.trace.datagram.at;
    const bool soon = in.device.acceptedAt && at - *in.device.acceptedAt < in.policy.interval * 3 / 2
        && in.device.acceptedAt > in.device.confirmedAt;
    const FindingCode code = meansUnknown(status) ? FindingCode::BeatRefused
        : status >= 500                           ? FindingCode::BeatTroubleRefused
                                                  : FindingCode::BeatFormRefused;
    if (soon && meansUnknown(status) && !out.isOpen(FindingCode::RequestIgnored)) // which is reason enough
        out.raise(FindingCode::RefusedAfterAccepted,
            {QString::number(status), secondsText(at - *in.device.acceptedAt),
                in.trace.datagram.from.address.toString()},
            {in.trace.answers, in.trace.number});
    else
        out.raise(code, {QString::number(status), {}, {}}, {in.trace.answers, in.trace.number});
}

/// D32: it was repeated, and here is its answer.
void answeredLate(const RuleInput &in, Verdicts &out)
{
    constexpr Duration soon = std::chrono::milliseconds(500); // T1: it may answer the copy, and the first one was lost
    if (in.device.beatCopies > 1 && !isAnswered(in) && out.isOpen(FindingCode::BeatRepeated)
        && (in.trace.datagram.at - in.device.beatCopyAt >= soon || in.site.live))
        out.turn(FindingCode::BeatRepeated, FindingCode::BeatRepeated,
            {QString::number(in.device.beatCopies), secondsText(in.trace.datagram.at - in.device.beatAt), {}},
            in.trace.number);
}

void beatsOn(const RuleInput &in, Verdicts &out)
{
    lostServer(in.contact, in.policy, out);
}

constexpr RuleFunction beatRules[] = {unregisteredId, beaten, sharedId, undisturbed, lapsed, interval, beatsElsewhere,
    subDevices, otherId, beatsOn, recovered, restartsOften};
constexpr RuleFunction copyRules[] = {repeated, answersElsewhere};
constexpr RuleFunction answerRules[] = {answeredLate, refused, answersHere, answeredAgain};

} // namespace

const std::span<const RuleFunction> ofBeat{beatRules}, ofBeatCopy{copyRules}, ofBeatAnswer{answerRules};

void answersElsewhere(const RuleInput &in, Verdicts &out)
{
    const Dossier::Elsewhere &one = in.device.elsewhere;
    if (in.trace.copy.kind == RepeatKind::Retransmission && one.request != 0 && one.request == in.trace.repeatOf)
        out.raise(FindingCode::AnswersElsewhere, {one.asked.toString(), one.from.text(), {}},
            {in.trace.repeatOf, in.trace.number});
}

void answersHere(const RuleInput &in, Verdicts &out)
{
    if (in.device.elsewhere.request != in.trace.answers)
        out.end(FindingCode::AnswersElsewhere);
}

void sharedId(const RuleInput &in, Verdicts &out)
{
    const auto &[now, other] = in.device.sources;
    if (in.device.alternates)
        out.raise(
            FindingCode::SharedId, {now.address.toString(), other.address.toString(), {}}, {other.number, now.number});
    else if (now.last - other.last > 4 * in.policy.interval)
        out.end({FindingCode::SharedId, FindingCode::ForeignHeartbeat});
}

void lostServer(const ServerContact &contact, const HeartbeatPolicy &policy, Verdicts &out)
{
    if (contact.judge(policy, out.now()) != ServerContact::Judgement::Unnoticed)
        return;
    const auto whole = [](Duration duration) {
        return QString::number(std::chrono::round<std::chrono::seconds>(duration).count());
    };
    out.raise(FindingCode::LostServerUnnoticed,
        {QString::number(contact.unanswered()), whole(out.now() - *contact.heardAt()),
            whole(contact.latest(policy) - *contact.heardAt())},
        {contact.firstUnanswered(), contact.lastUnanswered()});
}

void clock(const RuleInput &in, std::string_view text, Verdicts &out)
{
    const auto told = parseGbTime(text);
    if (!told)
        return out.raise(FindingCode::OddBody,
            {QString::number(static_cast<int>(ManscdpFault::Time)), printable(text, 40), {}}, {in.trace.number});
    const ClockReading reading{
        .at = in.trace.datagram.at, .skew = told->at - in.trace.datagram.at, .zoneGiven = told->zoneGiven};
    const ClockFault fault = clockFault(reading);
    // The clock of whoever captured may be off itself
    if (fault == ClockFault::None || (!in.site.live && std::chrono::abs(reading.skew) <= std::chrono::seconds(60)))
        return out.end({FindingCode::ClockOff, FindingCode::TimeZoneOff});
    const auto sign = [](auto value) -> QString {
        return (value > 0 ? QStringLiteral("+") : QString()) + QString::number(value);
    };
    const bool zone = fault == ClockFault::Zone;
    out.end(zone ? FindingCode::ClockOff : FindingCode::TimeZoneOff);
    if (zone)
        out.raise(FindingCode::TimeZoneOff, {sign(hoursOff(reading)), {}, {}}, {in.trace.number});
    else
        out.raise(FindingCode::ClockOff, {sign(std::chrono::round<std::chrono::seconds>(reading.skew).count()), {}, {}},
            {in.trace.number});
}

} // namespace gb::rules
