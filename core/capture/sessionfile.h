#pragma once
#include "core/capture/recordplaces.h"
#include "core/record/entry.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

class QFile;
class QLockFile;

namespace gb {

/**
 * The record of a session on the disk: pcapng, written by a thread of its own, so that nobody waits for the disk. What
 * was appended is in the file half a second later at the latest, and a kill leaves whole blocks. While it is open a
 * lock file stands beside it; one that a dead process left tells the next start of an unfinished session.
 */
class SessionFile
{
public:
    static constexpr qsizetype maxQueuedOctets = 64 * 1024 * 1024; ///< over it datagrams are dropped and counted
    static constexpr std::chrono::milliseconds flushInterval{250};

    using ReadCallback = std::function<void(quint64 number, const Datagram &datagram)>;

    /// `onRead` is called in the writer's thread; so is `onError`, once, when the disk fails.
    SessionFile(ReadCallback onRead, std::function<void(const QString &)> onError);
    ~SessionFile(); ///< writes what is queued

    bool open(const QString &path, const QString &comment, QString *error);
    bool isOpen() const { return m_thread.joinable(); }
    QString path() const { return m_path; }
    /// Numbers run from 1. False where it had to be dropped.
    bool append(const Datagram &datagram);
    /// It has no number. False where the disk has failed.
    bool append(const JournalNote &note);
    static constexpr qsizetype maxComment = 8000; ///< characters; an option of pcapng has at most 65,535 octets

    /// A comment of the next message that is appended, as other readers of pcapng show it; one that waits already goes
    /// ahead of it. What is over maxComment is cut.
    void comment(const QString &text);
    /// append() would take it now.
    bool hasRoomFor(const Datagram &datagram);
    /// `done` is called in the writer's thread when everything appended so far is in the file.
    void flush(std::function<void()> done);
    /// Answered by onRead with a datagram of which only the octets are set; they are empty where there are none of that
    /// number.
    void read(quint64 number);
    void close();
    /// Of the messages that are in the file; at once, and from any thread.
    std::shared_ptr<const RecordPlaces> places() const { return m_places; }

private:
    /// Blocks that wait for the disk, and where in them the octets of each message stand; nowhere for one that had no
    /// room, which keeps its number.
    struct Queue
    {
        QByteArray blocks;
        std::vector<RecordPlace> places;
    };
    struct Job
    {
        quint64 read = 0;
        std::function<void()> done;
    };

    bool isFull(const Datagram &datagram) const;
    void run();
    void write(Queue &queue);
    Datagram readAt(quint64 number);

    ReadCallback m_onRead;
    std::function<void(const QString &)> m_onError;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QFile> m_file;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    Queue m_queue;
    std::vector<Job> m_jobs;
    QString m_comment;
    bool m_stop = false;
    bool m_failed = false;

    const std::shared_ptr<RecordPlaces> m_places = std::make_shared<RecordPlaces>();
    std::thread m_thread;
};

} // namespace gb
