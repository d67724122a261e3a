#pragma once
#include <QByteArrayList>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace gb::cli {

/// Writes lines to stdout from a thread of its own, flushed as soon as there are no more. A reader that stands still
/// costs lines, which are counted and told, never time.
class LineWriter
{
public:
    static constexpr std::size_t capacity = 65'536;

    LineWriter();
    /// Gives a slow reader a second for what is left.
    ~LineWriter();

    void write(QByteArrayList lines);
    void write(QByteArray line) { write(QByteArrayList{std::move(line)}); }

private:
    struct Shared
    {
        std::mutex mutex;
        std::condition_variable wake, done;
        std::deque<QByteArray> lines;
        quint64 dropped = 0;
        bool stop = false;
        bool finished = false;
    };
    static void run(const std::shared_ptr<Shared> &shared);

    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>(); ///< outlives us where stdout never takes its last
                                                                   ///< line
};

} // namespace gb::cli
