#include "core/server/challengeforms.h"

namespace gb {

ChallengeForm ChallengeForms::firstOf(std::string_view id) const
{
    return m_variants && !m_learnt.isEmpty()
        ? m_learnt.value(QByteArray::fromRawData(id.data(), static_cast<qsizetype>(id.size())), m_first)
        : m_first;
}

ChallengeForm ChallengeForms::current(std::string_view id, const IpAddress &address) const
{
    const auto found = m_tries.constFind(keyOf(id, address));
    return found == m_tries.constEnd() ? firstOf(id) : found->form;
}

ChallengeForm ChallengeForms::next(std::string_view id, const IpAddress &address)
{
    if (!m_variants)
        return m_first;
    const Key128 key = keyOf(id, address);
    auto found = m_tries.find(key);
    if (found == m_tries.end()) {
        if (m_tries.size() >= capacity)
            m_tries.clear(); // a flood of IDs; who is in earnest begins again
        found = m_tries.insert(key, {.form = firstOf(id)});
    }
    if (found->sent >= patience)
        *found = {.form = nextForm(found->form)};
    ++found->sent;
    return found->form;
}

void ChallengeForms::repeated(std::string_view id, const IpAddress &address)
{
    const auto found = m_tries.find(keyOf(id, address));
    if (found != m_tries.end())
        found->sent = std::max(0, found->sent - 1);
}

void ChallengeForms::answered(std::string_view id, const IpAddress &address)
{
    const auto found = m_tries.find(keyOf(id, address));
    if (found != m_tries.end())
        found->sent = 0;
}

void ChallengeForms::worked(std::string_view id, const IpAddress &address)
{
    const auto found = m_tries.find(keyOf(id, address));
    if (found == m_tries.end())
        return;
    const QByteArray name(id.data(), static_cast<qsizetype>(id.size()));
    if (found->form == m_first)
        m_learnt.remove(name);
    else if (m_learnt.size() < capacity || m_learnt.contains(name))
        m_learnt.insert(name, found->form);
    m_tries.erase(found);
}

} // namespace gb
