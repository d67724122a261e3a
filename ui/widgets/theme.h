#pragma once
#include "core/devices/heartbeat.h"

#include <QColor>
#include <QFont>
#include <QPalette>

namespace gb::ui {

enum class Scheme { Light, Dark };

/// The colours that mean something; each also has a shape or a line of its own. Contrast at least 4.5:1 to the base, to
/// the window and to a selected row (`tst_contrast`).
struct Colours
{
    QColor online, late, offline, failed;               ///< device states
    QColor request, success, challenge, failure, media; ///< arrows
    QColor accent, muted, grid;                         ///< selection marks and focus, secondary text, hairlines
    QColor edge;                                        ///< of what can be pressed or typed into: at least 3:1
};

/// Fusion style with our palette; colours() follows.
void applyScheme(Scheme scheme);
/// "light", "dark", or anything else: as the system's palette was at the start.
void applyTheme(const QString &theme);
Scheme currentScheme();
const Colours &colours();

/// ● ◐ ○ ✕ : colour is never alone.
QChar stateShape(DeviceState state);
QColor stateColour(DeviceState state);

/// For raw text and IDs.
QFont monospace();

} // namespace gb::ui
