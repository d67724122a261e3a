#include "core/client/command.h"
#include "tests/support/asker.h"
#include "tests/support/packets.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// `gbscope-cli ask`, and `ask` on the standard input of serve, against `gbscope-cli simulate`.
class tst_AskCli : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyCommandIsAnswered_data();
    void everyCommandIsAnswered();
    void otherReadersComplain();
    void faultsAreTold_data();
    void faultsAreTold();
    void aSubscriptionTells();
    void whatIsRefused_data();
    void whatIsRefused();
    void aWrongPasswordIsTold();
    void channelsAtARate();
    void aConnectionOfAnEarlierStart_data();
    void aConnectionOfAnEarlierStart();
    void aMessageOfAFile();
    void aMessageThatIsNoSip();
    void aMessageToNobody();
    void messagesOnDemand();
    void whatIsRefusedOfMessages_data();
    void whatIsRefusedOfMessages();

private:
    static bool simulate(ServerProcess &simulator, int port, const QStringList &more)
    {
        simulator.process.start(QStringLiteral(GBSCOPE_CLI),
            QStringList{
                QStringLiteral("simulate"), QStringLiteral("--server"), QStringLiteral("127.0.0.1:%1").arg(port)}
                + more);
        return simulator.process.waitForStarted(ServerProcess::patience);
    }
    static QJsonObject next(ServerProcess &process, const QString &event)
    {
        return process.waitFor([&event](const QJsonObject &e) { return is(e, u"event", event); });
    }
    static bool registered(ServerProcess &simulator)
    {
        return !next(simulator, QStringLiteral("registered")).isEmpty();
    }
    /// The answer of a running serve.
    static QJsonObject ask(ServerProcess &server, const QString &question)
    {
        server.command("ask " + question.toUtf8());
        return server.waitFor([](const QJsonObject &e) {
            return is(e, u"event", u"answer") || is(e, u"event", u"sent") || is(e, u"event", u"error");
        });
    }
    static QStringList oddities(const QJsonObject &answer)
    {
        QStringList codes;
        for (const QJsonValue &one : answer[u"oddities"].toArray())
            codes.append(one[u"code"].toString());
        return codes;
    }
    /// What tshark has to say of SIP in that file, a line a frame; how many frames there are.
    static QByteArray complaints(const QString &path, int port, int *frames);
    QString behaviour(const char *edition) const { return m_folder.filePath(QString::fromLatin1(edition) + u".json"); }

    QTemporaryDir m_folder;
};

static const QString camera = QStringLiteral("34020000001320000001");
static const QStringList listen{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
static const QStringList password{QStringLiteral("--password"), QStringLiteral("12345678")};

void tst_AskCli::initTestCase()
{
    for (const char *edition : {"2016", "2022"}) {
        QFile file(behaviour(edition));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("{\"edition\": \"") + edition + "\"}");
    }
}

static QString valueOf(const AskParameter &one)
{
    switch (one.kind) {
    case AskParameter::Kind::Integer:
    case AskParameter::Kind::Decimal: return QString::number(static_cast<int>(std::max(one.least, 1.0)));
    case AskParameter::Kind::Time: return QStringLiteral("2026-03-02T0%1:00:00").arg(one.name[0] == 'E' ? 9 : 8);
    case AskParameter::Kind::Choice:
    case AskParameter::Kind::Choices: return QString::fromLatin1(one.choices).section(u'|', 0, 0);
    default: return QStringLiteral("1");
    }
}

void tst_AskCli::everyCommandIsAnswered_data()
{
    QTest::addColumn<QByteArray>("edition");
    QTest::addColumn<bool>("tcp");
    QTest::newRow("2016, UDP") << QByteArray("2016") << false;
    QTest::newRow("2022, UDP") << QByteArray("2022") << false;
    QTest::newRow("2022, TCP") << QByteArray("2022") << true;
}

