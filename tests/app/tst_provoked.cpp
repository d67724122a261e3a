#include "tests/support/ownnetwork.h"
#include "tests/support/program.h"
#include "tests/support/script.h"

#include <QNetworkDatagram>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// Cameras with the field's faults, over sockets, at a running gbscope-cli: what it says of each, and what it says of
/// their record afterwards.
class tst_Provoked : public QObject
{
    Q_OBJECT
public:
    static inline QByteArray noNetwork; ///< why there is no network of our own

private slots:
    void initTestCase();
    void cameras_data();
    void cameras();
    void aServerThatIsSilent();
    void behindNat();
    void behindABridge();
    void theRecordSaysTheSame();
    void inChinese();
    void aPortThatIsTaken();

private:
    using R = Script::Request;

    /// A camera with an address of its own.
    struct Camera
    {
        explicit Camera(quint16 port, int place, const QHostAddress &from = {})
            : server(port)
            , id("3402000000132" + QByteArray::number(1'000'000 + place))
            , address(from.isNull() ? QHostAddress(0x7f000200U + static_cast<quint32>(place)) : from)
        {
            socket.bind(address, 0);
        }
        /// The first answer.
        QByteArray ask(const QByteArray &octets)
        {
            last = octets;
            socket.writeDatagram(octets, QHostAddress(QHostAddress::LocalHost), server);
            return socket.waitForReadyRead(ServerProcess::patience) ? socket.receiveDatagram().data() : QByteArray();
        }
        R request(R r = {})
        {
            r.user = id;
            r.via = "UDP " + where();
            r.contact = "sip:" + id + '@' + where();
            return r;
        }
        QByteArray where() const
        {
            return address.toString().toLatin1() + ':' + QByteArray::number(socket.localPort());
        }
        /// Up to the answer to the second REGISTER.
        QByteArray login(R r = {}, const QByteArray &password = "12345678", const QByteArray &user = {})
        {
            R request = this->request(r);
            request.user = r.user == Script::id ? id : r.user;
            const QByteArray challenge = ask(texts.text(request));
            request.cseq += 1;
            request.more += Site::authorization(
                user.isEmpty() ? request.user : user, Site::nonceOf(challenge), password);
            return ask(texts.text(request));
        }
        QByteArray beat(int sn = 1)
        {
            R r = texts.beatRequest(sn, "OK", id);
            r.user = id;
            r.via = "UDP " + where();
            r.branch = "z9hG4bK" + QByteArray::number(++branches) + "b" + QByteArray::number(socket.localPort());
            r.callId = r.branch + "@b";
            return ask(texts.text(r));
        }
        quint16 server;
        QByteArray id;
        QHostAddress address;
        QUdpSocket socket;
        Script texts;
        QByteArray last;
        static inline int branches = 0;
    };

    QTemporaryDir m_folder;
    QString m_file;
    ServerProcess m_server;
    int m_place = 0;
    QSet<QString> m_rules;
};

void tst_Provoked::initTestCase()
{
    m_file = m_folder.filePath(QStringLiteral("faults.pcapng"));
    QFile passwords(m_folder.filePath(QStringLiteral("passwords.txt")));
    QVERIFY(passwords.open(QIODevice::WriteOnly));
    passwords.write("wvp_sip\nadmin123\n");
    passwords.close();
    QVERIFY(m_server.start({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--password"),
        QStringLiteral("12345678"), QStringLiteral("--session"), m_file, QStringLiteral("--candidates"),
        passwords.fileName(), QStringLiteral("--heartbeat-interval"), QStringLiteral("1"),
        QStringLiteral("--timeout-count"), QStringLiteral("1")}));
}

