#include "core/session/filesession.h"
#include "tests/support/devices.h"
#include "tests/support/events.h"
#include "tests/support/livewindow.h"
#include "ui/devices/devicepanel.h"
#include "ui/devices/deviceview.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/listen/passwordsdialog.h"
#include "ui/message/messageview.h"
#include "ui/settings/savedfilters.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/keyspage.h"
#include "ui/workspace/menubar.h"
#include "ui/workspace/palette.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSignalSpy>
#include <QTextEdit>
#include <QTimer>
#include <QTreeWidget>
#include <QtTest>

using namespace gb;
using namespace gb::ui;

namespace {

/// What is wrong with a list of commands; one line each.
QStringList faultsOf(const Commands &commands)
{
    QStringList faults;
    QSet<QString> ids;
    for (const Command &command : commands.all()) {
        if (commands.name(command).trimmed().isEmpty())
            faults += command.id + QStringLiteral(" has no text");
        if (ids.contains(command.id))
            faults += command.id + QStringLiteral(" is there twice");
        ids.insert(command.id);
        if (command.spots.isEmpty())
            faults += command.id + QStringLiteral(" stands nowhere");
        for (const Command &other : commands.all()) {
            if (&other == &command)
                break;
            if (!Commands::workAtOnce(other, command))
                continue;
            for (const QKeySequence &key : commands.keysOf(command)) {
                if (commands.keysOf(other).contains(key))
                    faults += QStringLiteral("%1 and %2 share %3").arg(other.id, command.id, key.toString());
            }
        }
    }
    return faults;
}

/// Mnemonics that stand twice in a menu.
QStringList sharedMnemonics(const QString &where, const QList<QAction *> &actions)
{
    QStringList shared;
    QHash<QString, QString> used;
    for (const QAction *action : actions) {
        const QString key = QKeySequence::mnemonic(action->text()).toString();
        if (key.isEmpty() || !action->isVisible())
            continue;
        if (used.contains(key))
            shared += where + QStringLiteral(": ") + used.value(key) + QStringLiteral(" and ") + action->text();
        used.insert(key, action->text());
    }
    return shared;
}

} // namespace

/// The list of commands, and all that is made from it.
class tst_Commands : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void faultsAreFound();
    void everyCommandIsWhole_data();
    void everyCommandIsWhole();
    void mnemonicsAreUnique_data() { everyCommandIsWhole_data(); }
    void mnemonicsAreUnique();
    void menusHaveAllOfThem();
    void thePageOfKeysHasAllOfThem();
    void whatIsNotPossibleDoesNothing();
    void keysOfTheWindow();
    void thePaletteFindsAndRuns();
    void thePaletteOffersWhatIsPossible();
    void thePaletteSpeaksTheLanguage();
    void menuOfADevice();
    void menuOfAMessage();

private:
    std::unique_ptr<MainWindow> fileWindow();
    Session *m_source = nullptr; ///< of the window of a file
    static QStringList listed(const Palette &palette);
};

