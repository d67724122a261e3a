#include "core/capture/pcapngwriter.h"
#include "core/report/page/report.h"
#include "core/report/words/secretwording.h"
#include "tests/support/planted.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace gb;
using namespace std::chrono_literals;

/// The page that leaves the site: what it says, and what it must not.
class tst_Report : public QObject
{
    Q_OBJECT
private slots:
    void verdictAndChain_data();
    void verdictAndChain();
    void withoutDevicesTheRecordSpeaks();
    void whatIsNotRedactedSaysSo();
    void theFirstBrokenLinkIsMarked();
    void proofIsShown();
    void messagesLeftOutAreCounted();
    void manyDevicesAreAList();
    void onlyThese();
    void everyCaptureMakesAWholePage_data();
    void everyCaptureMakesAWholePage();
    void strangersWriteNoMarkup();
    void competingCauses();
    void noSecretIsLeft();
    void nothingIsHalf();

private:
    static QString data(const char *name) { return QStringLiteral(GBSCOPE_TEST_DATA "/") + QLatin1String(name); }
    QString page(const QStringList &files, ReportOptions options = {})
    {
        options.replace = true;
        m_result = writeReport(files, m_folder.filePath(QStringLiteral("out.html")), options);
        QFile file(m_folder.filePath(QStringLiteral("out.html")));
        return m_result.error.isEmpty() && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll())
                                                                          : QString();
    }
    QString capture(const QByteArrayList &messages)
    {
        const QString name = m_folder.filePath(QStringLiteral("in.pcapng"));
        QByteArray octets = PcapngWriter::fileHeader(QStringLiteral("test"), {});
        Datagram datagram;
        datagram.at = TimePoint(1'772'409'600s);
        datagram.from = {QHostAddress(QStringLiteral("192.0.2.64")), 5060};
        datagram.to = {QHostAddress(QStringLiteral("192.0.2.10")), 5060};
        for (const QByteArray &message : messages) {
            datagram.octets = message;
            const bool isAnswer = message.startsWith("SIP/2.0 4");
            if (isAnswer)
                std::swap(datagram.from, datagram.to);
            octets += PcapngWriter::packet(datagram);
            if (isAnswer)
                std::swap(datagram.from, datagram.to);
            datagram.at += 1s;
        }
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size() ? name : QString();
    }
    static QByteArray registering(const QByteArray &id, const QByteArray &extra = {}, const QByteArray &callId = "a")
    {
        return "REGISTER sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK" + callId
            + "\r\nFrom: <sip:" + id + "@3402000000>;tag=1\r\nTo: <sip:" + id + "@3402000000>\r\nCall-ID: " + callId
            + "\r\nCSeq: 1 REGISTER\r\n" + extra + "Content-Length: 0\r\n\r\n";
    }
    /// The texts of all elements of this name and class, one after the other.
    static QStringList elements(const QString &page, const QString &name, const QString &kind)
    {
        QStringList out;
        QXmlStreamReader reader(page);
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name
                && (kind.isEmpty() || reader.attributes().value(QStringLiteral("class")) == kind))
                out.append(reader.readElementText(QXmlStreamReader::IncludeChildElements));
        }
        return out;
    }

    QTemporaryDir m_folder;
    ExportResult m_result;
};

void tst_Report::verdictAndChain_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QStringList>("chain"); ///< how each link begins
    QTest::addRow("a wrong password") << QByteArray("field2/20-truncated-to-16.pcap") << QStringLiteral("password")
                                      << QStringList{QStringLiteral("Networkworks"),
                                             QStringLiteral("Registrationbroken here first"),
                                             QStringLiteral("Heartbeatnot in the record"),
                                             QStringLiteral("Clocknot in"), QStringLiteral("Catalognot in"),
                                             QStringLiteral("Medianot in")};
    QTest::addRow("no answer") << QByteArray("field2/01-at-lower.pcap") << QStringLiteral("never answered its REGISTER")
                               << QStringList{
                                      QStringLiteral("Networkworks"), QStringLiteral("Registrationbroken here first")};
    QTest::addRow("it unregisters itself")
        << QByteArray("field2/11a-auto-unregister.pcap") << QStringLiteral("It unregistered itself")
        << QStringList{QStringLiteral("Networkworks"), QStringLiteral("Registrationdoubtful"),
               QStringLiteral("Heartbeatworks"), QStringLiteral("Clocknot in")};
    QTest::addRow("nobody listens") << QByteArray("field2/02-icmp-register.pcap") << QStringLiteral("Nothing listens")
                                    << QStringList{QStringLiteral("Networkbroken here first")};
    QTest::addRow("refreshes are refused")
        << QByteArray("field2/11b-refresh-400.pcap") << QStringLiteral("refused")
        << QStringList{QStringLiteral("Networkworks"), QStringLiteral("Registrationbroken here first")};
    QTest::addRow("an INVITE is refused") << QByteArray("field2/21b-invite-415.pcap") << QStringLiteral("INVITE")
                                          << QStringList{QStringLiteral("Networkworks")};
}

