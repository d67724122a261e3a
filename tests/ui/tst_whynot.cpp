#include "tests/support/growinglog.h"
#include "ui/whynot/whynotwindow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace gb;
using namespace gb::ui;
using gb::test::Traffic;

/// The window that tells why a message is not in the flow.
class tst_WhyNot : public QObject
{
    Q_OBJECT
private slots:
    void tellsTheCondition();
    void takesOneAway();
    void showsIt();
    void opensAFold();
    void tellsWhatWasLost();
    void hostileTextStaysText();

private:
    struct Record : gb::test::GrowingLog
    {
        FlowRows rows{log};
        Account account;
        WhyNotWindow window{rows, [this] { return account; }, nullptr};

        Record()
        {
            traffic.login(1);
            traffic.beats(1, 2);
            take();
            QObject::connect(&window, &WhyNotWindow::filterWanted, &rows, &FlowRows::setFilter);
            QObject::connect(&window, &WhyNotWindow::messageWanted, &rows, &FlowRows::reveal);
            window.show();
        }
        void filter(const char *text) { rows.setFilter({.text = QString::fromLatin1(text)}); }
        bool says(const char *text) const { return window.answer().contains(QString::fromUtf8(text)); }
    };
};

void tst_WhyNot::tellsTheCondition()
{
    Record record;
    record.filter("kind:request method:message");
    record.window.ask(QStringLiteral("#1"));
    QVERIFY2(record.says("The filter wants: method:message\t1"), qPrintable(record.window.answer()));
    QVERIFY(!record.says("kind:request"));
    record.window.ask(Traffic::id(1));
    QVERIFY2(record.says(" of the list are meant; the flow shows 2 of them."), qPrintable(record.window.answer()));
    record.window.ask(QStringLiteral("#5"));
    QVERIFY(record.says("The flow shows it"));
    QVERIFY(!record.window.showButton()->isEnabled());
    record.window.ask({});
    QVERIFY(record.says("Type the number"));
    QVERIFY(!record.window.takeButton()->isEnabled());
}

/// By Enter, too.
void tst_WhyNot::takesOneAway()
{
    Record record;
    record.filter("kind:request method:message");
    record.window.ask(QStringLiteral("#2"));
    QCOMPARE(record.window.reasons()->topLevelItemCount(), 2);
    record.window.takeButton()->click();
    QCOMPARE(record.rows.filter().text, QStringLiteral("method:message"));
    record.window.ask(QStringLiteral("#2"));
    record.window.reasons()->setFocus();
    QTest::keyClick(record.window.reasons(), Qt::Key_Return);
    QCOMPARE(record.rows.filter(), FlowFilter());
    QTRY_VERIFY(record.says("The flow shows it")); // it follows
}

void tst_WhyNot::showsIt()
{
    Record record;
    record.filter("kind:request method:message");
    record.window.ask(QStringLiteral("2"));
    QSignalSpy wanted(&record.window, &WhyNotWindow::messageWanted);
    record.window.showButton()->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toULongLong(), 2U);
    QVERIFY(record.rows.rowShowing(2) >= 0);
}

void tst_WhyNot::opensAFold()
{
    Record record;
    record.traffic.beats(1, 9);
    record.take();
    record.rows.setFolding(FlowRows::Folding::On);
    record.window.ask(QStringLiteral("#7"));
    QVERIFY2(record.says("In a fold\t1"), qPrintable(record.window.answer()));
    record.window.takeButton()->click();
    record.window.ask(QStringLiteral("#7"));
    QVERIFY(record.says("The flow shows it"));
}

/// What is in no message of the list may be among what was not listed.
void tst_WhyNot::tellsWhatWasLost()
{
    Record record;
    record.account.counters.captureDropped = 12;
    record.window.ask(QStringLiteral("34020000001329999999"));
    QVERIFY2(record.says("\t12"), qPrintable(record.window.answer()));
    QSignalSpy wanted(&record.window, &WhyNotWindow::tallyWanted);
    record.window.takeButton()->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<Tally>(), Tally::CaptureDropped);
    QSignalSpy text(&record.window, &WhyNotWindow::textWanted);
    QVERIFY(record.window.searchButton()->isEnabled());
    record.window.searchButton()->click();
    QCOMPARE(text.first().first().toString(), QStringLiteral("34020000001329999999"));
    record.window.ask(QStringLiteral("#99"));
    QVERIFY(record.says("No message #99 came so far: the last one is #8."));
}

void tst_WhyNot::hostileTextStaysText()
{
    Record record;
    record.window.ask(QStringLiteral("<b>x</b>\u202e"));
    QVERIFY(record.says("<b>x</b>"));
    QVERIFY(!record.window.answer().contains(QChar(0x202e)));
}

QTEST_MAIN(tst_WhyNot)
#include "tst_whynot.moc"
