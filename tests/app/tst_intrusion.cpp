#include "tests/support/serverprocess.h"
#include "tests/support/site.h"

#include <QTcpSocket>
#include <QUdpSocket>
#include <QtTest>

#include <memory>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace gb::test;

/// The program from outside while somebody wants to shut out others: from 127.0.0.1 and its like, over real sockets.
class tst_Intrusion : public QObject
{
    Q_OBJECT
private slots:
    void connectionsThatSayNothing();
    void connectionsThatOnlySpeakOnce();
    void registrationsWithoutAPassword();
    void guessedIds();

private:
    /// As many sockets as this process may have, `wanted` at most.
    static int socketsAllowed(int wanted);
    Site m_texts; ///< for its wording of messages
};

static const QHostAddress intruder(QStringLiteral("127.0.0.1")), honest(QStringLiteral("127.0.0.2"));

static int statusOf(const QByteArray &answer)
{
    return answer.mid(8, 3).toInt();
}

static QStringList listening(const QString &password = {})
{
    QStringList arguments{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
    if (!password.isEmpty())
        arguments << QStringLiteral("--password") << password;
    return arguments;
}

static bool isFinding(const QJsonObject &event, QStringView rule)
{
    const QByteArray text = QJsonDocument(event).toJson(), quoted = '"' + rule.toLatin1() + '"';
    return is(event, u"event", u"finding") && text.contains(quoted) && text.contains("127.0.0.1");
}

int tst_Intrusion::socketsAllowed(int wanted)
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, static_cast<rlim_t>(wanted) + 200);
    setrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<int>(std::min<rlim_t>(limit.rlim_cur - 200, static_cast<rlim_t>(wanted)));
#else
    return wanted;
#endif
}

/// One device over TCP that registers and beats.
class TcpDevice
{
public:
    explicit TcpDevice(const QHostAddress &address) { m_socket.bind(address); }

    bool connectTo(quint16 port)
    {
        m_socket.connectToHost(intruder, port);
        return m_socket.waitForConnected(ServerProcess::patience);
    }
    int send(const QByteArray &request)
    {
        m_socket.write(request);
        m_answer.clear();
        while (!m_answer.endsWith("\r\n\r\n")) {
            if (!m_socket.waitForReadyRead(ServerProcess::patience))
                return 0;
            m_answer += m_socket.readAll();
        }
        return statusOf(m_answer);
    }
    int login(Site &texts, const QByteArray &id)
    {
        Site::Register r{.id = id, .callId = "tcp" + id};
        if (send(texts.registerText(r).replace("/UDP ", "/TCP ")) != 401)
            return 0;
        r.cseq = 2;
        r.extra = Site::authorization(id, Site::nonceOf(m_answer), "12345678");
        return send(texts.registerText(r).replace("/UDP ", "/TCP "));
    }
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_answer;
};

void tst_Intrusion::connectionsThatSayNothing()
{
    const int count = socketsAllowed(4200);
    ServerProcess server;
    QVERIFY(server.start(listening(QStringLiteral("12345678"))));
    TcpDevice early(honest);
    QVERIFY(early.connectTo(server.port));
    QCOMPARE(early.login(m_texts, "34020000001320000001"), 200);
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < count; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(intruder, server.port);
        QVERIFY(silent.back()->waitForConnected(ServerProcess::patience));
    }
    TcpDevice late(honest);
    QVERIFY(late.connectTo(server.port));
    QCOMPARE(late.login(m_texts, "34020000001320000002"), 200);
    QCOMPARE(early.send(m_texts.keepalive("34020000001320000001").replace("/UDP ", "/TCP ")), 200);
    QVERIFY(!server.waitFor([](const QJsonObject &e) { return isFinding(e, u"G10"); }).isEmpty());
    QVERIFY(server.quit()[u"closed_connections"].toInteger() > 0);
}

