#pragma once
#include "core/capture/importer.h"

#include <QStringList>

namespace gb::cli {

/// What a capture without one SIP message is, and what to try; empty where it has some. `sip`: how many it has.
QStringList withoutSip(quint64 sip, const Importer &importer);

} // namespace gb::cli
