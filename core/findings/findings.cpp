#include "core/findings/findings.h"

#include "core/findings/delivery.h"
#include "core/findings/findingsparts.h"
#include "core/findings/manners.h"
#include "core/findings/mediafindings.h"
#include "core/findings/noticed.h"
#include "core/findings/operationrules.h"
#include "core/findings/weighing.h"

namespace gb {

Findings::Findings(const DeviceStore &devices)
    : m_parts(std::make_unique<Parts>(devices))
{
}

Findings::~Findings() = default;

void Findings::missing(const Awaited &awaited)
{
    if (awaited.state != Awaited::State::Missing || awaited.what == Awaited::What::Ack)
        return;
    const QString called = m_parts->base.dossiers.calledBy(awaited.number);
    const QString id = called.isEmpty() ? awaited.device : called;
    Dossier *const known = m_parts->base.dossiers.known(id);
    if (known && known->isRefused(awaited.number))
        return; // it is known why it was not answered
    m_parts->record.missing(awaited);
    if (!known)
        return;
    Verdicts out(m_parts->base.log, *known, id, awaited.deadline);
    m_parts->requests.missing(awaited, *known, out);
    if (awaited.number == known->beat && out.isOpen(FindingCode::BeatUnanswered))
        m_parts->fleet.unanswered(*known, out);
    weighing::weigh(known->open & weighing::contested(), m_parts->base, *known, out);
}

void Findings::forget(const QString &device)
{
    if (Dossier *const known = m_parts->base.dossiers.known(device)) {
        m_parts->states.forget(*known);
        m_parts->base.neighbours.forget(*known);
        m_parts->catalogs.drop(*known);
    }
    m_parts->base.dossiers.forget(device);
}

void Findings::advance(TimePoint now)
{
    FindingTimers &timers = m_parts->base.timers;
    for (auto first = timers.first(); first && *first <= now; first = timers.first()) {
        const auto [at, timer] = timers.take();
        wake(timer, at);
    }
}

void Findings::wake(const FindingTimer &timer, TimePoint at)
{
    Parts &p = *m_parts;
    if (timer.what == Wake::PowerReturned)
        return p.fleet.wake(at);
    Dossier *const known = timer.what == Wake::Expected ? p.base.dossiers.of(timer.device)
                                                        : p.base.dossiers.known(timer.device);
    if (!known)
        return;
    Verdicts out(p.base.log, *known, timer.device, at);
    switch (timer.what) {
    case Wake::CatalogAnswer:
    case Wake::CatalogParts:
    case Wake::CatalogAsked: p.catalogs.wake(timer, *known, out); break;
    case Wake::Flapping: p.states.flapping(timer.device, *known, out); break;
    case Wake::Expected: p.listening.wake(timer, at, *known, out); break;
    case Wake::LostServer: p.contacts.wake(timer.device, *known, at, out); break;
    case Wake::Lapsed: p.states.wakeLapsed(timer.device, *known, out); break;
    case Wake::Left: manners::stayedAway(*known, timer.number, out); break;
    case Wake::PowerReturned: break;
    }
}

void Findings::setSite(SiteFacts site)
{
    site.heardSince = m_parts->base.site.heardSince;
    m_parts->base.site = std::move(site);
}

void Findings::operationTold(const Operation &operation, const Trace &trace)
{
    const bool isPart = trace.isRequest() && operation.last == trace.number;
    if (trace.repeatOf == 0 && (isPart || operation.answer == trace.number))
        judgeOperation(operation, &trace, trace.datagram.at, m_parts->base);
}

void Findings::registeredBefore(qsizetype devices, const QString &problem, TimePoint at)
{
    if (!problem.isEmpty())
        m_parts->base.log.raise(FindingCode::BindingsNotKept, {}, {problem, {}, {}}, at, {});
    if (devices > 0)
        m_parts->base.log.raise(FindingCode::RegisteredBefore, {}, {QString::number(devices), {}, {}}, at, {});
}

void Findings::silentConnection(const QString &from, TimePoint at)
{
    m_parts->base.log.raise(FindingCode::SilentConnection, {}, {from, {}, {}}, at, {});
}

void Findings::clockJumped(const ClockJump &jump, bool ofPackets)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(jump.by).count();
    const QString sign = seconds > 0 ? QStringLiteral("+") : QString();
    m_parts->base.log.raise(ofPackets ? FindingCode::TimeWentBack : FindingCode::ClockJumped, {},
        {{}, sign + QString::number(seconds), {}}, jump.at, {});
}

