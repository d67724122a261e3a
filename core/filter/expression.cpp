#include "core/filter/expression.h"

namespace gb::filter {

bool Expression::looksAhead() const
{
    return std::any_of(m_conditions.begin(), m_conditions.end(), [](const Condition &one) {
        if (one.field == Field::State) {
            const auto state = static_cast<State>(one.word);
            return state == State::Problem || state == State::Unanswered || state == State::Missed;
        }
        return one.field == Field::ResponseTime;
    });
}

std::size_t Expression::add(Condition condition)
{
    if (infoOf(condition.field).source != Source::Index)
        m_octets.append(m_conditions.size());
    m_nodes.push_back({Join::Condition, static_cast<quint16>(m_conditions.size()), {}});
    m_conditions.append(std::move(condition));
    return m_nodes.size() - 1;
}

std::size_t Expression::join(Join how, std::vector<quint16> parts)
{
    m_nodes.push_back({how, 0, std::move(parts)});
    return m_nodes.size() - 1;
}

} // namespace gb::filter
