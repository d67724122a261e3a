#include "core/capture/pcapngwriter.h"
#include "core/report/exporter.h"
#include "core/report/page/report.h"
#include "core/session/reading.h"
#include "tests/support/planted.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;

/// Everything that this project has of real and of hostile messages, through every format and the page. Originals are
/// found here by plain patterns, whatever the program finds.
class tst_PseudonymCorpora : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsLeft_data();
    void nothingIsLeft();
    void tellsTheSame_data();
    void tellsTheSame();
    void overTcpNothingIsLost();

private:
    static QString data() { return QStringLiteral(GBSCOPE_TEST_DATA "/"); }
    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString capture(const QString &name);
    static QList<Datagram> messages(const QString &file);
    static QSet<QByteArray> originals(const QString &file);
    static QStringList findings(const QString &file, quint64 *messages = nullptr);

    QTemporaryDir m_folder;
};

/// A capture as it is; of a file with a message or several a capture of it.
QString tst_PseudonymCorpora::capture(const QString &name)
{
    if (!name.endsWith(u".dat") && !name.endsWith(u".tmpl") && !name.endsWith(u".tcp") && !name.contains(u"/field/"))
        return name;
    Datagram datagram;
    datagram.at = TimePoint(std::chrono::seconds(1'772'409'600));
    datagram.from = {QHostAddress(QStringLiteral("172.20.31.64")), 5060};
    datagram.to = {QHostAddress(QStringLiteral("172.20.31.10")), 5060};
    QByteArray octets = PcapngWriter::fileHeader(QStringLiteral("test"), {}), text = read(name);
    if (name.contains(u"/field/"))
        text = text.mid(text.indexOf("-----\n") + 6).replace("\n", "\r\n");
    for (qsizetype at = 0; at < text.size(); at += 60'000) {
        datagram.octets = text.mid(at, 60'000);
        octets += PcapngWriter::packet(datagram);
    }
    const QString to = m_folder.filePath(QStringLiteral("in.pcapng"));
    QFile file(to);
    return file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size() ? to : QString();
}

QList<Datagram> tst_PseudonymCorpora::messages(const QString &file)
{
    QList<Datagram> out;
    Importer importer;
    if (!importer.open({file}, {}))
        return out;
    for (auto result = PcapReader::Result::Datagram; result == PcapReader::Result::Datagram;) {
        if (auto message = importer.next(result))
            out.append(*message), out.last().octets.detach(); // they are the reader's
    }
    return out;
}

QSet<QByteArray> tst_PseudonymCorpora::originals(const QString &file)
{
    static const QRegularExpression id(QStringLiteral("(?<!\\d)\\d{18,21}(?!\\d)")),
        address(QStringLiteral("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.])")),
        product(QStringLiteral("(?i)(?:User-Agent|Server) *:.*|<(Firmware|Model)>[^<]*"));
    QSet<QByteArray> out;
    for (const Datagram &message : messages(file)) {
        QString text = QString::fromLatin1(message.octets);
        text.remove(product);
        for (const QRegularExpression &one : {id, address}) {
            for (auto hits = one.globalMatch(text); hits.hasNext();)
                out.insert(hits.next().captured().toLatin1());
        }
        for (const Endpoint &end : {message.from, message.to})
            out.insert(end.address.toString().toLatin1());
    }
    for (auto one = out.begin(); one != out.end();) {
        const IpAddress read = one->contains('.')
            ? identity::addressOf({one->constData(), static_cast<std::size_t>(one->size())})
            : IpAddress();
        const bool tellsNothing = one->contains('.') && identity::isNobodys(read);
        one = tellsNothing || one->isEmpty() ? out.erase(one) : std::next(one);
    }
    return out;
}

void tst_PseudonymCorpora::nothingIsLeft_data()
{
    QTest::addColumn<QString>("name");
    for (const char *folder : {"field", "field2", "gb28181-bad", "rfc4475"}) {
        const QDir all(data() + QLatin1String(folder));
        for (const QString &name : all.entryList(QDir::Files)) {
            if (name != u"README.md" && name != u"20-candidates.txt")
                QTest::newRow(qPrintable(QLatin1String(folder) + u'/' + name)) << all.filePath(name);
        }
    }
}

void tst_PseudonymCorpora::nothingIsLeft()
{
    QFETCH(const QString, name);
    const QString from = capture(name), to = m_folder.filePath(QStringLiteral("out"));
    const QSet<QByteArray> originals = this->originals(from);
    const auto look = [&](const char *format) {
        const QByteArray out = read(to);
        for (const QByteArray &one : originals) {
            const QByteArray where = one + " in " + format;
            const bool digits = !one.contains('.') && !one.contains(':');
            const QRegularExpression whole(digits
                    ? QString::fromLatin1(one)
                    : QStringLiteral("(?<!\\d)%1(?!\\d)").arg(QRegularExpression::escape(QString::fromLatin1(one))));
            QVERIFY2(!out.contains(one) || !QString::fromLatin1(out).contains(whole), where.constData());
            QVERIFY2(!out.contains(test::utf16(one, false, false)) && !out.contains(test::utf16(one, true, false)),
                where.constData());
            if (digits && out.size() < 4'000 && qstrcmp(format, "text") == 0) // it takes long
                QVERIFY2(!test::shows(out, one, 1), where.constData());
        }
    };
    for (const Profile profile : {Profile::Vendor, Profile::Public}) {
        for (const Format &format : formats()) {
            const ExportResult result = exportCapture(
                {from}, to, {.format = format.id, .profile = profile, .replace = true});
            if (result.error.startsWith(u"not a capture"))
                return;
            QCOMPARE(result.error, QString());
            look(format.id);
        }
        ReportOptions options;
        options.profile = profile;
        options.replace = true;
        QCOMPARE(writeReport({from}, to, options).error, QString());
        look("page");
    }
}

/// A line for each finding, sorted.
QStringList tst_PseudonymCorpora::findings(const QString &file, quint64 *messages)
{
    Reading reading({.summaries = false});
    QStringList out;
    if (!reading.open({file}))
        return out;
    while (const ReadAhead::Chunk *chunk = reading.next())
        reading.analysis().take(chunk->last, 0);
    reading.finish();
    reading.analysis().take(reading.last());
    for (const Finding &finding : reading.analysis().findings().log().all())
        out.append(QStringLiteral("%1 %2 %3%4")
                       .arg(QLatin1String(finding.kind().rule))
                       .arg(static_cast<int>(finding.code))
                       .arg(finding.count)
                       .arg(finding.over ? QStringLiteral(" over") : QString()));
    for (const DeviceSnapshot &device : reading.analysis().devices().snapshots())
        out.append(QStringLiteral("device %1 %2 %3")
                       .arg(static_cast<int>(device.verdict.state))
                       .arg(device.registrations)
                       .arg(device.beats));
    out.sort();
    if (messages)
        *messages = reading.analysis().counters().messages;
    return out;
}

void tst_PseudonymCorpora::tellsTheSame_data()
{
    QTest::addColumn<QString>("name");
    const QDir all(data() + QStringLiteral("field2"));
    for (const QString &name : all.entryList({QStringLiteral("*.pcap*"), QStringLiteral("*.snoop")}, QDir::Files))
        QTest::newRow(qPrintable(name)) << all.filePath(name);
}

/// As the record without secrets does: what a digest proves is gone with it.
void tst_PseudonymCorpora::tellsTheSame()
{
    QFETCH(const QString, name);
    const QString own = m_folder.filePath(QStringLiteral("own.pcapng")),
                  other = m_folder.filePath(QStringLiteral("o.pcapng"));
    QCOMPARE(exportCapture({name}, own, {.profile = Profile::OwnSite, .replace = true}).error, QString());
    quint64 before = 0, now = 0;
    const QStringList told = findings(own, &before);
    for (const Profile profile : {Profile::Vendor, Profile::Public}) {
        QCOMPARE(exportCapture({name}, other, {.profile = profile, .replace = true}).error, QString());
        QCOMPARE(findings(other, &now), told);
        QCOMPARE(now, before);
    }
}

/// Messages that grow and shrink do not tear a stream.
void tst_PseudonymCorpora::overTcpNothingIsLost()
{
    QByteArray octets = PcapngWriter::fileHeader(QStringLiteral("test"), {});
    Datagram datagram;
    datagram.at = TimePoint(std::chrono::seconds(1'772'409'600));
    datagram.from = {QHostAddress(QStringLiteral("10.0.0.64")), 5060};
    datagram.to = {QHostAddress(QStringLiteral("192.168.100.200")), 5060};
    datagram.transport = TransportKind::Tcp;
    datagram.sequence = 0xffffff00U; // it wraps
    for (int i = 0; i < 40; ++i) {
        const QByteArray body = "<?xml version=\"1.0\"?><Notify><CmdType>Keepalive</CmdType><SN>"
            + QByteArray::number(i) + "</SN><DeviceID>34020000001320000017</DeviceID><Status>OK</Status></Notify>";
        datagram.octets
            = "MESSAGE sip:34020000002000000001@192.168.100.200 SIP/2.0\r\nVia: SIP/2.0/TCP 10.0.0.64;branch=z9hG4bK"
            + QByteArray::number(i)
            + "\r\nFrom: <sip:34020000001320000017@10.0.0.64>;tag=1\r\nTo: <sip:34020000002000000001@10.0.0.64>\r\n"
              "Call-ID: "
            + QByteArray::number(i)
            + "@10.0.0.64\r\nCSeq: 1 MESSAGE\r\nContent-Type: Application/MANSCDP+xml\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        octets += PcapngWriter::packet(datagram);
        datagram.sequence += static_cast<quint32>(datagram.octets.size());
        datagram.at += std::chrono::seconds(60);
    }
    const QString in = m_folder.filePath(QStringLiteral("tcp.pcapng")),
                  out = m_folder.filePath(QStringLiteral("tcp2.pcapng"));
    QFile file(in);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size());
    file.close();
    QCOMPARE(messages(in).size(), 40);
    QCOMPARE(exportCapture({in}, out, {.profile = Profile::Vendor, .replace = true}).error, QString());
    const QList<Datagram> now = messages(out);
    QCOMPARE(now.size(), 40);
    for (const Datagram &one : now)
        QVERIFY(one.octets.startsWith("MESSAGE sip:") && one.octets.endsWith("</Notify>"));
    QCOMPARE(findings(out), findings(in));
}

QTEST_GUILESS_MAIN(tst_PseudonymCorpora)
#include "tst_pseudonymcorpora.moc"
