#include "core/capture/packetdecoder.h"
#include "core/capture/signallingsieve.h"
#include "tests/support/site.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Whether a TCP connection is refused or not answered, by its segments.
class tst_ConnectionAttempts : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_sieve = SignallingSieve(); }
    void refused();
    void notAnswered();
    void acceptedAfterwards();
    void whatShowsNothing();
    void manyAreBounded();
    void endedInsteadOfAnAnswer();
    void endedBehindAnAnswer();
    void aHoleProvesNothing();
    void endedAheadOfTheRequest();

private:
    using How = notes::Connection::How;

    /// From the camera to the server, or back.
    std::optional<How> segment(quint8 flags, quint32 sequence, quint32 acknowledged, bool back = false,
        quint16 port = 5060, const QByteArray &octets = {})
    {
        const Endpoint camera = endpoint("10.0.0.2", 40'000), server = endpoint("10.0.0.1", port);
        m_sieve.take({.at = m_at,
                         .from = back ? server : camera,
                         .to = back ? camera : server,
                         .transport = TransportKind::Tcp,
                         .octets = octets,
                         .sequence = sequence,
                         .acknowledged = acknowledged},
            flags);
        const auto note = m_sieve.takeNote();
        const auto *const told = note ? std::get_if<notes::Connection>(&note->what) : nullptr;
        if (!told)
            return std::nullopt;
        const bool isEnd = told->how == How::Reset || told->how == How::Closed; // from its sender
        if (note->at != m_at || told->from != (isEnd && back ? server : camera).text()
            || told->to != (isEnd && back ? camera : server).text())
            return std::nullopt;
        return told->how;
    }

    static QByteArray message(const QByteArray &startLine)
    {
        return startLine + "\r\nVia: SIP/2.0/TCP h;branch=z9hG4bKa\r\nContent-Length: 0\r\n\r\n";
    }
    /// The camera connects at sequence 100 and the server at 500, and it asks.
    void asks()
    {
        m_sieve = SignallingSieve();
        segment(TcpSyn, 100, 0);
        segment(TcpSyn | TcpAck, 500, 101, true);
        m_at += 1s;
        segment(TcpAck, 101, 501, false, 5060, request);
        m_at += 10ms;
    }
    const QByteArray request = message("REGISTER sip:s SIP/2.0"), accepted = message("SIP/2.0 200 OK");
    const quint32 behind = 101 + static_cast<quint32>(request.size());

    TimePoint m_at{1000s};
    SignallingSieve m_sieve;
};

void tst_ConnectionAttempts::refused()
{
    QVERIFY(!segment(TcpSyn, 100, 0));
    QVERIFY(segment(TcpRst | TcpAck, 0, 101, true) == How::Refused);
    QVERIFY(!segment(TcpRst | TcpAck, 0, 101, true)); // captured twice
    QVERIFY(!segment(TcpSyn, 200, 0));
    QVERIFY(segment(TcpRst | TcpAck, 0, 201, true) == How::Refused); // the next attempt
}

void tst_ConnectionAttempts::notAnswered()
{
    QVERIFY(!segment(TcpSyn, 100, 0));
    m_at += 1s;
    QVERIFY(!segment(TcpSyn, 100, 0));
    m_at += 2s;
    QVERIFY(segment(TcpSyn, 100, 0) == How::NotAnswered);
    m_at += 4s;
    QVERIFY(!segment(TcpSyn, 100, 0)); // it was told
}

void tst_ConnectionAttempts::acceptedAfterwards()
{
    segment(TcpSyn, 100, 0);
    QVERIFY(segment(TcpRst | TcpAck, 0, 101, true) == How::Refused);
    segment(TcpSyn, 200, 0);
    QVERIFY(segment(TcpSyn | TcpAck, 900, 201, true) == How::Accepted);
    segment(TcpSyn, 300, 0);
    QVERIFY(!segment(TcpSyn | TcpAck, 950, 301, true)); // as usual
}

