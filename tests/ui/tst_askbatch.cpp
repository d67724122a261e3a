#include "core/client/devicecontrol.h"
#include "tests/support/devices.h"
#include "tests/support/manualclock.h"
#include "ui/client/askaction.h"
#include "ui/client/askanswer.h"
#include "ui/client/askbatchpage.h"
#include "ui/client/askcommands.h"
#include "ui/client/asktarget.h"
#include "ui/client/askwindow.h"
#include "ui/settings/languages.h"
#include "ui/widgets/plainlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;
using Stage = AskBatch::Stage;

/// The same question to many devices.
class tst_AskBatch : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_languages.use(QStringLiteral("en")); } // plural forms
    void rowsFillAsAnswersCome();
    void onlySoManyAtOnce();
    void onlySoManyASecond();
    void theRateCanBeSet();
    void oneAtATimeToADevice();
    void channelsOfDevices();
    void stopsAndAsksAgain();
    void theClockOfEach();
    void cellsAreNoFormulas();
    void columnsAreBounded();
    void passwordsAreDots();
    void hintsAreOfTheCommand();
    void selectedDevicesOfTheWindow();
    void allChannelsOfTheWindow();
    void chosenChannelsOfTheWindow();
    void whatIsOfWholeDevices();

private:
    Languages m_languages;
};

/// A batch whose questions a test answers.
struct Site
{
    Asking asking;
    AskBatch batch{asking, nullptr};
    ManualClock clock;
    QList<AskQuestion> open;
    QList<quint64> stopped;

    Site()
    {
        batch.useClock(clock);
        batch.setRate(0);
        QObject::connect(
            &asking, &Asking::askRequested, &batch, [this](const AskQuestion &question) { open.append(question); });
        QObject::connect(&asking, &Asking::stopRequested, &batch, [this](quint64 id) { stopped.append(id); });
    }
    void begin(int count, const char *command = "info", bool withClock = false)
    {
        QList<AskWhom> whom;
        for (int i = 1; i <= count; ++i)
            whom.append({idOf(i), {}, i == 1 ? QStringLiteral("Gate 1") : QString()});
        batch.start({.command = QLatin1StringView(command)}, whom, withClock);
    }
    /// What goes out in that time, by a timer that comes each millisecond.
    qsizetype sentIn(std::chrono::milliseconds time)
    {
        const qsizetype before = open.size();
        for (int i = 0; i < time.count(); ++i) {
            clock.advance(1ms);
            batch.goOn();
        }
        return open.size() - before;
    }
    void answer(
        AskOutcome outcome, const QList<std::pair<QString, QString>> &fields = {}, std::optional<qint64> sum = {})
    {
        const AskQuestion question = open.takeFirst();
        AskReport report;
        report.id = question.id;
        report.device = question.device;
        report.about = question.about;
        report.command = question.command;
        report.outcome = outcome;
        report.fields = fields;
        report.sum = sum;
        report.status = outcome == AskOutcome::NoAnswer ? 0 : 200;
        report.askedAt = start;
        report.respondedAt = start + 12ms;
        asking.take(report);
    }
    QString cell(int row, const QString &column) const
    {
        for (int i = 0; i < batch.columnCount(); ++i) {
            if (batch.header(i) == column)
                return batch.index(row, i).data().toString();
        }
        return QStringLiteral("no such column");
    }
};

static const QString maker = QStringLiteral("Manufacturer"), state = QStringLiteral("State");

void tst_AskBatch::rowsFillAsAnswersCome()
{
    Site site;
    site.begin(3);
    QCOMPARE(site.open.size(), 3);
    QCOMPARE(site.cell(0, state), QStringLiteral("\u25d0 asking\u2026"));
    QCOMPARE(site.cell(0, QStringLiteral("Name")), QStringLiteral("Gate 1"));
    site.answer(AskOutcome::Done, {{QStringLiteral("Result"), QStringLiteral("OK")}, {maker, QStringLiteral("Dahua")}});
    QCOMPARE(site.cell(0, state), QStringLiteral("\u25cf answered"));
    QCOMPARE(site.cell(0, maker), QStringLiteral("Dahua"));
    QCOMPARE(site.cell(1, maker), QString());
    QCOMPARE(site.cell(0, QStringLiteral("Took")), QStringLiteral("12 ms"));
    site.answer(AskOutcome::NoAnswer);
    QCOMPARE(site.cell(1, state), QStringLiteral("\u2715 no answer"));
    site.answer(AskOutcome::Done, {{QStringLiteral("Model"), QStringLiteral("=1+1")}});
    QCOMPARE(site.cell(2, QStringLiteral("Model")), QStringLiteral("=1+1"));
    QVERIFY(!site.batch.isRunning());
    QCOMPARE(site.batch.count(Stage::Done), 2);
    QCOMPARE(site.batch.count(Stage::Failed), 1);
    site.batch.setFilter(QStringLiteral("dahua"));
    QCOMPARE(site.batch.rowCount(), 1);
    // Also kept for the device alone
    QVERIFY(site.asking.last({idOf(1), {}, QStringLiteral("info")}));
}

