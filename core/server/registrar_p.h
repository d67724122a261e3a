#pragma once
#include "core/message/siphead.h"

namespace gb {

/// Of a REGISTER. From names the address-of-record's owner; a few cameras leave its user part out.
inline std::string_view deviceOf(const SipHead &head)
{
    return head.from.uri.user.empty() ? head.contact.uri.user : head.from.uri.user;
}

} // namespace gb
