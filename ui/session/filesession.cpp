#include "ui/session/filesession.h"

#include "core/base/platform.h"
#include "core/session/notevalues.h"
#include "ui/session/filereader.h"
#include "ui/session/textreader.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace gb::ui {
namespace {

constexpr int batchMilliseconds = 40;
constexpr std::size_t batchMessages = 1024;    ///< a window takes them within a frame
constexpr int maxPending = 6;                  ///< batches
constexpr int devicesMilliseconds = 250;       ///< the table is no film
constexpr qsizetype batchDevices = 256;        ///< ten thousand at once would be 6 MB, there for a moment
constexpr qsizetype devicesInMillisecond = 40; ///< each so many make that a millisecond longer: else ten thousand would
                                               ///< take a tenth of all the time

} // namespace

FileReader::FileReader(QStringList files, const QString &pieces, const HeartbeatPolicy &policy,
    std::shared_ptr<RecordPlaces> places, const std::atomic<bool> &cancelled)
    : m_files(std::move(files))
    , m_cancelled(cancelled)
    , m_analysis(policy)
    , m_places(std::move(places))
    , m_pieces(pieces)
{
}

void FileReader::keep(const Datagram &datagram)
{
    RecordPlace place{datagram.file, static_cast<quint16>(datagram.octets.size()), datagram.place};
    if (place.offset < 0) {
        place.file = static_cast<quint8>(m_files.size());
        if ((m_pieces.isOpen() || m_pieces.open(QIODevice::WriteOnly))
            && m_pieces.write(datagram.octets) == datagram.octets.size()) {
            place.offset = m_piecesSize; // else its text cannot be shown; everything else can
            m_piecesSize += datagram.octets.size();
        }
    }
    m_newPlaces.push_back(place);
}

void FileReader::deliver(qsizetype devices)
{
    if (m_pieces.isOpen())
        m_pieces.flush();
    m_places->append(std::exchange(m_newPlaces, {}));
    {
        std::unique_lock guard(m_mutex);
        m_wake.wait(guard, [this] { return m_pending < maxPending || m_cancelled; }); // a window that lags has less to
                                                                                      // keep
        ++m_pending;
    }
    emit batch(std::make_shared<const Batch>(m_analysis.take(m_last, devices)));
}

void FileReader::deliverAll()
{
    do
        deliver(batchDevices);
    while (m_analysis.devices().hasChangedDevices());
}

void FileReader::taken()
{
    {
        const std::scoped_lock guard(m_mutex);
        --m_pending;
    }
    m_wake.notify_all();
}

void FileReader::wake()
{
    const std::scoped_lock guard(m_mutex); // else it could come between a look at the flag and the wait
    m_wake.notify_all();
}

void FileReader::countPackets(const ReadAhead::Chunk &chunk)
{
    Counters &counters = m_analysis.readerCounters();
    counters.packets = chunk.packets.packets;
    counters.otherPackets = chunk.packets.other;
    counters.fragmentsLost = chunk.packets.fragmentsLost;
    counters.damagedPackets = chunk.packets.damaged;
    counters.notSignalling += chunk.skipped - std::exchange(m_skipped, chunk.skipped); // notes may bring more
    counters.tcpOctetsLost = chunk.tcpOctetsLost;
    counters.cutPackets = chunk.packets.cut;
    counters.cutAt = chunk.packets.cutAt;
    counters.icmpErrors = chunk.packets.icmpErrors;
    counters.hepMessages = chunk.hep.messages;
    counters.hepAtArrival = chunk.hep.atArrival;
    counters.hepUnread = chunk.hep.unread;
    counters.encrypted = chunk.encrypted;
}

void FileReader::run()
{
    const bool opened = m_importer.open(m_files, [this](double fraction) {
        emit progress(fraction);
        return !m_cancelled;
    });
    if (!opened) {
        emit loaded(m_importer.errorText(), m_cancelled, {});
        return;
    }
    QElapsedTimer sinceBatch, sinceDevices;
    sinceBatch.start();
    sinceDevices.start();
    bool devices = true; // a round among them is under way: the first message begins one
    {
        ReadAhead ahead(m_importer);
        for (ReadAhead::Chunk *chunk = ahead.next(); chunk && !m_cancelled; chunk = ahead.next()) {
            const std::span traces(chunk->traces.data(), chunk->count);
            m_analysis.observe(traces, chunk->notes);
            for (const ClockJump &jump : chunk->jumps)
                m_analysis.clockJumped(jump);
            for (const Trace &trace : traces)
                keep(trace.datagram);
            m_last = chunk->last;
            countPackets(*chunk);
            if (sinceBatch.elapsed() < batchMilliseconds && m_newPlaces.size() < batchMessages)
                continue;
            if (sinceDevices.elapsed() >= devicesMilliseconds + m_analysis.devices().count() / devicesInMillisecond) {
                devices = true;
                sinceDevices.restart();
            }
            deliver(devices ? batchDevices : 0);
            devices = devices && m_analysis.devices().hasChangedDevices();
            sinceBatch.restart();
            emit progress(chunk->progress);
        }
    } // what was read ahead is free before the rest is told
    m_analysis.advance(m_last);
    deliverAll();
    emit told();
}

/// What the last batches took is free only now.
void FileReader::conclude()
{
    platform::releaseFreeMemory();
    emit loaded(m_importer.errorText(), m_cancelled, clockNotes() + contentNotes());
}

