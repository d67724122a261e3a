#include "ui/session/filesession.h"

#include "ui/session/filereader.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <future>

namespace gb::ui {
namespace {

constexpr int batchMilliseconds = 40;

} // namespace

FileReader::FileReader(QString file, const QString &copy, const HeartbeatPolicy &policy, const std::atomic<bool> &cancelled)
    : m_file(std::move(file))
    , m_cancelled(cancelled)
    , m_analysis(policy)
    , m_importer(m_analysis)
    , m_copy([this](quint64 number, const Datagram &datagram) { emit messageRead(number, datagram); }, [](const QString &) {})
{
    QString error;
    m_copy.open(copy, QStringLiteral("A copy by gbscope."), &error); // without it texts cannot be shown; everything else can
}

void FileReader::keep(const Datagram &datagram)
{
    while (m_copy.isOpen() && !m_cancelled && !m_copy.hasRoomFor(datagram)) {
        std::promise<void> written; // the disk is slower than we read
        m_copy.flush([&] { written.set_value(); });
        written.get_future().wait();
    }
    m_copy.append(datagram);
}

void FileReader::deliver(TimePoint now)
{
    emit batch(std::make_shared<const Batch>(m_analysis.take(now)));
}

void FileReader::run()
{
    if (!m_importer.open(m_file)) {
        emit loaded(m_importer.reader().errorText(), false);
        return;
    }
    const auto size = static_cast<double>(std::max<qint64>(1, QFileInfo(m_file).size()));
    QElapsedTimer sinceBatch;
    sinceBatch.start();
    PcapReader::Result result = PcapReader::Result::Datagram;
    while (result == PcapReader::Result::Datagram && !m_cancelled) {
        if (const auto trace = m_importer.next(result))
            keep(trace->datagram);
        if (sinceBatch.elapsed() < batchMilliseconds)
            continue;
        sinceBatch.restart();
        deliver(m_importer.last());
        emit progress(static_cast<double>(m_importer.reader().position()) / size);
    }
    m_analysis.advance(m_importer.last());
    deliver(m_importer.last());
    emit loaded(result == PcapReader::Result::Broken ? m_importer.reader().errorText() : QString(), m_cancelled);
}

void FileReader::setPolicy(const HeartbeatPolicy &policy)
{
    m_analysis.setPolicy(policy, m_importer.last());
    deliver(m_importer.last());
}

FileSession::FileSession(const QString &file, const HeartbeatPolicy &policy, QObject *parent)
    : SessionSource(parent)
    , m_file(file)
{
    qRegisterMetaType<BatchPtr>();
    qRegisterMetaType<Datagram>();
    m_reader = new FileReader(file, m_folder.filePath(QStringLiteral("copy.pcapng")), policy, m_cancelled);
    m_reader->moveToThread(&m_thread);
    connect(m_reader, &FileReader::batch, this, &SessionSource::batch);
    connect(m_reader, &FileReader::messageRead, this, &SessionSource::messageRead);
    connect(m_reader, &FileReader::progress, this, &FileSession::progress);
    connect(m_reader, &FileReader::loaded, this, &FileSession::loaded);
    m_thread.setObjectName(QStringLiteral("file"));
    m_thread.start();
}

FileSession::~FileSession()
{
    m_cancelled = true;
    QMetaObject::invokeMethod(m_reader, [reader = m_reader] { delete reader; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void FileSession::start()
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader] { reader->run(); });
}

void FileSession::setPolicy(const HeartbeatPolicy &policy)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, policy] { reader->setPolicy(policy); });
}

void FileSession::read(quint64 number)
{
    m_reader->read(number); // SessionFile takes it from any thread: a text is shown while the rest is still being read
}

void FileSession::flush()
{
    QMetaObject::invokeMethod(this, &SessionSource::flushed, Qt::QueuedConnection); // the file is all there
}

} // namespace gb::ui
