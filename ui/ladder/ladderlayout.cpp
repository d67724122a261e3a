#include "ui/ladder/ladderlayout.h"

#include "core/report/words/rolewording.h"
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

/// By which endpoints share a lane.
QString laneKey(const LogEndpoint &end, const QString &device)
{
    const QString host = end.endpoint.address.toString();
    switch (end.party.role) {
    case Role::Phone:
    case Role::Proxy: return QLatin1Char('h') + host;
    case Role::Device:
    case Role::LowerPlatform:
    case Role::Platform:
    case Role::UpperPlatform:
    case Role::Unknown: break;
    }
    if (end.ours)
        return QStringLiteral("ours");
    if (device.isEmpty())
        return QLatin1Char('e') + end.text;
    return QLatin1Char('d') + device + u'@' + host;
}

/// The one ID behind it; empty where there are several or none.
QString idOf(const MessageLog &log, const LogEndpoint &end)
{
    if (end.party.several || (end.several && !end.isServer()))
        return {};
    if (!end.party.id.isEmpty())
        return end.party.id;
    return end.isServer() || end.device == 0 ? QString() : log.device(end.device);
}

bool isPlain(const LadderParty &party)
{
    return party.role == Role::Phone || party.role == Role::Proxy;
}

LadderParty partyOf(const LogEndpoint &end, quint32 index, const QString &id)
{
    LadderParty party{.endpoints = {index},
        .title = id,
        .detail = end.text,
        .because = wording::roleBecause(end.party),
        .role = end.party.role,
        .level = end.party.level,
        .server = end.isServer()};
    if (isPlain(party)) { // from caller to callee, as they come
        party.level = 0;
        party.title = end.endpoint.address.toString();
    } else if (end.ours) {
        party.title = QStringLiteral("gbscope");
    } else if (id.isEmpty() && party.server) {
        party.title = party.role == Role::Platform || party.role == Role::Unknown
            ? say(QT_TRANSLATE_NOOP("flow", "server"))
            : wording::role(party.role);
    }
    if (party.server && party.level == 0)
        party.level = 1;
    if (party.title.isEmpty())
        party.title = std::exchange(party.detail, {});
    return party;
}

int rowHeightOf(const LadderMetrics &metrics)
{
    switch (metrics.density) {
    case Density::Overview: return 2;
    case Density::Compact: return metrics.line;
    case Density::Normal: break;
    case Density::Roomy: return 2 * metrics.line + 10;
    }
    return metrics.line + 6;
}

} // namespace

LadderParties ladderParties(const FlowRows &rows, const DeviceNames &names)
{
    const MessageLog &log = rows.log();
    LadderParties parties;
    QHash<QString, qsizetype> places;
    for (const quint32 index : rows.endpoints()) {
        const LogEndpoint &end = log.endpoint(index);
        const QString id = idOf(log, end), key = laneKey(end, id);
        if (const auto known = places.constFind(key); known != places.constEnd()) {
            LadderParty &party = parties.all[*known];
            party.endpoints.append(index);
            party.detail.clear(); // of its addresses none is the one
            continue;
        }
        places.insert(key, parties.all.size());
        parties.all.append(partyOf(end, index, id));
    }
    std::stable_sort(parties.all.begin(), parties.all.end(), [](const LadderParty &a, const LadderParty &b) {
        return std::pair(a.server, a.level) < std::pair(b.server, b.level);
    });
    const auto servers = std::count_if(
        parties.all.begin(), parties.all.end(), [](const LadderParty &party) { return party.server; });
    for (LadderParty &party : parties.all) { // which of them is above
        if (servers > 1 && party.server && party.role != Role::Unknown && !party.detail.isEmpty())
            party.detail = wording::role(party.role) + QStringLiteral(" \u00b7 ") + party.detail;
    }
    for (LadderParty &party : parties.all) {
        if (const QString name = names.value(party.title); !name.isEmpty())
            party.id = std::exchange(party.title, name);
    }
    for (const quint32 device : rows.devices()) {
        if (device == 0)
            continue;
        ++parties.devices;
        parties.device = parties.devices == 1 ? log.device(device) : QString();
    }
    return parties;
}

LadderLayout::LadderLayout(const LadderParties &told, const LadderMetrics &metrics)
{
    LadderParties parties = told;
    m_density = metrics.density;
    m_rowHeight = rowHeightOf(metrics);
    m_arrowHeight = m_density == Density::Compact ? m_rowHeight : metrics.line + 6;
    placeColumns(parties, metrics);
    const auto tooNarrow = [&] {
        const qsizetype gaps = parties.all.size() - 1;
        return gaps > 1 && (gaps >= LadderParties::maxLanes || stepOf(gaps, metrics) < shortestArrow * metrics.digit);
    };
    for (const bool server : {false, true}) {
        if (!tooNarrow())
            break;
        mergeParties(parties, server);
        placeColumns(parties, metrics);
    }
    placeLanes(parties, metrics);
    m_twoLines = std::any_of(m_lanes.begin(), m_lanes.end(), [](const Lane &lane) { return !lane.detail.isEmpty(); });
    m_headerHeight = metrics.line * (m_twoLines ? 2 : 1) + 8;
}

