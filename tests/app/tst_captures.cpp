#include "tests/support/packets.h"
#include "tests/support/serverprocess.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb::test;
using namespace std::chrono_literals;

/// Captures of any kind: gbscope-cli takes the SIP messages that tshark sees.
class tst_Captures : public QObject
{
    Q_OBJECT
private slots:
    void linkTypes_data();
    void linkTypes();

private:
    static QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished(ServerProcess::patience);
        return process.readAllStandardOutput();
    }
    static QJsonObject messages(const QString &file)
    {
        return QJsonDocument::fromJson(run(QStringLiteral(GBSCOPE_CLI), {QStringLiteral("analyze"), file})).object()[u"messages"].toObject();
    }
    /// A frame may hold several: each has its Call-ID.
    static qsizetype tsharksMessages(const QString &file)
    {
        const QByteArray out = run(QStringLiteral("tshark"), {QStringLiteral("-r"), file, QStringLiteral("-o"), QStringLiteral("tcp.reassemble_out_of_order:TRUE"), QStringLiteral("-Y"),
                                                              QStringLiteral("sip"), QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-E"), QStringLiteral("occurrence=a"),
                                                              QStringLiteral("-E"), QStringLiteral("aggregator=;"), QStringLiteral("-e"), QStringLiteral("sip.Call-ID")});
        return out.count('\n') + out.count(';');
    }
    QString file(const QByteArray &octets)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.cap").arg(++m_files));
        return writeFile(path, octets) ? path : QString();
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void tst_Captures::linkTypes_data()
{
    QTest::addColumn<quint32>("linkType");
    QTest::addColumn<QByteArray>("ahead"); ///< of the IP packet
    QTest::newRow("Ethernet") << 1U << ethernet(0x0800, {});
    QTest::newRow("802.1ad, 802.1Q") << 1U << ethernet(0x88a8, vlan(1, 0x8100, vlan(2, 0x0800, {})));
    QTest::newRow("cooked") << 113U << QByteArray::fromHex("00000001000602000000000100000800");
    QTest::newRow("cooked 2") << 276U << QByteArray::fromHex("0800000000000001000100060200000000010000");
    QTest::newRow("raw") << 101U << QByteArray();
    QTest::newRow("loopback") << 0U << QByteArray::fromHex("02000000");
    QTest::newRow("IP in IP") << 101U << QByteArray();
    QTest::newRow("PPPoE") << 1U << QByteArray();
}

void tst_Captures::linkTypes()
{
    QFETCH(const quint32, linkType);
    QFETCH(const QByteArray, ahead);
    QByteArrayList packets;
    for (int i = 1; i <= 3; ++i) {
        QByteArray packet = ip4(17, udp(optionsRequest(i)));
        if (QTest::currentDataTag() == QByteArray("IP in IP"))
            packet = ip4(4, packet);
        else if (QTest::currentDataTag() == QByteArray("PPPoE"))
            packet = ethernet(0x8864, pppoe(0x0021, packet));
        packets << ahead + packet;
    }
    const QString path = file(pcapOf(linkType, packets));
    QCOMPARE(messages(path)[u"sip"].toInt(), 3);
    QCOMPARE(tsharksMessages(path), 3);
}

QTEST_GUILESS_MAIN(tst_Captures)
#include "tst_captures.moc"
