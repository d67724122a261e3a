#pragma once
#include <QString>

namespace gb::ui {

class AppSettings;

/// What was in a capture when it was last shown; both -1: not known.
struct RecentCounts
{
    qint64 devices = -1, messages = -1;
};

/// Of one of the recent files.
RecentCounts recentCounts(const AppSettings &settings, const QString &file);
/// Those of files that are recent no more are dropped.
void saveRecentCounts(AppSettings &settings, const QString &file, const RecentCounts &counts);

} // namespace gb::ui
