#pragma once
#include "core/ladder/flowfilter.h"
#include "core/session/logreading.h"

#include <vector>

namespace gb {

/// The text of a filter, see core/filter/parser.h, and what is shown of a match.
struct WantedMessages
{
    QString text; ///< can be read; empty: all are wanted
    FlowFilter::Scope scope = FlowFilter::Scope::Message;
};

/// Which messages of captures meet a filter.
struct FilteredMessages
{
    std::vector<bool> shown; ///< by number
    quint64 count = 0;       ///< shown
    quint64 of = 0;          ///< messages
    quint64 gaveUp = 0;      ///< see OctetCheck
    quint64 forgotten = 0; ///< messages at the start that there was no room for, and that are not shown; see MessageLog
    bool cancelled = false;
    QString error; ///< the captures cannot be opened

    bool shows(quint64 number) const { return number < shown.size() && shown[number]; }
};

/// Reads the captures as a window does, so that what comes later, such as an answer, is known. `progress` as of
/// Importer::open(). Runs as long as it takes.
FilteredMessages filteredMessages(const QStringList &files, const WantedMessages &wanted,
    const Reading::Options &options, const std::function<bool(double)> &progress = {});
/// The same, where what was read is wanted, too.
FilteredMessages filteredMessages(LogReading &reading, const QStringList &files, const WantedMessages &wanted,
    const std::function<bool(double)> &progress = {});

} // namespace gb