QByteArray tst_AskCli::complaints(const QString &path, int port, int *frames)
{
    const auto tshark = [&](const QString &filter) {
        return run(QStringLiteral("tshark"),
            {QStringLiteral("-n"), QStringLiteral("-r"), path, QStringLiteral("-d"),
                QStringLiteral("udp.port==%1,sip").arg(port), QStringLiteral("-d"),
                QStringLiteral("tcp.port==%1,sip").arg(port), QStringLiteral("-Y"), filter, QStringLiteral("-T"),
                QStringLiteral("fields"), QStringLiteral("-e"), QStringLiteral("frame.number"), QStringLiteral("-e"),
                QStringLiteral("sip.Request-Line"), QStringLiteral("-e"), QStringLiteral("sip.Status-Line"),
                QStringLiteral("-e"), QStringLiteral("_ws.expert.message")});
    };
    *frames = static_cast<int>(tshark(QStringLiteral("sip")).out.count('\n'));
    constexpr const char *warning = "0x600000";
    return tshark(QStringLiteral("sip && (_ws.malformed || _ws.expert.severity >= %1)").arg(QLatin1StringView(warning)))
        .out;
}

/// The check can fail: tshark complains of what is wrong with a head.
void tst_AskCli::otherReadersComplain()
{
    if (QStandardPaths::findExecutable(QStringLiteral("tshark")).isEmpty())
        QSKIP("tshark is not installed");
    const QByteArray good = optionsRequest(1), bad = QByteArray(good).replace("Call-ID:", "Call-ID");
    const QString path = m_folder.filePath(QStringLiteral("odd.pcap"));
    int frames = 0;
    QVERIFY(writeFile(path, pcapOf(101, {ip4(17, udp(good)), ip4(17, udp(bad))})));
    QVERIFY2(complaints(path, 5060, &frames).startsWith("2\t"), complaints(path, 5060, &frames).constData());
    QCOMPARE(frames, 2);
}

/// Of a device that does all of it right nothing is odd; what it sends we would send, too. Another reader has nothing
/// to say of our messages.
void tst_AskCli::everyCommandIsAnswered()
{
    QFETCH(QByteArray, edition);
    QFETCH(bool, tcp);
    ServerProcess server, simulator;
    const QString record = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".pcapng"));
    QVERIFY(server.start(listen + password + QStringList{QStringLiteral("--session"), record}));
    QStringList how{QStringLiteral("--behaviour"), behaviour(edition.constData()), QStringLiteral("--channels"),
        QStringLiteral("8")};
    if (tcp)
        how.append(QStringLiteral("--tcp"));
    QVERIFY(simulate(simulator, server.port, password + how) && registered(simulator));
    for (const AskCommand *one : askCommands()) {
        const bool itsOwn = editionName(one->since) <= QLatin1StringView(edition);
        if (one->onlyShown || !itsOwn || one->effect == AskCommand::Effect::Restarts)
            continue;
        QString question = QString::fromLatin1(one->name) + u' ' + camera;
        const bool several = one->parameters.size() == 1 || one->effect == AskCommand::Effect::Reads;
        for (const AskParameter &parameter : one->parameters) {
            const bool wanted = (parameter.needed && *parameter.preset == '\0')
                || (!several && &parameter == &one->parameters.front());
            if (wanted && parameter.kind != AskParameter::Kind::Fixed)
                question += u' ' + QString::fromLatin1(parameter.name) + u'=' + valueOf(parameter);
        }
        if (one->effect == AskCommand::Effect::Erases)
            question += QStringLiteral(" yes");
        const QJsonObject answer = ask(server, question);
        const QString wanted = one->needs == AskCommand::Needs::Notices ? QStringLiteral("subscribed")
                                                                        : QStringLiteral("done");
        QVERIFY2(answer[u"outcome"] == wanted && oddities(answer).isEmpty(),
            qPrintable(question + u'\n' + QString::fromUtf8(QJsonDocument(answer).toJson())));
        if (qstrcmp(one->name, "catalog") == 0)
            QCOMPARE(answer[u"items"].toArray().size(), 8);
    }
    int asked = 0;
    for (const char *one : {"options", "catalog", "subscribe", "notify", "invite", "restart"}) {
        const QJsonObject sent = ask(
            server, QStringLiteral("message %1 template=%2 yes").arg(camera, QLatin1StringView(one)));
        QVERIFY2(is(sent, u"event", u"sent"), one);
        asked += sent[u"outcome"].toString() == u"answered" ? 1 : 0;
    }
    QVERIFY(asked > 2);
    QCOMPARE(server.quit()[u"timed_out"].toInt(), 0);
    if (QStandardPaths::findExecutable(QStringLiteral("tshark")).isEmpty())
        QSKIP("tshark is not installed: whether it reads our messages is not tested");
    int frames = 0;
    const QByteArray said = complaints(record, server.port, &frames);
    QVERIFY2(frames > 60, qPrintable(QString::number(frames)));
    QVERIFY2(said.isEmpty(), said.constData());
}

