#include "tests/support/script.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// While nothing listens nobody is judged: the hole is ours.
class tst_Deafness : public QObject
{
    Q_OBJECT
private slots:
    void nobodyIsJudgedMeanwhile();
    void theAllowanceBeginsAnew();
    void whoWasOfflineStaysSo();
    void aRegistrationThatRanOutMeanwhile();
    void expectedOnesAreNotMissed();
    void aMessageShowsThatSomethingListens();
    void aRecordThatEndsAndAnother();
};

namespace {

const notes::Listening listening{notes::Source::Sip, QStringLiteral("192.168.1.15:5060")};
const notes::ListenEnded ended{notes::Source::Sip, QStringLiteral("192.168.1.15:5060")};

struct Record : Script
{
    DeviceSnapshot one()
    {
        const QList<DeviceSnapshot> all = analysis.devices().snapshots();
        return all.isEmpty() ? DeviceSnapshot() : all.constFirst();
    }
    DeviceState state() { return one().verdict.state; }
    bool isClean() const { return analysis.findings().log().all().isEmpty(); }
    void begins()
    {
        note(listening);
        login();
        beats(3);
    }
};

} // namespace

void tst_Deafness::nobodyIsJudgedMeanwhile()
{
    Record r;
    r.begins();
    r.wait(30s);
    r.note(ended);
    QVERIFY(r.one().reason.code == NoteCode::NotListening);
    r.wait(24h);
    QVERIFY(r.state() == DeviceState::Online);
    QVERIFY(r.isClean());
    QVERIFY(!r.analysis.devices().nextDeadline());
}

void tst_Deafness::theAllowanceBeginsAnew()
{
    Record r;
    r.begins();
    r.note(ended);
    r.wait(1h);
    r.note(listening);
    QVERIFY(r.state() == DeviceState::Online);
    r.wait(179s);
    QVERIFY(r.state() == DeviceState::Late);
    r.beat(63);
    QVERIFY(r.state() == DeviceState::Online);
    QCOMPARE(r.one().misses, 2); // what it was late since we hear
    QVERIFY(r.analysis.devices()
                .history(QString::fromLatin1(Script::id))
                ->offlineSpans(HeartbeatPolicy(), r.clock.now())
                .isEmpty());
    QVERIFY(r.isClean());
    r.note(ended);
    r.wait(1h);
    r.note(listening);
    r.wait(181s); // it is gone, as far as we hear
    QVERIFY(r.state() == DeviceState::Offline);
}

void tst_Deafness::whoWasOfflineStaysSo()
{
    Record r;
    r.begins();
    r.wait(200s);
    QVERIFY(r.state() == DeviceState::Offline);
    r.note(ended);
    r.wait(60s);
    r.note(listening);
    QVERIFY(r.state() == DeviceState::Offline);
    r.wait(1s);
    QVERIFY(r.state() == DeviceState::Offline);
}

void tst_Deafness::aRegistrationThatRanOutMeanwhile()
{
    Record r;
    r.begins();
    r.note(ended);
    r.wait(2h); // Expires is an hour
    r.note(listening);
    QVERIFY(r.state() == DeviceState::Online);
    r.wait(30s);
    r.login({.callId = "1@camera", .cseq = 9});
    r.wait(60s);
    r.beat(99);
    QVERIFY(r.state() == DeviceState::Online);
    QVERIFY(r.isClean());
}

void tst_Deafness::expectedOnesAreNotMissed()
{
    Record r;
    r.note(notes::RecordBegan{QStringLiteral("gbscope")});
    r.note(notes::Expected{{{QStringLiteral("34020000001320000009"), {}, {}}}});
    r.wait(1h);
    QVERIFY(!r.finding(FindingCode::ExpectedSilent));
    r.note(listening);
    r.login(); // another one
    r.wait(179s);
    QVERIFY(!r.finding(FindingCode::ExpectedSilent));
    r.wait(10s);
    QVERIFY(r.finding(FindingCode::ExpectedSilent));
}

/// Of two records that are opened together one goes on.
void tst_Deafness::aMessageShowsThatSomethingListens()
{
    Record r;
    r.begins();
    r.note(notes::RecordEnded{});
    r.wait(60s);
    r.beat(4);
    QVERIFY(r.one().reason.code == NoteCode::Beating);
    r.wait(181s);
    QVERIFY(r.state() == DeviceState::Offline);
}

void tst_Deafness::aRecordThatEndsAndAnother()
{
    Record r;
    r.note(notes::RecordBegan{QStringLiteral("gbscope")});
    r.begins();
    r.note(ended);
    QVERIFY(r.one().reason.code == NoteCode::NotListening);
    r.note(notes::RecordEnded{});
    QVERIFY(r.one().reason.code == NoteCode::Beating); // as it was at the end
    r.wait(10h);
    QVERIFY(r.state() == DeviceState::Online);
    r.note(notes::RecordBegan{QStringLiteral("gbscope")});
    r.note(listening);
    r.wait(50s);
    r.beat(600);
    r.wait(60s);
    r.beat(601);
    QVERIFY(r.state() == DeviceState::Online);
    QCOMPARE(r.one().misses, 0);
    QVERIFY(r.isClean());
}

QTEST_GUILESS_MAIN(tst_Deafness)
#include "tst_deafness.moc"