void tst_Report::verdictAndChain()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, verdict);
    QFETCH(const QStringList, chain);
    ReportOptions options;
    if (file.contains("20-truncated"))
        options.passwords = {"a-password-of-this-site-that-is-long"};
    const QString text = page({data(file.constData())}, options);
    QCOMPARE(m_result.error, QString());
    const QStringList said = elements(text, QStringLiteral("p"), QStringLiteral("verdict bad"))
        + elements(text, QStringLiteral("p"), QStringLiteral("verdict doubt"));
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.constFirst().contains(verdict, Qt::CaseInsensitive), qPrintable(said.constFirst()));
    QStringList links = elements(text, QStringLiteral("li"), {});
    for (const QString &cause : elements(text, QStringLiteral("li"), QStringLiteral("cause")))
        links.removeOne(cause);
    QCOMPARE(links.size(), 6);
    for (qsizetype i = 0; i < chain.size(); ++i)
        QVERIFY2(links.at(i).startsWith(chain.at(i)), qPrintable(links.at(i)));
}

void tst_Report::whatIsNotRedactedSaysSo()
{
    const auto isWarned = [&](Profile profile) {
        ReportOptions options;
        options.profile = profile;
        const QString text = page({data("media/sipp-play.pcap")}, options);
        return elements(text, QStringLiteral("p"), QStringLiteral("verdict bad"))
            .contains(wording::profileMeaning(Profile::None));
    };
    QVERIFY(isWarned(Profile::None));
    QVERIFY(!isWarned(Profile::Vendor));
}

/// A call between two that never register: nobody has a row.
void tst_Report::withoutDevicesTheRecordSpeaks()
{
    const QString text = page({data("media/sipp-play.pcap")});
    QVERIFY2(elements(text, QStringLiteral("p"), QStringLiteral("verdict doubt"))
                 .join(u' ')
                 .contains(QStringLiteral("timestamp never changes")),
        qPrintable(text.mid(text.indexOf(QStringLiteral("<body>")), 800)));
    QVERIFY(text.contains(QStringLiteral("No device is in this record.")));
    const QString empty = page({capture({"OPTIONS sip:a SIP/2.0\r\n\r\n"})});
    QCOMPARE(elements(empty, QStringLiteral("p"), QStringLiteral("verdict doubt")),
        QStringList{QStringLiteral("No device is in this record.")});
}

void tst_Report::theFirstBrokenLinkIsMarked()
{
    QDirIterator files(data("field2"), {QStringLiteral("*.pcap")});
    int marked = 0;
    while (files.hasNext()) {
        const QString text = page({files.next()});
        for (const QString &chain : elements(text, QStringLiteral("ol"), QStringLiteral("chain"))) {
            QVERIFY2(chain.count(QStringLiteral("broken here first")) <= 1, qPrintable(files.filePath()));
            marked += static_cast<int>(chain.count(QStringLiteral("broken here first")));
            const qsizetype first = chain.indexOf(QStringLiteral("broken here first"));
            QVERIFY(first < 0 || !chain.left(first).contains(QStringLiteral("broken")));
        }
    }
    QVERIFY(marked > 5);
}

/// The messages that a finding names stand in the ladder, marked, and their text is there.
void tst_Report::proofIsShown()
{
    const QString text = page({data("field2/11a-auto-unregister.pcap")});
    QVERIFY(text.contains(QStringLiteral("Proof: #13, #17, #27, #31, #41, #45")));
    QCOMPARE(text.count(QStringLiteral("<rect class=\"proof\"")), 6);
    for (const char *const number : {"#13", "#17", "#27", "#31", "#41", "#45"})
        QVERIFY(text.contains(QStringLiteral(">%1 REGISTER +auth<").arg(QLatin1String(number)))
            && text.contains(QStringLiteral("<pre>%1  ").arg(QLatin1String(number))));
}

