#include "ui/workspace/windowcommands.h"

#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/aboutdialog.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/docks.h"
#include "ui/workspace/keyspage.h"
#include "ui/workspace/palette.h"

#include <QMainWindow>

namespace gb::ui {
namespace {

struct Choice
{
    QString value; ///< as the settings have it; empty: the system's
    std::function<QString()> text;
};

void addChoices(Commands &commands, const QString &id, Menu menu, const QList<Choice> &choices,
    const std::function<QString()> &now, const std::function<void(const QString &)> &use)
{
    for (const Choice &choice : choices)
        commands.add({.id = id + (choice.value.isEmpty() ? QStringLiteral("system") : choice.value),
            .text = choice.text,
            .spots = {{menu, 0}},
            .run = [use, value = choice.value] { use(value); },
            .isOn = [now, value = choice.value] { return now() == value; }});
}

void addLooks(Desk &desk)
{
    const auto system = words(QT_TRANSLATE_NOOP("Commands", "As the system"));
    addChoices(
        desk.commands(), QStringLiteral("language."), Menu::Language,
        {{QString(), system}, {QStringLiteral("en"), [] { return QStringLiteral("English"); }},
            {QStringLiteral("zh_CN"), [] { return QStringLiteral("\u7b80\u4f53\u4e2d\u6587"); }}},
        [&desk] { return desk.settings().language(); },
        [&desk](const QString &language) {
            desk.settings().setLanguage(language);
            desk.languages().use(language);
        });
    addChoices(
        desk.commands(), QStringLiteral("theme."), Menu::Theme,
        {{QString(), system}, {QStringLiteral("light"), words(QT_TRANSLATE_NOOP("Commands", "Light"))},
            {QStringLiteral("dark"), words(QT_TRANSLATE_NOOP("Commands", "Dark"))}},
        [&desk] { return desk.settings().theme(); },
        [&desk](const QString &theme) {
            desk.settings().setTheme(theme);
            applyTheme(theme);
        });
}

void addHelp(QMainWindow &window, Commands &commands)
{
    commands.add({.id = QStringLiteral("help.palette"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "All &commands\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_K)},
        .spots = {{Menu::Help, 10}},
        .run = [&] { (new Palette(commands, &window))->show(); }});
    commands.add({.id = QStringLiteral("help.keys"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Keyboard shortcuts")),
        .keys = {QKeySequence(Qt::Key_F1)},
        .spots = {{Menu::Help, 11}},
        .run = [&] { (new KeysPage(commands, &window))->show(); }});
    commands.add({.id = QStringLiteral("help.about"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&About gbscope")),
        .spots = {{Menu::Help, 20}},
        .run = [&] { showAbout(&window); },
        .icon = QStringLiteral("about")});
}

} // namespace

void addWindowCommands(QMainWindow &window, Desk &desk, Docks &docks)
{
    Commands &commands = desk.commands();
    addLooks(desk);
    commands.add({.id = QStringLiteral("view.fullScreen"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Full screen")),
        .keys = {QKeySequence(Qt::Key_F11)},
        .spots = {{Menu::View, 13}},
        .run = [&] { window.setWindowState(window.windowState() ^ Qt::WindowFullScreen); },
        .isOn = [&] { return window.isFullScreen(); }});
    commands.add({.id = QStringLiteral("view.resetLayout"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Reset the layout")),
        .spots = {{Menu::View, 14}},
        .run = [&] { docks.reset(desk.settings()); }});
    docks.addCommands(commands);
    commands.add({.id = QStringLiteral("capture.close"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Close the window")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_W)},
        .spots = {{Menu::Capture, 30}},
        .run = [&] { window.close(); }});
    commands.add({.id = QStringLiteral("capture.quit"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Quit")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_Q)},
        .spots = {{Menu::Capture, 31}},
        .run = [] { QCoreApplication::quit(); }});
    addHelp(window, commands);
}

} // namespace gb::ui
