#pragma once
#include "core/base/timerqueue.h"
#include "core/simulator/media/mediasockets.h"
#include "core/simulator/pictureuploads.h"
#include "core/simulator/simulateddevice.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace gb {

class FleetLink;
class UdpTransport;

/// Where simulated devices come from, and whither.
struct FleetOptions
{
    Endpoint server;
    IpAddress local; ///< to send from; null: that of the card which leads to the server
    QString serverId, domain, password;
    TransportKind transport = TransportKind::Udp;
    int sockets = 64; ///< over UDP, which the devices share: 1 to 1000; over TCP each has a connection
    std::chrono::milliseconds startGap{0}; ///< between the first REGISTERs of two devices
};

/**
 * Simulated devices with sockets and a clock, in the thread that made it: any number over a few UDP sockets, or with a
 * TCP connection each. Sends to FleetOptions::server alone, and media where that one's INVITE wants it; pictures to
 * that one's address alone. At most `maxDevices`.
 */
class DeviceFleet : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxDevices = 10'000, maxSockets = 1000;
    static constexpr int leaveBurst = 20; ///< devices that unregister at once, each `leaveGap`
    static constexpr std::chrono::milliseconds leaveGap{10};

    struct Counters
    {
        quint64 sent = 0, received = 0, unsent = 0, unknown = 0; ///< messages; unknown: to no device of ours
    };

    DeviceFleet(const Clock &clock, FleetOptions options, QObject *parent = nullptr);
    ~DeviceFleet() override;

    /// Opens the sockets of UDP. False: an address cannot be bound, `detail` says why.
    bool open(QString *detail = nullptr);
    /// One more device, with this ID and the number of its first channel. It starts in its turn. Its place; -1 where
    /// there is no room, or where the ID is one already.
    int add(const QString &id, std::shared_ptr<const DeviceBehaviour> behaviour, int firstChannel = 1,
        const QString &password = {});
    /// All unregister, a few at a time. Nothing starts any more.
    void stop();

    int size() const { return static_cast<int>(m_members.size()); }
    int registered() const { return m_registered; }
    /// Devices that are registered, or on their way out.
    int busy() const;
    bool hasStarted(int place) const;
    const SimulatedDevice &device(int place) const; ///< one that has started
    bool raiseAlarm(int place, const SimulatedAlarm &alarm);
    const Counters &counters() const { return m_counters; }

signals:
    /// When the device has done all that it does at once.
    void happened(int place, const gb::DeviceHappening &news);

private:
    struct Member;

    void start(int place);
    void received(const Datagram &datagram);
    void receivedBy(int place, const Datagram &datagram, const SipHead &head);
    int placeOf(const SipHead &head) const;
    bool send(Member &member, const QByteArray &octets);
    void arm(int place, TimePoint earliest = {});
    void wake();
    void setTimer();
    void flush();
    void leaveSome();
    IpAddress sourceAddress() const;

    const Clock &m_clock;
    const FleetOptions m_options;
    MediaSockets m_media;
    PictureUploads m_pictures;
    std::vector<std::unique_ptr<UdpTransport>> m_sockets;
    std::vector<std::unique_ptr<Member>> m_members;
    QHash<QString, int> m_byId;
    std::map<int, int> m_byChannel; ///< first channel → place
    TimerQueue m_queue;
    QTimer m_timer;
    std::vector<std::pair<int, DeviceHappening>> m_news;
    TimePoint m_nextStart{};
    int m_registered = 0;
    bool m_stopped = false;
    int m_left = 0; ///< devices that were told to unregister
    TimePoint m_leaveAt = never;
    Counters m_counters;
};

} // namespace gb