void tst_AskBatch::onlySoManyAtOnce()
{
    Site site;
    site.begin(1000);
    QCOMPARE(site.open.size(), AskBatch::atOnce);
    QCOMPARE(site.batch.count(Stage::Waiting), 1000 - AskBatch::atOnce);
    int answered = 0;
    for (; !site.open.isEmpty(); ++answered) {
        QVERIFY(site.open.size() <= AskBatch::atOnce);
        site.answer(AskOutcome::Done);
    }
    QCOMPARE(answered, 1000);
    QVERIFY(!site.batch.isRunning());
}

void tst_AskBatch::onlySoManyASecond()
{
    static_assert(AskBatch::atOnce <= DeviceControl::maxAtOnce); // what goes out here does not wait there
    Site site;
    site.batch.setRate(AskRate::usual);
    site.begin(1000);
    QCOMPARE(site.open.size(), 1); // not all that may be open
    QCOMPARE(site.sentIn(49ms), 0);
    QCOMPARE(site.sentIn(1ms), 1);
    QCOMPARE(site.sentIn(950ms), 19);
    while (!site.open.isEmpty())
        site.answer(AskOutcome::Done);
    QCOMPARE(site.open.size(), 0); // answers bring no further question ahead of its time
    QCOMPARE(site.sentIn(1s), 20);
    // The window was busy for a while: that is not made up for
    while (!site.open.isEmpty())
        site.answer(AskOutcome::Done);
    site.clock.advance(10s);
    QVERIFY(site.sentIn(1s) <= 22);
    site.batch.stop();
    while (!site.open.isEmpty())
        site.answer(AskOutcome::Stopped);
    QCOMPARE(site.sentIn(1s), 0);
}

void tst_AskBatch::theRateCanBeSet()
{
    Site site;
    site.batch.setRate(5);
    site.begin(40);
    QCOMPARE(site.sentIn(1s), 5);
    site.batch.setRate(10);
    QCOMPARE(site.sentIn(1s), 10);
    site.batch.setRate(0);
    QCOMPARE(site.open.size(), 40); // all, and that at once
}

void tst_AskBatch::oneAtATimeToADevice()
{
    Site site;
    QList<AskWhom> whom;
    for (int i = 1; i <= 3; ++i)
        whom.append({idOf(1), idOf(100 + i), {}});
    for (int i = 1; i <= 2; ++i)
        whom.append({idOf(2), idOf(200 + i), {}});
    site.batch.start({.command = QStringLiteral("status")}, whom, false);
    const auto asked = [&site] {
        QStringList about;
        for (const AskQuestion &one : std::as_const(site.open))
            about.append(one.about);
        return about;
    };
    QCOMPARE(asked(), QStringList({idOf(101), idOf(201)}));
    site.answer(AskOutcome::NoAnswer); // of the first: its next one
    QCOMPARE(asked(), QStringList({idOf(201), idOf(102)}));
    site.answer(AskOutcome::Done);
    QCOMPARE(asked(), QStringList({idOf(102), idOf(202)}));
    site.answer(AskOutcome::Done);
    site.answer(AskOutcome::Done);
    QCOMPARE(asked(), QStringList({idOf(103)}));
    site.batch.stop();
    site.answer(AskOutcome::Done); // it came all the same
    QVERIFY(!site.batch.isRunning());
    QCOMPARE(site.batch.count(Stage::Done), 4);
    QCOMPARE(site.batch.count(Stage::Failed), 1);
    site.batch.askFailed();
    QCOMPARE(asked(), QStringList({idOf(101)}));
}

