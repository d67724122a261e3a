#include "core/findings/findinglog.h"

#include "core/findings/causes.h"

namespace gb {

void FindingLog::raise(
    FindingCode code, const QString &device, Words words, TimePoint at, std::initializer_list<quint64> messages)
{
    if ((m_times != Times::Right && comparesClocks(code)) || (m_times == Times::Unknown && comesOfTime(code)))
        return;
    const Key key = keyOf(code, device, words.a);
    Entry *entry = m_byKey.value(key, nullptr);
    if (!entry) {
        entry = add(key);
        if (!entry) {
            ++m_unlisted;
            return;
        }
        entry->finding.code = code;
        entry->finding.device = device;
    }
    Finding &finding = entry->finding;
    finding.a = std::move(words.a);
    finding.b = std::move(words.b);
    finding.c = std::move(words.c);
    const bool isNew = finding.count == 0 || finding.over;
    count(*entry, at, messages);
    if (isNew)
        link(*entry);
}

/// One that begins: what it follows from, and what follows from it.
void FindingLog::link(Entry &entry)
{
    Finding &finding = entry.finding;
    finding.because = 0;
    for (const causes::Link &link : causes::all) {
        if (link.effect == finding.code) {
            const Entry *const root = m_byKey.value(keyOf(link.root, link.ofSite ? QString() : finding.device, {}));
            if (root && finding.because == 0)
                linkTo(entry, root->finding);
        } else if (link.root == finding.code && !link.ofSite) {
            if (Entry *const effect = m_byKey.value(keyOf(link.effect, finding.device, {})))
                linkTo(*effect, finding);
        } else if (link.root == finding.code) {
            for (Entry &effect : m_entries) {
                if (effect.finding.code == link.effect)
                    linkTo(effect, finding);
            }
        }
    }
}

void FindingLog::linkTo(Entry &effect, const Finding &root)
{
    if (effect.finding.over || effect.finding.because != 0 || !causes::explains(root, effect.finding))
        return;
    effect.finding.because = root.id;
    tell(effect);
}

void FindingLog::again(FindingCode code, const QString &device, TimePoint at, quint64 message)
{
    if (Entry *const entry = m_byKey.value(keyOf(code, device, {}), nullptr))
        count(*entry, at, {message});
}

void FindingLog::count(Entry &entry, TimePoint at, std::initializer_list<quint64> messages)
{
    Finding &finding = entry.finding;
    finding.first = finding.count == 0 ? at : std::min(finding.first, at); // a record's time may go back
    finding.last = finding.count == 0 ? at : std::max(finding.last, at);
    m_over -= std::exchange(finding.over, false) ? 1 : 0;
    ++finding.count;
    for (const quint64 number : messages) {
        if (number == 0 || finding.messages.contains(number))
            continue;
        if (finding.messages.size() >= Finding::maxProof)
            finding.messages.removeAt(Finding::maxProof / 2); // how it began stays, and how it is now
        finding.messages.append(number);
    }
    tell(entry);
}

void FindingLog::end(FindingCode code, const QString &device, TimePoint at, const QString &a)
{
    Entry *const entry = m_byKey.value(keyOf(code, device, a), nullptr);
    if (!entry || entry->finding.over)
        return;
    entry->finding.over = true;
    entry->finding.overAt = std::max(at, entry->finding.last);
    ++m_over;
    tell(*entry);
}

FindingLog::Entry *FindingLog::add(const Key &key)
{
    Entry *entry = nullptr;
    if (m_entries.size() < capacity) {
        entry = &m_entries.emplace_back();
    } else {
        if (m_over == 0)
            return nullptr;
        while (!m_entries[m_turn].finding.over)
            m_turn = (m_turn + 1) % m_entries.size();
        entry = &m_entries[m_turn];
        m_byKey.remove(keyOf(entry->finding.code, entry->finding.device, entry->finding.a));
        entry->finding = {};
        --m_over;
    }
    entry->finding.id = ++m_lastId;
    m_byKey.insert(key, entry);
    return entry;
}

void FindingLog::tell(Entry &entry)
{
    if (!std::exchange(entry.changed, true))
        m_changed.push_back(&entry);
}

QList<Finding> FindingLog::all() const
{
    QList<Finding> out;
    for (const Entry &entry : m_entries)
        out.append(entry.finding);
    return out;
}

QList<Finding> FindingLog::take()
{
    QList<Finding> out;
    out.reserve(static_cast<qsizetype>(m_changed.size()));
    for (Entry *entry : m_changed) {
        entry->changed = false;
        out.append(entry->finding);
    }
    m_changed.clear();
    return out;
}

} // namespace gb
