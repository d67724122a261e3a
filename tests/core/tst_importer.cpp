#include "core/capture/pcapngwriter.h"
#include "core/engine/importer.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

class tst_Importer : public QObject
{
    Q_OBJECT
private slots:
    void segmentsBecomeMessages();
    void aSegmentSentAgainIsTcpsDoing();
    void aMessageSentAgainIsTheDevices();

private:
    void segment(const QByteArray &octets, quint32 sequence, Duration at);
    QList<Trace> read();
    static QByteArray options(int cseq)
    {
        return "OPTIONS sip:s@d SIP/2.0\r\nVia: SIP/2.0/TCP 10.0.0.2:5060;branch=z9hG4bK" + QByteArray::number(cseq)
            + "\r\nFrom: <sip:a@d>;tag=1\r\nTo: <sip:s@d>\r\nCall-ID: c\r\nCSeq: " + QByteArray::number(cseq) + " OPTIONS\r\nContent-Length: 0\r\n\r\n";
    }

    QByteArray m_file;
};

void tst_Importer::segment(const QByteArray &octets, quint32 sequence, Duration at)
{
    if (m_file.isEmpty())
        m_file = PcapngWriter::fileHeader(QStringLiteral("test"), {});
    const TimePoint start{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
    m_file += PcapngWriter::packet({.at = start + at,
                                    .from = {QHostAddress(QStringLiteral("10.0.0.2")), 5060},
                                    .to = {QHostAddress(QStringLiteral("10.0.0.1")), 5060},
                                    .transport = TransportKind::Tcp,
                                    .octets = octets,
                                    .sequence = sequence,
                                    .acknowledged = 1});
}

QList<Trace> tst_Importer::read()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("tcp.pcapng")));
    if (!file.open(QIODevice::WriteOnly) || file.write(std::exchange(m_file, {})) < 0)
        return {};
    file.close();
    Analysis analysis;
    Importer importer(analysis);
    QList<Trace> traces;
    PcapReader::Result result = importer.open(file.fileName()) ? PcapReader::Result::Datagram : PcapReader::Result::Broken;
    while (result == PcapReader::Result::Datagram) {
        if (const auto trace = importer.next(result))
            traces << *trace;
    }
    return traces;
}

void tst_Importer::segmentsBecomeMessages()
{
    const QByteArray both = options(1) + options(2);
    segment(both.left(100), 1000, 0ms);
    segment(both.mid(100), 1100, 1ms);
    const QList<Trace> traces = read();
    QCOMPARE(traces.size(), 2);
    QCOMPARE(traces.at(0).datagram.octets, options(1));
    QCOMPARE(traces.at(0).datagram.sequence, 1000U);
    QCOMPARE(traces.at(1).datagram.octets, options(2));
    QCOMPARE(traces.at(1).datagram.sequence, 1000U + static_cast<quint32>(options(1).size()));
}

void tst_Importer::aSegmentSentAgainIsTcpsDoing()
{
    segment(options(1) + options(2), 1000, 0ms);
    segment(options(1) + options(2), 1000, 300ms);
    segment(options(3), 1000 + static_cast<quint32>(2 * options(1).size()), 400ms);
    const QList<Trace> traces = read();
    QCOMPARE(traces.size(), 5);
    for (int i : {2, 3}) {
        QCOMPARE(traces.at(i).copy.kind, RepeatKind::TcpRepeat);
        QCOMPARE(traces.at(i).repeatOf, static_cast<quint64>(i - 1));
    }
    QCOMPARE(traces.at(4).copy.kind, RepeatKind::None);
}

void tst_Importer::aMessageSentAgainIsTheDevices()
{
    segment(options(1), 1000, 0ms);
    segment(options(1), 1000 + static_cast<quint32>(options(1).size()), 500ms);
    const QList<Trace> traces = read();
    QCOMPARE(traces.size(), 2);
    QCOMPARE(traces.at(1).copy.kind, RepeatKind::Retransmission);
    QVERIFY(traces.at(1).copy.offSchedule);
}

QTEST_GUILESS_MAIN(tst_Importer)
#include "tst_importer.moc"
