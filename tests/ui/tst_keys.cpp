#include "tests/support/livewindow.h"
#include "ui/preferences/keypresets.h"
#include "ui/preferences/keysdialog.h"
#include "ui/workspace/commands.h"

#include <QtWidgets>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;

/// Which key does what is the user's affair.
class tst_Keys : public QObject, public LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void choicesAreKept();
    void whatCannotBeReadIsLeftOut_data();
    void whatCannotBeReadIsLeftOut();
    void aKeyIsOfOneCommand();
    void whatMovesStays();
    void commandsHaveAFewKeys();
    void noKey();
    void asItCame();
    void eachPresetIsSound();
    void aChosenKeyWorks();
    void theListIsNarrowed();

private:
    static QKeySequence key(const char *text) { return QKeySequence(QLatin1String(text), QKeySequence::PortableText); }
    static QList<QKeySequence> keysNow(const Commands &commands, const char *id)
    {
        return commands.keysOf(*commands.find(QLatin1String(id)));
    }
    static void choose(KeysDialog &dialog, const QString &id)
    {
        auto *const list = dialog.findChild<QTreeWidget *>();
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            if (list->topLevelItem(i)->data(0, Qt::UserRole).toString() == id)
                list->setCurrentItem(list->topLevelItem(i));
        }
    }
};

void tst_Keys::choicesAreKept()
{
    const KeyChoices choices{{QStringLiteral("flow.filter"), {key("F7"), key("Ctrl+;")}},
        {QStringLiteral("capture.quit"), {}}, {QStringLiteral("device.columns"), {key(";"), key(","), key("Space")}}};
    saveKeyChoices(settings(), choices);
    QCOMPARE(keyChoices(settings()), choices);
    saveKeyChoices(settings(), {});
    QCOMPARE(keyChoices(settings()), KeyChoices());
}

void tst_Keys::whatCannotBeReadIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<KeyChoices>("read");
    QTest::newRow("nothing") << QByteArray() << KeyChoices();
    QTest::newRow("no id") << QByteArray(" F7\n\n") << KeyChoices();
    QTest::newRow("no keys") << QByteArray("a b c d\n") << KeyChoices();
    QTest::newRow("no key at all") << QByteArray("a \n") << KeyChoices{{QStringLiteral("a"), {}}};
    QTest::newRow("one that moves") << QByteArray("a Up; F7\n") << KeyChoices{{QStringLiteral("a"), {key("F7")}}};
    QTest::newRow("too many") << QByteArray("a F2; F3; F4; F5; F6\n")
                              << KeyChoices{{QStringLiteral("a"), {key("F2"), key("F3"), key("F4"), key("F5")}}};
    QTest::newRow("octets") << QByteArray("\xff\x00\x01 \xfe\n", 6) << KeyChoices();
}

void tst_Keys::whatCannotBeReadIsLeftOut()
{
    QFETCH(const QByteArray, kept);
    QFETCH(const KeyChoices, read);
    settings().setLayout(QStringLiteral("keys"), kept);
    QCOMPARE(keyChoices(settings()), read);
}

void tst_Keys::aKeyIsOfOneCommand()
{
    const auto window = liveWindow();
    const auto *const commands = window->findChild<Commands *>();
    KeysDialog dialog(*commands, {}, window.get());
    const QString told = dialog.give(QStringLiteral("flow.filter"), key("Ctrl+E"));
    QVERIFY2(told.contains(QStringLiteral("Export")), qPrintable(told));
    QCOMPARE(dialog.choices().value(QStringLiteral("capture.export")), QList<QKeySequence>());
    QVERIFY(dialog.choices().contains(QStringLiteral("capture.export")));
    QVERIFY(dialog.choices().value(QStringLiteral("flow.filter")).contains(key("Ctrl+E")));
    QCOMPARE(dialog.give(QStringLiteral("flow.filter"), key("Ctrl+E")), QString()); // it has it
    // Views that never have the keyboard at once may use the same
    QCOMPARE(dialog.give(QStringLiteral("list.copy"), key("Ctrl+F12")), QString());
    QCOMPARE(dialog.give(QStringLiteral("device.copyRows"), key("Ctrl+F12")), QString());
}

void tst_Keys::whatMovesStays()
{
    const auto window = liveWindow();
    KeysDialog dialog(*window->findChild<Commands *>(), {}, window.get());
    for (const char *const moving : {"Up", "Return", "Esc", "Tab", "Shift+PgDown"}) {
        QVERIFY2(!dialog.give(QStringLiteral("flow.filter"), key(moving)).isEmpty(), moving);
        QVERIFY2(dialog.choices().isEmpty(), moving);
    }
    QCOMPARE(dialog.give(QStringLiteral("flow.filter"), key("Ctrl+Up")), QString());
    QCOMPARE(dialog.choices().size(), qsizetype(1));
}

