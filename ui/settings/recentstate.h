#pragma once
#include "ui/settings/savedfilters.h"

namespace gb::ui {

/// How one of the recent captures was when it was last shown.
struct RecentState
{
    qint64 devices = -1, messages = -1; ///< -1: not known
    SavedFilter filter;                 ///< of the message flow; without text: none
};

RecentState recentState(const AppSettings &settings, const QString &file);
/// Those of files that are recent no more are dropped.
void saveRecentState(AppSettings &settings, const QString &file, const RecentState &state);

} // namespace gb::ui
