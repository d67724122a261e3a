#include "core/capture/hep.h"

#include <QtEndian>

#include <algorithm>
#include <string_view>

namespace gb::hep {
namespace {

enum Chunk : quint16 {
    Family = 1,
    Protocol = 2,
    SourceV4 = 3,
    TargetV4 = 4,
    SourceV6 = 5,
    TargetV6 = 6,
    SourcePort = 7,
    TargetPort = 8,
    Seconds = 9,
    Microseconds = 10,
    Kind = 11,
    Agent = 12,
    Payload = 15,
    Compressed = 16
};
constexpr quint8 familyV4 = 2, familyV6 = 10, protocolTcp = 6, protocolUdp = 17, kindSip = 1;
constexpr int packetHead = 6, chunkHead = 6, maxChunks = 64;

class Writer
{
public:
    explicit Writer(qsizetype payload)
    {
        m_out.reserve(payload + 160);
        m_out.append("HEP3\0\0", 6);
    }

    template<typename Number>
    void number(Chunk type, Number value)
    {
        head(type, sizeof value);
        const Number big = qToBigEndian(value);
        m_out.append(reinterpret_cast<const char *>(&big), sizeof big);
    }
    void octets(Chunk type, const char *data, qsizetype size)
    {
        head(type, size);
        m_out.append(data, size);
    }
    QByteArray finish()
    {
        qToBigEndian(static_cast<quint16>(m_out.size()), m_out.data() + 4);
        return m_out;
    }

private:
    void head(Chunk type, qsizetype size)
    {
        char text[chunkHead] = {}; // vendor 0: the chunks that everybody knows
        qToBigEndian(static_cast<quint16>(type), text + 2);
        qToBigEndian(static_cast<quint16>(size + chunkHead), text + 4);
        m_out.append(text, chunkHead);
    }

    QByteArray m_out;
};

void writeAddress(Writer &writer, const IpAddress &address, Chunk v4, Chunk v6)
{
    if (address.isV6())
        writer.octets(v6, address.octets().data(), 16);
    else
        writer.number(v4, address.toV4());
}

/// A number of exactly its size; else nothing.
template<typename Number>
std::optional<Number> numberIn(std::string_view data)
{
    return data.size() == sizeof(Number) ? std::optional(qFromBigEndian<Number>(data.data())) : std::nullopt;
}

std::optional<IpAddress> addressIn(std::string_view data)
{
    if (data.size() == 4)
        return IpAddress::v4(data.data());
    return data.size() == 16 ? std::optional(IpAddress::v6(data.data())) : std::nullopt;
}

struct Fields
{
    std::optional<IpAddress> source, target;
    std::optional<quint16> sourcePort, targetPort;
    std::optional<quint32> seconds, microseconds, agent;
    quint8 protocol = protocolUdp, kind = kindSip;
    std::string_view payload;

    void take(quint16 type, std::string_view data)
    {
        switch (type) {
        case SourceV4:
        case SourceV6: source = addressIn(data); break;
        case TargetV4:
        case TargetV6: target = addressIn(data); break;
        case SourcePort: sourcePort = numberIn<quint16>(data); break;
        case TargetPort: targetPort = numberIn<quint16>(data); break;
        case Seconds: seconds = numberIn<quint32>(data); break;
        case Microseconds: microseconds = numberIn<quint32>(data); break;
        case Protocol: protocol = numberIn<quint8>(data).value_or(0); break;
        case Kind: kind = numberIn<quint8>(data).value_or(0); break;
        case Agent: agent = numberIn<quint32>(data); break;
        case Payload: payload = data; break;
        default: break; // agents add what they like
        }
    }
};

} // namespace

QByteArray write(const Datagram &message, quint32 agent)
{
    Writer writer(message.octets.size());
    const bool v6 = message.from.address.isV6();
    writer.number(Family, v6 ? familyV6 : familyV4);
    writer.number(Protocol, message.transport == TransportKind::Tcp ? protocolTcp : protocolUdp);
    writeAddress(writer, message.from.address, SourceV4, SourceV6);
    writeAddress(writer, message.to.address, TargetV4, TargetV6);
    writer.number(SourcePort, message.from.port);
    writer.number(TargetPort, message.to.port);
    const auto at = message.at.time_since_epoch();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at);
    writer.number(Seconds, static_cast<quint32>(seconds.count()));
    writer.number(Microseconds, static_cast<quint32>((at - seconds).count()));
    writer.number(Kind, kindSip);
    writer.number(Agent, agent);
    writer.octets(Payload, message.octets.constData(), message.octets.size());
    return writer.finish();
}

bool isPacket(const QByteArray &octets)
{
    return octets.size() >= packetHead && octets.startsWith("HEP3")
        && qFromBigEndian<quint16>(octets.constData() + 4) >= packetHead;
}

