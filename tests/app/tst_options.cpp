#include "tests/support/program.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace gb;
using namespace gb::test;

/// Every option of both programs from outside, in both spellings: "--opt V" and "--opt=V". The lists are those of
/// --help: an option without a row here fails.
class tst_Options : public QObject
{
    Q_OBJECT
private slots:
    void help_data();
    void help();
    void whatIsWrongStaysInSight();
    void everyOptionHasARow_data();
    void everyOptionHasARow();
    void valuesThatAreNone_data();
    void valuesThatAreNone();
    void outputThatGetsLost_data();
    void outputThatGetsLost();
    void cliOption_data();
    void cliOption();
    void windowOption_data();
    void windowOption();
    void windowListensNowhere_data();
    void windowListensNowhere();
    void qtKeepsItsOwn();

private:
    static Run cli(const QStringList &arguments) { return start(QStringLiteral(GBSCOPE_CLI), arguments, {}); }
    static Run start(const QString &program, const QStringList &arguments, const QByteArray &input);
    static QSet<QString> optionsIn(const QByteArray &help);
};

static const QString capture = QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad/h01-good.pcap");

/// No display, no terminal, and a home of its own: what must not be needed is not there.
static QProcessEnvironment bareEnvironment(const QString &home, const QString &platform = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *const name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "SESSION_MANAGER"})
        environment.remove(QString::fromLatin1(name));
    for (const char *const name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QString::fromLatin1(name), home);
    if (!platform.isEmpty())
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
    return environment;
}

Run tst_Options::start(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QTemporaryDir home;
    QProcess process;
    process.setProcessEnvironment(bareEnvironment(home.path()));
    process.setWorkingDirectory(home.path());
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(ServerProcess::patience);
    return {process.exitStatus() == QProcess::NormalExit && process.state() == QProcess::NotRunning ? process.exitCode()
                                                                                                    : -1,
        process.readAllStandardOutput(), process.readAllStandardError()};
}

QSet<QString> tst_Options::optionsIn(const QByteArray &help)
{
    static const QRegularExpression option(QStringLiteral("(?<![\\w-])(--[a-z][a-z-]+|-[a-z])(?![\\w-])"));
    QSet<QString> options;
    for (auto match = option.globalMatch(QString::fromUtf8(help)); match.hasNext();)
        options.insert(match.next().captured(1));
    return options;
}

void tst_Options::help_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const QString &program, const char *arguments, const char *says) {
        QTest::addRow("%s %s", qPrintable(QFileInfo(program).fileName()), arguments)
            << program << QString::fromLatin1(arguments) << QByteArray(says);
    };
    const QString window = QStringLiteral(GBSCOPE_WINDOW), command = QStringLiteral(GBSCOPE_CLI);
    for (const char *const arguments : {"--help", "-h", "--listen 127.0.0.1:0 --help", "--help --session x"})
        row(window, arguments, "--listen");
    for (const char *const arguments : {"--version", "-v"}) {
        row(window, arguments, "gbscope " GBSCOPE_VERSION);
        row(command, arguments, "gbscope-cli " GBSCOPE_VERSION);
    }
    for (const char *const arguments : {"--help", "-h", "help", "serve --help", "serve -h", "ask --help",
             "capture --help", "interfaces --help", "analyze --help", "compare --help", "export --help",
             "report --help", "simulate --help", "serve --listen nonsense --help"})
        row(command, arguments, "Usage:");
}

/// What is wrong comes first, and then only how that command is used.
void tst_Options::whatIsWrongStaysInSight()
{
    const Run run = start(
        QStringLiteral(GBSCOPE_CLI), {QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("doc")}, {});
    QCOMPARE(run.status, 2);
    QVERIFY2(
        run.err.contains("export takes a capture file") || run.err.contains("--format takes"), run.err.constData());
    QVERIFY2(run.err.contains("gbscope-cli export FILE"), run.err.constData());
    QVERIFY(!run.err.contains("gbscope-cli serve"));
    QVERIFY2(run.err.count('\n') < 10, run.err.constData());
    const Run unknown = start(QStringLiteral(GBSCOPE_CLI), {QStringLiteral("nosuch")}, {});
    QVERIFY(unknown.err.contains("Unknown command") && unknown.err.contains("gbscope-cli serve"));
}

void tst_Options::help()
{
    QFETCH(const QString, program);
    QFETCH(const QString, arguments);
    QFETCH(const QByteArray, says);
    const Run run = start(program, arguments.split(u' '), {});
    QVERIFY2(run.status == 0, run.err.constData());
    QVERIFY2(run.out.contains(says), run.out.constData());
    QCOMPARE(run.err, QByteArray());
}

/// An option of gbscope-cli, a value that has an effect that is seen, and the effect. A value that is refused by name
/// has arrived as well.
struct CliRow
{
    const char *command, *option, *value, *rest; ///< @ stands for a name in a folder of its own
    int status;
    const char *says; ///< in what it writes
};

