#include "core/media/mediachain.h"
#include "core/media/rtp.h"
#include "tests/fuzz/harness.h"

#include <vector>

namespace gb::fuzz {
namespace {

constexpr std::size_t portions[] = {1, 3, 188, 1400};

/// What a reader of PS tells, apart from where portions begin.
struct Told final : PsListener
{
    void unit(const PsUnit &unit) override
    {
        octets += '<';
        octets += static_cast<char>(unit.kind);
        octets += static_cast<char>(unit.streamId);
        octets += std::to_string(unit.pts.value_or(0));
    }
    void payload(quint8, std::string_view part, bool) override
    {
        octets += part;
        passed += part.size();
    }
    std::string octets;
    std::size_t passed = 0;
};

std::string packetsOf(std::string_view octets, std::size_t portion)
{
    MediaFraming framing;
    std::string all;
    std::size_t taken = 0, cut = 0;
    for (std::string_view rest = octets; !rest.empty();) {
        std::string_view part = rest.substr(0, portion);
        rest.remove_prefix(part.size());
        while (!part.empty()) {
            const std::size_t now = framing.append(part);
            require(now > 0, "framing goes on");
            part.remove_prefix(now);
            taken += now;
            for (std::string_view packet; framing.next(packet);) {
                all.append(std::to_string(packet.size())).append(packet);
                cut += packet.size();
            }
            require(framing.pending() <= MediaFraming::maxHeld, "framing holds a bounded number of octets");
        }
    }
    require(cut + framing.passedOver() + framing.pending() <= taken, "no more octets come out than went in");
    return all;
}

void chain(std::string_view octets)
{
    MediaChain play;
    const Endpoint from{IpAddress(0x0a000002), 5}, to{IpAddress(0x0a000001), 6};
    TimePoint at{};
    for (std::string_view rest = octets; rest.size() > 2;) {
        const auto flags = static_cast<unsigned char>(rest[0]), size = static_cast<unsigned char>(rest[1]);
        const std::string_view part = rest.substr(2, 8U * size);
        rest.remove_prefix(2 + part.size());
        at += std::chrono::milliseconds(flags);
        if (flags & 1U)
            play.octets(part, at, from, to);
        else
            play.packet(part, at, from, to, flags & 2U);
        if ((flags & 12U) == 12U)
            play.octetsMissing();
    }
    play.ended(MediaEvents::End::RecordEnded, at);
    const MediaReport report = play.report();
    require(report.ssrcs.size() <= MediaChain::maxStreams, "so many sources are judged");
    require(report.findings.size() <= static_cast<std::size_t>(MediaCause::Count), "each cause is said once");
    require(report.stream.rtp.missing <= report.stream.rtp.expected, "no more is missing than was expected");
    for (const PsFaultCount &fault : report.stream.faults)
        require(fault.unexplained <= fault.count, "what no gap explains is a part of all");
}

} // namespace

void rtp(std::string_view octets)
{
    requireInside(readRtp(octets).payload, octets);
    static_cast<void>(readRtcp(octets));
    const std::string whole = packetsOf(octets, octets.size());
    for (const std::size_t portion : portions)
        require(packetsOf(octets, portion) == whole, "packets are the same however the octets arrive");
    chain(octets);
}

void ps(std::string_view octets)
{
    Told whole;
    PsReader reader(&whole);
    reader.take(octets, {1, {}});
    require(whole.passed <= 2 * octets.size(), "payload is of the stream");
    for (const std::size_t portion : portions) {
        Told parts;
        PsReader other(&parts);
        for (std::size_t at = 0; at < octets.size(); at += portion)
            other.take(octets.substr(at, portion), {1, {}});
        require(parts.octets == whole.octets, "a stream is the same however packets cut it");
        for (int fault = 0; fault < static_cast<int>(PsFault::Count); ++fault)
            require(other.fault(static_cast<PsFault>(fault)).count == reader.fault(static_cast<PsFault>(fault)).count,
                "so are its faults");
    }
}

void nal(std::string_view octets)
{
    VideoReader whole;
    whole.take(octets);
    whole.finish();
    for (const std::size_t portion : portions) {
        VideoReader parts;
        for (std::size_t at = 0; at < octets.size(); at += portion)
            parts.take(octets.substr(at, portion));
        parts.finish();
        require(parts.numbers().nals == whole.numbers().nals && parts.numbers().codec == whole.numbers().codec,
            "NAL units are the same however they arrive");
    }
    for (const auto &format : {readH264Sps(octets), readH265Sps(octets), whole.numbers().format}) {
        require(!format
                || (format->width > 0 && format->width <= 16'384 && format->height > 0 && format->height <= 16'384
                    && format->frameRate >= 0),
            "a picture has a size");
    }
}

} // namespace gb::fuzz
