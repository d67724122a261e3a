#include "core/capture/packed/unpacker.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

#ifdef GBSCOPE_LZ4
#include <lz4frame.h>
#endif

namespace gb::packed {
#ifdef GBSCOPE_LZ4
namespace {

/// Frames of lz4, one behind the other.
class Lz4 : public Unpacker
{
public:
    explicit Lz4(const QString &path)
        : m_file(path)
    {
    }
    ~Lz4() override { LZ4F_freeDecompressionContext(m_context); }
    Q_DISABLE_COPY_MOVE(Lz4)

    bool open()
    {
        return LZ4F_isError(LZ4F_createDecompressionContext(&m_context, LZ4F_VERSION)) == 0
            && m_file.open(QIODevice::ReadOnly);
    }
    qint64 read(char *to, qint64 size, QString &error) override
    {
        qint64 sum = 0;
        while (sum < size && error.isEmpty()) {
            if (m_at == m_there) {
                m_at = 0;
                m_there = static_cast<std::size_t>(std::max<qint64>(m_file.read(m_buffer, sizeof m_buffer), 0));
            }
            const bool isEnd = m_there == 0;
            if (isEnd && m_isBetween)
                break;
            std::size_t made = static_cast<std::size_t>(size - sum), used = m_there - m_at;
            const std::size_t code = LZ4F_decompress(m_context, to + sum, &made, m_buffer + m_at, &used, nullptr);
            if (LZ4F_isError(code) != 0)
                error = QCoreApplication::translate("Capture", "the compressed data are damaged");
            else if (isEnd && made == 0)
                error = QCoreApplication::translate("Capture", "the compressed data are truncated");
            else
                sum += static_cast<qint64>(made);
            m_at += used;
            m_isBetween = code == 0;
        }
        return sum;
    }
    qint64 position() const override { return m_file.pos(); }

private:
    QFile m_file;
    LZ4F_dctx *m_context = nullptr;
    std::size_t m_at = 0, m_there = 0;
    bool m_isBetween = false; ///< a frame has ended
    char m_buffer[64 * 1024];
};

} // namespace
#endif

std::unique_ptr<Unpacker> lz4(const QString &path, const QByteArray &start, QString &error)
{
    if (!start.startsWith(QByteArrayLiteral("\x04\x22\x4d\x18")))
        return nullptr;
#ifdef GBSCOPE_LZ4
    auto unpacker = std::make_unique<Lz4>(path);
    if (unpacker->open())
        return unpacker;
    error = QCoreApplication::translate("Capture", "cannot open the file");
#else
    Q_UNUSED(path)
    error = QCoreApplication::translate(
        "Capture", "it is compressed by lz4, which this build cannot read: unpack it first (lz4 -d)");
#endif
    return nullptr;
}

} // namespace gb::packed
