#pragma once
#include "core/session/batch.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/firstsize.h"

#include <QTimer>

#include <memory>

class QStackedWidget;

namespace gb::ui {

class Bars;
class Docks;
class MenuBar;
class Pane;

/// One window shows one session: what is heard live, or a file. It places the panes and hands them news and time; what
/// they are is in `panes.cpp`.
class MainWindow final : public FirstSize
{
    Q_OBJECT
public:
    MainWindow(
        AppSettings &settings, Languages &languages, std::unique_ptr<Session> session, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Listens, watches or receives, and remembers it for the next start.
    void start(const ListenChoice &choice);
    /// The same without remembering it.
    void startOnce(const ListenChoice &choice);
    /// Listens as a server that the form does not show.
    void listenOnce(const ServerConfig &config);
    /// Tells of sessions that were not closed, and of those that were removed.
    void offer(const QStringList &unfinished, const QStringList &removed = {});
    /// What could not be used of the settings or the arguments; stays until it is closed.
    void tellProblems(const QStringList &problems) { m_desk->tellProblems(problems.join(u'\n')); }
    /// A policy that is not kept for the next start, for all devices; nor are those of devices' own that are given from
    /// now on.
    void setPolicy(const HeartbeatPolicy &policy);
    /// In place of the system's; it must outlive the window.
    void useClock(const Clock &clock) { m_desk->useClock(clock); }

signals:
    /// As a server.
    void listening(gb::Endpoint endpoint, const gb::ServerConfig &config);
    /// Several are shown together, in the order of time.
    void openRequested(const QStringList &files);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeCentre();
    void place(Pane *pane, QWidget *widget);
    void showPane(const QString &id, bool enter);
    void turnTo(int page);
    int heightOf(int page) const;
    void retranslate();
    void take(const BatchPtr &batch);
    void tick();

    std::unique_ptr<Desk> m_desk;
    QStackedWidget *m_centre;
    Docks *m_docks;
    Bars *m_bars;
    MenuBar *m_menus = nullptr;
    QList<Pane *> m_panes;
    QList<Pane *> m_pages; ///< in the order of the centre
    bool m_laidOut = false;
    TimePoint m_tickedAt{};
    QTimer m_tick;
};

} // namespace gb::ui
