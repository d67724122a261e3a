#include "ui/workspace/menubar.h"

#include "ui/workspace/commands.h"

#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace gb::ui {
namespace {

struct Place
{
    Menu menu;
    Menu parent; ///< Count: it stands in the bar
    int rank;    ///< in the parent
};

constexpr Place places[] = {
    {Menu::Capture, Menu::Count, 0},
    {Menu::Recent, Menu::Capture, 22},
    {Menu::Devices, Menu::Count, 0},
    {Menu::Messages, Menu::Count, 0},
    {Menu::Filters, Menu::Messages, 9},
    {Menu::Compare, Menu::Messages, 28},
    {Menu::View, Menu::Count, 0},
    {Menu::Language, Menu::View, 10},
    {Menu::Theme, Menu::View, 11},
    {Menu::Density, Menu::View, 12},
    {Menu::Help, Menu::Count, 0},
    {Menu::Samples, Menu::Help, 15},
};

} // namespace

QString menuTitle(Menu menu)
{
    static constexpr const char *titles[] = {
        QT_TRANSLATE_NOOP("Commands", "&Capture"),
        QT_TRANSLATE_NOOP("Commands", "Open &recent"),
        QT_TRANSLATE_NOOP("Commands", "&Devices"),
        QT_TRANSLATE_NOOP("Commands", "&Messages"),
        QT_TRANSLATE_NOOP("Commands", "Fi&lters"),
        QT_TRANSLATE_NOOP("Commands", "&Compare"),
        QT_TRANSLATE_NOOP("Commands", "&View"),
        QT_TRANSLATE_NOOP("Commands", "&Language"),
        QT_TRANSLATE_NOOP("Commands", "&Theme"),
        QT_TRANSLATE_NOOP("Commands", "&Density of the flow"),
        QT_TRANSLATE_NOOP("Commands", "&Help"),
        QT_TRANSLATE_NOOP("Commands", "&Sample captures"),
        QT_TRANSLATE_NOOP("Commands", "Tool bar"),
        QT_TRANSLATE_NOOP("Commands", "Device table"),
        QT_TRANSLATE_NOOP("Commands", "Message flow"),
        QT_TRANSLATE_NOOP("Commands", "Message"),
        QT_TRANSLATE_NOOP("Commands", "Heartbeats"),
        QT_TRANSLATE_NOOP("Commands", "Findings"),
        QT_TRANSLATE_NOOP("Commands", "List of messages"),
        QT_TRANSLATE_NOOP("Commands", "Comparison"),
        QT_TRANSLATE_NOOP("Commands", "Counters"),
    };
    static_assert(std::size(titles) == static_cast<std::size_t>(Menu::Count));
    return QCoreApplication::translate("Commands", titles[static_cast<int>(menu)]);
}

MenuBar::MenuBar(QMenuBar *bar, Commands &commands)
    : QObject(bar)
    , m_commands(commands)
{
    for (const Place &place : places) {
        auto *menu = new QMenu(bar);
        m_menus.insert(place.menu, menu);
        if (place.parent == Menu::Count)
            bar->addMenu(menu);
        connect(menu, &QMenu::aboutToShow, this, [this, which = place.menu] { fill(which); });
    }
    for (const Place &place : places)
        fill(place.menu);
    retranslate();
}

void MenuBar::fill(Menu menu)
{
    QList<std::pair<int, QAction *>> submenus;
    for (const Place &place : places) {
        if (place.parent == menu)
            submenus.append({place.rank, m_menus.value(place.menu)->menuAction()});
    }
    m_commands.fill(m_menus.value(menu), menu, submenus);
    for (const Place &place : places) {
        const auto inside = m_commands.in(place.menu);
        if (place.parent == menu)
            m_menus.value(place.menu)->setEnabled(std::any_of(inside.begin(), inside.end(), [this](const auto &one) {
                return m_commands.isPossible(*one.second);
            }));
    }
}

void MenuBar::retranslate()
{
    for (auto it = m_menus.cbegin(); it != m_menus.cend(); ++it)
        it.value()->setTitle(menuTitle(it.key()));
}

} // namespace gb::ui