std::optional<Datagram> read(const QByteArray &packet, Problem *problem, quint32 *agent, bool isCut)
{
    const auto fail = [problem](Problem what) {
        *problem = what;
        return std::nullopt;
    };
    *problem = Problem::None;
    std::string_view rest(packet.constData(), static_cast<std::size_t>(packet.size()));
    if (rest.size() < packetHead || !rest.starts_with("HEP3"))
        return fail(Problem::NotHep);
    const auto whole = qFromBigEndian<quint16>(rest.data() + 4);
    if (whole < packetHead || (whole > rest.size() && !isCut))
        return fail(Problem::Truncated);
    bool endsWithin = false; // the payload
    rest = rest.substr(packetHead, whole - static_cast<std::size_t>(packetHead));
    Fields fields;
    for (int chunk = 0; !rest.empty() && chunk < maxChunks; ++chunk) {
        if (rest.size() < chunkHead && isCut && !fields.payload.empty())
            break;
        if (rest.size() < chunkHead)
            return fail(Problem::Truncated);
        const auto vendor = qFromBigEndian<quint16>(rest.data()), type = qFromBigEndian<quint16>(rest.data() + 2),
                   size = qFromBigEndian<quint16>(rest.data() + 4);
        endsWithin = isCut && vendor == 0 && type == Payload && size > rest.size();
        if (size < chunkHead || (size > rest.size() && !endsWithin))
            return fail(Problem::Truncated);
        if (vendor == 0)
            fields.take(type, rest.substr(chunkHead, size - static_cast<std::size_t>(chunkHead)));
        rest.remove_prefix(std::min<std::size_t>(size, rest.size()));
    }
    if (!fields.source || !fields.target || !fields.sourcePort || !fields.targetPort
        || fields.source->isV6() != fields.target->isV6())
        return fail(Problem::NoEnds);
    if (fields.kind != kindSip || (fields.protocol != protocolTcp && fields.protocol != protocolUdp))
        return fail(Problem::OtherKind);
    if (fields.payload.empty())
        return fail(Problem::NoPayload);
    if (agent)
        *agent = fields.agent.value_or(0);
    Datagram message;
    message.at = TimePoint(std::chrono::seconds(fields.seconds.value_or(0))
        + std::chrono::microseconds(std::min<quint32>(fields.microseconds.value_or(0), 999'999)));
    message.from = {*fields.source, *fields.sourcePort};
    message.to = {*fields.target, *fields.targetPort};
    message.transport = fields.protocol == protocolTcp ? TransportKind::Tcp : TransportKind::Udp;
    message.octets = QByteArray(fields.payload.data(), static_cast<qsizetype>(fields.payload.size()));
    message.cut = endsWithin;
    return message;
}

bool Framer::take(const QByteArray &octets, std::deque<QByteArray> &out)
{
    m_buffer += octets;
    qsizetype at = 0;
    bool good = true;
    while (good && m_buffer.size() - at >= packetHead) {
        const QByteArray rest = QByteArray::fromRawData(m_buffer.constData() + at, m_buffer.size() - at);
        good = isPacket(rest);
        const qsizetype size = qFromBigEndian<quint16>(rest.constData() + 4);
        if (!good || rest.size() < size)
            break;
        out.push_back(m_buffer.mid(at, size));
        at += size;
    }
    m_buffer.remove(0, at);
    return good
        && QByteArrayView("HEP3").startsWith(QByteArrayView(m_buffer).first(std::min<qsizetype>(m_buffer.size(), 4)));
}

std::optional<Duration> Merger::fit(Datagram &message, const Endpoint &sender, TimePoint arrived)
{
    using namespace std::chrono_literals;
    if (m_offsets.size() >= maxSenders && !m_offsets.contains(sender.address))
        m_offsets.clear();
    const auto known = m_offsets.find(sender.address);
    const Duration off = arrived - message.at;
    Duration offset = std::chrono::abs(off) <= agreement ? Duration(0) : off;
    if (known != m_offsets.end() && *known != Duration(0) && std::chrono::abs(off - *known) <= 1s)
        offset = *known;
    const bool news = offset != Duration(0) && (known == m_offsets.end() || *known != offset);
    m_offsets.insert(sender.address, offset);
    message.at = std::min(message.at + offset, arrived);
    m_places.fit(message);
    return news ? std::optional(offset) : std::nullopt;
}

void Places::fit(Datagram &message)
{
    if (message.transport != TransportKind::Tcp)
        return;
    if (m_sequences.size() >= maxStreams)
        m_sequences.clear();
    quint32 &next = m_sequences[{message.from, message.to}];
    next = std::max<quint32>(next, 1);
    message.sequence = next;
    message.acknowledged = 1;
    next += static_cast<quint32>(message.octets.size());
}

} // namespace gb::hep
