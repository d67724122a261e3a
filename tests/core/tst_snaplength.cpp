#include "core/capture/hep.h"
#include "core/capture/importer.h"
#include "core/capture/pcapngwriter.h"
#include "core/report/redaction.h"
#include "core/session/analysis.h"
#include "tests/support/capturewriter.h"
#include "tests/support/nexttrace.h"
#include "tests/support/tunnels.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// A capture that kept the start of each packet: what is there is used, and what is not proves nothing.
class tst_SnapLength : public QObject
{
    Q_OBJECT
private slots:
    void nobodyIsToBlame_data();
    void nobodyIsToBlame();
    void pairsAreMade_data();
    void pairsAreMade();
    void everyTunnelsMessages_data();
    void everyTunnelsMessages();
    void inHep();
    void whatIsWrittenStaysCut();
    void noSecretIsLeftWhereItIsCut();
    void halfALineIsNoLine();
    void aBodyThatBeginsAsAHeartbeat();
    void aSilenceIsASilence();

private:
    struct Read
    {
        PacketCounts counts;
        quint64 sip = 0, malformed = 0, answered = 0, requests = 0, finals = 0, octetsLost = 0, unanswered = 0;
        QStringList findings; ///< each once
        QString bytesTold;
        QList<DeviceSnapshot> devices;
        std::vector<Datagram> messages;
    };
    Read read(const QByteArray &file)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.pcap").arg(++m_files));
        Read out;
        Importer importer;
        if (!writeFile(path, file) || !importer.open(path))
            return out;
        Analysis analysis;
        PcapReader::Result result = PcapReader::Result::Datagram;
        while (result == PcapReader::Result::Datagram) {
            const auto trace = nextTrace(importer, analysis, result);
            if (!trace)
                continue;
            out.requests += trace->isRequest() ? 1 : 0;
            out.finals += trace->isResponse() && trace->head.status >= 200 ? 1 : 0;
            out.answered += trace->isResponse() && trace->answers != 0 ? 1 : 0;
            out.messages.push_back(trace->datagram);
            out.messages.back().octets = QByteArray(trace->datagram.octets.constData(), trace->datagram.octets.size());
        }
        analysis.advance(importer.last());
        const Batch batch = analysis.take(importer.last());
        out.counts = importer.counts();
        out.octetsLost = importer.tcpOctetsLost();
        out.sip = batch.counters.sip;
        out.malformed = batch.counters.malformed;
        out.unanswered = batch.counters.unansweredRequests;
        for (const Finding &finding : analysis.findings().log().all()) {
            out.findings << QLatin1String(finding.kind().rule) + u' ' + finding.device + u' ' + finding.a;
            if (finding.code == FindingCode::PacketsCut)
                out.bytesTold = finding.b;
        }
        out.devices = analysis.devices().snapshots();
        return out;
    }
    /// Each packet as a snap length leaves it.
    static QByteArray cutAt(const QByteArray &file, quint32 most)
    {
        QByteArray out = file.left(24);
        for (qsizetype at = 24; at < file.size();) {
            const auto size = qFromLittleEndian<quint32>(file.constData() + at + 8);
            const quint32 kept = std::min(size, most);
            out += file.mid(at, 8) + little32(kept) + little32(size) + file.mid(at + 16, kept);
            at += 16 + size;
        }
        return out;
    }
    static SipText withTransport(SipText message, const QByteArray &transport)
    {
        message.transport = transport;
        return message;
    }
    /// A registration and what comes of it for 40 minutes; all is well.
    static QByteArray healthy(const QByteArray &transport)
    {
        Capture capture;
        const auto say = [&](const SipText &message, bool back = false) {
            capture.say(withTransport(message, transport), back);
        };
        if (transport == "TCP")
            capture.open(1000);
        const QByteArray contact = "Contact: <sip:34020000001320000001@10.0.0.2:5060>\r\n";
        const auto login = [&](int cseq) {
            SipText first = request("REGISTER", "reg", cseq), second = request("REGISTER", "reg", cseq + 1);
            first.extra = contact + "Expires: 3600\r\n";
            second.extra = contact
                + "Authorization: Digest username=\"34020000001320000001\", realm=\"3402000000\", "
                  "nonce=\"abcdef\", uri=\"sip:34020000002000000001@3402000000\", "
                  "response=\"0123456789abcdef0123456789abcdef\", algorithm=MD5\r\nExpires: 3600\r\n";
            for (SipText *one : {&first, &second})
                one->start = "REGISTER sip:34020000002000000001@3402000000 SIP/2.0";
            say(first);
            say(answer(first, "401 Unauthorized",
                    "WWW-Authenticate: Digest realm=\"3402000000\", nonce=\"abcdef\", algorithm=MD5\r\n"),
                true);
            say(second);
            say(answer(second, "200 OK", contact.chopped(2) + ";expires=3600\r\nExpires: 3600\r\n"), true);
        };
        login(1);
        for (int beat = 1; beat <= 40; ++beat) {
            capture.wait(60s);
            const SipText keepalive = withXml(request("MESSAGE", "beat" + QByteArray::number(beat), 20),
                manscdp("<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>" + QByteArray::number(beat)
                    + "</SN>\r\n<DeviceID>34020000001320000001</DeviceID>\r\n<Status>OK</Status>\r\n</Notify>"));
            say(keepalive);
            say(answer(keepalive, "200 OK"), true);
            if (beat == 30)
                login(3);
        }
        return capture.octets();
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

static void snapRows()
{
    QTest::addColumn<QByteArray>("transport");
    QTest::addColumn<quint32>("size");
    for (const char *transport : {"UDP", "TCP"}) {
        for (quint32 size = qstrcmp(transport, "TCP") == 0 ? 74 : 56; size < 560; size += 9) // of TCP the header is
                                                                                             // longer
            QTest::addRow("%s, %u", transport, size) << QByteArray(transport) << size;
    }
}

void tst_SnapLength::nobodyIsToBlame_data()
{
    snapRows();
}

void tst_SnapLength::nobodyIsToBlame()
{
    QFETCH(const QByteArray, transport);
    QFETCH(const quint32, size);
    const QByteArray whole = healthy(transport);
    const Read good = read(whole);
    QCOMPARE(good.findings, QStringList());
    QCOMPARE(good.sip, 88U);
    const Read cut = read(cutAt(whole, size));
    QCOMPARE(cut.malformed, 0U);
    QCOMPARE(cut.counts.damaged, 0U);
    QVERIFY(cut.counts.cut > 0);
    QCOMPARE(cut.counts.cutAt, size);
    QCOMPARE(cut.sip, good.sip);
    QCOMPARE(cut.requests, good.requests);
    QCOMPARE(cut.finals, good.finals);
    QCOMPARE(cut.unanswered, 0U);
    QCOMPARE(cut.findings.join(u"; "), QStringLiteral("G77  "));
    QCOMPARE(cut.bytesTold, QString::number(size));
    for (const DeviceSnapshot &device : cut.devices)
        QVERIFY2(device.verdict.state == DeviceState::Online || device.verdict.state == DeviceState::Unknown,
            qPrintable(device.id));
    QVERIFY(cut.devices.size() <= 1);
}

void tst_SnapLength::pairsAreMade_data()
{
    QTest::addColumn<QByteArray>("transport");
    QTest::newRow("UDP") << QByteArray("UDP");
    QTest::newRow("TCP") << QByteArray("TCP");
}

/// 400 octets have the head's first lines.
void tst_SnapLength::pairsAreMade()
{
    QFETCH(const QByteArray, transport);
    const Read cut = read(cutAt(healthy(transport), 400));
    QCOMPARE(cut.answered, 44U);
    QCOMPARE(cut.devices.size(), 1);
    const DeviceSnapshot &device = cut.devices.constFirst();
    QCOMPARE(device.id, QStringLiteral("34020000001320000001"));
    QCOMPARE(device.verdict.state, DeviceState::Online);
    QCOMPARE(device.registrations, 2U);
    QCOMPARE(cut.octetsLost > 0, transport == "TCP");
}

void tst_SnapLength::everyTunnelsMessages_data()
{
    QTest::addColumn<quint32>("linkType");
    QTest::addColumn<QByteArray>("packet");
    for (const Tunnel &tunnel : everyTunnel()) {
        QTest::newRow(tunnel.name) << tunnel.linkType << tunnel.around(ip4(17, udp(optionsRequest(1))));
        QTest::newRow(qPrintable(QLatin1String(tunnel.name) + u", TCP"))
            << tunnel.linkType << tunnel.around(ip4(6, tcp(optionsRequest(1, "TCP"), 1)));
    }
}

void tst_SnapLength::everyTunnelsMessages()
{
    QFETCH(const quint32, linkType);
    QFETCH(const QByteArray, packet);
    const QByteArray file = pcapOf(linkType, {packet});
    const qsizetype begins = packet.indexOf("OPTIONS sip:"), fromLine = packet.indexOf("To: ");
    for (const qsizetype at : {begins + 13, fromLine, packet.indexOf("Content-Length") + 4}) {
        const Read cut = read(cutAt(file, static_cast<quint32>(at)));
        QCOMPARE(cut.messages.size(), 1U);
        QCOMPARE(cut.messages[0].octets, packet.mid(begins, at - begins));
        QVERIFY(cut.messages[0].cut);
        QCOMPARE(cut.sip, 1U);
    }
}

/// The packet of HEP was sent whole, and its message stands at its end.
void tst_SnapLength::inHep()
{
    Datagram seen{.at = TimePoint(std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}),
        .from = {QHostAddress(QStringLiteral("10.0.0.2")), 5060},
        .to = {QHostAddress(QStringLiteral("10.0.0.1")), 5060},
        .octets = optionsRequest(1)};
    const QByteArray packet = ip4(17, udp(hep::write(seen, 7), 9060, 9060)), file = pcapOf(101, {packet});
    const Read cut = read(cutAt(file, static_cast<quint32>(packet.size() - 40)));
    QCOMPARE(cut.messages.size(), 1U);
    QCOMPARE(cut.messages[0].octets, optionsRequest(1).chopped(40));
    QVERIFY(cut.messages[0].cut);
    QCOMPARE(cut.malformed, 0U);
    QCOMPARE(cut.findings.join(u"; "), QStringLiteral("G77  "));
    QVERIFY(read(cutAt(file, 80)).messages.empty()); // ahead of the message
}

