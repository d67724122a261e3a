#include "core/report/bundle/spool.h"

#include "core/capture/filetarget.h"

#include <QTemporaryFile>

#include <algorithm>
#include <utility>

namespace gb::bundle {
namespace {

constexpr qsizetype writeAt = 256 * 1024;
constexpr qint64 readSize = 64 * 1024;

/// Without Qt's buffer: what the disk does not take is known at once, with the reason.
class Scratch final : public QTemporaryFile
{
public:
    using QTemporaryFile::QTemporaryFile;
    bool start() { return open(QIODevice::ReadWrite | QIODevice::Unbuffered); }
};

} // namespace

Spool::Spool(const char *name)
    : m_name(name)
{
}

Spool::~Spool() = default;

bool Spool::fail(const QString &text)
{
    m_error = text.left(1).toLower() + text.mid(1);
    return false;
}

bool Spool::open(const QString &folder)
{
    auto file = std::make_unique<Scratch>(folder + u'/' + QLatin1String(m_name) + QStringLiteral(".XXXXXX.part"));
    const bool started = file->start();
    m_file = std::move(file);
    return started || fail(m_file->errorString());
}

bool Spool::add(const QByteArray &octets)
{
    m_hash.addData(octets);
    m_size += octets.size();
    m_waiting += octets;
    return m_waiting.size() < writeAt || flush();
}

bool Spool::flush()
{
    QString why;
    if (!filetarget::writeAll(*m_file, m_waiting, &why))
        return fail(why);
    m_waiting.resize(0);
    return true;
}

bool Spool::finish()
{
    m_left = m_size;
    return flush() && (m_file->seek(0) || fail(m_file->errorString()));
}

QByteArray Spool::read()
{
    const qint64 wanted = std::min(readSize, m_left);
    const QByteArray octets = m_file->read(wanted);
    m_left -= octets.size();
    if (octets.isEmpty() && wanted > 0)
        fail(m_file->errorString());
    return octets;
}

} // namespace gb::bundle
