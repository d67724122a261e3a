#include "core/capture/packed/unpacker.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

#ifdef GBSCOPE_ZSTD
#include <zstd.h>
#endif

namespace gb::packed {
#ifdef GBSCOPE_ZSTD
namespace {

/// RFC 8878; several frames, one behind the other, are one file.
class Zstd : public Unpacker
{
public:
    explicit Zstd(const QString &path)
        : m_file(path)
    {
        constexpr int maxWindow = 27; // 128 MiB, the most that the program itself takes unasked
        ZSTD_DCtx_setParameter(m_context, ZSTD_d_windowLogMax, maxWindow);
    }
    ~Zstd() override { ZSTD_freeDCtx(m_context); }
    Q_DISABLE_COPY_MOVE(Zstd)

    bool open() { return m_context && m_file.open(QIODevice::ReadOnly); }
    qint64 read(char *to, qint64 size, QString &error) override
    {
        ZSTD_outBuffer out{to, static_cast<std::size_t>(size), 0};
        while (out.pos < out.size) {
            const bool isDry = m_in.pos == m_in.size;
            if (isDry)
                m_in = {
                    m_buffer, static_cast<std::size_t>(std::max<qint64>(m_file.read(m_buffer, sizeof m_buffer), 0)), 0};
            const bool isEnd = isDry && m_in.size == 0;
            if (isEnd && m_isBetween)
                break;
            const std::size_t before = out.pos, code = ZSTD_decompressStream(m_context, &out, &m_in);
            if (ZSTD_isError(code) != 0) {
                error = QCoreApplication::translate("Capture", "the compressed data are damaged");
                break;
            }
            m_isBetween = code == 0;
            if (isEnd && out.pos == before) {
                error = QCoreApplication::translate("Capture", "the compressed data are truncated");
                break;
            }
        }
        return static_cast<qint64>(out.pos);
    }
    qint64 position() const override { return m_file.pos(); }

private:
    QFile m_file;
    ZSTD_DCtx *m_context = ZSTD_createDCtx();
    ZSTD_inBuffer m_in{m_buffer, 0, 0};
    bool m_isBetween = false; ///< a frame has ended
    char m_buffer[64 * 1024];
};

} // namespace
#endif

std::unique_ptr<Unpacker> zstd(const QString &path, const QByteArray &start, QString &error)
{
    if (!start.startsWith(QByteArrayLiteral("\x28\xb5\x2f\xfd")))
        return nullptr;
#ifdef GBSCOPE_ZSTD
    auto unpacker = std::make_unique<Zstd>(path);
    if (unpacker->open())
        return unpacker;
    error = QCoreApplication::translate("Capture", "cannot open the file");
#else
    Q_UNUSED(path)
    error = QCoreApplication::translate(
        "Capture", "it is compressed by zstd, which this build cannot read: unpack it first (zstd -d)");
#endif
    return nullptr;
}

} // namespace gb::packed
