#include "core/ladder/messagelog.h"
#include "ui/client/settingwindow.h"
#include "ui/devices/devicepanel.h"
#include "ui/export/exportflow.h"
#include "ui/findings/findingspanel.h"
#include "ui/heartbeat/heartbeatpanel.h"
#include "ui/heartbeat/policycontrols.h"
#include "ui/ladder/flowpanel.h"
#include "ui/listen/listenform.h"
#include "ui/message/messageview.h"
#include "ui/session/filesession.h"
#include "ui/session/livesession.h"
#include "ui/settings/appsettings.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/mainwindow.h"
#include "ui/workspace/statusline.h"
#include "ui/workspace/windowactions.h"

#include <QDockWidget>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

/// How the main window is put together; what its parts do with each other is in mainwindow.cpp, listening in
/// windowlistening.cpp.
namespace gb::ui {

void MainWindow::createPanes()
{
    m_devices = new DevicePanel;
    m_flow = new FlowPanel(*m_log);
    m_message = new MessageView;
    m_heartbeatPanel = new HeartbeatPanel(m_heartbeats);
    m_findings = new FindingsPanel;
    m_listenForm = new ListenForm;
    m_centre = new QStackedWidget;
    m_centre->insertWidget(ListenPage, m_listenForm);
    m_centre->insertWidget(FlowPage, m_flow);
    m_listenForm->setSizePolicy(QSizePolicy::Preferred, m_live ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_centre->setCurrentIndex(m_live ? ListenPage : FlowPage);
    // The form is tall: what is not seen must not keep the docks small
    connect(m_centre, &QStackedWidget::currentChanged, this, [this](int page) {
        m_listenForm->setSizePolicy(
            QSizePolicy::Preferred, page == ListenPage ? QSizePolicy::Preferred : QSizePolicy::Ignored);
        if (page == FlowPage)
            giveRoom();
    });
    m_bar = new MessageBar;
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_centre, 1);
    auto *central = new QWidget;
    central->setLayout(column);
    setCentralWidget(central);

    QWidget *const contents[] = {m_devices, m_message, m_heartbeatPanel, m_findings};
    const char *const names[] = {"devices", "message", "heartbeats", "findings"};
    const Qt::DockWidgetArea areas[] = {
        Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea, Qt::BottomDockWidgetArea};
    for (int i = 0; i < DockCount; ++i) {
        m_docks[i] = new QDockWidget;
        m_docks[i]->setObjectName(QString::fromLatin1(names[i]));
        m_docks[i]->setWidget(contents[i]);
        addDockWidget(areas[i], m_docks[i]);
    }
    m_actions->addDocks({m_docks[Devices], m_docks[Message], m_docks[Heartbeats], m_docks[Findings]});
    m_status = new StatusLine;
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
    m_status->setRecord(m_source->file());
    m_setting = new SettingWindow(*m_devices->model(), *m_heartbeats, this);
    m_export = new ExportFlow(this, m_source, &m_settings, m_bar, m_status);
}

/// Of panes that share a place; Qt makes their bar when they come to share it.
void MainWindow::nameTabs()
{
    for (QTabBar *bar : findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        bar->setAccessibleName(tr("Panes"));
}

void MainWindow::createToolBar()
{
    QToolBar *bar = addToolBar(QString());
    bar->setObjectName(QStringLiteral("toolbar"));
    bar->setMovable(false);
    bar->toggleViewAction()->setVisible(false);
    bar->setIconSize(QSize(16, 16));
    m_listener = new QToolButton(this);
    m_listener->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_listener->setAutoRaise(true);
    connect(m_listener, &QToolButton::clicked, this, &MainWindow::chooseListener);
    m_policy = new PolicyControls;
    if (m_live) {
        bar->addWidget(m_listener);
        bar->addAction(m_actions->cameraCard);
        bar->addSeparator();
    }
    m_listener->setVisible(m_live != nullptr);
    bar->addWidget(m_policy);
    bar->addSeparator();
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(m_actions->open);
    bar->addAction(m_actions->exportMessages);
}

void MainWindow::connectSetting()
{
    connect(m_actions->bothEnds, &QAction::triggered, this, &MainWindow::showSetting);
    connect(m_devices, &DevicePanel::settingRequested, this, &MainWindow::showSetting);
    connect(m_devices, &DevicePanel::selectionChanged, this, [this](const QStringList &ids) {
        if (!ids.isEmpty()) // with none selected it stays with the last one
            m_setting->setDevice(ids.constFirst(), now());
    });
    if (!m_live)
        return;
    connect(m_setting, &SettingWindow::readRequested, m_live.get(), &LiveSession::readConfig);
    connect(m_setting, &SettingWindow::pushRequested, m_live.get(), &LiveSession::pushConfig);
    connect(m_live.get(), &LiveSession::configReported, m_setting, &SettingWindow::report);
}

void MainWindow::showSetting()
{
    m_setting->show();
    m_setting->raise();
    m_setting->activateWindow();
}

void MainWindow::restoreLayout()
{
    const QByteArray geometry = m_settings.layout(QStringLiteral("geometry"));
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(1280, 720);
    const QByteArray table = m_settings.layout(QStringLiteral("devices"));
    if (!table.isEmpty())
        m_devices->restoreState(table);
}

void MainWindow::defaultLayout()
{
    const Qt::DockWidgetArea areas[] = {
        Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea, Qt::BottomDockWidgetArea};
    for (int i = 0; i < DockCount; ++i) {
        m_docks[i]->setFloating(false);
        addDockWidget(areas[i], m_docks[i]);
        m_docks[i]->show();
    }
    tabifyDockWidget(m_docks[Findings], m_docks[Heartbeats]);
    m_docks[Findings]->raise(); // what is wrong comes first
    nameTabs();
    resizeDocks({m_docks[Devices], m_docks[Message]}, {width() * 37 / 100, width() * 25 / 100}, Qt::Horizontal);
    m_pulled = 0;
    giveRoom();
}

/// The first one that stands at the bottom; nullptr where none does.
QDockWidget *MainWindow::bottomDock() const
{
    for (QDockWidget *dock : {m_docks[Findings], m_docks[Heartbeats]}) {
        if (!dock->isFloating() && !dock->isHidden() && dockWidgetArea(dock) == Qt::BottomDockWidgetArea)
            return dock;
    }
    return nullptr;
}

/// With the tabs of panes that share the place: what resizeDocks() takes.
int MainWindow::bottomHeight() const
{
    const QDockWidget *const dock = bottomDock();
    return dock ? statusBar()->y() - dock->y() : 0;
}

/// As much as somebody pulled them to, else their share. The form takes its height from them while it is seen.
void MainWindow::giveRoom()
{
    for (QWidget *widget : {static_cast<QWidget *>(m_centre), centralWidget(), static_cast<QWidget *>(this)}) {
        widget->layout()->invalidate(); // from the inside: what the form needed is remembered at each step
        widget->layout()->activate();
    }
    if (QDockWidget *const dock = bottomDock())
        resizeDocks({dock}, {m_pulled > 0 ? m_pulled : height() * 32 / 100}, Qt::Vertical);
}

/// What somebody pulls with the mouse is kept, whatever the program would have chosen.
bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress
        && isSeparator(static_cast<QMouseEvent *>(event)->position().toPoint()))
        m_pullFrom = bottomHeight();
    const bool taken = QMainWindow::event(event);
    if (event->type() == QEvent::MouseButtonRelease && m_pullFrom >= 0) {
        const int from = std::exchange(m_pullFrom, -1);
        if (const int height = bottomHeight(); height != from)
            m_pulled = height;
    }
    return taken;
}

} // namespace gb::ui
