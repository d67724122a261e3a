#include "core/message/basicparam.h"
#include "core/message/deviceid.h"
#include "core/message/gbtime.h"
#include "core/message/manscdp.h"
#include "core/message/sdp.h"
#include "core/report/words/sitewording.h"
#include "tests/fuzz/harness.h"

#include <algorithm>

namespace gb::fuzz {
namespace {

constexpr qsizetype maxText = 255;

void requireSame(const Manscdp &a, const Manscdp &b, const char *text)
{
    require(a.root == b.root && a.cmdType == b.cmdType && a.deviceId == b.deviceId && a.status == b.status
            && a.sn == b.sn && a.sumNum == b.sumNum && a.items == b.items && a.faults == b.faults,
        text);
}

bool isAscii(const QByteArray &body)
{
    return std::all_of(body.begin(), body.end(), [](char c) { return c > 0; });
}

/// What was read as a time is one of the years that have four digits, and written plainly it is the same.
void requireTime(std::string_view text)
{
    const auto time = parseGbTime(text);
    if (!time)
        return;
    using namespace std::chrono;
    const auto second = floor<seconds>(time->at);
    const auto day = floor<days>(second);
    const year_month_day date(day);
    const hh_mm_ss clock(second - day);
    require(
        time->at > sys_days(year(1969) / 12 / 30) && time->at < sys_days(year(10000) / 1 / 3), "a time is of our era");
    char plain[40];
    std::snprintf(plain, sizeof plain, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    const auto again = parseGbTime(plain);
    require(int(date.year()) < 1970 || int(date.year()) > 9999 || (again && again->zoneGiven && again->at == second),
        "a time that was read can be written and read again");
}

/// Of the same octets, as the answer of a device about its settings.
void config(const QByteArray &body, const Manscdp &m)
{
    const ConfigBody config = readConfigBody(body);
    requireSame(m, config.envelope, "its envelope is that of every body");
    require(!m.broken() || (config.values.isEmpty() && config.result.isEmpty() && config.outOfRange.isEmpty()),
        "nothing is taken of what is broken");
    require(config.result.size() <= 80 && config.outOfRange.size() <= 80, "what is shown of it is short");
    const auto within = [](std::optional<int> value, int most) { return !value || (*value >= 1 && *value <= most); };
    require(within(config.values.expiration, 604'800) && within(config.values.interval, 86'400)
            && within(config.values.count, 100),
        "values are within their range");
    const ConfigBody again = readConfigBody(writeConfigControl("34020000001320000001", 1, config.values));
    require(again.values == config.values && !again.envelope.broken() && again.outOfRange.isEmpty(),
        "what is written reads the same");
}

constexpr std::uint32_t bit(SdpFault fault)
{
    return 1U << static_cast<unsigned>(fault);
}

bool isSafe(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

void devicelist(std::string_view octets)
{
    const ExpectedList list = expectedlist::read(bytes(octets));
    require(list.devices.size() <= expectedlist::maxDevices && list.problems.size() <= expectedlist::maxProblems,
        "devices and problems are bounded");
    QSet<QString> ids;
    for (const ExpectedDevice &one : list.devices) {
        require(faultOf(one.id.toStdString()) == IdFault::None && !ids.contains(one.id),
            "an ID has 20 digits and stands once");
        require(one.name.size() <= expectedlist::maxText + 1 && one.address.size() <= expectedlist::maxText + 1,
            "texts are bounded");
        require(isSafe(one.name) && isSafe(one.address), "texts are safe to show");
        ids.insert(one.id);
    }
    for (const ListProblem &one : list.problems)
        require(isSafe(wording::listProblem(one)), "a problem is safe to show");
    const ExpectedList again = expectedlist::read(expectedlist::toText(list.devices));
    require(again.devices == list.devices && again.problems.isEmpty(), "a list that is written can be read again");
}

void manscdp(std::string_view octets)
{
    const QByteArray body = bytes(bodyOf(octets));
    const Manscdp m = parseManscdp(body);
    config(body, m);
    require(
        m.cmdType.size() <= maxText && m.deviceId.size() <= maxText && m.status.size() <= maxText, "texts are bounded");
    requireTime(octets.substr(0, 40));
    requireTime(m.deviceTime.toStdString());
    const DecodedText decoded = decodeBody(body);
    require(decoded.text.size() <= body.size(), "a text is no longer than its octets");
    require(m.errorOffset <= decoded.text.size(), "an error lies within the text");
    require(!m.isKeepalive() || m.root == ManscdpRoot::Notify, "a Keepalive is a Notify");
    const QString shown = printable(m.deviceId + m.cmdType);
    require(std::none_of(shown.begin(), shown.end(), [](QChar c) { return c.category() == QChar::Other_Control; }),
        "what is printable is safe");
    // Over 1024 octets another reader has the word
    if (isAscii(body) && !m.has(ManscdpFault::Empty) && !m.has(ManscdpFault::TooLarge))
        requireSame(m, parseManscdp(body + QByteArray(1100, '\n')), "both readers say the same");
    // The same text in the encoding that is told for sure; UTF-16 may hold halves of pairs
    if (!decoded.invalid && decoded.used != Charset::Utf16 && !decoded.text.startsWith(QChar(0xfeff))
        && !m.has(ManscdpFault::TooLarge) && !m.has(ManscdpFault::Empty))
        require(decodeBody("\xef\xbb\xbf" + decoded.text.toUtf8()).text == decoded.text, "a text survives UTF-8");
}

void sdp(std::string_view octets)
{
    const std::string_view body = bodyOf(octets);
    const Sdp sdp = readSdp(body);
    for (const std::string_view part : {sdp.user, sdp.sessionId, sdp.sessionVersion, sdp.origin.address, sdp.name,
             sdp.uri, sdp.connection.address, sdp.ssrc, sdp.mediaInfo, sdp.faultText})
        requireInside(part, body);
    require(sdp.mediaCount >= 0 && sdp.mediaCount <= SdpLimits::media, "no more media than there is room for");
    require(sdp.has(SdpFault::Ssrc) || sdp.ssrc.empty() || (sdp.ssrcNumber && *sdp.ssrcNumber <= 1'999'999'999U),
        "a right SSRC is a number of 32 bits");
    for (int i = 0; i < sdp.mediaCount; ++i) {
        const SdpMedia &medium = sdp.media[static_cast<std::size_t>(i)];
        for (const std::string_view part : {medium.type, medium.protocol, medium.formats, medium.connectionAttribute,
                 medium.section, sdp.connectionOf(medium).address})
            requireInside(part, body);
        require(medium.formatCount <= SdpLimits::formats && medium.format(medium.formatCount).empty(),
            "formats are bounded");
        for (int place = 0; place < medium.formatCount; ++place)
            require(!medium.format(place).empty(), "every format that was counted is there");
        requireInside(medium.rtpmap(medium.format(0)), medium.section);
    }
    // Line ends say nothing: with CR LF it is the same description
    QByteArray whole;
    SdpLines lines(body);
    for (SdpLine line; lines.next(line);)
        whole += bytes(line.text) + "\r\n";
    if (sdp.has(SdpFault::Limit) || whole.size() > static_cast<qsizetype>(SdpLimits::octets) || whole.isEmpty())
        return;
    const Sdp again = readSdp(view(whole));
    require(again.faults == (sdp.faults & ~(bit(SdpFault::BareLineEnd) | bit(SdpFault::NotClosed))),
        "line ends change nothing else");
    require(again.mediaCount == sdp.mediaCount && again.ssrc == sdp.ssrc && again.name == sdp.name
            && again.user == sdp.user && again.mediaInfo == sdp.mediaInfo,
        "line ends change no field");
    for (std::size_t i = 0; i < static_cast<std::size_t>(sdp.mediaCount); ++i)
        require(again.media[i].formats == sdp.media[i].formats && again.media[i].port == sdp.media[i].port
                && again.media[i].direction == sdp.media[i].direction,
            "line ends change no medium");
}

} // namespace gb::fuzz
