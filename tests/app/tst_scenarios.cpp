#include "core/capture/importer.h"
#include "core/capture/pcapngwriter.h"
#include "core/message/siphead.h"
#include "tests/support/program.h"

#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUdpSocket>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

namespace {

const QString camera = QStringLiteral("34020000001320000001"), platform = QStringLiteral("34020000002000000001"),
              password = QStringLiteral("12345678");

QByteArray read(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

quint16 freePort(bool tcp)
{
    QTcpServer server;
    QUdpSocket socket;
    if (tcp)
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
    return socket.bind(QHostAddress::LocalHost) ? socket.localPort() : quint16(0);
}

/// "REGISTER +auth", "401", "MESSAGE · Keepalive": what a flow is, without numbers that differ each time.
QStringList flow(const QString &record)
{
    static const QRegularExpression number(QStringLiteral(" SN \\d+"));
    QTemporaryDir folder;
    const QString to = folder.filePath(QStringLiteral("x.jsonl"));
    QStringList out;
    if (run(QStringLiteral(GBSCOPE_CLI),
            {QStringLiteral("export"), record, QStringLiteral("-o"), to, QStringLiteral("--format"),
                QStringLiteral("jsonl")})
            .status
        != 0)
        return out;
    for (const QByteArray &line : read(to).split('\n')) {
        const QJsonObject one = QJsonDocument::fromJson(line).object();
        QString label = one[u"label"].toString();
        const bool counts = label != u"CRLF" && label != u"?" && !one.contains(u"repeat_of");
        if (!label.isEmpty() && counts)
            out << label.remove(number);
    }
    return out;
}

/// The same of what sipp tells of its messages.
QStringList told(const QByteArray &log)
{
    static const QRegularExpression message(
        QStringLiteral("message (sent|received)[^\\n]*\\n+(\\S+) ([^\\r\\n]*)(.*?)(?=\\n-{20}|\\z)"),
        QRegularExpression::DotMatchesEverythingOption),
        command(QStringLiteral("<CmdType>(\\w+)</CmdType>")), method(QStringLiteral("CSeq: *\\d+ (\\w+)"));
    QStringList out;
    for (auto it = message.globalMatch(QString::fromLatin1(log)); it.hasNext();) {
        const QRegularExpressionMatch one = it.next();
        const QString start = one.captured(2), rest = one.captured(4), about = command.match(rest).captured(1);
        const QString status = one.captured(3).left(3);
        if (start == u"SIP/2.0")
            out << one.captured(1) + u' ' + status + u' ' + method.match(rest).captured(1);
        else
            out << QStringList{one.captured(1), start, about}.join(u' ').trimmed();
    }
    return out;
}

} // namespace

/// Scenarios of SIPp that an export makes of captures, run by sipp: the same flow once more.
class tst_Scenarios : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void theDevice_data();
    void theDevice();
    void itAnswers();
    void everyOctetComesBack();
    void thePlatform_data();
    void thePlatform();
    void aWrongPasswordIsRefused();
    void bothSidesOfACall();

private:
    QString scenario(const QString &record, const QString &format, int longestPause)
    {
        const QString to = m_folder.filePath(format + QStringLiteral(".xml"));
        const Run made = run(QStringLiteral(GBSCOPE_CLI),
            {QStringLiteral("export"), record, QStringLiteral("-o"), to, QStringLiteral("--format"), format,
                QStringLiteral("--force")});
        if (made.status != 0)
            qWarning("%s", made.err.constData());
        static const QRegularExpression pause(QStringLiteral("pause milliseconds=\"(\\d+)\""));
        const QString text = QString::fromLatin1(read(to));
        QString out;
        qsizetype at = 0;
        for (auto it = pause.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch one = it.next();
            out += text.mid(at, one.capturedStart(1) - at)
                + QString::number(std::min(one.captured(1).toInt(), longestPause));
            at = one.capturedEnd(1);
        }
        QFile file(to);
        if (file.open(QIODevice::WriteOnly))
            file.write((out + text.mid(at)).toLatin1());
        return to;
    }
    /// As the head of a scenario tells.
    QString devices()
    {
        QFile file(m_folder.filePath(QStringLiteral("devices.csv")));
        if (file.open(QIODevice::WriteOnly))
            file.write("SEQUENTIAL\n" + camera.toUtf8() + ";[authentication username=" + camera.toUtf8()
                + " password=" + password.toUtf8() + "]\n");
        return file.fileName();
    }
    QStringList deviceArguments(const ServerProcess &server, const QString &device, bool tcp)
    {
        return {QStringLiteral("127.0.0.1:%1").arg(server.port), QStringLiteral("-sf"), device, QStringLiteral("-inf"),
            devices(), QStringLiteral("-s"), platform, QStringLiteral("-i"), QStringLiteral("127.0.0.1"),
            QStringLiteral("-p"), QString::number(freePort(tcp)), QStringLiteral("-t"),
            tcp ? QStringLiteral("t1") : QStringLiteral("u1"), QStringLiteral("-m"), QStringLiteral("1"),
            QStringLiteral("-nostdin"), QStringLiteral("-timeout"), QStringLiteral("25s"),
            QStringLiteral("-timeout_error"), QStringLiteral("-trace_err"), QStringLiteral("-error_file"),
            m_folder.filePath(QStringLiteral("errors.log"))};
    }
    QStringList serve(const QString &session)
    {
        return {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--password"), password,
            QStringLiteral("--session"), session};
    }
    void playPlatform(bool tcp, const QString &secret, QStringList *seen, QByteArray *simulated);

