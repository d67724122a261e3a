// A SIP peer for tests with programs that nobody here wrote: the user agent core over real sockets. Prints one line an
// event, each with what the call was; ends with its input.
#include "core/message/headers.h"
#include "core/net/streamframer.h"
#include "core/net/tcptransport.h"
#include "core/net/udptransport.h"
#include "core/sip/useragent.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace gb;
using namespace std::chrono_literals;

namespace {

const QByteArray sdp = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=Play\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=video 30000 "
                       "RTP/AVP 96\r\na=recvonly\r\n";

struct Options
{
    Endpoint local{QHostAddress(QHostAddress::LocalHost), 0}, target;
    TransportKind transport = TransportKind::Udp;
    SipTimers timers;
    int status = 200;                  ///< final response of the UAS
    std::chrono::milliseconds hold{0}; ///< of the UAS: from 180 to the final response; of the UAC: from the answer to
                                       ///< the BYE
    bool cancel = false;               ///< of the UAC: hang up at the first 1xx
};

void print(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

class Peer : public QObject, public UserAgentOwner
{
public:
    explicit Peer(const Options &options)
        : m_options(options)
        , m_udp(m_clock)
        , m_tcp(m_clock)
        , m_agent(*this, "34020000002000000001", "3402000000", options.timers)
    {
        connect(&m_udp, &UdpTransport::received, this, &Peer::take);
        connect(&m_tcp, &TcpTransport::received, this, &Peer::take);
        connect(&m_out, &QTcpSocket::readyRead, this, &Peer::readOut);
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_agent.advance(m_clock.now());
            arm();
        });
    }

    bool start()
    {
        QString detail;
        if (m_udp.listen(m_options.local.address, m_options.local.port, &detail) != ListenError::None)
            return false;
        m_options.local = m_udp.local();
        if (m_tcp.listen(m_options.local.address, m_options.local.port, &detail) != ListenError::None)
            return false;
        print("listening " + QByteArray::number(m_options.local.port));
        if (m_options.target.port == 0)
            return true;
        if (m_options.transport == TransportKind::Udp) {
            call();
            return true;
        }
        // Who is to be called may just be starting
        const auto open = [this] { m_out.connectToHost(m_options.target.address, m_options.target.port); };
        connect(&m_out, &QTcpSocket::connected, this, &Peer::call);
        connect(&m_out, &QTcpSocket::errorOccurred, this, [this, open](QAbstractSocket::SocketError error) {
            if (error == QAbstractSocket::ConnectionRefusedError)
                QTimer::singleShot(50ms, this, open);
        });
        open();
        return true;
    }

    void report() const
    {
        const UserAgent::Counters &agent = m_agent.counters();
        const Transactions::Counters &layer = m_agent.transactions().counters();
        print("counters repeated2xx=" + QByteArray::number(agent.repeated2xx) + " repeatedAcks="
            + QByteArray::number(agent.repeatedAcks) + " lateAnswers=" + QByteArray::number(agent.lateAnswers)
            + " strayAcks=" + QByteArray::number(agent.strayAcks) + " strayResponses="
            + QByteArray::number(agent.strayResponses) + " repeatsSent=" + QByteArray::number(layer.repeatsSent)
            + " absorbed=" + QByteArray::number(layer.absorbed) + " created=" + QByteArray::number(layer.created));
    }

    bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) override
    {
        const SipHead head = scanHead(view(octets));
        print("sent "
            + (head.kind == SipKind::Response ? QByteArray::number(head.status) + ' ' + bytes(head.cseqMethod)
                                              : bytes(head.methodText)));
        if (transport == TransportKind::Udp)
            return !m_udp.send(to, octets).octets.isEmpty();
        if (m_out.state() == QAbstractSocket::ConnectedState && to == m_options.target)
            return m_out.write(octets) == octets.size();
        return !m_tcp.send(to, octets).octets.isEmpty();
    }

    void callChanged(const CallNews &news) override
    {
        static const char *const events[] = {"incoming", "ringing", "answered", "confirmed", "modified", "ended"};
        static const char *const ends[] = {
            "", " refused", " timeout", " transport", " cancelled", " peer-bye", " our-bye", " no-ack"};
        print(QByteArray(events[static_cast<int>(news.event)]) + ends[static_cast<int>(news.end)] + ' '
            + QByteArray::number(news.status));
        const CallHandle call = news.call;
        const auto hangUp = [this, call] { m_agent.hangUp(call, m_clock.now()); };
        if (news.event == CallEvent::Incoming) {
            m_agent.ring(call, m_clock.now());
            later([this, call] { answer(call); });
        } else if (news.event == CallEvent::Ringing && m_options.cancel) {
            hangUp();
        } else if (news.event == CallEvent::Answered) {
            later(hangUp);
        }
    }

