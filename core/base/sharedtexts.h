#pragma once
#include <QSet>
#include <QString>

namespace gb {

/// Texts that many have in common, each kept once: a firmware's name in ten thousand devices is half a megabyte less.
/// What comes when it is full is not shared. For one thread.
class SharedTexts
{
public:
    static constexpr qsizetype capacity = 256;

    /// The same text.
    QString shared(const QString &text)
    {
        if (text.isEmpty())
            return {};
        if (m_texts.size() < capacity)
            return *m_texts.insert(text);
        const auto known = m_texts.constFind(text);
        return known == m_texts.constEnd() ? text : *known;
    }

private:
    QSet<QString> m_texts;
};

} // namespace gb
