#include "core/session/bindingkeeper.h"
#include "tests/support/script.h"
#include "tests/support/site.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Devices that registered ahead of this start are known, and nothing is claimed of them that is not.
class tst_KeptBindings : public QObject
{
    Q_OBJECT
private slots:
    void unknownUntilItBeats();
    void offlineWhereItStaysSilent();
    void lapsedWhereItsTimeIsOver();
    void aNewRegistration();
    void whoIsRegisteredHereStaysAsItIs();
    void theNextStartKnowsThem();
    void listeningAgainNeedsNoDisk();
    void whatIsNotRestored_data();
    void whatIsNotRestored();
    void aStrangersFileIsLeftAlone_data();
    void aStrangersFileIsLeftAlone();
    void whatIsWrittenAndWhen();
};

namespace {

struct Record : Script
{
    Record() { note(notes::Listening{notes::Source::Sip, QStringLiteral("192.168.1.15:5060")}); }
    void knows(quint64 ago, quint64 left)
    {
        note(notes::RegisteredBefore{{{QString::fromLatin1(id), device.text(), false, ago, left}}, {}});
    }
    DeviceSnapshot one() { return analysis.devices().snapshots().value(0); }
    DeviceState state() { return one().verdict.state; }
    bool blames()
    {
        const QList<Finding> all = analysis.findings().log().all();
        return std::any_of(all.begin(), all.end(),
            [](const Finding &finding) { return finding.code != FindingCode::RegisteredBefore; });
    }
};

/// A server with its keeper, as the engine has them.
struct Server
{
    explicit Server(const QString &file, const QString &password = {})
        : site(Site::withPassword(password))
    {
        config = Site::withPassword(password);
        config.bindingsFile = file;
    }
    QList<KeptRegistration> open() { return keeper->open(config, site.server, registrar(), site.clock.now(), wall()); }
    /// Behind it what it writes is on the disk.
    void close()
    {
        keeper->close(registrar(), site.clock.now(), wall());
        keeper = std::make_unique<BindingKeeper>();
    }
    void look() { keeper->look(registrar(), site.clock.now(), wall()); }
    Registrar &registrar() { return site.sip.registrar(); }
    TimePoint wall() const { return site.clock.wall(); }

    Site site;
    ServerConfig config;
    std::unique_ptr<BindingKeeper> keeper = std::make_unique<BindingKeeper>();
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void tst_KeptBindings::unknownUntilItBeats()
{
    Record r;
    r.knows(600, 3000);
    QVERIFY(r.state() == DeviceState::Unknown);
    QVERIFY(r.one().reason.code == NoteCode::RegisteredBefore);
    r.wait(100s); // a heartbeat may have come just ahead of the start
    QVERIFY(r.state() == DeviceState::Unknown);
    r.beat(7);
    QVERIFY(r.state() == DeviceState::Online);
    QCOMPARE(r.one().beats, 1);
    QVERIFY(!r.blames());
    r.beats(3);
    r.wait(200s);
    QVERIFY(r.state() == DeviceState::Offline);
}

void tst_KeptBindings::offlineWhereItStaysSilent()
{
    Record r;
    r.knows(600, 3000);
    r.wait(179s);
    QVERIFY(r.state() == DeviceState::Unknown);
    r.wait(2s);
    QVERIFY(r.state() == DeviceState::Offline);
}

void tst_KeptBindings::lapsedWhereItsTimeIsOver()
{
    Record r;
    r.knows(30, 60);
    r.wait(61s);
    QVERIFY(r.state() == DeviceState::Unknown); // it may have refreshed while nobody listened
    r.wait(30s);
    QVERIFY(r.state() == DeviceState::Lapsed);
}

void tst_KeptBindings::aNewRegistration()
{
    Record r;
    r.knows(600, 3000);
    r.wait(5s);
    r.login();
    QVERIFY(r.state() == DeviceState::Online);
    QVERIFY(r.one().reason.code == NoteCode::Registered);
    QCOMPARE(r.one().registrations, 1);
    QVERIFY(!r.blames());
}

void tst_KeptBindings::whoIsRegisteredHereStaysAsItIs()
{
    Record r;
    r.login();
    r.beats(2);
    const DeviceSnapshot before = r.one();
    r.knows(3000, 600);
    QVERIFY(r.state() == DeviceState::Online);
    QCOMPARE(r.one().facts.confirmedAt, before.facts.confirmedAt);
    QVERIFY(!r.finding(FindingCode::RegisteredBefore));
}

void tst_KeptBindings::theNextStartKnowsThem()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("bindings.json"));
    for (const QString &password : {QString(), QStringLiteral("12345678")}) {
        QFile::remove(file);
        Server first(file, password);
        QVERIFY(first.open().isEmpty());
        QCOMPARE(first.site.login(), 200);
        first.site.wait(100s);
        first.close();

        Server second(file, password);
        second.site.clock.advance(400s);
        const QList<KeptRegistration> kept = second.open();
        QVERIFY2(second.keeper->takeProblem().isEmpty(), "it is ours");
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0].id, QStringLiteral("34020000001320000001"));
        QCOMPARE(kept[0].ago, 400s);
        QCOMPARE(kept[0].left, 3200s);
        QCOMPARE(kept[0].address.text(), second.site.camera.text());
        QCOMPARE(second.site.status(second.site.keepalive()), 200);
        QCOMPARE(second.site.status(second.site.keepalive("34020000001320000002")), 403);
        const Endpoint elsewhere = endpoint("192.168.1.99", 5060);
        QCOMPARE(second.site.status(second.site.keepalive("34020000001320000001", 2), elsewhere), 403);
        if (!password.isEmpty())
            QVERIFY(!contents(file).contains(password.toLatin1()));
    }
}

