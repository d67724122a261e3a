#include "core/report/needles.h"

#include <algorithm>
#include <cstring>

namespace gb {
namespace {

constexpr std::size_t filterBits = 16;

quint32 startOf(const char *text)
{
    quint32 start = 0;
    std::memcpy(&start, text, sizeof start);
    return start;
}

std::size_t placeOf(quint32 start)
{
    return (start * 2654435761U) >> (32 - filterBits);
}

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

void Needles::clear()
{
    m_texts.clear();
    m_byStart.clear();
    m_maybe.clear();
}

bool Needles::add(const QByteArray &text)
{
    if (text.size() < shortest || text.size() > longest || static_cast<qsizetype>(m_texts.size()) >= most)
        return false;
    constexpr qsizetype mostOfAStart = 64; // texts that somebody made to begin alike cost no more
    const quint32 start = startOf(text.constData());
    const QList<quint32> alike = m_byStart.values(start);
    if (std::any_of(alike.begin(), alike.end(), [&](quint32 one) { return m_texts[one] == text; }))
        return true;
    if (alike.size() >= mostOfAStart)
        return false;
    m_maybe.resize(std::size_t(1) << filterBits);
    m_maybe[placeOf(start)] = true;
    m_byStart.insert(start, static_cast<quint32>(m_texts.size()));
    m_texts.push_back(text);
    return true;
}

void Needles::find(std::string_view text, const std::function<void(std::size_t, std::size_t)> &found) const
{
    if (isEmpty())
        return;
    for (std::size_t at = 0; at + shortest <= text.size(); ++at) {
        const quint32 start = startOf(text.data() + at);
        if (!m_maybe[placeOf(start)])
            continue;
        std::size_t longestHere = 0;
        for (auto one = m_byStart.constFind(start); one != m_byStart.constEnd() && one.key() == start; ++one) {
            const QByteArray &needle = m_texts[*one];
            const auto size = static_cast<std::size_t>(needle.size());
            const bool here = text.size() - at >= size && std::memcmp(text.data() + at, needle.constData(), size) == 0
                && !(at > 0 && isAlnum(text[at]) && isAlnum(text[at - 1]))
                && !(at + size < text.size() && isAlnum(needle.back()) && isAlnum(text[at + size]));
            longestHere = here ? std::max(longestHere, size) : longestHere;
        }
        if (longestHere > 0) {
            found(at, at + longestHere);
            at += longestHere - 1;
        }
    }
}

} // namespace gb
