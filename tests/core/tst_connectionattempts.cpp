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

private:
    using How = notes::Connection::How;

    /// From the camera to the server, or back.
    std::optional<How> segment(
        quint8 flags, quint32 sequence, quint32 acknowledged, bool back = false, quint16 port = 5060)
    {
        const Endpoint camera = endpoint("10.0.0.2", 40'000), server = endpoint("10.0.0.1", port);
        m_sieve.take({.at = m_at,
                         .from = back ? server : camera,
                         .to = back ? camera : server,
                         .transport = TransportKind::Tcp,
                         .sequence = sequence,
                         .acknowledged = acknowledged},
            flags);
        const auto note = m_sieve.takeNote();
        const auto *const told = note ? std::get_if<notes::Connection>(&note->what) : nullptr;
        if (!told)
            return std::nullopt;
        if (note->at != m_at || told->from != camera.text() || told->to != server.text())
            return std::nullopt;
        return told->how;
    }

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

QTEST_GUILESS_MAIN(tst_ConnectionAttempts)
#include "tst_connectionattempts.moc"
