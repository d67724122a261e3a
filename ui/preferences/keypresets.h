#pragma once
#include "ui/settings/keychoices.h"

namespace gb::ui {

/// Keys that who knows sngrep presses without thinking: what they do there, as far as there is such a thing here. Other
/// commands give theirs up.
KeyChoices sngrepKeys();

} // namespace gb::ui
