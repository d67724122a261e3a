#include "core/simulator/devicefleet.h"

#include "core/base/octets.h"
#include "core/net/udptransport.h"
#include "core/simulator/fleetlink.h"

#include <QUdpSocket>

#include <algorithm>

namespace gb {

/// A device of the fleet and what it sends by.
struct DeviceFleet::Member final : SimulatedDeviceOwner
{
    Member(DeviceFleet &owner, int number, DeviceIdentity who, std::shared_ptr<const DeviceBehaviour> how)
        : fleet(owner)
        , place(number)
        , identity(std::move(who))
        , behaviour(std::move(how))
    {
    }

    bool send(const Endpoint &, TransportKind, const QByteArray &octets) override { return fleet.send(*this, octets); }
    void happened(const DeviceHappening &news) override { fleet.m_news.emplace_back(place, news); }
    MediaLines *mediaLines() override { return &fleet.m_media; }
    PictureLines *pictureLines() override { return &fleet.m_pictures; }

    DeviceFleet &fleet;
    const int place;
    DeviceIdentity identity;
    const std::shared_ptr<const DeviceBehaviour> behaviour;
    UdpTransport *socket = nullptr;
    std::unique_ptr<FleetLink> link;
    std::unique_ptr<SimulatedDevice> device; ///< made when its own address is known
    TimePoint armed = never;
    bool registered = false;
};

DeviceFleet::DeviceFleet(const Clock &clock, FleetOptions options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_pictures(m_options.server.address)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DeviceFleet::wake);
}

DeviceFleet::~DeviceFleet() = default;

/// That of the card which leads to the server; connecting a UDP socket sends nothing.
IpAddress DeviceFleet::sourceAddress() const
{
    if (!m_options.local.isNull())
        return m_options.local;
    QUdpSocket probe;
    probe.connectToHost(m_options.server.address, m_options.server.port);
    const IpAddress address = probe.localAddress();
    return address.isNull() || address.isAny() ? IpAddress(QHostAddress(QHostAddress::LocalHost)) : address;
}

bool DeviceFleet::open(QString *detail)
{
    if (m_options.transport == TransportKind::Tcp)
        return true;
    const IpAddress from = sourceAddress();
    const int count = std::clamp(m_options.sockets, 1, maxSockets);
    for (int number = 0; number < count; ++number) {
        auto socket = std::make_unique<UdpTransport>(m_clock);
        QString why;
        if (socket->listen(from, 0, &why) != ListenError::None) {
            if (detail)
                *detail = why;
            return number > 0; // those that there are will do
        }
        connect(socket.get(), &UdpTransport::received, this, &DeviceFleet::received);
        m_sockets.push_back(std::move(socket));
    }
    return true;
}

int DeviceFleet::add(
    const QString &id, std::shared_ptr<const DeviceBehaviour> behaviour, int firstChannel, const QString &password)
{
    const bool udp = m_options.transport == TransportKind::Udp;
    if (size() >= maxDevices || m_byId.contains(id) || (udp && m_sockets.empty()) || m_stopped)
        return -1;
    const int place = size();
    auto member = std::make_unique<Member>(*this, place,
        DeviceIdentity{.id = id,
            .server = m_options.server,
            .serverId = m_options.serverId,
            .domain = m_options.domain,
            .password = password.isNull() ? m_options.password : password,
            .firstChannel = firstChannel},
        std::move(behaviour));
    if (udp)
        member->socket = m_sockets[static_cast<std::size_t>(place) % m_sockets.size()].get();
    m_byId.insert(id, place);
    m_byChannel.emplace(firstChannel, place);
    m_members.push_back(std::move(member));
    const TimePoint at = std::max(m_clock.now(), m_nextStart);
    m_nextStart = at + m_options.startGap;
    m_members.back()->armed = at;
    m_queue.push({at, static_cast<quint32>(place), 0});
    setTimer();
    return place;
}

void DeviceFleet::start(int place)
{
    Member &member = *m_members[static_cast<std::size_t>(place)];
    if (m_options.transport == TransportKind::Tcp && !member.link) {
        member.link = std::make_unique<FleetLink>(m_clock, m_options.server, m_options.local);
        FleetLink *const link = member.link.get();
        connect(link, &FleetLink::opened, this, [this, place] { start(place); });
        connect(link, &FleetLink::lost, this, [this, place] {
            m_news.emplace_back(place, DeviceHappening{.kind = DeviceHappening::Kind::Unanswered});
            flush();
        });
        connect(link, &FleetLink::received, this, [this, place](const Datagram &datagram) {
            const SipHead head = scanHead(view(datagram.octets));
            receivedBy(place, datagram, head);
        });
        return link->open();
    }
    if (m_stopped)
        return;
    member.identity.local = member.link ? member.link->local() : member.socket->local();
    if (!member.device)
        member.device = std::make_unique<SimulatedDevice>(member, member.identity, member.behaviour);
    member.device->model().identity.local = member.identity.local; // a new connection has another port
    member.device->start(m_clock.now());
    arm(place);
    flush();
}

bool DeviceFleet::send(Member &member, const QByteArray &octets)
{
    const bool sent = member.link ? member.link->send(octets)
                                  : !member.socket->send(m_options.server, octets).octets.isEmpty();
    ++(sent ? m_counters.sent : m_counters.unsent);
    // A system that has no room for a datagram loses it as a network does: the device repeats it
    return sent || !member.link;
}