/// Connections that nobody can look into, and what came as HEP.
QStringList FileReader::contentNotes() const
{
    constexpr std::size_t most = 6;
    QStringList notes;
    const auto &encrypted = m_importer.encrypted();
    for (std::size_t i = 0; i < std::min(encrypted.size(), most); ++i)
        notes.append(FileSession::tr("TLS from %1 to %2: its content cannot be seen.")
                         .arg(encrypted[i].from.text(), encrypted[i].to.text()));
    if (encrypted.size() > most)
        notes.append(FileSession::tr("And %1 more.").arg(encrypted.size() - most));
    if (const auto &hep = m_importer.hepCounts(); hep.messages > 0)
        notes.append(
            FileSession::tr("%1 messages came in HEP: %2 have the time that it tells, %3 that of their arrival.")
                .arg(hep.messages)
                .arg(hep.messages - hep.atArrival)
                .arg(hep.atArrival));
    return notes;
}

QStringList FileReader::clockNotes() const
{
    QStringList notes;
    const auto sources = m_importer.sources();
    for (std::size_t i = 1; i < sources.size(); ++i) {
        const QString name = QFileInfo(sources[i].path).fileName(), first = QFileInfo(sources[0].path).fileName();
        const double seconds = static_cast<double>(sources[i].clockOffset.value_or(Duration{}).count()) / 1e6;
        if (!sources[i].clockOffset)
            notes.append(
                FileSession::tr("%1 has no message of %2: whether their clocks agree is not known.").arg(name, first));
        else if (seconds >= 0)
            notes.append(FileSession::tr("The clock of %1 is %2 s ahead of that of %3, by %4 messages that are in "
                                         "both; its times were set back.")
                             .arg(name)
                             .arg(seconds, 0, 'f', 3)
                             .arg(first)
                             .arg(sources[i].pairs));
        else
            notes.append(FileSession::tr("The clock of %1 is %2 s behind that of %3, by %4 messages that are in both; "
                                         "its times were set forward.")
                             .arg(name)
                             .arg(-seconds, 0, 'f', 3)
                             .arg(first)
                             .arg(sources[i].pairs));
    }
    return notes;
}

void FileReader::setPolicy(const HeartbeatPolicy &policy)
{
    m_analysis.setPolicy(policy, m_last);
    deliverAll();
}

void FileReader::setOverrides(const HeartbeatOverrides &overrides)
{
    m_analysis.setOverrides(overrides, m_last);
    deliverAll();
}

void FileReader::watch(const QString &device)
{
    m_analysis.devices().watch(device);
    if (!device.isEmpty())
        deliverAll();
}

void FileReader::setKnownPasswords(const QList<QByteArray> &passwords)
{
    constexpr int portion = 64; // devices, until the window sees some
    m_analysis.devices().setKnownPasswords({}, passwords);
    while (m_analysis.devices().compareRefused(portion, m_last) && !m_cancelled)
        deliverAll();
    deliverAll();
}

void FileReader::setExpected(const QList<ExpectedDevice> &devices)
{
    if (m_analysis.recordedList() && m_analysis.recordedList()->devices == notevalues::noteOf(devices).devices)
        return;                          // they are waited for already, and since when is in the record
    m_analysis.setExpected(devices, {}); // they were waited for while the capture was made
    m_analysis.advance(m_last);
    deliverAll();
}

FileSession::FileSession(const QStringList &files, const HeartbeatPolicy &policy, QObject *parent)
    : SessionSource(parent)
    , m_files(files)
{
    qRegisterMetaType<BatchPtr>();
    qRegisterMetaType<Datagram>();
    m_reader = new FileReader(files, textFiles().constLast(), policy, m_places, m_cancelled);
    m_reader->moveToThread(&m_thread);
    m_textReader = new TextReader(textFiles(), m_places);
    m_textReader->moveToThread(&m_texts);
    connect(m_reader, &FileReader::batch, this, [this](const BatchPtr &news) {
        m_reader->taken(); // before the handlers, so that the next one is made while they run
        emit batch(news);
    });
    connect(m_reader, &FileReader::told, this, [this] { QMetaObject::invokeMethod(m_reader, &FileReader::conclude); });
    connect(m_reader, &FileReader::progress, this, &FileSession::progress);
    connect(m_reader, &FileReader::loaded, this, &FileSession::loaded);
    connect(m_textReader, &TextReader::messageRead, this, &SessionSource::messageRead);
    m_thread.setObjectName(QStringLiteral("file"));
    m_texts.setObjectName(QStringLiteral("texts"));
    m_thread.start();
    m_texts.start();
}

FileSession::~FileSession()
{
    cancel();
    for (QThread *thread : {&m_thread, &m_texts}) {
        thread->quit();
        thread->wait();
    }
    delete m_reader; // nobody else has them any more
    delete m_textReader;
}

void FileSession::cancel()
{
    m_cancelled = true;
    m_reader->wake();
}

void FileSession::start()
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader] { reader->run(); });
}

void FileSession::setPolicy(const HeartbeatPolicy &policy)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, policy] { reader->setPolicy(policy); });
}

void FileSession::setOverrides(const HeartbeatOverrides &overrides)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, overrides] { reader->setOverrides(overrides); });
}

void FileSession::watch(const QString &device)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, device] { reader->watch(device); });
}

void FileSession::setKnownPasswords(const QList<QByteArray> &passwords)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, passwords] { reader->setKnownPasswords(passwords); });
}

void FileSession::setExpected(const QList<ExpectedDevice> &devices)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, devices] { reader->setExpected(devices); });
}

void FileSession::read(quint64 number)
{
    QMetaObject::invokeMethod(m_textReader, [reader = m_textReader, number] { reader->read(number); });
}

void FileSession::flush()
{
    QMetaObject::invokeMethod(this, &SessionSource::flushed, Qt::QueuedConnection); // the files are all there
}

QStringList FileSession::textFiles() const
{
    return m_files + QStringList{m_folder.filePath(QStringLiteral("pieces"))};
}

} // namespace gb::ui
