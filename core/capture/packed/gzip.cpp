#include "core/capture/inflatingfile.h"
#include "core/capture/packed/unpacker.h"

#include <QCoreApplication>
#include <QFile>

#include <zlib.h>

#include <algorithm>

namespace gb::packed {
namespace {

constexpr unsigned bufferSize = InflatingFile::maxLost / 2; ///< zlib inflates into twice as much, and drops it where
                                                            ///< damage shows

/// RFC 1952, or a file as it is.
class Gzip : public Unpacker
{
public:
    explicit Gzip(gzFile file)
        : m_file(file)
    {
        gzbuffer(file, bufferSize);
    }
    ~Gzip() override { gzclose_r(m_file); }
    Q_DISABLE_COPY_MOVE(Gzip)

    qint64 read(char *to, qint64 size, QString &error) override
    {
        const int got = gzread(m_file, to, static_cast<unsigned>(size));
        if (got < size) {
            int code = Z_OK;
            gzerror(m_file, &code);
            if (code == Z_BUF_ERROR)
                error = QCoreApplication::translate("Capture", "the compressed data are truncated");
            else if (code == Z_ERRNO)
                error = QCoreApplication::translate("Capture", "the file cannot be read");
            else if (code != Z_OK && code != Z_STREAM_END)
                error = QCoreApplication::translate("Capture", "the compressed data are damaged");
        }
        return std::max(got, 0);
    }
    qint64 position() const override { return std::max<qint64>(0, gzoffset(m_file)); }
    bool isCompressed() const override { return gzdirect(m_file) == 0; }

private:
    gzFile m_file;
};

} // namespace

std::unique_ptr<Unpacker> gzip(const QString &path, const QByteArray & /*start*/, QString & /*error*/)
{
#ifdef Q_OS_WIN
    const gzFile file = gzopen_w(reinterpret_cast<const wchar_t *>(path.utf16()), "rb");
#else
    const gzFile file = gzopen(QFile::encodeName(path).constData(), "rb");
#endif
    return file ? std::make_unique<Gzip>(file) : nullptr;
}

} // namespace gb::packed
