#pragma once
#include "core/flow/trace.h"
#include "core/message/sdp.h"

namespace gb {

/// What a request is about, in terms of the standards: "Catalog query", "Catalog 4/32", "PTZ left", "Alarm video",
/// "Play TCP passive". "Keepalive" of heartbeats alone. Safe to show, at most 60 characters; may be empty.
QString commandText(const Trace &trace);

/// The same of an INVITE with this offer: what it asks for, and how it is to come.
QString offerText(const Sdp &sdp);

/// What a PTZCmd of GB/T 28181-2022 A.3 orders: "left up", "zoom in", "stop", "preset 5 call"; empty
/// where it is none that a device should obey.
QString ptzText(const QString &hex);

} // namespace gb
