#pragma once
#include <QByteArray>
#include <QString>

#include <algorithm>
#include <string_view>

namespace gb {

/// A text that crosses threads a million times: up to 47 octets of UTF-8 stand in place, so that one thread need not
/// allocate what another one frees.
class SmallText
{
public:
    SmallText() = default;
    SmallText(const QString &text) // NOLINT: it is the same text
    {
        if (text.size() <= static_cast<qsizetype>(room)) { // nearly every one
            const QChar *const from = text.constData();
            const auto size = static_cast<std::size_t>(text.size());
            char16_t all = 0;
            for (std::size_t i = 0; i < size; ++i) {
                all |= from[i].unicode();
                m_octets[i] = static_cast<char>(from[i].unicode());
            }
            if (all < 0x80) {
                m_size = static_cast<quint8>(size);
                return;
            }
        }
        const QByteArray utf8 = text.toUtf8();
        set({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    }
    static SmallText fromUtf8(std::string_view utf8)
    {
        SmallText text;
        text.set(utf8);
        return text;
    }

    std::string_view view() const
    {
        return m_long.isEmpty() ? std::string_view(m_octets, m_size)
                                : std::string_view(m_long.constData(), static_cast<std::size_t>(m_long.size()));
    }
    bool isEmpty() const { return m_size == 0 && m_long.isEmpty(); }
    QString toString() const
    {
        const std::string_view text = view();
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    operator QString() const { return toString(); } // NOLINT: it is the same text
    bool operator==(const SmallText &other) const { return view() == other.view(); }

private:
    static constexpr std::size_t room = 47;

    void set(std::string_view utf8)
    {
        if (utf8.size() > room) {
            m_long = QByteArray(utf8.data(), static_cast<qsizetype>(utf8.size()));
            return;
        }
        m_size = static_cast<quint8>(utf8.size());
        std::copy(utf8.begin(), utf8.end(), m_octets); // of an empty one there may be no octets at all
    }

    quint8 m_size = 0;
    char m_octets[room];
    QByteArray m_long;
};

} // namespace gb
