#include "core/ladder/texttable.h"

#include "core/base/prefetch.h"
#include "core/base/rollinghash.h"

#include <algorithm>
#include <cstring>

namespace gb {

void TextTable::clear()
{
    m_blocks.clear();
    m_used = blockSize;
    m_octets = 0;
    m_starts = {};
    m_slots.assign(64, 0);
    intern(std::string_view());
}

std::string_view TextTable::view(quint32 index) const
{
    const char *const at = m_blocks[m_starts[index] / blockSize].get() + m_starts[index] % blockSize;
    quint16 size = 0;
    std::memcpy(&size, at, sizeof size);
    return {at + sizeof size, size};
}

QString TextTable::text(quint32 index) const
{
    const std::string_view octets = view(index);
    return QString::fromUtf8(octets.data(), static_cast<qsizetype>(octets.size()));
}

/// Where it stands, or would.
TextTable::Place TextTable::placeOf(std::string_view text) const
{
    const std::size_t mask = m_slots.size() - 1;
    const std::size_t hash = seededHash(text);
    const quint32 tag = static_cast<quint32>(hash >> 32) & ~maxCount;
    std::size_t slot = hash & mask;
    while (m_slots[slot] != 0 && ((m_slots[slot] & ~maxCount) != tag || view((m_slots[slot] & maxCount) - 1) != text))
        slot = (slot + 1) & mask;
    return {slot, tag};
}

void TextTable::prefetch(std::string_view utf8) const
{
    const std::string_view text = utf8.substr(0, maxText);
    gb::prefetch(&m_slots[seededHash(text) & (m_slots.size() - 1)]);
}

quint32 TextTable::intern(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return intern(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

quint32 TextTable::find(const QString &text) const
{
    const QByteArray utf8 = text.toUtf8();
    const Place place = placeOf(
        std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())).substr(0, maxText));
    return m_slots[place.slot] == 0 ? 0 : (m_slots[place.slot] & maxCount) - 1;
}

quint32 TextTable::intern(std::string_view utf8)
{
    const std::string_view text = utf8.substr(0, maxText);
    Place place = placeOf(text);
    if (m_slots[place.slot] != 0)
        return (m_slots[place.slot] & maxCount) - 1;
    if (count() == maxCount)
        return 0;
    if (m_starts.size() * 2 >= m_slots.size()) {
        grow();
        place = placeOf(text);
    }
    const auto size = static_cast<quint16>(text.size());
    if (m_used + sizeof size + text.size() > blockSize) {
        m_blocks.push_back(std::make_unique<char[]>(blockSize));
        m_used = 0;
    }
    m_starts.push_back(static_cast<quint32>((m_blocks.size() - 1) * blockSize + m_used));
    char *const at = m_blocks.back().get() + m_used;
    std::memcpy(at, &size, sizeof size);
    std::copy(text.begin(), text.end(), at + sizeof size);
    m_used += sizeof size + text.size();
    m_octets += text.size();
    m_slots[place.slot] = place.tag | count();
    return count() - 1;
}

void TextTable::grow()
{
    m_slots.assign(m_slots.size() * 2, 0);
    for (quint32 index = 0; index < count(); ++index) {
        const Place place = placeOf(view(index));
        m_slots[place.slot] = place.tag | (index + 1);
    }
}

} // namespace gb
