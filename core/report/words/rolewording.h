#pragma once
#include "core/devices/roster.h"

#include <QString>

namespace gb::wording {

/// "device", "lower platform", … in the reader's language.
QString role(Role role);
/// Stable, for programs: "device", "lower-platform", "platform", "upper-platform", "sip-phone", "sip-proxy", "unknown".
QString roleCode(Role role);
/// What the role follows from: "registers with 10.0.0.1:5060; is registered with by …". Empty where nothing is known.
QString roleBecause(const Party &party);

} // namespace gb::wording
