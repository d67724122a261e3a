#pragma once
#include "core/capture/recordplaces.h"
#include "core/session/analysis.h"
#include "core/session/readahead.h"

#include <QFile>
#include <QObject>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace gb::ui {

/// The inside of a FileSession; lives in its thread.
class FileReader final : public QObject
{
    Q_OBJECT
public:
    /// `pieces`: a file for messages that do not stand in one piece in any of the captures.
    FileReader(QStringList files, const QString &pieces, const HeartbeatPolicy &policy,
        std::shared_ptr<RecordPlaces> places, const std::atomic<bool> &cancelled);

    void run();
    void conclude();
    void setPolicy(const HeartbeatPolicy &policy);
    void setOverrides(const HeartbeatOverrides &overrides);
    void watch(const QString &device);
    void setKnownPasswords(const QList<QByteArray> &passwords);
    void setExpected(const QList<ExpectedDevice> &devices);
    /// From any thread: a batch less is on its way.
    void taken();
    /// From any thread: nobody waits any more.
    void wake();

signals:
    /// All batches are out: conclude() is to be called when they were taken.
    void told();
    void batch(gb::BatchPtr batch);
    void progress(double fraction);
    /// `notes`: what is to be told of the files' clocks and contents.
    void loaded(QString text, bool cancelled, QStringList notes);

private:
    void keep(const Datagram &datagram);
    void deliver(qsizetype devices);
    void deliverAll();
    void countPackets(const ReadAhead::Chunk &chunk);
    QStringList clockNotes() const;
    QStringList contentNotes() const;

    const QStringList m_files;
    const std::atomic<bool> &m_cancelled;
    Analysis m_analysis;
    Importer m_importer;
    const std::shared_ptr<RecordPlaces> m_places;
    std::vector<RecordPlace> m_newPlaces; ///< of the messages since the last batch
    QFile m_pieces;
    qint64 m_piecesSize = 0;
    quint64 m_skipped = 0; ///< packets, as told by the last chunk
    TimePoint m_last{};    ///< of what was judged
    std::mutex m_mutex;
    std::condition_variable m_wake;
    int m_pending = 0; ///< batches that nobody took yet
};

} // namespace gb::ui
