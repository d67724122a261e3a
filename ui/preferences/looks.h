#pragma once
#include "ui/settings/preferences.h"

namespace gb::ui {

class Languages;

/// What of the preferences is the whole program's: language, theme, size of text, clock. Only what differs from
/// `before`, so that an option of the command line rules on until somebody chooses otherwise.
void applyLooks(const Preferences &before, const Preferences &now, Languages &languages);

/// The same at the start of the program, but for language and theme.
void beginLooks(const Preferences &preferences);

} // namespace gb::ui
