#include "app/cli/commandline.h"

#include "app/argumentcheck.h"
#include "app/cli/echo.h"
#include "app/cli/serveoptions.h"
#include "app/cli/textfile.h"
#include "core/message/digestguess.h"
#include "core/net/endpointtext.h"
#include "core/report/words/sitewording.h"

#include <QCommandLineParser>

namespace gb::cli {
namespace {

constexpr qsizetype maxPasswordLine = 128; ///< octets

const char usageText[] =
    R"(Usage:
  gbscope-cli serve --listen ADDRESS:PORT [--id ID] [--domain DOMAIN] [--password P | --password-file FILE]
                    [--heartbeat-interval 60] [--timeout-count 3] [--session FILE.pcapng] [--duration SECONDS]
                    [--unregistered-keepalive 403|404|200|silent] [--qop] [--challenge-variants on|off] [--hep-send ADDRESS:PORT]
                    [--bindings FILE.json] [--candidates FILE] [--expect FILE] [--read-config | --push-config [--push-expiration S]]
                    [--silence-after SECONDS [--silence-for SECONDS]] [--language en|zh_CN]
  gbscope-cli capture --interface NAME [--no-promiscuous] | --hep ADDRESS:PORT
                    [--session FILE.pcapng] [--heartbeat-interval 60] [--timeout-count 3] [--duration SECONDS] [--hep-send ADDRESS:PORT]
                    [--candidates FILE] [--expect FILE] [--language en|zh_CN]
  gbscope-cli interfaces
  gbscope-cli analyze FILE... [--heartbeat-interval N] [--timeout-count N] [--candidates FILE] [--expect FILE] [--language en|zh_CN]
  gbscope-cli export FILE... -o OUT --format pcapng|pcap|text [--device ID]... [--call-id X]...
                    [--candidates FILE] [--with-credentials] [--force]

Several files are read together in the order of time; their clocks are set by the first one's, where messages are in both. gzip is read as it is.
capture reads a network card, such as the one at a switch's mirror port, or hears HEP version 3 (Homer, heplify, Kamailio, OpenSIPS), and judges
the devices in it; it answers nothing. interfaces lists the network cards. --hep-send passes a copy of everything on.
--candidates: passwords, a line each, that a refused digest is compared with, to say which one the device uses; 63 at most. They are kept in memory only.
export removes passwords, keys and what digests were made with; the passwords of --candidates wherever they stand.
--bindings: registrations in force are kept in this file, so that the devices are known when serve starts again.
--read-config: asks each device for its BasicParam when it has registered, and compares. --push-config: sets our interval and count where they differ,
reads them again, and measures whether the heartbeats follow. --push-expiration: sets this Expiration, 60 to 604800 s, too, and tells whether the next
REGISTER follows; GB/T 28181 wants 3600 at least.
--expect: devices that shall come, a line each with ID, and name and address where wanted, as text or CSV; who does not come is never-seen.
--silence-after: answers nobody from then on, as a server that is gone, and tells which devices notice and register anew; for --silence-for seconds, 3600 at
most, or as long as interval and count make it take. What devices send is recorded as ever.
--session: an existing file is never touched; the next free name is taken (today-2.pcapng) and told. --force: export replaces a file that exists.
serve and capture write a JSON object a line and take the commands heartbeat-interval N, timeout-count N and quit on stdin, serve also
silence on [SECONDS] [ID]... and silence off.
Exit status: 0 done, 1 failed, 2 wrong arguments, 3 cannot listen or capture, 4 cannot record.
)";

Usage wrong(const QString &what)
{
    return {what + u"\n\n" + QString::fromLatin1(usageText), WrongArguments};
}

using Option = OptionKind;

/// Empty on success; else what is wrong. QCommandLineParser prints and exits by itself otherwise.
QString read(QCommandLineParser &parser, const QList<Option> &options, const QStringList &arguments)
{
    for (const Option &option : options) {
        Q_ASSERT(
            QString::fromLatin1(usageText).contains(QString((option.name.size() > 1 ? u"--" : u"-") + option.name)));
        parser.addOption(option.takesValue ? QCommandLineOption(option.name, {}, QStringLiteral("value"))
                                           : QCommandLineOption(option.name));
    }
    if (!parser.parse(arguments))
        return echoed(parser.errorText());
    return echoed(argumentProblem(arguments, options));
}

/// Wherever it stands ahead of "--": who asks for help may have the rest wrong.
bool wantsHelp(const QStringList &arguments)
{
    const QStringList read = arguments.mid(0, arguments.indexOf(u"--"));
    return read.value(1) == u"help" || read.contains(u"--help") || read.contains(u"-h");
}

QString readPolicy(const QCommandLineParser &parser, HeartbeatPolicy &policy)
{
    if (parser.isSet(QStringLiteral("heartbeat-interval"))) {
        const auto changed = withInterval(policy, parser.value(QStringLiteral("heartbeat-interval")));
        if (!changed)
            return QStringLiteral("--heartbeat-interval takes 1 to 86400 seconds");
        policy = *changed;
    }
    if (parser.isSet(QStringLiteral("timeout-count"))) {
        const auto changed = withTimeoutCount(policy, parser.value(QStringLiteral("timeout-count")));
        if (!changed)
            return QStringLiteral("--timeout-count takes 1 to 100");
        policy = *changed;
    }
    return {};
}

QString readCandidates(const QCommandLineParser &parser, QList<QByteArray> &candidates)
{
    if (!parser.isSet(QStringLiteral("candidates")))
        return {};
    const TextFile file = readTextFile(parser.value(QStringLiteral("candidates")), maxPasswordFile);
    if (!file.error.isEmpty())
        return QStringLiteral("the file of --candidates cannot be read: ") + echoed(file.error);
    const QList<QByteArray> lines = withoutMark(file.octets).replace('\r', '\n').split('\n');
    for (const QByteArray &line : lines) {
        if (file.tooLarge || line.size() > maxPasswordLine || candidates.size() == maxCandidates - 1)
            return QStringLiteral(
                "--candidates takes a file of at most %1 passwords of %2 bytes, a line each, %3 KiB in all")
                .arg(maxCandidates - 1)
                .arg(maxPasswordLine)
                .arg(maxPasswordFile / 1024);
        if (!line.isEmpty())
            candidates.append(line);
    }
    return {};
}

/// Empty on success; else a line for each that is wrong in the file.
QString readExpected(const QCommandLineParser &parser, std::optional<QList<ExpectedDevice>> &expected)
{
    if (!parser.isSet(QStringLiteral("expect")))
        return {};
    const QString path = parser.value(QStringLiteral("expect"));
    const TextFile file = readTextFile(path, expectedlist::maxOctets);
    if (!file.error.isEmpty())
        return QStringLiteral("the file of --expect cannot be read: ") + echoed(file.error);
    const ExpectedList list = expectedlist::read(file.octets); // tells of what is too large
    expected = list.devices;
    QStringList lines{QStringLiteral("--expect %1:").arg(echoed(path))};
    for (const ListProblem &one : list.problems)
        lines << QStringLiteral("  ") + wording::listProblem(one);
    if (list.untold > 0)
        lines << QStringLiteral("  and %1 more").arg(list.untold);
    if (list.harmful)
        return lines.join(u'\n');
    if (lines.size() > 1) // a device that is named twice is expected once
        complain(lines.join(u'\n'));
    return {};
}

QString readLanguage(const QCommandLineParser &parser, QString &language)
{
    if (!parser.isSet(QStringLiteral("language")))
        return {};
    language = parser.value(QStringLiteral("language"));
    return language == u"en" || language == u"zh_CN" ? QString() : QStringLiteral("--language takes en or zh_CN");
}

/// What serve and capture have in common.
QString readCommon(const QCommandLineParser &parser, ServeCommand &command)
{
    if (!parser.positionalArguments().isEmpty())
        return QStringLiteral("no file is taken: ") + echoed(parser.positionalArguments().constFirst());
    if (QString error = readPolicy(parser, command.policy); !error.isEmpty())
        return error;
    command.session = parser.value(QStringLiteral("session"));
    if (parser.isSet(QStringLiteral("session")) && command.session.isEmpty())
        return QStringLiteral("--session takes the name of a file");
    if (parser.isSet(QStringLiteral("duration"))) {
        bool number = false;
        command.duration = std::chrono::seconds(parser.value(QStringLiteral("duration")).toUInt(&number));
        if (!number || command.duration.count() == 0 || command.duration > std::chrono::hours(24 * 20))
            return QStringLiteral("--duration takes seconds, at most 20 days");
    }
    if (QString error = readCandidates(parser, command.candidates); !error.isEmpty())
        return error;
    std::optional<QList<ExpectedDevice>> expected;
    if (QString error = readExpected(parser, expected); !error.isEmpty())
        return error;
    command.expected = expected.value_or(QList<ExpectedDevice>());
    if (QString error = readLanguage(parser, command.language); !error.isEmpty())
        return error;
    if (parser.isSet(QStringLiteral("hep-send"))) {
        command.hepSend = readEndpoint(parser.value(QStringLiteral("hep-send")));
        if (command.hepSend && isGroup(command.hepSend->address))
            return noGroup(QStringLiteral("--hep-send"), *command.hepSend);
        if (!command.hepSend || command.hepSend->address.isAny())
            return QStringLiteral("--hep-send takes ADDRESS:PORT of a collector, such as 192.168.1.2:9060");
    }
    return {};
}

QList<Option> commonOptions()
{
    return {{QStringLiteral("heartbeat-interval")}, {QStringLiteral("timeout-count")}, {QStringLiteral("session")},
        {QStringLiteral("duration")}, {QStringLiteral("hep-send")}, {QStringLiteral("candidates")},
        {QStringLiteral("expect")}, {QStringLiteral("language")}};
}

Command parseServe(const QStringList &arguments)
{
    QCommandLineParser parser;
    ServeCommand command;
    QString error = read(parser,
        commonOptions()
            + QList<Option>{{QStringLiteral("listen")}, {QStringLiteral("id")}, {QStringLiteral("domain")},
                {QStringLiteral("password")}, {QStringLiteral("password-file")},
                {QStringLiteral("unregistered-keepalive")}, {QStringLiteral("qop"), false},
                {QStringLiteral("challenge-variants")}, {QStringLiteral("bindings")},
                {QStringLiteral("read-config"), false}, {QStringLiteral("push-config"), false},
                {QStringLiteral("push-expiration")}, {QStringLiteral("silence-after")},
                {QStringLiteral("silence-for")}},
        arguments);
    if (error.isEmpty())
        error = readServer(parser, command.server);
    command.pushConfig = parser.isSet(QStringLiteral("push-config"));
    command.readConfig = command.pushConfig || parser.isSet(QStringLiteral("read-config"));
    if (error.isEmpty())
        error = readExpiration(parser, command);
    if (error.isEmpty())
        error = readSilence(parser, command);
    if (error.isEmpty())
        error = readCommon(parser, command);
    return error.isEmpty() ? Command(command) : wrong(error);
}

QString readCaptureSource(const QCommandLineParser &parser, ServeCommand &command)
{
    const QString interface = parser.value(QStringLiteral("interface"));
    if (parser.isSet(QStringLiteral("hep")) == parser.isSet(QStringLiteral("interface")))
        return QStringLiteral(
            "capture needs either --interface NAME, see gbscope-cli interfaces, or --hep ADDRESS:PORT");
    if (parser.isSet(QStringLiteral("hep"))) {
        command.hep = readEndpoint(parser.value(QStringLiteral("hep")), 0);
        if (command.hep && isGroup(command.hep->address))
            return noGroup(QStringLiteral("--hep"), *command.hep);
        return command.hep ? QString()
                           : QStringLiteral("--hep takes ADDRESS:PORT, an IP address and a port, such as 0.0.0.0:9060");
    }
    command.capture = LiveCapture::Options{
        .interface = interface, .promiscuous = !parser.isSet(QStringLiteral("no-promiscuous"))};
    return interface.isEmpty() ? QStringLiteral("--interface takes a name that gbscope-cli interfaces lists")
                               : QString();
}

Command parseCapture(const QStringList &arguments)
{
    QCommandLineParser parser;
    ServeCommand command;
    QString error = read(parser,
        commonOptions()
            + QList<Option>{{QStringLiteral("hep")}, {QStringLiteral("interface")},
                {QStringLiteral("no-promiscuous"), false}},
        arguments);
    if (error.isEmpty())
        error = readCommon(parser, command);
    if (error.isEmpty())
        error = readCaptureSource(parser, command);
    return error.isEmpty() ? Command(command) : wrong(error);
}

Command parseInterfaces(const QStringList &arguments)
{
    QCommandLineParser parser;
    QString error = read(parser, {}, arguments);
    if (error.isEmpty() && !parser.positionalArguments().isEmpty())
        error = QStringLiteral("interfaces takes no arguments");
    return error.isEmpty() ? Command(InterfacesCommand()) : wrong(error);
}

Command parseAnalyze(const QStringList &arguments)
{
    QCommandLineParser parser;
    AnalyzeCommand command;
    QString error = read(parser,
        {{QStringLiteral("heartbeat-interval")}, {QStringLiteral("timeout-count")}, {QStringLiteral("candidates")},
            {QStringLiteral("expect")}, {QStringLiteral("language")}},
        arguments);
    if (error.isEmpty() && parser.positionalArguments().isEmpty())
        error = QStringLiteral("analyze takes a capture file, or several");
    if (error.isEmpty())
        error = readPolicy(parser, command.policy);
    command.ownPolicy = parser.isSet(QStringLiteral("heartbeat-interval"))
        || parser.isSet(QStringLiteral("timeout-count"));
    if (error.isEmpty())
        error = readCandidates(parser, command.candidates);
    if (error.isEmpty())
        error = readExpected(parser, command.expected);
    if (error.isEmpty())
        error = readLanguage(parser, command.language);
    if (!error.isEmpty())
        return wrong(error);
    command.files = parser.positionalArguments();
    return command;
}

Command parseExport(const QStringList &arguments)
{
    QCommandLineParser parser;
    ExportCommand command;
    QString error = read(parser,
        {{QStringLiteral("o")}, {QStringLiteral("format")}, {QStringLiteral("device"), true, true},
            {QStringLiteral("call-id"), true, true}, {QStringLiteral("candidates")},
            {QStringLiteral("with-credentials"), false}, {QStringLiteral("force"), false}},
        arguments);
    if (error.isEmpty() && parser.positionalArguments().isEmpty())
        error = QStringLiteral("export takes a capture file, or several");
    if (error.isEmpty() && parser.value(QStringLiteral("o")).isEmpty())
        error = QStringLiteral("export needs -o OUT");
    if (error.isEmpty() && parser.value(QStringLiteral("o")) == u"-")
        error = QStringLiteral("-o takes the name of a file; an export does not go to standard output");
    for (const char *const one : {"device", "call-id"}) {
        if (error.isEmpty() && parser.values(QString::fromLatin1(one)).contains(QString()))
            error = QStringLiteral("--%1 is empty; leave it out, and nothing is left out")
                        .arg(QString::fromLatin1(one));
    }
    const QString format = parser.value(QStringLiteral("format"));
    if (format == u"pcap")
        command.options.format = ExportFormat::Pcap;
    else if (format == u"text")
        command.options.format = ExportFormat::Text;
    else if (error.isEmpty() && format != u"pcapng")
        error = QStringLiteral("--format takes pcapng, pcap or text");
    if (error.isEmpty())
        error = readCandidates(parser, command.options.passwords);
    if (!error.isEmpty())
        return wrong(error);
    command.files = parser.positionalArguments();
    command.target = parser.value(QStringLiteral("o"));
    command.options.devices = parser.values(QStringLiteral("device"));
    command.options.callIds = parser.values(QStringLiteral("call-id"));
    command.options.replace = parser.isSet(QStringLiteral("force"));
    command.options.withCredentials = parser.isSet(QStringLiteral("with-credentials"));
    return command;
}

} // namespace

