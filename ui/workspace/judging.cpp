#include "ui/workspace/judging.h"

#include "ui/settings/appsettings.h"

namespace gb::ui {

Judging::Judging(Session &session, AppSettings &settings, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_settings(settings)
    , m_policy(settings.heartbeat())
{
    useOverrides(settings.overrides());
}

void Judging::set(const HeartbeatPolicy &policy)
{
    m_policy = policy;
    emit changed(policy);
}

void Judging::choose(const HeartbeatPolicy &policy)
{
    set(policy);
    m_session.send(wish::SetPolicy{policy});
    if (m_keep)
        m_settings.setHeartbeat(policy);
}

void Judging::choose(const QString &device, const std::optional<HeartbeatPolicy> &policy)
{
    if (m_keep)
        m_settings.setOverride(device, policy);
    HeartbeatOverrides overrides = m_overrides;
    if (policy)
        overrides.insert(device, *policy);
    else
        overrides.remove(device);
    useOverrides(overrides);
}

void Judging::useOnce(const HeartbeatPolicy &policy)
{
    m_keep = false;
    set(policy);
    emit begun(policy);
    useOverrides({});
}

void Judging::useOverrides(const HeartbeatOverrides &overrides)
{
    if (overrides == m_overrides)
        return;
    m_overrides = overrides;
    m_session.send(wish::SetOverrides{m_overrides});
}

/// What is in force, whoever asked for it.
void Judging::take(const Batch &batch)
{
    for (const Event &event : batch.events) {
        if (const auto *change = std::get_if<PolicyChange>(&event))
            set(change->policy);
    }
}

} // namespace gb::ui
