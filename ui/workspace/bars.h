#pragma once
#include <QList>
#include <QObject>

class QAction;
class QMainWindow;
class QToolBar;
class QWidget;

namespace gb::ui {

class Commands;
class Pane;

/// The tool bar of a window, of panes and commands, and the banners below it.
class Bars final : public QObject
{
    Q_OBJECT
public:
    explicit Bars(QMainWindow *window);

    void addTool(int rank, QWidget *widget);
    void addBanner(Pane *pane, QWidget *widget);
    /// Puts the tools and the commands into the tool bar, by rank. Call it once, when all are known.
    void fill(const Commands &commands);

private:
    struct Tool
    {
        int rank;
        QWidget *widget; ///< nullptr: the action
        QAction *action;
    };

    QToolBar *add(const QString &id);

    QMainWindow *m_window;
    QToolBar *m_bar;
    QList<Tool> m_tools;
};

} // namespace gb::ui
