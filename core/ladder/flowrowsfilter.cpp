#include "core/ladder/flowrows.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

namespace gb {

void FlowRows::setFilter(const FlowFilter &filter)
{
    if (filter == m_filter)
        return;
    const bool same = m_filter.asksTheSame(filter);
    m_filter = filter;
    if (same && isFiltering())
        m_again = true; // else a search that finds more all the time would let it never end
    else
        begin();
}

void FlowRows::renew()
{
    if (!isFiltering())
        begin();
}

/// Messages came: answers and timers may change what is said of those before, and so of their dialogs.
void FlowRows::noteLater()
{
    constexpr qint64 share = 20; // a twentieth of the time at most
    if (m_matcher->looksAhead() && !m_later.isActive())
        m_later.start(static_cast<int>(std::max<qint64>(1000, m_walked * share / 1'000'000)));
}

void FlowRows::begin()
{
    m_again = false;
    m_walked = 0;
    m_next = std::make_unique<Next>(Next{FlowMatcher(m_log, m_filter), m_filter, 0, 0, {}, {}, {}});
    if (m_log.count() > atOnce)
        m_slices.start(0);
    else if (walk(std::numeric_limits<qint64>::max()))
        adopt();
}

/// True: all is looked at.
bool FlowRows::walk(qint64 nanoseconds)
{
    constexpr qsizetype step = 512; // messages between two looks at the clock
    QElapsedTimer timer;
    timer.start();
    Next &next = *m_next;
    const qsizetype count = m_log.count();
    const auto isOver = [&](qsizetype row) { return row % step == 0 && timer.nsecsElapsed() > nanoseconds; };
    if (!next.matcher.collects())
        next.collected = count;
    for (; next.collected < count; ++next.collected) {
        if (isOver(next.collected + 1))
            break;
        next.matcher.collect(m_log.entry(next.collected));
    }
    for (; next.collected == count && next.looked < count; ++next.looked) {
        if (isOver(next.looked + 1))
            break;
        const LogEntry &entry = m_log.entry(next.looked);
        if (!next.matcher.matches(entry))
            continue;
        next.matches.push(static_cast<quint32>(next.looked));
        next.devices.add(entry.device);
        next.endpoints.add(entry.from);
        next.endpoints.add(entry.to);
    }
    m_walked += timer.nsecsElapsed();
    return next.looked == count;
}

void FlowRows::goOn()
{
    if (!m_next || !walk(slice))
        return;
    adopt();
    if (m_again)
        begin();
}

/// What was looked at becomes what is shown.
void FlowRows::adopt()
{
    m_slices.stop();
    const std::unique_ptr<Next> next = std::move(m_next);
    const bool same = m_shown.asksTheSame(next->filter) && next->matches == m_matches;
    m_matcher = std::make_unique<FlowMatcher>(std::move(next->matcher));
    m_shown = next->filter;
    if (same)
        return;
    m_matches = std::move(next->matches);
    m_told = 0;
    m_devices = std::move(next->devices);
    m_endpoints = std::move(next->endpoints);
    layOut();
    announce();
}

} // namespace gb