void tst_Provoked::cameras_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *rule, const char *title) {
        QTest::newRow(qPrintable(QString::fromLatin1(rule) + u' ' + QLatin1String(title)))
            << QString::fromLatin1(rule) << QString::fromLatin1(title);
    };
    row("D04", "The 401 does not reach it");
    row("D04", "It ignores the 401");
    row("D08", "wrong password: the device uses password 2 of the list");
    row("D09", "The user name");
    row("D13", "Wrong SIP server ID");
    row("D13", "It registers to itself");
    row("D14", "Wrong SIP domain");
    row("D15", "The device ID 6.101130049e+19");
    row("D16", "The server's ID");
    row("D17", "Two devices have this ID");
    row("D18", "Its REGISTER says no Expires");
    row("D20", "It wanted to unregister");
    row("D21", "Registers 5 or more times a minute");
    row("D22", "It was accepted and registers again at once");
    row("D22", "The 200 does not reach it");
    row("D24", "It now sends from");
    row("D26", "Via says TCP");
    row("D30", "Registered, but no heartbeat");
    row("D31", "Beats every 0.0 s, expected every 1 s");
    row("D32", "It had to repeat a heartbeat");
    row("D33", "Its heartbeats are refused: 403");
    row("D35", "On and off 3 times in ten minutes");
    row("D36", "The device reports a fault: Status ERROR");
    row("D37", "Its clock is off by");
}

void tst_Provoked::cameras()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, title);
    Camera camera(m_server.port, ++m_place);
    QString device = QString::fromLatin1(camera.id);
    const auto stateIs = [&](QStringView state) {
        return !m_server
                    .waitFor([&](const QJsonObject &e) {
                        return is(e, u"event", u"device") && is(e, u"id", device) && is(e, u"state", state);
                    })
                    .isEmpty();
    };
    const auto name = [&](const char *text) { return title.startsWith(QLatin1String(text)); };
    Camera other(m_server.port, 100 + m_place); // where there are two
    if (name("The 401")) {
        camera.ask(camera.texts.text(camera.request()));
        camera.ask(camera.last);
        camera.ask(camera.last);
    } else if (name("It ignores")) {
        camera.ask(camera.texts.text(camera.request({.callId = "1"})));
        camera.ask(camera.texts.text(camera.request({.callId = "2"})));
    } else if (name("wrong password")) {
        camera.login({}, "admin123");
    } else if (name("The user name")) {
        camera.login({}, "12345678", "admin");
    } else if (name("Wrong SIP server")) {
        camera.login({.uri = "sip:34020000002000000009@3402000000"});
    } else if (name("It registers to itself")) {
        camera.ask(camera.texts.text(camera.request({.uri = "sip:" + camera.id + "@3402000000"})));
    } else if (name("Wrong SIP domain")) {
        camera.login({.host = "4401000000"});
    } else if (name("The device ID")) {
        device = QStringLiteral("6.101130049e+19");
        camera.login({.user = device.toLatin1()});
    } else if (name("The server's")) {
        device = QString::fromLatin1(Script::serverId);
        camera.login({.user = Script::serverId});
    } else if (name("Two devices")) {
        other.id = camera.id;
        camera.login();
        other.login({.callId = "b"});
        camera.login({.callId = "c"});
        other.login({.callId = "d"}); // one that comes back is one that had moved
    } else if (name("Its REGISTER says")) {
        camera.login({.more = {}});
    } else if (name("It wanted to unregister")) {
        camera.login();
        const QByteArray challenge = camera.ask(
            camera.texts.text(camera.request({.cseq = 3, .more = "Expires: 0\r\n"})));
        camera.ask(camera.texts.text(camera.request({.cseq = 4,
            .more = "Expires: 3600\r\n" + Site::authorization(camera.id, Site::nonceOf(challenge), "12345678")})));
    } else if (name("Registers 5")) {
        for (int i = 0; i < 5; ++i)
            camera.ask(camera.texts.text(camera.request({.callId = QByteArray::number(i)})));
    } else if (name("It was accepted")) {
        for (int i = 0; i < 4; ++i)
            camera.login({.callId = QByteArray::number(i)});
    } else if (name("The 200")) {
        camera.login();
        camera.ask(camera.last);
        camera.ask(camera.last);
    } else if (name("It now sends")) {
        camera.login();
        camera.beat();
        other.id = camera.id; // the same address, another port
        other.socket.abort();
        other.socket.bind(camera.address, 0);
        other.address = camera.address;
        other.beat(2);
    } else if (name("Via says")) {
        R r = camera.request();
        r.via.replace("UDP", "TCP");
        camera.ask(camera.texts.text(r));
    } else if (name("Registered, but")) {
        camera.login();
    } else if (name("Beats every")) {
        camera.login();
        for (int i = 0; i < 5; ++i)
            camera.beat(i);
    } else if (name("It had to repeat")) {
        camera.login();
        camera.beat();
        QVERIFY(stateIs(u"offline")); // a copy within 5 ms would be the network's
        camera.ask(camera.last);
    } else if (name("Its heartbeats")) {
        camera.beat();
    } else if (name("On and off")) {
        for (int i = 0; i < 2; ++i) {
            camera.login({.callId = QByteArray::number(i)});
            camera.beat(i);
            QVERIFY(stateIs(u"offline"));
        }
    } else if (name("The device reports")) {
        camera.login();
        R r = camera.texts.beatRequest(1, "ERROR", camera.id);
        r.user = camera.id;
        r.via = "UDP " + camera.where();
        camera.ask(camera.texts.text(r));
    } else if (name("Its clock")) {
        camera.login({.more = "Expires: 3600\r\nDate: 2020-01-01T08:00:00.000\r\n"});
    }
    const auto fits = [&](const QJsonObject &e) {
        return is(e, u"event", u"finding") && is(e, u"rule", rule) && is(e, u"device", device)
            && e[u"title"].toString().startsWith(title) && !e[u"over"].toBool();
    };
    const auto before = std::find_if(m_server.events.begin(), m_server.events.end(), fits);
    const QJsonObject finding = before != m_server.events.end() ? *before : m_server.waitFor(fits);
    QVERIFY(!finding.isEmpty());
    QVERIFY(!finding[u"cause"].toString().isEmpty() && !finding[u"advice"].toString().isEmpty());
    QVERIFY(QStringList({QStringLiteral("error"), QStringLiteral("warning"), QStringLiteral("info")})
                .contains(finding[u"severity"].toString()));
    m_rules.insert(rule);
}

