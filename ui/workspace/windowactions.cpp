#include "ui/workspace/windowactions.h"

#include "ui/widgets/icons.h"

#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

namespace gb::ui {

WindowActions::WindowActions(QMainWindow *window, bool live)
    : QObject(window)
    , m_window(window)
    , m_capture(window->menuBar()->addMenu(QString()))
    , m_devices(window->menuBar()->addMenu(QString()))
    , m_messages(window->menuBar()->addMenu(QString()))
    , m_view(window->menuBar()->addMenu(QString()))
    , m_help(window->menuBar()->addMenu(QString()))
    , m_languages(new QActionGroup(this))
    , m_themes(new QActionGroup(this))
{
    listen = add(m_capture, QStringLiteral("listen"), {QKeySequence(Qt::CTRL | Qt::Key_L)});
    stop = add(m_capture, QStringLiteral("stop"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)});
    listen->setVisible(live);
    stop->setVisible(live);
    m_capture->addSeparator();
    open = add(m_capture, QStringLiteral("open"), {QKeySequence(Qt::CTRL | Qt::Key_O)});
    m_recent = m_capture->addMenu(QString());
    exportMessages = add(m_capture, QStringLiteral("export"), {QKeySequence(Qt::CTRL | Qt::Key_E)});
    m_capture->addSeparator();
    close = add(m_capture, {}, {QKeySequence(Qt::CTRL | Qt::Key_W)});
    quit = add(m_capture, {}, {QKeySequence(Qt::CTRL | Qt::Key_Q)});