void tst_AskBatch::channelsOfDevices()
{
    Site site;
    site.batch.start({.command = QStringLiteral("status")},
        {{idOf(1), idOf(101), QStringLiteral("Door")}, {idOf(2), idOf(201), {}}}, false);
    QCOMPARE(site.batch.header(AskBatch::Channel), QStringLiteral("Channel"));
    site.answer(AskOutcome::Done, {{QStringLiteral("Online"), QStringLiteral("ONLINE")}});
    QCOMPARE(site.cell(0, QStringLiteral("Channel")), idOf(101));
    QCOMPARE(site.cell(0, QStringLiteral("Name")), QStringLiteral("Door"));
    QCOMPARE(site.cell(0, state), QStringLiteral("\u25cf answered"));
    QCOMPARE(site.cell(0, QStringLiteral("Took")), QStringLiteral("12 ms"));
    QCOMPARE(site.cell(0, QStringLiteral("Online")), QStringLiteral("ONLINE"));
    QVERIFY(site.batch.csv().contains("Device,Channel,Name,State,Took,Odd,Clock,Online\r\n"));
    QVERIFY(site.asking.last({idOf(1), idOf(101), QStringLiteral("status")}));
    site.begin(1);
    QCOMPARE(site.batch.header(1), QStringLiteral("Name")); // of devices it has none
}

void tst_AskBatch::stopsAndAsksAgain()
{
    Site site;
    site.begin(300);
    site.answer(AskOutcome::Done);
    site.answer(AskOutcome::Refused);
    site.batch.stop();
    QCOMPARE(site.stopped.size(), AskBatch::atOnce);
    while (!site.open.isEmpty())
        site.answer(AskOutcome::Stopped);
    QVERIFY(!site.batch.isRunning());
    QCOMPARE(site.batch.count(Stage::Stopped), 298);
    site.batch.askFailed();
    QCOMPARE(site.batch.count(Stage::Done), 1);
    while (!site.open.isEmpty())
        site.answer(AskOutcome::Done);
    QCOMPARE(site.batch.count(Stage::Done), 300);
    // What comes of a batch that was given up is not of the next one
    site.begin(2);
    const AskQuestion old = site.open.takeFirst();
    site.open.clear();
    site.begin(1);
    AskReport late;
    late.id = old.id;
    late.command = old.command;
    late.device = old.device;
    late.outcome = AskOutcome::Refused;
    site.asking.take(late);
    QCOMPARE(site.batch.count(Stage::Failed), 0);
    QCOMPARE(site.batch.sourceRows(), 1);
}

void tst_AskBatch::theClockOfEach()
{
    Site site;
    site.begin(2, "info", true);
    site.answer(AskOutcome::Done, {{maker, QStringLiteral("Uniview")}});
    QCOMPARE(site.open.size(), 2); // its status
    QCOMPARE(site.open.last().command, QStringLiteral("status"));
    site.answer(AskOutcome::NoAnswer); // of the other one: nothing else is asked of it
    QCOMPARE(site.open.size(), 1);
    const QDateTime ahead = QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>((start + 75s).time_since_epoch()).count(), Qt::UTC)
                                .addSecs(8 * 3600);
    site.answer(
        AskOutcome::Done, {{QStringLiteral("DeviceTime"), ahead.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))}});
    QVERIFY(!site.batch.isRunning());
    const QString clock = site.cell(0, QStringLiteral("Clock"));
    QVERIFY2(clock == u"+74 s" || clock == u"+75 s", qPrintable(clock));
    QCOMPARE(site.batch.count(Stage::Failed), 1);
}

void tst_AskBatch::cellsAreNoFormulas()
{
    Site site;
    site.begin(2);
    site.answer(AskOutcome::Done,
        {{maker, QStringLiteral("=HYPERLINK(1)")}, {QStringLiteral("Channel"), QStringLiteral("-4")}});
    const QByteArray csv = site.batch.csv();
    QVERIFY(csv.startsWith("\xef\xbb\xbf"
                           "Device,Name,State,Took,Odd,Manufacturer,Channel\r\n"));
    QVERIFY(csv.contains(",'=HYPERLINK(1),-4\r\n"));
    QCOMPARE(csv.count("\r\n"), 3);
}

/// In the table, in what is copied and in what is exported.
void tst_AskBatch::passwordsAreDots()
{
    Site site;
    site.begin(2, "config");
    const QString path = QStringLiteral("BasicParam/Password"), dots(6, u'\u2022');
    site.answer(AskOutcome::Done,
        {{QStringLiteral("BasicParam/Name"), QStringLiteral("Gate")}, {path, QStringLiteral("Geheim-7")}});
    site.answer(AskOutcome::Done, {{path, QString()}});
    QCOMPARE(site.cell(0, path), dots);
    QCOMPARE(site.cell(1, path), QString()); // that there is none is no secret
    QCOMPARE(site.cell(0, QStringLiteral("BasicParam/Name")), QStringLiteral("Gate"));
    QVERIFY(!site.batch.text({0, 1}).contains(u"Geheim-7"));
    QVERIFY(!site.batch.csv().contains("Geheim-7"));
    site.batch.setFilter(QStringLiteral("Geheim"));
    QCOMPARE(site.batch.rowCount(), 0); // nor can it be found out by trying
}

