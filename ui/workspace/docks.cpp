#include "ui/workspace/docks.h"

#include "ui/settings/appsettings.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/pane.h"
#include "ui/workspace/panetitle.h"
#include "ui/workspace/placement.h"

#include <QDockWidget>
#include <QLayout>
#include <QMainWindow>
#include <QScreen>
#include <QStatusBar>
#include <QTabBar>

#include <algorithm>

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
    const auto there = std::find_if(
        m_docks.cbegin(), m_docks.cend(), [](const Dock &one) { return one.area == Qt::BottomDockWidgetArea; });
    if (area == Qt::BottomDockWidgetArea && there != m_docks.cend())
        m_window->tabifyDockWidget(there->widget, dock); // side by side they need a wider window than there may be
    auto *title = new PaneTitle(dock);
    dock->setTitleBarWidget(title);
    m_docks.append({pane, dock, area, title, 0});
    connect(dock, &QDockWidget::topLevelChanged, this, [this, id = pane->id()](bool floats) {
        if (floats)
            setCollapsed(id, false); // of a line that floats nobody reads anything
    });
    connect(title, &PaneTitle::collapseRequested, this,
        [this, id = pane->id()](bool collapsed) { setCollapsed(id, collapsed); });
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
        setCollapsed(id, false);
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
    const bool kept = !geometry.isEmpty() && m_window->restoreGeometry(geometry);
    if (kept && m_window->windowState() != Qt::WindowNoState)
        return;
    constexpr QSize first(1600, 960); // as much of a laptop's screen as there is
    const QMargins frame = frameOf(m_window);
    const QRect is(m_window->pos() + QPoint(frame.left(), frame.top()), m_window->size());
    const QRect rect = Placing{.wanted = kept ? is.size() : first,
        .least = {},
        .frame = frame,
        .available = m_window->screen()->availableGeometry(),
        .parent = kept ? is : QRect()}
                           .place();
    m_window->resize(rect.size());
    if (!kept || !m_window->screen()->availableGeometry().contains(is))
        m_window->move(rect.topLeft() - QPoint(frame.left(), frame.top()));
}

void Docks::restore(const AppSettings &settings, int centre)
{
    const QByteArray state = settings.layout(QStringLiteral("window"));
    if (state.isEmpty() || !m_window->restoreState(state, layoutVersion))
        defaultLayout();
    else
        m_pulled = settings.layout(QStringLiteral("bottom")).toInt();
    m_centre = centre;
    if (m_pulled == 0 || centre > 0)
        shareHeight(); // nobody chose what was kept
    nameTabs();
    for (const QByteArray &id : settings.layout(QStringLiteral("collapsed")).split(' '))
        setCollapsed(QString::fromLatin1(id), true);
    fitHeight(m_window->height());
}

void Docks::save(AppSettings &settings) const
{
    QByteArrayList collapsed;
    for (const Dock &dock : m_docks) {
        if (dock.title->isCollapsed())
            collapsed.append(dock.pane->id().toLatin1());
    }
    settings.setLayout(QStringLiteral("collapsed"), collapsed.join(' '));
    settings.setLayout(QStringLiteral("window"), m_low ? m_high : m_window->saveState(layoutVersion));
    settings.setLayout(QStringLiteral("bottom"), m_pulled > 0 ? QByteArray::number(m_pulled) : QByteArray());
    settings.setLayout(QStringLiteral("geometry"), m_window->saveGeometry());
}

void Docks::reset(AppSettings &settings)
{
    settings.setLayout(QStringLiteral("window"), {});
    m_low = false;
    for (const Dock &dock : std::as_const(m_docks))
        setCollapsed(dock.pane->id(), false);
    defaultLayout();
    fitHeight(m_window->height());
}

bool Docks::areWherePut() const
{
    return std::all_of(m_docks.begin(), m_docks.end(), [this](const Dock &dock) {
        return !dock.widget->isFloating() && m_window->dockWidgetArea(dock.widget) == dock.area;
    });
}

void Docks::fitHeight(int height)
{
    constexpr int low = 600, high = 640; // apart, so that nothing flips to and fro while the edge is pulled
    QDockWidget *const bottom = bottomDock();
    if (!m_low && height < low && bottom && areWherePut()) {
        m_high = m_window->saveState(layoutVersion);
        m_low = true;
        for (const Dock &dock : std::as_const(m_docks)) {
            if (dock.area != Qt::LeftDockWidgetArea && dock.widget != bottom && !dock.widget->isHidden())
                m_window->tabifyDockWidget(bottom, dock.widget); // those at the bottom may stand side by side, too
        }
        bottom->raise();
        nameTabs();
        shareWidth();
        shareHeight();
    } else if (m_low && height > high) {
        m_low = false;
        m_window->restoreState(m_high, layoutVersion);
        shareHeight();
    }
}

