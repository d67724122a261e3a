#include "core/capture/importer.h"
#include "core/capture/pcapngwriter.h"
#include "tests/support/corpus.h"
#include "tests/support/nexttrace.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

#include <numeric>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// All corpora through one record and one registrar that live through it all, in orders that a seed gives.
class tst_Corpora : public QObject
{
    Q_OBJECT
private slots:
    void protosAnswers();
    void everyAnswerNamesTheSource();
    void twentyOrders();
    void aMessageThatNeverEndsIsImported();

private:
    static QList<HostileFile> all()
    {
        return gb28181Files(QStringLiteral("dat|tmpl|tcp")) + rfc4475Files() + protosFiles();
    }
    static qsizetype heap();
};

/// A server with a password and one without, on one clock; the cameras of both send from 127.0.0.1.
struct Platforms
{
    Site open{Site::withPassword({})}, locked;
    quint64 sent = 0;

    Platforms()
    {
        for (Site *site : {&open, &locked}) {
            site->camera = endpoint("127.0.0.1", 5061);
            site->server = endpoint("127.0.0.1", 5060);
        }
    }
    Site &of(const HostileFile &file)
    {
        const bool needsPassword = file.precondition.startsWith(u"P0") || file.precondition.startsWith(u"P2")
            || file.name == u"regaut01";
        return needsPassword ? locked : open;
    }
    /// Slow enough that no error answer is held back.
    void tick(Site &site)
    {
        site.wait(100ms);
        site.analysis.take(site.clock.now());
    }
    int login(Site &site)
    {
        return site.login({.callId = "login" + QByteArray::number(++sent)}, "12345678", site.camera);
    }
};

static Endpoint sourceOf(const HostileFile &file, const Site &site)
{
    return file.name.startsWith(u"g23") ? endpoint("127.0.0.2", 5061) : site.camera;
}

qsizetype tst_Corpora::heap()
{
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    return static_cast<qsizetype>(mallinfo2().uordblks);
#else
    return 0;
#endif
}

void tst_Corpora::protosAnswers()
{
    const auto files = protosFiles();
    if (files.isEmpty())
        QSKIP("PROTOS c07-sip is not here: GBSCOPE_PROTOS names its folder");
    Platforms platforms;
    Site &site = platforms.open;
    QHash<int, int> seen;
    for (const HostileFile &file : files) {
        platforms.tick(site);
        const QByteArray octets = file.octets();
        const auto answers = site.send(octets);
        const int status = Site::statusOf(answers);
        QVERIFY2(file.right.contains(status), qPrintable(file.name + QStringLiteral(": %1").arg(status)));
        QVERIFY(answers.size() <= 2);
        for (const QByteArray &answer : answers)
            QVERIFY2(answer.size() <= octets.size() + 512, qPrintable(file.name));
        QVERIFY2(status != 0 || site.lastTrace.head.kind != SipKind::Request
                || site.lastTrace.head.method == SipMethod::Ack || site.lastTrace.head.via.host.empty(),
            qPrintable(file.name));
        ++seen[status];
        QCOMPARE(site.status(site.registerText({.callId = "next" + file.name.toLatin1()})), 200);
    }
    QCOMPARE(Site::statusOf(site.send(files.constFirst().octets())), 488); // case 0 is a valid INVITE
    for (const int status : seen.keys())
        qInfo("%d times %d", seen[status], status);
    for (const DeviceSnapshot &device : site.analysis.devices().snapshots())
        QCOMPARE(device.beats, 0);
}

void tst_Corpora::everyAnswerNamesTheSource()
{
    Platforms platforms;
    const Endpoint source = endpoint("198.51.100.7", 40001);
    for (const HostileFile &file : all()) {
        Site &site = platforms.of(file);
        platforms.tick(site);
        const auto answers = site.send(file.octets(), source);
        for (const QByteArray &answer : answers) {
            const SipHead head = scanHead(view(answer));
            const std::string_view parameters = head.via.text.substr(
                std::min(head.via.text.find(';'), head.via.text.size()));
            QVERIFY2(parameter(parameters, "received") == "198.51.100.7", answer.constData());
            QVERIFY2(!head.via.rport || parameter(parameters, "rport") == "40001", answer.constData());
        }
        QVERIFY2(site.send(file.octets(), site.server).isEmpty(), qPrintable(file.name)); // what claims to come from
                                                                                          // ourselves
        QVERIFY2(site.send(file.octets(), endpoint("198.51.100.7", 0)).isEmpty(), qPrintable(file.name)); // and what
                                                                                                          // has no port
                                                                                                          // to go to
    }
}

