#include "core/net/streamframer.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace gb;
using Result = StreamFramer::Result;

class tst_StreamFramer : public QObject
{
    Q_OBJECT
private slots:
    void whateverThePortions();
    void keepalivesBetweenMessages();
    void streamsThatCannotBeCut_data();
    void streamsThatCannotBeCut();
    void endlessHeadersAreBounded();
    void junkBetweenMessages_data();
    void junkBetweenMessages();
    void lettersAheadOfALongHead();
    void junkIsBounded();
    void whatMayBeJunk();
};

static QByteArray message(int number, const QByteArray &body)
{
    return "MESSAGE sip:a@b SIP/2.0\r\nVia: SIP/2.0/TCP h;branch=z9hG4bK" + QByteArray::number(number)
        + "\r\nCall-ID: 1\r\nCSeq: " + QByteArray::number(number) + " MESSAGE\r\nl: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

void tst_StreamFramer::whateverThePortions()
{
    QList<QByteArray> sent;
    QByteArray stream;
    for (int i = 0; i < 40; ++i) {
        sent.append(message(i, QByteArray(i * 37 % 400, 'x') + (i % 3 == 0 ? "\r\n\r\nSIP/2.0 " : "")));
        stream += sent.constLast();
    }
    QRandomGenerator random(7);
    for (int round = 0; round < 50; ++round) {
        StreamFramer framer;
        QList<QByteArray> got;
        for (qsizetype at = 0; at < stream.size();) {
            const qsizetype portion = round == 0 ? 1 : round == 1 ? stream.size() : 1 + random.bounded(700);
            framer.append(stream.mid(at, portion));
            at += portion;
            QByteArray one;
            while (framer.next(one) == Result::Message)
                got.append(one);
        }
        QCOMPARE(got, sent);
        QCOMPARE(framer.pending(), 0);
    }
}

void tst_StreamFramer::keepalivesBetweenMessages()
{
    StreamFramer framer;
    framer.append("\r\n\r\n" + message(1, "a") + "\r\n" + message(2, "b"));
    QByteArray one;
    QCOMPARE(framer.next(one), Result::Message);
    QCOMPARE(one, QByteArray("\r\n\r\n"));
    QCOMPARE(framer.next(one), Result::Message);
    QCOMPARE(one, message(1, "a"));
    QCOMPARE(framer.next(one), Result::Message);
    QCOMPARE(one, QByteArray("\r\n"));
    QCOMPARE(framer.next(one), Result::Message);
    QCOMPARE(one, message(2, "b"));
    QCOMPARE(framer.next(one), Result::NeedMore);
}

void tst_StreamFramer::streamsThatCannotBeCut_data()
{
    QTest::addColumn<QByteArray>("octets");
    const QByteArray head = "MESSAGE sip:a@b SIP/2.0\r\nContent-Length: ";
    QTest::newRow("another protocol") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTest::newRow("octets") << QByteArray("\x16\x03\x01\x02\x00\x01", 6);
    QTest::newRow("a length that is no number") << head + "abc\r\n\r\n";
    QTest::newRow("a negative length") << head + "-1\r\n\r\n";
    QTest::newRow("over 32 bits") << head + "4294967306\r\n\r\n";
    QTest::newRow("two lengths") << head + "1\r\nContent-Length: 2\r\n\r\n";
    QTest::newRow("a body over the bound") << head + QByteArray::number(StreamFramer::maxMessage) + "\r\n\r\n";
}

void tst_StreamFramer::streamsThatCannotBeCut()
{
    QFETCH(const QByteArray, octets);
    StreamFramer framer;
    framer.append(octets);
    QByteArray shown;
    QCOMPARE(framer.next(shown), Result::Broken);
    QVERIFY(octets.startsWith(shown) && !shown.isEmpty());
    QCOMPARE(framer.pending(), 0);
}

void tst_StreamFramer::endlessHeadersAreBounded()
{
    StreamFramer framer;
    framer.append("MESSAGE sip:a@b SIP/2.0\r\n");
    QByteArray shown;
    Result result = framer.next(shown);
    int lines = 0;
    while (result == Result::NeedMore && ++lines < 100'000) {
        framer.append("X: y\r\n");
        result = framer.next(shown);
    }
    QCOMPARE(result, Result::Broken);
    QVERIFY(lines < 4000);
}

void tst_StreamFramer::junkBetweenMessages_data()
{
    QTest::addColumn<QByteArray>("junk");
    QTest::newRow("two octets") << QByteArray("\x01\x02", 2);
    QTest::newRow("zeros") << QByteArray(2, '\0');
    QTest::newRow("beyond ASCII") << QByteArray("\xff\xff", 2);
    QTest::newRow("letters") << QByteArray("jaK");
    QTest::newRow("digits") << QByteArray("00");
    QTest::newRow("a line") << QByteArray("hello\r\n");
    QTest::newRow("lines and octets") << QByteArray("a: b\r\n\r\n\x80\r\n<x/>\n\x01y\x02", 20);
    QTest::newRow("the rest of a body") << QByteArray("01</DeviceID>\r\n<Status>OK</Status>\r\n</Notify>\r\n");
    QTest::newRow("a rest without a line end") << QByteArray("</Notify>");
    QTest::newRow("a head's lines") << QByteArray("</Notify>\r\nVia: SIP/2.0/UDP 192.0.2.1\r\nTo: <sip:a@b>\r\n\r\n");
    QTest::newRow("octets ahead of lines") << QByteArray("</Notify>\r\n\x01\x02x\r\n\x01\r\n\x02\r\n");
    QTest::newRow("a line that never ends") << QByteArray(20'000, 'x') + "\n";
}

/// They are passed over, however they come, and nothing of them is lost.
void tst_StreamFramer::junkBetweenMessages()
{
    QFETCH(const QByteArray, junk);
    const QByteArray answer = "SIP/2.0 200 OK\r\nCSeq: 1 MESSAGE\r\nContent-Length: 0\r\n\r\n";
    const QList<QByteArray> sent{message(1, "a"), message(2, "b"), answer, message(3, {})};
    const QByteArray stream = sent.join(junk);
    for (const qsizetype portion : {qsizetype{1}, qsizetype{7}, stream.size()}) {
        StreamFramer framer;
        QList<QByteArray> got;
        QByteArray passed;
        for (qsizetype at = 0; at < stream.size(); at += portion) {
            framer.append(stream.mid(at, portion));
            QByteArray one;
            for (Result result{}; (result = framer.next(one)) != Result::NeedMore;) {
                QVERIFY(result != Result::Broken);
                if (result == Result::Junk || one.trimmed().isEmpty())
                    passed += one;
                else
                    got.append(one);
            }
        }
        QCOMPARE(got, sent);
        QCOMPARE(passed, junk.repeated(3));
    }
}

/// A head that is too long with the letters ahead of it, and not without them.
void tst_StreamFramer::lettersAheadOfALongHead()
{
    const QByteArray ahead(2000, 'a');
    QByteArray longHead = message(2, {});
    longHead.insert(longHead.indexOf("Call-ID"), "Subject: " + QByteArray(15'000, 's') + "\r\n");
    const QByteArray stream = message(1, {}) + ahead + longHead + message(3, {});
    QVERIFY(longHead.size() < 16 * 1024 && longHead.size() + ahead.size() > 16 * 1024);
    for (const qsizetype portion : {qsizetype(1), qsizetype(700), stream.size()}) {
        StreamFramer framer;
        QList<QByteArray> got;
        QByteArray one;
        Result result = Result::NeedMore;
        for (qsizetype at = 0; at < stream.size() && result != Result::Broken; at += portion) {
            framer.append(stream.mid(at, portion));
            while ((result = framer.next(one)) == Result::Message)
                got.append(one);
        }
        QCOMPARE(result, Result::Broken);
        QCOMPARE(got, QList<QByteArray>{message(1, {})});
    }
}

void tst_StreamFramer::junkIsBounded()
{
    StreamFramer framer;
    QByteArray one;
    framer.append(message(1, "a"));
    QCOMPARE(framer.next(one), Result::Message);
    Result result{};
    qsizetype octets = 0;
    while (result != Result::Broken && octets < 10 * StreamFramer::maxMessage) {
        framer.append(QByteArray(1000, '\x01'));
        octets += 1000;
        result = framer.next(one);
    }
    QCOMPARE(result, Result::Broken);
    QVERIFY(octets <= StreamFramer::maxMessage + 1000);
}

void tst_StreamFramer::whatMayBeJunk()
{
    StreamFramer framer;
    QByteArray one;
    framer.append("jaK");
    QVERIFY(!framer.mayBeJunk()); // nothing was spoken yet
    framer.reset();
    framer.append(message(1, "a") + "jaK");
    QCOMPARE(framer.next(one), Result::Message);
    QCOMPARE(framer.next(one), Result::NeedMore);
    QVERIFY(framer.mayBeJunk());
    QCOMPARE(framer.takePending(), QByteArray("jaK"));
    framer.append(message(2, "b").chopped(1));
    QCOMPARE(framer.next(one), Result::NeedMore);
    QVERIFY(!framer.mayBeJunk()); // of a message that has begun
}

QTEST_GUILESS_MAIN(tst_StreamFramer)
#include "tst_streamframer.moc"
