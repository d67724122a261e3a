#include "app/cli/configwatch.h"

#include "app/cli/jsonlines.h"
#include "core/report/wording.h"

namespace gb::cli {

void ConfigWatch::take(const Batch &batch)
{
    for (const QString &id : batch.gone)
        m_devices.remove(id);
    for (const Event &event : batch.events) {
        if (const auto *beat = std::get_if<BeatSeen>(&event))
            take(*beat);
    }
}

void ConfigWatch::take(const BeatSeen &beat)
{
    auto device = m_devices.find(beat.device);
    if (device == m_devices.end()) {
        if (beat.kind != HeartbeatHistory::Kind::Start)
            return;
        m_devices.insert(beat.device, {});
        return m_engine.readConfig(beat.device);
    }
    if (!device->pushedAt)
        return;
    device->beats.add(beat.at, beat.kind);
    const Rhythm rhythm = device->beats.rhythmSince(*device->pushedAt);
    if (!rhythm.isSure())
        return;
    m_out.write(line({{QStringLiteral("event"), QStringLiteral("config_measured")}, {QStringLiteral("device"), beat.device}, {QStringLiteral("interval_s"), seconds(rhythm.interval)},
                      {QStringLiteral("beats"), rhythm.beats}, {QStringLiteral("wanted_s"), static_cast<qint64>(device->wanted.count())}, {QStringLiteral("follows"), rhythm.follows(device->wanted)},
                      {QStringLiteral("at"), isoTime(beat.at)}}));
    *device = {};
}

void ConfigWatch::take(const ConfigReport &report)
{
    m_out.write(configLine(report));
    const bool told = !report.values.isEmpty() || report.outcome == ConfigOutcome::OutOfRange;
    if (m_push && !report.pushed && told && !report.match())
        return m_engine.pushConfig(report.device);
    if (const auto device = m_devices.find(report.device); report.pushed && device != m_devices.end())
        *device = {.pushedAt = report.at, .wanted = report.ours.interval};
}

} // namespace gb::cli
