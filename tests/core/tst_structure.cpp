#include "core/message/structure.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace gb;

class tst_Structure : public QObject
{
    Q_OBJECT
private slots:
    void aRegisterInItsParts();
    void aSessionDescriptionIsABranch();
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
