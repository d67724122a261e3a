#include "core/capture/sessionfile.h"

#include "core/base/platform.h"
#include "core/capture/filetarget.h"
#include "core/capture/pcapngwriter.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>

namespace gb {
namespace {

constexpr qsizetype wakeAt = 512 * 1024; ///< in a flood what is written is still in the processor's cache
constexpr qsizetype keptRoom = 4 * wakeAt;
constexpr qsizetype roomForNotes = 1024 * 1024;
constexpr int maxNumber = 9'999; ///< of files that have the same name

} // namespace

SessionFile::SessionFile(ReadCallback onRead, std::function<void(const QString &)> onDisk)
    : m_onRead(std::move(onRead))
    , m_onDisk(std::move(onDisk))
{
}

SessionFile::~SessionFile()
{
    close();
}

void SessionFile::Queue::clear()
{
    places.clear();
    messages = dropped = 0;
    if (blocks.capacity() <= keptRoom)
        blocks.resize(0);
    else
        blocks = {};
}

bool SessionFile::open(const QString &path, const QString &comment, QString *error)
{
    close();
    *error = filetarget::objection(path);
    if (!error->isEmpty() || !create(filetarget::canonical(path), error))
        return false;
    const QByteArray header = PcapngWriter::fileHeader(QStringLiteral("gbscope"), comment);
    if (!filetarget::writeAll(*m_file, header, error)) {
        m_file->remove(); // it is ours, and nothing is in it
        m_file.reset();
        m_lock.reset();
        return false;
    }
    m_end = header.size();
    m_path = m_file->fileName();
    m_places->clear();
    m_stop = m_failing = false;
    m_thread = std::thread([this] { run(); });
    return true;
}

/// NewOnly: whatever is there is left alone, also what another program makes between the question and the answer.
bool SessionFile::create(const QString &path, QString *error)
{
    for (int number = 1; number <= maxNumber; ++number) {
        const QString name = filetarget::numbered(path, number);
        if (QFileInfo::exists(name) || QFileInfo(name).isSymLink())
            continue; // its lock stays, too: it may tell of an unfinished session
        auto lock = std::make_unique<QLockFile>(name + QStringLiteral(".lock"));
        lock->setStaleLockTime(0); // a session may run for days
        if (!lock->tryLock(0)) {
            if (lock->error() == QLockFile::LockFailedError)
                continue; // another gbscope is about to make it
            *error = QStringLiteral("the folder cannot be written to");
            return false;
        }
        auto file = std::make_unique<QFile>(name);
        // It holds what devices sent, digests too
        if (file->open(QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered,
                QFile::ReadOwner | QFile::WriteOwner)) {
            m_lock = std::move(lock);
            m_file = std::move(file);
            return true;
        }
        if (!QFileInfo::exists(name)) {
            *error = file->errorString();
            return false;
        }
    }
    *error = QStringLiteral("the names up to %1 are taken").arg(filetarget::numbered(path, maxNumber));
    return false;
}

bool SessionFile::append(const Datagram &datagram)
{
    const std::scoped_lock guard(m_mutex);
    if (!m_thread.joinable())
        return false;
    if (isFull(datagram)) {
        ++m_queue.dropped;
        ++m_dropped;
        return false;
    }
    if (m_keepPlaces)
        m_queue.places.push_back({0, static_cast<quint16>(PcapngWriter::octetsKept(datagram)),
            m_queue.blocks.size() + PcapngWriter::octetsAt(datagram)});
    ++m_queue.messages;
    const bool full = m_queue.blocks.size() >= wakeAt;
    PcapngWriter::append(m_queue.blocks, datagram, std::exchange(m_comment, {}));
    if (!full && m_queue.blocks.size() >= wakeAt)
        m_wake.notify_one(); // else the writer looks every flushInterval
    return true;
}

bool SessionFile::append(const JournalNote &note)
{
    const std::scoped_lock guard(m_mutex);
    if (!m_thread.joinable() || m_queue.blocks.size() > maxQueuedOctets + roomForNotes)
        return false; // they say what was dropped, so there is room for them where messages have none
    PcapngWriter::appendNote(m_queue.blocks, note.at, notetext::write(note));
    return true;
}

void SessionFile::comment(const QString &text)
{
    const std::scoped_lock guard(m_mutex);
    m_comment = (m_comment.isEmpty() ? text : QString(m_comment + u' ' + text)).left(maxComment);
}

quint64 SessionFile::unrecorded() const
{
    const std::scoped_lock guard(m_mutex);
    return m_dropped + (m_failing ? m_held + m_queue.messages : 0);
}

/// Once something had no room nothing has until the writer takes the queue: so what was dropped stands behind the rest.
bool SessionFile::isFull(const Datagram &datagram) const
{
    return m_queue.dropped > 0 || m_queue.blocks.size() + datagram.octets.size() > maxQueuedOctets;
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
        m_wake.wait_for(guard, m_failing ? retryInterval : flushInterval,
            [this] { return m_stop || !m_jobs.empty() || (!m_failing && m_queue.blocks.size() >= wakeAt); });
        stop = m_stop;
        std::vector<Job> jobs;
        jobs.swap(m_jobs);
        dirty |= writeQueued(queue, guard);
        if (stop && m_failing) { // no room came
            m_dropped += std::exchange(m_held, 0) + m_queue.messages;
            m_queue.clear();
            m_failing = false;
        }
        guard.unlock();
        const auto now = std::chrono::steady_clock::now();
        if (dirty && (now - synced >= flushInterval || stop || !jobs.empty())) {
            platform::syncToDisk(*m_file);
            synced = now;
            dirty = false;
        }
        for (const Job &job : jobs) {
            if (job.done)
                job.done();
            else
                m_onRead(job.read, readAt(job.read));
        }
        guard.lock();
    }
}

