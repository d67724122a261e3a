#pragma once
#include "core/capture/importer.h"
#include "core/session/analysis.h"

namespace gb {

/// Reads the next message of a capture and folds it. Null where the packet is no signalling; `result` as
/// PcapReader::step.
inline std::optional<Trace> nextTrace(Importer &importer, Analysis &analysis, PcapReader::Result &result)
{
    std::optional<Datagram> message = importer.next(result);
    if (const auto note = importer.takeNote())
        analysis.observe(*note);
    return message ? std::optional(analysis.observe(std::move(*message))) : std::nullopt;
}

} // namespace gb