/// What an element means depends on what it answers.
void tst_AskBatch::hintsAreOfTheCommand()
{
    const auto hint = [](const char *command, const QString &path) -> QString {
        Site site;
        site.begin(1, command);
        site.answer(AskOutcome::Done, {{path, QStringLiteral("1")}});
        for (int column = 0; column < site.batch.columnCount(); ++column) {
            if (site.batch.header(column) == path)
                return site.batch.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
        }
        return QStringLiteral("no such column");
    };
    QCOMPARE(hint("config", QStringLiteral("BasicParam/Password")),
        toolTipText(QStringLiteral("password of the registration")));
    QCOMPARE(hint("cards", QStringLiteral("SDCard/Item/Status")),
        toolTipText(QStringLiteral("ok, formatting, unformatted, idle, error")));
    QVERIFY(hint("status", QStringLiteral("Status")) != hint("cards", QStringLiteral("Status")));
    Site site;
    site.begin(1, "catalog");
    site.answer(AskOutcome::Done, {}, 3);
    const int last = site.batch.columnCount() - 1;
    QCOMPARE(site.batch.header(last), QStringLiteral("In the list"));
    QCOMPARE(site.batch.headerData(last, Qt::Horizontal, Qt::ToolTipRole).toString(),
        toolTipText(QStringLiteral("How many came, of how many it announced: the devices and channels")));
}

void tst_AskBatch::columnsAreBounded()
{
    Site site;
    site.begin(2);
    QList<std::pair<QString, QString>> many;
    for (int i = 0; i < 500; ++i)
        many.append({QStringLiteral("E%1").arg(i), QStringLiteral("x")});
    site.answer(AskOutcome::Done, many);
    QCOMPARE(site.batch.columnCount(), AskBatch::firstValue - 1 + AskBatch::maxColumns);
}

/// The window with twelve devices, as many of them selected as are asked for.
struct Asked
{
    DeviceTableModel devices;
    AskWindow window{devices, nullptr};
    QList<AskQuestion> open;

    explicit Asked(int selected)
    {
        QList<DeviceSnapshot> all;
        QStringList ids;
        for (int i = 1; i <= 12; ++i)
            all.append(device(i, DeviceState::Online));
        for (int i = 1; i <= selected; ++i)
            ids.append(idOf(i));
        devices.apply(all, {}, start);
        window.setCanAsk(true);
        window.setDevices(ids);
        window.show();
        QObject::connect(&window.asking(), &Asking::askRequested, &window,
            [this](const AskQuestion &question) { open.append(question); });
        page()->batch().setRate(0);
    }
    AskBatchPage *page() const { return window.findChild<AskBatchPage *>(); }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : window.findChildren<QPushButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
    void choose(QStringView command) { window.findChild<AskCommandList *>()->choose(*findAskCommand(command)); }
    /// Its catalog, as if it were asked for.
    void catalog(int number, const QStringList &channels)
    {
        window.asking().ask({.device = idOf(number), .command = QStringLiteral("catalog")});
        AskReport report{.id = open.takeLast().id, .device = idOf(number), .command = QStringLiteral("catalog")};
        report.sum = channels.size();
        report.columns = {QStringLiteral("DeviceID"), QStringLiteral("Name")};
        for (const QString &one : channels)
            report.items.append({one, QStringLiteral("N") + one.right(2)});
        window.asking().take(report);
    }
    void turnTo(const QString &text)
    {
        for (auto *box : window.findChild<AskTarget *>()->findChildren<QComboBox *>()) {
            if (const int at = box->findText(text); at >= 0)
                return box->setCurrentIndex(at);
        }
        QFAIL(qPrintable(text + QStringLiteral(" is not offered")));
    }
    QString head() const { return window.findChild<AskTarget *>()->findChild<QLabel *>()->text(); }
};

void tst_AskBatch::selectedDevicesOfTheWindow()
{
    Asked site(12);
    site.choose(u"catalog");
    QCOMPARE(site.head(), QStringLiteral("12 selected devices")); // not the first of them
    QPushButton *const send = site.button(QStringLiteral("A&sk: Catalog, 12 devices"));
    QVERIFY(send);
    send->click();
    QCOMPARE(site.open.size(), 12);
    QVERIFY(site.page()->isVisible());
    QCOMPARE(site.page()->counts(), QStringLiteral("0 answered \u00b7 0 failed \u00b7 12 to come"));
    AskReport report;
    report.id = site.open.constFirst().id;
    report.command = QStringLiteral("catalog");
    report.sum = 2;
    report.columns = {QStringLiteral("DeviceID")};
    report.items = {{idOf(51)}, {idOf(52)}};
    site.window.asking().take(report);
    QCOMPARE(site.page()->counts(), QStringLiteral("1 answered \u00b7 0 failed \u00b7 11 to come"));
    QSignalSpy wanted(&site.window, &AskWindow::deviceWanted);
    auto *const view = site.page()->findChild<QTableView *>();
    emit view->activated(view->model()->index(0, 0));
    QCOMPARE(wanted.value(0).value(0).toString(), idOf(1));
    site.window.setDevices({idOf(1)}); // one: its own answer
    QVERIFY(!site.page()->isVisible());
    QVERIFY(site.head().startsWith(idOf(1)));
}

