#include "ui/workspace/mainwindow.h"

#include <QDockWidget>

/// Where Tab leads in the main window.
namespace gb::ui {

/// Not to what nobody sees: of panes that share a place Qt moves those behind away, and leaves them to Tab.
bool MainWindow::focusNextPrevChild(bool next)
{
    constexpr int most = 200;
    const auto isBehind = [this](const QWidget *widget) {
        while (widget && widget != this && !qobject_cast<const QDockWidget *>(widget))
            widget = widget->parentWidget();
        return widget && widget != this && widget->visibleRegion().isEmpty();
    };
    for (int i = 0; i < most; ++i) {
        if (!QMainWindow::focusNextPrevChild(next))
            return false;
        if (!isBehind(focusWidget()))
            break;
    }
    return true;
}

} // namespace gb::ui
