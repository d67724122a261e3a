#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "core/simulator/virtualdevice.h"
#include "tests/support/devices.h"
#include "tests/support/outcomes.h"
#include "ui/devices/devicepanel.h"
#include "ui/devices/deviceview.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/site/expecteddialog.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/mainwindow.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;

/// Devices that shall come: the dialog, the table, the whole window.
class tst_Expected : public QObject
{
    Q_OBJECT
private slots:
    void theDialogSaysWhatIsWrong();
    void theDialogReadsFiles();
    void titlesAreKnownInEachLanguage();
    void theTableSaysWhoHasNotCome();
    void namesComeFromTheListAndTheUser();
    void settingsKeepTheList();
    void fromTheMenuToTheRow();
    void aCaptureOfAnotherSite();
};

static VirtualDeviceConfig camera(int number, const Endpoint &server)
{
    const ServerConfig names;
    return {.id = idOf(number),
        .address = QHostAddress(QHostAddress::LocalHost),
        .server = server,
        .serverId = names.serverId,
        .domain = names.domain,
        .userAgent = QStringLiteral("IP Camera")};
}

static ExpectedDialog::HasCome onlyTheFirst()
{
    return [](const QString &id) { return id == idOf(1); };
}

static bool isShown(const QWidget &parent, const QString &text)
{
    const auto labels = parent.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel *label) { return label->isVisibleTo(&parent) && label->text().contains(text); });
}

static QPushButton *okOf(const QDialog &dialog)
{
    const auto buttons = dialog.findChildren<QPushButton *>();
    const auto ok = std::find_if(
        buttons.begin(), buttons.end(), [](const QPushButton *one) { return one->text() == u"&Save the list"; });
    return ok == buttons.end() ? nullptr : *ok;
}

void tst_Expected::theDialogSaysWhatIsWrong()
{
    ExpectedDialog dialog({{idOf(1), QStringLiteral("Gate"), {}}, {idOf(2), {}, {}}}, onlyTheFirst());
    dialog.show();
    auto *text = dialog.findChild<QPlainTextEdit *>();
    auto *problems = dialog.findChild<QListWidget *>();
    QVERIFY(isShown(dialog, QStringLiteral("2 device(s) expected \u00b7 1 of 2 seen")));
    QVERIFY(okOf(dialog)->isEnabled());
    QVERIFY(!problems->isVisible());
    text->setPlainText(idOf(1) + QStringLiteral("\n3.402E+19,Yard\n") + idOf(1) + QStringLiteral("\n3402"));
    QCOMPARE(problems->count(), 3);
    QVERIFY(problems->isVisible());
    QVERIFY(problems->item(0)->text().startsWith(u"line 2: 3.402E+19"));
    QVERIFY(!okOf(dialog)->isEnabled());
    QCOMPARE(text->extraSelections().size(), 2); // a line that stands twice does no harm
    problems->setCurrentRow(2);
    QCOMPARE(text->textCursor().blockNumber(), 3);
    text->setPlainText(idOf(3));
    QVERIFY(okOf(dialog)->isEnabled());
    QCOMPARE(dialog.devices(), (QList<ExpectedDevice>{{idOf(3), {}, {}}}));
    text->clear();
    QVERIFY(isShown(dialog, QStringLiteral("The list is empty.")));
    QVERIFY(okOf(dialog)->isEnabled());
}

void tst_Expected::theDialogReadsFiles()
{
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &octets) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size() ? file.fileName() : QString();
    };
    ExpectedDialog dialog({{idOf(9), {}, {}}}, onlyTheFirst());
    dialog.readFile(
        write(QStringLiteral("list.csv"), "ID,Name\r\n" + idOf(1).toLatin1() + ",\xb1\xb1\xc3\xc5\r\n")); // GB 18030
    QCOMPARE(dialog.devices(), (QList<ExpectedDevice>{{idOf(1), QStringLiteral("\u5317\u95e8"), {}}}));
    dialog.findChild<QPlainTextEdit *>()->undo();
    QCOMPARE(dialog.devices().constFirst().id, idOf(9));
    dialog.readFile(write(QStringLiteral("film.csv"), QByteArray(expectedlist::maxOctets + 1, 'x')));
    QVERIFY(isShown(dialog, QStringLiteral("larger than 4 MiB")));
    QCOMPARE(dialog.devices().constFirst().id, idOf(9));
    dialog.readFile(folder.filePath(QStringLiteral("none.csv")));
    QVERIFY(isShown(dialog, QStringLiteral("cannot be read")));
}

