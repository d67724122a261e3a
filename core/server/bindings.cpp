#include "core/server/bindings.h"

namespace gb {
namespace {

QByteArray view(std::string_view id)
{
    return QByteArray::fromRawData(id.data(), static_cast<qsizetype>(id.size()));
}

} // namespace

const Binding *Bindings::find(std::string_view id) const
{
    const auto found = m_byId.constFind(view(id));
    return found == m_byId.constEnd() ? nullptr : &*found;
}

bool Bindings::set(std::string_view id, const Binding &binding)
{
    if (!find(id) && m_byId.size() >= capacity)
        return false;
    remove(id);
    const QByteArray key(id.data(), static_cast<qsizetype>(id.size()));
    m_byId.insert(key, binding);
    m_expiry.emplace(binding.expiresAt, key);
    ++m_places[placeOf(binding.source, binding.callId)];
    return true;
}

void Bindings::remove(std::string_view id)
{
    const auto found = m_byId.constFind(view(id));
    if (found == m_byId.constEnd())
        return;
    m_expiry.erase({found->expiresAt, found.key()});
    const quint64 place = placeOf(found->source, found->callId);
    if (--m_places[place] <= 0)
        m_places.remove(place);
    m_byId.erase(found);
}

void Bindings::expire(TimePoint now)
{
    while (!m_expiry.empty() && m_expiry.begin()->first <= now) {
        const QByteArray id = m_expiry.begin()->second;
        remove({id.constData(), static_cast<std::size_t>(id.size())});
    }
}

bool Bindings::holds(const Endpoint &source, quint64 callId) const
{
    return m_places.contains(placeOf(source, callId));
}

} // namespace gb
