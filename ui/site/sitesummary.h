#pragma once
#include "core/devices/device.h"

#include <QList>
#include <QString>

namespace gb::ui {

class DeviceTableModel;
class FindingsModel;

/// A device that somebody has to look at.
struct Trouble
{
    QString id, name; ///< name: what people call it, else its ID
    DeviceState state = DeviceState::NeverSeen;
    bool missing = false; ///< expected, and nothing came
    QString why;          ///< its worst finding, else what its state says
    QString brief;        ///< the same where room is scarce; empty: there is no shorter one

    bool operator==(const Trouble &) const = default;
};

/// A site in a glance: how many are in, and who is in trouble and why, worst first.
struct SiteSummary
{
    int devices = 0; ///< that came or shall come
    int online = 0, late = 0, offline = 0, failed = 0, missing = 0;
    QList<Trouble> troubles;

    bool allWell() const { return devices > 0 && troubles.isEmpty(); }
};

SiteSummary summarise(const DeviceTableModel &devices, const FindingsModel &findings, TimePoint now);

/// What changed from one look to the next, a line each: who is in trouble now, who is out of it. At most `most` lines,
/// and one that says how many more. Of the first look nothing is told. What desktops could take for markup is replaced.
QStringList changesBetween(const SiteSummary &before, const SiteSummary &now, int most);

} // namespace gb::ui