void tst_Expected::titlesAreKnownInEachLanguage()
{
    Languages languages;
    const QList<ExpectedDevice> list{{idOf(1), QStringLiteral("7"), QStringLiteral("cam7.lan")}};
    for (const char *language : {"zh_CN", "en"}) {
        languages.use(QString::fromLatin1(language));
        ExpectedDialog dialog(list, onlyTheFirst());
        QCOMPARE(dialog.devices(), list);
    }
}

static DeviceSnapshot missing(int number, const QString &name = {})
{
    DeviceSnapshot snapshot;
    snapshot.id = idOf(number);
    snapshot.expected = true;
    snapshot.name = name;
    snapshot.facts.phaseSince = start;
    snapshot.reason = {NoteCode::NotComeYet, {}, {}};
    return snapshot;
}

void tst_Expected::theTableSaysWhoHasNotCome()
{
    DevicePanel panel;
    panel.resize(700, 300);
    panel.show();
    panel.apply({device(1, DeviceState::Online), missing(2), missing(3)}, {}, start + 5min);
    QVERIFY(isShown(panel, QStringLiteral("1 of 3 seen")));
    QCOMPARE(panel.model()->indexOf(idOf(2), DeviceColumn::Reason).data().toString(),
        QStringLiteral("not seen yet \u00b7 waited for 5 min"));
    QCOMPARE(panel.model()->indexOf(idOf(2)).data().toString(), QStringLiteral("never seen"));
    QVERIFY(panel.view()->isColumnHidden(static_cast<int>(DeviceColumn::Alias))); // nobody has a name
    panel.setNow(start + 6min);
    QVERIFY(panel.model()->indexOf(idOf(2), DeviceColumn::Reason).data().toString().endsWith(u"6 min"));
    DeviceSnapshot come = device(2, DeviceState::Online);
    come.expected = true;
    come.lastSeen = start + 6min;
    panel.apply({come}, {}, start + 6min);
    QVERIFY(isShown(panel, QStringLiteral("2 of 3 seen")));
    panel.apply({}, {idOf(3)}, start + 7min);
    QVERIFY(isShown(panel, QStringLiteral("2 device(s)")));
}

void tst_Expected::namesComeFromTheListAndTheUser()
{
    DevicePanel panel;
    DeviceTableModel &model = *panel.model();
    panel.apply({missing(1, QStringLiteral("Gate 7")), missing(2, QStringLiteral("Yard"))}, {}, start);
    QVERIFY(!panel.view()->isColumnHidden(static_cast<int>(DeviceColumn::Alias)));
    const auto name = [&](int number) { return model.indexOf(idOf(number), DeviceColumn::Alias).data().toString(); };
    QCOMPARE(name(1), QStringLiteral("Gate 7"));
    model.setAliases({{idOf(1), QStringLiteral("Zebra")}});
    QCOMPARE(name(1), QStringLiteral("Zebra"));
    model.sort(static_cast<int>(DeviceColumn::Alias));
    QCOMPARE(order(model), QStringLiteral("2 1"));
    model.setFilter(QStringLiteral("yard"));
    QCOMPARE(order(model), QStringLiteral("2"));
    model.setFilter({});
    model.setAliases({});
    QCOMPARE(name(1), QStringLiteral("Gate 7"));
}

void tst_Expected::settingsKeepTheList()
{
    QTemporaryDir folder;
    const QList<ExpectedDevice> list{
        {idOf(1), QStringLiteral("\u5317\u95e8, \"7\"; a=b"), QStringLiteral("192.168.1.64")},
        {idOf(2), QStringLiteral("7"), {}}};
    AppSettings(folder.filePath(QStringLiteral("s.ini"))).setExpected(list);
    AppSettings again(folder.filePath(QStringLiteral("s.ini")));
    QCOMPARE(again.expected(), list);
    again.setExpected({});
    QVERIFY(again.expected().isEmpty());
}