/// Nobody waits for the disk: what is being written is known all the same.
void tst_KeptBindings::listeningAgainNeedsNoDisk()
{
    const QTemporaryDir folder;
    Server server(folder.filePath(QStringLiteral("bindings.json")));
    server.open();
    QCOMPARE(server.site.login(), 200);
    server.keeper->close(server.registrar(), server.site.clock.now(), server.wall());
    Site again(Site::withPassword({}));
    again.clock.advance(60s);
    const auto kept = server.keeper->open(
        server.config, again.server, again.sip.registrar(), again.clock.now(), again.clock.wall());
    QCOMPARE(kept.size(), 1);
    QCOMPARE(again.status(again.keepalive()), 200);
}

void tst_KeptBindings::whatIsNotRestored_data()
{
    QTest::addColumn<qint64>("later"); ///< seconds
    QTest::addColumn<QString>("serverId");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("wanted");
    QTest::addColumn<int>("known");
    const QString own = ServerConfig().serverId;
    QTest::newRow("all as it was") << qint64(60) << own << QString() << true << 1;
    QTest::newRow("its Expires is over") << qint64(3600) << own << QString() << true << 0;
    QTest::newRow("the clock was set back") << qint64(-60) << own << QString() << true << 0;
    QTest::newRow("another server") << qint64(60) << QStringLiteral("34020000002000000009") << QString() << true << 0;
    QTest::newRow("a password is asked for now") << qint64(60) << own << QStringLiteral("12345678") << true << 0;
    QTest::newRow("it is not wanted") << qint64(60) << own << QString() << false << 0;
}

void tst_KeptBindings::whatIsNotRestored()
{
    QFETCH(const qint64, later);
    QFETCH(const QString, serverId);
    QFETCH(const QString, password);
    QFETCH(const bool, wanted);
    QFETCH(const int, known);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("bindings.json"));
    Server first(file);
    first.open();
    QCOMPARE(first.site.login(), 200);
    first.close();
    Server second(file, password);
    second.config.serverId = serverId;
    second.config.keepBindings = wanted;
    second.site.clock.advance(std::chrono::seconds(later));
    QCOMPARE(second.open().size(), known);
    QCOMPARE(second.registrar().bindings().size(), known);
    QVERIFY(second.keeper->takeProblem().isEmpty());
}

void tst_KeptBindings::aStrangersFileIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::newRow("a text") << QByteArray("my only copy\n");
    QTest::newRow("other JSON") << QByteArray("{\"name\":\"x\"}");
    QTest::newRow("a later version") << QByteArray("{\"gbscope-bindings\":2,\"bindings\":[]}");
    QTest::newRow("cut") << QByteArray("{\"gbscope-bindings\":1,\"bindings\":[{\"id\":\"3402");
    QTest::newRow("too big") << QByteArray(BindingKeeper::maxFile + 1, ' ');
    QTest::newRow("empty") << QByteArray();
}

void tst_KeptBindings::aStrangersFileIsLeftAlone()
{
    QFETCH(const QByteArray, octets);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("notes.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(octets), octets.size());
    file.close();
    {
        Server server(path);
        QVERIFY(server.open().isEmpty());
        QVERIFY(!server.keeper->takeProblem().isEmpty());
        QVERIFY(server.keeper->takeProblem().isEmpty()); // told once
        QCOMPARE(server.site.login(), 200);              // and all else works
        server.close();
    }
    QCOMPARE(contents(path), octets);
}

/// Lines that are none do not hide the others; a file has room for what a registrar has.
void tst_KeptBindings::whatIsWrittenAndWhen()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("bindings.json"));
    Server server(file);
    server.open();
    QCOMPARE(server.site.login(), 200);
    server.look(); // too soon
    QVERIFY(!QFile::exists(file));
    server.site.clock.advance(BindingKeeper::pause);
    server.look();
    server.keeper = std::make_unique<BindingKeeper>(); // the one before waited for what it was writing
    QByteArray text = contents(file);
    QVERIFY(text.contains("34020000001320000001"));
    QVERIFY((QFile::permissions(file) & (QFile::ReadOther | QFile::ReadGroup)) == 0);
    text.replace(
        "\"bindings\":[", "\"bindings\":[7,{\"id\":\"x\"},{\"id\":\"y\",\"address\":\"1.2.3.4\",\"port\":70000},");
    QFile changed(file);
    QVERIFY(changed.open(QIODevice::WriteOnly));
    changed.write(text);
    changed.close();
    Server second(file);
    second.site.clock.advance(10s);
    QCOMPARE(second.open().size(), 1);
    QVERIFY(QFile::remove(file));
    second.site.clock.advance(BindingKeeper::pause);
    second.look(); // nothing has changed: nothing to write
    second.close();
    QVERIFY(!QFile::exists(file));
}

QTEST_GUILESS_MAIN(tst_KeptBindings)
#include "tst_keptbindings.moc"
