#include "core/capture/streams/unwrapper.h"

#include "core/capture/signallingsieve.h"

#include <QtEndian>

#include <optional>

namespace gb::streams {
namespace {

constexpr qsizetype maxHead = 16 * 1024, maxMessage = 65'000; ///< octets
constexpr quint8 final = 0x80, reserved = 0x70, masked = 0x80, continuation = 0, text = 1, binary = 2, control = 8;

struct Frame
{
    quint8 first = 0;
    qsizetype header = 0, size = 0; ///< octets
    const char *mask = nullptr;

    quint8 kind() const { return first & 0xfU; }
};

/// RFC 6455 §5.2. `whole` tells whether the header is there; a frame that cannot be has no bits.
std::optional<Frame> headerOf(const char *data, qsizetype there, bool *possible)
{
    *possible = true;
    if (there < 2)
        return std::nullopt;
    const auto first = static_cast<quint8>(data[0]), second = static_cast<quint8>(data[1]);
    const int length = second & 0x7f;
    const qsizetype more = length == 126 ? 2 : length == 127 ? 8 : 0, mask = (second & masked) != 0 ? 4 : 0;
    const quint8 kind = first & 0xfU;
    *possible = (first & reserved) == 0 && (kind <= binary || (kind >= control && kind <= 10 && length < 126));
    if (!*possible || there < 2 + more + mask)
        return std::nullopt;
    quint64 size = static_cast<quint64>(length);
    if (more == 2)
        size = qFromBigEndian<quint16>(data + 2);
    else if (more == 8)
        size = qFromBigEndian<quint64>(data + 2);
    *possible = size <= static_cast<quint64>(maxMessage);
    if (!*possible)
        return std::nullopt;
    return Frame{first, 2 + more + mask, static_cast<qsizetype>(size), mask > 0 ? data + 2 + more : nullptr};
}

QByteArray payload(const Frame &frame, const char *data, qsizetype most)
{
    QByteArray octets(data + frame.header, std::min(frame.size, most));
    for (qsizetype i = 0; frame.mask && i < octets.size(); ++i)
        octets[i] = static_cast<char>(octets[i] ^ frame.mask[i % 4]);
    return octets;
}

/// Of one direction: the lines of HTTP that open it, then frames.
class WebSocket : public Unwrapper
{
public:
    explicit WebSocket(bool opens)
        : m_head(opens)
    {
    }

    bool take(const Datagram &piece, std::deque<Datagram> &out) override
    {
        m_buffer += piece.octets;
        if (m_head) {
            const qsizetype end = m_buffer.indexOf("\r\n\r\n");
            if (end < 0)
                return m_buffer.size() <= maxHead;
            m_buffer.remove(0, end + 4);
            m_head = false;
        }
        return takeFrames(piece, out);
    }

    void takeUnfinished(const Datagram &piece, std::deque<Datagram> &out) override
    {
        bool possible = true;
        const auto frame = headerOf(m_buffer.constData(), m_buffer.size(), &possible);
        if (frame && frame->kind() < control) {
            if (frame->kind() != continuation)
                m_message.clear();
            m_message += payload(*frame, m_buffer.constData(), m_buffer.size() - frame->header);
        }
        m_buffer.clear();
        if (SignallingSieve::looksLikeSip(m_message))
            tell(piece, out);
        m_message.clear();
    }

private:
    void tell(const Datagram &piece, std::deque<Datagram> &out)
    {
        out.push_back(piece);
        out.back().octets = std::exchange(m_message, {});
        out.back().sequence = m_place;
        out.back().acknowledged = 1;
        m_place += static_cast<quint32>(out.back().octets.size());
    }
    bool takeFrames(const Datagram &piece, std::deque<Datagram> &out)
    {
        bool possible = true;
        qsizetype at = 0;
        while (const auto frame = headerOf(m_buffer.constData() + at, m_buffer.size() - at, &possible)) {
            if (m_buffer.size() - at < frame->header + frame->size)
                break;
            if (frame->kind() < control && !takeFrame(*frame, m_buffer.constData() + at, piece, out))
                return false;
            at += frame->header + frame->size;
        }
        m_buffer.remove(0, at);
        return possible;
    }
    /// A message may come in several frames.
    bool takeFrame(const Frame &frame, const char *data, const Datagram &piece, std::deque<Datagram> &out)
    {
        if (frame.kind() != continuation)
            m_message.clear();
        m_message += payload(frame, data, frame.size);
        if (m_message.size() > maxMessage)
            return false;
        if ((frame.first & final) != 0 && !m_message.isEmpty())
            tell(piece, out);
        return true;
    }

    bool m_head;
    quint32 m_place = 1; ///< of what is inside: without heads, as it is shown
    QByteArray m_buffer, m_message;
};

bool opensWebSocket(const QByteArray &octets)
{
    if (!octets.startsWith("GET ") && !octets.startsWith("HTTP/1.1 101"))
        return false;
    return octets.left(maxHead).toLower().contains("\r\nupgrade: websocket");
}

/// In the middle: a frame that begins with a message of SIP.
bool isFrameWithSip(const QByteArray &octets)
{
    bool possible = true;
    const auto frame = headerOf(octets.constData(), octets.size(), &possible);
    if (!frame || (frame->kind() != text && frame->kind() != binary) || frame->size < 16)
        return false;
    constexpr qsizetype line = 1024;
    return SignallingSieve::looksLikeSip(
        payload(*frame, octets.constData(), std::min(line, octets.size() - frame->header)));
}

} // namespace

std::shared_ptr<Unwrapper> webSocket(const QByteArray &octets)
{
    const bool opens = opensWebSocket(octets);
    return opens || isFrameWithSip(octets) ? std::make_shared<WebSocket>(opens) : nullptr;
}

} // namespace gb::streams