static const QList<CliRow> cliRows{
    {"serve", "--listen", "127.0.0.1:0", "", 0, "\"address\":\"127.0.0.1\""},
    {"serve", "--id", "123", "--listen 127.0.0.1:0", 2, "--id takes"},
    {"serve", "--domain", "a\"b", "--listen 127.0.0.1:0", 2, "--domain takes"},
    {"serve", "--password", "\x01", "--listen 127.0.0.1:0", 2, "the password has control characters"},
    {"serve", "--password-file", "@none", "--listen 127.0.0.1:0", 2, "the password file cannot be read"},
    {"serve", "--heartbeat-interval", "17", "--listen 127.0.0.1:0", 0, "\"heartbeat_interval_s\":17"},
    {"serve", "--timeout-count", "7", "--listen 127.0.0.1:0", 0, "\"timeout_count\":7"},
    {"serve", "--session", "@today.pcapng", "--listen 127.0.0.1:0", 0, "today.pcapng\""},
    {"serve", "--session", "", "--listen 127.0.0.1:0", 2, "--session takes"},
    {"serve", "--duration", "0", "--listen 127.0.0.1:0", 2, "--duration takes"},
    {"serve", "--unregistered-keepalive", "500", "--listen 127.0.0.1:0", 2, "403, 404, 200 or silent"},
    {"serve", "--qop", nullptr, "--listen 127.0.0.1:0", 0, "listening"},
    {"serve", "--challenge-variants", "perhaps", "--listen 127.0.0.1:0", 2, "--challenge-variants takes"},
    {"serve", "--hep-send", "127.0.0.1:0", "--listen 127.0.0.1:0", 2, "--hep-send takes"},
    {"serve", "--candidates", "@none", "--listen 127.0.0.1:0", 2, "--candidates cannot be read"},
    {"serve", "--expect", "@none", "--listen 127.0.0.1:0", 2, "--expect cannot be read"},
    {"serve", "--read-config", nullptr, "--listen 127.0.0.1:0", 0, "listening"},
    {"serve", "--push-config", nullptr, "--listen 127.0.0.1:0", 0, "listening"},
    {"serve", "--bindings", "@bindings.json", "--listen 127.0.0.1:0", 0, "\"event\":\"listening\""},
    {"serve", "--push-expiration", "5", "--push-config --listen 127.0.0.1:0", 2, "60 to 604800"},
    {"serve", "--silence-after", "soon", "--listen 127.0.0.1:0", 2, "--silence-after takes"},
    {"serve", "--silence-for", "0", "--silence-after 1 --listen 127.0.0.1:0", 2, "--silence-for takes"},
    {"serve", "--language", "latin", "--listen 127.0.0.1:0", 2, "en or zh_CN"},
    {"ask", "--commands", nullptr, "", 0, "\"command\":\"catalog\""},
    {"ask", "--file", "@none", "message", 2, "the message cannot be read"},
    {"ask", "--template", "options", "message --show", 0, "OPTIONS sip:34020000001320000001@192.168.1.64:5060 SIP/2.0"},
    {"ask", "--template", "restart", "message", 2, "Say --yes"},
    {"ask", "--as-typed", "call-id", "message --template options --show", 0, "Call-ID: 1\r\n"},
    {"ask", "--as-typed", "all", "message --template options --show", 0, "branch=z9hG4bK1\r\n"},
    {"ask", "--as-typed", "to", "message --template options --show", 2, "--as-typed takes"},
    {"ask", "--edition", "2022", "message --template options --show", 2, "--edition does not go with"},
    {"ask", "--template", "options", "info --show", 2, "--template goes with ask message"},
    {"ask", "--save", "@nosuch/folder", "snapshot --listen 127.0.0.1:0", 2, "--save takes a folder"},
    {"ask", "--save", ".", "info --listen 127.0.0.1:0", 2, "--save goes with ask snapshot"},
    {"ask", "--show", nullptr, "restart", 0, "<TeleBoot>Boot</TeleBoot>"},
    {"ask", "--edition", "2022", "key-frame --show", 0, "<IFrameCmd>Send</IFrameCmd>"},
    {"ask", "--edition", "2020", "key-frame --show", 2, "--edition takes"},
    {"ask", "--device", "34020000001320009999", "info --show", 0, "<DeviceID>34020000001320009999</DeviceID>"},
    {"ask", "--device", "a b", "info --listen 127.0.0.1:0", 2, "--device takes"},
    {"ask", "--channel", "34020000001310000001", "presets --device 34020000001320000001 --show", 0,
        "<DeviceID>34020000001310000001</DeviceID>"},
    {"ask", "--rate", "5", "info --wait 1 --listen 127.0.0.1:0", 8, ""},
    {"ask", "--rate", "1001", "info --listen 127.0.0.1:0", 2, "--rate takes"},
    {"ask", "--channel", "34020000001310000001", "presets --listen 127.0.0.1:0", 2, "--channel goes with"},
    {"ask", "--wait", "1", "info --device 34020000001320009999 --listen 127.0.0.1:0", 8,
        "\"outcome\":\"not-registered\""},
    {"ask", "--wait", "0", "info --listen 127.0.0.1:0", 2, "--wait takes"},
    {"ask", "--yes", nullptr, "restart --wait 1 --listen 127.0.0.1:0", 8, ""},
    {"ask", "--duration", "0", "info --listen 127.0.0.1:0", 2, "--duration takes"},
    {"ask", "--listen", "127.0.0.1:0", "info", 8, ""},
    {"ask", "--listen", "127.0.0.1:0", "restart", 2, "Say yes"},
    {"ask", "--listen", "127.0.0.1:0", "dance", 2, "ask --commands"},
    {"ask", "--listen", "127.0.0.1:0", "upgrade Firmware=a FileURL=b Manufacturer=c SessionID=d", 2, "never sent"},
    {"ask", "--listen", "127.0.0.1:0", "ptz Direction=north", 2, "Direction: "},
    {"play", "--device", "a b", "--listen 127.0.0.1:0", 2, "--device takes"},
    {"play", "--channel", "34020000001310000001", "--listen 127.0.0.1:0", 2, "--channel goes with"},
    {"play", "--all-channels", nullptr, "--wait 1 --listen 127.0.0.1:0", 8, ""},
    {"play", "--wait", "1", "--device 34020000001320009999 --listen 127.0.0.1:0", 8, "\"outcome\":\"not-registered\""},
    {"play", "--tcp", "both", "--listen 127.0.0.1:0", 2, "--tcp takes"},
    {"play", "--seconds", "0", "--listen 127.0.0.1:0", 2, "--seconds takes"},
    {"play", "--ports", "30999-30000", "--listen 127.0.0.1:0", 2, "--ports takes"},
    {"play", "--address", "239.1.1.1", "--listen 127.0.0.1:0", 2, "--address takes"},
    {"play", "--stream", "main", "--listen 127.0.0.1:0", 2, "--stream takes"},
    {"play", "--save", "@out", "--listen 127.0.0.1:0", 2, "--save goes with"},
    {"play", "--no-rtcp", nullptr, "--wait 1 --listen 127.0.0.1:0", 8, ""},
    {"play", "--at-once", "65", "--listen 127.0.0.1:0", 2, "--at-once takes"},
    {"play", "--text", nullptr, "--wait 1 --listen 127.0.0.1:0", 8, ""},
    {"play", "--duration", "0", "--listen 127.0.0.1:0", 2, "--duration takes"},
    {"play", "--listen", "127.0.0.1:0", "--wait 1", 8, ""},
    {"capture", "--interface", "no-such-card", "", 3, "no-such-card"},
    {"capture", "--no-promiscuous", nullptr, "--interface no-such-card", 3, "no-such-card"},
    {"capture", "--hep", "127.0.0.1:0", "", 0, "listening"},
    {"capture", "--session", "@today.pcapng", "--hep 127.0.0.1:0", 0, "today.pcapng\""},
    {"capture", "--heartbeat-interval", "17", "--hep 127.0.0.1:0", 0, "\"heartbeat_interval_s\":17"},
    {"capture", "--timeout-count", "7", "--hep 127.0.0.1:0", 0, "\"timeout_count\":7"},
    {"capture", "--duration", "0", "--hep 127.0.0.1:0", 2, "--duration takes"},
    {"capture", "--hep-send", "127.0.0.1:0", "--hep 127.0.0.1:0", 2, "--hep-send takes"},
    {"capture", "--candidates", "@none", "--hep 127.0.0.1:0", 2, "--candidates cannot be read"},
    {"capture", "--expect", "@none", "--hep 127.0.0.1:0", 2, "--expect cannot be read"},
    {"capture", "--language", "latin", "--hep 127.0.0.1:0", 2, "en or zh_CN"},
    {"analyze", "--heartbeat-interval", "17", "CAPTURE", 0, "\"heartbeat_interval_s\": 17"},
    {"analyze", "--timeout-count", "7", "CAPTURE", 0, "\"timeout_count\": 7"},
    {"analyze", "--candidates", "@none", "CAPTURE", 2, "--candidates cannot be read"},
    {"analyze", "--expect", "@none", "CAPTURE", 2, "--expect cannot be read"},
    {"analyze", "--language", "latin", "CAPTURE", 2, "en or zh_CN"},
    {"analyze", "--filter", "status>=400", "CAPTURE", 0, "\"shown\": 0"},
    {"analyze", "--filter", "is:sip", "CAPTURE", 0, "\"shown\": 1"},
    {"analyze", "--filter", "devv:1", "CAPTURE", 2, "devv:1\n^^^^\n"},
    {"analyze", "--filter-scope", "dialog", "CAPTURE --filter is:sip", 0, "\"scope\": \"dialog\""},
    {"analyze", "--filter-scope", "all", "CAPTURE --filter is:sip", 2, "--filter-scope takes"},
    {"analyze", "--filter-scope", "dialog", "CAPTURE", 2, "--filter-scope is of --filter"},
    {"analyze", "--statistics", nullptr, "CAPTURE", 0, "\"response_times\""},
    {"analyze", "--text", nullptr, "CAPTURE --statistics", 0, "Statuses of answers"},
    {"compare", "--with", "retry", "CAPTURE 1", 1, "there is no retry of message #1"},
    {"compare", "--with", "best", "CAPTURE 1", 2, "--with takes"},
    {"compare", "--text", nullptr, "CAPTURE 1 2", 1, "there is no message #2"},
    {"compare", "--all", nullptr, "CAPTURE CAPTURE 1 2", 0, "\"change\":\"same\""},
    {"compare", "--language", "latin", "CAPTURE 1 2", 2, "en or zh_CN"},
    {"export", "-o", "@out", "CAPTURE --format text", 0, "1 of 1 messages"},
    {"export", "--format", "doc", "CAPTURE -o @out", 2, "--format takes"},
    {"export", "--columns", "80", "CAPTURE -o @out --format ladder", 0, "1 of 1 messages"},
    {"export", "--columns", "59", "CAPTURE -o @out --format ladder", 2, "--columns takes 60 to 400"},
    {"export", "--device", "34020000001320009999", "CAPTURE -o @out --format text", 0, "0 of 1 messages"},
    {"export", "--call-id", "none@such", "CAPTURE -o @out --format text", 0, "0 of 1 messages"},
    {"export", "--filter", "is:sip", "CAPTURE -o @out --format text", 0, "1 of 1 messages"},
    {"export", "--filter", "not is:sip", "CAPTURE -o @out --format text", 0, "0 of 1 messages"},
    {"export", "--filter", "rt>500", "CAPTURE -o @out --format text", 2, "Did you mean 500ms?"},
    {"export", "--filter-scope", "device", "CAPTURE -o @out --format text --filter not_there", 0, "0 of 1 messages"},
    {"export", "--candidates", "@none", "CAPTURE -o @out --format text", 2, "cannot be read"},
    {"export", "--redact", "vendor", "CAPTURE -o @out --format text", 0, "Replaced by pseudonyms"},
    {"export", "--redact", "everything", "CAPTURE -o @out --format text", 2, "--redact takes"},
    {"export", "--with-credentials", nullptr, "CAPTURE -o @out --format text", 0, "1 of 1 messages"},
    {"export", "--format", "devices-csv", "CAPTURE -o @out", 0, "made of 1 of 1 messages"},
    {"export", "--call-id", "none@such", "CAPTURE -o @out --format findings-csv", 2, "--call-id does not fit"},
    {"export", "--language", "zh_CN", "CAPTURE -o @out --format findings-csv", 0, "made of 1 of 1 messages"},
    {"export", "--language", "latin", "CAPTURE -o @out --format findings-csv", 2, "en or zh_CN"},
    {"export", "--force", nullptr, "CAPTURE -o @out --format text", 0, "1 of 1 messages"},
    {"report", "-o", "@out", "CAPTURE", 0, "report on 1 messages"},
    {"report", "-o", "@out.zip", "CAPTURE", 0, "report on 1 messages"},
    {"report", "--device", "34020000001320009999", "CAPTURE -o @out", 0, "report on 1 messages"},
    {"report", "--remarks", "tried", "CAPTURE -o @out", 0, "report on 1 messages"},
    {"report", "--heartbeat-interval", "0", "CAPTURE -o @out", 2, "--heartbeat-interval takes"},
    {"report", "--timeout-count", "0", "CAPTURE -o @out", 2, "--timeout-count takes"},
    {"report", "--candidates", "@none", "CAPTURE -o @out", 2, "--candidates cannot be read"},
    {"report", "--expect", "@none", "CAPTURE -o @out", 2, "--expect cannot be read"},
    {"report", "--redact", "public", "CAPTURE -o @out", 0, "Replaced by pseudonyms"},
    {"report", "--force", nullptr, "CAPTURE -o @out", 0, "report on 1 messages"},
    {"report", "--language", "latin", "CAPTURE -o @out", 2, "en or zh_CN"},
    {"simulate", "--server", "127.0.0.1:9", "", 0, "\"server\":\"127.0.0.1:9\""},
    {"simulate", "--devices", "3", "--server 127.0.0.1:9", 0, "\"devices\":3"},
    {"simulate", "--server-id", "123", "--server 127.0.0.1:9", 2, "--server-id takes"},
    {"simulate", "--password", "\x01", "--server 127.0.0.1:9", 2, "the password has control characters"},
    {"simulate", "--tcp", nullptr, "--server 127.0.0.1:9", 0, "\"transport\":\"TCP\""},
    {"simulate", "--channels", "7", "--server 127.0.0.1:9", 0, "\"channels\":7"},
    {"simulate", "--behaviour", "hikvision", "--server 127.0.0.1:9", 0, "\"channels\":16"},
    {"simulate", "--fault", "nosuch", "--server 127.0.0.1:9", 2, "page-missing@Catalog"},
    {"simulate", "--seconds", "0", "--server 127.0.0.1:9", 2, "--seconds takes"},
};

