#include "core/session/filereader.h"

#include "core/base/platform.h"
#include "core/session/notevalues.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QStandardPaths>

namespace gb {
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
    std::shared_ptr<RecordPlaces> places, Outlet outlet, std::function<void()> onTold)
    : m_files(std::move(files))
    , m_outlet(std::move(outlet))
    , m_onTold(std::move(onTold))
    , m_reading({.policy = policy})
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
    auto batch = std::make_shared<Batch>(analysis().take(m_reading.last(), devices));
    batch->marks += std::exchange(m_marks, {}); // last: what was changed since the record
    m_outlet.batch(std::move(batch));
}

void FileReader::deliverAll()
{
    do
        deliver(batchDevices);
    while (analysis().devices().hasChangedDevices());
}

void FileReader::taken()
{
    {
        const std::scoped_lock guard(m_mutex);
        --m_pending;
    }
    m_wake.notify_all();
}

void FileReader::cancel()
{
    m_cancelled = true;
    const std::scoped_lock guard(m_mutex); // else it could come between a look at the flag and the wait
    m_wake.notify_all();
}

void FileReader::run()
{
    const bool opened = m_reading.open(m_files, [this](double fraction) {
        m_outlet.tell(outcome::Progress{fraction});
        return !m_cancelled;
    });
    if (!opened) {
        m_outlet.tell(outcome::Loaded{m_reading.importer().errorText(), m_cancelled, {}});
        return;
    }
    QElapsedTimer sinceBatch, sinceDevices;
    sinceBatch.start();
    sinceDevices.start();
    bool devices = true; // a round among them is under way: the first message begins one
    while (!m_cancelled) {
        const ReadAhead::Chunk *const chunk = m_reading.next();
        if (!chunk)
            break;
        for (std::size_t i = 0; i < chunk->count; ++i)
            keep(chunk->traces[i].datagram);
        if (sinceBatch.elapsed() < batchMilliseconds && m_newPlaces.size() < batchMessages)
            continue;
        if (sinceDevices.elapsed() >= devicesMilliseconds + analysis().devices().count() / devicesInMillisecond) {
            devices = true;
            sinceDevices.restart();
        }
        deliver(devices ? batchDevices : 0);
        devices = devices && analysis().devices().hasChangedDevices();
        sinceBatch.restart();
        m_outlet.tell(outcome::Progress{chunk->progress});
    }
    m_reading.finish();
    m_store.emplace(
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/marks"), m_files);
    m_marks = m_store->read();
    deliverAll();
    m_onTold();
}

/// Of captures that are being read: of messages that are here already.
void FileReader::setMark(const Mark &mark)
{
    if (!m_store)
        return;
    QString error;
    if (!m_store->keep(mark, &error))
        m_outlet.tell(outcome::MarkFailed{m_store->path(), error});
    m_marks.append(mark);
    deliver(0);
}

void FileReader::conclude()
{
    platform::releaseFreeMemory();
    const Importer &importer = m_reading.importer();
    outcome::Loaded loaded{.error = importer.errorText(), .cancelled = m_cancelled, .clocks = clocks()};
    for (const ImporterTcp::Encrypted &one : importer.encrypted()) {
        if (static_cast<std::size_t>(loaded.encrypted.size()) < outcome::Loaded::maxEncrypted)
            loaded.encrypted.append({one.from, one.to});
        else
            ++loaded.moreEncrypted;
    }
    loaded.hepMessages = importer.hepCounts().messages;
    loaded.hepAtArrival = importer.hepCounts().atArrival;
    m_outlet.tell(loaded);
}

QList<outcome::Loaded::Clock> FileReader::clocks() const
{
    QList<outcome::Loaded::Clock> clocks;
    const auto sources = m_reading.importer().sources();
    for (std::size_t i = 1; i < sources.size(); ++i)
        clocks.append({.file = QFileInfo(sources[i].path).fileName(),
            .first = QFileInfo(sources[0].path).fileName(),
            .ahead = sources[i].clockOffset,
            .pairs = sources[i].pairs});
    return clocks;
}

struct FileReader::CarryOut
{
    FileReader &reader;

    void operator()(const wish::Load &) const { reader.run(); }
    void operator()(const wish::SetMark &wish) const { reader.setMark(wish.mark); }
    void operator()(const wish::SetPolicy &wish) const
    {
        reader.analysis().setPolicy(wish.policy, reader.m_reading.last());
        reader.deliverAll();
    }
    void operator()(const wish::SetOverrides &wish) const
    {
        reader.analysis().setOverrides(wish.overrides, reader.m_reading.last());
        reader.deliverAll();
    }
    void operator()(const wish::Watch &wish) const
    {
        reader.analysis().devices().watch(wish.device);
        if (!wish.device.isEmpty())
            reader.deliverAll();
    }
    void operator()(const wish::KnowPasswords &wish) const
    {
        constexpr int portion = 64; // devices, until the window sees some
        reader.analysis().devices().setKnownPasswords({}, wish.passwords);
        while (reader.analysis().devices().compareRefused(portion, reader.m_reading.last()) && !reader.m_cancelled)
            reader.deliverAll();
        reader.deliverAll();
    }
    void operator()(const wish::Expect &wish) const
    {
        Analysis &analysis = reader.analysis();
        if (analysis.recordedList() && analysis.recordedList()->devices == notevalues::noteOf(wish.devices).devices)
            return;                             // they are waited for already, and since when is in the record
        analysis.setExpected(wish.devices, {}); // they were waited for while the capture was made
        analysis.advance(reader.m_reading.last());
        reader.deliverAll();
    }
    template<typename Other>
    void operator()(const Other &) const // of live sessions
    {
    }
};

void FileReader::carryOut(const Wish &wish)
{
    std::visit(CarryOut{*this}, wish);
}

} // namespace gb
