#pragma once
#include "core/capture/wholefile.h"

#include <QDateTime>

namespace gb::bundle {

/// Writes a ZIP archive into a file that appears whole or not at all; larger than 4 GiB where it has to be (Zip64). One
/// member after the other. After false `errorText` of the file says why.
class ZipWriter
{
public:
    /// `file` is open, and outlives it. `made`: what every member has for its time; the format knows 1980 to 2107.
    ZipWriter(WholeFile &file, const QDateTime &made);
    ~ZipWriter();
    Q_DISABLE_COPY_MOVE(ZipWriter)

    /// `name`: ASCII. `size` of what will be written, in bytes; it need not be exact below 4 GiB.
    bool begin(const char *name, qint64 size);
    bool write(const QByteArray &octets);
    bool end();
    /// Behind the last member; commit() of the file is not called.
    bool finish();

private:
    WholeFile &m_file;
    const QDateTime m_made;
    void *m_zip = nullptr;
};

} // namespace gb::bundle