void tst_Options::everyOptionHasARow_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("gbscope-cli") << QStringLiteral(GBSCOPE_CLI);
    QTest::newRow("gbscope") << QStringLiteral(GBSCOPE_WINDOW);
}

/// An option of the window, and whether it shows outside: rows of windowOption().
static QStringList windowOptions()
{
    return {QStringLiteral("--demo"), QStringLiteral("--listen"), QStringLiteral("--capture"), QStringLiteral("--hep"),
        QStringLiteral("--id"), QStringLiteral("--domain"), QStringLiteral("--password"), QStringLiteral("--session"),
        QStringLiteral("--settings"), QStringLiteral("--language"), QStringLiteral("--theme"),
        QStringLiteral("--export"), QStringLiteral("--chart"), QStringLiteral("--device"), QStringLiteral("--redact")};
}

void tst_Options::everyOptionHasARow()
{
    QFETCH(const QString, program);
    const bool isCli = program == QStringLiteral(GBSCOPE_CLI);
    QSet<QString> there = optionsIn(start(program, {QStringLiteral("--help")}, {}).out);
    for (const char *const asked : {"--help", "-h", "--version", "-v", "--help-all"}) // rows of help()
        there.remove(QString::fromLatin1(asked));
    QVERIFY(there.size() > 5);
    QSet<QString> tested;
    if (isCli) {
        for (const CliRow &row : cliRows)
            tested.insert(QString::fromLatin1(row.option));
    } else {
        const QStringList names = windowOptions();
        tested = {names.begin(), names.end()};
    }
    QCOMPARE(QStringList((there - tested).values()).join(u' '), QString());
    QCOMPARE(QStringList((tested - there).values()).join(u' '), QString()); // and what is accepted is in the help
    if (!isCli)
        return;
    // The usage of each command names the options that it has rows for
    const QByteArray help = start(program, {QStringLiteral("--help")}, {}).out;
    QString command;
    QMap<QString, QSet<QString>> byCommand;
    for (const QByteArray &line : help.left(help.indexOf("\n\n")).split('\n')) {
        if (line.startsWith("  gbscope-cli "))
            command = QString::fromLatin1(line).section(u' ', 3, 3);
        byCommand[command] += optionsIn(line);
    }
    for (const CliRow &row : cliRows)
        byCommand[QString::fromLatin1(row.command)].remove(QString::fromLatin1(row.option));
    for (auto left = byCommand.cbegin(); left != byCommand.cend(); ++left)
        QVERIFY2(left->isEmpty(), qPrintable(left.key() + u' ' + QStringList(left->values()).join(u' ')));
}

