#pragma once
#include "core/message/digestguess.h"
#include "core/message/siphead.h"

namespace gb {

/// What a record tells of a device and its server beside the request at hand.
struct DigestContext
{
    QList<QByteArray> users;  ///< names that the device, or others at its address, used
    QList<QByteArray> realms; ///< that were challenged or used
    QByteArray server;        ///< "192.168.1.15:5060", where the request went to
};

/// What a device may have put into its digest by mistake: names, domains and URIs of its request, what the record knows
/// besides, what devices have from the factory, and these as they are mistyped.
DigestHints digestHints(const SipHead &request, const DigestContext &context);

} // namespace gb