const SiteFacts &Findings::site() const
{
    return m_parts->base.site;
}

void Findings::setPolicy(const HeartbeatPolicy &policy)
{
    m_parts->states.setPolicy(policy);
}

void Findings::setJudgingAnew(bool on)
{
    m_parts->states.setJudgingAnew(on);
}

void Findings::setOverrides(const HeartbeatOverrides &overrides)
{
    m_parts->states.setOverrides(overrides);
}

void Findings::tellAllowances(TimePoint at)
{
    m_parts->states.tellAllowances(at);
}

void Findings::setSilence(const std::optional<Silence> &silence)
{
    m_parts->contacts.setSilence(silence);
}

std::optional<TimePoint> Findings::holeAhead(const Trace &trace)
{
    return m_parts->record.holeAhead(trace);
}

void Findings::clockBack(TimePoint to)
{
    m_parts->record.clockBack(to);
}

void Findings::noteHole(TimePoint from, TimePoint to)
{
    m_parts->base.noteHole(from, to);
}

void Findings::prefetchDossier(quint32 place) const
{
    m_parts->base.dossiers.prefetch(place);
}

void Findings::operationOverdue(const Operation &operation)
{
    judgeOperation(operation, nullptr, operation.since, m_parts->base);
}

bool Findings::isRecordDoubtful() const
{
    return m_parts->record.isDoubtful();
}

TimePoint Findings::lostAt() const
{
    return m_parts->record.lostAt();
}

void Findings::notice(const Sign &sign)
{
    noticed::tell(sign, m_parts->base, m_parts->addresses);
}

void Findings::stateChanged(const QString &device, DeviceState state, const Note &reason, TimePoint at)
{
    m_parts->states.changed(device, state, reason, at);
}

void Findings::expect(const QStringList &ids, TimePoint now)
{
    m_parts->listening.expect(ids, now);
}

void Findings::cannotListen(bool taken, const QString &where, const QString &owner, TimePoint at)
{
    m_parts->listening.cannotListen(taken, where, owner, at);
}

void Findings::listens(const QString &where, TimePoint at)
{
    m_parts->listening.listens(where, at);
}

void Findings::listensNoMore()
{
    m_parts->listening.listensNoMore();
}

void Findings::ofAddress(
    FindingCode code, const IpAddress &address, const QString &b, TimePoint at, std::initializer_list<quint64> messages)
{
    m_parts->addresses.ofAddress(code, address, b, at, messages);
}

void Findings::undelivered(const Undelivered &message, TimePoint at)
{
    notdelivered::undelivered(message, at, m_parts->base);
}

void Findings::brokenOff(const BrokenOff &request, TimePoint at)
{
    notdelivered::brokenOff(request, at, m_parts->base);
}

void Findings::connection(const notes::Connection &attempt, TimePoint at)
{
    m_parts->record.passed(at);
    m_parts->addresses.connection(attempt, at);
}

void Findings::media(const notes::Media &note, TimePoint at)
{
    judgeMedia(note, at, m_parts->base);
}

void Findings::reached(const QString &device, const Endpoint &end, TimePoint at)
{
    notdelivered::reached(device, end, at, m_parts->base);
}

void Findings::linkChanged(const LinkChange &change)
{
    m_parts->contacts.linkChanged(change);
}

bool Findings::hasOverdue() const
{
    return m_parts->states.hasOverdue();
}

QList<Awaited> Findings::takeOverdue()
{
    return m_parts->states.takeOverdue();
}

std::optional<TimePoint> Findings::nextDeadline() const
{
    return m_parts->base.timers.first();
}

FindingLog &Findings::log()
{
    return m_parts->base.log;
}

const FindingLog &Findings::log() const
{
    return m_parts->base.log;
}

} // namespace gb
