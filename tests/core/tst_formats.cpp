#include "core/capture/pcapngwriter.h"
#include "core/report/exporter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

/// The same few messages in every form: what is written can be read by who reads that form, whatever a stranger wrote.
class tst_Formats : public QObject
{
    Q_OBJECT
private slots:
    void everyFormatIsNamed();
    void ladders_data();
    void ladders();
    void aLadderShowsWholeLabels();
    void oneAddressTwoPorts();
    void moreLanesThanRoom();
    void mermaid();
    void plantUml();
    void fencesStayClosed();
    void tables();
    void objects();
    void tablesOfDevices_data();
    void tablesOfDevices();
    void tableOfMedia();
    void noFormula();
    void pictures_data();
    void pictures();
    void devicesHaveNoDialogs();
    void someMessagesAlone();
    void anUnknownFormat();

private:
    struct Message
    {
        const char *from, *to;
        QByteArray octets;
    };
    static QByteArray request(const QByteArray &callId, const QByteArray &extra = {})
    {
        return QByteArray("REGISTER sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK")
            + callId + "\r\nFrom: <sip:34020000001320000001@3402000000>;tag=1\r\nTo: <sip:34020000001320000001@d>\r\n"
            + extra + "Call-ID: " + callId + "\r\nCSeq: 1 REGISTER\r\nContent-Length: 0\r\n\r\n";
    }
    static QByteArray answer(const QByteArray &callId)
    {
        return QByteArray("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK") + callId
            + "\r\nFrom: <sip:34020000001320000001@3402000000>;tag=1\r\nTo: <sip:34020000001320000001@d>;tag=2\r\n"
              "Call-ID: "
            + callId + "\r\nCSeq: 1 REGISTER\r\nContent-Length: 0\r\n\r\n";
    }
    static Endpoint endpoint(const char *text)
    {
        const QString whole = QString::fromLatin1(text);
        return {QHostAddress(whole.section(u':', 0, 0)), whole.section(u':', 1).toUShort()};
    }
    /// What the format makes of them; a second lies between two.
    QString exported(const QList<Message> &messages, const QByteArray &format, int columns = 120)
    {
        const QString from = m_folder.filePath(QStringLiteral("in.pcapng")),
                      to = m_folder.filePath(QStringLiteral("out"));
        QByteArray octets = PcapngWriter::fileHeader(QStringLiteral("test"), {});
        Datagram datagram;
        datagram.at = TimePoint(1'772'409'600s);
        for (const Message &message : messages) {
            datagram.from = endpoint(message.from);
            datagram.to = endpoint(message.to);
            datagram.octets = message.octets;
            octets += PcapngWriter::packet(datagram);
            datagram.at += 1s;
        }
        QFile in(from);
        if (!in.open(QIODevice::WriteOnly) || in.write(octets) != octets.size())
            return {};
        in.close();
        m_result = exportCapture({from}, to, {.format = format, .how = {.columns = columns}, .replace = true});
        QFile out(to);
        m_written = m_result.error.isEmpty() && out.open(QIODevice::ReadOnly) ? out.readAll() : QByteArray();
        return QString::fromUtf8(m_written);
    }
    static QList<Message> registration()
    {
        return {
            {"192.0.2.64:5060", "192.0.2.10:5060", request("a")}, {"192.0.2.10:5060", "192.0.2.64:5060", answer("a")}};
    }

    QTemporaryDir m_folder;
    ExportResult m_result;
    QByteArray m_written;
};

void tst_Formats::everyFormatIsNamed()
{
    QSet<QByteArray> ids;
    for (const Format &format : formats()) {
        ids.insert(format.id);
        QVERIFY(QByteArray(format.ending).startsWith('.'));
        QCOMPARE(formatOf(format.id), &format);
        QVERIFY2(!exported(registration(), format.id).isEmpty() || m_result.entries == quint64(0), format.id);
        QCOMPARE(m_result.messages, quint64(2));
    }
    QCOMPARE(ids.size(), static_cast<qsizetype>(formats().size()));
}

void tst_Formats::ladders_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("left");
    QTest::addRow("drawn") << QByteArray("ladder") << QStringLiteral("\u2502 REGISTER")
                           << QStringLiteral("\u2500\u25b6\u2502") << QStringLiteral("\u2502\u25c0\u2500");
    QTest::addRow("ASCII") << QByteArray("ladder-ascii") << QStringLiteral("| REGISTER") << QStringLiteral("->|")
                           << QStringLiteral("|<-");
}

