#include "core/capture/sessionfolder.h"
#include "core/net/tcptransport.h"
#include "core/report/exporter.h"
#include "core/report/exportname.h"
#include "core/report/words/findingwords.h"
#include "core/report/words/wording.h"
#include "tests/support/corpus.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/**
 * The threats that this program is built against, by their numbers. What is tested elsewhere:
 * T1  tst_registrar theAnswerGoesToTheSource, errorsAreLimited · tst_corpora everyAnswerNamesTheSource · tst_hostile
 * nothingGoesElsewhere T2  tst_registrar aNonceServesOnce, aNonceCountMustRise, aNonceAges, aNonceBelongsToItsAddress ·
 * tst_digest T3  tst_registrar heartbeatsNeedTheRegisteredAddress, oneWhoBeatsForMany · tst_torture
 * aRefusedHeartbeatIsNone T4  tst_intruders, tst_connectiongate, tst_intrusion · tst_registrar wrongPasswordsEndIn403,
 * aRetransmittedGuessIsOneGuess · tst_transactionmatching, where the table is full T5  tst_markup · tst_devicetable
 * textOfTheNetworkIsNoMarkup · tst_devicepanel labelsShowNoMarkup · tst_ladder hostileTextStaysText · tst_messageview
 * markupStaysText T7 tst_manscdp textFromTheWireIsMadePrintable · tst_hostile overUdp, for the lines of gbscope-cli T8
 * tst_snapshot saving, for pictures T9, T10  tst_cli aSessionFromBothEnds · T11  tst_cli brokenCaptures ·
 * tst_packetsource, tst_fragments, tst_importertcp, for the limits T12 tst_hostile anInviteOpensNoPort · tst_snapshot
 * thePortIsOpenAsLongAsTheOrder, for uploads, whose limits are in tst_uploadserver T13 tst_limits T13_limitsOfTheHead,
 * T13_limitsOfXml · tests/bench/hostile.cpp, for the time · tst_pictureview decodes, for uploaded pictures T14
 * tst_limits T14_noDtdIsRead · tst_manscdp hostileBodiesAreRefused T16 tst_cli cannotListen, for what the program says
 */
class tst_Threats : public QObject
{
    Q_OBJECT
private slots:
    void T1_noAmplification();
    void T1_answersAreNeverAnswered();
    void T2_noncesAreRandomAndSealed();
    void T2_retransmissionIsNoReplay();
    void T3_heartbeatsFromElsewhereKeepNobodyOnline();
    void T4_floodOfIdsPushesNobodyOut();
    void T4_tablesHaveTheirBounds();
    void T5_labelsAndTipsAreNoMarkup();
    void T6_csvHasNoFormulas();
    void T7_nothingUnprintableIsShown();
    void T8_fileNamesAreOurs();
    void T12_anInviteIsRefused();
    void T15_aDeviceCannotMakeUsAct();
    void T16_nobodyListensUnasked();
    void T16_onePortOneProgram();

private:
    static QList<HostileFile> corpora()
    {
        return gb28181Files(QStringLiteral("dat|tmpl")) + rfc4475Files() + protosFiles();
    }
    /// The sources of a folder, by name.
    static QMap<QString, QString> sources(const QString &folder);
};

