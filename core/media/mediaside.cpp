#include "core/media/mediaside.h"

#include "core/base/octets.h"

#include <algorithm>
#include <charconv>

namespace gb {
namespace {

constexpr qsizetype longestName = 32;

int number(std::string_view text, int otherwise)
{
    int value = otherwise;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0 ? value : otherwise;
}

/// RFC 3551 table 4 and 5, those that devices use.
MediaFormat staticFormat(int type)
{
    switch (type) {
    case 0: return {type, "PCMU", 8000};
    case 4: return {type, "G723", 8000};
    case 8: return {type, "PCMA", 8000};
    case 9: return {type, "G722", 8000};
    case 18: return {type, "G729", 8000};
    case 33: return {type, "MP2T", 90'000};
    default: return {type, {}, 90'000};
    }
}

MediaFormat formatOf(const SdpMedia &medium, std::string_view text)
{
    MediaFormat format = staticFormat(number(text, -1));
    const std::string_view map = medium.rtpmap(text);
    if (map.empty())
        return format;
    const std::size_t slash = map.find('/');
    format.name = bytes(map.substr(0, slash)).left(longestName).toUpper();
    if (slash != std::string_view::npos) {
        const std::string_view rate = map.substr(slash + 1);
        format.clockRate = static_cast<quint32>(number(rate.substr(0, rate.find('/')), 90'000));
    }
    return format;
}

/// f=v/…a/format/…: there is a number behind the a.
bool namesAudio(std::string_view info)
{
    const std::size_t audio = info.find("a/");
    return audio != std::string_view::npos && audio + 2 < info.size() && info[audio + 2] >= '1'
        && info[audio + 2] <= '9';
}

IpAddress addressOf(std::string_view text)
{
    if (const IpAddress dotted = IpAddress::fromDotted(text); !dotted.isNull())
        return dotted;
    if (text.find(':') == std::string_view::npos || text.size() > 64)
        return {};
    return QHostAddress(QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())));
}

} // namespace

const MediaFormat *MediaSide::format(int payloadType) const
{
    const auto found = std::find_if(formats.begin(), formats.end(),
        [payloadType](const MediaFormat &one) { return one.payloadType == payloadType; });
    return found == formats.end() ? nullptr : &*found;
}

const MediaFormat *MediaSide::formatNamed(std::string_view name) const
{
    const auto found = std::find_if(
        formats.begin(), formats.end(), [name](const MediaFormat &one) { return view(one.name) == name; });
    return found == formats.end() ? nullptr : &*found;
}

std::optional<MediaSide> mediaSideOf(const Sdp &sdp)
{
    if (sdp.mediaCount == 0)
        return std::nullopt;
    int chosen = 0;
    while (chosen < sdp.mediaCount - 1 && sdp.media[static_cast<std::size_t>(chosen)].port == quint16{0})
        ++chosen;
    const SdpMedia &medium = sdp.media[static_cast<std::size_t>(chosen)];
    MediaSide side;
    side.audioOnly = medium.type == "audio";
    side.tcp = medium.tcp();
    side.setup = medium.setup;
    side.direction = medium.direction == SdpDirection::None ? sdp.direction : medium.direction;
    side.session = sdp.session;
    side.end = {addressOf(sdp.connectionOf(medium).address), medium.port.value_or(0)};
    side.ssrc = sdp.ssrcNumber;
    for (int i = 0; i < medium.formatCount; ++i)
        side.formats.append(formatOf(medium, medium.format(i)));
    side.downloadSpeed = std::max(1, number(medium.attribute("downloadspeed"), 1));
    side.wantsAudio = side.audioOnly || namesAudio(sdp.mediaInfo);
    return side;
}

} // namespace gb