/// D38: one camera notices that nobody answers, another one does not, and a third one is answered. Each of the second
/// one's heartbeats waits until it is called offline, a second later.
void tst_Provoked::aServerThatIsSilent()
{
    Camera careful(m_server.port, ++m_place), careless(m_server.port, ++m_place), other(m_server.port, ++m_place);
    const auto of = [](const Camera &camera) { return QString::fromLatin1(camera.id); };
    const auto event = [&](QStringView name, const Camera &camera) {
        return m_server.waitFor(
            [&](const QJsonObject &e) { return is(e, u"event", name) && is(e, u"device", of(camera)); });
    };
    for (Camera *one : {&careful, &careless, &other}) {
        QVERIFY(one->login().startsWith("SIP/2.0 200"));
        QVERIFY(one->beat().startsWith("SIP/2.0 200"));
    }
    m_server.command("silence on 3601");
    QVERIFY(!m_server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"error"); }).isEmpty());
    m_server.command("silence on 300 " + careful.id + ' ' + careless.id);
    const QJsonObject began = m_server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"silence"); });
    QVERIFY(began[u"on"].toBool());
    QCOMPARE(began[u"devices"].toArray().size(), 2);
    QVERIFY(other.beat(2).startsWith("SIP/2.0 200"));
    const auto unheard = [](Camera &camera, const R &r) {
        camera.socket.writeDatagram(camera.texts.text(r), QHostAddress(QHostAddress::LocalHost), camera.server);
    };
    const auto beat = [](Camera &camera, int sn) {
        R r = camera.texts.beatRequest(sn, "OK", camera.id);
        r.user = camera.id;
        r.via = "UDP " + camera.where();
        r.branch = "z9hG4bK" + QByteArray::number(++Camera::branches) + "q"
            + QByteArray::number(camera.socket.localPort());
        return r;
    };
    unheard(careful, beat(careful, 2));
    unheard(careful, careful.request({.callId = "anew"}));
    const QJsonObject noticed = event(u"silence_result", careful);
    QVERIFY(noticed[u"reregistered"].toBool());
    QCOMPARE(noticed[u"unanswered"].toInt(), 1);
    const auto finding = [&](const QJsonObject &e) {
        return is(e, u"event", u"finding") && is(e, u"rule", u"D38") && is(e, u"device", of(careless));
    };
    for (int sn = 2; sn < 60 && m_server.count(finding) == 0; ++sn) {
        unheard(careless, beat(careless, sn));
        QVERIFY(!m_server
                     .waitFor([&](const QJsonObject &e) {
                         return is(e, u"event", u"device") && is(e, u"id", of(careless)) && is(e, u"state", u"offline");
                     })
                     .isEmpty());
    }
    QCOMPARE(m_server.count(finding), 1);
    const auto result = std::find_if(m_server.events.begin(), m_server.events.end(),
        [&](const QJsonObject &e) { return is(e, u"event", u"silence_result") && is(e, u"device", of(careless)); });
    const QJsonObject missed = result != m_server.events.end() ? *result : event(u"silence_result", careless);
    QVERIFY(!missed[u"reregistered"].toBool());
    QVERIFY(missed[u"unanswered"].toInt() > 10);
    QVERIFY(missed[u"after"].toDouble() >= 33); // 1 s and timer F
    QVERIFY(!careful.socket.hasPendingDatagrams() && !careless.socket.hasPendingDatagrams());
    m_server.command("silence off");
    QVERIFY(!m_server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"silence") && !e[u"on"].toBool(); })
                 .isEmpty());
    for (Camera *one : {&careful, &careless}) {
        QVERIFY(one->login({.callId = "back"}).startsWith("SIP/2.0 200"));
        QVERIFY(!event(u"silence_back", *one).isEmpty());
    }
    for (const Camera *one : {&careful, &careless}) // of neither anything else
        QCOMPARE(m_server.count([&](const QJsonObject &e) {
            return is(e, u"event", u"finding") && is(e, u"device", of(*one)) && !is(e, u"rule", u"D38")
                && !is(e, u"rule", u"D31");
        }),
            0);
    m_rules.insert(QStringLiteral("D38"));
    m_server.command("silence on 1"); // who forgets it need not end it
    QCOMPARE(m_server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"silence"); })[u"devices"].toString(),
        QStringLiteral("all"));
    QVERIFY(!m_server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"silence"); })[u"on"].toBool());
    QVERIFY(other.beat(3).startsWith("SIP/2.0 200"));
}

