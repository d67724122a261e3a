#include "ui/heartbeat/heartbeatstore.h"

#include "core/base/rollinghash.h"

#include <algorithm>

namespace gb::ui {
namespace {

quint64 hashOf(const QString &id)
{
    return qHash(id, hashSeeds().a);
}

} // namespace

HeartbeatStore::HeartbeatStore(QObject *parent)
    : QObject(parent)
{
}

void HeartbeatStore::apply(const QList<Event> &events)
{
    bool isChanged = false, isPolicyChanged = false;
    for (qsizetype i = 0; i < events.size(); ++i) {
        lookAhead(events, i);
        const Event &event = events[i];
        const bool isNew = take(event);
        isChanged = isNew || isChanged;
        isPolicyChanged = (isNew && isPolicy(event)) || isPolicyChanged;
    }
    if (isPolicyChanged)
        emit policiesChanged();
    if (isChanged)
        emit changed();
}

std::optional<quint32> HeartbeatStore::placeOf(const QString &id) const
{
    return m_index.find(hashOf(id), [&](quint32 place) { return m_histories[place].id == id; });
}

void HeartbeatStore::lookAhead(const QList<Event> &events, qsizetype at) const
{
    const auto ahead = [&](qsizetype by) { return at + by < events.size() ? std::get_if<BeatSeen>(&events[at + by]) : nullptr; };
    if (const BeatSeen *const beat = ahead(toIndex))
        m_index.prefetch(hashOf(beat->device));
    const auto likely = [this](const BeatSeen &beat) { return m_index.likely(hashOf(beat.device)); };
    if (const BeatSeen *const beat = ahead(toHistory)) {
        if (const auto place = likely(*beat))
            prefetch(&m_histories[*place], sizeof(Named));
    }
    if (const BeatSeen *const beat = ahead(toEnd)) {
        if (const auto place = likely(*beat))
            m_histories[*place].history.prefetchEnd();
    }
}

bool HeartbeatStore::isPolicy(const Event &event) const
{
    return std::holds_alternative<PolicyChange>(event) || std::holds_alternative<OverrideChange>(event);
}

bool HeartbeatStore::take(const Event &event)
{
    if (const auto *beat = std::get_if<BeatSeen>(&event)) {
        auto place = placeOf(beat->device);
        if (!place) {
            place = static_cast<quint32>(m_histories.size());
            m_index.insert(hashOf(beat->device), *place);
            m_histories.push_back({beat->device, {}});
            m_ids.insert(std::lower_bound(m_ids.cbegin(), m_ids.cend(), beat->device), beat->device);
        }
        m_histories[*place].history.add(beat->at, beat->kind);
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
        const auto place = placeOf(id);
        if (!place)
            continue;
        m_index.remove(hashOf(id), *place);
        if (const auto last = static_cast<quint32>(m_histories.size() - 1); *place != last) {
            m_index.move(hashOf(m_histories[last].id), last, *place);
            m_histories[*place] = std::move(m_histories[last]);
        }
        m_histories.pop_back();
        m_ids.removeOne(id);
        isChanged = true;
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
    m_index = {};
    m_ids.clear();
    m_changes.clear();
    m_trial.reset();
    emit changed();
}

const HeartbeatHistory &HeartbeatStore::history(const QString &id) const
{
    static const HeartbeatHistory none;
    const auto place = placeOf(id);
    return place ? m_histories[*place].history : none;
}

std::optional<TimePoint> HeartbeatStore::firstEntry() const
{
    std::optional<TimePoint> first;
    for (const Named &one : m_histories) {
        if (!one.history.entries().isEmpty())
            first = std::min(first.value_or(TimePoint::max()), one.history.entries().constFirst().at());
    }
    return first;
}

} // namespace gb::ui
