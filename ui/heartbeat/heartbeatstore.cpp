#include "ui/heartbeat/heartbeatstore.h"

#include <algorithm>

namespace gb::ui {

HeartbeatStore::HeartbeatStore(QObject *parent)
    : QObject(parent)
{
}

void HeartbeatStore::apply(const QList<Event> &events)
{
    bool isChanged = false, isPolicyChanged = false;
    for (const Event &event : events) {
        const bool isNew = take(event);
        isChanged = isNew || isChanged;
        isPolicyChanged = (isNew && isPolicy(event)) || isPolicyChanged;
    }
    if (isPolicyChanged)
        emit policiesChanged();
    if (isChanged)
        emit changed();
}

bool HeartbeatStore::isPolicy(const Event &event) const
{
    return std::holds_alternative<PolicyChange>(event) || std::holds_alternative<OverrideChange>(event);
}

bool HeartbeatStore::take(const Event &event)
{
    if (const auto *beat = std::get_if<BeatSeen>(&event)) {
        auto history = m_histories.find(beat->device);
        if (history == m_histories.end()) {
            history = m_histories.insert(beat->device, {});
            m_ids.insert(std::lower_bound(m_ids.cbegin(), m_ids.cend(), beat->device), beat->device);
        }
        history->add(beat->at, beat->kind);
        return true;
    }
    if (const auto *own = std::get_if<OverrideChange>(&event)) {
        if (own->policy)
            m_overrides.insert(own->device, *own->policy);
        else
            m_overrides.remove(own->device);
        return true;
    }
    const auto *change = std::get_if<PolicyChange>(&event);
    if (!change || change->policy == m_policy)
        return false;
    if (m_changes.size() >= maxPolicyChanges)
        m_changes.removeFirst();
    m_changes.append({change->at, m_policy, change->policy});
    m_policy = change->policy;
    return true;
}

void HeartbeatStore::forget(const QStringList &ids)
{
    bool isChanged = false;
    for (const QString &id : ids) {
        if (m_histories.remove(id)) {
            m_ids.removeOne(id);
            isChanged = true;
        }
    }
    if (isChanged)
        emit changed();
}

void HeartbeatStore::setPolicy(const HeartbeatPolicy &policy)
{
    if (policy == m_policy)
        return;
    m_policy = policy;
    emit policiesChanged();
    emit changed();
}

void HeartbeatStore::setTrial(const std::optional<HeartbeatTrial> &trial)
{
    if (trial == m_trial)
        return;
    m_trial = trial;
    emit changed();
}

std::optional<HeartbeatPolicy> HeartbeatStore::trialOf(const QString &id) const
{
    if (!m_trial || (m_trial->device.isEmpty() ? hasOwnPolicy(id) : m_trial->device != id))
        return std::nullopt;
    return m_trial->policy;
}

void HeartbeatStore::clear()
{
    m_histories.clear();
    m_ids.clear();
    m_changes.clear();
    m_trial.reset();
    emit changed();
}

const HeartbeatHistory &HeartbeatStore::history(const QString &id) const
{
    static const HeartbeatHistory none;
    const auto found = m_histories.constFind(id);
    return found == m_histories.cend() ? none : *found;
}

std::optional<TimePoint> HeartbeatStore::firstEntry() const
{
    std::optional<TimePoint> first;
    for (const HeartbeatHistory &history : m_histories) {
        if (!history.entries().isEmpty())
            first = std::min(first.value_or(TimePoint::max()), history.entries().constFirst().at());
    }
    return first;
}

} // namespace gb::ui