/// D23 wants an address of the public, which loopback has in a network of our own.
void tst_Provoked::behindNat()
{
    if (!noNetwork.isEmpty())
        QSKIP(noNetwork.constData());
    QVERIFY(runs(QStringLiteral("ip"),
        {QStringLiteral("address"), QStringLiteral("add"), QStringLiteral("203.0.113.9/32"), QStringLiteral("dev"),
            QStringLiteral("lo")}));
    Camera camera(m_server.port, ++m_place, QHostAddress(QStringLiteral("203.0.113.9")));
    R r = camera.request();
    r.contact = "sip:" + camera.id + "@192.168.1.64:5060";
    QVERIFY(camera.ask(camera.texts.text(r)).startsWith("SIP/2.0 401"));
    const QJsonObject finding = m_server.waitFor(
        [](const QJsonObject &e) { return is(e, u"event", u"finding") && is(e, u"rule", u"D23"); });
    QVERIFY(finding[u"title"].toString().contains(u"203.0.113.9"));
}

/// D25: a container's bridge hides who sends.
void tst_Provoked::behindABridge()
{
    if (!noNetwork.isEmpty())
        QSKIP(noNetwork.constData());
    QVERIFY(runs(QStringLiteral("ip"),
        {QStringLiteral("address"), QStringLiteral("add"), QStringLiteral("172.17.0.1/32"), QStringLiteral("dev"),
            QStringLiteral("lo")}));
    for (int i = 0; i < 5; ++i) {
        Camera camera(m_server.port, ++m_place, QHostAddress(QStringLiteral("172.17.0.1")));
        R r = camera.request();
        r.contact = "sip:" + camera.id + "@192.168.1." + QByteArray::number(60 + i) + ":5060";
        QVERIFY(camera.ask(camera.texts.text(r)).startsWith("SIP/2.0 401"));
    }
    QVERIFY(
        !m_server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"finding") && is(e, u"rule", u"D25"); })
             .isEmpty());
}