void tst_Report::messagesLeftOutAreCounted()
{
    const QString text = page({data("field2/11a-auto-unregister.pcap")});
    quint64 leftOut = 0;
    const QRegularExpression gap(QStringLiteral("\u2026 ([0-9]+) message"));
    for (auto at = gap.globalMatch(text); at.hasNext();)
        leftOut += at.next().captured(1).toULongLong();
    QVERIFY(leftOut > 0);
    QCOMPARE(leftOut + static_cast<quint64>(text.count(QStringLiteral("<pre>#"))), m_result.of);
}

void tst_Report::manyDevicesAreAList()
{
    QByteArrayList messages;
    for (int i = 0; i < 130; ++i)
        messages.append(
            registering("340200000013200" + QByteArray::number(10000 + i), {}, "c" + QByteArray::number(i)));
    const QString text = page({capture(messages)});
    QVERIFY(text.contains(QStringLiteral("Report on 130 device")));
    QCOMPARE(elements(text, QStringLiteral("tr"), {}).filter(QStringLiteral("340200000013200")).size(), 130);
    QVERIFY(text.count(QStringLiteral("<section class=\"device\"")) <= 100);
    QVERIFY(text.size() < 500'000);
}

void tst_Report::onlyThese()
{
    const QString text = page(
        {capture({registering("34020000001320000001", {}, "a"), registering("34020000001320000002", {}, "b")})},
        {.devices = {QStringLiteral("34020000001320000002")}});
    QVERIFY(text.contains(QStringLiteral("Report on 34020000001320000002")));
    QVERIFY(!text.contains(QStringLiteral("34020000001320000001")));
}

void tst_Report::everyCaptureMakesAWholePage_data()
{
    QTest::addColumn<QString>("file");
    for (const char *const folder : {"field2", "gb28181-bad"}) {
        QDirIterator files(
            data(folder), {QStringLiteral("*.pcap*"), QStringLiteral("*.snoop"), QStringLiteral("*.zip")});
        while (files.hasNext()) {
            const QString file = files.next();
            QTest::addRow("%s", qPrintable(files.fileName())) << file;
        }
    }
}

/// It parses as XML to its end, refers to nothing outside of itself, runs nothing, and is small.
void tst_Report::everyCaptureMakesAWholePage()
{
    QFETCH(const QString, file);
    const QString text = page({file});
    if (!m_result.error.isEmpty()) { // it cannot be read at all: then nothing is there
        QCOMPARE(QFileInfo(file).fileName(), QStringLiteral("h08-not-a-pcap.pcap")); // the only one
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("out.html.part"))));
        return;
    }
    QXmlStreamReader reader(text);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QStringView name = reader.name();
        QVERIFY2(name != u"script" && name != u"img" && name != u"link" && name != u"iframe" && name != u"object",
            qPrintable(name.toString()));
        for (const QXmlStreamAttribute &attribute : reader.attributes()) {
            QVERIFY2(!attribute.name().startsWith(u"on"), qPrintable(attribute.name().toString()));
            if (attribute.name() == u"href" || attribute.name() == u"src")
                QVERIFY2(attribute.value().startsWith(u"#d"), qPrintable(attribute.value().toString()));
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(text.contains(QStringLiteral("default-src 'none'")));
    QVERIFY(!text.contains(QStringLiteral("url(")) && !text.contains(QStringLiteral("@import")));
    QVERIFY2(text.toUtf8().size() < 500'000, qPrintable(QString::number(text.size())));
}

void tst_Report::strangersWriteNoMarkup()
{
    const QByteArray evil = "\"'><script>alert(1)</script><b onclick=x>&amp;\x1b[31m";
    const QString text = page(
        {capture({registering("34020000001320000001", "User-Agent: " + evil + "\r\nSubject: " + evil + "\r\n", evil)})},
        {.remarks = QString::fromLatin1(evil)});
    QCOMPARE(m_result.error, QString());
    QVERIFY(!text.contains(QStringLiteral("<script")) && !text.contains(QStringLiteral("<b onclick")));
    QVERIFY(!text.contains(u'\x1b'));
    QVERIFY(text.contains(QStringLiteral("&lt;script&gt;alert(1)")));
    QXmlStreamReader reader(text);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

/// Of causes that compete the page has each with its facts; what these quote is text, and clean where the rest is.
void tst_Report::competingCauses()
{
    const QByteArray agent = "User-Agent: <b>camera</b>\r\n";
    const auto answer = [](const QByteArray &status, const QByteArray &request,
                            const QByteArray &more = {}) -> QByteArray {
        return "SIP/2.0 " + status + "\r\n" + more + request.mid(request.indexOf("Via:"));
    };
    const auto credentials = [](const QByteArray &id) -> QByteArray {
        return "Authorization: Digest username=\"" + id
            + "\", realm=\"3402000000\", nonce=\"n\", uri=\"sip:34020000002000000001@3402000000\", "
              "response=\"00000000000000000000000000000000\", "
              "algorithm=MD5\r\n";
    };
    const QByteArray wants = "WWW-Authenticate: Digest realm=\"3402000000\", nonce=\"n\", algorithm=MD5\r\n";
    QByteArrayList messages;
    for (const char *const id : {"34020000001320000001", "34020000001320000002"}) {
        const bool taken = id[19] == '1';
        const QByteArray call = "c" + QByteArray(id + 19), plain = registering(id, "Expires: 3600\r\n" + agent, call);
        QByteArray again = registering(id, "Expires: 3600\r\n" + agent + credentials(id), call);
        again.replace("branch=z9hG4bK", "branch=z9hG4bKb").replace("CSeq: 1", "CSeq: 2");
        messages << plain << answer("401 Unauthorized", plain, wants) << again
                 << answer(taken ? "200 OK" : "403 Forbidden", again, taken ? "Expires: 3600\r\n" : "");
    }
    const QString text = page({capture(messages)}, {});
    QCOMPARE(m_result.error, QString());
    QVERIFY2(text.contains(QStringLiteral("Causes that come into question")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("with this User-Agent was accepted: &lt;b&gt;camera&lt;/b&gt;")));
    QVERIFY(!text.contains(QStringLiteral("<b>camera")));
}

/// Neither of what the messages say nor of words that were made of them, nor of what the user wrote.
void tst_Report::noSecretIsLeft()
{
    const QByteArray secret = "Xk39-password-of-the-site";
    const QByteArray digest = "0123456789abcdef0123456789abcdef";
    const QByteArray id = "34020000001320000001";
    const QString text = page(
        {capture({registering(id, "X-Password: " + secret + "\r\nX-Note: " + secret + "\r\n"),
            registering(id,
                "Authorization: Digest username=\"" + id
                    + "\", realm=\"3402000000\", nonce=\"n\", uri=\"sip:d\", response=\"" + digest + "\"\r\n",
                "b"),
            registering(id, "Authorization Digest response=\"" + digest + "\"\r\n", "c")})},
        {.remarks = QStringLiteral("It has ") + QString::fromLatin1(secret), .passwords = {secret}});
    QCOMPARE(m_result.error, QString());
    QVERIFY(!test::shows(text.toUtf8(), secret));
    QVERIFY(!text.contains(QString::fromLatin1(digest)));
    QVERIFY(text.contains(QStringLiteral("Passwords, keys and what digests were made with are removed.")));
}

void tst_Report::nothingIsHalf()
{
    const QString from = data("field2/11a-auto-unregister.pcap"), to = m_folder.filePath(QStringLiteral("kept.html"));
    QFile kept(to);
    QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("mine") == 4);
    kept.close();
    const auto content = [&to] {
        QFile file(to);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(!writeReport({from}, to, {}).error.isEmpty()); // it exists
    QCOMPARE(content(), QByteArray("mine"));
    QVERIFY(writeReport({from}, to, {.replace = true}, [](double) { return false; }).cancelled);
    QCOMPARE(content(), QByteArray("mine"));
    QVERIFY(!writeReport({data("field2/README.md")}, to, {.replace = true}).error.isEmpty());
    QVERIFY(!writeReport({to}, to, {.replace = true}).error.isEmpty()); // into itself
    QCOMPARE(content(), QByteArray("mine"));
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("*.part")}).size(), 0);
}

QTEST_GUILESS_MAIN(tst_Report)
#include "tst_report.moc"