QMap<QString, QString> tst_Threats::sources(const QString &folder)
{
    QMap<QString, QString> all;
    QDirIterator files(QStringLiteral(GBSCOPE_TEST_DATA "/../../") + folder,
        {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all.insert(file.fileName(), QString::fromUtf8(file.readAll()));
    }
    return all;
}

void tst_Threats::T1_noAmplification()
{
    ServerConfig config = Site::withPassword(QStringLiteral("12345678"));
    config.domain = QString(64, u'd');
    config.offerQop = true;
    Site locked(config), open(Site::withPassword({}));
    const Endpoint source = endpoint("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", 65535);
    const QByteArray tails[] = {"", "X-GB-Ver:3\n", "Require:" + QByteArray("a,").repeated(30) + "\n",
        "m:<sip:a@b>" + QByteArray(",<sip:a@b>").repeated(40) + "\n", QByteArray("m:<sip:a@b>\n").repeated(20),
        QByteArray("v:/U a\n").repeated(33), "Authorization:Digest username=\"a\",realm=\"x\"\n", "c:x\nl:1\n\nx"};
    int answered = 0;
    for (const QByteArray &method : {QByteArray("REGISTER"), QByteArray("MESSAGE"), QByteArray("OPTIONS"),
             QByteArray("INVITE"), QByteArray("BYE"), QByteArray("SUBSCRIBE"), QByteArray("X")}) {
        for (const QByteArray &version : {QByteArray("SIP/2.0"), QByteArray("SIP/3")}) {
            for (const QByteArray &tail : tails) {
                for (const QByteArray &rest : {QByteArray(), QByteArray("f:sip:a@b\nt:sip:a@b\n"),
                         QByteArray("f:sip:a@b\nt:sip:a@b\ni:" + QByteArray::number(answered) + "\nCSeq:1 " + method
                             + "\nm:<sip:a@b>\n")}) {
                    const QByteArray request = method + " sip:a " + version + "\nv:/U a;rport\n" + rest + tail
                        + (tail.contains("\n\n") ? "" : "\n");
                    for (Site *site : {&locked, &open}) {
                        site->clock.advance(1s);
                        for (const QByteArray &answer : site->send(request, source)) {
                            ++answered;
                            QVERIFY2(answer.size() <= request.size() + 512,
                                QByteArray(request + "\n->\n" + answer).constData());
                        }
                    }
                }
            }
        }
    }
    QVERIFY(answered > 300);
}

void tst_Threats::T1_answersAreNeverAnswered()
{
    Site site;
    for (const HostileFile &file : corpora()) {
        site.wait(100ms);
        for (const QByteArray &answer : site.send(file.octets()))
            QVERIFY2(site.send(answer, endpoint("192.168.1.99", 5060)).isEmpty(), answer.constData());
    }
    QVERIFY(site.send(site.registerText({}).replace("REGISTER", "ACK")).isEmpty());
}

void tst_Threats::T2_noncesAreRandomAndSealed()
{
    NonceStore store;
    const QHostAddress address(QStringLiteral("192.168.1.64"));
    const ManualClock clock;
    QSet<QByteArray> random;
    for (int i = 0; i < 10'000; ++i)
        random.insert(store.issue(address, clock.now()).mid(12, 32));
    QCOMPARE(random.size(), 10'000);
    const QByteArray nonce = store.issue(address, clock.now());
    QVERIFY(store.check(view(nonce), {}, address, clock.now()) == NonceStore::Verdict::Fresh);
    for (qsizetype i = 0; i < nonce.size(); ++i) {
        QByteArray forged = nonce;
        forged[i] = forged.at(i) == '0' ? '1' : '0';
        QVERIFY(store.check(view(forged), {}, address, clock.now()) == NonceStore::Verdict::Unknown);
    }
    QVERIFY(NonceStore().check(view(nonce), {}, address, clock.now()) == NonceStore::Verdict::Unknown); // another
                                                                                                        // program's
}

void tst_Threats::T2_retransmissionIsNoReplay()
{
    Site site;
    const QByteArray nonce = Site::nonceOf(site.send(site.registerText({})).constFirst());
    const QByteArray request = site.registerText(
        {.cseq = 2, .extra = Site::authorization("34020000001320000001", nonce, "12345678")});
    const auto first = site.send(request);
    QCOMPARE(Site::statusOf(first), 200);
    site.wait(31s);
    QCOMPARE(site.send(request), first);
    site.wait(2s); // over 64·T1 it is a new request, with a nonce that has served
    QCOMPARE(site.status(request), 401);
}

void tst_Threats::T3_heartbeatsFromElsewhereKeepNobodyOnline()
{
    Site site;
    QCOMPARE(site.login(), 200);
    const Endpoint stranger = endpoint("192.168.1.77", 5060);
    for (int beat = 0; beat < 6; ++beat) {
        site.wait(40s);
        QCOMPARE(site.status(site.keepalive("34020000001320000001", beat), stranger), 403);
        QCOMPARE(site.status(site.keepalive("34020000001320000001", beat, "1@camera"), stranger), 403); // nor with its
                                                                                                        // Call-ID
    }
    QVERIFY(site.state() == DeviceState::Offline);
    QCOMPARE(site.device().beats, 0);

    // Nor does who counts on from where the device stopped
    Site counted;
    QCOMPARE(counted.login(), 200);
    counted.wait(40s);
    QCOMPARE(counted.status(counted.keepalive("34020000001320000001", 1)), 200);
    for (int beat = 2; beat < 8; ++beat) {
        counted.wait(40s);
        QCOMPARE(counted.status(counted.keepalive("34020000001320000001", beat), stranger), 403);
    }
    QVERIFY(counted.state() == DeviceState::Offline);
    QCOMPARE(counted.device().beats, 1);
    QCOMPARE(counted.device().problem.code, NoteCode::ForeignHeartbeat);
}

void tst_Threats::T4_floodOfIdsPushesNobodyOut()
{
    Site site;
    const auto id = [](int number) -> QByteArray {
        return QByteArray("3402000000132") + QByteArray::number(number).rightJustified(7, '0');
    };
    constexpr int honest = 50, flood = 20'000;
    for (int i = 1; i <= honest; ++i)
        QCOMPARE(site.login({.id = id(i), .callId = "c" + id(i)}, "12345678",
                     endpoint("192.168.1.64", static_cast<quint16>(5000 + i))),
            200);
    QStringList gone;
    for (int i = 0; i < flood; ++i) {
        const Endpoint source{QHostAddress(0x0a000000U + static_cast<quint32>(i)), 5060};
        const QByteArray made = id(1'000'000 + i);
        site.send(i % 2 == 0 ? site.registerText({.id = made, .callId = made}) : site.keepalive(made, 1, made), source);
        site.clock.advance(1ms);
        if (i % 1000 == 0)
            gone += site.analysis.take(site.clock.now()).gone;
    }
    gone += site.analysis.take(site.clock.now()).gone;
    const auto devices = site.analysis.devices().snapshots();
    QCOMPARE(devices.size(), DeviceStore::capacity);
    QCOMPARE(gone.size(), flood + honest - DeviceStore::capacity);
    for (int i = 1; i <= honest; ++i) {
        QVERIFY(!gone.contains(QString::fromLatin1(id(i))));
        QCOMPARE(site.status(
                     site.keepalive(id(i), 1, "b" + id(i)), endpoint("192.168.1.64", static_cast<quint16>(5000 + i))),
            200);
        QVERIFY(site.state(QString::fromLatin1(id(i))) == DeviceState::Online);
    }
}

void tst_Threats::T4_tablesHaveTheirBounds()
{
    Bindings bindings;
    const ManualClock clock;
    const auto binding = [&](int i) {
        return Binding{.source = {QHostAddress(static_cast<quint32>(i)), 5060},
            .expiresAt = clock.now() + 3600s,
            .authenticated = true};
    };
    using Room = Bindings::Room;
    for (int i = 0; i < Bindings::capacity; ++i)
        QVERIFY(bindings.set(std::to_string(i), binding(i)).room == Room::Free);
    QVERIFY(bindings.set("one more", binding(1)).room == Room::None);
    QVERIFY(bindings.set("7", binding(8)).room == Room::Free); // who is in stays in
    QVERIFY(bindings.find("0"));
    NonceStore nonces; // an unanswered challenge takes no memory; a used nonce does
    const QHostAddress address(QStringLiteral("192.168.1.64"));
    const QByteArray first = nonces.issue(address, clock.now());
    nonces.use(view(first), {}, clock.now());
    for (std::size_t i = 0; i < NonceStore::capacity; ++i)
        nonces.use(view(nonces.issue(address, clock.now() + 1s)), {}, clock.now() + 1s);
    QVERIFY(nonces.check(view(first), {}, address, clock.now() + 1s) != NonceStore::Verdict::Fresh); // forgotten, and
                                                                                                     // yet not good
                                                                                                     // again
}

void tst_Threats::T5_labelsAndTipsAreNoMarkup()
{
    static const QRegularExpression made(QStringLiteral("(\\w+)(?:\\(| = )new QLabel\\b")),
        tip(QStringLiteral("\\bsetToolTip\\(([^;]*)"));
    int tips = 0;
    const auto files = sources(QStringLiteral("ui"));
    QVERIFY(files.size() > 50);
    for (auto file = files.begin(); file != files.end(); ++file) {
        QVERIFY2(!file->contains(u"Qt::RichText") && !file->contains(u"QTextBrowser"), qPrintable(file.key()));
        // A box guesses what its text is; those that a static function makes can be told nothing
        static const QRegularExpression box(
            QStringLiteral("QMessageBox::(question|warning|information|critical|about)\\b"));
        QVERIFY2(!file->contains(box), qPrintable(file.key()));
        QVERIFY2(
            !file->contains(u"QMessageBox") || file->contains(u"setTextFormat(Qt::PlainText)"), qPrintable(file.key()));
        for (auto it = made.globalMatch(*file); it.hasNext();) {
            const QString plain = it.next().captured(1) + QStringLiteral("->setTextFormat(Qt::PlainText)");
            QVERIFY2(file->contains(plain), qPrintable(file.key() + QStringLiteral(" lacks ") + plain));
        }
        QVERIFY2(!file->contains(QRegularExpression(QStringLiteral("\\bQLabel \\w+[;({]"))),
            qPrintable(file.key())); // none that is a member or on the stack
        for (auto it = tip.globalMatch(*file); it.hasNext(); ++tips) {
            const QString argument = it.next().captured(1);
            QVERIFY2(
                argument.contains(u"toolTipText(") || argument.contains(u"tr(") || argument.contains(u"shortcut()"),
                qPrintable(file.key() + u": " + argument));
        }
    }
    QVERIFY(tips > 10);
}

void tst_Threats::T6_csvHasNoFormulas()
{
    // One place writes CSV, and tst_csvtext shows that none of its cells is a formula; the window hands its text to a
    // file. Whatever else speaks of CSV only reads it. A new format is to be judged here.
    const auto writes = [](const QString &file) {
        return file.contains(u"core/report/csvtext.") || file.contains(u"core/report/formats/")
            || file.contains(u"ui/client/ask") || file.endsWith(u"ui/play/playbatchpage.cpp");
    };
    const auto reads = [](const QString &file) {
        return file.endsWith(u"site/expectedlist.h") || file.endsWith(u"site/expecteddialog.cpp")
            || file.endsWith(u"cli/optionreading.cpp");
    };
    const auto core = sources(QStringLiteral("core"));
    for (const char *const file : {"csv.cpp", "table.cpp"}) {
        const QString format = core.value(
            QStringLiteral(GBSCOPE_TEST_DATA "/../../core/report/formats/") + QLatin1String(file));
        QVERIFY2(format.contains(u"csvLine("), file);
    }
    for (const QString &folder : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
        const auto all = sources(folder);
        for (auto file = all.begin(); file != all.end(); ++file)
            QVERIFY2(!file->contains(u"csv", Qt::CaseInsensitive) || writes(file.key())
                    || (reads(file.key()) && !file->contains(u"WriteOnly")),
                qPrintable(file.key()));
    }
}

void tst_Threats::T7_nothingUnprintableIsShown()
{
    QString all;
    for (char16_t c = 1; c < 0x3000; ++c)
        all += QChar(c);
    const QString shown = printable(all, all.size());
    QVERIFY(isPrintable(shown));
    QVERIFY(!isPrintable(QStringLiteral("a\u2067")) && !isPrintable(QStringLiteral("a\x1b")));
    QCOMPARE(printable(QStringLiteral("\u0085\u007f\u202a\u2069\u2029\n")),
        QStringLiteral("\\x85\\x7f\\u{202a}\\u{2069}\\u{2029}\\x0a"));
    Site site(Site::withPassword({}));
    for (const HostileFile &file : corpora()) {
        site.wait(100ms);
        const QByteArray octets = file.octets();
        site.send(octets);
        const Batch batch = site.analysis.take(site.clock.now());
        for (const MessageSummary &m : batch.messages) {
            for (const QString &text :
                {m.methodText, m.command, m.device.toString(), m.callId.toString(), arrowLabel(m)})
                QVERIFY2(isPrintable(text) && !text.contains(u'\n'), qPrintable(file.name));
        }
        QString texts;
        for (const Event &event : batch.events) {
            if (const auto *change = std::get_if<StateChange>(&event))
                texts += change->device + wording::note(change->reason);
        }
        for (const Finding &finding : batch.findings) {
            const wording::FindingText text = wording::finding(finding);
            texts += finding.device + text.title + text.cause + text.advice;
        }
        for (const DeviceSnapshot &device : batch.devices)
            texts += device.id + device.userAgent + wording::note(device.problem)
                + wording::sentence(device, site.clock.now());
        QVERIFY2(isPrintable(texts), qPrintable(file.name));
        const QString exported = messageAsText(summarise(site.lastTrace), octets);
        for (const QString &line : exported.split(u'\n'))
            QVERIFY2(isPrintable(line), qPrintable(file.name));
        for (const QString &line : exported.split(u'\n').mid(1)) // none passes for a heading of ours
            QVERIFY2(line.isEmpty() || line.startsWith(u"    "), qPrintable(file.name));
    }
}

void tst_Threats::T8_fileNamesAreOurs()
{
    QTemporaryDir folder;
    const QString inside = folder.filePath(QStringLiteral("sessions"));
    static const QRegularExpression ours(QStringLiteral("^\\d{8}-\\d{6}(-\\d+)?\\.pcapng$"));
    QSet<QString> names;
    for (int i = 0; i < 20; ++i) {
        const QString name = sessionfolder::newFile(inside);
        QVERIFY(!names.contains(name)); // never one that is there
        names.insert(name);
        QVERIFY2(ours.match(QFileInfo(name).fileName()).hasMatch(), qPrintable(name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(QFileInfo(name).canonicalPath(), QFileInfo(inside).canonicalFilePath());
    }
    // A name that is proposed may have the ID of a device in it: it stays a name, of the folder that the user chooses
    static const QRegularExpression plain(
        QStringLiteral("^[^./\\\\:*?\"<>|\\p{Cc}\\p{Cf}][^/\\\\:*?\"<>|\\p{Cc}\\p{Cf}]{0,99}$"));
    const QDateTime at(QDate(2026, 11, 30), QTime(9, 30, 5));
    for (const char *const id :
        {"../../etc/passwd", "..\\..\\x", "/root", "C:\\x", "a\nb", "\xe2\x80\xaegpj", "nul", "|sh", ""}) {
        for (const QString &name :
            {exportName({QStringLiteral("r"), {QString::fromUtf8(id)}, Profile::OwnSite, at, {}}),
                exportName({QString::fromUtf8(id), {}, Profile::None, at, {}})})
            QVERIFY2(plain.match(name).hasMatch(), qPrintable(name));
    }
    const auto dialogs = sources(QStringLiteral("ui/export"));
    const QString flow = dialogs.value(QStringLiteral(GBSCOPE_TEST_DATA "/../../ui/export/exportflow.cpp"));
    QVERIFY(flow.count(u"exportName(") >= 3 && !flow.contains(u"+ callId") && !flow.contains(u"+ devices"));
}

void tst_Threats::T12_anInviteIsRefused()
{
    Site site;
    QCOMPARE(site.login(), 200);
    for (const HostileFile &file : gb28181Files(QStringLiteral("dat")) + rfc4475Files()) {
        if (!file.octets().startsWith("INVITE"))
            continue;
        site.wait(1s);
        const auto refusal = site.send(file.octets());
        QVERIFY2(Site::statusOf(refusal) >= 400, qPrintable(file.name));
        for (const QByteArray &answer : refusal)
            QVERIFY2(answer.endsWith("\r\nContent-Length: 0\r\n\r\n") && !answer.contains("m="),
                answer.constData()); // no offer of a port
    }
    // There are no other sockets than those of SIP, what listens for HEP, and those for media and pictures that we
    // asked for
    const auto files = sources(QStringLiteral("core"));
    for (auto file = files.begin(); file != files.end(); ++file)
        QVERIFY2(file.key().contains(u"/core/net/") || file.key().contains(u"/core/simulator/")
                || file.key().contains(u"/core/capture/heplistener.")
                || file.key().contains(u"/core/client/play/mediaport.")
                || !file->contains(
                    QRegularExpression(QStringLiteral("new Q(Udp|Tcp)Socket|make_unique<Q(Udp|Tcp)|QTcpServer"))),
            qPrintable(file.key()));
}

void tst_Threats::T15_aDeviceCannotMakeUsAct()
{
    Site site;
    QCOMPARE(site.login(), 200);
    const QByteArray id = "34020000001320000001";
    QList<QByteArray> bodies;
    for (const char *command : {"DeviceControl", "Catalog", "DeviceInfo", "DeviceStatus", "Alarm", "MobilePosition",
             "Broadcast", "RecordInfo", "ConfigDownload"}) {
        for (const char *root : {"Control", "Query", "Notify", "Response"})
            bodies.append("<" + QByteArray(root) + "><CmdType>" + command + "</CmdType><SN>1</SN><DeviceID>" + id
                + "</DeviceID><PTZCmd>A50F010800000000BD</PTZCmd></" + root + ">");
    }
    for (const QByteArray &body : bodies) {
        const auto answers = site.send(site.message(id, body));
        QCOMPARE(answers.size(), 1);
        QVERIFY2(answers.constFirst().startsWith("SIP/2.0 200 OK\r\n") && answers.constFirst().endsWith("\r\n\r\n"),
            answers.constFirst().constData()); // taken note of, no more
    }
    for (const HostileFile &file : corpora()) {
        site.wait(1s);
        for (const QByteArray &answer : site.send(file.octets()))
            QVERIFY2(scanHead(view(answer)).kind == SipKind::Response, answer.constData()); // never a request of ours
    }
    for (const QByteArray &method : {QByteArray("INVITE"), QByteArray("SUBSCRIBE"), QByteArray("NOTIFY"),
             QByteArray("INFO"), QByteArray("REFER"), QByteArray("UPDATE")}) {
        site.wait(1s);
        QVERIFY(site.status(site.registerText({.callId = method}).replace("REGISTER", method)) >= 400);
    }
}

void tst_Threats::T16_nobodyListensUnasked()
{
    QVERIFY(ServerConfig().address.isNull());
    const SystemClock clock;
    UdpTransport udp(clock);
    QVERIFY(udp.listen(ServerConfig().address, 0, nullptr) == ListenError::NoSuchAddress);
    QVERIFY(!udp.isListening());
    TcpTransport tcp(clock);
    QVERIFY(tcp.listen(ServerConfig().address, 0, nullptr) == ListenError::NoSuchAddress);
    QVERIFY(udp.listen(QHostAddress(QHostAddress::LocalHost), 0, nullptr) == ListenError::None);
    QCOMPARE(udp.local().address, QHostAddress(QHostAddress::LocalHost)); // and nothing wider
}

void tst_Threats::T16_onePortOneProgram()
{
    const SystemClock clock;
    const QHostAddress address(QHostAddress::LocalHost), any(QHostAddress::AnyIPv4);
    UdpTransport first(clock), second(clock);
    QVERIFY(first.listen(address, 0, nullptr) == ListenError::None);
    QString detail;
    QVERIFY(second.listen(address, first.local().port, &detail) == ListenError::PortTaken);
    QVERIFY(!detail.isEmpty());
    QVERIFY(second.listen(any, first.local().port, nullptr) == ListenError::PortTaken);
    QTcpServer other;
    QVERIFY(other.listen(address, 0));
    TcpTransport tcp(clock);
    QVERIFY(tcp.listen(address, other.serverPort(), nullptr) == ListenError::PortTaken);
}

QTEST_GUILESS_MAIN(tst_Threats)
#include "tst_threats.moc"
