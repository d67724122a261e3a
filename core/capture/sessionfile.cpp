#include "core/capture/sessionfile.h"

#include "core/base/platform.h"
#include "core/capture/filetarget.h"
#include "core/capture/pcapngwriter.h"

#include <QFile>

namespace gb {
namespace {

constexpr qsizetype wakeAt = 512 * 1024; ///< in a flood what is written is still in the processor's cache
constexpr qsizetype keptRoom = 4 * wakeAt;
constexpr qsizetype roomForNotes = 1024 * 1024;

} // namespace

SessionFile::SessionFile(
    ReadCallback onRead, std::function<void(const QString &)> onDisk, std::function<void(const Made &)> onMade)
    : m_onRead(std::move(onRead))
    , m_onDisk(std::move(onDisk))
    , m_onMade(std::move(onMade))
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
    latest = {};
    if (blocks.capacity() <= keptRoom)
        blocks.resize(0);
    else
        blocks = {};
}

bool SessionFile::open(const QString &path, const QString &comment, QString *error)
{
    close();
    m_asked = path;
    m_header = PcapngWriter::fileHeader(QStringLiteral("gbscope"), comment);
    const RecordFile::Made made = m_file.make(path, m_header, error);
    if (made == RecordFile::Made::Never)
        return false;
    m_places->clear();
    m_end = m_header.size();
    m_path = m_file.isOpen() ? m_file.path() : filetarget::canonical(path);
    m_trouble.clear();
    m_ended.clear();
    m_partBegan = {};
    m_part = m_lastNumber = m_appended = 0;
    m_stop = m_failing = m_had = m_ending = m_discardEmpty = false;
    if (m_file.isOpen())
        tellMade(false);
    m_thread = std::thread([this] { run(); });
    return true;
}

QString SessionFile::path() const
{
    const std::scoped_lock guard(m_mutex);
    return m_path;
}

void SessionFile::preface(std::vector<notes::What> inForce)
{
    const std::scoped_lock guard(m_mutex);
    m_inForce = std::move(inForce);
}

bool SessionFile::append(const Datagram &datagram)
{
    const std::scoped_lock guard(m_mutex);
    if (!m_thread.joinable())
        return false;
    ++m_appended;
    if (isFull(datagram)) {
        ++m_queue.dropped;
        ++m_dropped;
        return false;
    }
    if (m_keepPlaces)
        m_queue.places.push_back({0, static_cast<quint16>(PcapngWriter::octetsKept(datagram)),
            m_queue.blocks.size() + PcapngWriter::octetsAt(datagram)});
    ++m_queue.messages;
    m_queue.latest = datagram.at;
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
    m_queue.latest = note.at;
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
    if (m_discardEmpty && m_appended == 0)
        m_file.remove();
    else
        m_file.close();
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
        stop = m_ending = m_stop;
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
            if (m_file.isOpen())
                platform::syncToDisk(m_file.file());
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
    if (m_failing == m_trouble.isEmpty()) {
        m_trouble = why;
        guard.unlock();
        m_onDisk(why);
        guard.lock();
    }
    return written;
}

/// Empty where the whole of it is in the file; else why not, and what had room is not in the queue any more.
QString SessionFile::write(Queue &queue)
{
    QString why = m_file.harm(m_end);
    if (!why.isEmpty()) {
        m_file.close();
        endPart({});
        m_had = true;
        m_trouble = why;
        m_onDisk(why);
    }
    if (m_had && m_ending && !m_file.isOpen() && queue.messages == 0)
        return m_trouble; // nothing is left that would be worth a file
    if (!m_file.isOpen() && !makeFile(&why))
        return why;
    why.clear();
    if (isPartFull(queue.latest))
        beginPart();
    if (m_partBegan == TimePoint())
        m_partBegan = queue.latest;
    qint64 written = 0;
    QFile &file = m_file.file();
    if (file.seek(m_end) && filetarget::writeAll(file, queue.blocks, &why, &written)) {
        wrote(queue, queue.blocks.size(), queue.messages);
        m_lastNumber += queue.dropped;
        m_lastAt = queue.latest;
        if (m_keepPlaces)
            m_places->append(std::vector<RecordPlace>(queue.dropped)); // nowhere
        return {};
    }
    if (why.isEmpty())
        why = file.errorString();
    const PcapngWriter::Whole whole = PcapngWriter::wholeBlocks(queue.blocks, written);
    file.resize(m_end + whole.octets); // half a block would end the file for every reader
    wrote(queue, whole.octets, whole.packets);
    return why;
}

/// The first of its blocks are in the file.
void SessionFile::wrote(Queue &queue, qsizetype octets, quint64 messages)
{
    if (m_keepPlaces) {
        const auto end = queue.places.begin() + static_cast<qsizetype>(messages);
        for (auto place = queue.places.begin(); place != end; ++place) {
            place->file = static_cast<quint8>(slotOf(m_part));
            place->offset += m_end;
        }
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
    m_lastNumber += messages;
    m_end += octets;
}

Datagram SessionFile::readAt(quint64 number)
{
    Datagram datagram;
    const RecordPlace place = m_places->at(number);
    QFile ended; // nobody else can remove it while it is open
    QFile *file = m_file.isOpen() && place.file == slotOf(m_part) ? &m_file.file() : nullptr;
    if (!file) {
        ended.setFileName(filesNow().value(place.file));
        file = !ended.fileName().isEmpty() && ended.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? &ended
                                                                                                      : nullptr;
    }
    if (place.offset < 0 || !file || !file->seek(place.offset))
        return datagram;
    QByteArray octets = file->read(place.size);
    if (octets.size() == place.size)
        datagram.octets = std::move(octets);
    return datagram;
}

} // namespace gb