private:
    void call()
    {
        const Endpoint local = m_options.transport == TransportKind::Tcp
            ? Endpoint{m_options.local.address, m_out.localPort()}
            : m_options.local;
        const QByteArray uri = "sip:34020000001320000001@" + m_options.target.text().toLatin1();
        m_agent.invite({.uri = uri,
                           .destination = m_options.target,
                           .local = local,
                           .transport = m_options.transport,
                           .contentType = "application/sdp",
                           .body = sdp},
            m_clock.now());
        arm();
    }
    void answer(CallHandle call)
    {
        if (m_options.status < 300)
            m_agent.accept(call, "application/sdp", sdp, m_clock.now());
        else
            m_agent.reject(call, m_options.status, m_clock.now());
    }
    template<typename Act>
    void later(Act act)
    {
        QTimer::singleShot(m_options.hold, this, [this, act] {
            act();
            arm();
        });
    }
    void take(const Datagram &datagram)
    {
        const SipHead head = scanHead(view(datagram.octets));
        print("received "
            + (head.kind == SipKind::Response ? QByteArray::number(head.status) + ' ' + bytes(head.cseqMethod)
                                              : bytes(head.methodText)));
        m_agent.receive(datagram, head);
        arm();
    }
    void readOut()
    {
        m_framer.append(m_out.readAll());
        Datagram datagram{.from = m_options.target,
            .to = {m_options.local.address, m_out.localPort()},
            .transport = TransportKind::Tcp};
        while (m_framer.next(datagram.octets) == StreamFramer::Result::Message) {
            datagram.at = m_clock.now();
            take(datagram);
        }
    }
    void arm()
    {
        if (const auto due = m_agent.nextDeadline())
            m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(std::max(*due - m_clock.now(), Duration{0})));
        else
            m_timer.stop();
    }

    SystemClock m_clock;
    Options m_options;
    UdpTransport m_udp;
    TcpTransport m_tcp;
    QTcpSocket m_out; ///< of the UAC, to its target
    StreamFramer m_framer;
    QTimer m_timer;
    UserAgent m_agent;
};

Options read(const QCoreApplication &app)
{
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("port"), QStringLiteral("of 127.0.0.1; 0 takes a free one"),
                           QStringLiteral("port"), QStringLiteral("0")},
        {QStringLiteral("call"), QStringLiteral("INVITE to that port of 127.0.0.1"), QStringLiteral("port"),
            QStringLiteral("0")},
        {QStringLiteral("tcp"), QStringLiteral("call over TCP")},
        {QStringLiteral("cancel"), QStringLiteral("CANCEL at the first 1xx")},
        {QStringLiteral("t1"), QStringLiteral("ms; T2, T4 and timer D follow"), QStringLiteral("ms"),
            QStringLiteral("500")},
        {QStringLiteral("status"), QStringLiteral("final response"), QStringLiteral("status"), QStringLiteral("200")},
        {QStringLiteral("hold"), QStringLiteral("ms"), QStringLiteral("ms"), QStringLiteral("0")}});
    parser.process(app);
    Options options;
    const auto number = [&](const char *name) { return parser.value(QLatin1String(name)).toInt(); };
    options.local.port = static_cast<quint16>(number("port"));
    options.target = {QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(number("call"))};
    options.transport = parser.isSet(QStringLiteral("tcp")) ? TransportKind::Tcp : TransportKind::Udp;
    options.cancel = parser.isSet(QStringLiteral("cancel"));
    options.timers.t1 = std::chrono::milliseconds(number("t1"));
    options.timers.t2 = 8 * options.timers.t1;
    options.timers.t4 = 10 * options.timers.t1;
    options.timers.d = 64 * options.timers.t1;
    options.status = number("status");
    options.hold = std::chrono::milliseconds(number("hold"));
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Peer peer(read(app));
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [&] {
        char octet = 0;
        if (::read(STDIN_FILENO, &octet, 1) <= 0)
            QCoreApplication::quit();
    });
    if (!peer.start())
        return 1;
    const int status = QCoreApplication::exec();
    peer.report();
    return status;
}
