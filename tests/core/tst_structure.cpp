#include "core/message/bodytree.h"
#include "core/message/structure.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <algorithm>
#include <functional>

using namespace gb;

class tst_Structure : public QObject
{
    Q_OBJECT
private slots:
    void aRegisterInItsParts();
    void aSessionDescriptionIsABranch();
    void namesAreAsTheyCame();
    void xmlIsATree();
    void brokenXmlIsATreeUpToThere();
    void deepXmlIsCut();
    void aPartIsReadByItsOwnType();
    void anyOtherBodyIsItsText();
    void overTheLimitsIsNotTried();
    void hostileFilesDoNoHarm();
};

static QString find(const QList<StructureNode> &nodes, const QStringList &path)
{
    for (const StructureNode &node : nodes) {
        if (node.name == path.constFirst())
            return path.size() == 1 ? node.value : find(node.parts, path.mid(1));
    }
    return {};
}

void tst_Structure::aRegisterInItsParts()
{
    const MessageStructure structure = structureOf(
        "REGISTER sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP "
        "192.168.1.64:5060;rport;branch=z9hG4bK7\r\nFrom: \"Gate\" <sip:34020000001320000001@3402000000>;tag=a\r\n"
        "To: <sip:34020000001320000001@3402000000>\r\nCall-ID: 1@h\r\nCSeq: 2 REGISTER\r\nContact: "
        "<sip:34020000001320000001@192.168.1.64:5060>;expires=60\r\n"
        "Authorization: Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"sip:x\", response=\"abc\"\r\nX-GB-Ver: "
        "3.0\r\nContent-Length: 0\r\n\r\n");
    QVERIFY(structure.parsed);
    const auto value = [&](const QStringList &path) { return find(structure.nodes, path); };
    QCOMPARE(value({QStringLiteral("Request-URI"), QStringLiteral("user")}), QStringLiteral("34020000002000000001"));
    QCOMPARE(value({QStringLiteral("Via"), QStringLiteral("branch")}), QStringLiteral("z9hG4bK7"));
    QCOMPARE(value({QStringLiteral("Via"), QStringLiteral("sent-by port")}), QStringLiteral("5060"));
    QCOMPARE(value({QStringLiteral("From"), QStringLiteral("tag")}), QStringLiteral("a"));
    QCOMPARE(value({QStringLiteral("From")}), QStringLiteral("34020000001320000001@3402000000"));
    QCOMPARE(value({QStringLiteral("Contact"), QStringLiteral("expires")}), QStringLiteral("60"));
    QCOMPARE(value({QStringLiteral("Authorization")}), QStringLiteral("Digest"));
    QCOMPARE(value({QStringLiteral("CSeq")}), QStringLiteral("2 REGISTER"));
    QCOMPARE(value({QStringLiteral("x-gb-ver")}).isEmpty() ? value({QStringLiteral("X-GB-Ver")})
                                                           : value({QStringLiteral("x-gb-ver")}),
        QStringLiteral("3.0"));
}

void tst_Structure::aSessionDescriptionIsABranch()
{
    const QByteArray body
        = "v=0\r\no=34020000001310000001 0 0 IN IP4 192.168.1.15\r\ns=Play\r\nc=IN IP4 192.168.1.15\r\nt=0 "
          "0\r\nm=video 30012 RTP/AVP 96\r\na=rtpmap:96 PS/90000\r\ny=0200000001\r\n";
    const MessageStructure structure = structureOf(
        "INVITE sip:34020000001310000001@192.168.1.64:5060 SIP/2.0\r\nVia: SIP/2.0/UDP "
        "192.168.1.15:5060;rport;branch=z9hG4bK7\r\nFrom: <sip:34020000002000000001@3402000000>;tag=a\r\n"
        "To: <sip:34020000001310000001@3402000000>\r\nCall-ID: 1@h\r\nCSeq: 1 INVITE\r\nContent-Type: "
        "APPLICATION/SDP\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    const auto value = [&](const QStringList &path) {
        return find(structure.nodes, QStringList{QStringLiteral("SDP")} + path);
    };
    QCOMPARE(find(structure.nodes, {QStringLiteral("SDP")}), QStringLiteral("Play"));
    QCOMPARE(value({QStringLiteral("c")}), QStringLiteral("IN IP4 192.168.1.15"));
    QCOMPARE(value({QStringLiteral("m")}), QStringLiteral("video 30012 RTP/AVP 96"));
    QCOMPARE(value({QStringLiteral("m"), QStringLiteral("a")}), QStringLiteral("rtpmap:96 PS/90000"));
    QCOMPARE(value({QStringLiteral("y")}), QStringLiteral("0200000001"));
}