/// What an option is refused for.
struct Refused
{
    const char *option, *value, *says;
};

/// Values that nobody means, beside those of cliRows; the commands come from there.
static const QList<Refused> absurd{
    {"--listen", "", "--listen takes"},
    {"--listen", "224.0.0.1:5060", "multicast or broadcast"},
    {"--listen", "255.255.255.255:5060", "multicast or broadcast"},
    {"--listen", "[ff02::1]:5060", "multicast or broadcast"},
    {"--listen", "127.0.0.1:65536", "--listen takes"},
    {"--listen", "127.0.0.1", "--listen takes"},
    {"--id", "", "--id takes"},
    {"--domain", "", "--domain takes"},
    {"--password", "", "--password is empty"},
    {"--password-file", "", "cannot be read"},
    {"--heartbeat-interval", "", "--heartbeat-interval takes"},
    {"--heartbeat-interval", "0", "--heartbeat-interval takes"},
    {"--heartbeat-interval", "4294967297", "--heartbeat-interval takes"},
    {"--timeout-count", "", "--timeout-count takes"},
    {"--timeout-count", "101", "--timeout-count takes"},
    {"--duration", "", "--duration takes"},
    {"--duration", "4294967297", "--duration takes"},
    {"--duration", "1e3", "--duration takes"},
    {"--unregistered-keepalive", "", "403, 404, 200 or silent"},
    {"--challenge-variants", "", "--challenge-variants takes"},
    {"--hep-send", "", "--hep-send takes"},
    {"--hep-send", "0.0.0.0:9060", "--hep-send takes"},
    {"--hep-send", "224.0.0.1:9060", "multicast or broadcast"},
    {"--candidates", "", "--candidates cannot be read"},
    {"--expect", "", "--expect cannot be read"},
    {"--file", "", "the message cannot be read"},
    {"--template", "", "there is no template"},
    {"--as-typed", "", "--as-typed takes"},
    {"--bindings", "", "--bindings takes the name of a file"},
    {"--push-expiration", "", "60 to 604800"},
    {"--silence-after", "", "--silence-after takes"},
    {"--silence-for", "", "--silence-for takes"},
    {"--language", "", "en or zh_CN"},
    {"--interface", "", "--interface takes"},
    {"--hep", "", "--hep takes"},
    {"--hep", "239.1.1.1:9060", "multicast or broadcast"},
    {"--session", "", "--session takes"},
    {"-o", "", "needs -o"},
    {"-o", "-", "does not go to standard output"},
    {"--format", "", "--format takes"},
    {"--columns", "", "--columns takes"},
    {"--redact", "", "--redact takes"},
    {"--remarks", "", "--remarks is empty"},
    {"--remarks", " ", "--remarks is empty"},
    {"--device", "", "--device is empty"},
    {"--call-id", "", "--call-id is empty"},
    {"--filter", "", "--filter is empty"},
    {"--filter", " ", "--filter is empty"},
    {"--filter", "(a", "The closing bracket is missing"},
    {"--filter-scope", "", "--filter-scope takes"},
    {"--with", "", "--with takes"},
    {"--edition", "", "--edition takes"},
    {"--channel", "", "--channel takes"},
    {"--rate", "", "--rate takes"},
    {"--rate", "-1", "--rate takes"},
    {"--wait", "", "--wait takes"},
    {"--wait", "-1", "--wait takes"},
    {"--tcp", "", "--tcp takes"},
    {"--ports", "", "--ports takes"},
    {"--ports", "1-2", "--ports takes"},
    {"--address", "", "--address takes"},
    {"--address", "0.0.0.0", "--address takes"},
    {"--stream", "", "--stream takes"},
    {"--stream", "10", "--stream takes"},
    {"--save", "", "--save takes"},
    {"--at-once", "", "--at-once takes"},
    {"--at-once", "0", "--at-once takes"},
    {"--server", "", "--server takes"},
    {"--server", "0.0.0.0:5060", "--server takes"},
    {"--server", "224.0.0.1:5060", "multicast or broadcast"},
    {"--server", "localhost:5060", "--server takes"},
    {"--devices", "", "--devices takes"},
    {"--devices", "0", "--devices takes"},
    {"--devices", "10001", "--devices takes"},
    {"--server-id", "", "--server-id takes"},
    {"--channels", "", "--channels takes"},
    {"--channels", "10001", "--channels takes"},
    {"--behaviour", "", "--behaviour takes"},
    {"--behaviour", "../hikvision", "--behaviour takes"},
    {"--fault", "", "--fault takes"},
    {"--seconds", "", "--seconds takes"},
    {"--seconds", "4294967297", "--seconds takes"},
};

