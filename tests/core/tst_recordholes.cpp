#include "core/capture/importer.h"
#include "core/report/words/findingwords.h"
#include "tests/support/beatrounds.h"
#include "tests/support/damage.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Spans in which the record was blind, and clocks that were set: what fell due in them says nothing of a device. And
/// what looks like two devices, or like a fault, and is one device or none.
class tst_RecordHoles : public QObject
{
    Q_OBJECT
private slots:
    void challengedByAProxy_data();
    void challengedByAProxy();
    void theChallengeOfAProxyIsIgnored();
    void credentialsForBoth();

private:
    /// Somebody's capture.
    struct S : Script
    {
        S() { note(notes::Site{.live = false}); }
    };

    /// As a file has it: nobody is told the time in between.
    static void skip(S &s, Duration by) { s.clock.advance(by); }
    static void round(S &s, int devices, int sn)
    {
        skip(s, 60s - std::chrono::seconds(devices));
        for (int number = 1; number <= devices; ++number) {
            skip(s, 1s);
            beatOf(s, number, sn, "200 OK");
        }
    }
    static QString said(const S &s)
    {
        QStringList out;
        for (const Finding &one : s.analysis.findings().log().all())
            if (one.code != FindingCode::RegistersOther) // a habit of these devices
                out.append(QLatin1StringView(one.kind().rule) + u' ' + wording::finding(one).title);
        return out.join(u"; ");
    }
    static QList<AwaySpan> spans(const S &s, const QByteArray &id = S::id)
    {
        const HeartbeatHistory *const history = s.analysis.devices().history(QString::fromLatin1(id));
        return history ? history->awaySpans(HeartbeatPolicy{}, s.clock.now()) : QList<AwaySpan>();
    }
    static DeviceSnapshot device(const S &s)
    {
        const DeviceSnapshot *const one = s.analysis.devices().device(QString::fromLatin1(S::id));
        return one ? *one : DeviceSnapshot();
    }
};

void tst_RecordHoles::challengedByAProxy_data()
{
    QTest::addColumn<bool>("accepted");
    QTest::newRow("accepted") << true;
    QTest::newRow("the password is wrong") << false;
}

void tst_RecordHoles::challengedByAProxy()
{
    QFETCH(const bool, accepted);
    S s;
    const QByteArray challenge = "Proxy-Authenticate: Digest realm=\"3402000000\",algorithm=MD5,nonce=\"n\"\r\n",
                     refused = "407 Proxy Authentication Required";
    for (int i = 0; i < 4; ++i) {
        s.wait(30s);
        s.send({.callId = QByteArray::number(i)});
        s.answer(s.last, refused, challenge);
        s.send({.callId = QByteArray::number(i), .cseq = 2, .more = "Expires: 3600\r\nProxy-" + S::credentials()});
        if (accepted)
            s.answer(s.last, "200 OK");
        else
            s.answer(s.last, refused, challenge);
    }
    QVERIFY2(!s.finding(FindingCode::ChallengeIgnored), qPrintable(said(s)));
    QVERIFY2(!s.finding(FindingCode::ChallengeForm), qPrintable(said(s)));
    QCOMPARE(s.finding(FindingCode::WrongPassword).has_value(), !accepted);
}

void tst_RecordHoles::theChallengeOfAProxyIsIgnored()
{
    S s;
    for (int i = 0; i < 4; ++i) {
        s.wait(30s);
        s.send({.callId = QByteArray::number(i)});
        s.answer(s.last, "407 Proxy Authentication Required",
            "Proxy-Authenticate: Digest realm=\"3402000000\",algorithm=MD5,nonce=\"n\"\r\n");
    }
    QVERIFY2(s.finding(FindingCode::ChallengeIgnored).has_value(), qPrintable(said(s)));
}

/// A proxy's and the registrar's: of the latter's there is one.
void tst_RecordHoles::credentialsForBoth()
{
    const QByteArray proxys = "Proxy-Authorization: Digest username=\"p\"\r\n",
                     own = "Authorization: Digest username=\"o\"\r\n";
    for (const QByteArray &lines : {QByteArray(proxys + own), QByteArray(own + proxys)}) {
        S s;
        const QByteArray text = s.text({.more = lines});
        const SipHead head = scanHead({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY(!head.has(HeadFault::Duplicate));
        QVERIFY(head.authorization == "Digest username=\"o\"");
    }
    S s;
    const QByteArray text = s.text({.more = own + own});
    QVERIFY(scanHead({text.constData(), static_cast<std::size_t>(text.size())}).has(HeadFault::Duplicate));
}

QTEST_GUILESS_MAIN(tst_RecordHoles)
#include "tst_recordholes.moc"
