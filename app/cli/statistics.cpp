#include "app/cli/statistics.h"

#include "app/cli/echo.h"
#include "app/cli/filterjson.h"
#include "app/cli/nosip.h"
#include "app/cli/output.h"
#include "core/base/clock.h"
#include "core/ladder/statistics.h"
#include "core/message/deviceid.h"
#include "core/report/told.h"
#include "core/report/words/statisticswording.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gb::cli {
namespace {

/// What is told, with the User-Agents of the devices.
struct Told
{
    Statistics counts;
    Statistics::Counts agents;
    FilteredMessages filtered;
};

Told gather(LogReading &reading, FilteredMessages filtered)
{
    Told told;
    const MessageLog &log = reading.log();
    std::vector<quint32> rows;
    rows.reserve(filtered.count);
    for (qsizetype row = 0; row < log.count(); ++row) {
        if (filtered.shows(log.entry(row).number))
            rows.push_back(static_cast<quint32>(row));
    }
    told.counts = statisticsOf(log, rows);
    QHash<QString, QString> agents;
    for (const DeviceSnapshot &device : reading.analysis().devices().snapshots())
        agents.insert(device.id, device.userAgent);
    told.agents = agentsOf(told.counts, agents);
    told.filtered = std::move(filtered);
    return told;
}

QJsonValue number(quint64 value)
{
    return static_cast<qint64>(value);
}

QJsonObject countsObject(const Statistics::Counts &counts)
{
    QJsonArray values;
    for (const Statistics::Count &one : counts.list)
        values.append(
            QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("messages"), number(one.messages)},
                {QStringLiteral("filter"), one.condition.isEmpty() ? QJsonValue() : QJsonValue(one.condition)}});
    return {{QStringLiteral("values"), values}, {QStringLiteral("other_values"), number(counts.others)},
        {QStringLiteral("messages_of_others"), number(counts.messages)}};
}

QJsonObject timesObject(const Statistics &counts)
{
    QJsonArray devices;
    QJsonValue all;
    for (const Statistics::Times &one : counts.times) {
        const QJsonObject object{{QStringLiteral("device"), one.device},
            {QStringLiteral("answers"), number(one.answers)}, {QStringLiteral("p50_s"), inSeconds(one.p50)},
            {QStringLiteral("p95_s"), inSeconds(one.p95)}, {QStringLiteral("max_s"), inSeconds(one.max)}};
        if (all.isNull())
            all = object; // all devices come first
        else
            devices.append(object);
    }
    if (!all.isNull()) {
        QJsonObject together = all.toObject();
        together.remove(u"device");
        all = together;
    }
    return {{QStringLiteral("all"), all}, {QStringLiteral("devices"), devices},
        {QStringLiteral("other_devices"), number(counts.otherTimes)}};
}

QJsonObject object(const Told &told, const WantedMessages &wanted)
{
    const Statistics &counts = told.counts;
    QJsonObject out{{QStringLiteral("messages"), number(counts.messages)},
        {QStringLiteral("of"), number(told.filtered.of)}, {QStringLiteral("octets"), number(counts.octets)},
        {QStringLiteral("requests"), countsObject(counts.requests)},
        {QStringLiteral("statuses"), countsObject(counts.statuses)},
        {QStringLiteral("response_times"), timesObject(counts)},
        {QStringLiteral("copies"), countsObject(counts.repeats)},
        {QStringLiteral("user_agents"), countsObject(told.agents)},
        {QStringLiteral("sizes"), countsObject(counts.sizes)},
        {QStringLiteral("devices"), countsObject(counts.devices)}};
    if (counts.messages > 0) {
        out.insert(QStringLiteral("first"), told::isoTime(counts.from));
        out.insert(QStringLiteral("last"), told::isoTime(counts.to));
    }
    if (!wanted.text.isEmpty())
        out.insert(QStringLiteral("filter"), filterObject(wanted, told.filtered));
    return out;
}

/// Columns with tabs between them, for people and for spreadsheets.
class Table
{
public:
    explicit Table(const Told &told)
        : m_told(told)
    {
    }

    QByteArray text()
    {
        using enum wording::StatisticsSection;
        const Statistics &counts = m_told.counts;
        m_out = QStringLiteral("%1 / %2\n").arg(counts.messages).arg(m_told.filtered.of);
        row(wording::statisticsColumns());
        section(Requests, counts.requests);
        section(Statuses, counts.statuses);
        times();
        Statistics::Counts repeats = counts.repeats;
        for (Statistics::Count &one : repeats.list)
            one.name = wording::copyKind(one.name);
        section(Repeats, repeats);
        section(AgentsOf, m_told.agents, wording::notTold());
        section(Sizes, counts.sizes);
        section(Devices, counts.devices, wording::noDevice());
        return m_out.toUtf8();
    }

private:
    void row(const QStringList &cells)
    {
        QStringList safe;
        for (const QString &cell : cells)
            safe.append(echoed(cell));
        m_out += safe.join(u'\t') + u'\n';
    }
    void section(wording::StatisticsSection section, const Statistics::Counts &counts, const QString &none = {})
    {
        m_out += u'\n' + wording::statisticsTitle(section) + u'\n';
        for (const Statistics::Count &one : counts.list)
            row({one.name.isEmpty() ? none : one.name, QString::number(one.messages), share(one.messages)});
        if (counts.others > 0)
            row({QStringLiteral("+%1").arg(counts.others), QString::number(counts.messages), share(counts.messages)});
    }
    void times()
    {
        m_out += u'\n' + wording::statisticsTitle(wording::StatisticsSection::Times) + u'\n';
        bool isFirst = true;
        for (const Statistics::Times &one : m_told.counts.times) {
            const QString none = isFirst ? wording::allDevices() : wording::noDevice();
            row({one.device.isEmpty() ? none : one.device, QString::number(one.answers), {}, took(one.p50),
                took(one.p95), took(one.max)});
            isFirst = false;
        }
        if (m_told.counts.otherTimes > 0)
            row({QStringLiteral("+%1").arg(m_told.counts.otherTimes)});
    }
    QString share(quint64 part) const
    {
        return QString::number(100.0 * static_cast<double>(part) / static_cast<double>(m_told.counts.messages), 'f', 1)
            + QStringLiteral(" %");
    }
    static QString took(Duration took)
    {
        return QString::number(inSeconds(took) * 1000, 'f', 1) + QStringLiteral(" ms");
    }

    const Told &m_told;
    QString m_out;
};

} // namespace

int statistics(const AnalyzeCommand &command)
{
    LogReading reading({.policy = command.policy,
        .ownPolicy = command.ownPolicy,
        .expected = command.expected,
        .passwords = command.candidates});
    FilteredMessages filtered = filteredMessages(reading, command.files, command.wanted);
    const QString files = echoed(command.files.join(u", "));
    if (!filtered.error.isEmpty()) {
        complain(files + u": " + echoed(filtered.error));
        return Failed;
    }
    const QString broken = reading.importer().errorText();
    if (!broken.isEmpty())
        complain(files + u": " + echoed(broken) + QStringLiteral("; what could be read is counted"));
    for (const QString &hint : withoutSip(reading.analysis().counters().sip, reading.importer()))
        complain(files + u": " + hint);
    const Told told = gather(reading, std::move(filtered));
    Output output;
    QJsonObject out = object(told, command.wanted);
    if (!broken.isEmpty())
        out.insert(QStringLiteral("error"), broken);
    output.write(command.text ? Table(told).text() : told::safeJson(QJsonDocument(out).toJson()));
    return output.finish() && broken.isEmpty() ? Success : Failed;
}

} // namespace gb::cli