void tst_Options::valuesThatAreNone_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QStringList>("arguments"); ///< in place of those of the row
    QTest::addColumn<QByteArray>("says");
    QSet<QByteArray> covered;
    for (int i = 0; i < cliRows.size(); ++i) {
        const CliRow &row = cliRows.at(i);
        const QByteArray key = QByteArray(row.command) + ' ' + row.option;
        if (!row.value || covered.contains(key))
            continue;
        covered.insert(key);
        const QString option = QString::fromLatin1(row.option), value = QString::fromLatin1(row.value);
        int values = 0;
        for (const Refused &one : absurd) {
            if (QByteArray(one.option) != row.option)
                continue;
            const QString none = QString::fromLatin1(one.value);
            values += none.isEmpty() ? 1 : 0;
            QTest::addRow("%s %s", key.constData(), one.value)
                << i << QStringList{option, none} << QByteArray(one.says);
            if (option.size() > 2)
                QTest::addRow("%s=%s", key.constData(), one.value)
                    << i << QStringList{option + u'=' + none} << QByteArray(one.says);
        }
        QVERIFY2(values == 1, row.option); // an empty value of each is tried
        QTest::addRow("%s, another option for its value", key.constData())
            << i << QStringList{option, option.size() > 2 ? option + u'=' + value : option}
            << QByteArray(row.option) + " takes a value, and " + row.option;
        const bool many = option == u"--device" || option == u"--call-id" || option == u"--fault"
            || key == "play --channel" || key == "ask --channel";
        if (!many)
            QTest::addRow("%s, twice", key.constData())
                << i << QStringList{option, value, option, value} << QByteArray(row.option) + " is given twice";
    }
}

