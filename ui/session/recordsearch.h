#pragma once
#include "core/capture/recordreader.h"

#include <QList>
#include <QObject>
#include <QStringList>
#include <QThread>

#include <atomic>

namespace gb::ui {

/// A RecordReader::search in a thread of its own, one at a time. Nothing is told of a search behind its end, cancel()
/// or another start().
class RecordSearch final : public QObject
{
    Q_OBJECT
public:
    explicit RecordSearch(QObject *parent = nullptr);
    /// Waits for the read that is at hand, RecordReader::window octets at most.
    ~RecordSearch() override;

    /// `files` and `places` as RecordReader has them; `text` is not empty. From the message `first` on. Returns at
    /// once.
    void start(
        const QString &text, const QStringList &files, std::shared_ptr<const RecordPlaces> places, quint64 first = 1);
    /// The same with any look, which is used in the search's thread alone; told by looked().
    void start(RecordReader::Look look, const QStringList &files, std::shared_ptr<const RecordPlaces> places,
        quint64 first = 1);
    /// Ends what runs, which then does not tell finished().
    void cancel();
    bool isRunning() const { return m_running; }

signals:
    /// Numbers ascend, over all batches of a search. `fraction` of the record is behind it, 0 to 1.
    void found(const QList<quint64> &numbers, double fraction);
    void looked(const QList<gb::RecordReader::Hit> &hits, quint64 upTo);
    void finished();

private:
    template<typename Work>
    void run(const Work &work);

    QThread m_thread;
    QObject m_worker;                  ///< lives in m_thread
    std::atomic<quint64> m_current{0}; ///< which of the searches shall run
    bool m_running = false;
};

} // namespace gb::ui
