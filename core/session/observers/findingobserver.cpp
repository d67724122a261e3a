#include "core/session/observers/findingobserver.h"

#include "core/session/notevalues.h"

namespace gb {
namespace {

FindingCode codeOf(notes::AddressNotice::What what)
{
    using What = notes::AddressNotice::What;
    switch (what) {
    case What::Guesses: return FindingCode::AddressGuesses;
    case What::PlacesSpoofed: return FindingCode::PlacesSpoofed;
    case What::ClockBehind:
    case What::ClockAhead: break;
    }
    return FindingCode::SenderClock;
}

QString amountOf(const notes::AddressNotice &notice)
{
    const QString amount = QString::number(notice.amount);
    if (codeOf(notice.what) != FindingCode::SenderClock)
        return amount;
    if (notice.amount == 0)
        return QStringLiteral("?");
    return (notice.what == notes::AddressNotice::What::ClockBehind ? u'-' : u'+') + amount;
}

} // namespace

void FindingObserver::begin(TimePoint at)
{
    m_firstAt = at;
    if (!m_expected.isEmpty())
        m_fold.findings.expect(std::exchange(m_expected, {}), at);
}

void FindingObserver::expectFromStart(const QStringList &ids)
{
    if (m_firstAt)
        m_fold.findings.expect(ids, *m_firstAt);
    else
        m_expected = ids;
}

void FindingObserver::list(const QList<Awaited> &news)
{
    if (m_awaited.size() < maxUntaken)
        m_awaited += news;
    else
        m_fold.counters.unlisted += static_cast<quint64>(news.size());
}

void FindingObserver::hear(TimePoint now)
{
    if (m_fold.devices.hasNoticed()) {
        m_fold.devices.notice(m_noticed);
        for (const Sign &sign : m_noticed.signs)
            m_fold.findings.notice(sign);
        for (const StateChange &change : m_noticed.changes)
            m_fold.findings.stateChanged(change.device, change.state, change.reason, change.at);
    }
    if (m_fold.flow.hasNews()) {
        const QList<Awaited> news = m_fold.flow.take();
        for (const Awaited &awaited : news)
            m_fold.findings.missing(awaited);
        list(news);
    }
    const QList<Operation> overdue = m_fold.operations.takeOverdue();
    for (const Operation &operation : overdue)
        m_fold.findings.operationOverdue(operation);
    if (m_fold.findings.hasOverdue())
        list(m_fold.findings.takeOverdue());
    m_fold.findings.advance(now);
}

void FindingObserver::note(const JournalNote &note)
{
    Findings &findings = m_fold.findings;
    if (const auto *own = note.as<notes::OwnPolicies>())
        findings.setOverrides(notevalues::overridesOf(*own)); // what follows is judged by them
    if (note.as<notes::Policy>())
        findings.setPolicy(m_fold.devices.policy()); // the same
    if (const auto change = notevalues::linkChangeOf(note))
        findings.linkChanged(*change); // the same
    if (const auto &lost = m_fold.undelivered; lost && !lost->isAnswered)
        findings.undelivered(*lost, note.at); // the same
    if (m_fold.brokenOff)
        findings.brokenOff(*m_fold.brokenOff, note.at); // the same
    const bool anew = note.as<notes::Policy>() || note.as<notes::OwnPolicies>();
    findings.setJudgingAnew(anew);
    hear(note.at);
    findings.setJudgingAnew(false);
    if (note.as<notes::Policy>()) {
        findings.setPolicy(m_fold.devices.policy()); // once more: what it changed is no change of theirs
        findings.tellAllowances(note.at);
    } else if (note.as<notes::OwnPolicies>()) {
        findings.tellAllowances(note.at);
    } else if (const auto *site = note.as<notes::Site>()) {
        findings.setSite({.serverId = site->serverId,
            .domain = site->domain,
            .live = site->live,
            .policy = m_fold.devices.policy()});
    } else if (const auto *expected = note.as<notes::Expected>()) {
        m_expected.clear();
        QStringList ids;
        for (const notes::ExpectedOne &one : expected->devices)
            ids.append(one.id);
        findings.expect(ids, note.at);
    } else if (const auto *silence = note.as<notes::SilenceBegan>()) {
        findings.setSilence(notevalues::silenceOf(*silence, note.at));
    } else if (note.as<notes::SilenceEnded>()) {
        findings.setSilence({});
    } else if (const auto *listening = note.as<notes::Listening>()) {
        findings.listens(listening->where, note.at);
    } else if (note.as<notes::ListenEnded>() || note.as<notes::RecordBegan>() || note.as<notes::RecordEnded>()) {
        findings.listensNoMore();
    } else if (const auto *before = note.as<notes::RegisteredBefore>()) {
        findings.registeredBefore(m_fold.devices.keptSilent(), before->problem, note.at);
    } else if (const auto *failed = note.as<notes::ListenFailed>()) {
        using Why = notes::ListenFailed::Why;
        if (failed->why == Why::PortTaken || failed->why == Why::NoSuchAddress)
            findings.cannotListen(failed->why == Why::PortTaken, failed->where, failed->owner, note.at);
    } else if (const auto *jumped = note.as<notes::ClockJumped>()) {
        findings.clockJumped(notevalues::clockJumpOf(*jumped, note.at), jumped->packets);
    } else if (const auto *attempt = note.as<notes::Connection>()) {
        findings.connection(*attempt, note.at);
    } else if (const auto *media = note.as<notes::Media>()) {
        findings.media(*media, note.at);
    } else if (const auto *silent = note.as<notes::ConnectionSilent>()) {
        findings.silentConnection(silent->from, note.at);
    } else if (const auto *closed = note.as<notes::ConnectionClosed>(); closed && closed->why == u"silent") {
        findings.ofAddress(FindingCode::SilentClosed, IpAddress(QHostAddress(closed->from)), {}, note.at);
    } else if (closed && closed->why != u"no-sip") {
        findings.ofAddress(FindingCode::StreamClosed, IpAddress(QHostAddress(closed->from)), closed->why, note.at);
    } else if (const auto *address = note.as<notes::AddressNotice>()) {
        findings.ofAddress(
            codeOf(address->what), IpAddress(QHostAddress(address->address)), amountOf(*address), note.at);
    }
}

void FindingObserver::report(Batch &batch, qsizetype)
{
    hear(batch.now);
    batch.awaited = std::exchange(m_awaited, {});
    batch.findings = m_fold.findings.log().take();
    for (const QString &id : std::as_const(batch.gone))
        m_fold.findings.forget(id);
}

} // namespace gb
