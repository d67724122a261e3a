#pragma once
#include <QString>

#include <string>
#include <vector>

namespace gb::ui {

/**
 * Texts kept once each and named by a number, in one block of UTF-8: a Call-ID of 40 characters costs about 56 octets, a QString in a QHash about 200.
 * Index 0 is the empty text. Indices hold until clear().
 */
class TextTable
{
public:
    TextTable() { clear(); }

    quint32 intern(const QString &text);
    QString text(quint32 index) const;
    quint32 count() const { return static_cast<quint32>(m_ends.size()); }
    /// Octets of all texts.
    std::size_t octets() const { return m_octets.size(); }
    /// What the table takes, in octets, by the capacity of its parts.
    std::size_t memory() const { return m_octets.capacity() + (m_ends.capacity() + m_slots.capacity()) * sizeof(quint32); }
    void clear();

private:
    std::string_view view(quint32 index) const;
    std::size_t slotOf(std::string_view text) const;
    void grow();

    std::string m_octets;
    std::vector<quint32> m_ends;  ///< where each text ends in m_octets
    std::vector<quint32> m_slots; ///< open hash of index + 1; the size is a power of two
};

} // namespace gb::ui
