#include "core/capture/pcapreader.h"
#include "core/flow/tracer.h"
#include "tests/support/corpus.h"
#include "tests/support/serverprocess.h"

#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <QtTest>

#include <memory>

using namespace gb;
using namespace gb::test;

/// Every file of the corpora over real sockets, against the program as its users run it.
class tst_Hostile : public QObject
{
    Q_OBJECT
private slots:
    void overUdp_data();
    void overUdp();
    void overTcp();
    void nothingGoesElsewhere_data();
    void nothingGoesElsewhere();
    void anInviteOpensNoPort();
};

static int statusOf(const QByteArray &answer)
{
    return answer.mid(8, 3).toInt();
}

/// The octets that came in, by way and source, in order.
using Record = QHash<QString, QByteArrayList>;

static QString placeOf(TransportKind way, const Endpoint &source)
{
    return (way == TransportKind::Udp ? QStringLiteral("UDP ") : QStringLiteral("TCP ")) + source.text();
}

/// A server with a session file, and somebody who behaves.
class Target
{
public:
    bool start(const QString &password, const QString &file)
    {
        session = file;
        m_password = password;
        QStringList arguments{
            QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--session"), file};
        if (!password.isEmpty())
            arguments << QStringLiteral("--password") << password;
        return process.start(arguments) && m_good.bind(QHostAddress::LocalHost, 0);
    }

    /// The next good request gets its answer. What was sent ahead of it is decided upon by then: the server reads in
    /// order.
    bool serves()
    {
        m_good.writeDatagram(
            texts.registerText(
                {.id = "34020000001320000002", .callId = "good" + QByteArray::number(++m_requests), .expires = 60}),
            QHostAddress::LocalHost, process.port);
        const QByteArray answer = receive(m_good, ServerProcess::patience);
        return statusOf(answer) == (m_password.isEmpty() ? 200 : 401);
    }

    static QByteArray receive(QUdpSocket &socket, int patience)
    {
        if (!socket.hasPendingDatagrams() && !socket.waitForReadyRead(patience))
            return {};
        QByteArray octets(65536, Qt::Uninitialized);
        octets.resize(socket.readDatagram(octets.data(), octets.size()));
        return octets;
    }

    Record record() const
    {
        Record in;
        PcapReader reader;
        reader.open(session);
        for (Datagram datagram; reader.next(datagram) == PcapReader::Result::Datagram;) {
            if (datagram.to.port == process.port)
                in[placeOf(datagram.transport, datagram.from)].append(datagram.octets);
        }
        return in;
    }

    ServerProcess process;
    QString session;
    Site texts; ///< for its wording of messages

private:
    QUdpSocket m_good;
    QString m_password;
    int m_requests = 0;
};

/// Both kinds of server.
struct Targets
{
    QTemporaryDir folder;
    Target open, locked;

    bool start()
    {
        return open.start({}, folder.filePath(QStringLiteral("open.pcapng")))
            && locked.start(QStringLiteral("12345678"), folder.filePath(QStringLiteral("locked.pcapng")));
    }
    Target &of(const HostileFile &file)
    {
        const bool needsPassword = file.precondition.startsWith(u"P0") || file.precondition.startsWith(u"P2")
            || file.name == u"regaut01";
        return needsPassword ? locked : open;
    }
};

/// A source of its own for each file, for errors are limited by address; c09a and c09b are one conversation.
static QHostAddress addressOf(int number)
{
    return QHostAddress(
        0x7f000000U + 0x100U * static_cast<quint32>(1 + number / 250) + static_cast<quint32>(1 + number % 250));
}

static bool isRight(const HostileFile &file, int status)
{
    return file.right.contains(status);
}

static bool isHeartbeat(const QByteArray &octets)
{
    return Tracer().trace({.octets = octets}).isKeepalive();
}

/// T7: lines for people and for other programs.
static void verifyEvents(const QList<QJsonObject> &events)
{
    for (const QJsonObject &event : events) {
        QVERIFY(!event.isEmpty()); // one line, one event
        for (const QJsonValue &value : event)
            QVERIFY2(isPrintable(value.toString()), qPrintable(value.toString()));
    }
}

/// One device on one socket.
class Device
{
public:
    Device(Target &target, const QHostAddress &address)
        : m_target(target)
    {
        if (!socket.bind(address, 0))
            socket.bind(QHostAddress::LocalHost, 0);
    }

