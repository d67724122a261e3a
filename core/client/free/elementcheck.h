#pragma once
#include "core/client/free/freecheck.h"

namespace gb {

/// What a body has that the standard's table of elements does not, or has in another place, too often or not at all.
/// Bodies of commands that are not in the table, and of other roots, are not judged. `edition`: what the device
/// announced; empty: elements of any one edition may stand there. Lines are those of the body, from 1.
QList<FreeFault> checkElements(const QByteArray &body, std::optional<Edition> edition);

} // namespace gb
