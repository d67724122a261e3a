#include "core/ladder/statistics.h"

#include "core/filter/parser.h"
#include "core/ladder/tally.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace gb {
namespace {

using Count = Statistics::Count;
using Counts = Statistics::Counts;

/// Where the sizes of a message matter: one Ethernet frame holds 1,472 bytes of UDP, a message over UDP at most 65,507.
constexpr quint32 bounds[] = {0, 500, 1000, 1473, 4000, 16'000, 65'536};
constexpr std::size_t sizeCount = std::size(bounds) - 1;

QString condition(const char *field, const QString &value)
{
    return QLatin1String(field) + u':' + filter::quotedValue(value);
}

void keepFirst(Counts &counts)
{
    std::sort(counts.list.begin(), counts.list.end(), [](const Count &a, const Count &b) {
        return a.messages != b.messages ? a.messages > b.messages : a.name < b.name;
    });
    for (qsizetype i = Statistics::most; i < counts.list.size(); ++i) {
        ++counts.others;
        counts.messages += counts.list[i].messages;
    }
    counts.list.resize(std::min(counts.list.size(), Statistics::most));
}

template<typename Name>
Counts named(const Tally &tally, const Name &name)
{
    Counts counts;
    tally.each([&](std::size_t index, quint64 messages) { counts.list.append(name(index, messages)); });
    keepFirst(counts);
    return counts;
}

/// The answers' times of one device after the other.
class TimesOf
{
public:
    void note(const LogEntry &answer, Duration took)
    {
        const auto device = static_cast<std::size_t>(answer.device);
        if (device >= m_places.size())
            m_places.resize(device + device / 2 + 16);
        ++m_places[device];
        const qint64 micros = std::clamp<qint64>(took.count(), 0, ~quint32{0});
        m_times.emplace_back(static_cast<quint32>(device), static_cast<quint32>(micros));
    }
    void tell(Statistics &statistics, const MessageLog &log)
    {
        std::vector<quint32> sorted(m_times.size()), starts(m_places.size() + 1);
        for (std::size_t device = 0; device < m_places.size(); ++device)
            starts[device + 1] = starts[device] + m_places[device];
        std::vector<quint32> next = starts;
        for (const auto &[device, took] : m_times)
            sorted[next[device]++] = took;
        for (std::size_t device = 0; device < m_places.size(); ++device) {
            if (m_places[device] > 0)
                statistics.times.append(timesOf(log.device(static_cast<quint32>(device)),
                    std::span(sorted).subspan(starts[device], m_places[device])));
        }
        std::sort(statistics.times.begin(), statistics.times.end(),
            [](const auto &a, const auto &b) { return a.p95 != b.p95 ? a.p95 > b.p95 : a.device < b.device; });
        statistics.otherTimes = static_cast<quint64>(
            std::max<qsizetype>(statistics.times.size() - Statistics::most, 0));
        statistics.times.resize(std::min(statistics.times.size(), Statistics::most));
        if (!sorted.empty())
            statistics.times.prepend(timesOf({}, sorted));
    }

private:
    static Statistics::Times timesOf(const QString &device, std::span<quint32> values)
    {
        Statistics::Times times{.device = device, .answers = values.size()};
        times.p50 = Duration(percentile(values, 0.5));
        times.p95 = Duration(percentile(values, 0.95));
        times.max = Duration(*std::max_element(values.begin(), values.end()));
        return times;
    }

    std::vector<quint32> m_places; ///< by device: how many
    std::vector<std::pair<quint32, quint32>> m_times;
};

Counts repeatsOf(const std::array<quint64, 6> &kinds)
{
    static constexpr const char *states[] = {"", "retransmitted", "echo", "", "duplicate", "proxycopy"};
    Counts counts;
    for (std::size_t kind = 1; kind < kinds.size(); ++kind) {
        if (kinds[kind] > 0)
            counts.list.append({QLatin1String(states[kind]), kinds[kind],
                *states[kind] == '\0' ? QString() : QStringLiteral("is:") + QLatin1String(states[kind])});
    }
    return counts;
}

Counts sizesOf(const std::array<quint64, sizeCount> &sizes)
{
    Counts counts;
    for (std::size_t i = 0; i < sizeCount; ++i) {
        if (sizes[i] > 0)
            counts.list.append({QStringLiteral("%1\u2013%2").arg(bounds[i]).arg(bounds[i + 1] - 1), sizes[i],
                QStringLiteral("size>=%1 size<%2").arg(bounds[i]).arg(bounds[i + 1])});
    }
    return counts;
}

Counts requestsOf(const Tally &words, const std::vector<LogEntry> &examples, const MessageLog &log)
{
    return named(words, [&](std::size_t index, quint64 messages) {
        const QString method = log.method(examples[index]), command = log.command(examples[index]);
        const QString asked = QStringLiteral("kind:request ") + condition("method", method);
        return command.isEmpty()
            ? Count{method, messages, asked}
            : Count{method + QStringLiteral(" \u00b7 ") + command, messages, asked + u' ' + condition("cmd", command)};
    });
}

/// One message after the other, in the order of the log.
class Fold
{
public:
    explicit Fold(const MessageLog &log)
        : m_log(log)
    {
    }

