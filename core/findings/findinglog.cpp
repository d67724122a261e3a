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
    if (std::exchange(entry->withdrawn, false)) {
        finding.count = 0;
        finding.messages.clear();
    }
    count(*entry, at, messages);
    if (isNew)
        link(*entry);
    judgeDoubt(*entry, at);
}

void FindingLog::judgeDoubt(Entry &entry, TimePoint at)
{
    if (!restsOnAbsence(entry.finding.code))
        return;
    if (m_doubtsAll)
        doubt(entry, FindingCode::RecordIncomplete);
    else if (at >= m_gapFrom && at < m_gapReach)
        doubt(entry, FindingCode::RecordGap);
    else
        entry.finding.doubtful = isShort(entry.finding);
}

bool FindingLog::isShort(const Finding &finding) const
{
    return m_isCapture && isOfOneMoment(finding.code) && finding.last - finding.first < apart;
}

void FindingLog::doubtAll(bool on)
{
    if (!on) {
        m_doubtsAll = false; // what was found meanwhile is seen again, or stays doubtful
        return;
    }
    const bool hasCause = m_byKey.contains(keyOf(FindingCode::RecordIncomplete, {}, {}));
    if (m_doubtsAll && m_doubtHasCause == hasCause)
        return;
    m_doubtsAll = true;
    m_doubtHasCause = hasCause;
    for (Entry &entry : m_entries) {
        if (restsOnAbsence(entry.finding.code))
            doubt(entry, FindingCode::RecordIncomplete);
    }
}

void FindingLog::doubtGap(TimePoint from, TimePoint to)
{
    m_gapFrom = std::min(m_gapFrom, from);
    m_gapReach = to + reach;
    for (Entry &entry : m_entries) {
        if (restsOnAbsence(entry.finding.code) && entry.finding.last >= from)
            doubt(entry, FindingCode::RecordGap);
    }
}

/// What stands at the bottom of it is the record's fault, as far as is known.
void FindingLog::doubt(Entry &entry, FindingCode root)
{
    const Entry *const cause = m_byKey.value(keyOf(root, {}, {}));
    const bool isFolded = entry.finding.because != 0 || !cause;
    if (entry.finding.doubtful && isFolded)
        return;
    entry.finding.doubtful = true;
    if (!isFolded)
        entry.finding.because = cause->finding.id;
    tell(entry);
}

/// One that begins: what it follows from, and what follows from it.
void FindingLog::link(Entry &entry)
{
    Finding &finding = entry.finding;
    finding.because = 0;
    using Of = causes::Link::Of;
    for (const causes::Link &link : causes::all) {
        if (link.effect == finding.code) {
            const bool isDevices = link.of == Of::Device;
            const Entry *const root = m_byKey.value(keyOf(
                link.root, isDevices ? finding.device : QString(), link.of == Of::Server ? finding.c : QString()));
            if (root && finding.because == 0)
                linkTo(entry, root->finding);
        } else if (link.root == finding.code && link.of == Of::Device) {
            if (Entry *const effect = m_byKey.value(keyOf(link.effect, finding.device, {})))
                linkTo(*effect, finding);
        } else if (link.root == finding.code) {
            for (Entry &effect : m_entries) {
                if (effect.finding.code == link.effect && (link.of == Of::Site || effect.finding.c == finding.a))
                    linkTo(effect, finding);
            }
        }
    }
}

void FindingLog::linkTo(Entry &effect, const Finding &root)
{
    // Who goes on under another ID is not one of many that fell silent, if that was said before
    const bool isCloser = root.code == FindingCode::IdChanged && effect.finding.code == FindingCode::WentSilent;
    if (effect.finding.over || (effect.finding.because != 0 && !isCloser) || !causes::explains(root, effect.finding))
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
    for (const quint64 number : messages)
        prove(finding, number);
    tell(entry);
}

void FindingLog::prove(Finding &finding, quint64 message)
{
    if (message == 0 || finding.messages.contains(message))
        return;
    if (finding.messages.size() >= Finding::maxProof)
        finding.messages.removeAt(Finding::maxProof / 2); // how it began stays, and how it is now
    finding.messages.append(message);
}

void FindingLog::turn(FindingCode from, FindingCode to, const QString &device, Words words, quint64 message)
{
    Entry *entry = m_byKey.value(keyOf(from, device, words.a), nullptr);
    if (!entry)
        return;
    Entry *const there = from == to ? nullptr : m_byKey.value(keyOf(to, device, words.a), nullptr);
    if (there) {
        join(*there, *entry);
        entry = there;
    } else if (from != to) {
        m_byKey.remove(keyOf(from, device, words.a));
        m_byKey.insert(keyOf(to, device, words.a), entry);
    }
    prove(entry->finding, message);
    entry->finding.code = to;
    if (from != to)
        entry->finding.causes.clear(); // those of another question
    entry->finding.a = std::move(words.a);
    entry->finding.b = std::move(words.b);
    entry->finding.c = std::move(words.c);
    tell(*entry);
    if (from == to)
        return;
    link(*entry);
    judgeDoubt(*entry, entry->finding.last);
}

void FindingLog::weigh(FindingCode code, const QString &device, QList<CompetingCause> causes, const QString &a)
{
    Entry *const entry = m_byKey.value(keyOf(code, device, a), nullptr);
    if (!entry || entry->finding.causes == causes)
        return;
    entry->finding.causes = std::move(causes);
    tell(*entry);
}

void FindingLog::refused(FindingCode code, const QString &device, const QString &status)
{
    if (Entry *const entry = m_byKey.value(keyOf(code, device, {}), nullptr)) {
        entry->finding.c = status;
        tell(*entry);
        link(*entry);
    }
}

/// One that was over goes on as the other one.
void FindingLog::join(Entry &into, Entry &from)
{
    Finding &one = into.finding, &other = from.finding;
    one.first = std::min(one.first, other.first);
    one.last = std::max(one.last, other.last);
    one.count += other.count;
    one.messages = (one.messages + other.messages).mid(0, Finding::maxProof);
    m_over -= std::exchange(one.over, false) ? 1 : 0;
    if (!std::exchange(other.over, true))
        ++m_over;
    other.overAt = other.last;
    tell(from);
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

void FindingLog::withdraw(FindingCode code, const QString &device, TimePoint at, const QString &a)
{
    end(code, device, at, a);
    Entry *const entry = m_byKey.value(keyOf(code, device, a), nullptr);
    if (!entry || std::exchange(entry->withdrawn, true))
        return;
    for (Entry &effect : m_entries) {
        if (effect.finding.because == entry->finding.id) {
            effect.finding.because = 0;
            tell(effect);
        }
    }
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
        entry->withdrawn = false;
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
    for (const Entry &entry : m_entries) {
        if (!entry.withdrawn)
            out.append(entry.finding);
    }
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
