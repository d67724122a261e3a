#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QtTest>

/// The user agent core against sipp: its own scenarios `-sn uac` and `-sn uas`, and ours for what those never do. Each
/// over real sockets.
class tst_SipPeers : public QObject
{
    Q_OBJECT
private slots:
    void sippCalls_data();
    void sippCalls();
    void sippIsCalled_data();
    void sippIsCalled();
    void ourScenarios_data();
    void ourScenarios();

private:
    static constexpr int patience = 30'000; ///< ms until something that must come is missed

    /// tests/support/sippeer and what it printed.
    struct Peer
    {
        QProcess process;
        QByteArrayList lines;

        ~Peer()
        {
            process.closeWriteChannel();
            process.waitForFinished(patience);
        }
        quint16 start(const QStringList &arguments)
        {
            process.start(QStringLiteral(GBSCOPE_SIPPEER), arguments);
            return waitFor("listening ") ? lines.constLast().split(' ').at(1).toUShort() : quint16{0};
        }
        bool waitFor(const QByteArray &start)
        {
            for (;;) {
                while (process.canReadLine()) {
                    lines.append(process.readLine().trimmed());
                    if (lines.constLast().startsWith(start))
                        return true;
                }
                if (!process.waitForReadyRead(patience))
                    return false;
            }
        }
        qsizetype count(const QByteArray &start) const
        {
            return std::count_if(
                lines.begin(), lines.end(), [&](const QByteArray &line) { return line.startsWith(start); });
        }
        /// Ends it; then its counters are known.
        bool quit()
        {
            process.closeWriteChannel();
            return waitFor("counters ");
        }
        int counter(const char *name) const
        {
            const QRegularExpression pattern(QStringLiteral(" %1=(\\d+)").arg(QLatin1String(name)));
            return pattern.match(QString::fromLatin1(lines.constLast())).captured(1).toInt();
        }
        QByteArray text() const { return '\n' + lines.join('\n'); }
    };

    /// A scenario file of ours, or a name of sipp's own.
    static QStringList scenario(const QString &name)
    {
        return name.endsWith(QStringLiteral(".xml"))
            ? QStringList{QStringLiteral("-sf"), QStringLiteral(GBSCOPE_TEST_DATA "/sipp/") + name}
            : QStringList{QStringLiteral("-sn"), name};
    }
    static void startSipp(QProcess &sipp, const QStringList &arguments)
    {
        sipp.setProcessChannelMode(QProcess::MergedChannels);
        sipp.start(QStringLiteral("sipp"),
            arguments
                + QStringList{QStringLiteral("-i"), QStringLiteral("127.0.0.1"), QStringLiteral("-nostdin"),
                    QStringLiteral("-timeout"), QStringLiteral("25")});
    }
    /// Of UDP and TCP, at this moment.
    static quint16 freePort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16{0};
    }
};

void tst_SipPeers::sippCalls_data()
{
    QTest::addColumn<QString>("transport");
    QTest::newRow("UDP") << QStringLiteral("u1");
    QTest::newRow("TCP") << QStringLiteral("t1");
}

void tst_SipPeers::sippCalls()
{
    QFETCH(const QString, transport);
    Peer peer;
    const quint16 port = peer.start({});
    QVERIFY(port != 0);
    QProcess sipp;
    startSipp(sipp,
        scenario(QStringLiteral("uac"))
            + QStringList{QStringLiteral("127.0.0.1:%1").arg(port), QStringLiteral("-t"), transport,
                QStringLiteral("-m"), QStringLiteral("50"), QStringLiteral("-r"), QStringLiteral("100")});
    QVERIFY(sipp.waitForFinished(patience));
    QVERIFY2(sipp.exitCode() == 0, sipp.readAll().constData());
    QVERIFY(peer.quit());
    QVERIFY2(peer.count("ended peer-bye") == 50, peer.text().constData());
    QCOMPARE(peer.count("confirmed"), 50);
    QCOMPARE(peer.count("incoming"), 50);
    QCOMPARE(peer.counter("strayAcks"), 0);
    QCOMPARE(peer.counter("created"), 100); // an INVITE and a BYE each: no ACK is a transaction
}

void tst_SipPeers::sippIsCalled_data()
{
    sippCalls_data();
}

void tst_SipPeers::sippIsCalled()
{
    QFETCH(const QString, transport);
    const quint16 port = freePort();
    QProcess sipp;
    startSipp(sipp,
        scenario(QStringLiteral("uas"))
            + QStringList{QStringLiteral("-p"), QString::number(port), QStringLiteral("-t"), transport,
                QStringLiteral("-m"), QStringLiteral("1")});
    QVERIFY(sipp.waitForStarted(patience));
    Peer peer;
    QStringList arguments{QStringLiteral("--call"), QString::number(port)};
    if (transport == QStringLiteral("t1"))
        arguments << QStringLiteral("--tcp");
    QVERIFY(peer.start(arguments) != 0);
    QVERIFY2(peer.waitFor("ended"), peer.text().constData());
    QVERIFY2(peer.lines.constLast() == "ended our-bye 200", peer.text().constData());
    QCOMPARE(peer.count("ringing 180"), 1);
    QCOMPARE(peer.count("answered 200"), 1);
    QVERIFY(sipp.waitForFinished(patience));
    QVERIFY2(sipp.exitCode() == 0, sipp.readAll().constData());
}

