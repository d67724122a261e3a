#include "core/report/bundle/zipwriter.h"

#include <minizip/zip.h>

#include <algorithm>
#include <utility>

namespace gb::bundle {
namespace {

WholeFile &fileOf(voidpf opaque)
{
    return *static_cast<WholeFile *>(opaque);
}

/// What minizip would do with a file of its own: ours is there already.
zlib_filefunc64_def functionsOf(WholeFile &file)
{
    zlib_filefunc64_def out{};
    out.opaque = &file;
    out.zopen64_file = [](voidpf opaque, const void *, int) -> voidpf { return opaque; };
    out.zread_file = [](voidpf, voidpf, void *, uLong) -> uLong { return 0; }; // a new archive is not read
    out.zwrite_file = [](voidpf, voidpf stream, const void *octets, uLong size) -> uLong {
        const QByteArray all(static_cast<const char *>(octets), static_cast<qsizetype>(size));
        return fileOf(stream).write(all) ? size : 0;
    };
    out.ztell64_file = [](voidpf, voidpf stream) { return static_cast<ZPOS64_T>(fileOf(stream).position()); };
    out.zseek64_file = [](voidpf, voidpf stream, ZPOS64_T place, int from) -> long {
        return from == ZLIB_FILEFUNC_SEEK_SET && fileOf(stream).seek(static_cast<qint64>(place)) ? 0 : -1;
    };
    out.zclose_file = [](voidpf, voidpf) { return 0; };
    out.zerror_file = [](voidpf, voidpf stream) { return fileOf(stream).errorText().isEmpty() ? 0 : 1; };
    return out;
}

zip_fileinfo infoOf(const QDateTime &made)
{
    const QDate day = made.date();
    const QTime time = made.time();
    zip_fileinfo out{};
    out.tmz_date.tm_year = static_cast<uInt>(std::clamp(day.year(), 1980, 2107));
    out.tmz_date.tm_mon = static_cast<uInt>(day.month() - 1);
    out.tmz_date.tm_mday = static_cast<uInt>(day.day());
    out.tmz_date.tm_hour = static_cast<uInt>(time.hour());
    out.tmz_date.tm_min = static_cast<uInt>(time.minute());
    out.tmz_date.tm_sec = static_cast<uInt>(time.second());
    return out;
}

} // namespace

ZipWriter::ZipWriter(WholeFile &file, const QDateTime &made)
    : m_file(file)
    , m_made(made)
{
    zlib_filefunc64_def functions = functionsOf(file);
    m_zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
}

ZipWriter::~ZipWriter()
{
    if (m_zip)
        zipClose(m_zip, nullptr);
}

bool ZipWriter::begin(const char *name, qint64 size)
{
    constexpr qint64 large = 0xf000'0000; // what does not shrink grows a little
    const zip_fileinfo info = infoOf(m_made);
    return m_zip
        && zipOpenNewFileInZip64(m_zip, name, &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, Z_DEFAULT_COMPRESSION,
               size >= large ? 1 : 0)
        == ZIP_OK;
}

bool ZipWriter::write(const QByteArray &octets)
{
    return zipWriteInFileInZip(m_zip, octets.constData(), static_cast<unsigned>(octets.size())) == ZIP_OK;
}

bool ZipWriter::end()
{
    return zipCloseFileInZip(m_zip) == ZIP_OK;
}

bool ZipWriter::finish()
{
    return m_zip && zipClose(std::exchange(m_zip, nullptr), nullptr) == ZIP_OK && m_file.errorText().isEmpty();
}

} // namespace gb::bundle
