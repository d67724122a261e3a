#pragma once
#include <QAction>
#include <QActionGroup>
#include <QObject>

class QDockWidget;
class QMainWindow;
class QMenu;

namespace gb::ui {

/// The menus of a window and their actions, with their keys. Who owns the window connects them.
class WindowActions final : public QObject
{
    Q_OBJECT
public:
    /// `live`: the window listens; a window of a file has nothing to do with that.
    WindowActions(QMainWindow *window, bool live);

    void addDocks(const QList<QDockWidget *> &docks);
    void retranslate();
    /// Checks what is in force.
    void setLanguage(const QString &language);
    void setTheme(const QString &theme);
    /// In the order in which they are offered.
    void setRecentFiles(const QStringList &files);
    QMenu *recent() const { return m_recent; }

    QAction *listen, *stop, *open, *exportMessages, *close, *quit;
    QAction *findMessages, *findNext, *findPrevious;
    QAction *findDevice, *cameraCard, *expectedDevices, *knownPasswords, *clearFilters, *resetLayout, *fullScreen;
    QAction *keys, *about;
    QAction *bothEnds, *silenceTest, *overview;

signals:
    void recentChosen(const QString &file);
    void languageChosen(const QString &language); ///< "en", "zh_CN", empty for the system's
    void themeChosen(const QString &theme);       ///< "light", "dark", empty for the system's

private:
    QAction *add(QMenu *menu, const QString &icon, const QList<QKeySequence> &shortcuts = {});

    QMainWindow *m_window;
    QMenu *m_capture, *m_devices, *m_messages, *m_view, *m_help, *m_language, *m_theme, *m_recent;
    QActionGroup *m_languages, *m_themes;
};

} // namespace gb::ui
