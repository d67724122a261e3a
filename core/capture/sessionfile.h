#pragma once
#include "core/capture/recordfile.h"
#include "core/capture/recordplaces.h"
#include "core/record/entry.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace gb {

/**
 * The record of a session on the disk: pcapng, written by a thread of its own, so that nobody waits for the disk. What
 * was appended is in the file half a second later at the latest, and a kill leaves whole blocks. While it is open a
 * lock file stands beside it; one that a dead process left tells the next start of an unfinished session.
 *
 * A file that exists is never written to. While the disk takes nothing, from the start or later, what is appended waits
 * in memory, up to maxQueuedOctets, and goes into the file as soon as there is room. Where another program deletes the
 * file, or cuts it, what comes goes into a new one.
 */
class SessionFile
{
public:
    static constexpr qsizetype maxQueuedOctets = 64 * 1024 * 1024; ///< over it datagrams are dropped and counted
    static constexpr std::chrono::milliseconds flushInterval{250};
    static constexpr std::chrono::milliseconds retryInterval{1000}; ///< of a disk that takes nothing

    using ReadCallback = std::function<void(quint64 number, const Datagram &datagram)>;

    struct Made
    {
        QString path;
        QString asked;       ///< as open() was told
        bool next = false;   ///< the record goes on in it from another one that is whole
        QStringList files;   ///< by RecordPlace::file; empty where one is not there any more
        quint64 removed = 0; ///< up to this number messages are in no file any more: their parts are removed
    };

    /// A record that goes on from file to file, so that its oldest part can be removed while it runs. Both functions
    /// are called in the writer's thread.
    struct Parts
    {
        qint64 octets = 0;             ///< behind so many another part begins; 0: never
        Duration age{};                ///< or when its first message is so old; 0: never
        std::function<QString()> next; ///< the name of the next one
        std::function<void()> ended;   ///< one has ended: what is over the limits can be removed
    };
    static constexpr std::size_t maxParts = 200; ///< that are there; then the last one grows

    /// `onRead` is called in the writer's thread. So is `onDisk`: with the reason when the disk begins to fail, and
    /// with an empty one when all that waited is in the file; not again in between. `onMade` is called when there is a
    /// file: by open(), or, where that could not yet be or another one is needed, in the writer's thread.
    SessionFile(ReadCallback onRead, std::function<void(const QString &)> onDisk,
        std::function<void(const Made &)> onMade = {});
    ~SessionFile(); ///< writes what is queued

    /// Makes a new file: of that name, or, where something is in the way, of the next free one: today-2.pcapng.
    /// Symbolic links are followed, so that path() says where it really is. False where nothing may ever be written
    /// there, such as a folder; where the disk only does not let us it is tried again, and onDisk tells.
    bool open(const QString &path, const QString &comment, QString *error);
    bool isOpen() const { return m_thread.joinable(); }
    /// From any thread.
    QString path() const;
    /// Before open().
    void divide(Parts parts) { m_parts = std::move(parts); }
    /// What a file begins with that is not the first of this record: notes of what is in force.
    void preface(std::vector<notes::What> inForce);
    /// Where no message came until it is closed nothing is left of it.
    void discardEmpty() { m_discardEmpty = true; }
    /// Where nobody reads messages by their numbers: 6 octets a message less.
    void keepPlaces(bool keep) { m_keepPlaces = keep; }
    /// Numbers run from 1. False where it had to be dropped.
    bool append(const Datagram &datagram);
    /// It has no number. False where it had to be dropped.
    bool append(const JournalNote &note);
    /// Messages that are in no file: they were dropped, or wait while the disk takes nothing. Exact when flush() has
    /// called back. From any thread.
    quint64 unrecorded() const;
    static constexpr qsizetype maxComment = 8000; ///< characters; an option of pcapng has at most 65,535 octets

    /// A comment of the next message that is appended, as other readers of pcapng show it; one that waits already goes
    /// ahead of it. What is over maxComment is cut.
    void comment(const QString &text);
    /// `done` is called in the writer's thread when everything appended so far is in the file, or the disk refused it.
    void flush(std::function<void()> done);
    /// Answered by onRead with a datagram of which only the octets are set; they are empty where there are none of that
    /// number.
    void read(quint64 number);
    void close();
    /// Of the messages that are in the file; at once, and from any thread.
    std::shared_ptr<const RecordPlaces> places() const { return m_places; }

private:
    /// Blocks that wait for the disk, and where in them the octets of each message stand.
    struct Queue
    {
        QByteArray blocks;
        std::vector<RecordPlace> places; ///< where they are kept
        quint64 messages = 0;            ///< in the blocks
        quint64 dropped = 0;             ///< behind them: they had no room, and keep their numbers
        TimePoint latest{};              ///< of a message or note
        bool isEmpty() const { return blocks.isEmpty() && dropped == 0; }
        void clear();
    };
    struct Job
    {
        quint64 read = 0;
        std::function<void()> done;
    };

    /// A file of the record that is written no more.
    struct Part
    {
        QString path;     ///< empty: another program deleted it, or cut it
        quint64 last = 0; ///< number of its last message
    };

    bool isFull(const Datagram &datagram) const;
    bool isPartFull(TimePoint latest) const;
    QByteArray headerFor(const QString &before);
    void beginPart();
    void endPart(const QString &path);
    void tellMade(bool next, quint64 removed = 0);
    QStringList filesNow() const;
    static std::size_t slotOf(quint64 part) { return part % 256; } ///< RecordPlace::file
    bool makeFile(QString *why);
    void run();
    bool writeQueued(Queue &queue, std::unique_lock<std::mutex> &guard);
    QString write(Queue &queue);
    void wrote(Queue &queue, qsizetype octets, quint64 messages);
    Datagram readAt(quint64 number);

    ReadCallback m_onRead;
    std::function<void(const QString &)> m_onDisk;
    std::function<void(const Made &)> m_onMade;
    QString m_asked;
    QByteArray m_header;
    Parts m_parts;
    std::vector<Part> m_ended; ///< in their order; those in front that are removed are gone
    quint64 m_part = 0;        ///< of the file that is written; from 0
    TimePoint m_partBegan{};   ///< its first message
    TimePoint m_lastAt{};      ///< of what is in the files
    quint64 m_lastNumber = 0;  ///< of the messages in the files, with those that had no room
    RecordFile m_file;
    qint64 m_end = 0;   ///< of the whole blocks in the file
    QString m_trouble;  ///< as it was told
    bool m_had = false; ///< there was a file, and it was lost
    bool m_ending = false;
    bool m_discardEmpty = false;
    bool m_keepPlaces = true;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    Queue m_queue;
    std::vector<Job> m_jobs;
    QString m_path;
    QString m_comment;
    std::vector<notes::What> m_inForce;
    quint64 m_appended = 0; ///< messages
    bool m_stop = false;
    bool m_failing = false; ///< the disk took nothing when it was last asked
    quint64 m_held = 0;     ///< messages that the writer could not write and still has
    quint64 m_dropped = 0;

    const std::shared_ptr<RecordPlaces> m_places = std::make_shared<RecordPlaces>();
    std::thread m_thread;
};

} // namespace gb