/// Copies of the capture, other ports, a connection that ends by RST, and a RST that answers something else.
void tst_ConnectionAttempts::whatShowsNothing()
{
    for (int i = 0; i < 5; ++i, m_at += 10ms)
        QVERIFY(!segment(TcpSyn, 100, 0));
    QVERIFY(!segment(TcpSyn | TcpAck, 900, 101, true));
    QVERIFY(!segment(TcpRst | TcpAck, 901, 101, true));
    QVERIFY(!segment(TcpRst, 901, 0, true));
    QVERIFY(!segment(TcpSyn, 100, 0, false, 80));
    QVERIFY(!segment(TcpRst | TcpAck, 0, 101, true, 80));
    QVERIFY(!segment(TcpSyn, 500, 0));
    QVERIFY(!segment(TcpRst | TcpAck, 0, 77, true));
}

void tst_ConnectionAttempts::manyAreBounded()
{
    ConnectionAttempts attempts;
    const Endpoint server = endpoint("10.0.0.1", 5060);
    const auto syn = [&](quint32 number) {
        return Datagram{.at = m_at,
            .from = {IpAddress(0x0b000000U + number), 5060},
            .to = server,
            .transport = TransportKind::Tcp,
            .sequence = number};
    };
    for (quint32 i = 0; i < 3 * ConnectionAttempts::maxOpen; ++i)
        QVERIFY(!attempts.take(syn(i), TcpSyn));
    const auto answer = [&](quint32 number) {
        Datagram rst = syn(number);
        std::swap(rst.from, rst.to);
        rst.acknowledged = number + 1;
        return attempts.take(rst, TcpRst | TcpAck);
    };
    QVERIFY(!answer(1)); // it made room
    QVERIFY(answer(3 * ConnectionAttempts::maxOpen - 1));
}

void tst_ConnectionAttempts::endedInsteadOfAnAnswer()
{
    asks();
    QVERIFY(segment(TcpRst, 501, 0, true) == How::Reset);
    asks();
    QVERIFY(segment(TcpRst | TcpAck, 501, behind, true) == How::Reset);
    asks();
    QVERIFY(segment(TcpFin | TcpAck, 501, behind, true) == How::Closed);
    asks();
    QVERIFY(!segment(TcpFin | TcpAck, behind, 501)); // who asks goes
    QVERIFY(!segment(TcpRst, 501, 0, true));
}

void tst_ConnectionAttempts::endedBehindAnAnswer()
{
    asks();
    segment(TcpAck, 501, behind, true, 5060, accepted);
    m_at += 1s;
    QVERIFY(!segment(TcpFin | TcpAck, 501 + static_cast<quint32>(accepted.size()), behind, true));
    asks();
    QVERIFY(!segment(TcpFin | TcpAck, 501, behind, true, 5060, accepted)); // together
    asks();
    segment(TcpAck, behind, 501, false, 5060, request.left(20)); // a message that is not whole yet
    QVERIFY(!segment(TcpRst, 501, 0, true));
}

/// The answer may stand in what was not captured, or what was asked.
void tst_ConnectionAttempts::aHoleProvesNothing()
{
    asks();
    QVERIFY(!segment(TcpRst, 900, 0, true));
    asks();
    segment(TcpAck, 700, behind, true, 5060, accepted); // ahead of its turn
    QVERIFY(!segment(TcpRst, 501, 0, true));
    asks();
    segment(TcpAck, behind + 300, 501, false, 5060, request);
    QVERIFY(!segment(TcpRst, 501, 0, true));
}

/// It had ended the connection before it was asked, or in the same moment.
void tst_ConnectionAttempts::endedAheadOfTheRequest()
{
    asks();
    QVERIFY(!segment(TcpFin | TcpAck, 501, 101, true)); // it does not acknowledge the request
    m_sieve = SignallingSieve();
    segment(TcpAck, 101, 501, false, 5060, request); // begun in the middle
    m_at += 1s;
    QVERIFY(!segment(TcpFin | TcpAck, 800, behind, true)); // 299 bytes of it are not in the record
    m_sieve = SignallingSieve();
    segment(TcpAck, 101, 501, false, 5060, request);
    m_at += 1s;
    segment(TcpAck, 501, behind, true, 5060, accepted);
    const quint32 next = 501 + static_cast<quint32>(accepted.size());
    segment(TcpFin | TcpAck, next, behind, true);
    m_at += 60s;
    segment(TcpAck, behind, next + 1, false, 5060, request); // the device has overlooked it
    QVERIFY(!segment(TcpRst, next + 1, 0, true));
}

QTEST_GUILESS_MAIN(tst_ConnectionAttempts)
#include "tst_connectionattempts.moc"