static QByteArray messageWith(const QByteArray &type, const QByteArray &body)
{
    return "MESSAGE sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP "
           "192.168.1.64:5060;branch=z9hG4bK7\r\nFrom: <sip:34020000001320000001@3402000000>;tag=a\r\n"
           "To: <sip:34020000002000000001@3402000000>\r\nCall-ID: 1@h\r\nCSeq: 20 MESSAGE\r\nMAX-Forwards: "
           "70\r\nX-GB-Ver: 3.0\r\nSubject: s\r\nContent-Type: "
        + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void tst_Structure::namesAreAsTheyCame()
{
    const MessageStructure structure = structureOf(messageWith("Application/MANSCDP+xml", "<Notify/>"));
    QVERIFY(structure.parsed);
    for (const char *name : {"MAX-Forwards", "X-GB-Ver", "Subject", "Content-Type", "Call-ID"})
        QVERIFY2(!find(structure.nodes, {QLatin1String(name)}).isEmpty(), name);
}

void tst_Structure::xmlIsATree()
{
    const QByteArray body
        = "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Response>\r\n<CmdType>Catalog</CmdType>\r\n<SN>17</SN>\r\n"
          "<DeviceList Num=\"1\">\r\n<Item>\r\n<Name>\xc9\xe3\xcf\xf1\xbb\xfa</Name>\r\n<a:Odd "
          "x=\"\xe2\x80\xae\"/>\r\n</Item>\r\n</DeviceList>\r\n</Response>\r\n";
    const auto nodes = structureOf(messageWith("Application/MANSCDP+xml", body)).nodes;
    const auto value = [&](const QStringList &path) {
        return find(nodes, QStringList{QStringLiteral("XML"), QStringLiteral("Response")} + path);
    };
    QCOMPARE(value({QStringLiteral("CmdType")}), QStringLiteral("Catalog"));
    QCOMPARE(value({QStringLiteral("DeviceList"), QStringLiteral("Num")}), QStringLiteral("1"));
    QCOMPARE(value({QStringLiteral("DeviceList"), QStringLiteral("Item"), QStringLiteral("Name")}),
        QStringLiteral("\u6444\u50cf\u673a"));
    QVERIFY(nodes.constLast().parts.constFirst().kind == StructureNode::Kind::Element);
    const auto forced = structureOf(messageWith("Application/MANSCDP+xml", body), Charset::Utf8).nodes;
    QVERIFY(find(forced,
        {QStringLiteral("XML"), QStringLiteral("Response"), QStringLiteral("DeviceList"), QStringLiteral("Item"),
            QStringLiteral("Name")})
                .contains(QChar(QChar::ReplacementCharacter)));
}

void tst_Structure::brokenXmlIsATreeUpToThere()
{
    const auto nodes = structureOf(messageWith("Application/MANSCDP+xml", "<Notify><SN>5</SN>\n<Status>OK</Notify>"))
                           .nodes;
    QCOMPARE(find(nodes, {QStringLiteral("XML"), QStringLiteral("Notify"), QStringLiteral("SN")}), QStringLiteral("5"));
    const StructureNode &last = nodes.constLast().parts.constLast();
    QVERIFY(last.kind == StructureNode::Kind::Broken && last.value.startsWith(QStringLiteral("2:")));
}

void tst_Structure::deepXmlIsCut()
{
    for (const QByteArray &body :
        {QByteArray("<a>").repeated(50'000), QByteArray("<a>" + QByteArray("<b/>").repeated(50'000)),
            QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")}) {
        const auto nodes = bodyOf("application/xml", {body.constData(), static_cast<std::size_t>(body.size())});
        QVERIFY(nodes.constFirst().parts.constLast().kind == StructureNode::Kind::Cut);
        int deepest = 0, count = 0;
        const std::function<void(const QList<StructureNode> &, int)> walk = [&](const auto &all, int depth) {
            deepest = std::max(deepest, depth);
            count += static_cast<int>(all.size());
            for (const StructureNode &one : all)
                walk(one.parts, depth + 1);
        };
        walk(nodes, 0);
        QVERIFY(deepest <= BodyLimits::depth + 3 && count <= BodyLimits::nodes + 3);
    }
}

void tst_Structure::aPartIsReadByItsOwnType()
{
    const QByteArray body = "--b1\r\nContent-Type: application/sdp\r\n\r\nv=0\r\ns=Play\r\n--b1\r\nContent-Type: "
                            "Application/MANSCDP+xml\r\n\r\n<Control><SN>1</SN></Control>\r\n--b1--\r\n";
    for (const char *type : {"multipart/mixed;boundary=b1", "multipart/mixed; charset=x; boundary=\"b1\""}) {
        const auto nodes = structureOf(messageWith(type, body)).nodes;
        QCOMPARE(find(nodes, {QStringLiteral("part 1"), QStringLiteral("SDP"), QStringLiteral("s")}),
            QStringLiteral("Play"));
        QCOMPARE(
            find(nodes,
                {QStringLiteral("part 2"), QStringLiteral("XML"), QStringLiteral("Control"), QStringLiteral("SN")}),
            QStringLiteral("1"));
        QCOMPARE(find(nodes, {QStringLiteral("part 2")}), QStringLiteral("Application/MANSCDP+xml"));
    }
}

void tst_Structure::anyOtherBodyIsItsText()
{
    auto nodes = structureOf(messageWith("Application/MANSRTSP", "PAUSE RTSP/1.0\r\nCSeq: 1\r\nPauseTime: now\r\n\r\n"))
                     .nodes;
    QCOMPARE(find(nodes, {QStringLiteral("Application/MANSRTSP"), QStringLiteral("PauseTime")}), QStringLiteral("now"));
    nodes = structureOf(messageWith("text/plain", "hello")).nodes;
    QCOMPARE(find(nodes, {QStringLiteral("text/plain")}), QStringLiteral("hello"));
}

void tst_Structure::overTheLimitsIsNotTried()
{
    const MessageStructure structure = structureOf(
        "OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\nAllow: " + QByteArray(60'000, ',')
        + "\r\n\r\n");
    QVERIFY(!structure.tried);
    QVERIFY(!structureOf("GET / HTTP/1.1\r\n\r\n").tried);
}

void tst_Structure::hostileFilesDoNoHarm()
{
    const QDir corpus(QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad"));
    int parsed = 0, refused = 0;
    for (const QString &name : corpus.entryList({QStringLiteral("*.dat"), QStringLiteral("*.tmpl")}, QDir::Files)) {
        QFile file(corpus.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const MessageStructure structure = structureOf(file.readAll());
        parsed += structure.parsed ? 1 : 0;
        refused += structure.tried && !structure.parsed ? 1 : 0;
        const std::function<void(const QList<StructureNode> &)> safe = [&](const QList<StructureNode> &nodes) {
            for (const StructureNode &node : nodes) {
                for (const QChar c : QString(node.name + node.value))
                    QVERIFY2(c.category() != QChar::Other_Control && c.unicode() != 0x202e, qPrintable(name));
                safe(node.parts);
            }
        };
        safe(structure.nodes);
    }
    QVERIFY(parsed > 60);
    QVERIFY(refused > 3);
}

QTEST_GUILESS_MAIN(tst_Structure)
#include "tst_structure.moc"