    Endpoint endpoint() const { return {socket.localAddress(), socket.localPort()}; }

    int login()
    {
        const QByteArray callId = "login" + QByteArray::number(socket.localPort());
        const QByteArray nonce = this->nonce(callId);
        return statusOf(ask(m_target.texts.registerText(
            {.callId = callId, .cseq = 2, .extra = Site::authorization("34020000001320000001", nonce, "12345678")})));
    }
    QByteArray nonce(const QByteArray &callId)
    {
        return Site::nonceOf(ask(m_target.texts.registerText({.callId = callId})));
    }

    QByteArray ask(const QByteArray &octets)
    {
        send(octets);
        return Target::receive(socket, ServerProcess::patience);
    }
    void send(const QByteArray &octets)
    {
        socket.writeDatagram(octets, QHostAddress::LocalHost, m_target.process.port);
        sent.append(octets);
    }
    /// What has come, until nothing more is there.
    QByteArrayList answers(int patience)
    {
        QByteArrayList all;
        for (QByteArray one = Target::receive(socket, patience); !one.isEmpty(); one = Target::receive(socket, 0))
            all.append(one);
        return all;
    }

    QUdpSocket socket;
    QByteArrayList sent;

private:
    Target &m_target;
};

void tst_Hostile::overUdp_data()
{
    QTest::addColumn<QList<HostileFile>>("files");
    QTest::addColumn<int>("count");
    QTest::newRow("gb28181-bad") << gb28181Files(QStringLiteral("dat|tmpl")) << 103;
    QTest::newRow("rfc4475") << rfc4475Files() << 61;
    QTest::newRow("protos") << protosFiles() << 200;
}

void tst_Hostile::overUdp()
{
    QFETCH(const QList<HostileFile>, files);
    QFETCH(const int, count);
    if (files.isEmpty() && count == 200)
        QSKIP("PROTOS c07-sip is not here: GBSCOPE_PROTOS names its folder");
    QCOMPARE(files.size(), count);
    Targets targets;
    QVERIFY(targets.start());
    std::vector<std::pair<Target *, std::unique_ptr<Device>>> devices;
    int number = 0, beats = 0;
    for (const HostileFile &file : files) {
        Target &target = targets.of(file);
        if (!file.name.startsWith(u"c09b"))
            devices.emplace_back(&target, std::make_unique<Device>(target, addressOf(++number)));
        Device &device = *devices.back().second;
        if (file.precondition.startsWith(u"P2") && !file.name.startsWith(u"c09b"))
            QVERIFY2(device.login() == 200, qPrintable(file.name));
        if (file.name.startsWith(u"g23")) // from where its device is not
            devices.emplace_back(&target, std::make_unique<Device>(target, addressOf(1000)));
        Device &source = *devices.back().second;
        QByteArray octets = file.octets();
        if (octets.contains("@NONCE@"))
            octets = filled(octets, source.nonce("first"));
        source.send(octets);
        QVERIFY2(target.serves(), qPrintable(file.name));
        QByteArrayList answers = source.answers(0);
        while (answers.isEmpty() && !file.right.contains(0)) { // one of too many errors this second: a client asks
                                                               // again, RFC 3261 §17.1.2
            source.send(octets);
            answers = source.answers(500);
        }
        const int status = answers.isEmpty() ? 0 : statusOf(answers.constLast());
        QVERIFY2(isRight(file, status), qPrintable(file.name + QStringLiteral(": %1").arg(status)));
        QVERIFY2(answers.size() <= (octets.startsWith("INVITE") ? 2 : 1), qPrintable(file.name));
        for (const QByteArray &answer : answers)
            QVERIFY2(answer.size() <= octets.size() + 512 && answer.startsWith("SIP/2.0 "), qPrintable(file.name));
        beats += status == 200 && !file.name.startsWith(u"c09b") && isHeartbeat(octets) ? 1 : 0;
    }
    for (Target *target : {&targets.open, &targets.locked}) {
        const QJsonObject summary = target->process.quit();
        QCOMPARE(target->process.process.exitCode(), 0);
        QCOMPARE(summary[u"unrecorded"].toInt(), 0);
        verifyEvents(target->process.events);
        const auto record = target->record();
        for (const auto &[at, device] : devices) {
            if (at == target)
                QVERIFY2(record.value(placeOf(TransportKind::Udp, device->endpoint())) == device->sent,
                    qPrintable(device->endpoint().text())); // byte for byte
        }
    }
    // What was refused moved nothing: each heartbeat that was told was answered 200
    QCOMPARE(targets.open.process.count([](const QJsonObject &e) { return is(e, u"event", u"heartbeat"); }), 0);
    QCOMPARE(targets.locked.process.count([](const QJsonObject &e) { return is(e, u"event", u"heartbeat"); }), beats);
    QCOMPARE(beats > 0, count == 103);
}

/// One file on a connection of its own.
struct Stream
{
    HostileFile file;
    Target *target;
    QByteArray octets, before, answered;
    std::unique_ptr<QTcpSocket> socket = std::make_unique<QTcpSocket>();
    Endpoint local;

