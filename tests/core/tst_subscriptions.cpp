#include "tests/support/configsite.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;
using Code = AskOddity::Code;

/// Subscriptions: RFC 6665 and GB/T 28181-2022 9.11, with the registrar that answers NOTIFY.
class tst_Subscriptions : public QObject
{
    Q_OBJECT
private slots:
    void whatIsSent();
    void alarmsCome();
    void aNoticeMayComeFirst();
    void itIsRefreshed();
    void aRefreshThatIsRefused();
    void aRefreshThatNobodyAnswers();
    void theDeviceEndsIt();
    void weEndIt();
    void refusedOrUnanswered_data();
    void refusedOrUnanswered();
    void whatItGrants_data();
    void whatItGrants();
    void missedNotices();
    void strangersAndOldDialogsGet481();
    void endlessRefreshesAreNot();
};

namespace {

const QString alarms = QStringLiteral("subscribe-alarm");
const QByteArray alarmBody = "<?xml version=\"1.0\"?>\n<Notify>\n<CmdType>Alarm</CmdType>\n<SN>55</SN>\n"
                             "<DeviceID>34020000001320000001</DeviceID>\n<AlarmPriority>4</AlarmPriority>\n"
                             "<AlarmMethod>5</AlarmMethod>\n<AlarmTime>2026-03-02T08:05:00</AlarmTime>\n</Notify>\n";

class Subscribed
{
public:
    explicit Subscribed(const QByteArray &headers = "Expires: 600\r\n", int status = 200)
        : site([this, headers, status](ConfigSite &camera, const QByteArray &request) {
            if (answers)
                camera.answer(request, status, headers);
        })
    {
        site.site.sip.registrar().setOwnsDialog([this](const Trace &trace) { return site.control.owns(trace); });
    }
    void ask()
    {
        site.ask(alarms);
        site.runTo(0s);
    }
    /// The status that it gets.
    int notify(
        const QByteArray &body = alarmBody, const QByteArray &state = "active;expires=590", const QByteArray &tag = "c")
    {
        const QByteArray number = QByteArray::number(++cseq);
        const SipHead subscribe = scanHead(gb::view(site.requests[0]));
        QByteArray text = "NOTIFY sip:34020000002000000001@192.168.1.15:5060 SIP/2.0\r\nVia: SIP/2.0/UDP "
                          "192.168.1.64:5060;rport;branch=z9hG4bKn"
            + number + "\r\nFrom: " + bytes(subscribe.to.text) + ";tag=" + tag + "\r\nTo: " + bytes(subscribe.from.text)
            + "\r\nCall-ID: " + bytes(subscribe.callId) + "\r\nCSeq: " + number
            + " NOTIFY\r\nMax-Forwards: 70\r\nEvent: presence\r\nSubscription-State: " + state + "\r\n";
        if (!body.isEmpty())
            text += "Content-Type: Application/MANSCDP+xml\r\n";
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        site.deliver(text);
        return Site::statusOf(site.lastAnswers);
    }

    bool answers = true;
    int cseq = 0;
    ConfigSite site;
};

} // namespace

void tst_Subscriptions::whatIsSent()
{
    Subscribed one;
    one.ask();
    const QByteArray &request = one.site.requests.value(0);
    const SipHead head = scanHead(gb::view(request));
    QCOMPARE(head.faults, 0U);
    QVERIFY(request.startsWith("SUBSCRIBE sip:34020000001320000001@192.168.1.64:5060 SIP/2.0\r\n"));
    QVERIFY(request.contains("\r\nEvent: presence\r\n") && request.contains("\r\nExpires: 600\r\n"));
    QVERIFY(head.contactCount == 1 && head.to.tag.empty() && !head.from.tag.empty());
    QVERIFY(head.body.find("<CmdType>Alarm</CmdType>") != std::string_view::npos);
    one.site.ask(QStringLiteral("subscribe-catalog"));
    QVERIFY(one.site.requests.value(1).contains("\r\nEvent: Catalog;id=")); // annex N
}

void tst_Subscriptions::alarmsCome()
{
    Subscribed one;
    one.ask();
    QCOMPARE(one.site.answers.size(), 1);
    const AskReport &began = one.site.answers[0];
    QCOMPARE(began.outcome, AskOutcome::Subscribed);
    QVERIFY(began.oddities.isEmpty() && began.expires == 600 && began.request > 0);
    QCOMPARE(one.notify(), 200);
    QCOMPARE(one.site.notices.size(), 1);
    const AskReport &content = one.site.notices[0].content;
    QVERIFY(content.id == began.id && content.oddities.isEmpty());
    QCOMPARE(content.field(u"AlarmMethod"), QStringLiteral("5"));
    QCOMPARE(content.responses.size(), 1);
}

/// RFC 6665 §4.1.2.4: it may overtake the 200.
void tst_Subscriptions::aNoticeMayComeFirst()
{
    Subscribed one;
    one.answers = false;
    one.ask();
    QCOMPARE(one.notify(), 200);
    QCOMPARE(one.site.notices.size(), 1);
    one.site.answer(one.site.requests[0], 200, "Expires: 600\r\n");
    QCOMPARE(one.site.answers.value(0).outcome, AskOutcome::Subscribed);
}

void tst_Subscriptions::itIsRefreshed()
{
    Subscribed one;
    one.ask();
    one.site.runTo(479s);
    QCOMPARE(one.site.requests.size(), 1);
    one.site.runTo(480s);
    QCOMPARE(one.site.requests.size(), 2);
    const SipHead first = scanHead(gb::view(one.site.requests[0])), again = scanHead(gb::view(one.site.requests[1]));
    QCOMPARE(again.callId, first.callId);
    QCOMPARE(again.from.tag, first.from.tag);
    QCOMPARE(again.to.tag, std::string_view("c"));
    QCOMPARE(again.cseq, first.cseq + 1);
    one.site.runTo(3600s);
    QCOMPARE(one.site.requests.size(), 8); // each 480 s
    QCOMPARE(one.site.answers.size(), 1);
    QCOMPARE(one.notify(), 200);
}

