#include "ui/play/playcurve.h"

#include <algorithm>

namespace gb::ui {

void PlayCurve::take(TimePoint begin, TimePoint now, quint64 bytes, quint64 lost)
{
    m_whole = std::max(m_whole, now - begin);
    while (static_cast<quint64>(m_whole / m_length) >= maxSteps)
        halve();
    const auto at = static_cast<std::size_t>(m_whole / m_length);
    if (m_steps.size() <= at)
        m_steps.resize(at + 1);
    // Another stream may have become the main one, and a packet may have come late: then there is less
    m_steps[at].bytes += bytes > m_bytes ? bytes - m_bytes : 0;
    m_steps[at].lost += lost > m_lost ? lost - m_lost : 0;
    m_bytes = bytes;
    m_lost = lost;
}

void PlayCurve::halve()
{
    std::vector<Step> half((m_steps.size() + 1) / 2);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        half[i / 2].bytes += m_steps[i].bytes;
        half[i / 2].lost += m_steps[i].lost;
    }
    m_steps = std::move(half);
    m_length *= 2;
}

std::optional<double> PlayCurve::rate(std::size_t step) const
{
    const Duration begin = m_length * static_cast<qint64>(step);
    const Duration took = std::min(m_length, m_whole - begin);
    if (step >= m_steps.size() || took < firstLength / 2)
        return std::nullopt;
    return static_cast<double>(m_steps[step].bytes) * 8 / inSeconds(took);
}

double PlayCurve::highest() const
{
    double most = 0;
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        most = std::max(most, rate(i).value_or(0));
    return most;
}

double PlayCurve::lowest() const
{
    double least = highest();
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        least = std::min(least, rate(i).value_or(least));
    return least;
}

int PlayCurve::lossySteps() const
{
    return static_cast<int>(
        std::count_if(m_steps.begin(), m_steps.end(), [](const Step &one) { return one.lost > 0; }));
}

} // namespace gb::ui