void tst_Formats::ladders()
{
    QFETCH(const QByteArray, format);
    QFETCH(const QString, label);
    QFETCH(const QString, right);
    QFETCH(const QString, left);
    const QString text = exported(registration(), format, 80);
    const QStringList lines = text.split(u'\n');
    QVERIFY(text.contains(QStringLiteral("192.0.2.64")) && text.contains(QStringLiteral("192.0.2.10")));
    const auto line = [&](const QString &with) {
        const auto found = std::find_if(
            lines.begin(), lines.end(), [&](const QString &one) { return one.contains(with); });
        return found == lines.end() ? -1 : static_cast<int>(found - lines.begin());
    };
    const int first = line(label);
    QVERIFY(first > 0);
    QVERIFY2(lines.at(first + 1).startsWith(u"#1 ") && lines.at(first + 1).endsWith(right), qPrintable(text));
    QVERIFY(lines.at(first + 2).contains(QStringLiteral(" 200")));
    QVERIFY2(lines.at(first + 3).startsWith(u"#2 ") && lines.at(first + 3).contains(left), qPrintable(text));
    for (const QString &one : lines.mid(2))
        QVERIFY2(one.size() <= 80, qPrintable(one));
    if (format == "ladder-ascii")
        QVERIFY(std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.unicode() < 0x80; }));
}

/// Longer than the room between two lanes.
void tst_Formats::aLadderShowsWholeLabels()
{
    const QByteArray body
        = "<?xml version=\"1.0\"?>\r\n<Notify><CmdType>MobilePositionAndMuchMoreThanThat</CmdType><SN>17</SN>"
          "<DeviceID>34020000001320000001</DeviceID></Notify>";
    QByteArray message = request("a");
    message.replace("REGISTER", "MESSAGE")
        .replace("Content-Length: 0",
            QByteArray("Content-Type: Application/MANSCDP+xml\r\nContent-Length: " + QByteArray::number(body.size())));
    const QString text = exported({{"192.0.2.64:5060", "192.0.2.10:5060", message + body}}, "ladder", 60);
    QVERIFY2(text.contains(QStringLiteral(" notify SN 17\n")), qPrintable(text));
}

void tst_Formats::oneAddressTwoPorts()
{
    const QString text = exported({{"127.0.0.1:5061", "127.0.0.1:5060", request("a")}}, "ladder");
    QVERIFY(text.contains(QStringLiteral("127.0.0.1:5061")) && text.contains(QStringLiteral("127.0.0.1:5060")));
}

void tst_Formats::moreLanesThanRoom()
{
    QList<Message> messages;
    QList<QByteArray> names;
    for (int i = 1; i <= 20; ++i)
        names.append("192.0.2." + QByteArray::number(i) + ":5060");
    for (int i = 1; i < 20; ++i)
        messages.append({names.at(i).constData(), names.at(0).constData(), request("a" + QByteArray::number(i))});
    for (const char *const format : {"ladder", "mermaid", "plantuml"}) {
        const QString text = exported(messages, format);
        for (const QByteArray &name : std::as_const(names)) // nobody is left out
            QVERIFY2(text.contains(QString::fromLatin1(name.left(name.indexOf(':')))), name.constData());
    }
}

