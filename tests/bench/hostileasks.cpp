// Devices that answer questions in hostile ways, over UDP and TCP: how long the engine's thread is busy with one event.
// See README.md.
#include "core/base/octets.h"
#include "core/client/reply.h"
#include "core/message/headers.h"
#include "core/message/manscdp.h"
#include "core/message/replywriter.h"
#include "core/session/livesession.h"
#include "tests/bench/turns.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>
#include <QUdpSocket>

#include <deque>
#include <functional>

using namespace gb;

namespace {

QByteArray idOf(int number)
{
    return "3402000000132" + QByteArray::number(number).rightJustified(7, '0');
}

/// All devices behind one socket. Sends what its script gives, so many at once, the next ones as they are answered.
class Peer final : public QObject
{
public:
    struct Asked
    {
        QByteArray text, device, root, cmdType;
        qint64 sn = 0;
        int number = 0; ///< of the requests of this attack, from 0
    };
    /// What is sent for a request beside its 200; empty: nothing is, not even that. Of an endless answer the generator
    /// is asked again and again, until it gives none.
    using Next = std::function<QByteArray()>;
    using Script = std::function<std::optional<Next>(Peer &peer, const Asked &asked)>;

    Peer(quint16 port, bool tcp)
        : m_port(port)
        , m_isTcp(tcp)
    {
    }

    void open()
    {
        m_udp = new QUdpSocket(this);
        m_tcp = new QTcpSocket(this);
        m_stalled = new QTimer(this);
        connect(m_udp, &QUdpSocket::readyRead, this, [this] {
            while (m_udp->hasPendingDatagrams()) {
                QByteArray octets(static_cast<qsizetype>(m_udp->pendingDatagramSize()), '\0');
                m_udp->readDatagram(octets.data(), octets.size());
                take(octets);
            }
        });
        connect(m_tcp, &QTcpSocket::readyRead, this, [this] {
            m_in += m_tcp->readAll();
            for (qsizetype end = m_in.indexOf("\r\n\r\n"); end >= 0; end = m_in.indexOf("\r\n\r\n")) {
                const qsizetype whole = end + 4
                    + static_cast<qsizetype>(scanHead(view(m_in.left(end + 4))).contentLength.value_or(0));
                if (m_in.size() < whole)
                    return;
                take(m_in.left(whole));
                m_in.remove(0, whole);
            }
        });
        connect(m_tcp, &QTcpSocket::bytesWritten, this, [this] { pump(); });
        connect(m_stalled, &QTimer::timeout, this, [this] { // what was lost is not waited for
            if (std::exchange(m_moved, false))
                return;
            m_open = 0;
            pump();
        });
        m_stalled->start(100);
        m_udp->bind(QHostAddress(QStringLiteral("127.0.0.1")));
        m_udp->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 8 * 1024 * 1024);
        if (m_isTcp)
            m_tcp->connectToHost(QHostAddress(QStringLiteral("127.0.0.1")), m_port);
    }
    void enroll(int first, int count)
    {
        for (int i = first; i < first + count; ++i) {
            const QByteArray id = idOf(i);
            m_out.push_back([this, id, once = false]() mutable {
                return std::exchange(once, true)
                    ? QByteArray()
                    : request("REGISTER", id, id, "Contact: <sip:" + id + "@127.0.0.1:5060>\r\nExpires: 3600\r\n", {});
            });
        }
        pump();
    }
    void begin(Script script)
    {
        m_script = std::move(script);
        m_out.clear();
        m_requests = 0;
        m_open = 0;
    }

