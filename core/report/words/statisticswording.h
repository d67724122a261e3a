#pragma once
#include "core/base/clock.h"

#include <QStringList>

/// Words of the statistics of messages, in the window and on a terminal.
namespace gb::wording {

/// In the order in which they stand.
enum class StatisticsSection { Requests, Statuses, Times, Repeats, AgentsOf, Sizes, Devices };
QString statisticsTitle(StatisticsSection section);
/// Of each line: value, messages, share, and of times median, 95 %, longest.
QStringList statisticsColumns();
/// By the name that Statistics::repeats has.
QString copyKind(const QString &name);
QString allDevices();
QString noDevice();
QString notTold();

} // namespace gb::wording
