#include "core/media/rules/rules.h"

namespace gb::mediarules {
namespace {

/// RFC 4145 §4.1: who is active connects; where the answer does not say, the other role than the offer's.
std::optional<bool> senderShouldConnect(const MediaEvents &events)
{
    if (events.answer && events.answer->setup != SdpSetup::None)
        return events.answer->setup == SdpSetup::Active;
    if (events.offer && events.offer->setup != SdpSetup::None)
        return events.offer->setup == SdpSetup::Passive;
    return std::nullopt;
}

QString setupName(SdpSetup setup)
{
    switch (setup) {
    case SdpSetup::Active: return QStringLiteral("active");
    case SdpSetup::Passive: return QStringLiteral("passive");
    case SdpSetup::ActPass: return QStringLiteral("actpass");
    case SdpSetup::HoldConn: return QStringLiteral("holdconn");
    default: return QStringLiteral("-");
    }
}

QString transportOf(const MediaSide &side)
{
    return transportName(side.tcp ? TransportKind::Tcp : TransportKind::Udp);
}

} // namespace

/// D51: roles that no connection can come of, UDP answered to TCP, or somebody connects whose turn it was not.
void setupContradicts(const MediaReport &report, Findings &findings)
{
    const MediaEvents &events = report.events;
    if (!events.offer || !events.answer || !(events.offer->tcp || events.answer->tcp) || events.status >= 300)
        return;
    const SdpSetup asked = events.offer->setup, said = events.answer->setup;
    const bool same = asked == said && (asked == SdpSetup::Active || asked == SdpSetup::Passive);
    const bool mixed = events.offer->tcp != events.answer->tcp, silent = events.answer->tcp && said == SdpSetup::None;
    const std::optional<bool> should = senderShouldConnect(events);
    const bool other = events.senderConnects && should && *events.senderConnects != *should;
    if (!same && !mixed && !silent && !other)
        return;
    const bool works = report.packets > 0;
    const QString arrow = QStringLiteral(" -> ");
    findings.push_back(atTime(MediaCause::SetupContradicts,
        works || silent ? MediaWeight::Warning : MediaWeight::Broken, MediaBlame::Sender, *events.answered,
        {mixed ? transportOf(*events.offer) + arrow + transportOf(*events.answer)
               : setupName(asked) + arrow + setupName(said)}));
}

/// Rows 6 and 7, D51. Who sent the SYN tells whose port or way it is.
void connection(const MediaReport &report, Findings &findings)
{
    const MediaEvents &events = report.events;
    if (events.connected) {
        if (events.connectionReset && !mediajudge::over(report))
            findings.push_back(atTime(MediaCause::ConnectionReset, MediaWeight::Broken, MediaBlame::Unknown,
                events.connectionClosed.value_or(report.now)));
        return;
    }
    if (!mediajudge::overTcp(report) || !events.answered || events.status >= 300 || mediajudge::mediaRefused(report))
        return;
    const TimePoint since = std::max(*events.answered, events.acknowledged.value_or(*events.answered));
    const bool decided = report.now - since >= MediaChain::connectWait;
    if (events.connecting) {
        const bool bySender = events.senderConnects.value_or(true);
        const QStringList words{events.connectTo.text(), QString::number(events.connectAttempts)};
        if (events.connectRefused)
            findings.push_back(atTime(MediaCause::ConnectRefused, MediaWeight::Broken,
                bySender ? MediaBlame::Receiver : MediaBlame::Sender, *events.connecting, words));
        else if (report.now - *events.connecting >= MediaChain::firstPacketWait)
            findings.push_back(atTime(MediaCause::ConnectUnanswered, MediaWeight::Broken,
                bySender ? MediaBlame::ReceiverOrPath : MediaBlame::SenderOrPath, *events.connecting, words));
        return;
    }
    if (decided && events.wouldBeSeen && senderShouldConnect(events).value_or(true)
        && !(events.answer && !events.answer->tcp))
        findings.push_back(atTime(MediaCause::NobodyConnects, MediaWeight::Broken, MediaBlame::SenderOrPath, report.now,
            {secondsText(report.now - since), events.offer ? events.offer->end.text() : QString()}));
}

/// Row 6: some platforms have closed the port by then.
void connectedLate(const MediaReport &report, Findings &findings)
{
    constexpr Duration late = std::chrono::seconds(5);
    const MediaEvents &events = report.events;
    const std::optional<TimePoint> first = events.connecting ? events.connecting : events.connected;
    if (!first || !events.answered || !events.senderConnects.value_or(false) || *first - *events.answered < late)
        return;
    findings.push_back(atTime(MediaCause::ConnectedLate, MediaWeight::Warning, MediaBlame::Sender, *first,
        {secondsText(*first - *events.answered)}));
}

} // namespace gb::mediarules