void tst_Options::valuesThatAreNone()
{
    QFETCH(const int, row);
    QFETCH(QStringList, arguments);
    QFETCH(const QByteArray, says);
    const CliRow &wanted = cliRows.at(row);
    QTemporaryDir folder;
    QStringList all{QString::fromLatin1(wanted.command)};
    for (const QString &word : QString::fromLatin1(wanted.rest).split(u' ', Qt::SkipEmptyParts) + arguments)
        all += word == u"CAPTURE" ? capture : word.startsWith(u'@') ? folder.filePath(word.mid(1)) : word;
    const Run run = start(QStringLiteral(GBSCOPE_CLI), all, "quit\n");
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(says), run.err.left(300).constData());
    QCOMPARE(run.out, QByteArray());
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

void tst_Options::outputThatGetsLost_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("full");
    const QString cli = QStringLiteral(GBSCOPE_CLI), window = QStringLiteral(GBSCOPE_WINDOW);
    const auto rows = [](const QString &program, const QStringList &arguments) {
        for (const bool full : {true, false})
            QTest::addRow("%s %s, %s", qPrintable(QFileInfo(program).fileName()), qPrintable(arguments.constFirst()),
                full ? "the disk is full" : "nobody reads")
                << program << arguments << full;
    };
    rows(cli, {QStringLiteral("analyze"), capture});
    rows(cli, {QStringLiteral("analyze"), capture, QStringLiteral("--statistics")});
    rows(cli, {QStringLiteral("compare"), capture, capture, QStringLiteral("1"), QStringLiteral("2")});
    rows(cli, {QStringLiteral("--help")});
    rows(cli, {QStringLiteral("--version")});
    rows(cli, {QStringLiteral("interfaces")});
    rows(cli, {QStringLiteral("serve"), QStringLiteral("--listen=127.0.0.1:0"), QStringLiteral("--duration=1")});
    rows(cli, {QStringLiteral("simulate"), QStringLiteral("--server=127.0.0.1:9"), QStringLiteral("--seconds=1")});
    rows(window, {QStringLiteral("--help")});
    rows(window, {QStringLiteral("--version")});
}

/// A full disk is behind standard output, or a pipe that nobody reads.
void tst_Options::outputThatGetsLost()
{
#ifdef Q_OS_LINUX
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, full);
    QTemporaryDir home;
    QProcess process;
    process.setProcessEnvironment(bareEnvironment(home.path()));
    process.setChildProcessModifier([full] {
        int ends[2] = {-1, full ? ::open("/dev/full", O_WRONLY) : -1};
        if (!full && ::pipe(ends) == 0)
            ::close(ends[0]);
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[1]);
    });
    process.start(program, arguments);
    QVERIFY(process.waitForFinished(ServerProcess::patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains(full ? "could not be written to its end" : "not read to its end"), said.constData());
#else
    QSKIP("/dev/full is Linux's");
#endif
}

void tst_Options::cliOption_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("joined");
    for (int i = 0; i < cliRows.size(); ++i) {
        for (const bool joined : {false, true}) {
            if (!(joined && QByteArray(cliRows.at(i).option).size() == 2)) // -o has no such spelling
                QTest::addRow("%s %s%s%s", cliRows.at(i).command, cliRows.at(i).option, joined ? "=" : " ",
                    cliRows.at(i).value ? cliRows.at(i).value : "(a flag)")
                    << i << joined;
        }
    }
}