    bool closed() const { return socket->state() == QAbstractSocket::UnconnectedState; }
    /// Of the first final answer; 0 where there is none.
    int status() const
    {
        for (qsizetype at = 0; at >= 0 && at < answered.size(); at = answered.indexOf("\r\n\r\n", at) + 4) {
            if (const int one = statusOf(answered.mid(at, 16)); one >= 200)
                return one;
            if (answered.indexOf("\r\n\r\n", at) < 0)
                break;
        }
        return 0;
    }
    bool done() const { return closed() || status() != 0 || file.right == QList<int>{0}; }
};

static QByteArray waitForAnswer(QTcpSocket &socket)
{
    QByteArray octets;
    while (!octets.contains("\r\n\r\n")
        && (socket.bytesAvailable() > 0 || socket.waitForReadyRead(ServerProcess::patience)))
        octets += socket.readAll();
    return octets;
}

static bool begin(Stream &stream, int number)
{
    QTcpSocket &socket = *stream.socket;
    socket.bind(addressOf(number), 0);
    socket.connectToHost(QHostAddress::LocalHost, stream.target->process.port);
    if (!socket.waitForConnected(ServerProcess::patience))
        return false;
    stream.local = {socket.localAddress(), socket.localPort()};
    stream.octets = stream.file.octets();
    Site &texts = stream.target->texts;
    const bool login = stream.file.precondition.startsWith(u"P2"), nonce = stream.octets.contains("@NONCE@");
    if (!login && !nonce)
        return true;
    const QByteArray callId = "tcp" + QByteArray::number(socket.localPort());
    stream.before = texts.registerText({.callId = callId});
    socket.write(stream.before);
    const QByteArray challenge = Site::nonceOf(waitForAnswer(socket));
    if (nonce) {
        stream.octets = filled(stream.octets, challenge);
        return !challenge.isEmpty();
    }
    const QByteArray credentials = texts.registerText(
        {.callId = callId, .cseq = 2, .extra = Site::authorization("34020000001320000001", challenge, "12345678")});
    socket.write(credentials);
    stream.before += credentials;
    return statusOf(waitForAnswer(socket)) == 200;
}

/// A message that does not come whole: waited for, then closed.
static const QStringList waits{
    QStringLiteral("clerr"), QStringLiteral("b03-cl-too-large"), QStringLiteral("b04-cl-off-by-one")};
/// No line ends in it, so it is no message: bytes between messages, which leave a registered device its connection.
static const QStringList stays{QStringLiteral("a09-cr-only")};
/// A length that cannot be: answered and closed.
static const QStringList ends{QStringLiteral("ncl"), QStringLiteral("mcl01"), QStringLiteral("b05-cl-negative"),
    QStringLiteral("b06-cl-wraps-32bit"), QStringLiteral("b07-cl-2g"), QStringLiteral("b08-cl-text"),
    QStringLiteral("b09-cl-two-differ"), QStringLiteral("b10-cl-comma"), QStringLiteral("g13-deviceid-1mb")};

static void verify(const Stream &stream, const Record &record)
{
    const HostileFile &file = stream.file;
    const int status = stream.status();
    const QByteArray said = file.name.toLatin1() + ": " + stream.answered;
    // What has no length is taken to have no body, so that a MESSAGE without one is a bad request; what cannot be cut
    // or does not come whole ends its connection.
    QVERIFY2(isRight(file, status) || (status == 0 && (stream.closed() || stays.contains(file.name)))
            || (status == 400 && file.name.startsWith(u"b01")),
        said.constData());
    QVERIFY2(
        file.right != QList<int>{0} || stream.answered.isEmpty() || file.name.startsWith(u"f05"), said.constData());
    if (waits.contains(file.name))
        QVERIFY2(stream.closed() && stream.answered.isEmpty(), said.constData());
    if (ends.contains(file.name))
        QVERIFY2(stream.closed() && status == 400 && stream.answered.count("SIP/2.0 ") == 1, said.constData());
    // All of it is in the record, but where its length ended the connection before it had all come
    const QByteArray all = stream.before + stream.octets;
    const QByteArray recorded = record.value(placeOf(TransportKind::Tcp, stream.local)).join();
    QVERIFY2(all.startsWith(recorded), said.constData());
    QVERIFY2(recorded == all
            || (stream.closed() && recorded.size() > std::min<qsizetype>(stream.before.size(), all.size() - 1)),
        said.constData());
}

void tst_Hostile::overTcp()
{
    const auto files = gb28181Files(QStringLiteral("dat|tmpl|tcp")) + rfc4475Files() + protosFiles();
    constexpr qsizetype share = 100; // of files to a server: it answers 200 errors a second
    std::vector<std::unique_ptr<Targets>> targets;
    std::vector<Stream> streams;
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (i % share == 0) {
            targets.push_back(std::make_unique<Targets>());
            QVERIFY(targets.back()->start());
        }
        Target &target = targets.back()->of(files.at(i));
        streams.push_back({files.at(i), &target});
        Stream &stream = streams.back();
        QVERIFY2(begin(stream, static_cast<int>(i)), qPrintable(stream.file.name));
        stream.socket->write(stream.octets);
        stream.socket->flush();
        QVERIFY2(target.serves(), qPrintable(stream.file.name));
    }
    const auto waiting = [&] {
        QStringList names;
        for (Stream &stream : streams) {
            stream.answered += stream.socket->readAll();
            if (!stream.done() && !stays.contains(stream.file.name))
                names.append(stream.file.name);
        }
        return names.join(u' ');
    };
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), QString(), ServerProcess::patience);
    for (Stream &stream : streams) {
        if (waits.contains(stream.file.name) || ends.contains(stream.file.name))
            QTRY_VERIFY2_WITH_TIMEOUT(stream.closed(), qPrintable(stream.file.name), ServerProcess::patience);
    }
    for (Stream &stream : streams)
        QVERIFY2(!stays.contains(stream.file.name) || !stream.closed(), qPrintable(stream.file.name));
    for (const auto &both : targets) {
        for (Target *target : {&both->open, &both->locked}) {
            QVERIFY(target->serves());
            QCOMPARE(target->process.quit()[u"unrecorded"].toInt(), 0);
            const auto record = target->record();
            for (const Stream &stream : streams) {
                if (stream.target == target)
                    verify(stream, record);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }
}

void tst_Hostile::nothingGoesElsewhere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("stranger"); // who is named in it, and
    QTest::addColumn<QHostAddress>("trap");   // who stands for him here
    QTest::newRow("Via") << QStringLiteral("c07-via-third-party") << QByteArray("192.0.2.99:5060")
                         << QHostAddress(QStringLiteral("127.0.0.99"));
    QTest::newRow("maddr") << QStringLiteral("c08-via-maddr") << QByteArray("224.0.1.75")
                           << QHostAddress(QStringLiteral("127.0.0.75"));
    QTest::newRow("sent-by of a maddr") << QStringLiteral("c08-via-maddr") << QByteArray("127.0.0.1:5061")
                                        << QHostAddress(QStringLiteral("127.0.0.61"));
    QTest::newRow("Contact") << QStringLiteral("d10-contact-other-host") << QByteArray("192.0.2.50:5060")
                             << QHostAddress(QStringLiteral("127.0.0.50"));
    QTest::newRow("our own Via") << QStringLiteral("c06-own-via") << QByteArray("127.0.0.1:5060") << QHostAddress();
    QTest::newRow("second Via") << QStringLiteral("c06-own-via") << QByteArray("127.0.0.1:5061")
                                << QHostAddress(QStringLiteral("127.0.0.62"));
}

