#include "ui/client/asking.h"
#include "ui/client/noticerows.h"

#include <QtTest>

using namespace gb;
using namespace gb::ui;

/// What a subscription brings, as a table.
class tst_NoticeRows : public QObject
{
    Q_OBJECT
private slots:
    void aRowForEachNotice();
    void aRowForEachItem();
    void bounded();
    void inTheWindow();

private:
    static AskReport began() { return {.id = 1, .device = QStringLiteral("d"), .outcome = AskOutcome::Subscribed}; }
    static AskNotice alarm(const QString &method, quint32 missed = 0)
    {
        AskNotice notice{.content = {.id = 1}, .missed = missed};
        notice.content.fields = {{QStringLiteral("AlarmMethod"), method}};
        return notice;
    }
};

void tst_NoticeRows::aRowForEachNotice()
{
    NoticeRows rows(began());
    rows.add(alarm(QStringLiteral("5")));
    AskNotice other = alarm(QStringLiteral("2"), 3);
    other.content.fields.append({QStringLiteral("AlarmDescription"), QStringLiteral("video loss")});
    other.content.add(AskOddity::Code::Unknown, QStringLiteral("Colour"));
    rows.add(other);
    const AskReport report = rows.report();
    QCOMPARE(report.items.size(), 2);
    QCOMPARE(report.columns.mid(1), (QStringList{QStringLiteral("AlarmMethod"), QStringLiteral("AlarmDescription")}));
    QCOMPARE(report.items[0].mid(1), QStringList{QStringLiteral("5")});
    QCOMPARE(report.items[1].mid(1), (QStringList{QStringLiteral("2"), QStringLiteral("video loss")}));
    QVERIFY(report.notices == 2 && rows.missed() == 3 && report.oddities.size() == 1);
    const AskReport end = rows.ended({.id = 1, .outcome = AskOutcome::Ended});
    QVERIFY(end.outcome == AskOutcome::Ended && end.items.size() == 2);
}

void tst_NoticeRows::aRowForEachItem()
{
    NoticeRows rows(began());
    AskNotice notice{.content = {.id = 1}};
    notice.content.columns = {QStringLiteral("DeviceID"), QStringLiteral("Event")};
    notice.content.items = {{QStringLiteral("1"), QStringLiteral("ON")}, {QStringLiteral("2"), QStringLiteral("OFF")}};
    rows.add(notice);
    QCOMPARE(rows.report().items.size(), 2);
    QCOMPARE(rows.report().items[1].mid(1), (QStringList{QStringLiteral("2"), QStringLiteral("OFF")}));
    QCOMPARE(rows.report().notices, 1);
}

void tst_NoticeRows::bounded()
{
    NoticeRows rows(began());
    for (int i = 0; i < NoticeRows::most + 10; ++i) {
        AskNotice notice = alarm(QString::number(i));
        notice.content.fields.append({QStringLiteral("x%1").arg(i), QString()}); // another column each time
        rows.add(notice);
    }
    QCOMPARE(rows.report().items.size(), NoticeRows::most);
    QCOMPARE(rows.report().items.first().at(1), QStringLiteral("10"));
    QCOMPARE(rows.report().columns.size(), NoticeRows::mostColumns);
    QCOMPARE(rows.report().notices, NoticeRows::most + 10);
    QCOMPARE(rows.report().dropped, 10);
}

/// A question that stays open, whose result is the table so far.
void tst_NoticeRows::inTheWindow()
{
    Asking asking;
    const quint64 id = asking.ask({.device = QStringLiteral("d"), .command = QStringLiteral("subscribe-alarm")});
    const AskKey key{QStringLiteral("d"), {}, QStringLiteral("subscribe-alarm")};
    AskReport report = began();
    report.id = id;
    asking.take(report);
    QVERIFY(asking.open(id) && asking.open(id)->notices);
    QSignalSpy changed(&asking, &Asking::changed);
    for (int i = 0; i < 100; ++i) {
        AskNotice notice = alarm(QStringLiteral("5"));
        notice.content.id = id;
        asking.take(notice);
    }
    QVERIFY(changed.wait());
    QCOMPARE(changed.size(), 1); // not a hundred times
    QCOMPARE(asking.last(key)->items.size(), 100);
    report.outcome = AskOutcome::Stopped;
    asking.take(report);
    QVERIFY(!asking.open(id));
    QCOMPARE(asking.last(key)->items.size(), 100);
    QCOMPARE(asking.last(key)->outcome, AskOutcome::Stopped);
}

QTEST_GUILESS_MAIN(tst_NoticeRows)
#include "tst_noticerows.moc"
