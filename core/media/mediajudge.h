#pragma once
#include "core/media/mediachain.h"

/// From the numbers of a play to its chain, its findings and its verdict. Pure functions of the report.
namespace gb::mediajudge {

/// Fills links, findings, verdict and times from what else the report has.
void judge(MediaReport &report);

/// Instants at which the verdict may change though nothing happens; past ones, too.
std::vector<TimePoint> deadlines(const MediaReport &report);

/// The transport that was agreed, else the one that was seen.
bool overTcp(const MediaReport &report);
/// Both sides of the signalling are in the record, so the stream's start is.
bool startSeen(const MediaReport &report);
/// When packets may be expected from: the ACK, else the answer; over TCP the connection.
std::optional<TimePoint> mayFlowSince(const MediaReport &report);
/// The record has the packets, and so nearly all of what they carry that what is absent was not sent.
bool absenceProves(const MediaReport &report);
/// Video is expected: not of an audio call.
bool wantsVideo(const MediaReport &report);
/// The payload is what was agreed for its payload type, other than PS.
bool agreedOtherPayload(const MediaReport &report);
/// Playback or Download: a recording, with the gaps that recordings have.
bool ofHistory(const MediaReport &report);
/// The answer has port 0, RFC 3264 6: the device takes the call and not its media.
bool mediaRefused(const MediaReport &report);
/// Nothing more is to come.
bool over(const MediaReport &report);

} // namespace gb::mediajudge
