#include "core/client/silencetest.h"

#include <algorithm>

namespace gb {

using namespace std::chrono_literals;

std::chrono::seconds SilenceTest::enoughFor(const HeartbeatPolicy &policy)
{
    const auto needed = std::chrono::ceil<std::chrono::seconds>(ServerContact::patience(policy));
    return std::min(needed + std::clamp<std::chrono::seconds>(policy.interval, 10s, 60s), Silence::longest);
}

void SilenceTest::begin(const SilenceChange &change)
{
    m_silence = change.silence;
    m_on = true;
    m_devices.clear();
    m_places.clear();
    for (const DeviceSnapshot &one : change.devices) {
        m_places.insert(one.id, m_devices.size());
        m_devices.append({.id = one.id, .contact = one.contact, .policy = one.policy, .backAt = {}});
    }
}

void SilenceTest::apply(const QList<DeviceSnapshot> &devices)
{
    for (const DeviceSnapshot &one : devices) {
        const auto place = m_places.constFind(one.id);
        if (place == m_places.constEnd())
            continue;
        Device &device = m_devices[*place];
        if (m_on) {
            device.contact = one.contact;
            device.policy = one.policy;
        } else if (!device.backAt && one.contact.heardAt() && *one.contact.heardAt() >= m_endedAt) {
            device.backAt = one.contact.heardAt();
        }
    }
}

void SilenceTest::end(TimePoint at)
{
    m_on = false;
    m_endedAt = at;
}

QList<SilenceTest::Result> SilenceTest::results(TimePoint now) const
{
    QList<Result> all;
    all.reserve(m_devices.size());
    for (const Device &device : m_devices)
        all.append(resultOf(device, now));
    return all;
}

std::optional<SilenceTest::Result> SilenceTest::result(const QString &device, TimePoint now) const
{
    const auto place = m_places.constFind(device);
    return place == m_places.constEnd() ? std::nullopt : std::optional(resultOf(m_devices[*place], now));
}

SilenceTest::Result SilenceTest::resultOf(const Device &device, TimePoint now) const
{
    const TimePoint until = m_on ? now : std::min(now, m_endedAt);
    const ServerContact &contact = device.contact;
    const TimePoint heardAt = contact.heardAt().value_or(m_silence.since);
    Result result{.device = device.id,
        .expected = contact.heardAt() ? contact.expectedAt(device.policy) - heardAt : Duration::zero(),
        .latest = contact.heardAt() ? contact.latest(device.policy) - heardAt : Duration::zero(),
        .sinceAnswer = until - heardAt,
        .unanswered = contact.unanswered(),
        .back = device.backAt ? std::optional(*device.backAt - m_endedAt) : std::nullopt};
    switch (contact.judge(device.policy, until)) {
    case ServerContact::Judgement::Registered:
        result.state = State::Registered;
        result.sinceAnswer = *contact.registeredAt() - heardAt;
        result.unanswered = contact.unansweredThen();
        break;
    case ServerContact::Judgement::Unnoticed: result.state = State::Unnoticed; break;
    case ServerContact::Judgement::Stopped: result.state = State::Stopped; break;
    case ServerContact::Judgement::Unknown:
    case ServerContact::Judgement::Due: result.state = m_on ? State::Due : State::TooShort; break;
    }
    return result;
}

} // namespace gb