void tst_Corpora::twentyOrders()
{
    const auto files = all();
    Platforms platforms;
    qsizetype settled = 0;
    for (quint32 seed = 1; seed <= 20; ++seed) {
        std::vector<qsizetype> order(static_cast<std::size_t>(files.size()));
        std::iota(order.begin(), order.end(), 0);
        QRandomGenerator random(seed);
        std::shuffle(order.begin(), order.end(), random);
        for (const qsizetype at : order) {
            const HostileFile &file = files.at(at);
            const QByteArray what = file.name.toLatin1() + " with seed " + QByteArray::number(seed);
            Site &site = platforms.of(file);
            platforms.tick(site);
            if (file.name.startsWith(u"rfc5118"))
                site.wait(32s); // these share a branch and a Call-ID: within 64·T1 they are one transaction
            if (file.precondition.startsWith(u"P2"))
                QVERIFY2(platforms.login(site) == 200, what.constData());
            QByteArray octets = file.octets();
            if (octets.contains("@NONCE@"))
                octets = filled(
                    octets, Site::nonceOf(site.send(site.registerText({.callId = "first" + what})).constFirst()));
            platforms.tick(site);
            const DeviceSnapshot before = site.device();
            const auto answers = site.send(octets, sourceOf(file, site));
            const int status = Site::statusOf(answers);
            QVERIFY2(file.right.contains(status), QByteArray(what + ": " + QByteArray::number(status)).constData());
            const DeviceSnapshot after = site.device();
            if (status == 0 || status >= 400) {
                QVERIFY2(after.beats == before.beats && after.lastBeat == before.lastBeat, what.constData());
                QVERIFY2(
                    after.verdict.state == before.verdict.state || before.facts.phase != DeviceFacts::Phase::Registered,
                    what.constData());
                QVERIFY2(
                    after.facts.phase == before.facts.phase || before.facts.phase != DeviceFacts::Phase::Registered,
                    what.constData());
            }
            QVERIFY2(
                site.status(site.registerText({.id = "34020000001320000002", .callId = "good" + what, .expires = 60}))
                    != 0,
                what.constData());
        }
        for (Site *site : {&platforms.open, &platforms.locked}) {
            site->wait(10min); // time for every table to forget
            QVERIFY(site->analysis.devices().snapshots().size() < 40);
            QCOMPARE(site->sip.withheld(), 0U);
        }
        if (seed == 2)
            settled = heap();
    }
    QVERIFY2(heap() - settled < 1024 * 1024, QByteArray::number(heap() - settled).constData());
}

void tst_Corpora::aMessageThatNeverEndsIsImported()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("clerr.pcapng")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QFile message(QStringLiteral(GBSCOPE_TEST_DATA "/rfc4475/clerr.dat"));
    QVERIFY(message.open(QIODevice::ReadOnly));
    const Datagram sent{.at = ManualClock().now(),
        .from = endpoint("127.0.0.1", 40001),
        .to = endpoint("127.0.0.1", 5060),
        .transport = TransportKind::Tcp,
        .octets = message.readAll(),
        .sequence = 1};
    file.write(PcapngWriter::fileHeader(QStringLiteral("gbscope"), {}) + PcapngWriter::packet(sent));
    file.close();
    Analysis analysis;
    Importer importer;
    QVERIFY(importer.open(file.fileName()));
    PcapReader::Result result = PcapReader::Result::Datagram;
    QList<Trace> traces;
    while (result == PcapReader::Result::Datagram) {
        if (auto trace = nextTrace(importer, analysis, result))
            traces.append(std::move(*trace));
    }
    QVERIFY(result == PcapReader::Result::End);
    QCOMPARE(traces.size(), 1);
    QCOMPARE(traces.constFirst().datagram.octets, sent.octets);
    // The record ends in it: whether the rest came nobody knows, and it is no fault of the sender
    QVERIFY(traces.constFirst().datagram.unfinished && traces.constFirst().datagram.atEnd);
    QVERIFY(traces.constFirst().datagram.cut && !traces.constFirst().head.has(HeadFault::BodyShort));
    QVERIFY(!nextTrace(importer, analysis, result) && result == PcapReader::Result::End);
}

QTEST_GUILESS_MAIN(tst_Corpora)
#include "tst_corpora.moc"
