#include "core/message/ptzcode.h"
#include "core/simulator/behaviourfile.h"
#include "core/simulator/simulateddevice.h"
#include "tests/fuzz/harness.h"

namespace gb::fuzz {
namespace {

const Endpoint server{QHostAddress(QStringLiteral("10.0.0.1")), 5060};
const Endpoint here{QHostAddress(QStringLiteral("10.0.0.9")), 5061};

/// Takes what a device sends, and answers nothing.
class Wire final : public SimulatedDeviceOwner
{
public:
    bool send(const Endpoint &to, TransportKind, const QByteArray &octets) override
    {
        require(to.address == server.address, "nothing leaves for elsewhere");
        last = octets;
        ++sent;
        return true;
    }
    void happened(const DeviceHappening &) override { }
    MediaLines *mediaLines() override { return &lines; }

    struct Lines final : MediaLines
    {
        struct Line final : MediaLine
        {
            quint16 port() const override { return 15'060; }
            bool isOpen() const override { return true; }
            bool send(const QByteArray &) override { return true; }
            void sendReport(const QByteArray &) override { }
            quint64 reports() const override { return 0; }
        };
        std::unique_ptr<MediaLine> open(const MediaRoute &route) override
        {
            const QHostAddress to = route.peer.address;
            require(!to.isNull() && !to.isMulticast() && route.peer.port > 0, "media goes to one computer");
            return std::make_unique<Line>();
        }
    };
    Lines lines;
    QByteArray last;
    int sent = 0;
};

void deliver(SimulatedDevice &device, const QByteArray &octets, TimePoint now)
{
    const Datagram datagram{.at = now, .from = server, .to = here, .octets = octets};
    device.receive(datagram, scanHead(view(datagram.octets)));
}

QByteArray messageWith(const char *method, std::string_view body, int number)
{
    return QByteArray(method) + " sip:34020000001180000001@10.0.0.9 SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK"
        + QByteArray::number(number) + "\r\nFrom: <sip:s@x>;tag=1\r\nTo: <sip:d@x>\r\nCall-ID: "
        + QByteArray::number(number) + "\r\nCSeq: 1 " + method
        + "\r\nContent-Length: " + QByteArray::number(static_cast<qsizetype>(body.size())) + "\r\n\r\n" + bytes(body);
}

void requireBounds(const SimulatedDevice &device)
{
    require(device.transactions().size() <= SimulatedDevice::limits.transactions, "transactions are bounded");
    require(device.subscriptions() <= Subscriptions::maxSubscriptions, "subscriptions are bounded");
    require(device.streams() <= 16, "streams are bounded");
    require(device.letters() <= Mailbox::maxLetters, "what waits to be sent is bounded");
    require(device.model().units() <= DeviceModel::maxUnits, "states are bounded");
}

/// A device that has registered with a server that asks for no password.
void enroll(SimulatedDevice &device, Wire &wire, TimePoint now)
{
    device.start(now);
    QByteArray answer = wire.last;
    answer.replace(0, answer.indexOf("\r\n"), "SIP/2.0 200 OK");
    deliver(device, answer, now);
    require(device.isRegistered(), "a device that is answered is registered");
}

} // namespace

void ptz(std::string_view octets)
{
    const PtzReading reading = readPtz(octets);
    if (reading.faults == 0)
        require(view(writePtz(reading.command)) == trimmed(octets), "what has no fault is written as it was read");
    int bits = 0;
    for (const PtzBits &one : explainPtz(reading.octets)) {
        require((one.byte - 1) * 8 + 8 - one.high == bits, "each bit is explained once, in order");
        bits += one.high - one.low + 1;
    }
    require(bits == 64, "all bits are explained");
}

void simulator(std::string_view octets)
{
    Wire wire;
    DeviceBehaviour behaviour = readBehaviour(bytes(octets)).behaviour.value_or(DeviceBehaviour{});
    behaviour.edition = GbEdition::E2022;
    SimulatedDevice device(wire,
        {.id = QStringLiteral("34020000001180000001"),
            .local = here,
            .server = server,
            .serverId = QStringLiteral("34020000002000000001"),
            .domain = QStringLiteral("3402000000")},
        std::make_shared<const DeviceBehaviour>(behaviour));
    TimePoint now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
    enroll(device, wire, now);
    const std::string_view body = bodyOf(octets);
    int number = 0;
    for (const QByteArray &message :
        {bytes(octets), messageWith("MESSAGE", body, ++number), messageWith("SUBSCRIBE", body, ++number),
            messageWith("MESSAGE", body, number), messageWith("INVITE", body, ++number)}) {
        deliver(device, message, now);
        requireBounds(device);
        now += std::chrono::seconds(7);
        device.advance(now);
        requireBounds(device);
    }
    if (const auto element = readXml(bytes(body))) {
        const auto again = readXml(writeXml(*element, "UTF-8", Charset::Utf8));
        require(!again || again->children.size() == element->children.size(), "what was read can be written and read");
    }
}

} // namespace gb::fuzz