void tst_AskCli::faultsAreTold_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("oddity"); // empty: none
    const auto row = [](const char *fault, const char *outcome, const char *oddity = "") {
        QTest::newRow(fault) << QString::fromLatin1(fault) << QString::fromLatin1(outcome)
                             << QString::fromLatin1(oddity);
    };
    row("wrong-charset", "done", "other-charset");
    row("wrong-sn", "other-response", "other-sn");
    row("wrong-device-id", "done", "other-device");
    row("page-missing", "incomplete", "items-missing");
    row("page-twice", "done", "duplicate");
    row("sum-num-huge", "incomplete", "items-missing");
    row("result-error", "error-result");
    row("no-response", "no-response");
    row("status-403", "refused");
    row("status-500", "refused");
    row("unknown-elements", "done", "unknown-element");
    row("xml-bomb", "unreadable", "no-xml");
}

void tst_AskCli::faultsAreTold()
{
    QFETCH(QString, fault);
    QFETCH(QString, outcome);
    QFETCH(QString, oddity);
    ServerProcess server, simulator;
    QVERIFY(server.start(listen + password));
    QVERIFY(
        simulate(simulator, server.port,
            password + QStringList{QStringLiteral("--channels"), QStringLiteral("8"), QStringLiteral("--fault"), fault})
        && registered(simulator));
    const QJsonObject answer = ask(server, QStringLiteral("catalog ") + camera);
    const QByteArray said = QJsonDocument(answer).toJson();
    QVERIFY2(answer[u"outcome"] == outcome, said.constData());
    QVERIFY2(oddity.isEmpty() || oddities(answer).contains(oddity), said.constData());
    QVERIFY(!answer[u"text"].toString().isEmpty());
}

void tst_AskCli::aSubscriptionTells()
{
    ServerProcess server, simulator;
    QVERIFY(server.start(listen + password));
    QVERIFY(simulate(simulator, server.port, password) && registered(simulator));
    QCOMPARE(
        ask(server, QStringLiteral("subscribe-alarm ") + camera)[u"outcome"].toString(), QStringLiteral("subscribed"));
    simulator.command("alarm");
    QVERIFY(!next(simulator, QStringLiteral("alarm")).isEmpty());
    const QJsonObject notice = next(server, QStringLiteral("notice"));
    QVERIFY(!notice.isEmpty() && oddities(notice).isEmpty());
    QCOMPARE(notice[u"fields"][u"AlarmMethod"].toString(), QStringLiteral("5"));
    server.quit();
    QVERIFY(!next(simulator, QStringLiteral("unsubscribed")).isEmpty()); // who ends takes its leave
}

