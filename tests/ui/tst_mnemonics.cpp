#include "core/session/filesession.h"
#include "tests/support/exportsite.h"
#include "tests/support/livewindow.h"
#include "ui/export/exportdialog.h"
#include "ui/export/reportdialog.h"
#include "ui/findings/findingspanel.h"
#include "ui/listen/passwordsdialog.h"
#include "ui/site/expecteddialog.h"
#include "ui/workspace/commands.h"

#include <QAbstractButton>
#include <QDialog>
#include <QGroupBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QtTest>

using namespace gb;
using namespace gb::ui;

/// Alt and a letter does one thing, and Enter what the dialog is for.
class tst_Mnemonics : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void eachLetterIsOfOne_data();
    void eachLetterIsOfOne();
    void menusToo_data() { eachLetterIsOfOne_data(); }
    void menusToo();
    void enterDoesWhatTheDialogIsFor();

private:
    /// Those of a window that are to be seen, by letter; two of one letter are told.
    static QString collisions(const QWidget &window);
};

void tst_Mnemonics::eachLetterIsOfOne_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Chinese") << QStringLiteral("zh_CN");
}

QString tst_Mnemonics::collisions(const QWidget &window)
{
    QHash<QString, QString> known;
    QStringList found;
    const auto take = [&](const QString &text) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            return;
        if (known.contains(key))
            found += key + QStringLiteral(": ") + known.value(key) + QStringLiteral(" / ") + text;
        known.insert(key, text);
    };
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->window() != &window || !widget->isVisibleTo(&window))
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            take(button->text());
        else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            take(label->text());
        else if (const auto *group = qobject_cast<const QGroupBox *>(widget))
            take(group->title());
        else if (const auto *menus = qobject_cast<const QMenuBar *>(widget)) {
            for (const QAction *action : menus->actions())
                take(action->text());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                take(tabs->tabText(i));
        }
    }
    return found.join(u'\n');
}

void tst_Mnemonics::eachLetterIsOfOne()
{
    QFETCH(const QString, language);
    m_languages.use(language);
    const auto window = liveWindow();
    QCOMPARE(collisions(*window), QString()); // with the form
    VirtualDevice device(camera(listen(*window), Behaviour::WrongPassword));
    QVERIFY(device.start());
    QTRY_VERIFY(window->findChild<FindingsPanel *>()->model()->rowCount() > 0);
    QCOMPARE(collisions(*window), QString());
    auto *commands = window->findChild<Commands *>();
    commands->run(QStringLiteral("capture.listen"));
    QCOMPARE(collisions(*window), QString()); // the form beside what was found
    for (const char *id : {"devices.card", "devices.silence", "devices.bothEnds", "devices.ask", "devices.message",
             "devices.play", "view.overview", "help.keys", "help.about"})
        commands->run(QLatin1String(id));
    int looked = 0;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible() || top == window.get())
            continue;
        ++looked;
        QVERIFY2(collisions(*top).isEmpty(), qPrintable(collisions(*top)));
    }
    QVERIFY(looked >= 8);
    test::ExportSite site;
    site.choose();
    ExportDialog exporting(site.scopes());
    ExpectedDialog expecting({}, [](const QString &) { return false; });
    PasswordsDialog passwords({});
    ReportDialog reporting({cameraId});
    for (QDialog *dialog : {static_cast<QDialog *>(&exporting), static_cast<QDialog *>(&expecting),
             static_cast<QDialog *>(&passwords), static_cast<QDialog *>(&reporting)}) {
        dialog->show();
        QVERIFY2(collisions(*dialog).isEmpty(), qPrintable(collisions(*dialog)));
    }
}

void tst_Mnemonics::menusToo()
{
    QFETCH(const QString, language);
    m_languages.use(language);
    const auto window = liveWindow();
    auto *commands = window->findChild<Commands *>();
    for (int i = 0; i < static_cast<int>(Menu::Count); ++i) {
        QMenu menu;
        commands->fill(&menu, static_cast<Menu>(i));
        QHash<QString, QString> known;
        for (const QAction *action : menu.actions()) {
            const QString key = QKeySequence::mnemonic(action->text()).toString();
            QVERIFY2(key.isEmpty() || !known.contains(key),
                qPrintable(QStringLiteral("%1 / %2").arg(known.value(key), action->text())));
            known.insert(key, action->text());
        }
    }
}

void tst_Mnemonics::enterDoesWhatTheDialogIsFor()
{
    ExportDialog exporting(ExportScopes{{ExportScope()}, 0});
    ExpectedDialog expecting({}, [](const QString &) { return false; });
    PasswordsDialog passwords({});
    ReportDialog reporting({cameraId});
    const std::pair<QDialog *, QString> dialogs[] = {{&reporting, QStringLiteral("Choose the file\u2026")},
        {&exporting, QStringLiteral("Choose the file\u2026")}, {&expecting, QStringLiteral("&Save the list")},
        {&passwords, QStringLiteral("Compare")}};
    for (const auto &[dialog, wanted] : dialogs) {
        dialog->show();
        QStringList defaults;
        for (const QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                defaults += button->text();
        }
        QCOMPARE(defaults, QStringList{wanted});
    }
    const auto *first = qobject_cast<QRadioButton *>(exporting.focusWidget());
    QVERIFY(first && first->isChecked()); // a space leaves it as it is
    QTest::keyClick(&exporting, Qt::Key_Return);
    QCOMPARE(exporting.result(), static_cast<int>(QDialog::Accepted));
}

QTEST_MAIN(tst_Mnemonics)
#include "tst_mnemonics.moc"
