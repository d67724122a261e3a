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
    std::vector<quint64> hashes(static_cast<std::size_t>(events.size())); // of beats; each is asked for several times
    std::transform(events.cbegin(), events.cend(), hashes.begin(), [](const Event &event) {
        const auto *beat = std::get_if<BeatSeen>(&event);
        return beat ? hashOf(beat->device) : 0;
    });
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        lookAhead(hashes, i);
        const Event &event = events[static_cast<qsizetype>(i)];
        const bool isNew = take(event, hashes[i]);
        isChanged = isNew || isChanged;
        isPolicyChanged = (isNew && isPolicy(event)) || isPolicyChanged;
    }
    if (isPolicyChanged)
        emit policiesChanged();
    if (isChanged)
        emit changed();
}

std::optional<quint32> HeartbeatStore::placeOf(const QString &id, quint64 hash) const
{
    return m_index.find(hash, [&](quint32 place) { return m_histories[place].id == id; });
}

void HeartbeatStore::lookAhead(const std::vector<quint64> &hashes, std::size_t at) const
{
    const auto likely = [&](std::size_t ahead) {
        return at + ahead < hashes.size() ? m_index.likely(hashes[at + ahead]) : std::nullopt;
    };
    if (at + toIndex < hashes.size())
        m_index.prefetch(hashes[at + toIndex]);
    if (const auto place = likely(toHistory))
        prefetch(&m_histories[*place], sizeof(Named));
    if (const auto place = likely(toEnd))
        m_histories[*place].history.prefetchEnd();
}

bool HeartbeatStore::isPolicy(const Event &event) const
{
    return std::holds_alternative<PolicyChange>(event) || std::holds_alternative<OverrideChange>(event);
}

bool HeartbeatStore::take(const Event &event, quint64 hash)
{
    if (const auto *beat = std::get_if<BeatSeen>(&event)) {
        auto place = placeOf(beat->device, hash);
        if (!place) {
            place = static_cast<quint32>(m_histories.size());
            m_index.insert(hash, *place);
            m_histories.push_back({beat->device, {}});
            m_ids.insert(std::lower_bound(m_ids.cbegin(), m_ids.cend(), beat->device), beat->device);
        }
        m_histories[*place].history.add(beat->at, beat->kind);
        return true;
    }
    if (const auto *undone = std::get_if<BeatUndone>(&event)) {
        const auto place = placeOf(undone->device, hashOf(undone->device));
        return place && m_histories[*place].history.takeBack(undone->at);
    }
    if (const auto *own = std::get_if<OverrideChange>(&event)) {
        if (own->policy)
            m_overrides.insert(own->device, *own->policy);
        else
            m_overrides.remove(own->device);
        return true;
    }
    if (takeMark(event))
        return true;
    const auto *change = std::get_if<PolicyChange>(&event);
    if (!change || change->policy == m_policy)
        return false;
    if (m_changes.size() >= maxPolicyChanges)
        m_changes.removeFirst();
    m_changes.append({change->at, m_policy, change->policy});
    m_policy = change->policy;
    return true;
}

bool HeartbeatStore::takeMark(const Event &event)
{
    RecordMark mark;
    if (const auto *jump = std::get_if<ClockJump>(&event))
        mark = {jump->at, RecordMark::Kind::ClockJump, jump->by, {}};
    else if (const auto *link = std::get_if<LinkChange>(&event))
        mark = {link->up ? link->at : link->since, link->up ? RecordMark::Kind::LinkUp : RecordMark::Kind::LinkDown, {},
            link->name};
    else
        return false;
    if (m_recordMarks.size() >= maxRecordMarks)
        m_recordMarks.removeFirst();
    m_recordMarks.append(mark);
    return true;
}

void HeartbeatStore::forget(const QStringList &ids)
{
    bool isChanged = false;
    for (const QString &id : ids) {
        const quint64 hash = hashOf(id);
        const auto place = placeOf(id, hash);
        if (!place)
            continue;
        m_index.remove(hash, *place);
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
    m_recordMarks.clear();
    m_trial.reset();
    emit changed();
}

const HeartbeatHistory &HeartbeatStore::history(const QString &id) const
{
    static const HeartbeatHistory none;
    const auto place = placeOf(id, hashOf(id));
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
