#pragma once
#include <QStringList>

namespace gb::ui {

class Desk;

/// Asks in the window what shall become of sessions that were not closed.
void offerUnfinished(Desk &desk, const QStringList &unfinished);

} // namespace gb::ui
