#include "ui/workspace/mainwindow.h"

#include "core/capture/sessionfolder.h"
#include "core/ladder/messagelog.h"
#include "ui/client/settingwindow.h"
#include "ui/client/silencewindow.h"
#include "ui/devices/devicepanel.h"
#include "ui/export/exportflow.h"
#include "ui/findings/findingspanel.h"
#include "ui/heartbeat/heartbeatpanel.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/heartbeat/policycontrols.h"
#include "ui/ladder/findbar.h"
#include "ui/ladder/flowpanel.h"
#include "ui/listen/listenform.h"
#include "ui/listen/passwordsdialog.h"
#include "ui/message/messageview.h"
#include "ui/session/filesession.h"
#include "ui/session/livesession.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/site/siteoverview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/helpdialogs.h"
#include "ui/workspace/statusline.h"
#include "ui/workspace/windowactions.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gb::ui {

MainWindow::MainWindow(AppSettings &settings, Languages &languages, std::unique_ptr<LiveSession> live,
    std::unique_ptr<FileSession> file, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_languages(languages)
    , m_live(std::move(live))
    , m_file(std::move(file))
    , m_source(m_live ? static_cast<SessionSource *>(m_live.get()) : m_file.get())
    , m_log(new MessageLog(this))
    , m_heartbeats(new HeartbeatStore(this))
    , m_actions(new WindowActions(this, m_live != nullptr))
{
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    createPanes();
    createToolBar();
    connectPanes();
    connectActions();
    connectSource();
    connectHeartbeats();
    connectSetting();
    connectOverview();
    connectSilence();
    comparePasswords();
    setPolicy(m_settings.heartbeat());
    useOverrides(m_settings.overrides());
    m_keepPolicy = true;
    if (m_live)
        expectDevices();
    if (m_live)
        connectLive();
    else
        connectFile();
    m_devices->setAliases(m_settings.aliases());
    m_heartbeatPanel->setAliases(m_settings.aliases());
    m_findings->setAliases(m_settings.aliases());
    m_findings->setMutes(m_settings.mutedFindings());
    retranslate();
    restoreLayout();
    m_tick.setParent(this);
    m_tick.setObjectName(QStringLiteral("tick"));
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &MainWindow::tick);
    m_tick.start();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectPanes()
{
    connect(m_devices, &DevicePanel::selectionChanged, this, [this](const QStringList &ids) {
        m_flow->setDeviceFilter(ids);
        m_heartbeatPanel->setDevice(ids.value(0));
        m_source->watch(ids.value(0));
        m_findings->setSelectedDevices(ids);
    });
    connect(m_devices, &DevicePanel::flowRequested, m_flow, &FlowPanel::setDeviceFilter);
    connect(m_devices, &DevicePanel::activated, this, [this](const QString &id) {
        m_flow->setDeviceFilter({id});
        m_flow->setFocus();
    });
    connect(m_devices, &DevicePanel::cardRequested, this, &MainWindow::showCard);
    connect(m_devices, &DevicePanel::exportRequested, this, &MainWindow::exportMessages);
    connect(m_devices, &DevicePanel::aliasEdited, this, [this](const QString &id, const QString &alias) {
        m_settings.setAlias(id, alias);
        m_heartbeatPanel->setAliases(m_settings.aliases());
        m_findings->setAliases(m_settings.aliases());
    });
    connect(m_devices, &DevicePanel::passwordsRequested, this, &MainWindow::askPasswords);
    connect(m_devices->model(), &DeviceTableModel::summaryChanged, this, &MainWindow::tellSeen);
    connect(m_findings, &FindingsPanel::titleChanged, this,
        [this] { m_docks[Findings]->setWindowTitle(m_findings->title()); });
    connect(m_findings, &FindingsPanel::proofRequested, this, &MainWindow::showProof);
    connect(m_findings, &FindingsPanel::mutesChanged, this,
        [this](const QStringList &mutes) { m_settings.setMutedFindings(mutes); });
    connect(m_flow, &FlowPanel::messageSelected, this, &MainWindow::selectMessage);
    connect(m_flow, &FlowPanel::shownChanged, this,
        [this](qsizetype shown, qsizetype listed) { m_status->setListed(shown, listed, m_log->forgotten()); });
    connect(m_status, &StatusLine::tallyChosen, this, &MainWindow::showTally);
    connect(m_flow, &FlowPanel::textMarked, m_message, &MessageView::setWanted);
    connect(m_flow, &FlowPanel::clearFiltersRequested, this, &MainWindow::clearFilters);
    connect(m_policy, &PolicyControls::policyChanged, this, [this](const HeartbeatPolicy &policy) {
        m_source->setPolicy(policy);
        if (m_keepPolicy)
            m_settings.setHeartbeat(policy);
    });
    connect(m_listenForm, &ListenForm::listenRequested, this, [this] { start(m_listenForm->choice()); });
}

void MainWindow::connectActions()
{
    connect(m_actions->listen, &QAction::triggered, this, &MainWindow::chooseListener);
    if (m_live)
        connect(m_actions->stop, &QAction::triggered, m_live.get(), &LiveSession::stopListening);
    m_actions->stop->setEnabled(false);
    connect(m_actions->open, &QAction::triggered, this, &MainWindow::openFiles);
    connect(m_actions, &WindowActions::recentChosen, this, [this](const QString &file) { emit openRequested({file}); });
    connect(m_actions->recent(), &QMenu::aboutToShow, this,
        [this] { m_actions->setRecentFiles(m_settings.recentFiles()); }); // other windows open files, too
    if (m_file)
        for (const QString &file : m_file->files())
            m_settings.addRecentFile(file);
    m_actions->setRecentFiles(m_settings.recentFiles());
    connect(m_actions->exportMessages, &QAction::triggered, this, [this] { exportMessages(m_devices->selectedIds()); });
    connect(m_actions->close, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->quit, &QAction::triggered, this, [] { QCoreApplication::quit(); });
    connect(m_actions->findDevice, &QAction::triggered, m_devices, &DevicePanel::focusFilter);
    connect(m_actions->cameraCard, &QAction::triggered, this, &MainWindow::showCard);
    connect(m_actions->expectedDevices, &QAction::triggered, this, &MainWindow::askExpected);
    connect(m_actions->knownPasswords, &QAction::triggered, this, &MainWindow::askPasswords);
    connect(m_actions->findMessages, &QAction::triggered, this, [this] {
        m_centre->setCurrentIndex(FlowPage);
        m_flow->find();
    });
    connect(m_actions->findNext, &QAction::triggered, this, [this] { m_flow->findBar()->step(1); });
    connect(m_actions->findPrevious, &QAction::triggered, this, [this] { m_flow->findBar()->step(-1); });
    connect(m_actions->clearFilters, &QAction::triggered, this, &MainWindow::clearFilters);
    connect(m_actions->fullScreen, &QAction::triggered, this,
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    connect(m_actions->resetLayout, &QAction::triggered, this, [this] {
        m_settings.setLayout(QStringLiteral("window"), {});
        defaultLayout();
    });
    connect(m_actions->keys, &QAction::triggered, this, [this] { showKeys(this); });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(m_actions, &WindowActions::languageChosen, this, [this](const QString &language) {
        m_settings.setLanguage(language);
        m_languages.use(language);
    });
    connect(m_actions, &WindowActions::themeChosen, this, [this](const QString &theme) {
        m_settings.setTheme(theme);
        applyTheme(theme);
    });
    m_actions->setLanguage(m_settings.language());
    m_actions->setTheme(m_settings.theme());
}

void MainWindow::connectSource()
{
    m_flow->findBar()->setSource(m_source);
    connect(m_source, &SessionSource::batch, this, &MainWindow::take);
    connect(m_source, &SessionSource::messageRead, this, [this](quint64 number, const Datagram &datagram) {
        const qsizetype row = number == m_selected ? m_log->rowOf(number) : -1;
        if (row >= 0)
            m_message->setMessage(m_log->at(row), datagram);
    });
    connect(m_source, &SessionSource::failed, this, [this](const QString &text, const QString &detail) {
        m_bar->show(MessageBar::Kind::Error, detail.isEmpty() ? text : text + u'\n' + detail);
        m_status->setRecord({});
    });
}

void MainWindow::connectFile()
{
    connect(m_file.get(), &FileSession::progress, m_status, &StatusLine::setProgress);
    connect(m_status, &StatusLine::cancelRequested, m_file.get(), &FileSession::cancel);
    connect(m_file.get(), &FileSession::loaded, this,
        [this](const QString &text, bool cancelled, const QStringList &notes) {
            m_status->finishWork();
            expectDevices();
            if (!text.isEmpty())
                m_bar->show(MessageBar::Kind::Error,
                    (QStringList{tr("%1: %2. What stands before it is shown.").arg(fileNames(), text)} + notes)
                        .join(u'\n'));
            else if (cancelled)
                m_bar->show(MessageBar::Kind::Information, tr("Reading was cancelled; what was read so far is shown."));
            else if (!notes.isEmpty())
                m_bar->show(MessageBar::Kind::Information, notes.join(u'\n'));
        });
    m_status->showWork(tr("Reading %1").arg(fileNames()));
    m_file->start();
}

void MainWindow::offer(const QStringList &unfinished)
{
    if (unfinished.isEmpty())
        return;
    const QString file = unfinished.constFirst();
    const QString when = QLocale().toString(QFileInfo(file).lastModified(), QLocale::ShortFormat);
    // A bar of its own: what else is told takes the place of nothing that waits for an answer
    if (!m_offer) {
        m_offer = new MessageBar;
        m_offer->setObjectName(QStringLiteral("offer"));
        static_cast<QVBoxLayout *>(centralWidget()->layout())->insertWidget(0, m_offer);
    }
    m_offer->show(MessageBar::Kind::Information,
        tr("The last session was not closed properly (%1). Its messages up to half a second before the end are there.")
            .arg(when),
        {{tr("Open it"),
             [this, file] {
                 sessionfolder::settle(file);
                 emit openRequested({file});
             }},
            {tr("Not now"), [] {}}, {tr("Do not ask again"), [unfinished] {
                                         for (const QString &one : unfinished)
                                             sessionfolder::settle(one);
                                     }}});
}

void MainWindow::setPolicy(const HeartbeatPolicy &policy)
{
    m_keepPolicy = false;
    m_policy->setPolicy(policy);
    m_heartbeats->setPolicy(policy);
    useOverrides({});
}

void MainWindow::take(const BatchPtr &batch)
{
    m_lastNow = batch->now;
    m_sinceBatch.restart();
    m_log->setNow(batch->now, m_live != nullptr);
    m_log->append(batch->messages, batch->awaited);
    m_heartbeats->forget(batch->gone);
    m_heartbeats->apply(batch->events);
    m_devices->apply(batch->devices, batch->gone, batch->now);
    m_findings->apply(batch->findings);
    m_status->setCounters(batch->counters);
    tellDropped(batch->counters.captureDropped);
    if (batch->truth)
        m_heartbeatPanel->setTruth(batch->watched, batch->truth);
    for (const Event &event : batch->events) {
        if (const auto *change = std::get_if<PolicyChange>(&event))
            m_policy->setPolicy(change->policy); // what is in force, whoever asked for it
    }
    m_setting->refresh(batch->now);
    m_silence->apply(batch->devices);
}

TimePoint MainWindow::now() const
{
    if (!m_live || !m_sinceBatch.isValid())
        return m_lastNow;
    return m_lastNow + std::chrono::milliseconds(m_sinceBatch.elapsed());
}

void MainWindow::tick()
{
    refreshCard();
    if (m_lastNow == TimePoint{})
        return;
    const TimePoint at = now();
    m_overview->refresh(at); // a window of its own
    m_silence->refresh(at);
    tellSilence(at);
    if (isMinimized() || std::exchange(m_tickedAt, at) == at)
        return; // in a file no time passes
    m_devices->setNow(at);
    m_log->setNow(at, m_live != nullptr);
    m_flow->showNow();
    m_heartbeatPanel->setNow(at);
    m_setting->refresh(at);
}

void MainWindow::clearFilters()
{
    m_devices->clearFilters();
    m_devices->select({});
    m_flow->clearFilters();
}

/// Shows what is counted, or tells why it cannot be shown.
void MainWindow::showTally(Tally tally)
{
    if (const auto scope = tallyScope(tally)) {
        clearFilters();
        m_centre->setCurrentIndex(FlowPage);
        m_flow->showOnly(*scope);
        return;
    }
    const QString file = m_file ? fileNames() : QFileInfo(m_source->file()).fileName();
    QList<MessageBar::Choice> choices;
    if (tally == Tally::Evicted && !file.isEmpty())
        choices.append({tr("Export\u2026"), [this] { exportMessages({}); }});
    if (tally == Tally::Unlisted && m_live && !file.isEmpty())
        choices.append({tr("Open it"), [this] { emit openRequested(m_source->files()); }});
    const Account &account = m_status->account();
    m_bar->show(isLoss(tally) ? MessageBar::Kind::Error : MessageBar::Kind::Information,
        tallyText(tally, tallyOf(account, tally)) + u'\n' + tallyReason(tally, file), choices);
}

void MainWindow::selectMessage(quint64 number)
{
    m_selected = number;
    if (number == 0)
        m_message->clear();
    else
        m_source->read(number);
}

/// Among the messages of its device, whatever was filtered.
void MainWindow::showProof(quint64 message, const QString &device)
{
    clearFilters();
    m_centre->setCurrentIndex(FlowPage);
    if (!device.isEmpty())
        m_flow->setDeviceFilter({device});
    m_flow->select(message);
    selectMessage(message);
}

void MainWindow::retranslate()
{
    m_docks[Devices]->setWindowTitle(tr("Devices"));
    m_docks[Message]->setWindowTitle(tr("Message"));
    m_docks[Heartbeats]->setWindowTitle(tr("Heartbeats"));
    m_docks[Findings]->setWindowTitle(m_findings->title());
    m_actions->retranslate();
    if (m_live)
        showSetupHint();
    else
        m_devices->setEmptyState(tr("No device"), {tr("No registration and no heartbeat is in this capture.")});
    tellSeen();
    retitle();
}

/// Of the captures that the window shows.
QString MainWindow::fileNames() const
{
    QStringList names;
    for (const QString &file : m_file->files())
        names.append(QFileInfo(file).fileName());
    return names.join(u" + ");
}

void MainWindow::openFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Open a capture"), m_settings.sessionFolder(),
        tr("Captures (*.pcapng *.pcap *.cap *.gz);;All files (*)"));
    if (!files.isEmpty())
        emit openRequested(files);
}

