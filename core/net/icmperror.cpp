#include "core/net/icmperror.h"

namespace gb {
namespace {

/// Type 3 of RFC 792, RFC 1122 §3.2.2.1 and RFC 1812 §5.2.7.1.
IcmpReason unreachable4(int code)
{
    switch (code) {
    case 0:
    case 6:
    case 11: return IcmpReason::Network;
    case 1:
    case 5:
    case 7:
    case 8:
    case 12: return IcmpReason::Host;
    case 2: return IcmpReason::Protocol;
    case 3: return IcmpReason::Port;
    case 4: return IcmpReason::TooBig;
    case 9:
    case 10:
    case 13: return IcmpReason::Prohibited;
    default: return IcmpReason::Other;
    }
}

/// Type 1 of RFC 4443 §3.1.
IcmpReason unreachable6(int code)
{
    switch (code) {
    case 0:
    case 2: return IcmpReason::Network;
    case 1:
    case 5:
    case 6: return IcmpReason::Prohibited;
    case 3: return IcmpReason::Host;
    case 4: return IcmpReason::Port;
    default: return IcmpReason::Other;
    }
}

} // namespace

IcmpReason icmpReasonOf(bool v6, int type, int code)
{
    if (v6)
        return type == 1 ? unreachable6(code)
            : type == 2  ? IcmpReason::TooBig
            : type == 3  ? IcmpReason::TimeExceeded
                         : IcmpReason::Other;
    return type == 3 ? unreachable4(code) : type == 11 ? IcmpReason::TimeExceeded : IcmpReason::Other;
}

} // namespace gb