    QByteArray message(const QByteArray &device, const QByteArray &body)
    {
        return request("MESSAGE", device, "34020000002000000001", "Content-Type: Application/MANSCDP+xml\r\n", body);
    }
    /// Within the dialog of that SUBSCRIBE.
    QByteArray notify(const Asked &subscribe, int cseq, const QByteArray &body)
    {
        const SipHead head = scanHead(view(subscribe.text));
        return "NOTIFY sip:34020000002000000001@127.0.0.1 SIP/2.0\r\n" + via() + "From: " + bytes(head.to.text)
            + ";tag=c\r\nTo: " + bytes(head.from.text) + "\r\nCall-ID: " + bytes(head.callId)
            + "\r\nCSeq: " + QByteArray::number(cseq)
            + " NOTIFY\r\nMax-Forwards: 70\r\nEvent: Catalog\r\nSubscription-State: active;expires=3600\r\n"
              "Content-Type: Application/MANSCDP+xml\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

private:
    QByteArray via()
    {
        return QByteArray("Via: SIP/2.0/") + (m_isTcp ? "TCP" : "UDP") + " 127.0.0.1:5060;rport;branch=z9hG4bKh"
            + QByteArray::number(++m_branches) + "\r\n";
    }
    QByteArray request(const QByteArray &method, const QByteArray &from, const QByteArray &to, const QByteArray &lines,
        const QByteArray &body)
    {
        return method + " sip:34020000002000000001@3402000000 SIP/2.0\r\n" + via() + "From: <sip:" + from
            + "@3402000000>;tag=h\r\nTo: <sip:" + to + "@3402000000>\r\nCall-ID: h" + QByteArray::number(m_branches)
            + "@hostile\r\nCSeq: 1 " + method + "\r\nMax-Forwards: 70\r\n" + lines
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    void write(const QByteArray &octets)
    {
        if (m_isTcp)
            m_tcp->write(octets);
        else
            m_udp->writeDatagram(octets, QHostAddress(QStringLiteral("127.0.0.1")), m_port);
    }
    void take(const QByteArray &octets)
    {
        const SipHead head = scanHead(view(octets));
        if (head.kind == SipKind::Response) {
            m_open = std::max(0, m_open - 1);
            return pump();
        }
        if (!m_script)
            return;
        if (const QByteArray branch = bytes(head.via.branch); std::exchange(m_known[branch], true))
            return; // a repeat
        const Manscdp body = parseManscdp(bytes(head.body));
        const Asked asked{.text = octets,
            .device = body.deviceId.toLatin1(),
            .root = {},
            .cmdType = body.cmdType.toLatin1(),
            .sn = body.sn.value_or(0),
            .number = m_requests++};
        const auto next = m_script(*this, asked);
        if (!next)
            return;
        write(writeReply(head, {QHostAddress(QStringLiteral("127.0.0.1")), m_port},
            {.toTag = "c", .headers = head.method == SipMethod::Subscribe ? "Expires: 3600\r\n" : ""}));
        if (*next)
            m_out.push_back(*next);
        pump();
    }
    void pump()
    {
        m_moved = true;
        constexpr int most = 64;
        while (!m_out.empty() && m_open < (m_isLarge ? most / 8 : most) && m_tcp->bytesToWrite() < 256 * 1024) {
            Next next = std::move(m_out.front());
            m_out.pop_front();
            const QByteArray octets = next();
            if (octets.isEmpty())
                continue;
            m_isLarge = octets.size() > 10'000;
            write(octets);
            ++m_open;
            m_out.push_back(std::move(next));
        }
    }

    const quint16 m_port;
    const bool m_isTcp;
    QUdpSocket *m_udp = nullptr;
    QTcpSocket *m_tcp = nullptr;
    QTimer *m_stalled = nullptr;
    QByteArray m_in;
    Script m_script;
    std::deque<Next> m_out;
    int m_open = 0, m_requests = 0;
    quint64 m_branches = 0;
    bool m_moved = false, m_isLarge = false;
    QHash<QByteArray, bool> m_known; ///< branches
};

QByteArray response(const Peer::Asked &asked, const QByteArray &inside, const QByteArray &root = "Response")
{
    return "<?xml version=\"1.0\" encoding=\"GB2312\"?>\n<" + root + ">\n<CmdType>" + asked.cmdType + "</CmdType>\n<SN>"
        + QByteArray::number(asked.sn) + "</SN>\n<DeviceID>" + asked.device + "</DeviceID>\n" + inside + "\n</" + root
        + ">\n";
}

QByteArray channelId(int number)
{
    return "34020000001310" + QByteArray::number(number).rightJustified(6, '0');
}

/// A channel as usual cameras have it.
QByteArray channel(int number)
{
    return "<Item><DeviceID>" + channelId(number)
        + "</DeviceID><Name>Camera</Name><Manufacturer>M</Manufacturer><Model>C</Model><Owner>O</Owner>"
          "<CivilCode>340200</CivilCode><Address>A</Address><Parental>0</Parental><SafetyWay>0</SafetyWay>"
          "<RegisterWay>1</RegisterWay><Secrecy>0</Secrecy><Status>ON</Status></Item>";
}

QByteArray page(qint64 sum, int first, int count, QByteArray (*item)(int) = channel)
{
    QByteArray text = "<SumNum>" + QByteArray::number(sum) + "</SumNum><DeviceList Num=\"" + QByteArray::number(count)
        + "\">";
    for (int i = 0; i < count; ++i)
        text += item(first + i);
    return text + "</DeviceList>";
}

/// As many as 60 kB hold.
QByteArray filled(qint64 sum, int &first, QByteArray (*item)(int))
{
    const int count = static_cast<int>(60'000 / item(first).size());
    const QByteArray text = page(sum, first, count, item);
    first += count;
    return text;
}

/// So many times; each a message of its own.
Peer::Next times(int count, std::function<QByteArray(int)> make)
{
    return [count, make = std::move(make), at = 0]() mutable { return at < count ? make(at++) : QByteArray(); };
}

Peer::Script bodies(int count, std::function<QByteArray(const Peer::Asked &, int)> inside)
{
    return [count, inside = std::move(inside)](Peer &peer, const Peer::Asked &asked) {
        return times(count,
            [&peer, asked, inside](int i) { return peer.message(asked.device, response(asked, inside(asked, i))); });
    };
}

struct Attack
{
    const char *name;
    const char *command;
    int devices;
    Peer::Script script;
    int seconds = 60; ///< until it is called off
};

/// Each level has ten of the one below.
QByteArray bomb(const Peer::Asked &asked)
{
    QByteArray text = "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\">";
    for (char one = 'b'; one < 'l'; ++one) {
        const QByteArray before = QByteArray("&") + static_cast<char>(one - 1) + QByteArray(";");
        text += QByteArray("<!ENTITY ") + one + QByteArray(" \"") + before.repeated(10) + QByteArray("\">");
    }
    QByteArray body = response(asked, "<Result>&k;</Result>");
    return body.insert(body.indexOf("?>") + 2, text + "]>");
}

QByteArray tiny(int number)
{
    return "<Item><DeviceID>" + QByteArray::number(number) + "</DeviceID></Item>";
}
QByteArray empty(int)
{
    return "<Item/>";
}
/// Everything in it is odd, and new.
QByteArray odd(int number)
{
    const QByteArray text = QByteArray::number(number);
    return "<Item><DeviceID>x" + text + "</DeviceID><Name>n" + text + "</Name><CivilCode>c" + text
        + "</CivilCode><ParentID>" + channelId(number + 1) + '/' + channelId(number + 2) + "/y" + text
        + "</ParentID><BusinessGroupID>z" + text + "</BusinessGroupID><Parental>p" + text + "</Parental><U" + text
        + ">u</U" + text + "></Item>";
}

QList<Attack> attacks()
{
    QList<Attack> all;
    const auto add = [&](Attack attack) { all.append(std::move(attack)); };
    add({"right", "catalog", 300, bodies(32, [](const auto &, int i) -> QByteArray { return page(32, i, 1); })});
    add({"silent", "catalog", 200, [](Peer &, const Peer::Asked &) { return std::optional<Peer::Next>(); }, 90});
    add({"200 and nothing more", "info", 200,
        [](Peer &, const Peer::Asked &) { return std::optional<Peer::Next>(Peer::Next()); }, 90});
    add({"300 million, one page", "catalog", 200,
        bodies(1, [](const auto &, int) { return page(300'000'000, 0, 1); })});
    add({"endless pages of 60 kB", "catalog", 1,
        bodies(1'000'000, [first = 0](const auto &, int) mutable { return filled(300'000'000, first, channel); })});
    add({"endless pages, smallest items", "catalog", 1,
        bodies(1'000'000, [first = 0](const auto &, int) mutable { return filled(300'000'000, first, tiny); })});
    add({"endless pages, empty items", "catalog", 1,
        bodies(1'000'000, [first = 0](const auto &, int) mutable { return filled(300'000'000, first, empty); })});
    add({"endless pages, all odd", "catalog", 1,
        bodies(1'000'000, [first = 0](const auto &, int) mutable { return filled(300'000'000, first, odd); })});
    add({"endless pages of one item", "catalog", 1,
        bodies(20'000, [](const auto &, int i) { return page(300'000'000, i, 1); })});
    add({"endless pages, 20 devices", "catalog", 20,
        bodies(100, [first = 0](const auto &, int) mutable { return filled(300'000'000, first, channel); })});
    add({"entity bombs", "info", 1, [](Peer &peer, const Peer::Asked &asked) {
             return times(1000, [&peer, asked](int) { return peer.message(asked.device, bomb(asked)); });
         }});
    add({"60 kB of one value", "info", 100,
        bodies(10, [](const auto &, int) -> QByteArray { return "<Model>" + QByteArray(60'000, 'x') + "</Model>"; })});
    add({"60 kB of empty elements", "info", 100,
        bodies(10, [](const auto &, int) -> QByteArray { return QByteArray("<a/>").repeated(15'000); })});
    add({"60 kB of names", "info", 100, bodies(10, [](const auto &, int) -> QByteArray {
             QByteArray text;
             for (int i = 0; text.size() < 60'000; ++i)
                 text += "<X" + QByteArray::number(i) + "/>";
             return text;
         })});
    add({"60 kB of depth", "info", 100, bodies(10, [](const auto &, int) -> QByteArray {
             return QByteArray("<a>").repeated(8000) + QByteArray("</a>").repeated(8000);
         })});
    add({"60 kB of references", "info", 100, bodies(10, [](const auto &, int) -> QByteArray {
             return "<Model>" + QByteArray("&#60;").repeated(12'000) + "</Model>";
         })});
    add({"60 kB of comments", "info", 100,
        bodies(10, [](const auto &, int) -> QByteArray { return QByteArray("<!---->").repeated(8'500); })});
    add({"60 kB of attributes", "info", 100, bodies(10, [](const auto &, int) -> QByteArray {
             QByteArray text;
             while (text.size() < 60'000) {
                 text += "<a";
                 for (int i = 0; i < 60; ++i)
                     text += " a" + QByteArray::number(i) + "=''";
                 text += "/>";
             }
             return text;
         })});
    add({"60 kB of namespaces", "info", 100, bodies(10, [](const auto &, int) -> QByteArray {
             QByteArray text, end;
             for (int i = 0; text.size() < 60'000 && i < 25; ++i) {
                 text += "<a";
                 for (int j = 0; j < 60; ++j)
                     text += " xmlns:n" + QByteArray::number(i * 100 + j) + "='u'";
                 text += ">";
                 end += "</a>";
             }
             return text + end;
         })});
    add({"another device", "info", 100, [](Peer &peer, const Peer::Asked &asked) {
             return times(100, [&peer, asked](int i) {
                 Peer::Asked other = asked;
                 other.device = channelId(i);
                 other.sn += 50'000;
                 return peer.message(asked.device, response(other, "<Result>OK</Result>"));
             });
         }});
    add({"another SN", "info", 100, [](Peer &peer, const Peer::Asked &asked) {
             return times(100, [&peer, asked](int i) {
                 Peer::Asked other = asked;
                 other.sn += 50'000 + i;
                 return peer.message(asked.device, response(other, "<Result>OK</Result>"));
             });
         }});
    const auto notifies = [](int count, std::function<QByteArray(int)> inside) {
        return [count, inside = std::move(inside)](Peer &peer, const Peer::Asked &asked) {
            return times(count, [&peer, asked, inside](int i) {
                return peer.notify(asked, i + 1, response(asked, inside(i), "Notify"));
            });
        };
    };
    const auto told = [](int i) -> QByteArray {
        return "<SumNum>1</SumNum><DeviceList Num=\"1\"><Item><DeviceID>" + channelId(i)
            + "</DeviceID><Event>ON</Event></Item></DeviceList>";
    };
    add({"subscriptions at once", "subscribe-catalog", 1000, notifies(0, told), 5});
    add({"NOTIFY flood", "subscribe-catalog", 20, notifies(1000, told), 30});
    add({"NOTIFY flood of 60 kB", "subscribe-catalog", 20,
        notifies(100, [first = 0](int) mutable { return filled(300'000'000, first, odd); }), 30});
    add({"NOTIFY flood of no dialog", "info", 20, [](Peer &peer, const Peer::Asked &asked) {
             return times(1000, [&peer, asked](int i) {
                 Peer::Asked other = asked;
                 return QByteArray(peer.notify(other, i + 1, response(asked, {}, "Notify")))
                     .replace("Call-ID: ", "Call-ID: no");
             });
         }});
    return all;
}

/// Goes on with events until it holds, or that time is over.
bool until(int seconds, const std::function<bool()> &holds)
{
    QElapsedTimer since;
    since.start();
    while (!holds() && since.elapsed() < seconds * 1000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    return holds();
}

using App = bench::Timed<QCoreApplication>;

class Bench
{
public:
    Bench(App &app, bool tcp)
        : m_app(app)
        , m_isTcp(tcp)
        , m_session(LiveOptions{}, m_folder.path(), m_folder.filePath(QStringLiteral("live.pcapng")))
    {
        m_pulse.start(20); // so that until() looks again
        m_session.when<AskReport>(&m_session, [this](const AskReport &report) {
            if (report.outcome == AskOutcome::Subscribed)
                return;
            ++m_reports;
            ++m_outcomes[static_cast<int>(report.outcome)];
        });
        m_session.when<AskNotice>(&m_session, [this](const AskNotice &) { ++m_notices; });
        m_session.when<outcome::Listening>(
            &m_session, [this](const outcome::Listening &listening) { m_port = listening.endpoint.port; });
        QObject::connect(&m_session, &Session::batch, [this](const BatchPtr &batch) {
            for (const DeviceSnapshot &one : batch->devices)
                m_devices.insert(one.id);
        });
        m_peerThread.setObjectName(QStringLiteral("peer"));
    }
    ~Bench()
    {
        m_peerThread.quit();
        m_peerThread.wait();
    }

    bool open(int devices)
    {
        ServerConfig config;
        config.address = QHostAddress(QStringLiteral("127.0.0.1"));
        config.port = 0;
        m_session.send(wish::Listen{config});
        if (!until(10, [this] { return m_port != 0; }))
            return false;
        m_peer = new Peer(m_port, m_isTcp);
        m_peer->moveToThread(&m_peerThread);
        QObject::connect(&m_peerThread, &QThread::finished, m_peer, &QObject::deleteLater);
        m_peerThread.start();
        QMetaObject::invokeMethod(m_peer, [this, devices] {
            m_peer->open();
            m_peer->enroll(0, devices);
        });
        return until(60, [this, devices] { return m_devices.size() >= devices; })
            && until(1, [] { return false; }) == false;
    }

    void run(const Attack &attack)
    {
        QMetaObject::invokeMethod(
            m_peer, [this, &attack] { m_peer->begin(attack.script); }, Qt::BlockingQueuedConnection);
        m_reports = 0;
        m_notices = 0;
        m_outcomes.clear();
        m_app.begin();
        QElapsedTimer took;
        took.start();
        const quint64 first = m_id + 1;
        for (int i = 0; i < attack.devices; ++i)
            m_session.send(wish::Ask{{.id = ++m_id,
                .device = QString::fromLatin1(idOf(i)),
                .command = QString::fromLatin1(attack.command)}});
        const bool done = until(attack.seconds, [&] { return m_reports == attack.devices; });
        tell(attack, done ? "" : " (called off)", static_cast<double>(took.elapsed()) / 1000);
        if (done)
            return until(1, [] { return false; }), void();
        QMetaObject::invokeMethod(
            m_peer,
            [this] {
                m_peer->begin([](Peer &, const Peer::Asked &) { return std::optional<Peer::Next>(Peer::Next()); });
            },
            Qt::BlockingQueuedConnection);
        m_app.begin();
        for (quint64 id = first; id <= m_id; ++id)
            m_session.send(wish::StopAsking{id});
        until(10, [&] { return m_reports == attack.devices; });
        tell(attack, ", stopped", 0);
        until(1, [] { return false; });
    }

private:
    void tell(const Attack &attack, const char *how, double seconds)
    {
        const bench::Turns turns = m_app.of("engine");
        QByteArray outcomes;
        for (auto one = m_outcomes.cbegin(); one != m_outcomes.cend(); ++one)
            outcomes += ' ' + QByteArray::number(one.key()) + 'x' + QByteArray::number(one.value());
        std::printf("%s  %-32s %6.2f ms (%s) %6.1f on the clock; %6lld turns, %3lld over 5; %6.0f ms in all, %5.1f s%s;"
                    " outcomes%s, notices %d\n",
            m_isTcp ? "TCP" : "UDP", attack.name, turns.longest, turns.what.constData(), turns.clock,
            static_cast<long long>(turns.count), static_cast<long long>(turns.over5), turns.sum, seconds, how,
            outcomes.constData(), m_notices);
        std::fflush(stdout);
    }

    App &m_app;
    const bool m_isTcp;
    QTemporaryDir m_folder;
    QTimer m_pulse;
    QThread m_peerThread;
    Peer *m_peer = nullptr;
    quint16 m_port = 0;
    quint64 m_id = 0;
    QSet<QString> m_devices;
    QMap<int, int> m_outcomes;
    int m_reports = 0, m_notices = 0;
    LiveSession m_session;
};

} // namespace

int main(int argc, char *argv[])
{
    App app(argc, argv);
    const QByteArray which = argc > 1 ? argv[1] : "", transport = argc > 2 ? argv[2] : "";
    for (const bool tcp : {false, true}) {
        if (!transport.isEmpty() && transport != (tcp ? "tcp" : "udp"))
            continue;
        Bench bench(app, tcp);
        if (!bench.open(1000)) {
            std::printf("the devices did not register\n");
            return 1;
        }
        for (const Attack &attack : attacks()) {
            if (QByteArray(attack.name).contains(which))
                bench.run(attack);
        }
    }
    return 0;
}
