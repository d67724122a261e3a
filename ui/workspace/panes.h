#pragma once
#include <QList>

namespace gb::ui {

class Desk;
class Pane;

/// Makes the panes of a window, in the order in which they get news. The caller owns them.
QList<Pane *> makePanes(Desk &desk);

} // namespace gb::ui