void tst_AskBatch::allChannelsOfTheWindow()
{
    Asked site(2);
    site.catalog(1, {idOf(101), idOf(102)});
    site.catalog(2, {idOf(201)});
    site.choose(u"presets");
    site.turnTo(QStringLiteral("all 3 channels of the selected devices"));
    QCOMPARE(site.head(), QStringLiteral("3 channels of 2 devices"));
    QPushButton *const send = site.button(QStringLiteral("A&sk: Presets that it keeps, 3 channels"));
    QVERIFY(send);
    send->click();
    QCOMPARE(site.open.size(), 2); // one at a time to a device
    QCOMPARE(site.open.at(0).about, idOf(101));
    QCOMPARE(site.open.at(1).about, idOf(201));
    auto *const view = site.page()->findChild<QTableView *>();
    QCOMPARE(view->model()->rowCount(), 3);
    QCOMPARE(view->model()->index(1, AskBatch::Name).data().toString(), QStringLiteral("N%1").arg(idOf(102).right(2)));
    // Its own answer: about that channel, and of that command
    site.choose(u"status");
    emit view->activated(view->model()->index(1, 0));
    QCOMPARE(site.window.findChild<AskTarget *>()->about(), idOf(102));
    QCOMPARE(
        QLatin1StringView(site.window.findChild<AskCommandList *>()->command()->name), QLatin1StringView("presets"));
}

void tst_AskBatch::chosenChannelsOfTheWindow()
{
    Asked site(1);
    site.catalog(1, {idOf(101), idOf(102), idOf(103)});
    site.choose(u"catalog");
    QPushButton *const choose = site.button(QStringLiteral("Ask t&he selected channels"));
    QVERIFY(choose && choose->isVisible() && !choose->isEnabled());
    QTableView *list = nullptr;
    for (auto *one : site.window.findChild<AskAnswer *>()->findChildren<QTableView *>()) {
        if (one->isVisible())
            list = one;
    }
    QVERIFY(list);
    list->selectionModel()->select(list->model()->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    list->selectionModel()->select(list->model()->index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QVERIFY(choose->isEnabled());
    choose->click();
    QCOMPARE(site.head(), QStringLiteral("2 channels of ") + idOf(1) + QStringLiteral("  192.168.1.1:5060"));
    site.choose(u"key-frame");
    QPushButton *const send = site.button(QStringLiteral("&Send: Send a key frame, 2 channels"));
    QVERIFY(send);
    send->click();
    QCOMPARE(site.open.size(), 1);
    QCOMPARE(site.open.constFirst().about, idOf(101));
    // Of another device they are none
    site.window.setDevices({idOf(2)});
    QVERIFY(!site.window.findChild<AskTarget *>()->isBatch());
}

void tst_AskBatch::whatIsOfWholeDevices()
{
    Asked site(1);
    site.catalog(1, {idOf(101), idOf(102)});
    site.turnTo(QStringLiteral("all 2 channels"));
    QStringList refused;
    for (const AskCommand *command : askCommands()) {
        site.window.findChild<AskCommandList *>()->choose(*command);
        QPushButton *send = nullptr;
        for (QPushButton *one : site.window.findChild<AskAction *>()->findChildren<QPushButton *>()) {
            if (one->text().contains(QStringLiteral(", 2 channels")))
                send = one;
        }
        QVERIFY2(send, command->name);
        if (!isForChannels(*command) && command->needs != AskCommand::Needs::Notices)
            refused.append(QLatin1StringView(command->name));
        if (!isForChannels(*command))
            QVERIFY2(!send->isEnabled() || !send->isVisible(), command->name);
    }
    QCOMPARE(refused,
        QStringList({QStringLiteral("catalog"), QStringLiteral("info"), QStringLiteral("cards"),
            QStringLiteral("restart"), QStringLiteral("format-card"), QStringLiteral("upgrade")}));
}

QTEST_MAIN(tst_AskBatch)
#include "tst_askbatch.moc"
