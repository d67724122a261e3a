#include "core/findings/findings.h"

/// The part of Findings that is about addresses and strangers, and no device's fault.
namespace gb {

/// Accepted it was the device after all, or a second one with its ID.
void Findings::strangerAnswered(const RuleInput &in, const Dossier::Attempt &strange, Dossier &dossier, Verdicts &out)
{
    const Trace &trace = in.trace;
    const bool registers = trace.head.method == SipMethod::Register;
    if (trace.head.status / 100 == 2) {
        dossier.noteSource(strange.from.address, strange.at, strange.number, 2 * in.policy.interval);
        if (registers) {
            dossier.adopt(strange, trace);
            dossier.noteRegisterAnswer(trace, m_texts);
            run(rules::ofRegisterAnswer, in, out);
        }
        if (dossier.alternates)
            rules::sharedId(in, out);
    } else if (trace.head.status >= 400 && (strange.authorized || !registers)) { // a first 401 is no refusal
        ofAddress(FindingCode::StrangerRefused, strange.from.address, in.id, out.now(), {strange.number, trace.number});
    }
}

/// Sources of datagrams can be made up: of as many as a person looks at each is named, the others are counted together.
QString Findings::nameOf(const IpAddress &address)
{
    constexpr qsizetype most = 256;
    if (address.isNull() || (!m_named.contains(address) && m_named.size() >= most))
        return QStringLiteral("0.0.0.0/0");
    m_named.insert(address);
    return address.toString();
}

void Findings::registeredBefore(qsizetype devices, const QString &problem, TimePoint at)
{
    if (!problem.isEmpty())
        m_log.raise(FindingCode::BindingsNotKept, {}, {problem, {}, {}}, at, {});
    if (devices > 0)
        m_log.raise(FindingCode::RegisteredBefore, {}, {QString::number(devices), {}, {}}, at, {});
}

void Findings::ofAddress(
    FindingCode code, const IpAddress &address, const QString &b, TimePoint at, std::initializer_list<quint64> messages)
{
    if (code == FindingCode::StreamClosed)
        m_closed.add({address, at});
    if (code == FindingCode::SenderClock)
        noteRedated(address, b.toLongLong());
    m_log.raise(code, {}, {nameOf(address), b, {}}, at, messages);
}

/// Whether we closed a connection from there behind what was heard of it last: what it does then is no sign of its own.
bool Findings::closedByUs(const IpAddress &address, TimePoint since) const
{
    constexpr Duration about = std::chrono::seconds(1), patience = std::chrono::seconds(15); // TcpTransport's, and more
    for (std::size_t i = 0; i < m_closed.size(); ++i) {
        if (m_closed[i].first == address && m_closed[i].second >= since - about
            && m_closed[i].second <= since + patience)
            return true;
    }
    return false;
}

/// What is off by ever more than clocks drift is no clock: the sender replays what is old, at another pace.
void Findings::noteRedated(const IpAddress &sender, qint64 seconds)
{
    constexpr qsizetype most = 256;
    constexpr qint64 drift = 5;
    constexpr int often = 2;
    m_log.setTimes(FindingLog::Times::Shifted);
    if (m_redated.size() >= most && !m_redated.contains(sender))
        return;
    Redated &known = m_redated[sender];
    known.leaps += known.seconds && std::abs(seconds - *known.seconds) > drift ? 1 : 0;
    known.seconds = seconds;
    if (known.leaps >= often)
        m_log.setTimes(FindingLog::Times::Unknown);
}

} // namespace gb
