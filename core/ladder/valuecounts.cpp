#include "core/ladder/valuecounts.h"

#include <algorithm>

namespace gb {
namespace {

using filter::Field;

/// Of each index how many messages have it.
class Tally
{
public:
    void add(std::size_t index)
    {
        if (index >= m_counts.size())
            m_counts.resize(index + index / 2 + 16);
        ++m_counts[index];
    }
    /// By the texts of the indices; several may have the same.
    template<typename Text>
    QList<ValueCount> named(const QString &typed, const Text &text) const
    {
        QHash<QString, quint64> counts;
        for (std::size_t index = 0; index < m_counts.size(); ++index) {
            const QString value = m_counts[index] == 0 ? QString() : text(static_cast<quint32>(index));
            if (!value.isEmpty() && value.contains(typed, Qt::CaseInsensitive))
                counts[value] += m_counts[index];
        }
        QList<ValueCount> values;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            values.append({it.key(), it.value()});
        return values;
    }

private:
    std::vector<quint64> m_counts;
};

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
    return tally.named(typed, [&](quint32 pair) {
        return field == Field::Method ? log.method(examples[pair]) : log.command(examples[pair]);
    });
}

QList<ValueCount> countsOf(const MessageLog &log, Field field, const QString &typed)
{
    switch (field) {
    case Field::Device:
        return tallyOf(log, [](Tally &counts, const LogEntry &entry) {
            counts.add(entry.device);
        }).named(typed, [&log](quint32 index) { return log.device(index); });
    case Field::Status:
        return tallyOf(log, [](Tally &counts, const LogEntry &entry) {
            counts.add(entry.status);
        }).named(typed, [](quint32 status) { return status == 0 ? QString() : QString::number(status); });
    case Field::Method:
    case Field::Command: return wordCounts(log, field, typed);
    case Field::Address:
    case Field::Source:
    case Field::Target:
        return tallyOf(log, [field](Tally &counts, const LogEntry &entry) {
            if (field != Field::Target)
                counts.add(entry.from);
            if (field != Field::Source && (field == Field::Target || entry.from != entry.to))
                counts.add(entry.to);
        }).named(typed, [&log](quint32 index) { return log.endpoint(index).endpoint.address.toString(); });
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
