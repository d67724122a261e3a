#include "core/session/logreading.h"

namespace gb {
namespace {

Reading::Options withSummaries(Reading::Options options)
{
    options.summaries = true;
    return options;
}

} // namespace

LogReading::LogReading(Reading::Options options)
    : m_reading(withSummaries(std::move(options)))
{
    m_log.setCapacity(MessageLog::maxCapacity);
}

void LogReading::take(TimePoint now)
{
    const Batch batch = analysis().take(now, 0);
    m_log.append(batch.messages, batch.awaited, batch.parties);
    m_log.takeMarks(batch.marks);
}

bool LogReading::read(const QStringList &files, const std::function<void(const Trace &)> &look,
    const std::function<bool(double)> &progress)
{
    if (!m_reading.open(files, progress)) {
        m_isCancelled = importer().errorText().isEmpty();
        return false;
    }
    while (const ReadAhead::Chunk *chunk = m_reading.next()) {
        for (std::size_t i = 0; i < chunk->count; ++i)
            look(chunk->traces[i]);
        take(chunk->last);
        if (progress && !progress(chunk->progress)) {
            m_isCancelled = true;
            return false;
        }
    }
    m_reading.finish();
    take(m_reading.last());
    return true;
}

} // namespace gb
