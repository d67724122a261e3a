#pragma once
#include "core/record/markstore.h"
#include "core/session/reading.h"
#include "core/session/session.h"

#include <QFile>
#include <QObject>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace gb {

/// The inside of a FileSession; lives in its thread.
class FileReader final : public QObject
{
public:
    /// `pieces`: a file for messages that do not stand in one piece in any of the captures. `onTold`: all batches are
    /// out; conclude() is to be called when they were taken.
    FileReader(QStringList files, const QString &pieces, const HeartbeatPolicy &policy,
        std::shared_ptr<RecordPlaces> places, Outlet outlet, std::function<void()> onTold);

    void carryOut(const Wish &wish);
    /// What the last batches took is free only now.
    void conclude();
    /// From any thread: a batch less is on its way.
    void taken();
    /// From any thread: nobody waits any more.
    void cancel();

private:
    struct CarryOut;

    void run();
    void setMark(const Mark &mark);
    void keep(const Datagram &datagram);
    void deliver(qsizetype devices);
    void deliverAll();
    Analysis &analysis() { return m_reading.analysis(); }
    QList<outcome::Loaded::Clock> clocks() const;

    const QStringList m_files;
    const Outlet m_outlet;
    const std::function<void()> m_onTold;
    std::atomic<bool> m_cancelled{false};
    Reading m_reading;
    const std::shared_ptr<RecordPlaces> m_places;
    std::vector<RecordPlace> m_newPlaces; ///< of the messages since the last batch
    QFile m_pieces;
    qint64 m_piecesSize = 0;
    std::optional<MarkStore> m_store; ///< of these captures
    QList<Mark> m_marks;              ///< since the last batch
    std::mutex m_mutex;
    std::condition_variable m_wake;
    int m_pending = 0; ///< batches that nobody took yet
};

} // namespace gb
