#pragma once
#include "core/devices/servercontact.h"
#include "core/findings/dossier.h"
#include "core/findings/findinglog.h"
#include "core/flow/operation.h"
#include "core/flow/trace.h"

#include <span>

/// The field's problems as rules. Each is a function of what was noted of a device, of the message at hand and of the
/// site, and says what is so, or is so no more. None keeps anything.
namespace gb {

struct Sdp;

/// As words of a finding: 60.3
inline QString secondsText(Duration duration)
{
    return QString::number(inSeconds(duration), 'f', 1);
}

/// An instant, since 1970.
inline QString millisecondsText(TimePoint at)
{
    return QString::number(std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch()).count());
}

/// What the rules may know of the platform's side.
struct SiteFacts
{
    QString serverId, domain; ///< ours; empty where we are not the platform
    bool live = false;        ///< the record's clock is that of this computer
    HeartbeatPolicy policy;
    TimePoint heardSince{}; ///< nothing was listened to just before: what is older may have been renewed unheard
};

/// What rules say of one device at one instant.
class Verdicts
{
public:
    Verdicts(FindingLog &log, Dossier &dossier, const QString &device, TimePoint at)
        : m_log(log)
        , m_dossier(dossier)
        , m_device(device)
        , m_at(at)
    {
    }

    void raise(FindingCode code, FindingLog::Words words, std::initializer_list<quint64> messages)
    {
        if (isOfSilence(code, messages))
            return;
        m_dossier.open.set(static_cast<std::size_t>(code));
        m_dossier.raised.set(static_cast<std::size_t>(code));
        m_log.raise(code, m_device, std::move(words), m_at, messages);
    }
    /// Of something that concerns more than the device; told apart by the first word.
    void raiseForSite(FindingCode code, FindingLog::Words words, std::initializer_list<quint64> messages)
    {
        if (!isOfSilence(code, messages))
            m_log.raise(code, {}, std::move(words), m_at, messages);
    }
    void end(FindingCode code)
    {
        if (!m_dossier.open.test(static_cast<std::size_t>(code)))
            return;
        m_dossier.open.reset(static_cast<std::size_t>(code));
        m_log.end(code, m_device, m_at);
    }
    void end(std::initializer_list<FindingCode> codes)
    {
        for (const FindingCode code : codes)
            end(code);
    }
    /// What came since disproves them.
    void withdraw(std::initializer_list<FindingCode> codes)
    {
        for (const FindingCode code : codes) {
            m_dossier.open.reset(static_cast<std::size_t>(code));
            m_dossier.raised.reset(static_cast<std::size_t>(code));
            m_log.withdraw(code, m_device, m_at);
        }
    }
    /// Looks first whether it is open, as it hardly ever is.
    void withdrawOpen(FindingCode code)
    {
        if (isOpen(code))
            withdraw({code});
    }
    /// It is open, and goes on under another code or in other words.
    void turn(FindingCode from, FindingCode to, FindingLog::Words words, quint64 message = 0)
    {
        m_dossier.open.reset(static_cast<std::size_t>(from));
        m_dossier.open.set(static_cast<std::size_t>(to));
        m_dossier.raised.set(static_cast<std::size_t>(to));
        m_log.turn(from, to, m_device, std::move(words), message);
    }
    void weigh(FindingCode code, QList<CompetingCause> causes) { m_log.weigh(code, m_device, std::move(causes)); }
    /// It is open, and what it is about was refused; its last word says so.
    void refused(FindingCode code, const QString &status) { m_log.refused(code, m_device, status); }
    /// It is open, and nothing about it is new.
    void again(FindingCode code, quint64 message) { m_log.again(code, m_device, m_at, message); }
    /// Whether an interval is another one than was told last; then it is remembered as told.
    bool isNews(Duration interval)
    {
        const bool news = std::chrono::abs(interval - m_dossier.toldInterval) > interval / 20;
        m_dossier.toldInterval = news ? interval : m_dossier.toldInterval;
        return news;
    }
    bool isOpen(FindingCode code) const { return m_dossier.open.test(static_cast<std::size_t>(code)); }
    /// There may be something to withdraw.
    bool mayStand(FindingCode code) const { return m_dossier.raised.test(static_cast<std::size_t>(code)); }
    TimePoint now() const { return m_at; }

private:
    /// So, too, where what proves it began in the silence.
    bool isOfSilence(FindingCode code, std::initializer_list<quint64> messages) const
    {
        if (m_dossier.cutOff && comesOfCutOff(code))
            return true;
        return (m_dossier.hushed
                   || (messages.size() > 0 && *messages.begin() <= m_dossier.hushedTo && *messages.begin() != 0))
            && comesOfSilence(code);
    }

