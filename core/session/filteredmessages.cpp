#include "core/session/filteredmessages.h"

#include "core/base/octets.h"
#include "core/filter/octetcheck.h"
#include "core/filter/parser.h"

namespace gb {
namespace {

/// The messages of the captures as lists know them, and what stands in them.
class FilterReading
{
public:
    FilterReading(const filter::Expression &expression, const Reading::Options &options)
        : m_check(expression)
        , m_reading(options)
    {
        m_log.setCapacity(MessageLog::maxCapacity);
        for (const qsizetype index : expression.octetConditions())
            m_found.append({expression.conditions().at(index).key, {}, ~quint64{0}});
    }

    /// False where it was ended, or the captures cannot be opened.
    bool read(const QStringList &files, const std::function<bool(double)> &progress, FilteredMessages &result);
    void tell(const WantedMessages &wanted, FilteredMessages &result);

private:
    void look(const Trace &trace);
    void take(TimePoint now)
    {
        const Batch batch = m_reading.analysis().take(now, 0);
        m_log.append(batch.messages, batch.awaited);
        m_log.takeMarks(batch.marks);
    }

    filter::OctetCheck m_check;
    Reading m_reading;
    MessageLog m_log;
    QList<FilterFound> m_found;
};

void FilterReading::look(const Trace &trace)
{
    const quint64 met = m_found.isEmpty() ? 0 : m_check.of(view(trace.datagram.octets));
    for (qsizetype i = 0; i < std::min(m_found.size(), filter::OctetCheck::most) && met >> i != 0; ++i) {
        if ((met >> i & 1U) != 0)
            m_found[i].numbers.append(trace.number);
    }
}

bool FilterReading::read(
    const QStringList &files, const std::function<bool(double)> &progress, FilteredMessages &result)
{
    if (!m_reading.open(files, progress)) {
        result.cancelled = m_reading.importer().errorText().isEmpty();
        result.error = m_reading.importer().errorText();
        return false;
    }
    while (const ReadAhead::Chunk *chunk = m_reading.next()) {
        for (std::size_t i = 0; i < chunk->count; ++i)
            look(chunk->traces[i]);
        take(chunk->last);
        if (progress && !progress(chunk->progress)) {
            result.cancelled = true;
            return false;
        }
    }
    m_reading.finish();
    take(m_reading.last());
    return true;
}

void FilterReading::tell(const WantedMessages &wanted, FilteredMessages &result)
{
    FlowMatcher matcher(m_log, {.text = wanted.text, .scope = wanted.scope, .found = m_found});
    result.forgotten = m_log.forgotten();
    result.of = m_log.forgotten() + static_cast<quint64>(m_log.count());
    result.gaveUp = m_check.gaveUp();
    for (qsizetype row = 0; matcher.collects() && row < m_log.count(); ++row)
        matcher.collect(m_log.entry(row));
    if (m_log.count() > 0)
        result.shown.resize(static_cast<std::size_t>(m_log.entry(m_log.count() - 1).number) + 1);
    for (qsizetype row = 0; row < m_log.count(); ++row) {
        const LogEntry &entry = m_log.entry(row);
        if (!matcher.matches(entry))
            continue;
        result.shown[entry.number] = true;
        ++result.count;
    }
}

} // namespace

FilteredMessages filteredMessages(const QStringList &files, const WantedMessages &wanted,
    const Reading::Options &options, const std::function<bool(double)> &progress)
{
    FilteredMessages result;
    Reading::Options read = options;
    read.summaries = true;
    FilterReading reading(filter::parse(wanted.text).expression, read);
    if (reading.read(files, progress, result))
        reading.tell(wanted, result);
    return result;
}

} // namespace gb
