#include "core/capture/fileformat.h"
#include "core/capture/packed/unpacker.h"
#include "core/capture/resync.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace gb::packed {
namespace {

constexpr qint64 enough = 64 * 1024; ///< octets that tell

/// A capture that went through FTP's ASCII mode to a computer whose lines end in CR LF: each LF got a CR, so that
/// taking these away gives the very octets that were sent.
class TextMode : public Unpacker
{
public:
    explicit TextMode(const QString &path)
        : m_file(path)
    {
    }

    bool open() { return m_file.open(QIODevice::ReadOnly); }
    qint64 read(char *to, qint64 size, QString &error) override
    {
        qint64 sum = 0;
        while (sum < size) {
            if (m_at == m_there && !fill())
                break;
            const char c = m_buffer[m_at++];
            if (c == '\n' && m_waits)
                m_waits = false; // the CR that was put in goes
            else if (m_waits) {
                to[sum++] = '\r';
                m_waits = false;
                --m_at;
                continue;
            }
            if (c == '\r')
                m_waits = true;
            else
                to[sum++] = c;
        }
        if (sum < size && m_waits) {
            to[sum++] = '\r';
            m_waits = false;
        }
        if (sum < size)
            error = QCoreApplication::translate("Capture",
                "it was transferred in text mode (FTP's ASCII mode), which put a CR ahead of each LF; "
                "they were taken away again: transfer it in binary mode");
        return sum;
    }
    qint64 position() const override { return m_file.pos(); }

private:
    bool fill()
    {
        m_at = 0;
        m_there = static_cast<std::size_t>(std::max<qint64>(m_file.read(m_buffer, sizeof m_buffer), 0));
        return m_there > 0;
    }

    QFile m_file;
    bool m_waits = false; ///< a CR, for what comes behind it
    std::size_t m_at = 0, m_there = 0;
    char m_buffer[16 * 1024];
};

/// The octets of a capture that nobody changed: what looks like line ends is in its messages.
bool isWholeAsItIs(std::string_view octets)
{
    constexpr std::size_t header = 24;
    constexpr quint32 recordHeader = 16;
    constexpr std::string_view section("\n\r\r\n", 4);
    if (octets.starts_with(section)) // its own first LF would have a CR
        return true;
    if (octets.size() < header)
        return false;
    Resync resync{.isBigEndian = octets[0] == '\xa1', .recordHeader = recordHeader};
    return resync.begin(octets.substr(header));
}

} // namespace

std::unique_ptr<Unpacker> textMode(const QString &path, const QByteArray &start, QString & /*error*/)
{
    QByteArray first = start;
    if (!isCaptureStart(first.replace("\r\n", "\n")))
        return nullptr;
    QFile file(path);
    const QByteArray octets = file.open(QIODevice::ReadOnly) ? file.read(enough) : QByteArray();
    const std::string_view view(octets.constData(), static_cast<std::size_t>(octets.size()));
    if (isWholeAsItIs(view) || !Resync::looksLikeTextMode(view))
        return nullptr;
    auto unpacker = std::make_unique<TextMode>(path);
    return unpacker->open() ? std::move(unpacker) : nullptr;
}

} // namespace gb::packed
