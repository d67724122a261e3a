#include "core/simulator/media/mediafaults.h"

#include <algorithm>

namespace gb {
namespace {

using namespace std::chrono_literals;

struct MediaFault
{
    const char *name;
    void (*apply)(StreamPlan &);
};

// One line each. The failures of the field that they are: D46 to D53, and "200 OK, but no picture"
constexpr MediaFault faults[] = {
    // The answer
    {"invite-400", [](StreamPlan &p) { p.status = 400; }},
    {"invite-486", [](StreamPlan &p) { p.status = 486; }},
    {"invite-488", [](StreamPlan &p) { p.status = 488; }},
    {"invite-late", [](StreamPlan &p) { p.answerDelay = 3s; }},
    {"no-y", [](StreamPlan &p) { p.namesSsrc = false; }},
    {"own-ssrc", [](StreamPlan &p) { p.ownSsrc = true; }},
    {"setup-mirrored", [](StreamPlan &p) { p.swapsSides = true; }},
    {"tcp-wrong-side", [](StreamPlan &p) { p.wrongSetup = true; }},
    // RTP
    {"no-media", [](StreamPlan &p) { p.sends = false; }},
    {"media-late", [](StreamPlan &p) { p.startDelay = 3s; }},
    {"wrong-ssrc", [](StreamPlan &p) { p.wrongSsrc = true; }},
    {"payload-type", [](StreamPlan &p) { p.payloadType = 100; }},
    {"rtp-loss", [](StreamPlan &p) { p.loseEvery = 20; }},
    {"rtp-reorder", [](StreamPlan &p) { p.swapEvery = 20; }},
    {"rtp-duplicate", [](StreamPlan &p) { p.doubleEvery = 20; }},
    {"same-timestamp", [](StreamPlan &p) { p.sameTimestamp = true; }},
    {"tcp-dollar", [](StreamPlan &p) { p.dollar = true; }},
    // The program stream
    {"no-system-header", [](StreamPlan &p) { p.layout.systemHeader = false; }},
    {"no-psm", [](StreamPlan &p) { p.layout.map = false; }},
    {"psm-crc", [](StreamPlan &p) { p.layout.wrongCrc = true; }},
    {"psm-length", [](StreamPlan &p) { p.layout.wrongMapLength = true; }},
    {"pes-wrapped", [](StreamPlan &p) { p.layout.wrappedLength = p.hugeKeyFrames = true; }},
    {"no-key-frame", [](StreamPlan &p) { p.keyFrames = false; }},
    {"no-parameter-sets", [](StreamPlan &p) { p.keyFrames = p.parameterSets = false; }},
    {"h265-as-h264",
        [](StreamPlan &p) {
            p.codec = ClipCodec::H265;
            p.layout.announced = ClipCodec::H264;
        }},
    {"audio-late", [](StreamPlan &p) { p.soundAfter = 3s; }},
    {"audio-silent", [](StreamPlan &p) { p.sound = SoundKind::Silence; }},
    {"audio-missing", [](StreamPlan &p) { p.sound = SoundKind::Missing; }},
    // The end
    {"media-stops", [](StreamPlan &p) { p.stopAfter = 2s; }},
    {"media-bye", [](StreamPlan &p) { p.byeAfter = 2s; }},
    {"needs-rtcp", [](StreamPlan &p) { p.reportsWithin = 6s; }},
};

} // namespace

QStringList mediaFaultNames()
{
    QStringList names;
    for (const MediaFault &one : faults)
        names.append(QString::fromLatin1(one.name));
    return names;
}

bool isMediaFault(QStringView name)
{
    return std::any_of(
        std::begin(faults), std::end(faults), [&](const MediaFault &one) { return name == QLatin1String(one.name); });
}

void applyMediaFaults(const QStringList &names, StreamPlan &plan)
{
    for (const MediaFault &one : faults) {
        if (names.contains(QLatin1String(one.name)))
            one.apply(plan);
    }
}

} // namespace gb
