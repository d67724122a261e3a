#pragma once
#include "core/message/siphead.h"
#include "core/simulator/devicecalls.h"
#include "core/simulator/devicepictures.h"
#include "core/simulator/mailbox.h"
#include "core/simulator/registration.h"
#include "core/simulator/subscriptions.h"

#include <memory>
#include <vector>

namespace gb {

/// Who has the transports. send() may call nothing of the device; happened() nothing but what only reads.
class SimulatedDeviceOwner
{
public:
    virtual ~SimulatedDeviceOwner() = default;
    /// False: the transport refused.
    virtual bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) = 0;
    virtual void happened(const DeviceHappening &news) = 0;
    /// Sockets for streams; null: it has none, and an INVITE is refused with 488.
    virtual MediaLines *mediaLines() { return nullptr; }
    /// For pictures; null: none is uploaded.
    virtual PictureLines *pictureLines() { return nullptr; }
};

/**
 * A device of GB/T 28181 that we play: registers with digest, sends heartbeats, answers queries, obeys controls and
 * configurations, keeps subscriptions, raises alarms; each as its behaviour and its faults have it. A machine without
 * sockets and clocks, as Transactions: datagrams and time come in, octets go out by the owner.
 *
 * It hears its server's address alone, and sends nowhere else but media, which goes where an INVITE of its server wants
 * it. Bounded: `limits` transactions, and what DeviceModel, Mailbox, Subscriptions and DeviceCalls say.
 */
class SimulatedDevice final : private TransactionUser, private DeviceLine
{
public:
    static constexpr Transactions::Limits limits{.transactions = 256, .octets = 1024 * 1024, .chunkBits = 2};
    static constexpr std::size_t maxDelayed = 64; ///< SIP answers that a fault holds back

    /// Since the start. Never reset.
    struct Counters
    {
        quint64 requests = 0, foreign = 0, unusable = 0, refused = 0, alarms = 0;
    };

    SimulatedDevice(SimulatedDeviceOwner &owner, DeviceIdentity identity,
        std::shared_ptr<const DeviceBehaviour> behaviour, const SipTimers &timers = {});

    void start(TimePoint now);
    void stop(TimePoint now); ///< unregisters, where it is registered
    void receive(const Datagram &datagram, const SipHead &head);
    void advance(TimePoint now);
    /// When advance() has something to do; empty where nothing is.
    std::optional<TimePoint> nextDeadline();

    /// On command. An alarm goes to its subscribers, without any as a MESSAGE. False: the one before, of method 2, was
    /// not reset yet (9.4), or the device is not registered.
    bool raiseAlarm(const SimulatedAlarm &alarm, TimePoint now);
    /// Switches a channel, and tells the subscribers.
    void switchChannel(qsizetype channel, bool on, TimePoint now);

    bool isRegistered() const { return m_registration.isRegistered(); }
    bool isAway() const { return m_registration.isAway(); }
    int heartbeats() const { return m_registration.heartbeats(); }
    const DeviceModel &model() const { return m_model; }
    DeviceModel &model() { return m_model; }
    const Counters &counters() const { return m_counters; }
    std::size_t streams() const { return m_calls ? m_calls->streams() : 0; }
    std::size_t subscriptions() const { return m_subscriptions.size(); }
    std::size_t letters() const { return m_mailbox.size(); }
    quint64 pagesSent() const { return m_mailbox.sent(); }
    const Transactions &transactions() const { return m_transactions; }

private:
    struct Delayed
    {
        TimePoint at{};
        TransactionId id;
        int status = 0;
        QByteArray octets;
    };

    // TransactionUser
    bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) override;
    void timedOut(TransactionId id, SipTimer timer) override;
    void transportFailed(TransactionId id) override;
    void terminated(TransactionId) override { }
    // DeviceLine
    SipRequest newRequest(const char *method, bool toServer) const override;
    TransactionId start(const QByteArray &request, TimePoint now) override;
    void abandon(TransactionId id) override;
    void sendAgain(const QByteArray &octets) override;
    void tell(const DeviceHappening &news) override;

    // devicerequests.cpp
    void requestReceived(TransactionId id, const Datagram &datagram, const SipHead &head);
    void messageReceived(TransactionId id, const Datagram &datagram, const SipHead &head);
    void subscribeReceived(TransactionId id, const Datagram &datagram, const SipHead &head);
    void asked(TransactionId id, const Datagram &datagram, const SipHead &head, const XmlElement &body,
        const Manscdp &envelope);
    void act(Answer answer, TimePoint now);
    void reply(TransactionId id, const Datagram &datagram, const SipHead &head, int status,
        const QByteArray &headers = {}, const QByteArray &tag = {}, Duration delay = {});

    void answered(TransactionId id, const SipHead &head, TimePoint now);
    void failed(TransactionId id);
    void work(TimePoint now);
    bool receiveCall(const Datagram &datagram, const SipHead &head);

    SimulatedDeviceOwner &m_owner;
    DeviceModel m_model;
    Transactions m_transactions;
    Registration m_registration;
    Mailbox m_mailbox;
    Subscriptions m_subscriptions;
    std::unique_ptr<DeviceCalls> m_calls;       ///< from its first INVITE on
    std::unique_ptr<DevicePictures> m_pictures; ///< from its first order on
    std::vector<Delayed> m_delayed;
    TimePoint m_now{}, m_alarmAt = never;
    QByteArray m_toTag;
    Counters m_counters;
};

} // namespace gb
