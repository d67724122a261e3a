#pragma once
#include "core/report/format.h"

/// Each is a file of its own beside this one.
namespace gb::shelf {

extern const Format pcapng, pcap, text, ladder, asciiLadder, svg, mermaid, plantUml, markdown, csv, jsonLines,
    devicesCsv, devicesJson, heartbeatsCsv, heartbeatsJson, heartbeatsSvg, findingsCsv, findingsJson, mediaCsv,
    mediaJson, sippDevice, sippAnswers, sippPlatform;

} // namespace gb::shelf
