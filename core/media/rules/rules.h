#pragma once
#include "core/media/mediajudge.h"

#include <span>

/// Causes as rules: each looks at the report of a play and says what it proves. None keeps anything; time is `now` of
/// the report. What looks the same on the wire is one rule that names both. Adding one: a file here, a line in
/// rules.cpp, words in core/report/words.
namespace gb::mediarules {

using Findings = std::vector<MediaFinding>;
using Rule = void (*)(const MediaReport &report, Findings &findings);

/// All of them, in the order of the chain.
std::span<const Rule> all();
/// The link that a cause breaks; none of results and of what only the end shows.
std::optional<MediaLink> linkOf(MediaCause cause);

// answers.cpp
void refused(const MediaReport &, Findings &);
void ackLost(const MediaReport &, Findings &);
// nothing.cpp
void nothingArrives(const MediaReport &, Findings &);
// connection.cpp
void connection(const MediaReport &, Findings &);
void connectedLate(const MediaReport &, Findings &);
void setupContradicts(const MediaReport &, Findings &);
// framing.cpp
void framing(const MediaReport &, Findings &);
// source.cpp
void ssrc(const MediaReport &, Findings &);
void ssrcChanges(const MediaReport &, Findings &);
// payloadtype.cpp
void payloadType(const MediaReport &, Findings &);
// loss.cpp
void loss(const MediaReport &, Findings &);
void disorder(const MediaReport &, Findings &);
// timing.cpp
void timestamps(const MediaReport &, Findings &);
void marker(const MediaReport &, Findings &);
void jitter(const MediaReport &, Findings &);
// payload.cpp
void payload(const MediaReport &, Findings &);
// programstream.cpp
void brokenProgram(const MediaReport &, Findings &);
void pesLengths(const MediaReport &, Findings &);
void layout(const MediaReport &, Findings &);
void presentationTimes(const MediaReport &, Findings &);
// programmap.cpp
void programMap(const MediaReport &, Findings &);
void mapCodec(const MediaReport &, Findings &);
// keyframes.cpp
void video(const MediaReport &, Findings &);
void keyFrames(const MediaReport &, Findings &);
// audio.cpp
void audio(const MediaReport &, Findings &);
void audioCodec(const MediaReport &, Findings &);
void talk(const MediaReport &, Findings &);
// ending.cpp
void ending(const MediaReport &, Findings &);
void stopped(const MediaReport &, Findings &);
void control(const MediaReport &, Findings &);

/// A finding that is sure, at a packet.
inline MediaFinding atPacket(MediaCause cause, MediaWeight weight, MediaBlame blame, const PsPlace &place,
    QStringList words = {}, std::optional<MediaCause> twin = {})
{
    return {cause, weight, blame, false, place.packet, place.at, std::move(words), twin};
}
/// One that no packet proves.
inline MediaFinding atTime(MediaCause cause, MediaWeight weight, MediaBlame blame, TimePoint at, QStringList words = {},
    std::optional<MediaCause> twin = {})
{
    return {cause, weight, blame, false, 0, at, std::move(words), twin};
}
/// As words: 60.3
inline QString secondsText(Duration duration)
{
    return QString::number(inSeconds(duration), 'f', 1);
}
inline QString ssrcText(quint32 ssrc)
{
    return QStringLiteral("%1").arg(ssrc, 10, 10, QLatin1Char('0'));
}

} // namespace gb::mediarules