void tst_SipPeers::ourScenarios_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("ending");
    QTest::addColumn<QByteArrayList>("lines");    ///< that are printed
    QTest::addColumn<QByteArrayList>("counters"); ///< that are not zero
    const QStringList quick{QStringLiteral("--t1"), QStringLiteral("50")};
    const QStringList rings = quick + QStringList{QStringLiteral("--hold"), QStringLiteral("60000")};
    QTest::newRow("UAS: ACK lost: 200 repeated, then BYE")
        << QStringLiteral("uac_no_ack.xml") << quick << QByteArray("ended no-ack") << QByteArrayList{"sent BYE"}
        << QByteArrayList{"repeated2xx"};
    QTest::newRow("UAS: 200 lost, INVITE repeated")
        << QStringLiteral("uac_repeated_invite.xml") << quick << QByteArray("ended peer-bye")
        << QByteArrayList{"confirmed"} << QByteArrayList{"repeated2xx", "absorbed"};
    QTest::newRow("UAS: 486 without ACK: timer G")
        << QStringLiteral("uac_late_ack.xml") << quick + QStringList{QStringLiteral("--status"), QStringLiteral("486")}
        << QByteArray("ended refused 486") << QByteArrayList{} << QByteArrayList{"repeatsSent"};
    QTest::newRow("UAS: CANCEL while it rings")
        << QStringLiteral("uac_cancel.xml") << rings << QByteArray("ended cancelled 487")
        << QByteArrayList{"sent 200 CANCEL", "sent 487 INVITE"} << QByteArrayList{};
    QTest::newRow("UAS: CANCEL crosses the 200")
        << QStringLiteral("uac_cancel_late.xml") << QStringList{} << QByteArray("ended peer-bye")
        << QByteArrayList{"sent 200 CANCEL", "confirmed"} << QByteArrayList{};
    const QStringList gives{QStringLiteral("--cancel")};
    QTest::newRow("UAC: CANCEL while it rings")
        << QStringLiteral("uas_cancelled.xml") << gives << QByteArray("ended cancelled 487")
        << QByteArrayList{"sent CANCEL", "sent ACK"} << QByteArrayList{};
    QTest::newRow("UAC: 200 crosses the CANCEL")
        << QStringLiteral("uas_cancel_crosses.xml") << gives << QByteArray("ended cancelled 200")
        << QByteArrayList{"sent CANCEL", "sent ACK", "sent BYE"} << QByteArrayList{"lateAnswers"};
    QTest::newRow("UAC: copies of the 200")
        << QStringLiteral("uas_repeated_200.xml") << QStringList{QStringLiteral("--hold"), QStringLiteral("200")}
        << QByteArray("ended our-bye 200") << QByteArrayList{"sent ACK", "sent BYE"} << QByteArrayList{"repeatedAcks"};
    QTest::newRow("UAC: refused") << QStringLiteral("uas_refuses.xml") << QStringList{}
                                  << QByteArray("ended refused 486") << QByteArrayList{"sent ACK", "ringing 100"}
                                  << QByteArrayList{};
}

void tst_SipPeers::ourScenarios()
{
    QFETCH(const QString, file);
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, ending);
    QFETCH(const QByteArrayList, lines);
    QFETCH(const QByteArrayList, counters);
    const bool called = file.startsWith(QStringLiteral("uas"));
    QProcess sipp;
    Peer peer;
    const QStringList one{QStringLiteral("-m"), QStringLiteral("1")};
    if (called) {
        const quint16 port = freePort();
        startSipp(sipp,
            scenario(file) + one
                + QStringList{QStringLiteral("-nr"), QStringLiteral("-p"), QString::number(port)}); // every copy is for
                                                                                                    // the scenario
        QVERIFY(sipp.waitForStarted(patience));
        QVERIFY(peer.start(options + QStringList{QStringLiteral("--call"), QString::number(port)}) != 0);
    } else {
        const quint16 port = peer.start(options);
        QVERIFY(port != 0);
        startSipp(sipp, scenario(file) + one + QStringList{QStringLiteral("127.0.0.1:%1").arg(port)});
    }
    QVERIFY2(peer.waitFor("ended"), peer.text().constData());
    QVERIFY2(peer.lines.constLast().startsWith(ending), peer.text().constData());
    QVERIFY(sipp.waitForFinished(patience));
    QVERIFY2(sipp.exitCode() == 0, QByteArray(sipp.readAll() + peer.text()).constData());
    QVERIFY(peer.quit());
    QCOMPARE(peer.count("ended"), 1);
    for (const QByteArray &line : lines)
        QVERIFY2(peer.count(line) > 0, QByteArray(line + peer.text()).constData());
    for (const QByteArray &counter : counters)
        QVERIFY2(peer.counter(counter.constData()) > 0, QByteArray(counter + peer.text()).constData());
}

QTEST_GUILESS_MAIN(tst_SipPeers)
#include "tst_sippeers.moc"
