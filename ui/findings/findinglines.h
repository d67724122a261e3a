#pragma once
#include "core/findings/finding.h"

#include <QList>
#include <QSet>

namespace gb::ui {

/// A line of the list: a finding, or many devices with the same one.
struct FindingLine
{
    quint32 id = 0;            ///< the finding; of many devices, that of the first in the order
    quint64 key = 0;           ///< names the line while others come and go
    int depth = 0;             ///< so many lines above it have it folded under them
    int devices = 0;           ///< that have it; 0: a finding by itself
    int under = 0;             ///< lines directly under it, shown or not
    bool open = false;         ///< they are shown
    quint64 count = 0;         ///< how often it was seen, with all devices
    TimePoint first{}, last{}; ///< the same

    bool isGroup() const { return devices > 0; }
    bool operator==(const FindingLine &) const = default;
};

/// One event is one line: what follows from another finding stands under it, and the same finding of many devices is
/// one line that opens. Pure.
namespace findinglines {

constexpr int manyDevices = 3; ///< with the same finding make a group

/// Of findings in their order; lines whose keys are in `open` show what is under them.
QList<FindingLine> arrange(const QList<const Finding *> &findings, const QSet<quint64> &open);
/// The keys of the lines that have to be open for this one to be shown.
QSet<quint64> above(const QList<const Finding *> &findings, quint32 id);

} // namespace findinglines
} // namespace gb::ui