void tst_Formats::mermaid()
{
    QList<Message> messages = registration();
    messages.append({"192.0.2.64:5060", "192.0.2.10:5060",
        "X;#%%<script>{} sip:d SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKx\r\nCSeq: 1 X\r\nCall-ID: x\r\n\r\n"});
    for (int i = 0; i < 250; ++i)
        messages.append({"192.0.2.64:5060", "192.0.2.10:5060", request("b" + QByteArray::number(i))});
    const QString text = exported(messages, "mermaid");
    QCOMPARE(text.count(QStringLiteral("```mermaid\nsequenceDiagram\n")), 2);
    QCOMPARE(text.count(QStringLiteral("```\n\n")), 2);
    QCOMPARE(text.count(QStringLiteral("->>")), messages.size());
    QVERIFY(text.contains(QStringLiteral("participant L0 as 192.0.2.64\n")));
    QVERIFY(text.contains(QRegularExpression(QStringLiteral("\n    L1->>L0: [0-9:.]+ #35;2 200\n"))));
    QVERIFY(!text.contains(QStringLiteral("<script>")) && !text.contains(QStringLiteral("%%")));
}

/// Nothing that a stranger wrote is a tag, a style, a variable or a line of its own.
void tst_Formats::plantUml()
{
    QList<Message> messages = registration();
    messages.append({"192.0.2.64:5060", "192.0.2.10:5060",
        "X<img:http:\\nL0->L1:a>%date()**b**__c__~ sip:d SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKx\r\nCSeq: 1 X\r\n"
        "Call-ID: x\r\n\r\n"});
    for (int i = 0; i < 250; ++i)
        messages.append({"192.0.2.64:5060", "192.0.2.10:5060", request("b" + QByteArray::number(i))});
    const QString text = exported(messages, "plantuml");
    QCOMPARE(text.count(QStringLiteral("@startuml\n")), 2);
    QCOMPARE(text.count(QStringLiteral("@enduml\n")), 2);
    QVERIFY(text.contains(QStringLiteral("participant \"192.0.2.64\" as L0\n")));
    static const QRegularExpression plain(
        QStringLiteral("^(L[0-9] -> L[0-9] :|note over L0 :|participant \"|@startuml$|@enduml$|')?([A-Za-z0-9 "
                       ".:,()\"]|<U\\+[0-9A-F]{4}>)*$"));
    qsizetype arrows = 0;
    for (const QString &line : text.split(u'\n')) {
        QVERIFY2(plain.match(line).hasMatch(), qPrintable(line));
        arrows += line.startsWith(u'L');
    }
    QCOMPARE(arrows, messages.size());
}

void tst_Formats::fencesStayClosed()
{
    const QString text = exported(
        {{"192.0.2.64:5060", "192.0.2.10:5060", request("a", "Subject: ````\r\nX-A: ```\r\n")}}, "markdown");
    QCOMPARE(text.count(QStringLiteral("\n`````\n")), 2); // longer than what is in it
}

void tst_Formats::tables()
{
    QList<Message> messages = registration();
    messages[0].octets.replace("Call-ID: a", "Call-ID: =1+1");
    const QString text = exported(messages, "csv");
    const QStringList lines = text.split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(m_written.startsWith("\xef\xbb\xbfnumber,"));
    QVERIFY(lines.at(1).contains(
        QStringLiteral("1,2026-03-02T00:00:00.000Z,192.0.2.64:5060,192.0.2.10:5060,UDP,REGISTER,,")));
    QVERIFY(lines.at(1).contains(QStringLiteral(",'=1+1,")));
    QVERIFY(lines.at(2).contains(QStringLiteral(",REGISTER,200,")));
}

void tst_Formats::objects()
{
    const QStringList lines = exported(registration(), "jsonl").split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    const QJsonObject first = QJsonDocument::fromJson(lines.at(0).toUtf8()).object(),
                      second = QJsonDocument::fromJson(lines.at(1).toUtf8()).object();
    QCOMPARE(first.value(QStringLiteral("number")).toInt(), 1);
    QCOMPARE(first.value(QStringLiteral("text")).toString(), QString::fromLatin1(request("a")));
    QCOMPARE(second.value(QStringLiteral("answers")).toInt(), 1);
    QCOMPARE(second.value(QStringLiteral("status")).toInt(), 200);
}