void tst_AskCli::whatIsRefused_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("says");
    QTest::newRow("no ID") << QStringLiteral("info") << QStringLiteral("COMMAND ID");
    QTest::newRow("no command") << QStringLiteral("dance ") + camera << QStringLiteral("no command dance");
    QTest::newRow("no value") << QStringLiteral("ptz ") + camera + QStringLiteral(" left")
                              << QStringLiteral("NAME=VALUE");
    QTest::newRow("a value that is none")
        << QStringLiteral("ptz ") + camera + QStringLiteral(" Direction=north") << QStringLiteral("Direction");
    QTest::newRow("restart without yes") << QStringLiteral("restart ") + camera << QStringLiteral("Say yes");
}

void tst_AskCli::whatIsRefused()
{
    QFETCH(QString, question);
    QFETCH(QString, says);
    ServerProcess server;
    QVERIFY(server.start(listen));
    const QJsonObject error = ask(server, question);
    QVERIFY(is(error, u"event", u"error"));
    QVERIFY2(error[u"text"].toString().contains(says), qPrintable(error[u"text"].toString()));
    QCOMPARE(ask(server, QStringLiteral("info ") + camera)[u"outcome"].toString(), QStringLiteral("not-registered"));
}

/// "Not registered" alone would send the engineer to the network; the password is what is wrong.
void tst_AskCli::aWrongPasswordIsTold()
{
    Asker asker;
    QVERIFY(asker.start({QStringLiteral("info")}, {QStringLiteral("--wait"), QStringLiteral("5")}));
    ServerProcess simulator;
    QVERIFY(simulate(simulator, asker.port, {QStringLiteral("--password"), QStringLiteral("wrong")}));
    const Run run = asker.finish();
    const QJsonObject answer = run.json();
    QCOMPARE(answer[u"outcome"].toString(), QStringLiteral("not-registered"));
    QCOMPARE(answer[u"device"].toString(), camera);
    QCOMPARE(answer[u"state"].toString(), QStringLiteral("auth-failed"));
    QVERIFY2(answer[u"reason"].toString().contains(u"password"), qPrintable(answer[u"reason"].toString()));
    QCOMPARE(run.status, 8);
}

/// The time of a request in the record is that of sending it: how soon the device answers does not matter.
void tst_AskCli::channelsAtARate()
{
    constexpr int rate = 4;
    QStringList channels, options{QStringLiteral("--device"), camera, QStringLiteral("--rate"), QString::number(rate)};
    for (int i = 2; i <= 5; ++i) {
        channels.append(QStringLiteral("3402000000131000000%1").arg(i));
        options << QStringLiteral("--channel") << channels.constLast();
    }
    Asker asker;
    QVERIFY(asker.start({QStringLiteral("presets")}, options));
    ServerProcess simulator;
    QVERIFY(simulate(simulator, asker.port, password + QStringList{QStringLiteral("--channels"), QStringLiteral("4")}));
    const Run run = asker.finish();
    QStringList about;
    QList<QDateTime> asked;
    for (const QByteArray &line : run.out.trimmed().split('\n')) {
        const QJsonObject answer = QJsonDocument::fromJson(line).object();
        QCOMPARE(answer[u"outcome"].toString(), QStringLiteral("done"));
        about.append(answer[u"about"].toString());
        asked.append(QDateTime::fromString(answer[u"at"].toString(), Qt::ISODateWithMs));
    }
    QCOMPARE(about, channels);
    // None goes out ahead of its time; the last one answers later than it was asked
    QVERIFY(asked.constFirst().msecsTo(asked.constLast()) + 100 >= 3 * 1000 / rate);
    QCOMPARE(run.status, 0);
}

void tst_AskCli::aConnectionOfAnEarlierStart_data()
{
    QTest::addColumn<QStringList>("asked");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("question") << QStringList{QStringLiteral("info")} << QStringLiteral("done");
    QTest::newRow("message") << QStringList{QStringLiteral("message"), QStringLiteral("--template"),
        QStringLiteral("options")}
                             << QStringLiteral("answered");
}

