#include "app/cli/configwatch.h"

#include "app/cli/jsonlines.h"
#include "core/report/words/wording.h"

namespace gb::cli {

void ConfigWatch::take(const Batch &batch)
{
    for (const QString &id : batch.gone) {
        m_devices.remove(id);
        m_renewed.remove(id);
    }
    for (const DeviceSnapshot &device : batch.devices)
        take(device);
    for (const Event &event : batch.events) {
        if (const auto *beat = std::get_if<BeatSeen>(&event))
            take(*beat);
    }
}

/// The first REGISTER behind a DeviceConfig shows whether its Expiration was taken.
void ConfigWatch::take(const DeviceSnapshot &device)
{
    const ReportedSetting &setting = *device.setting;
    if (!m_expiration || !setting.askedAt || !setting.asked.expiration
        || m_renewed.value(device.id) == *setting.askedAt)
        return;
    const std::optional<int> granted = device.expiresSince(*setting.askedAt);
    if (!granted)
        return;
    m_renewed.insert(device.id, *setting.askedAt);
    m_out.write(
        line({{QStringLiteral("event"), QStringLiteral("expires_measured")}, {QStringLiteral("device"), device.id},
            {QStringLiteral("expires_s"), *granted}, {QStringLiteral("wanted_s"), *setting.asked.expiration},
            {QStringLiteral("follows"), granted == setting.asked.expiration},
            {QStringLiteral("at"), isoTime(device.facts.confirmedAt)}}));
}

void ConfigWatch::take(const BeatSeen &beat)
{
    auto device = m_devices.find(beat.device);
    if (device == m_devices.end()) {
        if (beat.kind != HeartbeatHistory::Kind::Start)
            return;
        m_devices.insert(beat.device, {});
        return m_session.send(wish::ReadConfig{beat.device});
    }
    if (!device->pushedAt)
        return;
    device->beats.add(beat.at, beat.kind);
    const Rhythm rhythm = device->beats.rhythmSince(*device->pushedAt);
    if (!rhythm.isSure())
        return;
    m_out.write(
        line({{QStringLiteral("event"), QStringLiteral("config_measured")}, {QStringLiteral("device"), beat.device},
            {QStringLiteral("interval_s"), seconds(rhythm.interval)}, {QStringLiteral("beats"), rhythm.beats},
            {QStringLiteral("wanted_s"), static_cast<qint64>(device->wanted.count())},
            {QStringLiteral("follows"), rhythm.follows(device->wanted)}, {QStringLiteral("at"), isoTime(beat.at)}}));
    *device = {};
}

void ConfigWatch::take(const ConfigReport &report)
{
    m_out.write(configLine(report));
    const bool told = !report.values.isEmpty() || report.outcome == ConfigOutcome::OutOfRange;
    const bool alike = report.match() && (!m_expiration || report.values.expiration == m_expiration);
    if (m_push && !report.pushed && told && !alike)
        return m_session.send(wish::PushConfig{report.device, m_expiration});
    if (const auto device = m_devices.find(report.device); report.pushed && device != m_devices.end())
        *device = {.pushedAt = report.at, .wanted = report.ours.interval};
}

} // namespace gb::cli
