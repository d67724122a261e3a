#pragma once
#include "core/devices/devicestore.h"
#include "core/devices/facets/admission.h"
#include "core/devices/facets/deviceroles.h"

namespace gb {

/// What DeviceStore is made of; each one knows those ahead of it alone. Nobody else includes it.
struct DeviceStore::Facets
{
    explicit Facets(HeartbeatPolicy policy)
        : judge(policy, rows, news)
        , passwords(rows, news, judge)
        , registrations(rows, news, passwords, pending, texts)
        , keepalives(rows, news, judge, registrations, pending)
        , roles(rows, news)
        , admission(rows, news, judge, pending, registrations, keepalives)
    {
    }

    SharedTexts texts;
    DeviceRows rows;
    NewsLog news;
    PendingRequests pending;
    DeviceJudge judge;
    KnownPasswords passwords;
    Registrations registrations;
    Keepalives keepalives;
    DeviceRoles roles;
    Admission admission;
};

} // namespace gb