/// With those that were told in this window or another one.
void MainWindow::comparePasswords()
{
    QList<QByteArray> passwords;
    for (const QString &password : m_settings.knownPasswords())
        passwords.append(password.toUtf8());
    m_source->setKnownPasswords(passwords);
}

void MainWindow::askPasswords()
{
    PasswordsDialog dialog(m_settings.knownPasswords(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_settings.setKnownPasswords(dialog.passwords());
    comparePasswords();
}

void MainWindow::exportMessages(const QStringList &devices)
{
    const qsizetype row = m_log->rowOf(m_selected);
    m_export->start(devices, row >= 0 ? m_log->at(row).callId.toString() : QString());
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (std::exchange(m_laidOut, true))
        return;
    // Shares of the window are known only now
    const QByteArray state = m_settings.layout(QStringLiteral("window"));
    if (state.isEmpty() || !restoreState(state, layoutVersion))
        defaultLayout();
    else
        m_pulled = m_settings.layout(QStringLiteral("bottom")).toInt();
    if (m_pulled == 0 && m_centre->currentIndex() == FlowPage)
        giveRoom();     // nobody chose what was kept
    tellSilence(now()); // its bar is no part of a layout
    nameTabs();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setLayout(QStringLiteral("window"), saveState(layoutVersion));
    m_settings.setLayout(QStringLiteral("bottom"), m_pulled > 0 ? QByteArray::number(m_pulled) : QByteArray());
    m_settings.setLayout(QStringLiteral("geometry"), saveGeometry());
    m_settings.setLayout(QStringLiteral("devices"), m_devices->saveState());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (!files.isEmpty())
        emit openRequested(files);
}

} // namespace gb::ui