std::unique_ptr<MainWindow> tst_Commands::fileWindow()
{
    auto file = std::make_unique<FileSession>(
        QStringList{QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad/h01-good.pcap")}, HeartbeatPolicy{});
    m_source = file.get();
    auto window = std::make_unique<MainWindow>(*m_settings, m_languages, std::move(file));
    window->resize(1366, 740);
    window->show();
    [&] { QTRY_COMPARE(window->findChild<FlowPanel *>()->rows()->matches(), 1); }();
    return window;
}

QStringList tst_Commands::listed(const Palette &palette)
{
    QStringList texts;
    for (int i = 0; i < palette.list()->topLevelItemCount(); ++i)
        texts += palette.list()->topLevelItem(i)->text(0);
    return texts;
}

/// The checks below can fail.
void tst_Commands::faultsAreFound()
{
    QWidget window, view(&window), other(&window);
    Commands commands(&window);
    const auto add = [&](const char *id, const char *text, Qt::Key key, QWidget *scope) {
        commands.add({.id = QLatin1String(id),
            .text = [text] { return QString::fromLatin1(text); },
            .keys = {QKeySequence(key)},
            .spots = {{Menu::View, 0}},
            .scope = scope});
    };
    add("a", "&One", Qt::Key_A, nullptr);
    add("b", "&Other", Qt::Key_B, &view);
    add("c", "c", Qt::Key_B, &other); // another view: never at once
    QCOMPARE(faultsOf(commands), QStringList());
    add("d", "d", Qt::Key_A, &view);
    add("e", "", Qt::Key_B, &view);
    QCOMPARE(faultsOf(commands),
        (QStringList{
            QStringLiteral("a and d share A"), QStringLiteral("e has no text"), QStringLiteral("b and e share B")}));
    QMenu menu;
    commands.fill(&menu, Menu::View);
    QCOMPARE(
        sharedMnemonics(QStringLiteral("View"), menu.actions()), QStringList{QStringLiteral("View: &One and &Other")});
}

void tst_Commands::everyCommandIsWhole_data()
{
    QTest::addColumn<bool>("live");
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "zh_CN"}) {
        QTest::addRow("live, %s", language) << true << QString::fromLatin1(language);
        QTest::addRow("file, %s", language) << false << QString::fromLatin1(language);
    }
}

void tst_Commands::everyCommandIsWhole()
{
    QFETCH(const bool, live);
    QFETCH(const QString, language);
    m_languages.use(language);
    const auto window = live ? liveWindow() : fileWindow();
    const Commands &commands = *window->findChild<Commands *>();
    QVERIFY(commands.all().size() > 50);
    QCOMPARE(faultsOf(commands).join(u'\n'), QString());
}

void tst_Commands::mnemonicsAreUnique()
{
    QFETCH(const bool, live);
    QFETCH(const QString, language);
    m_languages.use(language);
    const auto window = live ? liveWindow() : fileWindow();
    Commands &commands = *window->findChild<Commands *>();
    QStringList shared = sharedMnemonics(QStringLiteral("bar"), window->menuBar()->actions());
    for (int i = 0; i < static_cast<int>(Menu::Count); ++i) {
        const auto menu = static_cast<Menu>(i);
        QMenu made;
        QMenu *shown = window->findChild<MenuBar *>()->menu(menu);
        if (shown)
            emit shown->aboutToShow();
        else
            commands.fill(shown = &made, menu);
        shared += sharedMnemonics(menuTitle(menu), shown->actions());
    }
    QCOMPARE(shared.join(u'\n'), QString());
}

/// Nothing can be done that stands in no menu.
void tst_Commands::menusHaveAllOfThem()
{
    const auto window = fileWindow();
    Commands &commands = *window->findChild<Commands *>();
    QSet<QAction *> inMenus;
    for (int i = 0; i < static_cast<int>(Menu::Count); ++i) {
        QMenu menu;
        commands.fill(&menu, static_cast<Menu>(i));
        for (QAction *action : menu.actions())
            inMenus.insert(action);
    }
    for (const Command &command : commands.all()) {
        if (!command.spots.constFirst().shown)
            QVERIFY2(inMenus.contains(commands.action(command.id)), qPrintable(command.id));
    }
    for (QAction *action : window->findChildren<QAction *>()) { // nor has anything else a key
        if (action->shortcut().isEmpty() || action->parent()->inherits("QLineEdit")
            || action->parent()->inherits("QWidgetTextControl"))
            continue;
        QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
    }
}

