#pragma once
#include "core/devices/devicestore.h"
#include "core/findings/findings.h"
#include "core/flow/counters.h"
#include "core/flow/deliveries.h"
#include "core/flow/flowlog.h"
#include "core/flow/operations.h"

namespace gb {

/// What the observers of a record make of it; each may look at what those ahead of it have made.
struct Fold
{
    explicit Fold(const HeartbeatPolicy &policy)
        : devices(policy)
    {
        findings.setSite({.policy = policy});
    }

    FlowLog flow;
    Deliveries deliveries;
    std::optional<Undelivered> undelivered; ///< what the note that is being told is about
    std::optional<BrokenOff> brokenOff;     ///< the same
    std::vector<Endpoint> reached;          ///< by the message that is being told: ends of its device
    DeviceStore devices;
    Operations operations;
    Findings findings{devices};
    Counters counters;
};

} // namespace gb
