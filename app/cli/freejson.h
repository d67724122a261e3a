#pragma once
#include "core/client/free/free.h"

#include <QJsonObject>

namespace gb::cli {

/// What became of a message that somebody wrote: a `sent` event.
QJsonObject freeObject(const FreeReport &report);
/// As an exit status.
int statusOf(const FreeReport &report);

} // namespace gb::cli
