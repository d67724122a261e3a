#pragma once
#include "core/capture/sessionfolder.h"
#include "core/devices/heartbeat.h"

namespace gb {

/// How a live session works.
struct LiveOptions
{
    HeartbeatPolicy policy{};
    int batchMilliseconds = 40;   ///< 0: a batch for every burst of datagrams
    bool summaries = true;        ///< off: messages are counted, not listed, cannot be read, and of each device only
                                  ///< DeviceStore::shortHistory() heartbeats are kept
    int maxPendingBatches = 64;   ///< that were not taken yet; more are merged
    sessionfolder::Limits keep{}; ///< of the folder of records, while one without a name of its own is written there
    bool cameras = false;         ///< virtual ones come to it whenever it listens as a server, see DemoFleet
};

} // namespace gb
