#pragma once
#include <QObject>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace gb::ui {

class AppSettings;
class Commands;
class Pane;

/// Panes around the centre of a window, and their shares of the room.
class Docks final : public QObject
{
    Q_OBJECT
public:
    explicit Docks(QMainWindow *window);

    void add(Pane *pane, QWidget *widget, Qt::DockWidgetArea area);
    /// One for each pane, to show and hide it.
    void addCommands(Commands &commands);
    /// The widget of that pane; nullptr where no dock has it.
    QWidget *show(const QString &id);
    void retranslate();

    void restoreGeometry(const AppSettings &settings);
    /// The layout that was kept, else the default one. When the window is shown: its size must be known. `hasRoom`: the
    /// centre leaves room for the panes below it.
    void restore(const AppSettings &settings, bool hasRoom);
    void save(AppSettings &settings) const;
    void reset(AppSettings &settings);

    /// The panes at the bottom get as much as somebody pulled them to, else their share. A tall page takes its height
    /// from them while it is seen.
    void giveRoom();
    /// While a separator is held.
    void pullBegins();
    void pullEnds();

private:
    static constexpr int layoutVersion = 2;

    struct Dock
    {
        Pane *pane;
        QDockWidget *widget;
        Qt::DockWidgetArea area;
    };

    void defaultLayout();
    void nameTabs();
    QDockWidget *bottomDock() const;
    int bottomHeight() const;

    QMainWindow *m_window;
    QList<Dock> m_docks;
    int m_pulled = 0;    ///< height of the panes at the bottom that somebody chose; 0: nobody did
    int m_pullFrom = -1; ///< while a separator is held: their height before
};

} // namespace gb::ui
