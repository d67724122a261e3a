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

QTEST_GUILESS_MAIN(tst_StreamFramer)
#include "tst_streamframer.moc"