void tst_Subscriptions::aRefreshThatIsRefused()
{
    Subscribed one;
    one.ask();
    one.answers = false;
    one.site.runTo(480s);
    one.site.answer(one.site.requests.value(1), 481);
    QCOMPARE(one.site.answers.value(1).outcome, AskOutcome::Lapsed);
    QCOMPARE(one.notify(), 481);
    QVERIFY(!one.site.control.tasks());
}

void tst_Subscriptions::aRefreshThatNobodyAnswers()
{
    Subscribed one;
    one.ask();
    one.answers = false;
    one.site.runTo(599s);
    QCOMPARE(one.notify(), 200); // it stands until its time is over
    one.site.runTo(601s);
    QCOMPARE(one.site.answers.value(1).outcome, AskOutcome::Lapsed);
    QCOMPARE(one.site.answers[1].notices, 1);
}

void tst_Subscriptions::theDeviceEndsIt()
{
    Subscribed one;
    one.ask();
    QCOMPARE(one.notify({}, "terminated;reason=noresource"), 200);
    QVERIFY(one.site.notices.isEmpty());
    QCOMPARE(one.site.answers.value(1).outcome, AskOutcome::Ended);
    QCOMPARE(one.notify(), 481);
    one.site.runTo(3600s);
    QCOMPARE(one.site.requests.size(), 1);
}

void tst_Subscriptions::weEndIt()
{
    Subscribed one;
    one.ask();
    one.site.control.stopAsking(7, one.site.site.clock.now());
    one.site.runTo(0s);
    QCOMPARE(one.site.requests.size(), 2);
    QVERIFY(one.site.requests[1].startsWith("SUBSCRIBE ") && one.site.requests[1].contains("\r\nExpires: 0\r\n"));
    QCOMPARE(one.site.answers.value(1).outcome, AskOutcome::Stopped);
    QCOMPARE(one.notify(), 481);
    one.site.runTo(60s); // its last request is a transaction still, and no more than that
    QCOMPARE(one.site.control.transactions().size(), std::size_t{0});
    QCOMPARE(one.site.answers.size(), 2);
}

void tst_Subscriptions::refusedOrUnanswered_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<AskOutcome>("outcome");
    QTest::newRow("489, it knows no such event") << 489 << AskOutcome::Refused;
    QTest::newRow("405, it knows no SUBSCRIBE") << 405 << AskOutcome::Refused;
    QTest::newRow("nothing") << 0 << AskOutcome::NoAnswer;
}

void tst_Subscriptions::refusedOrUnanswered()
{
    QFETCH(int, status);
    QFETCH(AskOutcome, outcome);
    Subscribed one("", std::max(status, 200));
    one.answers = status > 0;
    one.ask();
    one.site.runTo(60s);
    QCOMPARE(one.site.answers.size(), 1);
    QCOMPARE(one.site.answers[0].outcome, outcome);
    QCOMPARE(one.site.answers[0].status, status);
}

void tst_Subscriptions::whatItGrants_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("expires");
    QTest::addColumn<QList<AskOddity>>("oddities");
    const QString wanted = QStringLiteral("600");
    QTest::newRow("as asked") << QByteArray("Expires: 600\r\n") << 600 << QList<AskOddity>();
    QTest::newRow("less") << QByteArray("Expires: 60\r\n") << 60
                          << QList<AskOddity>{{Code::ShorterExpires, wanted, QStringLiteral("60")}};
    QTest::newRow("it does not say") << QByteArray() << 600 << QList<AskOddity>{{Code::NoExpires, wanted, {}}};
    QTest::newRow("for ever") << QByteArray("Expires: 4294967295\r\n") << 604'800 << QList<AskOddity>();
}

void tst_Subscriptions::whatItGrants()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, expires);
    QFETCH(QList<AskOddity>, oddities);
    Subscribed one(headers);
    one.ask();
    QCOMPARE(one.site.answers.value(0).outcome, AskOutcome::Subscribed);
    QCOMPARE(one.site.answers[0].expires, expires);
    QCOMPARE(one.site.answers[0].oddities, oddities);
}

/// A device counts its requests within the dialog: a gap is a NOTIFY that did not arrive.
void tst_Subscriptions::missedNotices()
{
    Subscribed one;
    one.ask();
    one.notify();
    one.cseq += 2;
    one.notify();
    one.notify();
    QCOMPARE(one.site.notices.size(), 3);
    QVERIFY(one.site.notices[0].missed == 0 && one.site.notices[1].missed == 2 && one.site.notices[2].missed == 0);
}

void tst_Subscriptions::strangersAndOldDialogsGet481()
{
    Subscribed one;
    one.ask();
    QCOMPARE(one.notify(alarmBody, "active", "other"), 481); // another tag
    one.site.source = endpoint("192.168.1.66", 5060);
    QCOMPARE(one.notify(), 481); // another address
    QVERIFY(one.site.notices.isEmpty());
}

/// A device that grants nothing is not asked in a circle.
void tst_Subscriptions::endlessRefreshesAreNot()
{
    Subscribed one("Expires: 0\r\n");
    one.ask();
    one.site.runTo(60s);
    QVERIFY(one.site.requests.size() <= 2);
    QCOMPARE(one.site.answers.constLast().outcome, AskOutcome::Ended);
}

QTEST_APPLESS_MAIN(tst_Subscriptions)
#include "tst_subscriptions.moc"
