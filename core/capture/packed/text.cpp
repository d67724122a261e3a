#include "core/base/octets.h"
#include "core/capture/links/layer.h"
#include "core/capture/packed/textlines.h"
#include "core/capture/packed/unpacker.h"
#include "core/capture/pcapngwriter.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>

namespace gb::packed {
namespace {

constexpr quint32 magic = 0xa1b2c3d4, ethernet = 1, maxPacket = 262'144;
constexpr int linesTried = 20'000; ///< in which a message, or a packet, must begin

template<typename Number>
void append(QByteArray &to, Number value)
{
    const Number little = qToLittleEndian(value);
    to.append(reinterpret_cast<const char *>(&little), sizeof little);
}

/// Texts that hold whole messages (of tcpdump -A and -v, ngrep, sngrep, sipp and of logs) or whole packets (tcpdump -X
/// and -XX), given out as a pcap file.
class Text : public Unpacker
{
public:
    explicit Text(const QString &path)
        : m_lines(path)
    {
        append(m_out, magic);
        append(m_out, quint16{2});
        append(m_out, quint16{4});
        m_out.append(8, '\0');
        append(m_out, maxPacket);
        append(m_out, ethernet);
    }

    bool open() { return m_lines.open(); }
    qint64 read(char *to, qint64 size, QString &error) override
    {
        while (m_out.size() - m_at < size && takeNext()) { }
        const qint64 got = std::min<qint64>(size, m_out.size() - m_at);
        std::copy_n(m_out.constData() + m_at, got, to);
        m_at += got;
        if (m_at > 256 * 1024) {
            m_out.remove(0, m_at);
            m_at = 0;
        }
        if (got < size && m_lines.notWhole() > 0)
            error = QCoreApplication::translate(
                "Capture", "%1 messages of the text do not stand whole in it, and were left out")
                        .arg(m_lines.notWhole());
        return got;
    }
    qint64 position() const override { return m_lines.position(); }

private:
    bool takeNext()
    {
        TextLines::Found found;
        if (!m_lines.next(found))
            return false;
        const bool isFrame = !found.packet.isEmpty() && !links::isIp(view(found.packet));
        const QByteArray ip = found.packet.isEmpty() ? PcapngWriter::ipPacket(found.message) : found.packet;
        QByteArray frame = isFrame ? ip : QByteArray(12, '\0');
        if (!isFrame)
            frame += (ip[0] & 0xf0) == 0x60 ? QByteArray("\x86\xdd") : QByteArray("\x08\x00", 2);
        frame += isFrame ? QByteArray() : ip;
        const auto at = found.message.at.time_since_epoch();
        const auto seconds = std::chrono::floor<std::chrono::seconds>(at);
        append(m_out, static_cast<quint32>(seconds.count()));
        append(m_out, static_cast<quint32>((at - seconds).count()));
        append(m_out, static_cast<quint32>(frame.size()));
        append(m_out, static_cast<quint32>(frame.size()));
        m_out += frame;
        return true;
    }
    TextLines m_lines;
    QByteArray m_out;
    qsizetype m_at = 0;
};

bool holdsSomething(const QString &path)
{
    TextLines lines(path);
    TextLines::Found found;
    return lines.open() && lines.next(found, linesTried);
}

} // namespace

std::unique_ptr<Unpacker> text(const QString &path, const QByteArray &start, QString &error)
{
    Q_UNUSED(error)
    const bool isText = !start.isEmpty() && std::none_of(start.begin(), start.end(), [](char c) {
        return static_cast<uchar>(c) < 0x20 && c != '\r' && c != '\n' && c != '\t' && c != '\x1b';
    });
    if (!isText || !holdsSomething(path))
        return nullptr;
    auto unpacker = std::make_unique<Text>(path);
    return unpacker->open() ? std::move(unpacker) : nullptr;
}

} // namespace gb::packed