/// By the ID in the Request-URI, or in the From of an answer: that of a device, or of something below it.
int DeviceFleet::placeOf(const SipHead &head) const
{
    const std::string_view user = head.kind == SipKind::Request ? head.requestUri.user : head.from.uri.user;
    const QString id = QString::fromLatin1(user.data(), static_cast<qsizetype>(std::min<std::size_t>(user.size(), 64)));
    if (const auto found = m_byId.find(id); found != m_byId.end())
        return *found;
    constexpr qsizetype digits = 20, serial = 13;
    bool number = false;
    const int channel = QStringView(id).mid(serial).toInt(&number);
    const auto next = m_byChannel.upper_bound(channel);
    return id.size() == digits && number && next != m_byChannel.begin() ? std::prev(next)->second : -1;
}

void DeviceFleet::received(const Datagram &datagram)
{
    const SipHead head = scanHead(view(datagram.octets));
    const int place = size() == 1 ? 0 : placeOf(head);
    if (head.kind == SipKind::NatKeepalive)
        return;
    if (place < 0) {
        ++m_counters.unknown;
        return;
    }
    receivedBy(place, datagram, head);
}

void DeviceFleet::receivedBy(int place, const Datagram &datagram, const SipHead &head)
{
    ++m_counters.received;
    Member &member = *m_members[static_cast<std::size_t>(place)];
    if (!member.device)
        return;
    member.device->receive(datagram, head);
    arm(place);
    flush();
}

void DeviceFleet::arm(int place, TimePoint earliest)
{
    Member &member = *m_members[static_cast<std::size_t>(place)];
    const auto next = member.device ? member.device->nextDeadline() : std::nullopt;
    if (!next || std::max(*next, earliest) >= member.armed)
        return;
    member.armed = std::max(*next, earliest);
    m_queue.push({member.armed, static_cast<quint32>(place), 0});
    setTimer();
}

void DeviceFleet::wake()
{
    const TimePoint now = m_clock.now();
    if (m_leaveAt <= now)
        leaveSome();
    while (const TimerQueue::Entry *const first = m_queue.first()) {
        if (first->at > now)
            break;
        const TimerQueue::Entry entry = *first;
        m_queue.pop();
        const int place = static_cast<int>(entry.slot);
        Member &member = *m_members[entry.slot];
        if (entry.at != member.armed)
            continue; // something earlier came up since
        member.armed = never;
        if (!member.device) {
            if (!m_stopped)
                start(place);
            continue;
        }
        member.device->advance(now);
        arm(place, now + std::chrono::milliseconds(1)); // so that none keeps the others waiting
    }
    flush();
    setTimer();
}

void DeviceFleet::setTimer()
{
    const TimerQueue::Entry *const first = m_queue.first();
    const TimePoint at = std::min(m_leaveAt, first ? first->at : never);
    if (at == never)
        return m_timer.stop();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(at - m_clock.now());
    m_timer.start(std::clamp(left, std::chrono::milliseconds(0), std::chrono::milliseconds(3'600'000)));
}

/// Tells what happened; whoever hears it may call any function.
void DeviceFleet::flush()
{
    while (!m_news.empty()) {
        const auto news = std::exchange(m_news, {});
        for (const auto &[place, one] : news) {
            Member &member = *m_members[static_cast<std::size_t>(place)];
            const bool is = member.device && member.device->isRegistered();
            m_registered += int(is) - int(std::exchange(member.registered, is));
            emit happened(place, one);
        }
    }
}

void DeviceFleet::stop()
{
    if (std::exchange(m_stopped, true))
        return;
    leaveSome();
    flush();
    setTimer();
}

/// A few at a time: ten thousand datagrams at once are more than a socket holds.
void DeviceFleet::leaveSome()
{
    const TimePoint now = m_clock.now();
    const int end = std::min(m_left + leaveBurst, size());
    for (; m_left < end; ++m_left) {
        if (SimulatedDevice *const device = m_members[static_cast<std::size_t>(m_left)]->device.get()) {
            device->stop(now);
            arm(m_left);
        }
    }
    m_leaveAt = m_left < size() ? now + leaveGap : never;
}

int DeviceFleet::busy() const
{
    return static_cast<int>(std::count_if(m_members.begin(), m_members.end(),
        [](const std::unique_ptr<Member> &one) { return one->device && (!one->device->isAway() || one->registered); }));
}

bool DeviceFleet::hasStarted(int place) const
{
    return place >= 0 && place < size() && m_members[static_cast<std::size_t>(place)]->device;
}

const SimulatedDevice &DeviceFleet::device(int place) const
{
    return *m_members[static_cast<std::size_t>(place)]->device;
}

bool DeviceFleet::raiseAlarm(int place, const SimulatedAlarm &alarm)
{
    if (place < 0 || place >= size())
        return false;
    SimulatedDevice *const device = m_members[static_cast<std::size_t>(place)]->device.get();
    const bool told = device && device->raiseAlarm(alarm, m_clock.now());
    if (device)
        arm(place);
    flush();
    return told;
}

} // namespace gb