/// An export of it says the same.
void tst_SnapLength::whatIsWrittenStaysCut()
{
    for (const char *transport : {"UDP", "TCP"}) {
        const Read cut = read(cutAt(healthy(transport), 300));
        QByteArray again = PcapngWriter::fileHeader(QStringLiteral("test"), {});
        for (const Datagram &message : cut.messages)
            PcapngWriter::append(again, message, {});
        const Read second = read(again);
        QCOMPARE(second.sip, cut.sip);
        QCOMPARE(second.malformed, 0U);
        QCOMPARE(second.findings.join(u"; "), QStringLiteral("G77  "));
        for (std::size_t i = 0; i < cut.messages.size(); ++i) {
            QCOMPARE(second.messages[i].octets, cut.messages[i].octets);
            QCOMPARE(second.messages[i].missing, cut.messages[i].missing);
        }
    }
}

void tst_SnapLength::noSecretIsLeftWhereItIsCut()
{
    const QByteArray whole = healthy("UDP"), digest = "0123456789abcdef0123456789abcdef";
    const qsizetype begins = whole.indexOf("REGISTER sip:", whole.indexOf("401 ")),
                    response = whole.indexOf(digest, begins);
    for (qsizetype size = 1; size <= digest.size(); ++size) {
        const QByteArray left = withoutSecrets(whole.mid(begins, response + size - begins));
        QVERIFY2(!left.contains(QByteArray("response=\"" + digest.left(size))), left.constData());
    }
}

