#include "core/filter/textpattern.h"

namespace gb::filter {
namespace {

constexpr QChar anyCharacter(0xfdd0); // no character, of nobody's text

} // namespace

TextPattern::TextPattern(const QString &text, bool within, bool wild)
    : m_within(within)
{
    QString folded = text.toCaseFolded();
    if (!wild) {
        m_parts.append(folded);
        return;
    }
    m_any = folded.contains(u'?');
    m_parts = folded.replace(u'?', anyCharacter).split(u'*');
}

bool TextPattern::isAt(QStringView text, qsizetype at, QStringView part) const
{
    if (at < 0 || at + part.size() > text.size())
        return false;
    for (qsizetype i = 0; i < part.size(); ++i) {
        if (part[i] != text[at + i] && part[i] != anyCharacter)
            return false;
    }
    return true;
}

qsizetype TextPattern::find(QStringView text, qsizetype from, QStringView part) const
{
    if (!m_any)
        return text.indexOf(part, from);
    for (qsizetype at = from; at + part.size() <= text.size(); ++at) {
        if (isAt(text, at, part))
            return at;
    }
    return -1;
}

/// The first place of each part behind the one before: no other choice of places can do better.
bool TextPattern::matchesFolded(QStringView text) const
{
    if (m_parts.isEmpty())
        return true;
    qsizetype at = 0, first = 0, last = m_parts.size();
    if (!m_within) {
        if (m_parts.size() == 1)
            return text.size() == m_parts.constFirst().size() && isAt(text, 0, m_parts.constFirst());
        if (!isAt(text, 0, m_parts.constFirst()))
            return false;
        at = m_parts.constFirst().size();
        first = 1;
        --last;
    }
    for (qsizetype i = first; i < last; ++i) {
        at = find(text, at, m_parts.at(i));
        if (at < 0)
            return false;
        at += m_parts.at(i).size();
    }
    const QString &end = m_parts.constLast();
    return m_within || (text.size() - end.size() >= at && isAt(text, text.size() - end.size(), end));
}

} // namespace gb::filter