void tst_Options::cliOption()
{
    QFETCH(const int, row);
    QFETCH(const bool, joined);
    const CliRow &wanted = cliRows.at(row);
    QTemporaryDir folder;
    const auto named = [&](const QString &word) {
        return word == u"CAPTURE" ? capture : word.startsWith(u'@') ? folder.filePath(word.mid(1)) : word;
    };
    QStringList arguments{QString::fromLatin1(wanted.command)};
    const QStringList rest = QString::fromLatin1(wanted.rest).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : rest)
        arguments += named(word);
    const QString option = QString::fromLatin1(wanted.option);
    if (!wanted.value) // a flag takes no value
        arguments += joined ? option + QStringLiteral("=yes") : option;
    else if (joined)
        arguments += option + u'=' + named(QString::fromLatin1(wanted.value));
    else
        arguments += {option, named(QString::fromLatin1(wanted.value))};
    const Run run = start(QStringLiteral(GBSCOPE_CLI), arguments, wanted.status == 3 ? "" : "quit\n"); // it ends by
                                                                                                       // itself
    const QByteArray said = run.out + run.err;
    if (!wanted.value && joined) {
        QCOMPARE(run.status, 2);
        QVERIFY2(said.contains(wanted.option + 2), said.constData());
        return;
    }
    QVERIFY2(said.contains(wanted.says), said.constData());
    QCOMPARE(run.status, wanted.status);
}

void tst_Options::windowOption_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("refused"); ///< what it says; empty: it runs
    QTest::addColumn<QString>("makes");      ///< a file, in the folder where it is started
    const auto rows = [](const QString &option, const QString &value, const QByteArray &refused,
                          const QString &makes = {}, const QStringList &rest = {}) {
        QTest::addRow("%s %s", qPrintable(option), qPrintable(value))
            << rest + QStringList{option, value} << refused << makes;
        QTest::addRow("%s=%s", qPrintable(option), qPrintable(value))
            << rest + QStringList{option + u'=' + value} << refused << makes;
    };
    const QString record = QStringLiteral("today.pcapng");
    QTest::newRow("--demo") << QStringList{QStringLiteral("--demo"), QStringLiteral("--session"), record}
                            << QByteArray() << record;
    rows(QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), {});
    rows(QStringLiteral("--capture"), QStringLiteral("no-such-card"), {});
    rows(QStringLiteral("--capture"), QString(), "--capture needs a value");
    rows(QStringLiteral("--hep"), QStringLiteral("127.0.0.1:0"), {});
    rows(QStringLiteral("--id"), QStringLiteral("34020000002000000001"), {});
    rows(QStringLiteral("--domain"), QStringLiteral("3402000000"), {});
    rows(QStringLiteral("--password"), QStringLiteral("12345678"), {});
    rows(QStringLiteral("--session"), record, {}, record);
    rows(QStringLiteral("--session"), record, {}, record, {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    rows(QStringLiteral("--session"), QStringLiteral("/dev/null"), "a device");
    rows(QStringLiteral("--session"), QString(), "--session needs a value");
    rows(QStringLiteral("--settings"), QStringLiteral("/dev/null"), "a device");
    rows(QStringLiteral("--settings"), QStringLiteral("kept.ini"), {}, QStringLiteral("kept.ini"));
    rows(QStringLiteral("--language"), QStringLiteral("zh_CN"), {});
    rows(QStringLiteral("--language"), QStringLiteral("latin"), "en or zh_CN");
    rows(QStringLiteral("--theme"), QStringLiteral("dark"), {});
    rows(QStringLiteral("--theme"), QStringLiteral("pink"), "light or dark");
    rows(QStringLiteral("--id"), QString(), "--id needs a value");
    rows(QStringLiteral("--domain"), QString(), "--domain needs a value");
    rows(QStringLiteral("--language"), QString(), "en or zh_CN");
    rows(QStringLiteral("--theme"), QString(), "light or dark");
    rows(QStringLiteral("--settings"), QString(), "--settings needs a value");
    const QStringList painting{QStringLiteral("none.pcap"), QStringLiteral("--export"), QStringLiteral("a.png")};
    rows(QStringLiteral("--export"), QStringLiteral("a.png"), "needs a capture");
    rows(QStringLiteral("--export"), QStringLiteral("a.gif"), "FILE.png or FILE.pdf", {}, {painting.first()});
    rows(QStringLiteral("--export"), QString(), "--export needs a value");
    rows(QStringLiteral("--device"), QStringLiteral("34020000001320000001"), "goes with --export");
    rows(QStringLiteral("--device"), QString(), "--device needs a value", {}, painting);
    rows(QStringLiteral("--redact"), QStringLiteral("vendor"), "goes with --export");
    rows(QStringLiteral("--redact"), QStringLiteral("all"), "own-site, vendor, public or none", {}, painting);
    rows(QStringLiteral("--redact"), QString(), "--redact needs a value", {}, painting);
    QTest::newRow("--chart") << QStringList{QStringLiteral("--chart")} << QByteArray("goes with --export") << QString();
    QTest::newRow("--chart, no such capture")
        << painting + QStringList{QStringLiteral("--chart")} << QByteArray("none.pcap") << QString();
    for (const QString &option : windowOptions()) {
        if (option == u"--demo" || option == u"--chart")
            continue;
        QTest::addRow("%s, twice", qPrintable(option))
            << QStringList{option, QStringLiteral("a"), option + QStringLiteral("=b")}
            << option.toLatin1() + " is given twice" << QString();
        QTest::addRow("%s, another option for its value", qPrintable(option))
            << QStringList{option, QStringLiteral("--id=1")} << option.toLatin1() + " takes a value, and --id=1"
            << QString();
    }
    QTest::newRow("none such") << QStringList{QStringLiteral("--colour")} << QByteArray("colour") << QString();
}

void tst_Options::windowOption()
{
#ifndef Q_OS_UNIX
    QSKIP("is ended by a signal");
#endif
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, refused);
    QFETCH(const QString, makes);
    QTemporaryDir folder;
    QProcess process;
    process.setProcessEnvironment(bareEnvironment(folder.path(), QStringLiteral("offscreen")));
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral(GBSCOPE_WINDOW), arguments);
    if (!refused.isEmpty()) {
        QVERIFY(process.waitForFinished(ServerProcess::patience));
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitCode() != 0 && said.contains(refused), said.constData());
        return;
    }
    // It records from its start: then it can be ended. Its own record is in the folder, too
    const QString record = makes.endsWith(u".pcapng") ? folder.filePath(makes) : QString();
    const auto records = [&] {
        if (!record.isEmpty())
            return QFile::exists(record);
        QDirIterator files(folder.path(), {QStringLiteral("*.pcapng")}, QDir::Files, QDirIterator::Subdirectories);
        return files.hasNext();
    };
    QTRY_VERIFY_WITH_TIMEOUT(records() || process.state() == QProcess::NotRunning, ServerProcess::patience);
    QVERIFY2(process.state() == QProcess::Running, process.readAllStandardError().constData());
    process.terminate();
    QVERIFY(process.waitForFinished(ServerProcess::patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    if (!makes.isEmpty())
        QVERIFY(QFile::exists(folder.filePath(makes)));
}

void tst_Options::windowListensNowhere_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto rows = [](const QString &option, const QString &value, const QByteArray &says) {
        QTest::addRow("%s %s", qPrintable(option), qPrintable(value)) << QStringList{option, value} << says;
        QTest::addRow("%s=%s", qPrintable(option), qPrintable(value)) << QStringList{option + u'=' + value} << says;
    };
    for (const QString &option : {QStringLiteral("--listen"), QStringLiteral("--hep")}) {
        for (const char *const value : {"", "127.0.0.1:99999", "127.0.0.1", "127.1:5060", "a:b", "0:5060"})
            rows(option, QString::fromLatin1(value), option.toLatin1() + " takes ADDRESS:PORT");
        for (const char *const value : {"224.0.0.1:5060", "[ff02::1]:5060", "255.255.255.255:0"})
            rows(option, QString::fromLatin1(value), "multicast or broadcast");
    }
    const QString listen = QStringLiteral("--listen=127.0.0.1:0");
    QTest::newRow("an empty password") << QStringList{listen, QStringLiteral("--password=")}
                                       << QByteArray("--password is empty");
    QTest::newRow("an odd ID") << QStringList{listen, QStringLiteral("--id=123")} << QByteArray("cannot be used");
    QTest::newRow("an odd domain") << QStringList{listen, QStringLiteral("--domain=a b")}
                                   << QByteArray("cannot be used");
}

