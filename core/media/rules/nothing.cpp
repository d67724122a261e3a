#include "core/media/rules/rules.h"

namespace gb::mediarules {
namespace {

/// It is meant for this computer itself, or for nobody.
bool leadsNowhere(const MediaEvents &events)
{
    const IpAddress &asked = events.offer->end.address;
    if (asked.isNull())
        return false;
    return asked.isAny()
        || (asked.isLoopback() && !events.signallingHere.address.isNull()
            && !events.signallingHere.address.isLoopback());
}

} // namespace

/// D49, rows 1 and 2. On the wire a firewall, an address that the device cannot reach and a device that does not send
/// are one and the same, unless ICMP or the offer itself tells.
void nothingArrives(const MediaReport &report, Findings &findings)
{
    const MediaEvents &events = report.events;
    if (events.portClosed) {
        findings.push_back(
            atTime(MediaCause::PortClosed, report.packets > 0 ? MediaWeight::Warning : MediaWeight::Broken,
                MediaBlame::Receiver, *events.portClosed, {events.portClosedAt.text()}));
    }
    const std::optional<TimePoint> since = mediajudge::mayFlowSince(report);
    if (report.packets > 0 || report.notRtp > 0 || !since)
        return;
    const bool decided = report.now - *since >= MediaChain::firstPacketWait;
    const QString end = events.offer ? events.offer->end.text() : QString();
    // Of a broadcast the platform answers
    const bool byDevice = !events.platformSends || (events.offer && events.offer->direction == SdpDirection::SendOnly);
    if (byDevice && mediajudge::mediaRefused(report) && (decided || mediajudge::over(report))) {
        findings.push_back(atTime(MediaCause::NothingArrives, MediaWeight::Broken, MediaBlame::Sender, *events.answered,
            {secondsText(report.now - *since), end, {}, QStringLiteral("refused")}));
        return;
    }
    if (events.platformSends) // when somebody speaks
        return;
    if (events.offer && leadsNowhere(events)) {
        MediaFinding off = atTime(MediaCause::OfferedAddressOff, MediaWeight::Broken, MediaBlame::Receiver,
            events.offered.value_or(report.now),
            {events.offer->end.address.toString(), events.signallingHere.address.toString()});
        off.provisional = !decided;
        findings.push_back(std::move(off));
        return;
    }
    if (!decided || !events.wouldBeSeen || events.portClosed || (mediajudge::overTcp(report) && !events.connected))
        return;
    if (events.fileEnd && *events.fileEnd - *since < MediaChain::firstPacketWait) { // before a way could be told
        findings.push_back(atTime(MediaCause::NothingArrives, MediaWeight::Broken, MediaBlame::Sender, *events.fileEnd,
            {secondsText(report.now - *since), end, {}, QStringLiteral("no recording")}));
        return;
    }
    const bool otherAddress = events.offer && !events.signallingHere.address.isNull()
        && events.offer->end.address != events.signallingHere.address;
    findings.push_back(atTime(MediaCause::NothingArrives, MediaWeight::Broken,
        mediajudge::overTcp(report) ? MediaBlame::Sender : MediaBlame::SenderOrPath, report.now,
        {secondsText(report.now - *since), end, otherAddress ? events.signallingHere.address.toString() : QString()},
        otherAddress ? std::optional(MediaCause::OfferedAddressOff) : std::nullopt));
}

} // namespace gb::mediarules
