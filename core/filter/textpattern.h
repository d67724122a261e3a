#pragma once
#include <QString>
#include <QStringList>

namespace gb::filter {

/// A text with wildcards, `*` any characters, `?` one, compared without case. Of a text of n characters and a pattern
/// of m the work is n·m at most, whatever stands in them.
class TextPattern
{
public:
    TextPattern() = default;
    /// `within`: it may stand anywhere in a text. `wild`: * and ? are wildcards.
    TextPattern(const QString &text, bool within, bool wild);

    bool matches(const QString &text) const { return matchesFolded(text.toCaseFolded()); }
    bool matchesFolded(QStringView text) const;
    bool hasWildcards() const { return m_parts.size() > 1 || m_any; }
    bool isEmpty() const { return m_parts.isEmpty() || (m_parts.size() == 1 && m_parts.constFirst().isEmpty()); }

private:
    bool isAt(QStringView text, qsizetype at, QStringView part) const;
    qsizetype find(QStringView text, qsizetype from, QStringView part) const;

    QStringList m_parts; ///< between the stars
    bool m_within = false;
    bool m_any = false; ///< has a ?, which stands in the parts as `anyCharacter`
};

} // namespace gb::filter