/// Cells of a line that has no line ends in it.
static QStringList cells(const QString &line)
{
    static const QRegularExpression cell(QStringLiteral("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))"));
    QStringList out;
    for (auto it = cell.globalMatch(line); it.hasNext();) {
        const QRegularExpressionMatch one = it.next();
        out << one.captured(1).replace(QStringLiteral("\"\""), QStringLiteral("\"")) + one.captured(2);
    }
    return out;
}

void tst_Formats::tablesOfDevices_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("values");
    const QString id = QStringLiteral("34020000001320000001");
    QTest::newRow("devices") << QByteArray("devices") << 1 << QStringLiteral("id") << QStringList{id};
    QTest::newRow("heartbeats") << QByteArray("heartbeats") << 4 << QStringLiteral("event")
                                << QStringList{QStringLiteral("registered"), QStringLiteral("heartbeat"),
                                       QStringLiteral("heartbeat"), QStringLiteral("away-silent")};
    QTest::newRow("findings") << QByteArray("findings") << 1 << QStringLiteral("device") << QStringList{id};
}

/// CSV and JSON Lines have the same rows, and the same values.
void tst_Formats::tablesOfDevices()
{
    QFETCH(const QByteArray, table);
    QFETCH(const int, rows);
    QFETCH(const QString, key);
    QFETCH(const QStringList, values);
    QList<Message> messages = registration();
    for (int i = 1; i <= 3; ++i) {
        const QByteArray body = "<?xml version=\"1.0\"?><Notify><CmdType>Keepalive</CmdType><SN>"
            + QByteArray::number(i) + "</SN><DeviceID>34020000001320000001</DeviceID><Status>OK</Status></Notify>",
                         callId = "k" + QByteArray::number(i);
        QByteArray beat = request(callId);
        beat.replace("REGISTER", "MESSAGE")
            .replace("Content-Length: 0",
                QByteArray(
                    "Content-Type: Application/MANSCDP+xml\r\nContent-Length: " + QByteArray::number(body.size())));
        messages.append({"192.0.2.64:5060", "192.0.2.10:5060", beat + body});
        messages.append({"192.0.2.10:5060", "192.0.2.64:5060", answer(callId).replace("REGISTER", "MESSAGE")});
    }
    const QStringList lines = exported(messages, table + "-csv").split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    const QStringList header = cells(lines.value(0));
    QList<QJsonObject> objects;
    for (const QString &line : exported(messages, table + "-jsonl").split(u'\n', Qt::SkipEmptyParts))
        objects.append(QJsonDocument::fromJson(line.toUtf8()).object());
    QCOMPARE(m_result.entries.value_or(0), quint64(objects.size()));
    QCOMPARE(lines.size(), objects.size() + 1);
    QVERIFY(header.contains(key));
    QStringList seen;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        const QStringList row = cells(lines.at(i + 1));
        QCOMPARE(row.size(), header.size());
        seen << row.at(header.indexOf(key));
        QCOMPARE(objects.at(i).value(key).toString(), seen.constLast());
    }
    QVERIFY2(objects.size() >= rows, qPrintable(lines.join(u'\n')));
    for (const QString &value : values)
        QVERIFY2(seen.contains(value) || value.startsWith(u"away"), qPrintable(value));
}

