#include "core/findings/dossiers.h"

#include "core/findings/findings.h"
#include "core/message/deviceid.h"

namespace gb {

Dossier *Dossiers::of(const QString &id)
{
    if (id.isEmpty())
        return nullptr;
    if (m_last && id == m_last->id)
        return m_last;
    auto place = m_byId.find(id);
    if (place == m_byId.end()) {
        if (m_byId.size() >= Findings::maxDevices)
            return nullptr;
        place = m_byId.insert(id, std::make_shared<Dossier>());
        (*place)->id = id;
    }
    return m_last = place->get();
}

/// The same, by a way that is in some cache. A place may have been another device's, so the ID has to be that very
/// text.
Dossier *Dossiers::at(std::optional<quint32> place, const QString &id)
{
    if (!place)
        return of(id);
    if (*place < m_byPlace.size() && m_byPlace[*place] && m_byPlace[*place]->id.isSharedWith(id))
        return m_last = m_byPlace[*place];
    Dossier *const known = of(id);
    if (!known)
        return nullptr;
    known->id = id;
    if (known->place && m_byPlace[*known->place] == known)
        m_byPlace[*known->place] = nullptr;
    known->place = place;
    if (*place >= m_byPlace.size())
        m_byPlace.resize(*place + 1);
    m_byPlace[*place] = known;
    return known;
}

Dossier *Dossiers::ofChannel(const Trace &trace)
{
    const bool isBye = trace.head.method == SipMethod::Bye, isAck = trace.head.method == SipMethod::Ack;
    const bool call = isAck || isBye || trace.head.method == SipMethod::Invite
        || trace.head.method == SipMethod::Cancel;
    if (!call || faultOf(trace.head.to.uri.user) != IdFault::None)
        return nullptr;
    const QString id = printable(trace.head.to.uri.user);
    if (!m_byId.contains(id)) {
        if (isAck || isBye || m_channels >= Findings::maxChannels || typeOf(trace.head.to.uri.user) == IdType::Platform)
            return nullptr; // a device calls its platform to talk
        ++m_channels;
    }
    Dossier *const known = of(id);
    if (known && trace.isRequest() && !isAck && trace.repeatOf == 0)
        noteCall(trace.number, id);
    return known;
}

/// Whose call it is, for what does not come.
void Dossiers::noteCall(quint64 number, const QString &id)
{
    m_calls.emplace(number, id);
    if (m_calls.size() > static_cast<std::size_t>(Findings::maxChannels))
        m_calls.erase(m_calls.begin());
}

QString Dossiers::calledBy(quint64 number) const
{
    const auto call = m_calls.find(number);
    return call == m_calls.end() ? QString() : call->second;
}

void Dossiers::prefetch(quint32 place) const
{
    if (place < m_byPlace.size() && m_byPlace[place])
        m_byPlace[place]->prefetchWarm();
}

void Dossiers::forget(const QString &id)
{
    if (const Dossier *const gone = known(id); gone && gone->place && m_byPlace[*gone->place] == gone)
        m_byPlace[*gone->place] = nullptr;
    m_byId.remove(id);
    m_last = nullptr;
}

} // namespace gb
