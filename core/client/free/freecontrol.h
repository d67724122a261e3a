#pragma once
#include "core/client/free/freedialogs.h"
#include "core/client/free/freetext.h"
#include "core/sip/transactions.h"

#include <functional>
#include <unordered_map>

namespace gb {

/**
 * Sends what users wrote, in client transactions of its own, so that copies and patience are those of RFC 3261 §17.
 * Neither sockets nor timers. A text that no transaction can be made of (an answer, an ACK, a branch that does not
 * begin with z9hG4bK or is in use, no SIP) is sent once, and nobody waits.
 *
 * An INVITE that is accepted has its ACK, for every copy of the 2xx (§13.2.2.4). The call stands until a BYE of either
 * side; stop() hangs up. What was stopped and is accepted later is hung up at once.
 */
class FreeControl final : private TransactionUser
{
public:
    static constexpr std::size_t maxOpen = 500;
    static constexpr qsizetype maxCalls = 200;             ///< INVITE and SUBSCRIBE whose NOTIFY and BYE are taken
    static constexpr std::chrono::minutes answerWithin{3}; ///< of an INVITE that rings; then it is cancelled

    /// Where somebody is.
    struct Target
    {
        Endpoint remote, local;
        TransportKind transport = TransportKind::Udp;
    };
    /// Number of the message in the record, from 1; empty: the transport refused.
    using Send
        = std::function<std::optional<quint64>(const Endpoint &to, TransportKind transport, const QByteArray &octets)>;
    /// A number was used within a dialog: who keeps it up goes on behind it.
    using Used = std::function<void(const Dialog &dialog)>;

    FreeControl(QByteArray serverId, QByteArray domain, Send send, Used used = {}, const SipTimers &timers = {});

    /// Ends in a FreeReport, which may be there at once. `target`: where question.device is; of an address, what the
    /// question says.
    void send(const Target &target, const FreeQuestion &question, TimePoint now);
    /// A NOTIFY or BYE within what a message of ours made: the registrar answers it 200.
    bool owns(const Trace &trace);
    /// Every message that came in.
    void receive(const Trace &trace);
    void advance(TimePoint now);
    std::optional<TimePoint> nextDeadline();
    /// Ends the wait, and a call that is not accepted yet.
    void stop(quint64 id, TimePoint now);
    /// Ends all, and hangs up.
    void stopAll(TimePoint now, FreeOutcome why);
    QList<FreeDialog> dialogs(const IpAddress &peer) const { return m_dialogs.list(peer); }
    QList<FreeReport> takeReports() { return std::exchange(m_reports, {}); }
    std::size_t open() const { return m_open.size(); }

private:
    struct Open
    {
        FreeReport report;
        Target target;
        QByteArray octets; ///< of an INVITE, for its CANCEL and ACK
        QByteArray ack;    ///< of its 2xx
        TransactionId transaction{};
        TimePoint limit = TimePoint::max();
        bool invite = false, rings = false, told = false, cancelled = false, leaves = false;
    };
    using Opened = std::unordered_map<quint64, Open>;

    bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) override
    {
        const auto number = m_send(to, transport, octets);
        if (!m_sentAs)
            m_sentAs = number;
        m_tried = true;
        return number.has_value();
    }
    void timedOut(TransactionId id, SipTimer timer) override;
    void transportFailed(TransactionId id) override;
    void terminated(TransactionId id) override;

    std::optional<FreeOutcome> refusal(const Target &target, const FreeQuestion &question) const;
    QByteArray written(const Target &target, const FreeQuestion &question, Dialog *dialog);
    void dispatch(Open one, const QByteArray &octets, TimePoint now);
    void answered(Open &one, const Trace &answer);
    void accepted(Open &one, const Trace &answer);
    void cancel(Open &one, TimePoint now);
    void hangUp(quint64 dialog, TimePoint now);
    void tell(Open &one, FreeOutcome outcome, TimePoint now);
    Open *find(TransactionId id);

    const QByteArray m_serverId, m_domain;
    const Send m_send;
    const Used m_used;
    Transactions m_transactions;
    FreeDialogs m_dialogs;
    Opened m_open;
    QHash<TransactionId, quint64> m_ofTransaction;
    QList<std::pair<QByteArray, QByteArray>> m_calls; ///< Call-ID and tag of INVITE and SUBSCRIBE that we sent
    QList<FreeReport> m_reports;
    quint64 m_last = 0;
    quint32 m_sn, m_cseq = 0;
    std::optional<quint64> m_sentAs; ///< the first message of the call that is being worked on
    bool m_tried = false;            ///< the transport was asked
    TimePoint m_now{};
};

} // namespace gb