/// Where the file is read the platform is somebody else, whose ID and domain are not known.
void tst_Provoked::theRecordSaysTheSame()
{
    const QJsonObject summary = m_server.quit();
    QVERIFY(summary[u"messages"].toInt() > 50);
    const Run run = test::run(QStringLiteral(GBSCOPE_CLI),
        {QStringLiteral("analyze"), m_file, QStringLiteral("--heartbeat-interval"), QStringLiteral("1"),
            QStringLiteral("--timeout-count"), QStringLiteral("1")});
    QCOMPARE(run.status, 0);
    QSet<QString> found;
    for (const QJsonValue &one : run.json()[u"findings"].toArray()) {
        found.insert(one[u"rule"].toString());
        for (const QJsonValue &number : one[u"messages"].toArray())
            QVERIFY(number.toInt() >= 1 && number.toInt() <= summary[u"messages"].toInt());
    }
    QFile record(m_file);
    QVERIFY(record.open(QIODevice::ReadOnly));
    const QByteArray octets = record.readAll();
    QVERIFY(octets.contains("gbscope is silent on purpose from here on: no answer to 3402000000132")
        && octets.contains("gbscope answers again from here on."));
    const QSet<QString> missing = QSet<QString>(m_rules).subtract(found);
    QVERIFY2(missing.isEmpty(), qPrintable(QStringList(missing.values()).join(u' ')));
}

void tst_Provoked::inChinese()
{
    const Run run = test::run(QStringLiteral(GBSCOPE_CLI),
        {QStringLiteral("analyze"), m_file, QStringLiteral("--language"), QStringLiteral("zh_CN")});
    QCOMPARE(run.status, 0);
    const QJsonArray findings = run.json()[u"findings"].toArray();
    QVERIFY(findings.size() > 20);
    static const QRegularExpression chinese(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
    for (const QJsonValue &one : findings) {
        for (const char16_t *key : {u"title", u"cause", u"advice", u"culprit"})
            QVERIFY2(one[QStringView(key)].toString().contains(chinese), qPrintable(one[QStringView(key)].toString()));
    }
}

void tst_Provoked::aPortThatIsTaken()
{
    QUdpSocket taken;
    QVERIFY(taken.bind(QHostAddress(QHostAddress::LocalHost), 0));
    const Run run = test::run(QStringLiteral(GBSCOPE_CLI),
        {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(taken.localPort())});
    QCOMPARE(run.status, 3);
    const QJsonObject finding = QJsonDocument::fromJson(run.out.split('\n').value(0)).object();
    QCOMPARE(finding[u"rule"].toString(), QStringLiteral("D02"));
    QVERIFY(finding[u"title"].toString().contains(QString::number(taken.localPort())));
#ifdef Q_OS_LINUX
    QVERIFY2(finding[u"cause"].toString().contains(QStringLiteral("(pid %1)").arg(QCoreApplication::applicationPid())),
        qPrintable(finding[u"cause"].toString()));
#endif
}

int main(int argc, char *argv[])
{
    tst_Provoked::noNetwork = enterOwnNetwork(); // ahead of the first thread
    QCoreApplication app(argc, argv);
    tst_Provoked test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_provoked.moc"
