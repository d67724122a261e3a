#pragma once
#include "core/client/play/play.h"

#include <QJsonObject>

namespace gb::cli {

/// What became of a play: event `play`.
QJsonObject playObject(const PlayReport &report);
/// One link of its chain: event `link`.
QJsonObject linkObject(const PlayProgress &progress, MediaLink link);

/// The same for people: the verdict, the chain, the numbers.
QString playText(const PlayReport &report);
/// A line for each of several.
QString playTable(const QList<PlayReport> &reports);

} // namespace gb::cli
