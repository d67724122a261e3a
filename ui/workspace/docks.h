#pragma once
#include <QObject>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace gb::ui {

class AppSettings;
class Commands;
class Pane;
class PaneTitle;

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
    /// The layout that was kept, else the default one. When the window is shown: its size must be known.
    void restore(const AppSettings &settings, int centre);
    void save(AppSettings &settings) const;
    void reset(AppSettings &settings);

    /// The panes at the bottom get as much as somebody pulled them to, else their share. A tall page takes its height
    /// from them while it is seen: `centre` in pixels, 0 for other pages.
    void giveRoom(int centre);
    /// Puts the keyboard into that pane, if it is to be seen.
    void focus(const QString &id);
    /// In a low window the panes at the right share the place of those at the bottom, as long as nobody has moved one.
    void fitHeight(int height);
    /// To its title line, or open again; panes that share a place go together.
    void setCollapsed(const QString &id, bool collapsed);
    bool isCollapsed(const QString &id) const;
    /// While a separator is held.
    void pullBegins();
    void pullEnds();

private:
    static constexpr int layoutVersion = 4;

    struct Dock
    {
        Pane *pane;
        QDockWidget *widget;
        Qt::DockWidgetArea area;
        PaneTitle *title;
        int open; ///< height or width ahead of collapsing
    };

    void defaultLayout();
    void nameTabs();
    void shareWidth();
    void shareHeight();
    void collapse(Dock &dock, bool collapsed);
    bool areWherePut() const;
    QDockWidget *bottomDock() const;
    int bottomHeight() const;

    QMainWindow *m_window;
    QList<Dock> m_docks;
    int m_centre = 0;    ///< height that the page in the centre wants at their cost
    int m_pulled = 0;    ///< height of the panes at the bottom that somebody chose; 0: nobody did
    int m_pullFrom = -1; ///< while a separator is held: their height before
    QByteArray m_high;   ///< while the window is low: the layout when it was not
    bool m_low = false;
};

} // namespace gb::ui
