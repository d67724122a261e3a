#include "core/capture/pcapngwriter.h"
#include "core/report/exporter.h"

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

/// What stands in scenarios of SIPp, without sipp: tst_scenarios runs them.
class tst_ScenarioTexts : public QObject
{
    Q_OBJECT
private slots:
    void nothingOfADigest();
    void aDigestNeedsAChallenge();
    void whatIsLeftIsCounted();
    void pausesAreBounded();
    void theAnswerNamesWhatWasAsked();
    void aLongRecordFits_data();
    void aLongRecordFits();

private:
    struct Message
    {
        bool ofDevice;
        QByteArray octets;
        std::chrono::milliseconds after = 100ms;
    };
    static QByteArray message(const QByteArray &start, const QByteArray &callId, const QByteArray &method,
        const QByteArray &extra = {}, const QByteArray &body = {}, const QByteArray &device = "34020000001320000001")
    {
        const bool ofPlatform = body.contains("<Query>") || method == "INVITE";
        const QByteArray platform = "34020000002000000001";
        return start + "\r\nVia: SIP/2.0/UDP 192.0.2.64:5060;branch=z9hG4bK" + callId + "\r\nFrom: <sip:"
            + (ofPlatform ? platform : device) + "@3402000000>;tag=1\r\nTo: <sip:" + (ofPlatform ? device : platform)
            + "@3402000000>" + (start.startsWith("SIP/2.0") ? ";tag=2" : "") + "\r\nCall-ID: " + callId + "\r\nCSeq: 1 "
            + method + "\r\n" + extra + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    static QByteArray request(const QByteArray &method, const QByteArray &callId, const QByteArray &extra = {},
        const QByteArray &body = {}, const QByteArray &device = "34020000001320000001")
    {
        return message(
            method + " sip:34020000002000000001@192.0.2.10:5060 SIP/2.0", callId, method, extra, body, device);
    }
    static QByteArray answer(const QByteArray &status, const QByteArray &callId, const QByteArray &method,
        const QByteArray &extra = {}, const QByteArray &body = {})
    {
        return message("SIP/2.0 " + status, callId, method, extra, body);
    }
    QByteArray scenario(const QList<Message> &messages, const QByteArray &format, Profile profile = Profile::OwnSite)
    {
        QByteArray octets = PcapngWriter::fileHeader(QStringLiteral("test"), {});
        const Endpoint device{QHostAddress(QStringLiteral("192.0.2.64")), 5060},
            platform{QHostAddress(QStringLiteral("192.0.2.10")), 5060};
        Datagram datagram;
        datagram.at = TimePoint(1'772'409'600s);
        for (const Message &one : messages) {
            datagram.at += one.after;
            datagram.from = one.ofDevice ? device : platform;
            datagram.to = one.ofDevice ? platform : device;
            datagram.octets = one.octets;
            octets += PcapngWriter::packet(datagram);
        }
        const QString from = m_folder.filePath(QStringLiteral("in.pcapng")),
                      to = m_folder.filePath(QStringLiteral("out"));
        QFile in(from);
        if (!in.open(QIODevice::WriteOnly) || in.write(octets) != octets.size())
            return {};
        in.close();
        const ExportResult result = exportCapture({from}, to, {.format = format, .profile = profile, .replace = true});
        QFile out(to);
        return result.error.isEmpty() && out.open(QIODevice::ReadOnly) ? out.readAll() : result.error.toUtf8();
    }
    static QList<Message> registration(const QByteArray &challenge = "401 Unauthorized")
    {
        return {{true, request("REGISTER", "a")},
            {false,
                answer(challenge, "a", "REGISTER", "WWW-Authenticate: Digest realm=\"3402000000\",nonce=\"f00\"\r\n")
                    .replace("CSeq: 1", "CSeq: 1")},
            {true, authorized()}, {false, answer("200 OK", "a", "REGISTER").replace("CSeq: 1", "CSeq: 2")}};
    }
    static QByteArray authorized()
    {
        return request("REGISTER", "a",
            "Authorization: Digest username=\"34020000001320000001\",realm=\"3402000000\",nonce=\"f00\","
            "uri=\"sip:x\",response=\"0123456789abcdef0123456789abcdef\",cnonce=\"c0ffee\"\r\n")
            .replace("CSeq: 1", "CSeq: 2");
    }

    QTemporaryDir m_folder;
};

/// Not even where secrets stay.
void tst_ScenarioTexts::nothingOfADigest()
{
    for (const char *const format : {"sipp-device", "sipp-platform"}) {
        const QByteArray xml = scenario(registration(), format, Profile::None);
        QVERIFY2(xml.contains("REGISTER") && xml.contains("401"), xml.constData());
        QVERIFY2(!xml.contains("0123456789abcdef") && !xml.contains("c0ffee"), xml.constData());
    }
    const QByteArray xml = scenario(registration(), "sipp-device");
    QVERIFY(xml.contains("\n[field1]\n") && xml.contains("REGISTER sip:[service]@[remote_ip]:[remote_port] SIP/2.0"));
    QVERIFY(xml.contains("<recv response=\"401\" auth=\"true\"/>"));
}

/// A record that begins in the middle.
void tst_ScenarioTexts::aDigestNeedsAChallenge()
{
    const QByteArray xml = scenario(registration().mid(2), "sipp-device");
    QVERIFY2(xml.indexOf("<recv response=\"401\" auth=\"true\"/>") < xml.indexOf("[field1]"), xml.constData());
    QVERIFY(xml.contains("not in the record"));
}

void tst_ScenarioTexts::whatIsLeftIsCounted()
{
    QList<Message> messages = registration();
    messages.append({true, request("REGISTER", "b", {}, {}, "34020000001320000002")});
    messages.append({true, "\r\n\r\n"});
    messages.append({false, answer("200 OK", "never", "MESSAGE")});
    const QByteArray xml = scenario(messages, "sipp-device");
    QVERIFY2(xml.contains("NOT HERE: 1 message(s) that are of other devices"), xml.constData());
    QVERIFY2(xml.contains("NOT HERE: 1 message(s) that are no SIP"), xml.constData());
    QVERIFY2(xml.contains("NOT HERE: 1 message(s) that come where sipp cannot"), xml.constData());
    QVERIFY(scenario({}, "sipp-device").contains("Nothing of the record can be played"));
}

void tst_ScenarioTexts::pausesAreBounded()
{
    QList<Message> messages = registration();
    messages.append({true, request("MESSAGE", "k", {}, "<Notify><CmdType>Keepalive</CmdType><SN>1</SN></Notify>"), 1h});
    messages.append({false, answer("200 OK", "k", "MESSAGE")});
    const QByteArray xml = scenario(messages, "sipp-device");
    QVERIFY2(xml.contains("<pause milliseconds=\"60000\"/>"), xml.constData());
    QVERIFY(xml.contains("1 pauses are cut to 60 s."));
}

/// SN and SSRC are those of the question, whatever they were.
void tst_ScenarioTexts::theAnswerNamesWhatWasAsked()
{
    const QByteArray query
        = "<Query><CmdType>Catalog</CmdType><SN>17</SN><DeviceID>34020000001320000001</DeviceID></Query>",
        sdp = "v=0\r\nc=IN IP4 192.0.2.10\r\nm=video 6000 RTP/AVP 96\r\ny=0200000001\r\n";
    QByteArray response = query, ours = sdp;
    response.replace("Query>", "Response>");
    ours.replace("192.0.2.10", "192.0.2.64");
    QList<Message> messages = registration();
    messages.append({false, request("MESSAGE", "q", {}, query)});
    messages.append({true, answer("200 OK", "q", "MESSAGE", {}, {})});
    messages.append({true, request("MESSAGE", "r", {}, response)});
    messages.append({false, answer("200 OK", "r", "MESSAGE")});
    messages.append({false, request("INVITE", "i", {}, sdp)});
    messages.append({true, answer("200 OK", "i", "INVITE", {}, ours)});
    const QByteArray xml = scenario(messages, "sipp-device-answers");
    QVERIFY2(xml.contains("<SN>[$sn]</SN><DeviceID>[$asked]</DeviceID>"), xml.constData());
    QVERIFY2(xml.contains("c=IN IP4 [local_ip]\n") && xml.contains("y=[$ssrc]\n"), xml.constData());
}

void tst_ScenarioTexts::aLongRecordFits_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char *const format : {"sipp-device", "sipp-device-answers", "sipp-platform"})
        QTest::newRow(format) << QByteArray(format);
}

