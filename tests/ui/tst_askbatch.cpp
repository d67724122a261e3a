#include "tests/support/devices.h"
#include "ui/client/askaction.h"
#include "ui/client/askbatchpage.h"
#include "ui/client/askcommands.h"
#include "ui/client/askwindow.h"
#include "ui/settings/languages.h"

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
    void stopsAndAsksAgain();
    void theClockOfEach();
    void cellsAreNoFormulas();
    void columnsAreBounded();
    void selectedDevicesOfTheWindow();

private:
    Languages m_languages;
};

/// A batch whose questions a test answers.
struct Site
{
    Asking asking;
    AskBatch batch{asking, nullptr};
    QList<AskQuestion> open;
    QList<quint64> stopped;

    Site()
    {
        QObject::connect(
            &asking, &Asking::askRequested, &batch, [this](const AskQuestion &question) { open.append(question); });
        QObject::connect(&asking, &Asking::stopRequested, &batch, [this](quint64 id) { stopped.append(id); });
    }
    void begin(int count, const char *command = "info", bool withClock = false)
    {
        QStringList ids;
        for (int i = 1; i <= count; ++i)
            ids.append(idOf(i));
        batch.start({.command = QLatin1StringView(command)}, ids, {{idOf(1), QStringLiteral("Gate 1")}}, withClock);
    }
    void answer(AskOutcome outcome, const QList<std::pair<QString, QString>> &fields = {})
    {
        const AskQuestion question = open.takeFirst();
        AskReport report;
        report.id = question.id;
        report.device = question.device;
        report.command = question.command;
        report.outcome = outcome;
        report.fields = fields;
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

void tst_AskBatch::columnsAreBounded()
{
    Site site;
    site.begin(2);
    QList<std::pair<QString, QString>> many;
    for (int i = 0; i < 500; ++i)
        many.append({QStringLiteral("E%1").arg(i), QStringLiteral("x")});
    site.answer(AskOutcome::Done, many);
    QCOMPARE(site.batch.columnCount(), AskBatch::firstValue + AskBatch::maxColumns);
}

void tst_AskBatch::selectedDevicesOfTheWindow()
{
    DeviceTableModel devices;
    QList<DeviceSnapshot> all;
    QStringList ids;
    for (int i = 1; i <= 12; ++i) {
        all.append(device(i, DeviceState::Online));
        ids.append(idOf(i));
    }
    devices.apply(all, {}, start);
    AskWindow window(devices, nullptr);
    window.setCanAsk(true);
    window.setDevices(ids);
    window.findChild<AskCommandList *>()->choose(*findAskCommand(u"catalog"));
    window.show();
    QSignalSpy asked(&window.asking(), &Asking::askRequested);
    QPushButton *send = nullptr;
    for (QPushButton *button : window.findChild<AskAction *>()->findChildren<QPushButton *>()) {
        if (button->text() == u"A&sk: Catalog, 12 devices")
            send = button;
    }
    QVERIFY(send);
    send->click();
    QCOMPARE(asked.size(), 12);
    const auto *page = window.findChild<AskBatchPage *>();
    QVERIFY(page->isVisible());
    QCOMPARE(page->counts(), QStringLiteral("0 answered \u00b7 0 failed \u00b7 12 to come"));
    AskReport report;
    report.id = asked.value(0).value(0).value<AskQuestion>().id;
    report.command = QStringLiteral("catalog");
    report.sum = 2;
    report.columns = {QStringLiteral("DeviceID")};
    report.items = {{idOf(51)}, {idOf(52)}};
    window.asking().take(report);
    QCOMPARE(page->counts(), QStringLiteral("1 answered \u00b7 0 failed \u00b7 11 to come"));
    QSignalSpy wanted(&window, &AskWindow::deviceWanted);
    emit page->findChild<QTableView *>()->activated(page->findChild<QTableView *>()->model()->index(0, 0));
    QCOMPARE(wanted.value(0).value(0).toString(), idOf(1));
    window.setDevices({idOf(1)}); // one: its own answer
    QVERIFY(!page->isVisible());
}

QTEST_MAIN(tst_AskBatch)
#include "tst_askbatch.moc"
