#pragma once
#include "core/findings/catalogwatch.h"
#include "core/findings/contactwatch.h"
#include "core/findings/findings.h"
#include "core/findings/fleetwatch.h"
#include "core/findings/listeningwatch.h"
#include "core/findings/recordwatch.h"
#include "core/findings/requestwatch.h"
#include "core/findings/statewatch.h"
#include "core/findings/streamwatch.h"

namespace gb {

/// What Findings is made of. Nobody else includes it.
struct Findings::Parts
{
    explicit Parts(const DeviceStore &devices)
        : base{devices}
    {
    }

    FindingsBase base;
    CatalogWatch catalogs{base};
    RecordWatch record{base, catalogs};
    AddressWatch addresses{base};
    StreamWatch streams{base};
    FleetWatch fleet{base};
    ContactWatch contacts{base};
    RequestWatch requests{base};
    StateWatch states{base, addresses};
    ListeningWatch listening{base, contacts};
};

} // namespace gb