/// sipp reads no more than 64 KiB, and no scenario with a jump to nowhere.
void tst_ScenarioTexts::aLongRecordFits()
{
    QFETCH(const QByteArray, format);
    QList<Message> messages = registration();
    for (int i = 0; i < 300; ++i) {
        const QByteArray number = QByteArray::number(i), filler(i % 3 == 0 ? 4'000 : 20, '\x07');
        const bool asks = i % 2 == 0;
        const QByteArray root = asks ? "Query" : "Notify",
                         body = "<" + root + "><CmdType>Kind" + number + "</CmdType><SN>" + number + "</SN><!--"
            + filler + "--></" + root + ">";
        messages.append({!asks, request("MESSAGE", "c" + number, {}, body)});
        messages.append({asks, answer("200 OK", "c" + number, "MESSAGE")});
    }
    const QByteArray xml = scenario(messages, format);
    QVERIFY2(xml.size() < 65'000 && xml.size() > 10'000, QByteArray::number(xml.size()).constData());
    QVERIFY(xml.contains("have no room"));
    QSet<QString> labels, jumps;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"label")
            labels.insert(reader.attributes().value(QStringLiteral("id")).toString());
        for (const char *const name : {"next", "ontimeout"}) {
            if (reader.attributes().hasAttribute(QLatin1String(name)))
                jumps.insert(reader.attributes().value(QLatin1String(name)).toString());
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY2((jumps - labels).isEmpty(), qPrintable(QStringList((jumps - labels).values()).join(u' ')));
}

QTEST_GUILESS_MAIN(tst_ScenarioTexts)
#include "tst_scenariotexts.moc"
