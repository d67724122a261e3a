#pragma once
#include "core/session/batch.h"
#include "ui/listen/listenchoice.h"
#include "ui/workspace/statuscounts.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QSet>
#include <QTimer>

#include <memory>

class QStackedWidget;
class QToolBar;
class QToolButton;
class QVBoxLayout;

namespace gb {
class MessageLog;
}

namespace gb::ui {

class AppSettings;
class CardWindow;
class DevicePanel;
class ExportFlow;
class FileSession;
class FindingsPanel;
class FlowPanel;
class HeartbeatPanel;
class HeartbeatStore;
class Languages;
class ListenForm;
class LiveSession;
class MessageBar;
class MessageView;
class PolicyControls;
class SessionSource;
class SettingWindow;
class SilenceBanner;
class SilenceWindow;
class SiteOverview;
class StatusLine;
class WindowActions;

/// One window shows one session: what is heard live, or a file. It only wires panes to their source.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// Exactly one of the sources is not null; the window owns it.
    MainWindow(AppSettings &settings, Languages &languages, std::unique_ptr<LiveSession> live,
        std::unique_ptr<FileSession> file, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Listens, watches or receives, and remembers it for the next start.
    void start(const ListenChoice &choice);
    /// The same without remembering it.
    void startOnce(const ListenChoice &choice);
    /// Listens as a server that the form does not show.
    void listenOnce(const ServerConfig &config);
    /// Shows the form in which to choose where to listen.
    void chooseListener();
    /// Tells of sessions that were not closed.
    void offer(const QStringList &unfinished);
    /// What could not be used of the settings or the arguments; stays until it is closed.
    void tellProblems(const QStringList &problems);
    /// A policy that is not kept for the next start, for all devices; nor are those of devices' own that are given from
    /// now on.
    void setPolicy(const HeartbeatPolicy &policy);

signals:
    /// As a server.
    void listening(gb::Endpoint endpoint, const gb::ServerConfig &config);
    /// Several are shown together, in the order of time.
    void openRequested(const QStringList &files);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum Dock { Devices, Message, Heartbeats, Findings, DockCount };
    enum Page { ListenPage, FlowPage };
    static constexpr int layoutVersion = 2;

    void createPanes();
    void createToolBar();
    void connectPanes();
    void connectActions();
    void connectSource();
    void connectLive();
    void connectFile();
    void restoreLayout();
    QDockWidget *bottomDock() const;
    int bottomHeight() const;
    void giveRoom();
    void defaultLayout();
    void nameTabs();
    void retranslate();
    void retitle();
    void setListening(bool on);
    void tellDropped(quint64 packets);
    void take(const BatchPtr &batch);
    void tick();
    TimePoint now() const;
    void clearFilters();
    void showTally(Tally tally);
    void selectMessage(quint64 number);
    void showProof(quint64 message, const QString &device);
    void showSetupHint();
    void tellSeen();
    QString fileNames() const;
    void openFiles();
    void askPasswords();
    void connectHeartbeats();
    void useOverrides(const HeartbeatOverrides &overrides);
    void setOverride(const QString &device, const std::optional<HeartbeatPolicy> &policy);
    void comparePasswords();
    void askExpected();
    void expectDevices();
    void showCard();
    void refreshCard();
    void exportMessages(const QStringList &devices);
    void connectSetting();
    void showSetting();
    void connectOverview();
    void connectSilence();
    void showSilence();
    void tellSilence(TimePoint now);

    AppSettings &m_settings;
    Languages &m_languages;
    std::unique_ptr<LiveSession> m_live;
    std::unique_ptr<FileSession> m_file;
    SessionSource *m_source; ///< the one of the two that there is

    MessageLog *m_log;
    HeartbeatStore *m_heartbeats;
    DevicePanel *m_devices;
    FlowPanel *m_flow;
    MessageView *m_message;
    HeartbeatPanel *m_heartbeatPanel;
    FindingsPanel *m_findings;
    ListenForm *m_listenForm;
    QStackedWidget *m_centre;
    MessageBar *m_bar;
    MessageBar *m_offer = nullptr; ///< of unfinished sessions, as soon as there are some
    StatusLine *m_status;
    PolicyControls *m_policy;
    QToolButton *m_listener;
    WindowActions *m_actions;
    ExportFlow *m_export;
    QDockWidget *m_docks[DockCount];
    CardWindow *m_card = nullptr; ///< as soon as it was asked for

    QSet<QString> m_expected; ///< IDs of devices that shall come
    ListenChoice m_choice;    ///< what was asked for last
    Endpoint m_local;         ///< where it listens, as a server or for HEP
    bool m_listening = false;
    bool m_toldDropped = false;
    QString m_problems; ///< that tellProblems() told
    bool m_keepPolicy = true;
    bool m_laidOut = false;
    int m_pulled = 0;    ///< height of the panes at the bottom that somebody chose; 0: nobody did
    int m_pullFrom = -1; ///< while a separator is held: their height before
    quint64 m_selected = 0;
    TimePoint m_lastNow{}, m_tickedAt{};
    QElapsedTimer m_sinceBatch;
    QTimer m_tick;
    HeartbeatOverrides m_overrides; ///< that are in force
    SettingWindow *m_setting;
    SiteOverview *m_overview;
    SilenceWindow *m_silence;
    SilenceBanner *m_silenceBanner;
    QToolBar *m_silenceBar;
};

} // namespace gb::ui