/// What an earlier try left in `queue` first, then what waits. True where something was written; what could not be
/// stays in `queue`.
bool SessionFile::writeQueued(Queue &queue, std::unique_lock<std::mutex> &guard)
{
    const bool failedBefore = m_failing;
    bool written = false;
    QString why;
    for (bool held = true; held;) {
        held = !queue.isEmpty();
        if (!held)
            std::swap(queue, m_queue);
        if (queue.isEmpty())
            break;
        guard.unlock();
        why = write(queue);
        guard.lock();
        m_failing = !why.isEmpty();
        m_held = m_failing ? queue.messages : 0;
        written |= !m_failing;
        if (!m_failing)
            queue.clear();
        else
            break;
    }
    if (m_failing != failedBefore) {
        guard.unlock();
        m_onDisk(why);
        guard.lock();
    }
    return written;
}

/// Empty where the whole of it is in the file; else why not, and what had room is not in the queue any more.
QString SessionFile::write(Queue &queue)
{
    QString why;
    qint64 written = 0;
    if (m_file->seek(m_end) && filetarget::writeAll(*m_file, queue.blocks, &why, &written)) {
        wrote(queue, queue.blocks.size(), queue.messages);
        if (m_keepPlaces)
            m_places->append(std::vector<RecordPlace>(queue.dropped)); // nowhere
        return {};
    }
    if (why.isEmpty())
        why = m_file->errorString();
    const PcapngWriter::Whole whole = PcapngWriter::wholeBlocks(queue.blocks, written);
    m_file->resize(m_end + whole.octets); // half a block would end the file for every reader
    wrote(queue, whole.octets, whole.packets);
    return why;
}

/// The first of its blocks are in the file.
void SessionFile::wrote(Queue &queue, qsizetype octets, quint64 messages)
{
    if (m_keepPlaces) {
        const auto end = queue.places.begin() + static_cast<qsizetype>(messages);
        for (auto place = queue.places.begin(); place != end; ++place)
            place->offset += m_end;
        if (end == queue.places.end())
            m_places->append(queue.places);
        else
            m_places->append({queue.places.begin(), end});
        queue.places.erase(queue.places.begin(), end);
        for (RecordPlace &place : queue.places)
            place.offset -= octets;
    }
    queue.blocks.remove(0, octets);
    queue.messages -= messages;
    m_end += octets;
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
