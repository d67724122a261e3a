#pragma once
class QMainWindow;

namespace gb::ui {

class Desk;
class Docks;

/// The commands that are no pane's: language, theme, layout, help, and the end.
void addWindowCommands(QMainWindow &window, Desk &desk, Docks &docks);

} // namespace gb::ui
