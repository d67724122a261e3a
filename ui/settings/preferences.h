#pragma once
#include "core/client/play/play.h"
#include "core/report/words/shownclock.h"

#include <QString>

namespace gb::ui {

/// What the dialog of preferences shows. Each value has a range; see AppSettings.
struct Preferences
{
    QString language, theme; ///< as AppSettings::language() and theme()
    int textSize = 0;        ///< points, 7 to 24; 0: the system's
    wording::ShownClock clock;

    enum class Fold : quint8 {
        Auto, ///< repeats always, heartbeats while one device is shown
        Always,
        Never
    };
    Fold fold = Fold::Auto;
    bool hideRepeats = false;
    bool brackets = true; ///< in the ladder, how long answers took

    QString recordFolder;  ///< absolute; empty: the usual one
    int keepDays = 0;      ///< records, and parts of the one that runs, that are older go; 0: none
    int keepMegabytes = 0; ///< the oldest go while they take more; 0: none

    quint16 sipPort = 5060, hepPort = 9060; ///< that the form of listening begins with
    /// Of media, for the next play: 1024 to 65535, with an even port and the next one among them.
    quint16 mediaFirstPort = PlayQuestion::usualFirstPort, mediaLastPort = PlayQuestion::usualLastPort;

    bool operator==(const Preferences &) const = default;
};

} // namespace gb::ui
