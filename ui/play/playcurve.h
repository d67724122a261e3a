#pragma once
#include "core/base/clock.h"

#include <vector>

namespace gb::ui {

/// Bit rate and losses of one play over time, in steps of equal length. Bounded: where there would be too many steps,
/// two become one. Pure.
class PlayCurve
{
public:
    static constexpr std::size_t maxSteps = 240; ///< two minutes at the first length
    static constexpr Duration firstLength = std::chrono::milliseconds(500);

    struct Step
    {
        quint64 bytes = 0; ///< of payload
        quint64 lost = 0;  ///< packets that were found to be missing
    };

    /// What there is of it by now; `begin`: its first packet, the same each time. Time that runs backwards is none.
    void take(TimePoint begin, TimePoint now, quint64 bytes, quint64 lost);

    const std::vector<Step> &steps() const { return m_steps; }
    Duration length() const { return m_length; }
    /// Until the last take().
    Duration whole() const { return m_whole; }
    /// Bits a second; the last step is shorter, and has none while it is very short.
    std::optional<double> rate(std::size_t step) const;
    /// The highest and the lowest one; 0 where there is none.
    double highest() const;
    double lowest() const;
    /// In how many steps packets were lost.
    int lossySteps() const;

private:
    void halve();

    std::vector<Step> m_steps;
    Duration m_length = firstLength, m_whole{};
    quint64 m_bytes = 0, m_lost = 0;
};

} // namespace gb::ui
