#pragma once
#include "core/net/icmperror.h"

#include <QString>

namespace gb::wording {

/// "host unreachable": what a report of ICMP says, in a few words.
QString icmpReason(IcmpReason reason);
/// The same; `number` of an IcmpReason.
QString icmpReason(const QString &number);

} // namespace gb::wording
