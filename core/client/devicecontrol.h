#pragma once
#include "core/client/deviceconfigtask.h"
#include "core/flow/trace.h"
#include "core/sip/transactions.h"

#include <functional>
#include <set>
#include <unordered_map>

namespace gb {

/**
 * What we ask of registered devices: MESSAGE requests (GB/T 28181-2022 9.3, 9.5) in client transactions of their own,
 * and the Response that each of them is owed. A request goes to where the registration came from, by its transport, and
 * names the address that it came to: a device ignores others. A Response is paired by CmdType, SN and DeviceID, and
 * comes from the address that was asked; the registrar answers it 200.
 */
class DeviceControl final : private TransactionUser
{
public:
    static constexpr std::size_t maxTasks = 1000; ///< at a time, one a device

    /// Where a device is.
    struct Target
    {
        QByteArray id;
        Endpoint remote, local;
        TransportKind transport = TransportKind::Udp;
    };
    /// False: the transport refused.
    using Send = std::function<bool(const Endpoint &to, TransportKind transport, const QByteArray &octets)>;

    DeviceControl(QByteArray serverId, Send send, const SipTimers &timers = {});

    /// Ends in a report, which may be there at once.
    void start(const Target &target, DeviceConfigTask::Kind kind, const HeartbeatPolicy &ours, TimePoint now,
        std::optional<int> expiration = {});
    /// Every message that came in, when the registrar has had it.
    void receive(const Trace &trace);
    void advance(TimePoint now);
    std::optional<TimePoint> nextDeadline();
    /// Every task ends.
    void stop(TimePoint now, ConfigOutcome why = ConfigOutcome::Stopped);

    /// In the order in which they came to be.
    QList<ConfigReport> takeReports() { return std::exchange(m_reports, {}); }
    std::size_t tasks() const { return m_tasks.size(); }
    const Transactions &transactions() const { return m_transactions; }

private:
    struct Task
    {
        DeviceConfigTask task;
        Target target;
        TransactionId transaction; ///< of the last request; null: over
        TimePoint armed = TimePoint::max();
    };
    struct Hash
    {
        std::size_t operator()(const QByteArray &id) const { return qHash(id); }
    };
    using Tasks = std::unordered_map<QByteArray, Task, Hash>;

    bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) override
    {
        return m_send(to, transport, octets);
    }
    void timedOut(TransactionId, SipTimer) override { } // the task's own patience is shorter
    void transportFailed(TransactionId id) override;
    void terminated(TransactionId id) override { m_ofTransaction.remove(id); }

    QByteArray request(const Target &target, const QByteArray &body) const;
    void proceed(Tasks::iterator at, TimePoint now);
    void arm(Task &task);

    const QByteArray m_serverId;
    const Send m_send;
    Transactions m_transactions;
    Tasks m_tasks;
    QHash<TransactionId, QByteArray> m_ofTransaction;
    std::set<std::pair<TimePoint, QByteArray>> m_deadlines;
    QList<ConfigReport> m_reports;
    quint32 m_sn;
    TimePoint m_now{}; ///< of the call that is being worked on
};

} // namespace gb
