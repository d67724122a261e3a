#pragma once
#include "core/report/identityshapes.h"

namespace gb::identity {

/// By the places where they stand: headers and URIs of SIP, lines of SDP, elements of MANSCDP, whatever is broken in
/// them. Places may overlap: the first one told counts. Linear.
void findPlaced(std::string_view text, const Found &found);

} // namespace gb::identity
