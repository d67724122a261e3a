#pragma once
#include "core/base/placeindex.h"
#include "core/ladder/texttable.h"

namespace gb {

/// The methods and CmdTypes of a record, each pair named by a number of 12 bits; 0 is that of no words. Who makes up
/// thousands of them gets one name for the rest, and leaves those who do not theirs.
class WordPairs
{
public:
    static constexpr std::size_t most = 4000; ///< pairs; the other numbers are for what comes then

    WordPairs()
        : m_pairs(1)
    {
    }

    quint32 intern(const QString &method, const QString &command);
    QString method(std::size_t pair) const { return m_words.text(m_pairs[pair].method); }
    QString command(std::size_t pair) const { return m_words.text(m_pairs[pair].command); }
    bool hasCommand(std::size_t pair) const { return m_pairs[pair].command != 0; }
    std::size_t count() const { return m_pairs.size(); }
    /// Octets of the texts.
    std::size_t memory() const { return m_words.memory(); }

private:
    static constexpr std::size_t maxCommon = 12;

    struct Pair
    {
        quint32 method = 0, command = 0; ///< words
        bool operator==(const Pair &) const = default;
    };

    quint32 internWord(const QString &word, bool add);
    quint32 internPair(Pair pair, std::size_t room);

    TextTable m_words;
    std::vector<std::pair<QString, quint32>> m_common; ///< the first words, which are nearly all
    std::vector<Pair> m_pairs;
    PlaceIndex m_index; ///< of them
};

} // namespace gb