void tst_Hostile::nothingGoesElsewhere()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, stranger);
    QFETCH(const QHostAddress, trap);
    QTemporaryDir folder;
    Target target;
    QVERIFY(target.start({}, folder.filePath(QStringLiteral("s.pcapng"))));
    QUdpSocket stranded; // any free port: it is written into the message
    if (!trap.isNull() && !stranded.bind(trap, 0))
        QSKIP("this system has one loopback address");
    QFile file(QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad/%1.dat").arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray octets = file.readAll();
    const quint16 port = trap.isNull() ? target.process.port : stranded.localPort();
    const QByteArray instead = (trap.isNull() ? QByteArray("127.0.0.1") : trap.toString().toLatin1()) + ':'
        + QByteArray::number(port);
    QVERIFY(octets.contains(stranger));
    octets.replace(stranger, stranger.contains(':') ? instead : instead.left(instead.indexOf(':')));
    octets.replace("branch=", QByteArray("received=127.0.0.9;branch="));
    Device device(target, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(statusOf(device.ask(octets)), 200);
    device.send(target.texts.keepalive("34020000001320000001"));
    QVERIFY(target.serves());
    QCOMPARE(device.answers(0).size(), 1); // what comes later goes to the source as well
    QVERIFY(trap.isNull() || !stranded.hasPendingDatagrams());
    QCOMPARE(target.process.quit()[u"messages"].toInt(), 6); // nobody answered ourselves
}

/// T12: the sockets that the program has, as the system tells.
static int socketsOf(qint64 process)
{
    int sockets = 0;
    const QDir open(QStringLiteral("/proc/%1/fd").arg(process));
    for (const QString &name : open.entryList(QDir::Files | QDir::System))
        sockets += QFile::symLinkTarget(open.filePath(name)).contains(u"socket:") ? 1 : 0;
    return sockets;
}

void tst_Hostile::anInviteOpensNoPort()
{
    QTemporaryDir folder;
    Target target;
    QVERIFY(target.start({}, folder.filePath(QStringLiteral("s.pcapng"))));
    QVERIFY(target.serves());
    const int sockets = socketsOf(target.process.process.processId());
    if (sockets == 0)
        QSKIP("this system does not tell");
    int number = 0;
    for (const HostileFile &file : gb28181Files(QStringLiteral("dat")) + rfc4475Files()) {
        if (!file.octets().startsWith("INVITE"))
            continue;
        Device device(target, addressOf(++number));
        device.send(file.octets());
        QVERIFY(target.serves());
        const auto answers = device.answers(0);
        QVERIFY2(!answers.isEmpty() && statusOf(answers.constLast()) >= 400, qPrintable(file.name));
        QCOMPARE(socketsOf(target.process.process.processId()), sockets);
    }
    target.process.quit();
}

QTEST_GUILESS_MAIN(tst_Hostile)
#include "tst_hostile.moc"
