#pragma once
#include "core/base/pipes.h"

#include <QByteArrayList>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace gb::cli {

/// Writes lines to stdout or stderr from a thread of its own. A reader that stands still costs lines, which are counted
/// and told, never time: neither while it runs nor when it ends.
class LineWriter
{
public:
    static constexpr std::size_t capacity = 65'536;

    /// `onLoss` is called in that thread: once when a line is refused, and once, within a second, after the reader has
    /// gone, even if nothing is written.
    explicit LineWriter(pipes::Stream stream = pipes::Stream::Out, std::function<void(pipes::Outcome)> onLoss = {});
    ~LineWriter(); ///< as finish()
    /// Gives a slow reader a second for what is left. What became of all that was written; a reader that only stands
    /// still is none of it.
    pipes::Outcome finish();

    void write(QByteArrayList lines);
    void write(QByteArray line) { write(QByteArrayList{std::move(line)}); }

private:
    struct Shared
    {
        std::mutex mutex;
        std::condition_variable wake, done;
        std::deque<QByteArray> lines;
        quint64 dropped = 0;
        pipes::Outcome outcome = pipes::Outcome::Written; ///< the worst
        std::function<void(pipes::Outcome)> onLoss;
        bool stop = false;
        bool finished = false;
    };
    static void run(const std::shared_ptr<Shared> &shared, pipes::Stream stream);

    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>(); ///< outlives us where stdout never takes its last
                                                                   ///< line
};

} // namespace gb::cli
