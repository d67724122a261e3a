#pragma once
#include "core/findings/addresswatch.h"

/// What DeviceStore noticed while it followed a device, as findings.
namespace gb::noticed {

void tell(const Sign &sign, FindingsBase &base, const AddressWatch &addresses);

} // namespace gb::noticed
