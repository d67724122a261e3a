#include "ui/workspace/mainwindow.h"

#include "ui/widgets/focusedge.h"
#include "ui/workspace/bars.h"
#include "ui/workspace/docks.h"
#include "ui/workspace/menubar.h"
#include "ui/workspace/pane.h"
#include "ui/workspace/panes.h"
#include "ui/workspace/placement.h"
#include "ui/workspace/unfinished.h"
#include "ui/workspace/windowcommands.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

namespace gb::ui {

MainWindow::MainWindow(AppSettings &settings, Languages &languages, std::unique_ptr<Session> session, QWidget *parent)
    : FirstSize(parent)
    , m_desk(new Desk(this, settings, languages, std::move(session)))
    , m_docks(new Docks(this))
    , m_bars(new Bars(this))
{
    FocusEdge::follow();
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    new Placement(this);
    makeCentre();
    m_panes = makePanes(*m_desk);
    for (Pane *pane : std::as_const(m_panes))
        place(pane, pane->make());
    addWindowCommands(*this, *m_desk, *m_docks);
    for (Pane *pane : std::as_const(m_panes))
        pane->start();
    m_menus = new MenuBar(menuBar(), m_desk->commands());
    m_bars->fill(m_desk->commands());
    connect(m_desk.get(), &Desk::batch, this, &MainWindow::take);
    connect(m_desk.get(), &Desk::paneWanted, this, &MainWindow::showPane);
    connect(m_desk.get(), &Desk::openRequested, this, &MainWindow::openRequested);
    connect(&m_desk->listening(), &Listening::opened, this, &MainWindow::listening);
    retranslate();
    m_docks->restoreGeometry(m_desk->settings());
    for (Pane *pane : std::as_const(m_panes))
        pane->restore();
    m_tick.setParent(this);
    m_tick.setObjectName(QStringLiteral("tick"));
    connect(&m_tick, &QTimer::timeout, this, &MainWindow::tick);
    m_tick.start(1000);
}

MainWindow::~MainWindow()
{
    qDeleteAll(m_panes); // before the desk that they look at
}

void MainWindow::makeCentre()
{
    m_centre = new QStackedWidget;
    m_centre->setObjectName(QStringLiteral("centre"));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_desk->place(column, statusBar());
    column->addWidget(m_centre, 1);
    auto *central = new QWidget;
    central->setLayout(column);
    setCentralWidget(central);
    connect(m_centre, &QStackedWidget::currentChanged, this, &MainWindow::turnTo);
}

void MainWindow::place(Pane *pane, QWidget *widget)
{
    switch (pane->place()) {
    case Pane::Place::Nowhere: break;
    case Pane::Place::Page:
        m_pages.append(pane);
        m_centre->addWidget(widget);
        break;
    case Pane::Place::Left: m_docks->add(pane, widget, Qt::LeftDockWidgetArea); break;
    case Pane::Place::Right: m_docks->add(pane, widget, Qt::RightDockWidgetArea); break;
    case Pane::Place::Bottom: m_docks->add(pane, widget, Qt::BottomDockWidgetArea); break;
    case Pane::Place::Tool: m_bars->addTool(pane->rank(), widget); break;
    case Pane::Place::Banner: m_bars->addBanner(pane, widget); break;
    }
}

/// The form is tall: what is not seen must not keep the docks small.
void MainWindow::turnTo(int page)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i)->isTall())
            m_centre->widget(i)->setSizePolicy(
                QSizePolicy::Preferred, i == page ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    if (page < 0 || !m_laidOut)
        return;
    m_docks->giveRoom(heightOf(page));
    const QWidget *const focused = focusWidget();
    if (heightOf(page) == 0 && (!focused || m_centre->isAncestorOf(focused)))
        m_docks->focus(QStringLiteral("devices")); // the form was left
}

/// That it wants at the cost of the panes below: 0 where it wants none.
int MainWindow::heightOf(int page) const
{
    const bool tall = page >= 0 && page < m_pages.size() && m_pages.at(page)->isTall();
    return tall ? m_centre->widget(page)->sizeHint().height() : 0;
}

void MainWindow::showPane(const QString &id, bool enter)
{
    QWidget *shown = m_docks->show(id);
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i)->id() != id)
            continue;
        m_centre->setCurrentIndex(i);
        shown = m_centre->widget(i);
    }
    if (enter && shown)
        shown->setFocus();
}

void MainWindow::start(const ListenChoice &choice)
{
    m_desk->listening().start(choice, true);
}

void MainWindow::startOnce(const ListenChoice &choice)
{
    m_desk->listening().start(choice, false);
}

void MainWindow::listenOnce(const ServerConfig &config)
{
    m_desk->listening().listen(config);
}

void MainWindow::offer(const QStringList &unfinished, const QStringList &removed)
{
    offerUnfinished(*m_desk, unfinished, removed);
}

void MainWindow::setPolicy(const HeartbeatPolicy &policy)
{
    m_desk->judging().useOnce(policy);
}

void MainWindow::take(const BatchPtr &batch)
{
    m_desk->take(*batch);
    for (Pane *pane : std::as_const(m_panes))
        pane->takes(*batch);
}

void MainWindow::tick()
{
    const TimePoint at = m_desk->now();
    for (Pane *pane : std::as_const(m_panes))
        pane->second(at);
    if (at == TimePoint{} || isMinimized() || std::exchange(m_tickedAt, at) == at)
        return; // in a file no time passes
    m_desk->tick(at);
    for (Pane *pane : std::as_const(m_panes))
        pane->tick(at);
}

void MainWindow::retranslate()
{
    m_docks->retranslate();
    m_desk->commands().retranslate();
    m_menus->retranslate();
    for (Pane *pane : std::as_const(m_panes))
        pane->retranslate();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (std::exchange(m_laidOut, true))
        return;
    const int centre = heightOf(m_centre->currentIndex());
    m_docks->restore(m_desk->settings(), centre); // shares of the window are known only now
    keepFirstSize();
    if (centre == 0)
        m_docks->focus(QStringLiteral("devices"));
    for (Pane *pane : std::as_const(m_panes))
        pane->second(m_desk->now()); // whether a banner is to be seen is no part of a layout
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_laidOut)
        m_docks->fitHeight(event->size().height());
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

/// What somebody pulls with the mouse is kept, whatever the program would have chosen.
bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress
        && isSeparator(static_cast<QMouseEvent *>(event)->position().toPoint()))
        m_docks->pullBegins();
    const bool taken = QMainWindow::event(event);
    if (event->type() == QEvent::MouseButtonRelease)
        m_docks->pullEnds();
    return taken;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_docks->save(m_desk->settings());
    for (Pane *pane : std::as_const(m_panes))
        pane->save();
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
    for (const QUrl &url : event->mimeData()->urls())
        files += url.isLocalFile() ? QStringList{url.toLocalFile()} : QStringList();
    if (!files.isEmpty())
        emit openRequested(files);
}

} // namespace gb::ui
