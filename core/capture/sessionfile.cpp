#include "core/capture/sessionfile.h"

#include "core/base/platform.h"
#include "core/capture/pcapngwriter.h"

#include <QFile>
#include <QLockFile>

namespace gb {
namespace {

constexpr qsizetype wakeAt = 512 * 1024; ///< in a flood what is written is still in the processor's cache
constexpr qsizetype keptRoom = 4 * wakeAt;

} // namespace

SessionFile::SessionFile(ReadCallback onRead, std::function<void(const QString &)> onError)
    : m_onRead(std::move(onRead))
    , m_onError(std::move(onError))
{
}

SessionFile::~SessionFile()
{
    close();
}

bool SessionFile::open(const QString &path, const QString &comment, QString *error)
{
    close();
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // a session may run for days
    auto file = std::make_unique<QFile>(path);
    if (!lock->tryLock(0)) {
        *error = lock->error() == QLockFile::LockFailedError ? QStringLiteral("another gbscope records into this file")
                                                             : QStringLiteral("the folder cannot be written to");
        return false;
    }
    if (!file->open(QIODevice::ReadWrite | QIODevice::Truncate)) {
        *error = file->errorString();
        return false;
    }
    file->setPermissions(QFile::ReadOwner | QFile::WriteOwner); // it holds what devices sent, digests too
    const QByteArray header = PcapngWriter::fileHeader(QStringLiteral("gbscope"), comment);
    if (file->write(header) != header.size() || !file->flush()) {
        *error = file->errorString();
        return false;
    }
    m_path = path;
    m_lock = std::move(lock);
    m_file = std::move(file);
    m_places->clear();
    m_stop = m_failed = false;
    m_thread = std::thread([this] { run(); });
    return true;
}

bool SessionFile::append(const Datagram &datagram)
{
    const std::scoped_lock guard(m_mutex);
    if (!m_thread.joinable() || m_failed)
        return false;
    if (isFull(datagram)) {
        m_queue.places.push_back({});
        return false;
    }
    m_queue.places.push_back({0, static_cast<quint16>(PcapngWriter::octetsKept(datagram)),
        m_queue.blocks.size() + PcapngWriter::octetsAt(datagram)});
    const bool full = m_queue.blocks.size() >= wakeAt;
    PcapngWriter::append(m_queue.blocks, datagram, std::exchange(m_comment, {}));
    if (!full && m_queue.blocks.size() >= wakeAt)
        m_wake.notify_one(); // else the writer looks every flushInterval
    return true;
}

bool SessionFile::append(const JournalNote &note)
{
    const std::scoped_lock guard(m_mutex);
    if (!m_thread.joinable() || m_failed)
        return false;
    PcapngWriter::appendNote(m_queue.blocks, note.at, notetext::write(note));
    return true;
}

void SessionFile::comment(const QString &text)
{
    const std::scoped_lock guard(m_mutex);
    m_comment = (m_comment.isEmpty() ? text : QString(m_comment + u' ' + text)).left(maxComment);
}

bool SessionFile::hasRoomFor(const Datagram &datagram)
{
    const std::scoped_lock guard(m_mutex);
    return m_failed || !isFull(datagram);
}

bool SessionFile::isFull(const Datagram &datagram) const
{
    return m_queue.blocks.size() + datagram.octets.size() > maxQueuedOctets;
}

void SessionFile::flush(std::function<void()> done)
{
    {
        const std::scoped_lock guard(m_mutex);
        m_jobs.push_back({0, std::move(done)});
    }
    m_wake.notify_one();
}

void SessionFile::read(quint64 number)
{
    {
        const std::scoped_lock guard(m_mutex);
        m_jobs.push_back({number, {}});
    }
    m_wake.notify_one();
}

void SessionFile::close()
{
    if (!m_thread.joinable())
        return;
    {
        const std::scoped_lock guard(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
    m_file.reset();
    m_lock.reset();
}

void SessionFile::run()
{
    Queue queue; // the two take turns, so that their room is used again
    auto synced = std::chrono::steady_clock::now();
    bool dirty = false;
    std::unique_lock guard(m_mutex);
    for (bool stop = false; !stop;) {
        m_wake.wait_for(
            guard, flushInterval, [this] { return m_stop || !m_jobs.empty() || m_queue.blocks.size() >= wakeAt; });
        stop = m_stop;
        std::vector<Job> jobs;
        std::swap(queue, m_queue);
        jobs.swap(m_jobs);
        guard.unlock();
        write(queue);
        dirty |= !queue.blocks.isEmpty() || !queue.places.empty();
        const auto now = std::chrono::steady_clock::now();
        if (dirty && (now - synced >= flushInterval || stop || !jobs.empty())) {
            platform::syncToDisk(*m_file);
            synced = now;
            dirty = false;
        }
        queue.places.clear();
        if (queue.blocks.capacity() <= keptRoom)
            queue.blocks.resize(0);
        else
            queue.blocks = {};
        for (const Job &job : jobs) {
            if (job.done)
                job.done();
            else
                m_onRead(job.read, readAt(job.read));
        }
        guard.lock();
    }
}

void SessionFile::write(Queue &queue)
{
    if (queue.places.empty() && queue.blocks.isEmpty())
        return;
    const QByteArray &blocks = queue.blocks;
    const qint64 at = m_file->size();
    for (RecordPlace &place : queue.places)
        place.offset += place.offset < 0 ? 0 : at;
    if (m_file->seek(at) && m_file->write(blocks) == blocks.size() && m_file->flush()) {
        m_places->append(queue.places);
        return;
    }
    const QString why = m_file->errorString();
    m_file->resize(at); // half a block would end the file for every reader
    {
        const std::scoped_lock guard(m_mutex);
        m_failed = true;
    }
    m_onError(why);
}

Datagram SessionFile::readAt(quint64 number)
{
    Datagram datagram;
    const RecordPlace place = m_places->at(number);
    if (place.offset < 0 || !m_file->seek(place.offset))
        return datagram;
    QByteArray octets = m_file->read(place.size);
    if (octets.size() == place.size)
        datagram.octets = std::move(octets);
    return datagram;
}

} // namespace gb
