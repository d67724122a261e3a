#include "ui/workspace/bars.h"

#include "ui/workspace/commands.h"
#include "ui/workspace/pane.h"

#include <QMainWindow>
#include <QToolBar>

#include <algorithm>

namespace gb::ui {

Bars::Bars(QMainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_bar(add(QStringLiteral("toolbar")))
{
    m_bar->setIconSize(QSize(16, 16));
    m_bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

QToolBar *Bars::add(const QString &id)
{
    QToolBar *const bar = m_window->addToolBar(QString());
    bar->setObjectName(id);
    bar->setMovable(false);
    bar->toggleViewAction()->setVisible(false);
    return bar;
}

void Bars::addTool(int rank, QWidget *widget)
{
    m_tools.append({rank, widget, nullptr});
}

void Bars::addBanner(Pane *pane, QWidget *widget)
{
    m_window->addToolBarBreak();
    QToolBar *const bar = add(pane->id());
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(widget);
    bar->hide();
    connect(pane, &Pane::wantsToBeSeen, bar, &QWidget::setVisible);
}

void Bars::fill(const Commands &commands)
{
    for (const auto &[rank, command] : commands.in(Menu::Tools))
        m_tools.append({rank, nullptr, commands.action(command->id)});
    std::stable_sort(m_tools.begin(), m_tools.end(), [](const Tool &a, const Tool &b) { return a.rank < b.rank; });
    int group = -1;
    for (const Tool &tool : std::as_const(m_tools)) {
        if (group >= 0 && group != tool.rank / 10)
            m_bar->addSeparator();
        group = tool.rank / 10;
        if (tool.widget) {
            m_bar->addWidget(tool.widget);
        } else {
            m_bar->addAction(tool.action);
            m_bar->widgetForAction(tool.action)->setFocusPolicy(Qt::TabFocus);
        }
    }
}

} // namespace gb::ui
