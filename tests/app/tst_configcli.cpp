#include "core/devices/registrationreason.h"
#include "core/simulator/virtualdevice.h"
#include "tests/support/serverprocess.h"
#include "tests/support/site.h"

#include <QThread>
#include <QUdpSocket>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// A camera in a thread of its own: the test waits for the program without an event loop.
class Camera
{
public:
    Camera(const ServerProcess &server, Behaviour behaviour, std::chrono::milliseconds interval)
    {
        m_thread.start();
        m_context.moveToThread(&m_thread);
        const VirtualDeviceConfig config{.id = QStringLiteral("34020000001320000001"),
            .address = QHostAddress(QHostAddress::LocalHost),
            .server = {QHostAddress(QHostAddress::LocalHost), server.port},
            .serverId = QStringLiteral("34020000002000000001"),
            .domain = QStringLiteral("3402000000"),
            .password = {},
            .userAgent = QStringLiteral("IP Camera"),
            .interval = interval,
            .behaviour = behaviour};
        QMetaObject::invokeMethod(&m_context, [this, config] {
            m_device = new VirtualDevice(config);
            m_device->start();
        });
    }
    ~Camera()
    {
        QMetaObject::invokeMethod(
            &m_context, [this] { delete m_device; }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

private:
    QThread m_thread;
    QObject m_context;
    VirtualDevice *m_device = nullptr; ///< lives and dies in the thread
};

/// The heartbeat setting on both ends, and challenges in other forms, with the program as its users run it and devices
/// on loopback.
class tst_ConfigCli : public QObject
{
    Q_OBJECT
private slots:
    void bothEndsAlike();
    void oursAreSetAndFollowed();
    void saidOkAndNotObeyed();
    void expirationIsSetAndFollowed();
    void expirationsThatCannotBe();
    void sippAnswers_data();
    void sippAnswers();
    void anotherFormOfTheChallenge();

private:
    static bool start(ServerProcess &server, const QStringList &more)
    {
        return server.start(QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--timeout-count"), QStringLiteral("3")}
            + more);
    }
    static QJsonObject next(ServerProcess &server, const QString &event)
    {
        return server.waitFor([&event](const QJsonObject &e) { return is(e, u"event", event); });
    }
};

void tst_ConfigCli::bothEndsAlike()
{
    ServerProcess server;
    QVERIFY(
        start(server, {QStringLiteral("--heartbeat-interval"), QStringLiteral("60"), QStringLiteral("--push-config")}));
    const Camera camera(server, Behaviour::Healthy, 60s);
    const QJsonObject config = next(server, QStringLiteral("config"));
    QCOMPARE(config[u"device"].toString(), QStringLiteral("34020000001320000001"));
    QCOMPARE(config[u"interval"].toInt(), 60);
    QCOMPARE(config[u"count"].toInt(), 3);
    QCOMPARE(config[u"expiration"].toInt(), 3600);
    QCOMPARE(config[u"ours"].toObject()[u"interval"].toInt(), 60);
    QCOMPARE(config[u"ours"].toObject()[u"count"].toInt(), 3);
    QVERIFY(config[u"match"].toBool());
    QVERIFY(!config.contains(u"error"));
    server.quit();
    QCOMPARE(server.count([](const QJsonObject &e) { return is(e, u"event", u"config"); }), 1); // nothing was to be set
}

void tst_ConfigCli::oursAreSetAndFollowed()
{
    ServerProcess server;
    QVERIFY(
        start(server, {QStringLiteral("--heartbeat-interval"), QStringLiteral("1"), QStringLiteral("--push-config")}));
    const Camera camera(server, Behaviour::Healthy, 2s);
    const QJsonObject before = next(server, QStringLiteral("config"));
    QCOMPARE(before[u"interval"].toInt(), 2);
    QVERIFY(!before[u"match"].toBool(true));
    QVERIFY(!before[u"pushed"].toBool());
    const QJsonObject after = next(server, QStringLiteral("config"));
    QVERIFY2(after[u"match"].toBool() && after[u"pushed"].toBool() && !after.contains(u"error"),
        QJsonDocument(after).toJson().constData());
    const QJsonObject measured = next(server, QStringLiteral("config_measured"));
    QCOMPARE(measured[u"wanted_s"].toInt(), 1);
    QCOMPARE(measured[u"beats"].toInt(), 4);
    QVERIFY2(measured[u"follows"].toBool(), QJsonDocument(measured).toJson().constData());
    server.quit();
}

void tst_ConfigCli::saidOkAndNotObeyed()
{
    ServerProcess server;
    QVERIFY(
        start(server, {QStringLiteral("--heartbeat-interval"), QStringLiteral("7"), QStringLiteral("--push-config")}));
    const Camera camera(server, Behaviour::Stubborn, 1s);
    QVERIFY(!next(server, QStringLiteral("config"))[u"match"].toBool(true));
    const QJsonObject after = next(server, QStringLiteral("config"));
    QVERIFY(after[u"pushed"].toBool() && !after[u"match"].toBool(true));
    QCOMPARE(after[u"error"].toString(), QStringLiteral("it said OK, but still tells 1 s \u00d7 3"));
    const QJsonObject measured = next(server, QStringLiteral("config_measured"));
    QVERIFY(!measured[u"follows"].toBool(true));
    server.quit();
    QCOMPARE(server.count([](const QJsonObject &e) { return is(e, u"event", u"config"); }), 2); // it is not asked for
                                                                                                // ever
}

void tst_ConfigCli::expirationIsSetAndFollowed()
{
    ServerProcess server;
    QVERIFY(start(server,
        {QStringLiteral("--heartbeat-interval"), QStringLiteral("60"), QStringLiteral("--push-config"),
            QStringLiteral("--push-expiration"), QStringLiteral("7200")}));
    const Camera camera(server, Behaviour::Healthy, 60s);
    QCOMPARE(next(server, QStringLiteral("config"))[u"expiration"].toInt(), 3600); // all else is alike
    const QJsonObject after = next(server, QStringLiteral("config"));
    QVERIFY2(after[u"match"].toBool() && after[u"pushed"].toBool() && after[u"expiration"].toInt() == 7200
            && after[u"ours"].toObject()[u"expiration"].toInt() == 7200,
        QJsonDocument(after).toJson().constData());
    const auto measured = [](const QJsonObject &e) { return is(e, u"event", u"expires_measured"); };
    QJsonObject told;
    for (const QJsonObject &event : std::as_const(server.events)) // it may have come ahead of the report
        told = measured(event) ? event : told;
    if (told.isEmpty())
        told = server.waitFor(measured);
    QVERIFY2(told[u"follows"].toBool() && told[u"expires_s"].toInt() == 7200 && told[u"wanted_s"].toInt() == 7200,
        QJsonDocument(told).toJson().constData());
    server.quit();
    QCOMPARE(server.count(measured), 1);
}

void tst_ConfigCli::expirationsThatCannotBe()
{
    const auto refused = [](const QStringList &arguments) {
        QProcess process;
        process.start(QStringLiteral(GBSCOPE_CLI),
            QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}
                + arguments);
        process.waitForFinished();
        return process.exitCode() == 2 ? QString::fromUtf8(process.readAllStandardError()).section(u'\n', 0, 0)
                                       : QString();
    };
    const QString option = QStringLiteral("--push-expiration");
    QVERIFY(refused({option, QStringLiteral("7200")}).contains(QStringLiteral("goes with --push-config")));
    for (const char *seconds : {"59", "604801", "-1", "1h", ""})
        QVERIFY2(refused({QStringLiteral("--push-config"), option, QString::fromLatin1(seconds)})
                     .contains(QStringLiteral("60 to 604800")),
            seconds);
}

void tst_ConfigCli::sippAnswers_data()
{
    QTest::addColumn<QString>("transport");
    QTest::newRow("UDP") << QStringLiteral("u1");
    QTest::newRow("TCP") << QStringLiteral("t1");
}

void tst_ConfigCli::sippAnswers()
{
    QFETCH(const QString, transport);
    ServerProcess server;
    QVERIFY(
        start(server, {QStringLiteral("--heartbeat-interval"), QStringLiteral("30"), QStringLiteral("--read-config")}));
    QProcess sipp;
    sipp.setProcessChannelMode(QProcess::MergedChannels);
    sipp.start(QStringLiteral("sipp"),
        {QStringLiteral("127.0.0.1:%1").arg(server.port), QStringLiteral("-sf"),
            QStringLiteral(GBSCOPE_TEST_DATA "/sipp/register_and_stay.xml"), QStringLiteral("-oocsf"),
            QStringLiteral(GBSCOPE_TEST_DATA "/sipp/config_answer.xml"), QStringLiteral("-i"),
            QStringLiteral("127.0.0.1"), QStringLiteral("-m"), QStringLiteral("1"), QStringLiteral("-t"), transport,
            QStringLiteral("-nostdin")});
    const QJsonObject config = next(server, QStringLiteral("config"));
    QVERIFY2(config[u"interval"].toInt() == 60 && config[u"count"].toInt() == 3 && !config[u"match"].toBool(true),
        QJsonDocument(config).toJson().constData());
    server.quit();
    sipp.kill();
    sipp.waitForFinished();
}

/// A device that drops challenges with an algorithm registers at its fifth try.
void tst_ConfigCli::anotherFormOfTheChallenge()
{
    ServerProcess server;
    QVERIFY(start(server, {QStringLiteral("--password"), QStringLiteral("12345678")}));
    QUdpSocket socket;
    QVERIFY(socket.bind(QHostAddress::LocalHost, 0));
    const auto ask = [&](const QByteArray &octets) {
        socket.writeDatagram(octets, QHostAddress::LocalHost, server.port);
        QByteArray answer(65536, Qt::Uninitialized);
        if (!socket.waitForReadyRead(ServerProcess::patience))
            return QByteArray();
        answer.resize(socket.readDatagram(answer.data(), answer.size()));
        return answer;
    };
    Site text; // writes a camera's messages
    QByteArray challenge;
    int tries = 0;
    do {
        challenge = ask(text.registerText({.callId = QByteArray::number(++tries)}));
        QVERIFY(challenge.startsWith("SIP/2.0 401") && tries < 10);
    } while (challenge.contains("algorithm"));
    QCOMPARE(tries, 5);
    const QByteArray credentials = Site::authorization("34020000001320000001", Site::nonceOf(challenge), "12345678")
                                       .replace(",algorithm=MD5", "");
    QVERIFY(ask(text.registerText({.callId = QByteArray::number(tries), .cseq = 2, .extra = credentials}))
                .startsWith("SIP/2.0 200"));
    server.quit();
    QStringList reasons;
    for (const QJsonObject &event : server.events) {
        if (is(event, u"event", u"device"))
            reasons << event[u"reason"].toString();
    }
    QCOMPARE(reasons,
        (QStringList{QStringLiteral("has sent a REGISTER"),
            QStringLiteral("ignores the 401: trying form 2 of 4 (MD5 with qop)"),
            QStringLiteral("ignores the 401: trying form 3 of 4 (without algorithm)"),
            QStringLiteral("registered with another form of the 401: without algorithm")}));
}

QTEST_GUILESS_MAIN(tst_ConfigCli)
#include "tst_configcli.moc"
