#include "core/capture/pcapngwriter.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;

/// tshark judges what we write: it reads every packet, and finds every checksum right.
class tst_PcapngWriter : public QObject
{
    Q_OBJECT
private slots:
    void tsharkReadsWhatWasWritten_data();
    void tsharkReadsWhatWasWritten();
};

void tst_PcapngWriter::tsharkReadsWhatWasWritten_data()
{
    QTest::addColumn<bool>("next");
    QTest::newRow("pcapng") << true;
    QTest::newRow("pcap") << false;
}

void tst_PcapngWriter::tsharkReadsWhatWasWritten()
{
    QFETCH(const bool, next);
    if (QStandardPaths::findExecutable(QStringLiteral("tshark")).isEmpty())
        QSKIP("tshark is not installed");
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("written")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(next ? PcapngWriter::fileHeader(QStringLiteral("gbscope"), QStringLiteral("made by a test"))
                    : PcapWriter::fileHeader());
    const QByteArray head = "OPTIONS sip:a@b SIP/2.0\r\nContent-Length: 0\r\n\r\n";
    const QList<int> sizes{1, 2, 333, 60000};
    Datagram d;
    d.at = TimePoint(std::chrono::microseconds(1'772'409'600'123'456));
    for (const QString &address : {QStringLiteral("127.0.0.1"), QStringLiteral("::1")}) {
        d.from = {QHostAddress(address), 5060};
        d.to = {QHostAddress(address), 5061};
        for (const int size : sizes) { // odd and even: the checksum pads
            d.octets = head + QByteArray(size, 'x');
            file.write(next ? PcapngWriter::packet(d, QStringLiteral("a note")) : PcapWriter::packet(d));
        }
    }
    file.close();
    QProcess tshark;
    tshark.start(QStringLiteral("tshark"),
        {QStringLiteral("-r"), file.fileName(), QStringLiteral("-o"), QStringLiteral("udp.check_checksum:TRUE"),
            QStringLiteral("-o"), QStringLiteral("ip.check_checksum:TRUE"), QStringLiteral("-T"),
            QStringLiteral("fields"), QStringLiteral("-e"), QStringLiteral("frame.time_epoch"), QStringLiteral("-e"),
            QStringLiteral("udp.checksum.status"), QStringLiteral("-e"), QStringLiteral("udp.length"),
            QStringLiteral("-Y"), QStringLiteral("sip && !ip.checksum.status == \"Bad\"")});
    QVERIFY(tshark.waitForFinished(30000));
    const QList<QByteArray> lines = tshark.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(lines.size(), 8);
    for (int i = 0; i < 8; ++i) {
        const QList<QByteArray> fields = lines[i].split('\t');
        QCOMPARE(fields.size(), 3);
        QVERIFY2(fields[0].startsWith("1772409600.123456"), fields[0].constData());
        QCOMPARE(fields[1], QByteArray("1")); // good
        QCOMPARE(fields[2].toInt(), 8 + head.size() + sizes[i % 4]);
    }
}

QTEST_GUILESS_MAIN(tst_PcapngWriter)
#include "tst_pcapngwriter.moc"
