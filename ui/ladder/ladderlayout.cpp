#include "ui/ladder/ladderlayout.h"

#include "ui/ladder/ladderrow.h"

#include <QCoreApplication>

#include <algorithm>

namespace gb::ui {
namespace {

constexpr int firstInset = 8;
constexpr int shortestArrow = 12; ///< digits: between lanes that are nearer nobody can read REGISTER

QString say(const char *text)
{
    return QCoreApplication::translate("flow", text);
}

LadderParty partyOf(const MessageLog &log, quint32 index)
{
    const LogEndpoint &end = log.endpoint(index);
    const bool named = end.device != 0 && !end.several;
    return {
        .endpoint = index, .title = named ? log.device(end.device) : end.text, .detail = named ? end.text : QString()};
}

} // namespace

LadderParties ladderParties(const FlowRows &rows)
{
    const MessageLog &log = rows.log();
    LadderParties parties;
    qsizetype servers = 0;
    for (const quint32 index : rows.endpoints()) {
        const LogEndpoint &end = log.endpoint(index);
        if (end.isServer()) {
            if (++servers > 1)
                parties.server.detail.clear();
            else
                parties.server = {.endpoint = index,
                    .title = end.ours ? QStringLiteral("gbscope") : say(QT_TRANSLATE_NOOP("flow", "server")),
                    .detail = end.text};
        } else {
            parties.others.append(partyOf(log, index));
            if (parties.others.size() == LadderParties::maxLanes)
                break; // more than fit beside the server: they share a lane
        }
    }
    for (const quint32 device : rows.devices()) {
        if (device == 0)
            continue;
        ++parties.devices;
        parties.device = parties.devices == 1 ? log.device(device) : QString();
    }
    return parties;
}

LadderLayout::LadderLayout(const LadderParties &parties, const LadderMetrics &metrics)
{
    m_rowHeight = metrics.line + 6;
    m_merged = parties.others.size() + 1 > LadderParties::maxLanes || parties.others.isEmpty();
    placeColumns(parties, metrics);
    if (!m_merged && parties.others.size() > 1
        && stepOf(parties.others.size(), metrics) < shortestArrow * metrics.digit) {
        m_merged = true;
        placeColumns(parties, metrics);
    }
    placeLanes(parties, metrics);
    m_twoLines = std::any_of(m_lanes.begin(), m_lanes.end(), [](const Lane &lane) { return !lane.detail.isEmpty(); });
    m_headerHeight = metrics.line * (m_twoLines ? 2 : 1) + 8;
}

void LadderLayout::placeColumns(const LadderParties &parties, const LadderMetrics &metrics)
{
    const int gap = metrics.digit;
    m_gutter = metrics.line + 4;
    m_timeWidth = 12 * metrics.digit + gap;
    // Behind one address there may be several: NAT, or a gateway.
    const bool namesDevices = m_merged ? parties.devices > 1 || parties.others.size() > 1
                                       : parties.devices > parties.others.size();
    const int arrows = 22 * metrics.digit; // "MESSAGE · Keepalive" and the heads
    const auto room = [&](int delta, int device) {
        return metrics.width - m_gutter - m_timeWidth - delta - device >= arrows;
    };
    const int delta = 9 * metrics.digit + gap;
    const int device = namesDevices ? 16 * metrics.idDigit + gap : 0;
    m_deltaWidth = metrics.width >= narrow && room(delta, device) ? delta : 0;
    m_tinyIds = namesDevices && !room(m_deltaWidth, device);
    m_deviceWidth = m_tinyIds ? 10 * metrics.idDigit + gap : device;
    if (m_gutter + m_timeWidth + m_deltaWidth + m_deviceWidth + firstInset + shortestArrow * metrics.digit / 2
        > metrics.width)
        m_deviceWidth = 0;
    m_deltaX = m_gutter + m_timeWidth;
    m_deviceX = m_deltaX + m_deltaWidth;
    m_lanesX = m_deviceX + m_deviceWidth;
}

void LadderLayout::placeLanes(const LadderParties &parties, const LadderMetrics &metrics)
{
    if (m_merged) {
        const QString title = parties.devices == 1 ? parties.device : say(QT_TRANSLATE_NOOP("flow", "devices"));
        m_lanes.append({.title = title});
    } else {
        for (const LadderParty &party : parties.others) {
            m_laneOf.insert(party.endpoint, m_lanes.size());
            m_lanes.append({.title = party.title, .detail = party.detail});
        }
    }
    const QString server = parties.server.title.isEmpty() ? say(QT_TRANSLATE_NOOP("flow", "server"))
                                                          : parties.server.title;
    m_lanes.append({.title = server, .detail = parties.server.detail, .server = true});

    const int gaps = static_cast<int>(m_lanes.size()) - 1;
    const int step = std::min(stepOf(gaps, metrics), 64 * metrics.digit); // longer arrows are hard to follow with the
                                                                          // eye
    for (int i = 0; i <= gaps; ++i)
        m_lanes[i].x = m_lanesX + firstInset + i * step;
}

/// Two lanes share the whole width; of more the last one stands half a step inwards, so that there is room to name it.
int LadderLayout::stepOf(qsizetype gaps, const LadderMetrics &metrics) const
{
    const int room = std::max(0, metrics.width - m_lanesX - firstInset);
    return gaps == 1 ? std::max(0, room - 12) : 2 * room / (2 * static_cast<int>(gaps) + 1);
}

std::pair<int, int> LadderLayout::headingSpan(qsizetype lane, int width) const
{
    // The first heading may also stand over the columns at its left; of two, the other one gets what that leaves.
    const int share = m_lanes.size() == 2 ? 30 : 50;
    const auto middle = [this, share](qsizetype left) {
        return m_lanes.at(left).x + (m_lanes.at(left + 1).x - m_lanes.at(left).x) * share / 100;
    };
    const int from = lane == 0 ? m_gutter : middle(lane - 1) + 4;
    const int to = lane == m_lanes.size() - 1 ? width - 4 : middle(lane) - 4;
    return {from, std::max(from, to)};
}

qsizetype LadderLayout::laneOf(const MessageLog &log, quint32 endpoint) const
{
    if (log.endpoint(endpoint).isServer())
        return m_lanes.size() - 1;
    return m_laneOf.value(endpoint, 0);
}

LadderLayout::Arrow LadderLayout::arrow(const MessageLog &log, const LogEntry &entry) const
{
    const Arrow arrow{laneOf(log, entry.from), laneOf(log, entry.to)};
    if (arrow.from != arrow.to || !m_merged)
        return arrow;
    // Both ends on one side. A capture without a REGISTER does not tell who is the server, and all of it came "in":
    // devices mostly ask, servers answer.
    const qsizetype server = m_lanes.size() - 1;
    return entry.direction() == Direction::In && entry.kind != SipKind::Response ? Arrow{0, server} : Arrow{server, 0};
}

} // namespace gb::ui
