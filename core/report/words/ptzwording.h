#pragma once
#include "core/message/ptzcode.h"

#include <QString>

/// Words for the eight bytes of a PTZCmd, GB/T 28181-2022 A.3. Plain text.
namespace gb::wording {

/// What some bits say: "pan speed 64".
QString ptzBits(const PtzBits &bits);
/// Which: "byte 4, bits 8 to 7".
QString ptzPlace(const PtzBits &bits);

} // namespace gb::wording