void tst_Formats::tableOfMedia()
{
    const QString from = QStringLiteral(GBSCOPE_TEST_DATA "/media/sipp-play.pcap"),
                  to = m_folder.filePath(QStringLiteral("media"));
    const auto table = [&](const QByteArray &format) {
        m_result = exportCapture({from}, to, {.format = format, .replace = true});
        QFile file(to);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    const QStringList lines = table("media-csv").split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    const QJsonObject stream = QJsonDocument::fromJson(table("media-jsonl").section(u'\n', 0, 0).toUtf8()).object();
    QCOMPARE(m_result.entries.value_or(0), quint64(lines.size() - 1));
    QVERIFY(lines.size() > 1);
    const QStringList header = cells(lines.at(0)), row = cells(lines.at(1));
    QCOMPARE(row.size(), header.size());
    for (const char *const name : {"device", "verdict", "video", "ssrc_received"})
        QCOMPARE(row.at(header.indexOf(QLatin1String(name))), stream.value(QLatin1String(name)).toString());
    QCOMPARE(row.at(header.indexOf(QStringLiteral("packets"))).toInt(), stream[u"numbers"][u"packets"].toInt());
    QVERIFY(stream[u"numbers"][u"packets"].toInt() > 0);
}

void tst_Formats::noFormula()
{
    QList<Message> messages = registration();
    messages[0].octets.replace("Call-ID", "User-Agent: =cmd|' /C calc'!A0\r\nCall-ID");
    const QString text = exported(messages, "devices-csv");
    QVERIFY2(text.contains(QStringLiteral(",'=cmd|")), qPrintable(text));
}

void tst_Formats::pictures_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QString>("shown");
    QTest::newRow("ladder") << QByteArray("svg") << QStringLiteral("REGISTER");
    QTest::newRow("heartbeats") << QByteArray("heartbeats-svg") << QStringLiteral("34020000001320000001");
}

/// Files of their own: well-formed, with their colours, and nothing that runs or is loaded.
void tst_Formats::pictures()
{
    QFETCH(const QByteArray, format);
    QFETCH(const QString, shown);
    QList<Message> messages = registration();
    messages.append({"192.0.2.64:5060", "192.0.2.10:5060",
        "X<script>&\x1b sip:d SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKx\r\nCSeq: 1 X\r\nCall-ID: x\r\n\r\n"});
    const QString text = exported(messages, format);
    QVERIFY(text.contains(shown));
    QVERIFY(!text.contains(QStringLiteral("var(")) && !text.contains(QStringLiteral("<script")));
    QXmlStreamReader xml(m_written);
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::StartElement) { }
    QCOMPARE(xml.namespaceUri(), QStringLiteral("http://www.w3.org/2000/svg"));
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(!exported({}, format).isEmpty());
}

void tst_Formats::devicesHaveNoDialogs()
{
    exported(registration(), "devices-csv");
    const ExportResult result = exportCapture({m_folder.filePath(QStringLiteral("in.pcapng"))},
        m_folder.filePath(QStringLiteral("other")), {.format = "devices-csv", .callIds = {QStringLiteral("a")}});
    QVERIFY(result.error.contains(QStringLiteral("of devices")));
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("other"))));
}

void tst_Formats::someMessagesAlone()
{
    exported(registration() + registration(), "csv");
    const quint64 all = m_result.messages;
    QCOMPARE(all, quint64(4));
    const QString in = m_folder.filePath(QStringLiteral("in.pcapng")), to = m_folder.filePath(QStringLiteral("some"));
    const ExportResult result = exportCapture({in}, to, {.format = "text", .numbers = {1, 3, 999}, .replace = true});
    QCOMPARE(result.error, QString());
    QCOMPARE(result.messages, quint64(2));
    QCOMPARE(result.of, all);
    QFile file(to);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("#1 ") && text.contains("#3 ") && !text.contains("#2 "));
    const ExportResult ofDevices = exportCapture(
        {in}, m_folder.filePath(QStringLiteral("none")), {.format = "devices-csv", .numbers = {1}});
    QVERIFY(ofDevices.error.contains(QStringLiteral("of devices")));
}

void tst_Formats::anUnknownFormat()
{
    QFile::remove(m_folder.filePath(QStringLiteral("out")));
    QCOMPARE(exported(registration(), "doc"), QString());
    QVERIFY(m_result.error.contains(QStringLiteral("no such format")));
    QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("out"))));
}

QTEST_GUILESS_MAIN(tst_Formats)
#include "tst_formats.moc"
