#include "app/cli/linewriter.h"

#include <QStringBuilder>

namespace gb::cli {
namespace {

constexpr std::chrono::milliseconds lookInterval{500}; ///< whether somebody still reads

} // namespace

LineWriter::LineWriter(pipes::Stream stream, std::function<void(pipes::Outcome)> onLoss)
{
    m_shared->onLoss = std::move(onLoss);
    std::thread([shared = m_shared, stream] { run(shared, stream); }).detach();
}

LineWriter::~LineWriter()
{
    finish();
}

pipes::Outcome LineWriter::finish()
{
    std::unique_lock guard(m_shared->mutex);
    m_shared->stop = true;
    m_shared->wake.notify_one();
    m_shared->done.wait_for(guard, std::chrono::seconds(1), [this] { return m_shared->finished; });
    return m_shared->outcome;
}

void LineWriter::write(QByteArrayList lines)
{
    if (lines.isEmpty())
        return;
    {
        const std::scoped_lock guard(m_shared->mutex);
        for (QByteArray &line : lines) {
            if (m_shared->finished || m_shared->lines.size() >= capacity) {
                ++m_shared->dropped;
                continue;
            }
            if (m_shared->dropped != 0) {
                m_shared->lines.push_back(QByteArrayLiteral("{\"event\":\"dropped\",\"lines\":")
                    + QByteArray::number(m_shared->dropped) + "}\n");
                m_shared->dropped = 0;
            }
            line += '\n';
            m_shared->lines.push_back(std::move(line));
        }
    }
    m_shared->wake.notify_one();
}

void LineWriter::run(const std::shared_ptr<Shared> &shared, pipes::Stream stream)
{
    bool torn = false; // a part of a line may stand there
    std::unique_lock guard(shared->mutex);
    for (bool gone = false; !gone;) {
        if (!shared->wake.wait_for(guard, lookInterval, [&] { return shared->stop || !shared->lines.empty(); })) {
            gone = pipes::isReaderGone(stream);
            shared->outcome = gone ? pipes::Outcome::Gone : shared->outcome;
            continue;
        }
        if (shared->lines.empty())
            break;
        std::deque<QByteArray> lines;
        lines.swap(shared->lines);
        guard.unlock();
        quint64 refused = 0;
        pipes::Outcome worst = pipes::Outcome::Written;
        for (auto line = lines.cbegin(); line != lines.cend() && !gone; ++line) {
            const pipes::Outcome outcome = pipes::write(stream, torn ? '\n' + *line : *line);
            gone = outcome == pipes::Outcome::Gone;
            torn = outcome == pipes::Outcome::Refused;
            refused += torn ? 1 : 0;
            worst = std::max(worst, outcome);
        }
        guard.lock();
        shared->dropped += refused;
        if (worst == pipes::Outcome::Refused && shared->outcome < worst && !shared->stop && shared->onLoss)
            shared->onLoss(worst);
        shared->outcome = std::max(shared->outcome, worst);
    }
    shared->finished = true;
    if (!shared->stop && shared->onLoss)
        shared->onLoss(pipes::Outcome::Gone); // within the lock: who it is for waits for it when he goes
    shared->done.notify_all();
}

} // namespace gb::cli