void tst_Expected::fromTheMenuToTheRow()
{
    QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("s.ini")));
    settings.setExpected({{idOf(1), QStringLiteral("Gate"), {}}});
    Languages languages;
    MainWindow window(settings, languages,
        std::make_unique<LiveSession>(
            settings.heartbeat(), folder.path(), folder.filePath(QStringLiteral("live.pcapng"))));
    window.resize(1366, 740);
    window.show();
    auto *panel = window.findChild<DevicePanel *>();
    QTRY_COMPARE(panel->model()->deviceCount(), 1); // before anything listens
    QTimer::singleShot(0, &window, [&] {
        auto *dialog = window.findChild<ExpectedDialog *>();
        dialog->findChild<QPlainTextEdit *>()->appendPlainText(idOf(2) + QStringLiteral("\tYard"));
        okOf(*dialog)->click();
    });
    window.findChild<Commands *>()->action(QStringLiteral("devices.expected"))->trigger();
    QTRY_COMPARE(panel->model()->deviceCount(), 2);
    QCOMPARE(panel->model()->missing(), 2);
    QCOMPARE(settings.expected().size(), 2);

    Endpoint where;
    ServerConfig config;
    connect(&window, &MainWindow::listening, &window, [&](const Endpoint &endpoint) { where = endpoint; });
    config.address = QHostAddress(QHostAddress::LocalHost);
    config.port = 0;
    window.listenOnce(config);
    QTRY_VERIFY(where.port != 0);
    VirtualDevice device(camera(2, where));
    QVERIFY(device.start());
    QTRY_COMPARE(panel->model()->missing(), 1);
    QTRY_VERIFY(isShown(*panel, QStringLiteral("1 of 2 seen")));
    QCOMPARE(panel->model()->indexOf(idOf(2), DeviceColumn::Alias).data().toString(), QStringLiteral("Yard"));
}

void tst_Expected::aCaptureOfAnotherSite()
{
    QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("s.ini")));
    Languages languages;
    const QString file = folder.filePath(QStringLiteral("live.pcapng"));
    Endpoint where;
    {
        MainWindow window(
            settings, languages, std::make_unique<LiveSession>(settings.heartbeat(), folder.path(), file));
        connect(&window, &MainWindow::listening, &window, [&](const Endpoint &endpoint) { where = endpoint; });
        ServerConfig config;
        config.address = QHostAddress(QHostAddress::LocalHost);
        config.port = 0;
        window.listenOnce(config);
        QTRY_VERIFY(where.port != 0);
        VirtualDevice device(camera(1, where));
        QVERIFY(device.start());
        QTRY_COMPARE(window.findChild<DevicePanel *>()->model()->deviceCount(), 1);
    }
    const auto rows = [&](const QList<ExpectedDevice> &expected) {
        settings.setExpected(expected);
        auto session = std::make_unique<FileSession>(QStringList{file}, settings.heartbeat());
        FileSession *const source = session.get();
        Outcomes<outcome::Loaded> loaded(*source);
        MainWindow window(settings, languages, std::move(session));
        if (loaded.isEmpty() && !loaded.wait())
            return -1;
        // Wishes are met in their order: what the window wished before this one is told before its answer
        QSignalSpy batches(source, &Session::batch);
        source->send(wish::SetPolicy{{settings.heartbeat().interval + 1s, settings.heartbeat().timeoutCount}});
        const auto isAnswer = [](const QList<QVariant> &one) {
            const QList<Event> &events = one.constFirst().value<BatchPtr>()->events;
            return std::any_of(events.begin(), events.end(),
                [](const Event &event) { return std::holds_alternative<PolicyChange>(event); });
        };
        while (std::none_of(batches.begin(), batches.end(), isAnswer)) {
            if (!batches.wait())
                return -1;
        }
        QCoreApplication::processEvents();
        return window.findChild<DevicePanel *>()->model()->deviceCount();
    };
    QCOMPARE(rows({{idOf(7), {}, {}}, {idOf(8), {}, {}}}), 1);
    QCOMPARE(rows({{idOf(1), {}, {}}, {idOf(8), {}, {}}}), 2);
}

QTEST_MAIN(tst_Expected)
#include "tst_expected.moc"
