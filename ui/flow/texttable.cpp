#include "ui/flow/texttable.h"

#include <QHashFunctions>

namespace gb::ui {

void TextTable::clear()
{
    m_octets = {};
    m_ends = {0};
    m_slots.assign(64, 0);
    m_slots[slotOf({})] = 1;
}

std::string_view TextTable::view(quint32 index) const
{
    const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_octets).substr(begin, m_ends[index] - begin);
}

QString TextTable::text(quint32 index) const
{
    const std::string_view octets = view(index);
    return QString::fromUtf8(octets.data(), static_cast<qsizetype>(octets.size()));
}

std::size_t TextTable::slotOf(std::string_view text) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = qHashBits(text.data(), text.size(), 0) & mask;
    while (m_slots[slot] != 0 && view(m_slots[slot] - 1) != text)
        slot = (slot + 1) & mask;
    return slot;
}

quint32 TextTable::intern(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const std::string_view octets(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    if (const quint32 found = m_slots[slotOf(octets)]; found != 0)
        return found - 1;
    if (m_ends.size() * 2 >= m_slots.size())
        grow();
    const std::size_t slot = slotOf(octets);
    m_octets.append(octets);
    m_ends.push_back(static_cast<quint32>(m_octets.size()));
    return (m_slots[slot] = count()) - 1;
}

void TextTable::grow()
{
    m_slots.assign(m_slots.size() * 2, 0);
    for (quint32 index = 0; index < count(); ++index)
        m_slots[slotOf(view(index))] = index + 1;
}

} // namespace gb::ui