    void note(const LogEntry &entry)
    {
        if (m_result.messages++ == 0)
            m_result.from = entry.time();
        m_result.to = entry.time();
        m_result.octets += entry.octets;
        m_devices.add(entry.device);
        const auto above = std::upper_bound(std::begin(bounds), std::end(bounds), static_cast<quint32>(entry.octets));
        ++m_sizes[static_cast<std::size_t>(above - std::begin(bounds)) - 1];
        if (entry.kind == SipKind::Request)
            noteRequest(entry);
        else if (entry.kind == SipKind::Response)
            m_statuses.add(entry.status);
        if (entry.isRepeat()) {
            ++m_repeats[static_cast<std::size_t>(m_log.odd(entry).repeat) % m_repeats.size()];
        } else if (entry.kind == SipKind::Response && entry.status >= 200) {
            if (const auto took = m_log.latency(entry))
                m_times.note(entry, *took);
        }
    }

    Statistics told()
    {
        m_result.requests = requestsOf(m_words, m_examples, m_log);
        m_result.statuses = named(m_statuses, [](std::size_t status, quint64 messages) {
            return Count{QString::number(status), messages, QStringLiteral("status:%1").arg(status)};
        });
        m_result.devices = named(m_devices, [this](std::size_t index, quint64 messages) {
            const QString id = m_log.device(static_cast<quint32>(index));
            return Count{id, messages, id.isEmpty() ? QString() : condition("dev", id)};
        });
        m_result.repeats = repeatsOf(m_repeats);
        m_result.sizes = sizesOf(m_sizes);
        m_times.tell(m_result, m_log);
        return std::move(m_result);
    }

private:
    void noteRequest(const LogEntry &entry)
    {
        if (entry.words >= m_examples.size())
            m_examples.resize(entry.words + std::size_t{64});
        m_examples[entry.words] = entry;
        m_words.add(entry.words);
    }

    const MessageLog &m_log;
    Statistics m_result;
    Tally m_words, m_statuses, m_devices;
    std::vector<LogEntry> m_examples; ///< by words
    std::array<quint64, 6> m_repeats{};
    std::array<quint64, sizeCount> m_sizes{};
    TimesOf m_times;
};

} // namespace

quint32 percentile(std::span<quint32> values, double share)
{
    const double rank = std::ceil(share * static_cast<double>(values.size()));
    const auto place = static_cast<std::size_t>(std::clamp(rank - 1, 0.0, static_cast<double>(values.size() - 1)));
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place), values.end());
    return values[place];
}

Statistics statisticsOf(const FlowRows &rows)
{
    Fold fold(rows.log());
    for (qsizetype match = 0; match < rows.matches(); ++match)
        fold.note(rows.entry(static_cast<quint32>(match)));
    return fold.told();
}

Statistics statisticsOf(const MessageLog &log, const std::vector<quint32> &rows)
{
    Fold fold(log);
    for (const quint32 row : rows)
        fold.note(log.entry(row));
    return fold.told();
}

Statistics::Counts agentsOf(const Statistics &statistics, const QHash<QString, QString> &agents)
{
    QHash<QString, Count> counted;
    for (const Count &device : statistics.devices.list) {
        const QString agent = agents.value(device.name);
        Count &one = counted[agent];
        one.name = agent;
        one.messages += device.messages;
        one.condition = agent.isEmpty() ? QString() : condition("ua", agent.left(200));
    }
    Counts counts;
    counts.list = counted.values();
    keepFirst(counts);
    counts.others += statistics.devices.others > 0 ? 1 : 0;
    counts.messages += statistics.devices.messages;
    return counts;
}

} // namespace gb