/// A registration may be kept across starts, a TCP connection is not: the device is asked when it comes again.
void tst_AskCli::aConnectionOfAnEarlierStart()
{
    QFETCH(const QStringList, asked);
    QFETCH(const QString, outcome);
    const QStringList keep{QStringLiteral("--bindings"),
        m_folder.filePath(QStringLiteral("kept-%1.json").arg(QLatin1StringView(QTest::currentDataTag())))};
    const QStringList question{QStringLiteral("--device"), camera};
    for (int run = 0; run < 2; ++run) {
        Asker asker;
        QVERIFY(asker.start(asked, question + keep));
        ServerProcess simulator;
        QVERIFY(simulate(simulator, asker.port, password + QStringList{QStringLiteral("--tcp")}));
        const Run ended = asker.finish();
        QCOMPARE(ended.json()[u"outcome"].toString(), outcome);
        QCOMPARE(ended.status, 0);
        simulator.process.kill(); // it does not unregister
        simulator.process.waitForFinished(ServerProcess::patience);
    }
}

void tst_AskCli::aMessageOfAFile()
{
    QFile file(m_folder.filePath(QStringLiteral("info.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xef\xbb\xbf" // an editor's byte order mark
               "OPTIONS sip:{device}@{device-address} SIP/2.0\nVia: SIP/2.0/{transport} {server-address};rport\n"
               "From: <sip:{server}@{domain}>\nTo: <sip:{device}@{domain}>\nCall-ID: x\nCSeq: 1 OPTIONS\n"
               "Max-Forwards: 70\n");
    file.close();
    for (const bool tcp : {false, true}) {
        Asker asker;
        QVERIFY(asker.start({QStringLiteral("message"), QStringLiteral("--file"), file.fileName()},
            {QStringLiteral("--device"), camera}));
        ServerProcess simulator;
        QVERIFY(simulate(simulator, asker.port, tcp ? password + QStringList{QStringLiteral("--tcp")} : password));
        const Run run = asker.finish();
        const QJsonObject answer = run.json();
        QVERIFY2(answer[u"outcome"].toString() == u"answered", run.out.constData());
        QCOMPARE(answer[u"event"].toString(), QStringLiteral("sent"));
        QCOMPARE(answer[u"device"].toString(), camera);
        QCOMPARE(answer[u"method"].toString(), QStringLiteral("OPTIONS"));
        QVERIFY2(answer[u"status"].toInt() == 200, run.out.constData());
        QCOMPARE(answer[u"reason_phrase"].toString(), QStringLiteral("OK"));
        QVERIFY(!answer.contains(u"reason")); // that is of who is not registered
        QVERIFY(answer[u"request"].toInt() > 0 && answer[u"answer"].toInt() > answer[u"request"].toInt());
        QCOMPARE(run.status, 0);
    }
}

void tst_AskCli::aMessageThatIsNoSip()
{
    QFile file(m_folder.filePath(QStringLiteral("odd.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("hello");
    file.close();
    Asker asker;
    QVERIFY(asker.start({QStringLiteral("message"), QStringLiteral("--file"), file.fileName()},
        {QStringLiteral("--as-typed"), QStringLiteral("all"), QStringLiteral("--device"), camera}));
    ServerProcess simulator;
    QVERIFY(simulate(simulator, asker.port, password));
    const Run run = asker.finish();
    QCOMPARE(run.json()[u"outcome"].toString(), QStringLiteral("sent-once"));
    QVERIFY(run.json()[u"status"].isNull());
    QCOMPARE(run.status, 0);
}

void tst_AskCli::aMessageToNobody()
{
    Asker asker;
    QVERIFY(asker.start({QStringLiteral("message"), QStringLiteral("--template"), QStringLiteral("options")},
        {QStringLiteral("--device"), camera, QStringLiteral("--wait"), QStringLiteral("1")}));
    const Run run = asker.finish();
    QCOMPARE(run.json()[u"outcome"].toString(), QStringLiteral("not-registered"));
    QCOMPARE(run.status, 8);
}

/// `ask message` on the standard input of serve, one after the other, beside other questions.
void tst_AskCli::messagesOnDemand()
{
    QFile file(m_folder.filePath(QStringLiteral("of  two words.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("OPTIONS sip:{device}@{device-address} SIP/2.0\nVia: SIP/2.0/{transport} {server-address};rport\n"
               "From: <sip:{server}@{domain}>\nTo: <sip:{device}@{domain}>\nCall-ID: kept\nCSeq: 1 OPTIONS\n"
               "Max-Forwards: 70\n");
    file.close();
    ServerProcess server, simulator;
    QVERIFY(server.start(listen + password));
    QVERIFY(simulate(simulator, server.port, password) && registered(simulator));
    const QString front = QStringLiteral("message %1 ").arg(camera);
    for (const QString &one : {QStringLiteral("template=options"), QStringLiteral("file=%1").arg(file.fileName()),
             QStringLiteral("file=%1 as-typed=call-id,cseq").arg(file.fileName()),
             QStringLiteral("as-typed=call-id file=%1 yes").arg(file.fileName())}) {
        const QJsonObject sent = ask(server, front + one);
        QVERIFY2(is(sent, u"event", u"sent"), qPrintable(one + sent[u"text"].toString()));
        QCOMPARE(sent[u"outcome"].toString(), QStringLiteral("answered"));
        QCOMPARE(sent[u"status"].toInt(), 200);
        QCOMPARE(sent[u"device"].toString(), camera);
        QVERIFY(sent[u"answer"].toInt() > sent[u"request"].toInt());
    }
    QCOMPARE(ask(server, QStringLiteral("info ") + camera)[u"outcome"].toString(), QStringLiteral("done"));
    const QJsonObject moved = ask(server, front + QStringLiteral("template=restart yes"));
    QCOMPARE(moved[u"outcome"].toString(), QStringLiteral("answered"));
    const QJsonObject nobody = ask(server, QStringLiteral("message 34020000001320000099 template=options"));
    QCOMPARE(nobody[u"outcome"].toString(), QStringLiteral("not-registered"));
    server.quit();
}

void tst_AskCli::whatIsRefusedOfMessages_data()
{
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *tag, const char *rest, const char *says) {
        QTest::newRow(tag) << QString::fromUtf8(rest) << QString::fromUtf8(says);
    };
    row("nothing", "", "either file=FILE or template=NAME");
    row("both", "template=options file=/nowhere", "either file=FILE or template=NAME");
    row("no such template", "template=dance", "there is no template dance");
    row("no such file", "file=/nowhere/at all.txt", "there is no file /nowhere/at all.txt");
    row("no name", "file=", "there is no file");
    row("what is no file", "file=/", "there is no file");
    row("what would wait for ever", "file=/dev/zero", "there is no file");
    row("a part that is none", "template=options as-typed=colour", "as-typed= takes branch");
    row("a word", "template=options colour", "not colour");
    row("restart without yes", "template=restart", "Say yes");
}

void tst_AskCli::whatIsRefusedOfMessages()
{
    QFETCH(QString, rest);
    QFETCH(QString, says);
    ServerProcess server;
    QVERIFY(server.start(listen));
    const QJsonObject error = ask(server, QStringLiteral("message %1 %2").arg(camera, rest));
    QVERIFY(is(error, u"event", u"error"));
    QVERIFY2(error[u"text"].toString().contains(says), qPrintable(error[u"text"].toString()));
    QCOMPARE(ask(server, QStringLiteral("info ") + camera)[u"outcome"].toString(), QStringLiteral("not-registered"));
}

QTEST_GUILESS_MAIN(tst_AskCli)
#include "tst_askcli.moc"