void tst_Commands::thePageOfKeysHasAllOfThem()
{
    const auto window = liveWindow();
    Commands &commands = *window->findChild<Commands *>();
    commands.run(QStringLiteral("help.keys"));
    const auto *page = window->findChild<KeysPage *>();
    QVERIFY(page && page->isVisible());
    QStringList texts;
    for (const QLabel *label : page->findChildren<QLabel *>()) {
        texts += label->text();
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    qsizetype left = 0;
    for (const Command &command : commands.all()) {
        if (!Commands::isShown(command, command.spots.constFirst().menu)) { // of a capture, a finding that is not there
            ++left;
            continue;
        }
        QVERIFY2(texts.contains(commands.name(command)), qPrintable(command.id));
        QVERIFY2(texts.contains(commands.keyText(command)), qPrintable(command.id));
    }
    QCOMPARE(left, AppSettings::recentFilesKept + filtersKept + 1);
    QCOMPARE(commands.keyText(*commands.find(QStringLiteral("help.palette"))), QStringLiteral("Ctrl+K"));
}

void tst_Commands::whatIsNotPossibleDoesNothing()
{
    QWidget window;
    Commands commands(&window);
    bool possible = false;
    int runs = 0;
    QAction *const action = commands.add({.id = QStringLiteral("x"),
        .text = [] { return QStringLiteral("x"); },
        .spots = {{Menu::View, 0}},
        .run = [&] { ++runs; },
        .when = [&] { return possible; }});
    action->trigger(); // nobody asked the condition yet
    commands.run(QStringLiteral("x"));
    commands.run(QStringLiteral("no such command"));
    QCOMPARE(runs, 0);
    QVERIFY(!action->isEnabled());
    possible = true;
    commands.refresh();
    QVERIFY(action->isEnabled());
    action->trigger();
    QCOMPARE(runs, 1);
}

void tst_Commands::keysOfTheWindow()
{
    const auto window = fileWindow();
    test::letEventsComeUntil([&] { return window->isActiveWindow(); });
    auto *const ladder = window->findChild<LadderView *>();
    ladder->setFocus();
    QTest::keyClick(window.get(), Qt::Key_Slash);
    QCOMPARE(window->focusWidget(), window->findChild<DevicePanel *>()->findChild<QLineEdit *>());
    ladder->setFocus();
    QVERIFY(ladder->showsBrackets());
    QTest::keyClick(ladder, Qt::Key_B);
    QVERIFY(!ladder->showsBrackets()); // once, not twice
    ladder->select(1);
    QTest::keySequence(ladder, QKeySequence(QKeySequence::Copy));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\u2192")));
    QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(window->findChild<Palette *>());
}

void tst_Commands::thePaletteFindsAndRuns()
{
    const auto window = fileWindow();
    Commands &commands = *window->findChild<Commands *>();
    commands.run(QStringLiteral("help.palette"));
    QPointer<Palette> palette = window->findChild<Palette *>();
    QVERIFY(palette && palette->isVisible());
    QTest::keyClicks(palette->line(), QStringLiteral("dev find"));
    QCOMPARE(listed(*palette).value(0), QStringLiteral("Find a device"));
    QCOMPARE(palette->list()->topLevelItem(0)->text(2), QStringLiteral("/  Ctrl+F"));
    palette->line()->clear();
    QTest::keyClicks(palette->line(), QStringLiteral("message"));
    QVERIFY(listed(*palette).size() > 2);
    const QString second = listed(*palette).at(1);
    QTest::keyClick(palette->line(), Qt::Key_Down);
    QCOMPARE(palette->list()->currentItem()->text(0), second);
    palette->line()->setText(QStringLiteral("zzz"));
    QVERIFY(listed(*palette).isEmpty());
    QTest::keyClick(palette->line(), Qt::Key_Return); // nothing to run: it stays
    QVERIFY(palette && palette->isVisible());
    palette->line()->setText(QStringLiteral("find a device"));
    QTest::keyClick(palette->line(), Qt::Key_Return);
    QTRY_VERIFY(!palette);
    QTRY_COMPARE(window->focusWidget(), window->findChild<DevicePanel *>()->findChild<QLineEdit *>());
    commands.run(QStringLiteral("help.palette"));
    palette = window->findChild<Palette *>();
    QTest::keyClick(palette->line(), Qt::Key_Escape);
    QTRY_VERIFY(!palette);
}

void tst_Commands::thePaletteOffersWhatIsPossible()
{
    const auto window = liveWindow();
    Commands &commands = *window->findChild<Commands *>();
    const auto offered = [&] {
        Palette palette(commands, nullptr);
        palette.setAttribute(Qt::WA_DeleteOnClose, false);
        return listed(palette);
    };
    QVERIFY(!offered().contains(QStringLiteral("Stop listening")));
    listen(*window);
    QVERIFY(offered().contains(QStringLiteral("Stop listening")));
    const QStringList all = offered();
    qsizetype possible = 0;
    for (const Command &command : commands.all())
        possible += commands.isPossible(command);
    QCOMPARE(all.size(), possible);
}

void tst_Commands::thePaletteSpeaksTheLanguage()
{
    m_languages.use(QStringLiteral("zh_CN"));
    const auto window = liveWindow();
    window->findChild<Commands *>()->run(QStringLiteral("help.palette"));
    auto *const palette = window->findChild<Palette *>();
    palette->line()->setText(QStringLiteral("\u67e5\u627e"));
    QVERIFY(listed(*palette).contains(QStringLiteral("\u67e5\u627e\u8bbe\u5907"))); // without its mnemonic
    palette->close();
}

/// The devices that came with a batch, in the menu of the table.
void tst_Commands::menuOfADevice()
{
    const auto window = fileWindow();
    auto *const panel = window->findChild<DevicePanel *>();
    Batch batch;
    batch.now = test::start;
    batch.devices = {test::device(1, DeviceState::Online), test::device(2, DeviceState::AuthFailed)};
    emit m_source->batch(std::make_shared<const Batch>(batch));
    const auto offered = [&](int number) {
        panel->select({test::idOf(number)});
        QStringList texts;
        QTimer::singleShot(0, panel, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            for (const QAction *action : menu->actions()) {
                if (!action->isSeparator())
                    texts.append(action->text());
            }
            menu->close();
        });
        emit panel->view()->customContextMenuRequested({});
        return texts;
    };
    const QStringList online = offered(1), refused = offered(2);
    QCOMPARE(online,
        (QStringList{QStringLiteral("Copy cell"), QStringLiteral("Copy rows"), QStringLiteral("Rename\u2026"),
            QStringLiteral("Own heartbeat setting\u2026"), QStringLiteral("Show only these in the message flow"),
            QStringLiteral("Heartbeat setting on &both ends\u2026"), QStringLiteral("&Export\u2026"),
            QStringLiteral("Repor&t\u2026"), QStringLiteral("Why are its messages not here?\u2026"),
            QStringLiteral("Columns and order\u2026"), QStringLiteral("Reset columns")}));
    QStringList more = online;
    more.insert(4, QStringLiteral("&Known passwords\u2026"));
    QCOMPARE(refused, more);
}

void tst_Commands::menuOfAMessage()
{
    const auto window = fileWindow();
    emit window->findChild<FlowPanel *>()->messageSelected(1);
    auto *const message = window->findChild<MessageView *>();
    QTRY_VERIFY(message->shownText().contains(QStringLiteral("SIP/2.0")));
    emit message->findChild<QTextEdit *>()->customContextMenuRequested({});
    auto *const menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QStringList texts;
    for (QAction *action : menu->actions()) {
        texts += action->text();
        if (action->text() == QStringLiteral("Copy the whole message"))
            action->trigger();
    }
    const QString all = texts.join(u'|').remove(u'&');
    QVERIFY2(
        all.contains(QStringLiteral("Select All")) && all.contains(QStringLiteral("Message in hex")), qPrintable(all));
    QCOMPARE(QGuiApplication::clipboard()->text(), message->shownText());
    menu->close();
}

QTEST_MAIN(tst_Commands)
#include "tst_commands.moc"
