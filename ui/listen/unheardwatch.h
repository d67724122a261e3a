#pragma once
#include "core/base/clock.h"

#include <optional>

namespace gb::ui {

/// Whether it is time to say what to check: it listens, and nothing has come for a while. Said once for each listening.
class UnheardWatch
{
public:
    static constexpr Duration patience = std::chrono::seconds(30);

    void begin(TimePoint now)
    {
        m_since = now;
        m_said = false;
    }
    /// Something came, or it listens no more.
    void end() { m_since.reset(); }

    bool isWaiting() const { return m_since.has_value(); }
    Duration waited(TimePoint now) const { return m_since ? now - *m_since : Duration::zero(); }
    /// True the first time that it is due.
    bool isDue(TimePoint now)
    {
        if (m_said || waited(now) < patience)
            return false;
        m_said = true;
        return true;
    }

private:
    std::optional<TimePoint> m_since;
    bool m_said = false;
};

} // namespace gb::ui
