#include "core/ladder/valuecounts.h"

#include "core/ladder/tally.h"

#include <algorithm>

namespace gb {
namespace {

using filter::Field;

/// By the texts of the indices that contain `typed`; several may have the same.
template<typename Text>
QList<ValueCount> named(const Tally &tally, const QString &typed, const Text &text)
{
    QHash<QString, quint64> counts;
    tally.each([&](std::size_t index, quint64 messages) {
        const QString value = text(static_cast<quint32>(index));
        if (!value.isEmpty() && value.contains(typed, Qt::CaseInsensitive))
            counts[value] += messages;
    });
    QList<ValueCount> values;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        values.append({it.key(), it.value()});
    return values;
}

template<typename Index>
Tally tallyOf(const MessageLog &log, const Index &index)
{
    Tally tally;
    for (qsizetype row = std::max<qsizetype>(0, log.count() - mostCounted); row < log.count(); ++row)
        index(tally, log.entry(row));
    return tally;
}

QList<ValueCount> wordCounts(const MessageLog &log, Field field, const QString &typed)
{
    std::vector<LogEntry> examples; // by number of the pair of words
    const Tally tally = tallyOf(log, [&](Tally &counts, const LogEntry &entry) {
        if (entry.words >= examples.size())
            examples.resize(entry.words + std::size_t{64});
        examples[entry.words] = entry;
        counts.add(entry.words);
    });
    return named(tally, typed, [&](quint32 pair) {
        return field == Field::Method ? log.method(examples[pair]) : log.command(examples[pair]);
    });
}

QList<ValueCount> countsOf(const MessageLog &log, Field field, const QString &typed)
{
    switch (field) {
    case Field::Device:
        return named(tallyOf(log, [](Tally &counts, const LogEntry &entry) { counts.add(entry.device); }), typed,
            [&log](quint32 index) { return log.device(index); });
    case Field::Status:
        return named(tallyOf(log, [](Tally &counts, const LogEntry &entry) { counts.add(entry.status); }), typed,
            [](quint32 status) { return status == 0 ? QString() : QString::number(status); });
    case Field::Method:
    case Field::Command: return wordCounts(log, field, typed);
    case Field::Address:
    case Field::Source:
    case Field::Target:
        return named(tallyOf(log,
                         [field](Tally &counts, const LogEntry &entry) {
                             if (field != Field::Target)
                                 counts.add(entry.from);
                             if (field != Field::Source && (field == Field::Target || entry.from != entry.to))
                                 counts.add(entry.to);
                         }),
            typed, [&log](quint32 index) { return log.endpoint(index).endpoint.address.toString(); });
    default: return {};
    }
}

} // namespace

QList<ValueCount> commonValues(const MessageLog &log, Field field, const QString &typed, qsizetype most)
{
    QList<ValueCount> values = countsOf(log, field, typed);
    std::sort(values.begin(), values.end(), [](const ValueCount &a, const ValueCount &b) {
        return a.messages != b.messages ? a.messages > b.messages : a.value < b.value;
    });
    values.resize(std::min(values.size(), most));
    return values;
}

} // namespace gb