std::optional<HeartbeatPolicy> withInterval(HeartbeatPolicy policy, const QString &seconds)
{
    bool number = false;
    const uint value = seconds.toUInt(&number);
    if (!number || value < 1 || value > 86400)
        return std::nullopt;
    policy.interval = std::chrono::seconds(value);
    return policy;
}

std::optional<HeartbeatPolicy> withTimeoutCount(HeartbeatPolicy policy, const QString &count)
{
    bool number = false;
    const int value = count.toInt(&number);
    if (!number || value < 1 || value > 100)
        return std::nullopt;
    policy.timeoutCount = value;
    return policy;
}

Command parseCommandLine(const QStringList &arguments)
{
    const QString command = arguments.value(1);
    if (wantsHelp(arguments))
        return Usage{QString::fromLatin1(usageText), Success};
    QStringList rest = arguments;
    rest.remove(1, std::min<qsizetype>(1, rest.size() - 1)); // QCommandLineParser skips the program's name
    if (command == u"serve")
        return parseServe(rest);
    if (command == u"capture")
        return parseCapture(rest);
    if (command == u"interfaces")
        return parseInterfaces(rest);
    if (command == u"analyze")
        return parseAnalyze(rest);
    if (command == u"export")
        return parseExport(rest);
    if (command == u"--version" || command == u"-v")
        return Usage{QStringLiteral("gbscope-cli " GBSCOPE_VERSION "\n"), Success};
    return wrong(command.isEmpty() ? QStringLiteral("A command is missing.")
                                   : QStringLiteral("Unknown command: ") + echoed(command));
}

} // namespace gb::cli