/// Half of an ID is another one.
void tst_SnapLength::halfALineIsNoLine()
{
    const QByteArray whole = healthy("UDP");
    const qsizetype from = whole.indexOf("From: <sip:3402") - 40; // of the first packet
    const Read cut = read(cutAt(whole, static_cast<quint32>(from + 20)));
    QVERIFY(cut.devices.isEmpty());
    QCOMPARE(cut.sip, 88U);
}

void tst_SnapLength::aBodyThatBeginsAsAHeartbeat()
{
    const QByteArray whole = healthy("UDP");
    const qsizetype packet = whole.lastIndexOf("MESSAGE sip:") - 42, name = whole.lastIndexOf("</CmdType>");
    const Read cut = read(cutAt(whole, static_cast<quint32>(name - packet + 12)));
    QCOMPARE(cut.devices.size(), 1);
    QCOMPARE(cut.devices.constFirst().beats, 40);
    QCOMPARE(cut.findings.join(u"; "), QStringLiteral("G77  "));
}

/// Nothing at all came for that long: it is offline, and not because heartbeats are off.
void tst_SnapLength::aSilenceIsASilence()
{
    QByteArray whole = healthy("UDP");
    whole += pcapRecord(41min + 10min, ethernet(0x0800, ip4(17, udp(optionsRequest(7, "UDP", "x")), 0, 0, true)));
    const Read cut = read(cutAt(whole, 400));
    QCOMPARE(cut.devices.constFirst().verdict.state, DeviceState::Offline);
    QVERIFY(cut.findings.filter(QStringLiteral("D30")).isEmpty());
}

QTEST_GUILESS_MAIN(tst_SnapLength)
#include "tst_snaplength.moc"
