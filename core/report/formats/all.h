#pragma once
#include "core/report/format.h"

/// Each is a file of its own beside this one.
namespace gb::shelf {

extern const Format pcapng, pcap, text, ladder, asciiLadder, mermaid, markdown, csv, jsonLines, sippDevice, sippAnswers,
    sippPlatform;

} // namespace gb::shelf
