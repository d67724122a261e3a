#pragma once
#include <QtGlobal>

#include <algorithm>

namespace gb::ui {

/// How much room a row of the ladder has.
enum class Density : quint8 {
    Overview, ///< a thin line: hundreds of messages in sight, no words
    Compact,  ///< no room between the lines of text
    Normal,
    Roomy ///< a second line: between which addresses, how many octets, which Call-ID
};

constexpr int densities = 4;

/// One with more room, by -1 with less; the last one stays.
constexpr Density stepped(Density density, int by)
{
    return static_cast<Density>(std::clamp(static_cast<int>(density) + by, 0, densities - 1));
}

/// Notches of a wheel; a touch pad tells parts of them.
class Notches
{
public:
    /// 1 or -1 where a notch is full; what was begun the other way is forgotten.
    int take(int delta)
    {
        constexpr int notch = 120;
        m_part = (delta > 0) == (m_part > 0) ? m_part + delta : delta;
        const int full = m_part >= notch ? 1 : m_part <= -notch ? -1 : 0;
        m_part = full == 0 ? m_part : 0;
        return full;
    }

private:
    int m_part = 0;
};

} // namespace gb::ui
