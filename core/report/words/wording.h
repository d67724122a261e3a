#pragma once
#include "core/capture/livecapture.h"
#include "core/client/deviceconfigtask.h"
#include "core/devices/device.h"
#include "core/devices/heartbeattruth.h"
#include "core/flow/awaited.h"
#include "core/flow/trace.h"
#include "core/message/deviceid.h"
#include "core/message/offercheck.h"
#include "core/message/siphead.h"

#include <QString>

/// Sentences for people, in the language of the installed translator (English without one). Plain text, never markup.
namespace gb::wording {

QString state(DeviceState state);
QString note(const Note &note);
/// "password 2 of the list"; `place` as NoteCode::PasswordKnown has it.
QString passwordName(const QString &place);
QString headFault(HeadFault fault);
/// What is wrong with a body; `what` shows it, and may be empty.
QString bodyFault(ManscdpFault fault, const QString &what);
/// What shows that a MESSAGE lost its body, as NoteCode::BodyLost has it.
QString bodyLoss(const QString &how, const QString &amount);
/// What a device may refuse an INVITE for.
QString offerFault(OfferFault fault);
/// "Camera", "NVR"; empty where the digits tell nothing.
QString deviceType(IdType type);
/// "announces X-GB-Ver 3.0 (GB/T 28181-2022)", or that it announces none; empty where no REGISTER of it was seen. What
/// a device announces nothing of is not guessed.
QString announcedVersion(const DeviceSnapshot &device);
/// Why a message is seen again. Empty for a first copy.
QString repeat(const CopyInfo &copy, TransportKind transport);
/// "no answer · timer F, 32 s", "no ACK yet · timer H in 12 s"; `running`: the record goes on.
QString awaited(const Awaited &awaited, TimePoint now, bool running);
/// What became of reading or setting a device's heartbeat, one sentence.
QString config(const ConfigReport &report);
/// "measured since: 30.0 s over 4 beats: follows"; `wanted` is what was set.
QString rhythm(const Rhythm &rhythm, std::chrono::seconds wanted);
/// "Expires: its next REGISTER came with 7200 s: follows"; `granted` is empty while no REGISTER came since `wanted` was
/// set, both in seconds.
QString renewal(std::optional<int> granted, int wanted);
/// "12 s", "6 min 5 s", "3 h 20 min", "2 d 4 h".
QString span(Duration duration);
/// The state and its reason in one line: "silent 6 min, was 60 s".
QString sentence(const DeviceSnapshot &device, TimePoint now);
/// The same without the interval of its heartbeats, where room is scarce or the interval stands beside it.
QString briefSentence(const DeviceSnapshot &device, TimePoint now);
/// The same with "\u2026" for times that run on: what it says until the device says something else.
QString lastingSentence(const DeviceSnapshot &device);

/// What a GapReason says, in a few words.
QString gapReason(GapReason reason);
/// The same with what was measured: "new port \u00b7 32 s late", "3 missing".
QString gap(const GapVerdict &verdict);
/// "60 s \u00d7 3".
QString policy(const HeartbeatPolicy &policy);

/// Why a network card is not captured; the remedy for a missing permission is permissionCommand().
QString captureFailure(CaptureError error, const QString &interface, const QString &detail);
/// What to type so that the program in this file may capture; empty on systems where that is not typed.
QString permissionCommand(const QString &program);

} // namespace gb::wording