void tst_Intrusion::connectionsThatOnlySpeakOnce()
{
    const int count = socketsAllowed(4200);
    if (count < 4200)
        QSKIP("this system does not let a process have so many sockets");
    ServerProcess server;
    QVERIFY(server.start(listening(QStringLiteral("12345678"))));
    std::vector<std::unique_ptr<QTcpSocket>> once;
    for (int i = 0; i < count; ++i) {
        once.push_back(std::make_unique<QTcpSocket>());
        once.back()->connectToHost(intruder, server.port);
        QVERIFY(once.back()->waitForConnected(ServerProcess::patience));
        once.back()->write("OPTIONS sip:a@b SIP/2.0\r\nContent-Length: 0\r\n\r\n");
        once.back()->flush();
    }
    TcpDevice device(honest);
    QVERIFY(device.connectTo(server.port));
    QCOMPARE(device.login(m_texts, "34020000001320000001"), 200);
    server.quit();
}

void tst_Intrusion::registrationsWithoutAPassword()
{
    ServerProcess server;
    QVERIFY(server.start(listening()));
    QUdpSocket spoofer, device;
    QVERIFY(spoofer.bind(intruder, 0) && device.bind(honest, 0));
    int answered = 0;
    const auto readAll = [&](int wanted) {
        while (answered < wanted && (spoofer.hasPendingDatagrams() || spoofer.waitForReadyRead(1000))) {
            spoofer.readDatagram(nullptr, 0);
            ++answered;
        }
    };
    constexpr int flood = 10'500, burst = 50;
    for (int i = 0; i < flood; ++i) {
        const QByteArray id = "3402000000132" + QByteArray::number(1'000'000 + i);
        spoofer.writeDatagram(m_texts.registerText({.id = id, .callId = id}), intruder, server.port);
        if (i % burst == burst - 1)
            readAll(i + 1);
    }
    QVERIFY2(answered >= 10'000, qPrintable(QString::number(answered))); // of the others the system lost some
    device.writeDatagram(m_texts.registerText({.callId = "honest"}), intruder, server.port);
    QVERIFY(device.waitForReadyRead(ServerProcess::patience));
    QByteArray answer(65536, Qt::Uninitialized);
    answer.resize(device.readDatagram(answer.data(), answer.size()));
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(!server.waitFor([](const QJsonObject &e) { return isFinding(e, u"G09"); }).isEmpty());
    server.quit();
}

void tst_Intrusion::guessedIds()
{
    ServerProcess server;
    QVERIFY(server.start(listening(QStringLiteral("12345678"))));
    QUdpSocket guesser, device;
    QVERIFY(guesser.bind(intruder, 0) && device.bind(honest, 0));
    const auto receive = [](QUdpSocket &socket) {
        QByteArray answer(65536, Qt::Uninitialized);
        if (!socket.hasPendingDatagrams() && !socket.waitForReadyRead(ServerProcess::patience))
            return QByteArray();
        answer.resize(socket.readDatagram(answer.data(), answer.size()));
        return answer;
    };
    int challenges = 0;
    for (int i = 0; i < 600; ++i) {
        const QByteArray id = "3402000000132" + QByteArray::number(1'000'000 + i);
        guesser.writeDatagram(m_texts.registerText({.id = id, .callId = id}), intruder, server.port);
        if (i % 20 != 19)
            continue;
        // Read in order: what came ahead of this is decided upon when it is answered
        device.writeDatagram(
            m_texts.registerText({.callId = "honest" + id}).replace("REGISTER", "OPTIONS"), intruder, server.port);
        QCOMPARE(statusOf(receive(device)), 200);
        for (; guesser.hasPendingDatagrams(); ++challenges)
            QCOMPARE(statusOf(receive(guesser)), 401);
    }
    QVERIFY2(challenges >= 50 && challenges < 400, qPrintable(QString::number(challenges)));
    // Who knows the password is let in, at the same time
    device.writeDatagram(m_texts.registerText({.callId = "in"}), intruder, server.port);
    const QByteArray nonce = Site::nonceOf(receive(device));
    device.writeDatagram(
        m_texts.registerText(
            {.callId = "in", .cseq = 2, .extra = Site::authorization("34020000001320000001", nonce, "12345678")}),
        intruder, server.port);
    QCOMPARE(statusOf(receive(device)), 200);
    server.quit();
}

QTEST_GUILESS_MAIN(tst_Intrusion)
#include "tst_intrusion.moc"
