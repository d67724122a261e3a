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

void Findings::ofAddress(
    FindingCode code, const IpAddress &address, const QString &b, TimePoint at, std::initializer_list<quint64> messages)
{
    if (code == FindingCode::SenderClock)
        noteRedated(address, b.toLongLong());
    m_log.raise(code, {}, {nameOf(address), b, {}}, at, messages);
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
