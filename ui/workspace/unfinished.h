#pragma once
#include <QStringList>

namespace gb::ui {

class Desk;

/// Asks in the window what shall become of sessions that were not closed, and tells which were `removed`, since the
/// preferences keep no more.
void offerUnfinished(Desk &desk, const QStringList &unfinished, const QStringList &removed = {});

} // namespace gb::ui