/// What was wanted is not known: it is said, the window is there, and no socket.
void tst_Options::windowListensNowhere()
{
#ifndef Q_OS_LINUX
    QSKIP("is ended by a signal, and its sockets are looked for in /proc");
#endif
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, says);
    QTemporaryDir folder;
    QProcess process;
    process.setProcessEnvironment(bareEnvironment(folder.path(), QStringLiteral("offscreen")));
    process.start(QStringLiteral(GBSCOPE_WINDOW),
        arguments + QStringList{QStringLiteral("--session"), folder.filePath(QStringLiteral("today.pcapng"))});
    process.setReadChannel(QProcess::StandardError);
    QByteArray said;
    while (!said.contains("Nothing listens") && process.waitForReadyRead(ServerProcess::patience))
        said += process.readAllStandardError();
    QVERIFY2(said.contains(says) && said.contains("Nothing listens"), said.constData());
    QSet<QString> ours;
    const QString handles = QStringLiteral("/proc/%1/fd/").arg(process.processId());
    for (const QString &one : QDir(handles).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot))
        ours.insert(QFile::symLinkTarget(handles + one).section(u'/', -1));
    for (const char *const table : {"udp", "udp6", "tcp", "tcp6"}) {
        QFile file(QStringLiteral("/proc/net/") + QLatin1String(table));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QString inode = QString::fromLatin1(line.simplified().split(' ').value(9));
            QVERIFY2(!ours.contains(QStringLiteral("socket:[%1]").arg(inode)), line.constData());
        }
    }
    process.terminate();
    QVERIFY(process.waitForFinished(ServerProcess::patience));
    QCOMPARE(process.exitCode(), 0);
}

/// Its options are passed on, and are none of ours.
void tst_Options::qtKeepsItsOwn()
{
#ifndef Q_OS_UNIX
    QSKIP("is ended by a signal");
#endif
    QTemporaryDir folder;
    QProcess process;
    process.setProcessEnvironment(bareEnvironment(folder.path()));
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral(GBSCOPE_WINDOW),
        {QStringLiteral("-platform"), QStringLiteral("offscreen"), QStringLiteral("-session"),
            QStringLiteral("1a2b_3c"), QStringLiteral("-style=fusion"), QStringLiteral("--session"),
            QStringLiteral("today.pcapng")});
    QTRY_VERIFY_WITH_TIMEOUT(
        QFile::exists(folder.filePath(QStringLiteral("today.pcapng"))) || process.state() == QProcess::NotRunning,
        ServerProcess::patience);
    QVERIFY2(process.state() == QProcess::Running, process.readAllStandardError().constData());
    process.terminate();
    QVERIFY(process.waitForFinished(ServerProcess::patience));
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(tst_Options)
#include "tst_options.moc"