    findDevice = add(
        m_devices, QStringLiteral("search"), {QKeySequence(Qt::Key_Slash), QKeySequence(Qt::CTRL | Qt::Key_F)});
    m_devices->addSeparator();
    cameraCard = add(m_devices, QStringLiteral("card"), {QKeySequence(Qt::CTRL | Qt::Key_D)});
    cameraCard->setVisible(live);
    expectedDevices = add(m_devices, {}, {});
    knownPasswords = add(m_devices, {}, {});
    bothEnds = add(m_devices, {}, {QKeySequence(Qt::CTRL | Qt::Key_B)});
    silenceTest = add(m_devices, {}, {QKeySequence(Qt::CTRL | Qt::Key_T)});
    silenceTest->setVisible(live);
    m_devices->addSeparator();
    clearFilters = add(m_devices, {}, {});
    findMessages = add(m_messages, QStringLiteral("search"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
    findNext = add(m_messages, {}, {QKeySequence(Qt::Key_F3)});
    findPrevious = add(m_messages, {}, {QKeySequence(Qt::SHIFT | Qt::Key_F3)});

    m_language = m_view->addMenu(QString());
    for (const char *code : {"", "en", "zh_CN"}) {
        QAction *action = m_languages->addAction(m_language->addAction(QString()));
        action->setCheckable(true);
        action->setData(QString::fromLatin1(code));
    }
    m_theme = m_view->addMenu(QString());
    for (const char *name : {"", "light", "dark"}) {
        QAction *action = m_themes->addAction(m_theme->addAction(QString()));
        action->setCheckable(true);
        action->setData(QString::fromLatin1(name));
    }
    overview = add(m_view, {}, {QKeySequence(Qt::Key_F8)});
    fullScreen = add(m_view, {}, {QKeySequence(Qt::Key_F11)});
    resetLayout = add(m_view, {}, {});
    m_view->addSeparator();
    keys = add(m_help, {}, {QKeySequence(Qt::Key_F1)});
    about = add(m_help, QStringLiteral("about"), {});
    connect(m_languages, &QActionGroup::triggered, this,
        [this](QAction *action) { emit languageChosen(action->data().toString()); });
    connect(m_themes, &QActionGroup::triggered, this,
        [this](QAction *action) { emit themeChosen(action->data().toString()); });
    retranslate();
}

void WindowActions::setRecentFiles(const QStringList &files)
{
    m_recent->clear();
    m_recent->setEnabled(!files.isEmpty());
    for (const QString &file : files) {
        const QFileInfo info(file);
        const QString text = info.fileName() + QStringLiteral("  \u2013  ") + QDir::toNativeSeparators(info.path());
        QAction *const action = m_recent->addAction(QString(text).replace(u'&', QStringLiteral("&&"))); // a name is no
                                                                                                        // mnemonic
        connect(action, &QAction::triggered, this, [this, file] { emit recentChosen(file); });
    }
}

QAction *WindowActions::add(QMenu *menu, const QString &icon, const QList<QKeySequence> &shortcuts)
{
    QAction *action = menu->addAction(QString());
    if (!icon.isEmpty())
        action->setIcon(ui::icon(icon));
    action->setShortcuts(shortcuts);
    return action;
}

void WindowActions::addDocks(const QList<QDockWidget *> &docks)
{
    for (QDockWidget *dock : docks)
        m_view->addAction(dock->toggleViewAction());
}

void WindowActions::retranslate()
{
    m_capture->setTitle(tr("&Capture"));
    m_devices->setTitle(tr("&Devices"));
    m_messages->setTitle(tr("&Messages"));
    m_view->setTitle(tr("&View"));
    m_help->setTitle(tr("&Help"));
    m_language->setTitle(tr("&Language"));
    m_theme->setTitle(tr("&Theme"));
    listen->setText(tr("&Listen\u2026"));
    stop->setText(tr("&Stop listening"));
    open->setText(tr("&Open a capture\u2026"));
    m_recent->setTitle(tr("Open &recent"));
    exportMessages->setText(tr("&Export\u2026"));
    close->setText(tr("&Close the window"));
    quit->setText(tr("&Quit"));
    findDevice->setText(tr("&Find a device"));
    cameraCard->setText(tr("&Camera card"));
    expectedDevices->setText(tr("&Expected devices\u2026"));
    knownPasswords->setText(tr("&Known passwords\u2026"));
    bothEnds->setText(tr("Heartbeat setting on &both ends\u2026"));
    silenceTest->setText(tr("&Silence test\u2026"));
    clearFilters->setText(tr("Clear &all filters"));
    findMessages->setText(tr("Find in &messages\u2026"));
    findNext->setText(tr("&Next message found"));
    findPrevious->setText(tr("&Previous message found"));
    overview->setText(tr("Site &overview"));
    fullScreen->setText(tr("&Full screen"));
    resetLayout->setText(tr("&Reset the layout"));
    keys->setText(tr("&Keyboard"));
    about->setText(tr("&About gbscope"));
    const QString languages[] = {
        tr("As the system"), QStringLiteral("English"), QStringLiteral("\u7b80\u4f53\u4e2d\u6587")};
    const QString themes[] = {tr("As the system"), tr("Light"), tr("Dark")};
    for (int i = 0; i < 3; ++i) {
        m_languages->actions().at(i)->setText(languages[i]);
        m_themes->actions().at(i)->setText(themes[i]);
    }
    // A mnemonic in brackets, as Chinese menus have it, is no part of a button's text
    for (QAction *action : {listen, stop, open, exportMessages, findDevice, findMessages, cameraCard}) {
        QString plain = action->text();
        plain.remove(QRegularExpression(QStringLiteral("\\(&.\\)"))).remove(u'&').remove(u'\u2026');
        action->setIconText(plain);
        action->setToolTip(action->shortcut().isEmpty()
                ? plain
                : QStringLiteral("%1 (%2)").arg(plain, action->shortcut().toString(QKeySequence::NativeText)));
    }
}

void WindowActions::setLanguage(const QString &language)
{
    for (QAction *action : m_languages->actions())
        action->setChecked(action->data().toString() == language);
}

void WindowActions::setTheme(const QString &theme)
{
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toString() == theme);
}

} // namespace gb::ui