    QTemporaryDir m_folder;
    const QString m_data = QStringLiteral(GBSCOPE_TEST_DATA "/field2/");
};

void tst_Scenarios::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("sipp")).isEmpty())
        QSKIP("sipp is missing: it is in Debian's package sip-tester");
    QVERIFY(m_folder.isValid());
}

void tst_Scenarios::theDevice_data()
{
    QTest::addColumn<QString>("capture");
    QTest::addColumn<bool>("tcp");
    QTest::addColumn<int>("messages");
    QTest::newRow("UDP") << "04-sll-vlan.pcap" << false << 12;
    QTest::newRow("TCP") << "07d-binary-0000.pcap" << true << 12;
    QTest::newRow("it unregisters itself") << "11a-auto-unregister.pcap" << false << 50;
}

void tst_Scenarios::theDevice()
{
    QFETCH(const QString, capture);
    QFETCH(const bool, tcp);
    QFETCH(const int, messages);
    const QString session = m_folder.filePath(capture + QStringLiteral("-again.pcapng"));
    const QString device = scenario(m_data + capture, QStringLiteral("sipp-device"), 50);
    const QByteArray xml = read(device);
    QVERIFY(!xml.contains("NOT HERE") || tcp); // what keeps a NAT open is no SIP
    for (const char *const secret : {"cnonce", "Authorization", "12345678"})
        QVERIFY2(!xml.contains(secret), secret);
    ServerProcess server;
    QVERIFY(server.start(serve(session)));
    const Run sipp = run(QStringLiteral("sipp"), deviceArguments(server, device, tcp));
    QVERIFY2(sipp.status == 0, sipp.out.right(2'000).constData());
    QCOMPARE(server.quit()[u"unrecorded"].toInt(), 0);
    const QStringList first = flow(m_data + capture), again = flow(session);
    QCOMPARE(again.join(u'\n'), first.join(u'\n'));
    QCOMPARE(first.size(), messages);
}

/// A query comes when the other side likes.
void tst_Scenarios::itAnswers()
{
    const QString record = m_data + QStringLiteral("19b-sumnum.pcap"),
                  session = m_folder.filePath(QStringLiteral("asked.pcapng"));
    const QString device = scenario(record, QStringLiteral("sipp-device"), 1'000),
                  answers = scenario(record, QStringLiteral("sipp-device-answers"), 50);
    ServerProcess server;
    QVERIFY(server.start(serve(session)));
    QProcess sipp;
    sipp.start(QStringLiteral("sipp"),
        deviceArguments(server, device, false) + QStringList{QStringLiteral("-oocsf"), answers});
    QVERIFY(!server.waitFor([](const QJsonObject &e) { return is(e, u"event", u"heartbeat"); }).isEmpty());
    server.command("ask catalog " + camera.toUtf8());
    QVERIFY(server.process.waitForBytesWritten());
    QVERIFY(sipp.waitForFinished(ServerProcess::patience));
    QCOMPARE(sipp.exitCode(), 0);
    server.quit();
    QStringList first = flow(record), again = flow(session);
    QVERIFY(first.contains(QStringLiteral("MESSAGE \u00b7 Catalog query")));
    first.sort();
    again.sort();
    QCOMPARE(again.join(u'\n'), first.join(u'\n'));
}

/// Whatever sipp or XML would take for its own.
void tst_Scenarios::everyOctetComesBack()
{
    QByteArray every;
    for (int i = 1; i < 256; ++i)
        every += static_cast<char>(i);
    const QByteArray body = "<?xml version=\"1.0\"?>\r\n<Notify>\r\n  <CmdType>Keepalive</CmdType> \r\n\t<SN>1</SN>\r\n"
                            "<DeviceID>34020000001320000001</DeviceID>\r\n\r\n\r\n[call_id] [field1] [len] ]]> \\x41 "
                            "<![CDATA[ </send></scenario> <!-- a -- b --> &amp; %s $1 [$sn] \n lone \r lone\r\n"
        + every + QByteArray(1, '\0') + "</Notify>\r\n ";
    const QString record = m_folder.filePath(QStringLiteral("hostile.pcapng")),
                  session = m_folder.filePath(QStringLiteral("hostile-again.pcapng"));
    QFile file(record);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(PcapngWriter::fileHeader(QStringLiteral("test"), {}));
    Datagram datagram;
    const auto add = [&](const QByteArray &octets, bool ofDevice) {
        const Endpoint device{QHostAddress(QStringLiteral("192.0.2.64")), 5060},
            server{QHostAddress(QStringLiteral("192.0.2.10")), 5060};
        datagram.at += 30ms;
        datagram.from = ofDevice ? device : server;
        datagram.to = ofDevice ? server : device;
        datagram.octets = octets;
        file.write(PcapngWriter::packet(datagram));
    };
    const QByteArray ends = "\r\nVia: SIP/2.0/UDP 192.0.2.64:5060;branch=z9hG4bK1\r\nFrom: "
                            "<sip:34020000001320000001@3402000000>;tag=1\r\nTo: <sip:34020000002000000001@3402000000>"
                            "\r\nCall-ID: [call_id]]]>\r\nCSeq: 1 MESSAGE\r\n";
    datagram.at = TimePoint(1'772'409'600s);
    add("MESSAGE sip:34020000002000000001@3402000000 SIP/2.0" + ends
            + "Subject: [field0] ]]> \\x00\r\nContent-Type: Application/MANSCDP+xml\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body,
        true);
    add("SIP/2.0 403 Forbidden" + ends + "Content-Length: 0\r\n\r\n", false);
    file.close();
    ServerProcess server;
    QVERIFY(
        server.start(serve(session) + QStringList{QStringLiteral("--unregistered-keepalive"), QStringLiteral("403")}));
    const QString device = scenario(record, QStringLiteral("sipp-device"), 50);
    const QByteArray xml = read(device);
    QVERIFY(std::all_of(xml.begin(), xml.end(), [](char c) { return c == '\n' || (c >= ' ' && c < 0x7f); }));
    const Run sipp = run(QStringLiteral("sipp"), deviceArguments(server, device, false));
    server.quit();
    Importer importer;
    QVERIFY(importer.open({session}));
    PcapReader::Result result = PcapReader::Result::Datagram;
    auto sent = importer.next(result);
    while (!sent && result == PcapReader::Result::Datagram)
        sent = importer.next(result);
    QVERIFY2(sent, sipp.out.right(1'000).constData());
    const QByteArray octets = sent->octets;
    const SipHead head = scanHead({octets.constData(), static_cast<std::size_t>(octets.size())});
    QCOMPARE(QByteArray(head.body.data(), static_cast<qsizetype>(head.body.size())).toHex(' '), body.toHex(' '));
    QCOMPARE(
        QByteArray(head.subject.data(), static_cast<qsizetype>(head.subject.size())), QByteArray("[field0] ]]> \\x00"));
}

void tst_Scenarios::playPlatform(bool tcp, const QString &secret, QStringList *seen, QByteArray *simulated)
{
    const QString log = m_folder.filePath(QStringLiteral("messages.log")),
                  behaviour = m_folder.filePath(QStringLiteral("behaviour.json"));
    QFile::remove(log);
    QFile file(behaviour);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"heartbeat_interval_s\": 1}");
    file.close();
    const QString port = QString::number(freePort(tcp));
    QProcess sipp;
    sipp.start(QStringLiteral("sipp"),
        {QStringLiteral("-sf"),
            scenario(m_data + QStringLiteral("19b-sumnum.pcap"), QStringLiteral("sipp-platform"), 500),
            QStringLiteral("-key"), QStringLiteral("password"), password, QStringLiteral("-i"),
            QStringLiteral("127.0.0.1"), QStringLiteral("-p"), port, QStringLiteral("-t"),
            tcp ? QStringLiteral("t1") : QStringLiteral("u1"), QStringLiteral("-nostdin"), QStringLiteral("-trace_msg"),
            QStringLiteral("-message_file"), log});
    QVERIFY(sipp.waitForStarted());
    if (tcp) { // it takes a moment until it listens; over UDP a device repeats
        QTcpSocket socket;
        do {
            socket.connectToHost(QHostAddress::LocalHost, port.toUShort());
        } while (!socket.waitForConnected() && sipp.state() == QProcess::Running && !sipp.waitForFinished(20));
        socket.disconnectFromHost();
    }
    const Run device = run(QStringLiteral(GBSCOPE_CLI),
        QStringList{QStringLiteral("simulate"), QStringLiteral("--server"), QStringLiteral("127.0.0.1:") + port,
            QStringLiteral("--password"), secret, QStringLiteral("--behaviour"), behaviour, QStringLiteral("--seconds"),
            QStringLiteral("3")}
            + (tcp ? QStringList{QStringLiteral("--tcp")} : QStringList()));
    sipp.kill(); // it waits for more devices
    sipp.waitForFinished();
    *seen = told(read(log));
    *simulated = device.out;
}

void tst_Scenarios::thePlatform_data()
{
    QTest::addColumn<bool>("tcp");
    QTest::newRow("UDP") << false;
    QTest::newRow("TCP") << true;
}

void tst_Scenarios::thePlatform()
{
    QFETCH(const bool, tcp);
    QStringList seen;
    QByteArray simulated;
    playPlatform(tcp, password, &seen, &simulated);
    QVERIFY2(simulated.contains("\"event\":\"registered\""), simulated.constData());
    QVERIFY2(simulated.contains("\"event\":\"asked\""), simulated.constData());
    QStringList begin;
    for (const char *const one : {"received REGISTER", "sent 401 REGISTER", "received REGISTER", "sent 200 REGISTER"})
        begin << QLatin1String(one);
    QCOMPARE(seen.mid(0, 4), begin);
    for (const char *const one : {"received MESSAGE Keepalive", "sent 200 MESSAGE", "sent MESSAGE Catalog",
             "received 200 MESSAGE", "received MESSAGE Catalog"})
        QVERIFY2(seen.contains(QLatin1String(one)), qPrintable(seen.join(u'\n')));
    QVERIFY(seen.indexOf(u"sent MESSAGE Catalog") < seen.indexOf(u"received MESSAGE Catalog"));
}

void tst_Scenarios::aWrongPasswordIsRefused()
{
    QStringList seen;
    QByteArray simulated;
    playPlatform(false, QStringLiteral("another"), &seen, &simulated);
    QVERIFY2(seen.contains(u"sent 403 REGISTER"), qPrintable(seen.join(u'\n')));
    QVERIFY(!simulated.contains("\"event\":\"registered\""));
}

/// Nobody registers: the platform calls a device that waits.
void tst_Scenarios::bothSidesOfACall()
{
    const QString record = QStringLiteral(GBSCOPE_TEST_DATA "/media/sipp-play.pcap"),
                  log = m_folder.filePath(QStringLiteral("call.log")), port = QString::number(freePort(false));
    const QStringList same{QStringLiteral("-s"), camera, QStringLiteral("-i"), QStringLiteral("127.0.0.1"),
        QStringLiteral("-m"), QStringLiteral("1"), QStringLiteral("-nostdin"), QStringLiteral("-timeout"),
        QStringLiteral("20s"), QStringLiteral("-timeout_error")};
    QProcess device;
    device.start(QStringLiteral("sipp"),
        QStringList{QStringLiteral("-sf"), scenario(record, QStringLiteral("sipp-device-answers"), 50),
            QStringLiteral("-p"), port}
            + same);
    QVERIFY(device.waitForStarted());
    const Run platform = run(QStringLiteral("sipp"),
        QStringList{QStringLiteral("127.0.0.1:") + port, QStringLiteral("-sf"),
            scenario(record, QStringLiteral("sipp-platform"), 50), QStringLiteral("-p"),
            QString::number(freePort(false)), QStringLiteral("-trace_msg"), QStringLiteral("-message_file"), log}
            + same);
    QCOMPARE(platform.status, 0);
    QVERIFY(device.waitForFinished(ServerProcess::patience));
    QCOMPARE(device.exitCode(), 0);
    QStringList seen = told(read(log)), first;
    for (const QString &label : flow(record)) // "INVITE · Play SSRC 0100000001", "200 (INVITE)", "ACK"
        first << label.section(u' ', 0, 0);
    QStringList labels;
    for (const QString &one : seen)
        labels << one.section(u' ', 1, 1);
    QCOMPARE(labels.join(u' '), first.join(u' '));
}

QTEST_GUILESS_MAIN(tst_Scenarios)
#include "tst_scenarios.moc"
