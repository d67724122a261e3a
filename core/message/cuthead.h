#pragma once
#include "core/message/siphead.h"

namespace gb {

/// A method and the start of a URI: of a request whose first line may not be all there.
bool beginsRequest(std::string_view octets);

/// As scanHead() of a message whose end was not captured. Only lines that are whole are read: half of a Call-ID or of a
/// user would be another one. That something is not there is no fault. Of a first line that is not whole it has the
/// method or the status.
SipHead scanCutHead(std::string_view octets);

} // namespace gb
