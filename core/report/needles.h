#pragma once
#include <QByteArray>
#include <QHash>

#include <functional>
#include <string_view>
#include <vector>

namespace gb {

/// Texts that are looked for in others, as whole words: no letter or digit of ASCII stands next to one of theirs.
/// Time is about linear in the octets that are looked through.
class Needles
{
public:
    static constexpr qsizetype shortest = 6, longest = 256, most = 8192;

    void clear();
    /// Of `shortest` to `longest` octets. False where there is no room. Once more is no fault.
    bool add(const QByteArray &text);
    bool isEmpty() const { return m_texts.empty(); }
    void find(std::string_view text, const std::function<void(std::size_t from, std::size_t to)> &found) const;

private:
    std::vector<QByteArray> m_texts;
    QMultiHash<quint32, quint32> m_byStart; ///< first four octets; index of m_texts
    std::vector<bool> m_maybe;              ///< by a hash of them
};

} // namespace gb
