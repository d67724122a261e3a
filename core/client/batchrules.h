#pragma once
#include "core/base/clock.h"
#include "core/client/command.h"

#include <algorithm>

namespace gb {

/**
 * So many questions a second, evenly. Who is a little late, for its timer was, makes up for that, up to `slack`: no
 * second has more than perSecond * (1 + slack) + 1 of them. Time is of the caller.
 */
class AskRate
{
public:
    static constexpr int usual = 20, most = 1000;
    static constexpr std::chrono::milliseconds slack{50};

    /// 0: without a limit.
    explicit AskRate(int perSecond = usual)
        : m_step(perSecond > 0 ? Duration(std::chrono::seconds(1)) / std::min(perSecond, most) : Duration::zero())
    {
    }

    /// The next one may go then.
    TimePoint next() const { return m_next; }
    bool mayGo(TimePoint now) const { return m_step == Duration::zero() || now >= m_next; }
    /// One went.
    void went(TimePoint now) { m_next = (m_next + slack >= now ? m_next : now) + m_step; }

private:
    Duration m_step;
    TimePoint m_next{};
};

/// It is a question about a channel as well, or an order to one. Others are of a whole device: its list, its hardware.
bool isForChannels(const AskCommand &command);

} // namespace gb