    FindingLog &m_log;
    Dossier &m_dossier;
    const QString &m_device;
    const TimePoint m_at;
};

struct RuleInput
{
    const Trace &trace;
    const Dossier &device; ///< what was noted, `trace` included
    const QString &id;
    const SiteFacts &site;
    const HeartbeatPolicy &policy; ///< of this device: its own, or the common one
    const ServerContact &contact;  ///< as DeviceStore has it, `trace` included
};
using RuleFunction = void (*)(const RuleInput &in, Verdicts &out);

/// Of what is asked of a device, whenever it is another one than before.
struct OperationInput
{
    const Operation &operation;
    const Trace *trace;    ///< the message that made it so; null: time
    Dossier::Odd &odd;     ///< what was told of its Responses
    const QString &device; ///< ID
};
using OperationRule = void (*)(const OperationInput &in, Verdicts &out);

namespace rules {

/// Of a REGISTER; of its copy; of its answer.
extern const std::span<const RuleFunction> ofRegister, ofRegisterCopy, ofRegisterAnswer;
/// Of a Keepalive; of its copy; of its answer.
extern const std::span<const RuleFunction> ofBeat, ofBeatCopy, ofBeatAnswer;
/// Of any other message with a MANSCDP body from the device.
extern const std::span<const RuleFunction> ofBody;
/// Of an answer to an INVITE, copies included.
extern const std::span<const RuleFunction> ofInviteAnswer;
/// Of the first answer to a BYE.
extern const std::span<const RuleFunction> ofByeAnswer;

#define GBSCOPE_RULE(of, name) void name(const RuleInput &in, Verdicts &out);
#define GBSCOPE_FOUND(of, name, code) GBSCOPE_RULE(of, name)
#include "core/findings/rules/all.h"
#undef GBSCOPE_RULE
#undef GBSCOPE_FOUND

/// Of the description that a device answers an INVITE with.
void mediaAddress(const RuleInput &in, const Sdp &sdp, Verdicts &out);
void passwordInSdp(const RuleInput &in, const Sdp &sdp, Verdicts &out);
void ssrcDiffers(const RuleInput &in, const Sdp &sdp, Verdicts &out);
void noSetup(const RuleInput &in, const Sdp &sdp, Verdicts &out);
void sdpTimeShifted(const RuleInput &in, const Sdp &sdp, Verdicts &out);

/// G90: there is no Response to what has one.
void responseMissing(const OperationInput &in, Verdicts &out);
/// G91
void responseError(const OperationInput &in, Verdicts &out);
/// G92
void responseOtherSn(const OperationInput &in, Verdicts &out);
/// G93
void responseOtherDevice(const OperationInput &in, Verdicts &out);
/// G94
void listShort(const OperationInput &in, Verdicts &out);
/// G96
void responseRefused(const OperationInput &in, Verdicts &out);
/// G95
void unknownElements(const OperationInput &in, Verdicts &out);

/// D38: as many heartbeats as its timeout count were not answered, its time to register is over, and it beats on.
void lostServer(const ServerContact &contact, const HeartbeatPolicy &policy, Verdicts &out);
/// It wanted to refresh its registration, and was refused or not answered.
bool isHeldUp(const Verdicts &out);
/// It wanted to refresh since it was accepted, and what came of that is not in the record.
bool mayHaveRefreshed(const Dossier &device);
/// By CSeq of its last REGISTERs others between them are not in the record.
bool missesRegister(const Dossier &device);
/// A host that is an address; null where it is a name.
IpAddress literal(std::string_view host);
/// Of those that are not routed: RFC 1918, RFC 6598, RFC 3927, RFC 2544, RFC 4193, and loopback.
bool isPrivate(const IpAddress &address);
/// Looks whether a time that a device told is right.
void clock(const RuleInput &in, std::string_view text, Verdicts &out);

} // namespace rules
} // namespace gb
