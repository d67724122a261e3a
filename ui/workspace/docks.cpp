#include "ui/workspace/docks.h"

#include "ui/settings/appsettings.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/pane.h"

#include <QDockWidget>
#include <QLayout>
#include <QMainWindow>
#include <QStatusBar>
#include <QTabBar>

namespace gb::ui {

Docks::Docks(QMainWindow *window)
    : QObject(window)
    , m_window(window)
{
}

void Docks::add(Pane *pane, QWidget *widget, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget;
    dock->setObjectName(pane->id());
    dock->setWidget(widget);
    m_window->addDockWidget(area, dock);
    m_docks.append({pane, dock, area});
    connect(pane, &Pane::retitled, dock, [pane, dock] { dock->setWindowTitle(pane->title()); });
}

void Docks::addCommands(Commands &commands)
{
    for (const Dock &dock : std::as_const(m_docks))
        commands.addAction(
            QStringLiteral("view.pane.") + dock.pane->id(), dock.widget->toggleViewAction(), {{Menu::View, 20}});
}

QWidget *Docks::show(const QString &id)
{
    for (const Dock &dock : std::as_const(m_docks)) {
        if (dock.pane->id() != id)
            continue;
        dock.widget->show();
        dock.widget->raise();
        return dock.widget->widget();
    }
    return nullptr;
}

void Docks::retranslate()
{
    for (const Dock &dock : std::as_const(m_docks))
        dock.widget->setWindowTitle(dock.pane->title());
}

/// Of panes that share a place; Qt makes their bar when they come to share it.
void Docks::nameTabs()
{
    for (QTabBar *bar : m_window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        bar->setAccessibleName(tr("Panes"));
}

void Docks::restoreGeometry(const AppSettings &settings)
{
    const QByteArray geometry = settings.layout(QStringLiteral("geometry"));
    if (geometry.isEmpty() || !m_window->restoreGeometry(geometry))
        m_window->resize(1280, 720);
}

void Docks::restore(const AppSettings &settings, bool hasRoom)
{
    const QByteArray state = settings.layout(QStringLiteral("window"));
    if (state.isEmpty() || !m_window->restoreState(state, layoutVersion))
        defaultLayout();
    else
        m_pulled = settings.layout(QStringLiteral("bottom")).toInt();
    if (m_pulled == 0 && hasRoom)
        giveRoom(); // nobody chose what was kept
    nameTabs();
}

void Docks::save(AppSettings &settings) const
{
    settings.setLayout(QStringLiteral("window"), m_window->saveState(layoutVersion));
    settings.setLayout(QStringLiteral("bottom"), m_pulled > 0 ? QByteArray::number(m_pulled) : QByteArray());
    settings.setLayout(QStringLiteral("geometry"), m_window->saveGeometry());
}

void Docks::reset(AppSettings &settings)
{
    settings.setLayout(QStringLiteral("window"), {});
    defaultLayout();
}

void Docks::defaultLayout()
{
    QDockWidget *bottom = nullptr;
    QList<QDockWidget *> sides;
    QList<int> widths;
    for (const Dock &dock : std::as_const(m_docks)) {
        dock.widget->setFloating(false);
        m_window->addDockWidget(dock.area, dock.widget);
        dock.widget->show();
        if (dock.area != Qt::BottomDockWidgetArea) {
            sides.append(dock.widget);
            widths.append(m_window->width() * (dock.area == Qt::LeftDockWidgetArea ? 37 : 25) / 100);
        } else if (bottom) {
            m_window->tabifyDockWidget(bottom, dock.widget);
        } else {
            bottom = dock.widget;
        }
    }
    if (bottom)
        bottom->raise();
    nameTabs();
    m_window->resizeDocks(sides, widths, Qt::Horizontal);
    m_pulled = 0;
    giveRoom();
}

/// The first one that stands at the bottom; nullptr where none does.
QDockWidget *Docks::bottomDock() const
{
    for (const Dock &dock : m_docks) {
        if (dock.area == Qt::BottomDockWidgetArea && !dock.widget->isFloating() && !dock.widget->isHidden()
            && m_window->dockWidgetArea(dock.widget) == Qt::BottomDockWidgetArea)
            return dock.widget;
    }
    return nullptr;
}

/// With the tabs of panes that share the place: what resizeDocks() takes.
int Docks::bottomHeight() const
{
    const QDockWidget *const dock = bottomDock();
    return dock ? m_window->statusBar()->y() - dock->y() : 0;
}

void Docks::giveRoom()
{
    QWidget *const centre = m_window->centralWidget();
    QList<QWidget *> grown = centre->findChildren<QWidget *>(QStringLiteral("centre"), Qt::FindDirectChildrenOnly);
    grown += {centre, m_window};
    for (QWidget *widget : std::as_const(grown)) {
        widget->layout()->invalidate(); // from the inside: what the form needed is remembered at each step
        widget->layout()->activate();
    }
    if (QDockWidget *const dock = bottomDock())
        m_window->resizeDocks({dock}, {m_pulled > 0 ? m_pulled : m_window->height() * 32 / 100}, Qt::Vertical);
}

void Docks::pullBegins()
{
    m_pullFrom = bottomHeight();
}

void Docks::pullEnds()
{
    if (m_pullFrom < 0)
        return;
    const int from = std::exchange(m_pullFrom, -1);
    if (const int height = bottomHeight(); height != from)
        m_pulled = height;
}

} // namespace gb::ui
