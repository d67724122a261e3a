#pragma once
#include "core/devices/device.h"

#include <QString>

namespace gb::ui {

/// Columns of the device table that others name. All of them, in the order of the model, are in a list in
/// devicecolumns.cpp; one that nobody names stands there alone.
enum class DeviceColumn : int {
    State,
    Reason,
    Id,
    Alias,
    Type,
    Vendor,
    Address,
    Transport,
    RegisteredSince,
    ExpiresIn,
    LastHeartbeat,
    MedianInterval,
    Misses,
    LastProblem,
    GbVersion,
    Beats,
};

extern const int deviceColumnCount;

/// What a column sorts by; never the text that is shown, which changes with language and time.
struct SortKey
{
    bool missing = false; ///< nothing to sort by: last, whichever way the order runs
    qint64 number = 0;    ///< then
    qint64 second = 0;    ///< then
    QString text;         ///< then, regardless of case
    bool operator==(const SortKey &) const = default;
};

/// Worst first: 0 is what needs a person most. Offline and Lapsed are equally bad.
int stateRank(DeviceState state);

/// The state that stands for `state` in the summary line: whatever is silent without having failed counts as Offline.
DeviceState summaryState(DeviceState state);

QString columnTitle(DeviceColumn column);
/// `alias` is what the device is called, by the user or by the list of expected devices.
/// One line, plain text; relative times as of `now`.
QString columnText(const DeviceSnapshot &device, const QString &alias, DeviceColumn column, TimePoint now);
/// Several lines, plain text.
QString columnToolTip(const DeviceSnapshot &device, const QString &alias, DeviceColumn column, TimePoint now);
SortKey sortKey(const DeviceSnapshot &device, const QString &alias, DeviceColumn column);

/// The widest usual content, never translated: it only measures. Empty of State, which has a mark as well.
QString columnSample(DeviceColumn column);
bool isNumeric(DeviceColumn column);

} // namespace gb::ui