void Docks::setCollapsed(const QString &id, bool collapsed)
{
    QList<QDockWidget *> together;
    for (const Dock &dock : std::as_const(m_docks)) {
        if (dock.pane->id() == id)
            together = m_window->tabifiedDockWidgets(dock.widget) << dock.widget;
    }
    for (Dock &dock : m_docks) {
        if (together.contains(dock.widget) && dock.title->isCollapsed() != collapsed)
            collapse(dock, collapsed);
    }
}

void Docks::collapse(Dock &dock, bool collapsed)
{
    const bool upright = m_window->dockWidgetArea(dock.widget) != Qt::BottomDockWidgetArea
        && !dock.widget->isFloating();
    if (collapsed)
        dock.open = upright ? dock.widget->width() : dock.widget->height();
    dock.title->setCollapsed(collapsed, collapsed && upright);
    QDockWidget::DockWidgetFeatures features = dock.widget->features();
    features.setFlag(QDockWidget::DockWidgetVerticalTitleBar, collapsed && upright);
    dock.widget->setFeatures(features);
    dock.widget->widget()->setVisible(!collapsed);
    const QSize line = collapsed ? dock.title->sizeHint() : QSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    dock.widget->setMaximumSize(upright ? line.width() : QWIDGETSIZE_MAX, upright ? QWIDGETSIZE_MAX : line.height());
    if (!collapsed && dock.open > 0)
        m_window->resizeDocks({dock.widget}, {dock.open}, upright ? Qt::Horizontal : Qt::Vertical);
}

bool Docks::isCollapsed(const QString &id) const
{
    return std::any_of(m_docks.begin(), m_docks.end(),
        [&id](const Dock &dock) { return dock.pane->id() == id && dock.title->isCollapsed(); });
}

void Docks::defaultLayout()
{
    QList<QDockWidget *> bottom;
    for (const Dock &dock : std::as_const(m_docks)) {
        dock.widget->setFloating(false);
        m_window->addDockWidget(dock.area, dock.widget);
        if (dock.area == Qt::BottomDockWidgetArea && !bottom.isEmpty())
            m_window->tabifyDockWidget(bottom.constFirst(), dock.widget);
        dock.widget->show();
        if (dock.area == Qt::BottomDockWidgetArea)
            bottom.append(dock.widget);
    }
    for (qsizetype i = 1; i < bottom.size(); ++i) // the one whose title grows last: no tab moves then
        m_window->tabifyDockWidget(bottom[i], bottom[(i + 1) % bottom.size()]);
    if (!bottom.isEmpty())
        bottom.constFirst()->raise();
    nameTabs();
    shareWidth();
    m_pulled = 0;
    shareHeight();
}

/// Of the panes at the sides; without one at the right there is more for the left one.
void Docks::shareWidth()
{
    QList<QDockWidget *> sides;
    QList<int> widths;
    for (const Dock &dock : std::as_const(m_docks)) {
        const Qt::DockWidgetArea area = m_window->dockWidgetArea(dock.widget);
        if (area == Qt::BottomDockWidgetArea || dock.widget->isFloating() || dock.title->isCollapsed())
            continue;
        sides.append(dock.widget);
        widths.append(m_window->width() * (area != Qt::LeftDockWidgetArea ? 25 : m_low ? 43 : 37) / 100);
    }
    m_window->resizeDocks(sides, widths, Qt::Horizontal);
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

void Docks::giveRoom(int centre)
{
    m_centre = centre;
    shareHeight();
}

void Docks::shareHeight()
{
    QWidget *const inside = m_window->centralWidget();
    QList<QWidget *> grown = inside->findChildren<QWidget *>(QStringLiteral("centre"), Qt::FindDirectChildrenOnly);
    grown += {inside, m_window};
    for (QWidget *widget : std::as_const(grown)) {
        widget->layout()->invalidate(); // from the inside: what the form needed is remembered at each step
        widget->layout()->activate();
    }
    QDockWidget *const dock = bottomDock();
    if (!dock)
        return;
    constexpr int least = 90; // a title, and a row or two
    const int share = m_pulled > 0 && !m_low ? m_pulled : m_window->height() * 32 / 100;
    const int left = m_window->statusBar()->y() - m_window->centralWidget()->y() - m_centre;
    m_window->resizeDocks(
        {dock}, {m_centre > 0 ? std::clamp(left, std::min(least, share), share) : share}, Qt::Vertical);
}

void Docks::focus(const QString &id)
{
    for (const Dock &dock : std::as_const(m_docks)) {
        if (dock.pane->id() == id && dock.widget->isVisible())
            dock.widget->widget()->setFocus();
    }
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
