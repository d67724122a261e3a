#include "core/ladder/wordpairs.h"

namespace gb {

/// 0 where it is neither known nor to be added.
quint32 WordPairs::internWord(const QString &word, bool add)
{
    for (const auto &[text, index] : m_common) {
        if (text == word)
            return index;
    }
    const quint32 known = m_words.find(word);
    if (known != 0 || !add)
        return known;
    const quint32 index = m_words.intern(word);
    if (m_common.size() < maxCommon)
        m_common.emplace_back(word, index);
    return index;
}

quint32 WordPairs::intern(const QString &method, const QString &command)
{
    if (method.isEmpty() && command.isEmpty())
        return 0;
    const bool room = m_pairs.size() < most;
    const quint32 first = method.isEmpty() ? 0 : internWord(method, room),
                  second = command.isEmpty() ? 0 : internWord(command, room);
    const bool known = (first != 0 || method.isEmpty()) && (second != 0 || command.isEmpty());
    if (const quint32 pair = known ? internPair({first, second}, most) : 0)
        return pair;
    const quint32 other = internWord(QStringLiteral("\u2026"), true);
    const quint32 pair = first == 0 ? 0 : internPair({first, other}, most + 90);
    return pair != 0 ? pair : internPair({other, other}, most + 91);
}

/// 0 where there is no room for another one.
quint32 WordPairs::internPair(Pair pair, std::size_t room)
{
    const quint64 hash = (quint64{pair.method} << 13 ^ pair.command) * 0x9e3779b97f4a7c15ULL >> 32; // the words are our
                                                                                                    // own numbers:
                                                                                                    // nobody can aim
    if (const auto known = m_index.find(hash, [&](quint32 place) { return m_pairs[place] == pair; }))
        return *known;
    if (m_pairs.size() >= room)
        return 0;
    const auto place = static_cast<quint32>(m_pairs.size());
    m_pairs.push_back(pair);
    m_index.insert(hash, place);
    return place;
}

} // namespace gb
