#include "app/cli/linewriter.h"

#include <QStringBuilder>

#include <cstdio>

namespace gb::cli {

LineWriter::LineWriter()
{
    std::thread([shared = m_shared] { run(shared); }).detach();
}

LineWriter::~LineWriter()
{
    std::unique_lock guard(m_shared->mutex);
    m_shared->stop = true;
    m_shared->wake.notify_one();
    m_shared->done.wait_for(guard, std::chrono::seconds(1), [this] { return m_shared->finished; });
}

void LineWriter::write(QByteArrayList lines)
{
    if (lines.isEmpty())
        return;
    {
        const std::scoped_lock guard(m_shared->mutex);
        for (QByteArray &line : lines) {
            if (m_shared->lines.size() >= capacity) {
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

void LineWriter::run(const std::shared_ptr<Shared> &shared)
{
    std::unique_lock guard(shared->mutex);
    for (;;) {
        shared->wake.wait(guard, [&] { return shared->stop || !shared->lines.empty(); });
        if (shared->lines.empty())
            break;
        std::deque<QByteArray> lines;
        lines.swap(shared->lines);
        guard.unlock();
        for (const QByteArray &line : lines)
            std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
        std::fflush(stdout);
        guard.lock();
    }
    shared->finished = true;
    shared->done.notify_all();
}

} // namespace gb::cli
