#include "core/session/filteredmessages.h"

#include "core/base/octets.h"
#include "core/filter/octetcheck.h"
#include "core/filter/parser.h"

namespace gb {
namespace {

/// What stands in the messages, as they are read.
class FoundInMessages
{
public:
    explicit FoundInMessages(const filter::Expression &expression)
        : m_check(expression)
    {
        for (const qsizetype index : expression.octetConditions())
            m_found.append({expression.conditions().at(index).key, {}, ~quint64{0}});
    }

    void look(const Trace &trace);
    const QList<FilterFound> &found() const { return m_found; }
    quint64 gaveUp() const { return m_check.gaveUp(); }

private:
    filter::OctetCheck m_check;
    QList<FilterFound> m_found;
};

void FoundInMessages::look(const Trace &trace)
{
    const quint64 met = m_found.isEmpty() ? 0 : m_check.of(view(trace.datagram.octets));
    for (qsizetype i = 0; i < std::min(m_found.size(), filter::OctetCheck::most) && met >> i != 0; ++i) {
        if ((met >> i & 1U) != 0)
            m_found[i].numbers.append(trace.number);
    }
}

void tell(const MessageLog &log, const FlowFilter &filter, FilteredMessages &result)
{
    FlowMatcher matcher(log, filter);
    result.forgotten = log.forgotten();
    result.of = log.forgotten() + static_cast<quint64>(log.count());
    for (qsizetype row = 0; matcher.collects() && row < log.count(); ++row)
        matcher.collect(log.entry(row));
    if (log.count() > 0)
        result.shown.resize(static_cast<std::size_t>(log.entry(log.count() - 1).number) + 1);
    for (qsizetype row = 0; row < log.count(); ++row) {
        const LogEntry &entry = log.entry(row);
        if (!matcher.matches(entry))
            continue;
        result.shown[entry.number] = true;
        ++result.count;
    }
}

} // namespace

FilteredMessages filteredMessages(LogReading &reading, const QStringList &files, const WantedMessages &wanted,
    const std::function<bool(double)> &progress)
{
    FilteredMessages result;
    FoundInMessages found(filter::parse(wanted.text).expression);
    const auto look = [&found](const Trace &trace) { found.look(trace); };
    if (reading.read(files, look, progress)) {
        result.gaveUp = found.gaveUp();
        tell(reading.log(), {.text = wanted.text, .scope = wanted.scope, .found = found.found()}, result);
        return result;
    }
    result.cancelled = reading.isCancelled();
    if (!result.cancelled)
        result.error = reading.importer().errorText();
    return result;
}

FilteredMessages filteredMessages(const QStringList &files, const WantedMessages &wanted,
    const Reading::Options &options, const std::function<bool(double)> &progress)
{
    LogReading reading(options);
    return filteredMessages(reading, files, wanted, progress);
}

} // namespace gb
