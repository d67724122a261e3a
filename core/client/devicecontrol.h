#pragma once
#include "core/client/asktask.h"
#include "core/client/deviceconfigtask.h"
#include "core/client/settingtask.h"
#include "core/client/snapshot/snapshottask.h"
#include "core/client/subscriptiontask.h"
#include "core/sip/transactions.h"

#include <QSet>

#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <unordered_map>

namespace gb {

/**
 * What we ask of registered devices: MESSAGE requests (GB/T 28181-2022 9.3, 9.5) in client transactions of their own,
 * and the Responses that they are owed. A request goes to where the registration came from, by its transport, and names
 * the address that it came to: a device ignores others. A Response is paired by CmdType and SN, and comes from the
 * address that was asked; the registrar answers it 200.
 *
 * Of what waits for a Response a device is asked one at a time, and at most maxAtOnce devices are: cameras have little
 * memory. What a Response does not follow, such as the stop of a movement, goes out at once.
 */
class DeviceControl final : private TransactionUser
{
public:
    static constexpr std::size_t maxTasks = 10'000; ///< that are open, with those that stand in line
    static constexpr int maxAtOnce = 50;

    /// Where a device is.
    struct Target
    {
        QByteArray id;
        Endpoint remote, local;
        TransportKind transport = TransportKind::Udp;
    };
    /// Number of the message in the record, from 1; empty: the transport refused.
    using Send
        = std::function<std::optional<quint64>(const Endpoint &to, TransportKind transport, const QByteArray &octets)>;

    DeviceControl(QByteArray serverId, Send send, const SipTimers &timers = {});
    /// Where uploaded pictures come to; outlives this. Without it no picture is ordered.
    void setPicturePorts(PicturePorts &ports) { m_pictures = &ports; }

    /// Reads or sets BasicParam; one at a time for each device. Ends in a ConfigReport, which may be there at once.
    void start(const Target &target, DeviceConfigTask::Kind kind, const HeartbeatPolicy &ours, TimePoint now,
        std::optional<int> expiration = {});
    /// Ends in an AskReport, which may be there at once. `gbVersion`: X-GB-Ver of the device.
    void ask(const Target &target, const AskQuestion &question, const QString &gbVersion, TimePoint now);
    /// Sends a body that nothing is owed to but its SIP answer, such as a Response of ours.
    void tell(const Target &target, const QByteArray &body, TimePoint now);
    /// A NOTIFY of a subscription of ours, from the device that has it: the registrar answers it 200.
    bool owns(const Trace &trace) const;
    /// A request that is none of ours went out within that dialog: what is of us goes on behind that CSeq.
    void numberUsed(const QByteArray &callId, quint32 cseq);
    /// Every message that came in, when the registrar has had it.
    void receive(const Trace &trace);
    void advance(TimePoint now);
    std::optional<TimePoint> nextDeadline();
    /// Every task ends.
    void stop(TimePoint now, ClientTask::Stop why = ClientTask::Stop::Stopped);
    /// Those with that AskQuestion::id.
    void stopAsking(quint64 id, TimePoint now);

    /// In the order in which they came to be.
    QList<ClientReport> takeReports() { return std::exchange(m_reports, {}); }
    std::size_t tasks() const { return m_tasks.size(); }
    const Transactions &transactions() const { return m_transactions; }

private:
    using Id = quint64; ///< of a task
    struct Task
    {
        std::unique_ptr<ClientTask> task;
        Target target;
        QByteArray about;            ///< that a Response should name
        quint32 sn = 0;              ///< and the next one
        quint64 question = 0;        ///< AskQuestion::id, 0 of another
        bool config = false;         ///< reads or sets BasicParam
        bool waits = false;          ///< in line
        TransactionId transaction{}; ///< of the last request; null: over
        TimePoint armed = TimePoint::max();
    };
    using Tasks = std::unordered_map<Id, Task>;

    bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) override
    {
        m_sentAs = m_send(to, transport, octets);
        return m_sentAs.has_value();
    }
    void timedOut(TransactionId, SipTimer) override { } // the task's own patience is shorter
    void transportFailed(TransactionId id) override;
    void terminated(TransactionId id) override { m_ofTransaction.remove(id); }

    QByteArray request(const Target &target, const ClientRequest &what) const;
    void begin(Task task, TimePoint now);
    void proceed(Id id, TimePoint now);
    void finish(Tasks::iterator at);
    void serveLine(TimePoint now);
    void arm(Id id, Task &task);
    bool isReading(const QByteArray &device) const;
    std::unique_ptr<ClientTask> taskFor(
        const Target &target, const AskQuestion &question, const AskCommand &command, const AskReport &report);
    void offer(const Trace &trace);
    bool offerTo(Id id, const Trace &trace);

    const QByteArray m_serverId;
    const Send m_send;
    Transactions m_transactions;
    Tasks m_tasks;
    QHash<TransactionId, Id> m_ofTransaction;
    QHash<quint32, Id> m_ofSn;          ///< each has two
    QMultiHash<QByteArray, Id> m_about; ///< by the ID that a Response should name
    QHash<QByteArray, Id> m_ofCall;     ///< subscriptions by their Call-ID
    QMultiHash<QByteArray, Id> m_snaps; ///< orders of pictures by their device
    PicturePorts *m_pictures = nullptr;
    std::deque<Id> m_line;
    QSet<QByteArray> m_busy; ///< devices that owe a Response
    std::set<std::pair<TimePoint, Id>> m_deadlines;
    QList<ClientReport> m_reports;
    Id m_last = 0;
    quint32 m_sn;
    std::optional<quint64> m_sentAs; ///< the last message that went out
    TimePoint m_now{};               ///< of the call that is being worked on
};

} // namespace gb