/// Those on one side share a lane. Hosts of plain SIP do not: nobody could tell who calls whom; but of too many even
/// they do.
void LadderLayout::mergeParties(LadderParties &parties, bool server)
{
    const bool tooMany = parties.all.size() > LadderParties::maxLanes;
    LadderParty shared{.endpoints = {}, .title = {}, .detail = {}, .server = server};
    QList<LadderParty> kept;
    for (const LadderParty &party : std::as_const(parties.all)) {
        if (party.server != server || (isPlain(party) && !tooMany)) {
            kept.append(party);
            continue;
        }
        shared.endpoints += party.endpoints;
        shared.level = std::max(shared.level, party.level);
        shared.title = shared.title.isEmpty() ? party.title : QString();
        shared.id = party.id;
    }
    if (parties.all.size() - kept.size() < 2)
        return;
    m_merged = m_merged || !server;
    shared.title = server ? say(QT_TRANSLATE_NOOP("flow", "server"))
        : parties.devices == 1
        ? (shared.id == parties.device && !shared.title.isEmpty() ? shared.title : parties.device)
        : say(QT_TRANSLATE_NOOP("flow", "devices"));
    server ? kept.append(shared) : kept.prepend(shared);
    parties.all = kept;
}

void LadderLayout::placeColumns(const LadderParties &parties, const LadderMetrics &metrics)
{
    const int gap = metrics.digit;
    m_gutter = metrics.line + 4;
    m_timeWidth = metrics.clock * metrics.digit + gap;
    // Behind one address there may be several: NAT, or a gateway.
    const qsizetype others = std::count_if(
        parties.all.begin(), parties.all.end(), [](const LadderParty &party) { return !party.server; });
    const bool namesDevices = m_density == Density::Overview ? false
        : m_merged                                           ? parties.devices != 1
                                                             : parties.devices > others;
    const int arrows = 22 * metrics.digit; // "MESSAGE · Keepalive" and the heads
    const auto room = [&](int delta, int device) {
        return metrics.width - m_gutter - m_timeWidth - m_valueWidth - delta - device >= arrows;
    };
    const bool words = m_density != Density::Overview;
    m_valueWidth = metrics.value == 0 || !words
        ? 0
        : std::clamp(metrics.width / 5, 8 * metrics.digit, metrics.value * metrics.digit) + gap;
    const int delta = 9 * metrics.digit + gap;
    const int device = namesDevices ? 16 * metrics.idDigit + gap : 0;
    m_deltaWidth = words && metrics.width >= narrow && room(delta, device) ? delta : 0;
    m_tinyIds = namesDevices && !room(m_deltaWidth, device);
    m_deviceWidth = m_tinyIds ? 10 * metrics.idDigit + gap : device;
    if (m_gutter + m_timeWidth + m_valueWidth + m_deltaWidth + m_deviceWidth + firstInset
            + shortestArrow * metrics.digit / 2
        > metrics.width)
        m_deviceWidth = 0;
    m_deltaX = m_gutter + m_timeWidth;
    m_deviceX = m_deltaX + m_deltaWidth;
    m_lanesX = m_deviceX + m_deviceWidth + m_valueWidth;
}

void LadderLayout::placeLanes(const LadderParties &parties, const LadderMetrics &metrics)
{
    for (const LadderParty &party : parties.all) {
        for (const quint32 endpoint : party.endpoints)
            m_laneOf.insert(endpoint, m_lanes.size());
        m_lanes.append({.title = party.title,
            .detail = party.detail,
            .id = party.id,
            .because = party.because,
            .role = party.role,
            .server = party.server});
    }
    if (m_lanes.isEmpty())
        m_lanes.append({.title = say(QT_TRANSLATE_NOOP("flow", "devices"))});
    if (m_lanes.size() == 1 && m_lanes.constFirst().server)
        m_lanes.prepend({.title = say(QT_TRANSLATE_NOOP("flow", "devices"))});
    else if (m_lanes.size() == 1)
        m_lanes.append({.title = say(QT_TRANSLATE_NOOP("flow", "server")), .server = true});

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
    const int from = lane > 0 ? middle(lane - 1) + 4 : m_valueWidth > 0 ? m_lanesX : m_gutter;
    const int to = lane == m_lanes.size() - 1 ? width - 4 : middle(lane) - 4;
    return {from, std::max(from, to)};
}

qsizetype LadderLayout::laneOf(const MessageLog &log, quint32 endpoint) const
{
    return m_laneOf.value(endpoint, log.endpoint(endpoint).isServer() ? m_lanes.size() - 1 : 0);
}

LadderLayout::Arrow LadderLayout::arrow(const MessageLog &log, const LogEntry &entry) const
{
    return {laneOf(log, entry.from), laneOf(log, entry.to)};
}

} // namespace gb::ui