void tst_Keys::commandsHaveAFewKeys()
{
    const auto window = liveWindow();
    KeysDialog dialog(*window->findChild<Commands *>(), {}, window.get());
    const QString id = QStringLiteral("view.keys");
    for (int i = 1; i <= 4; ++i)
        QCOMPARE(dialog.give(id, QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_F1 + i))), QString());
    QVERIFY(!dialog.give(id, key("Alt+F7")).isEmpty());
    QCOMPARE(dialog.choices().value(id).size(), qsizetype(4));
}

void tst_Keys::noKey()
{
    const auto window = liveWindow();
    KeysDialog dialog(*window->findChild<Commands *>(), {}, window.get());
    choose(dialog, QStringLiteral("capture.quit"));
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("&No key"))
            button->click();
    }
    QCOMPARE(dialog.choices(), (KeyChoices{{QStringLiteral("capture.quit"), {}}}));
}

void tst_Keys::asItCame()
{
    const auto window = liveWindow();
    const auto *const commands = window->findChild<Commands *>();
    KeysDialog dialog(*commands, {}, window.get());
    dialog.give(QStringLiteral("flow.filter"), key("Ctrl+E"));
    choose(dialog, QStringLiteral("capture.export"));
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("&As it came"))
            button->click();
    }
    // It has its key again, and the other one its own
    QCOMPARE(dialog.choices(), KeyChoices());
}

void tst_Keys::eachPresetIsSound()
{
    const auto window = liveWindow();
    auto *const commands = window->findChild<Commands *>();
    const auto shared = [&] {
        QStringList out;
        for (const Command &one : commands->all()) {
            for (const Command &other : commands->all()) {
                if (&one == &other)
                    break;
                for (const QKeySequence &each : commands->keysOf(one)) {
                    if (Commands::workAtOnce(one, other) && commands->keysOf(other).contains(each))
                        out << one.id + u' ' + other.id + u' ' + each.toString();
                }
            }
        }
        return out.join(u'\n');
    };
    QCOMPARE(shared(), QString());
    const KeyChoices preset = sngrepKeys();
    for (auto it = preset.cbegin(); it != preset.cend(); ++it) {
        QVERIFY2(commands->find(it.key()), qPrintable(it.key()));
        QVERIFY2(!it->isEmpty() && it->size() <= mostKeys, qPrintable(it.key()));
        for (const QKeySequence &each : *it)
            QVERIFY2(!each.isEmpty() && !isForMoving(each), qPrintable(it.key()));
    }
    commands->useKeys(preset);
    QCOMPARE(shared(), QString());
    QVERIFY(keysNow(*commands, "flow.filter").contains(key("F7")));
    QVERIFY(!keysNow(*commands, "messages.next").contains(key("F3")));
    commands->useKeys({});
    QVERIFY(keysNow(*commands, "messages.next").contains(key("F3")));
}

void tst_Keys::aChosenKeyWorks()
{
    saveKeyChoices(settings(), {{QStringLiteral("view.fullScreen"), {key("Ctrl+F9")}}});
    const auto window = liveWindow();
    const auto *const commands = window->findChild<Commands *>();
    QCOMPARE(keysNow(*commands, "view.fullScreen"), QList<QKeySequence>{key("Ctrl+F9")});
    const QAction *const action = commands->action(QStringLiteral("view.fullScreen"));
    QVERIFY2(action->toolTip().contains(QStringLiteral("F9")), qPrintable(action->toolTip()));
    QTRY_VERIFY(window->isActiveWindow());
    QVERIFY(!window->isFullScreen());
    QTest::keyClick(window.get(), Qt::Key_F11);
    QVERIFY(!window->isFullScreen());
    QTest::keyClick(window.get(), Qt::Key_F9, Qt::ControlModifier);
    QVERIFY(window->isFullScreen());
}

void tst_Keys::theListIsNarrowed()
{
    const auto window = liveWindow();
    KeysDialog dialog(*window->findChild<Commands *>(), {}, window.get());
    auto *const list = dialog.findChild<QTreeWidget *>();
    const auto shown = [&] {
        int count = 0;
        for (int i = 0; i < list->topLevelItemCount(); ++i)
            count += list->topLevelItem(i)->isHidden() ? 0 : 1;
        return count;
    };
    const int all = shown();
    QVERIFY(all > 50);
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("f11"));
    QCOMPARE(shown(), 1);
    dialog.findChild<QLineEdit *>()->clear();
    QCOMPARE(shown(), all);
}

QTEST_MAIN(tst_Keys)
#include "tst_keys.moc"
