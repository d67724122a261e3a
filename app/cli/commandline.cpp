#include "app/cli/commandline.h"

#include "app/cli/askoptions.h"
#include "app/cli/echo.h"
#include "app/cli/optionreading.h"
#include "app/cli/playoptions.h"
#include "app/cli/serveoptions.h"
#include "app/cli/simulateoptions.h"
#include "core/message/compare/comparison.h"
#include "core/net/endpointtext.h"

#include <QCommandLineParser>

namespace gb::cli {
namespace {

using Option = OptionKind;

/// Wherever it stands ahead of "--": who asks for help may have the rest wrong.
bool wantsHelp(const QStringList &arguments)
{
    const QStringList read = arguments.mid(0, arguments.indexOf(u"--"));
    return read.value(1) == u"help" || read.contains(u"--help") || read.contains(u"-h");
}

Command parseServe(const QStringList &arguments)
{
    QCommandLineParser parser;
    ServeCommand command;
    QString error = read(parser,
        commonOptions() + serverOptions()
            + QList<Option>{{QStringLiteral("read-config"), false}, {QStringLiteral("push-config"), false},
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
            {QStringLiteral("expect")}, {QStringLiteral("filter")}, {QStringLiteral("filter-scope")},
            {QStringLiteral("statistics"), false}, {QStringLiteral("text"), false}, {QStringLiteral("language")}},
        arguments);
    if (error.isEmpty() && parser.positionalArguments().isEmpty())
        error = QStringLiteral("analyze takes a capture file, or several");
    if (error.isEmpty())
        error = readPolicy(parser, command.policy);
    command.ownPolicy = parser.isSet(QStringLiteral("heartbeat-interval"))
        || parser.isSet(QStringLiteral("timeout-count"));
    command.statistics = parser.isSet(QStringLiteral("statistics"));
    command.text = parser.isSet(QStringLiteral("text"));
    if (error.isEmpty() && command.text && !command.statistics)
        error = QStringLiteral("--text is of --statistics, which is missing");
    if (error.isEmpty())
        error = readCandidates(parser, command.candidates);
    if (error.isEmpty())
        error = readExpected(parser, command.expected);
    if (error.isEmpty())
        error = readFilter(parser, command.wanted);
    if (error.isEmpty())
        error = readLanguage(parser, command.language);
    if (!error.isEmpty())
        return wrong(error);
    command.files = parser.positionalArguments();
    return command;
}

/// The first is a file, whatever its name is; behind the files stand numbers.
QString readCompared(const QStringList &words, CompareCommand &command)
{
    for (const QString &word : words) {
        bool isNumber = false;
        const quint64 number = word.toULongLong(&isNumber);
        isNumber = isNumber && number > 0 && !command.files.isEmpty();
        if (!isNumber && !command.numbers.isEmpty())
            return QStringLiteral("behind the files compare takes numbers of messages: ") + echoed(word);
        if (isNumber)
            command.numbers.append(number);
        else
            command.files.append(word);
    }
    if (command.files.isEmpty())
        return QStringLiteral("compare takes a capture file, or several, and numbers of messages");
    if (QSet<quint64>(command.numbers.begin(), command.numbers.end()).size() != command.numbers.size())
        return QStringLiteral("compare takes each message once");
    if (command.with)
        return command.numbers.size() == 1 ? QString() : QStringLiteral("--with is of one message");
    return command.numbers.size() >= 2 && command.numbers.size() <= CompareLimits::messages
        ? QString()
        : QStringLiteral("compare takes 2 to 4 messages, by their numbers, or one and --with");
}

QString readCounterpart(const QCommandLineParser &parser, std::optional<Counterpart> &with)
{
    static constexpr std::pair<const char *, Counterpart> names[] = {{"retry", Counterpart::Retry},
        {"last-good", Counterpart::LastGood}, {"previous", Counterpart::Previous},
        {"other-device", Counterpart::OtherDevice}};
    if (!parser.isSet(QStringLiteral("with")))
        return {};
    for (const auto &[name, counterpart] : names) {
        if (parser.value(QStringLiteral("with")) == QLatin1String(name))
            with = counterpart;
    }
    return with ? QString() : QStringLiteral("--with takes retry, last-good, previous or other-device");
}

Command parseCompare(const QStringList &arguments)
{
    QCommandLineParser parser;
    CompareCommand command;
    QString error = read(parser,
        {{QStringLiteral("with")}, {QStringLiteral("text"), false}, {QStringLiteral("all"), false},
            {QStringLiteral("language")}},
        arguments);
    if (error.isEmpty())
        error = readCounterpart(parser, command.with);
    if (error.isEmpty())
        error = readCompared(parser.positionalArguments(), command);
    if (error.isEmpty())
        error = readLanguage(parser, command.language);
    command.text = parser.isSet(QStringLiteral("text"));
    command.all = parser.isSet(QStringLiteral("all"));
    return error.isEmpty() ? Command(command) : wrong(error);
}

/// Of export and report. `lists`: options that may be given several times, and say something each time. Empty: all is
/// well.
QString readTarget(const QCommandLineParser &parser, const QStringList &lists)
{
    const QString target = parser.value(QStringLiteral("o"));
    if (target.isEmpty())
        return QStringLiteral("the file to write is missing: this needs -o OUT");
    if (target == u"-")
        return QStringLiteral("-o takes the name of a file; this does not go to standard output");
    for (const QString &one : lists) {
        if (parser.values(one).contains(QString()))
            return QStringLiteral("--%1 is empty; leave it out, and nothing is left out").arg(one);
    }
    return {};
}

/// Empty: all is well.
QString readFormat(const QCommandLineParser &parser, ExportOptions &options)
{
    options.format = parser.value(QStringLiteral("format")).toUtf8();
    if (!formatOf(options.format)) {
        QStringList all;
        for (const Format &format : formats())
            all.append(QLatin1String(format.id));
        return QStringLiteral("--format takes one of: %1").arg(all.join(QStringLiteral(", ")));
    }
    if (formatOf(options.format)->tell && parser.isSet(QStringLiteral("call-id")))
        return QStringLiteral("--format %1 is of devices; --call-id does not fit").arg(QLatin1String(options.format));
    if (!parser.isSet(QStringLiteral("columns")))
        return {};
    bool number = false;
    options.how.columns = parser.value(QStringLiteral("columns")).toInt(&number);
    if (number && options.how.columns >= FormatOptions::leastColumns
        && options.how.columns <= FormatOptions::mostColumns)
        return {};
    return QStringLiteral("--columns takes %1 to %2").arg(FormatOptions::leastColumns).arg(FormatOptions::mostColumns);
}

/// Empty: all is well.
QString readProfile(const QCommandLineParser &parser, Profile &profile)
{
    if (!parser.isSet(QStringLiteral("redact")))
        return {};
    const auto read = profileOf(parser.value(QStringLiteral("redact")).toUtf8());
    profile = read.value_or(profile);
    return read ? QString() : QStringLiteral("--redact takes vendor, own-site, public or none");
}

Command parseExport(const QStringList &arguments)
{
    QCommandLineParser parser;
    ExportCommand command;
    QString error = read(parser,
        {{QStringLiteral("o")}, {QStringLiteral("format")}, {QStringLiteral("columns")},
            {QStringLiteral("device"), true, true}, {QStringLiteral("call-id"), true, true}, {QStringLiteral("filter")},
            {QStringLiteral("filter-scope")}, {QStringLiteral("candidates")}, {QStringLiteral("redact")},
            {QStringLiteral("with-credentials"), false}, {QStringLiteral("force"), false},
            {QStringLiteral("language")}},
        arguments);
    if (error.isEmpty() && parser.positionalArguments().isEmpty())
        error = QStringLiteral("export takes a capture file, or several");
    if (error.isEmpty())
        error = readTarget(parser, {QStringLiteral("device"), QStringLiteral("call-id")});
    if (error.isEmpty())
        error = readFilter(parser, command.options.wanted);
    if (error.isEmpty())
        error = readFormat(parser, command.options);
    if (error.isEmpty())
        error = readProfile(parser, command.options.profile);
    if (error.isEmpty() && parser.isSet(QStringLiteral("with-credentials"))) {
        if (parser.isSet(QStringLiteral("redact")) && command.options.profile != Profile::None)
            error = QStringLiteral("--with-credentials is --redact none; choose one of them");
        command.options.profile = Profile::None;
    }
    if (error.isEmpty())
        error = readCandidates(parser, command.options.passwords);
    if (error.isEmpty())
        error = readLanguage(parser, command.language);
    if (!error.isEmpty())
        return wrong(error);
    command.files = parser.positionalArguments();
    command.target = parser.value(QStringLiteral("o"));
    command.options.devices = parser.values(QStringLiteral("device"));
    command.options.callIds = parser.values(QStringLiteral("call-id"));
    command.options.replace = parser.isSet(QStringLiteral("force"));
    return command;
}

Command parseReport(const QStringList &arguments)
{
    QCommandLineParser parser;
    ReportCommand command;
    QString error = read(parser,
        {{QStringLiteral("o")}, {QStringLiteral("device"), true, true}, {QStringLiteral("remarks")},
            {QStringLiteral("heartbeat-interval")}, {QStringLiteral("timeout-count")}, {QStringLiteral("candidates")},
            {QStringLiteral("expect")}, {QStringLiteral("redact")}, {QStringLiteral("force"), false},
            {QStringLiteral("language")}},
        arguments);
    if (error.isEmpty() && parser.positionalArguments().isEmpty())
        error = QStringLiteral("report takes a capture file, or several");
    command.target = parser.value(QStringLiteral("o"));
    if (error.isEmpty())
        error = readTarget(parser, {QStringLiteral("device")});
    if (error.isEmpty() && parser.isSet(QStringLiteral("remarks"))
        && parser.value(QStringLiteral("remarks")).trimmed().isEmpty())
        error = QStringLiteral("--remarks is empty");
    ReportOptions &options = command.options;
    options.profile = Profile::Vendor; // a page is made to be sent
    if (error.isEmpty())
        error = readProfile(parser, options.profile);
    if (error.isEmpty())
        error = readPolicy(parser, options.policy);
    options.ownPolicy = parser.isSet(QStringLiteral("heartbeat-interval"))
        || parser.isSet(QStringLiteral("timeout-count"));
    if (error.isEmpty())
        error = readCandidates(parser, options.passwords);
    if (error.isEmpty())
        error = readExpected(parser, options.expected);
    if (error.isEmpty())
        error = readLanguage(parser, command.language);
    if (!error.isEmpty())
        return wrong(error);
    command.files = parser.positionalArguments();
    options.devices = parser.values(QStringLiteral("device"));
    options.remarks = parser.value(QStringLiteral("remarks"));
    options.replace = parser.isSet(QStringLiteral("force"));
    return command;
}

Command parseSimulate(const QStringList &arguments)
{
    QCommandLineParser parser;
    SimulateCommand command;
    QString error = read(parser, simulateOptions(), arguments);
    if (error.isEmpty())
        error = readSimulate(parser, command);
    return error.isEmpty() ? Command(command) : wrong(error);
}

Command parse(const QStringList &arguments)
{
    const QString command = arguments.value(1);
    QStringList rest = arguments;
    rest.remove(1, std::min<qsizetype>(1, rest.size() - 1)); // QCommandLineParser skips the program's name
    if (command == u"serve")
        return parseServe(rest);
    if (command == u"capture")
        return parseCapture(rest);
    if (command == u"ask")
        return parseAsk(rest);
    if (command == u"play")
        return parsePlay(rest);
    if (command == u"interfaces")
        return parseInterfaces(rest);
    if (command == u"analyze")
        return parseAnalyze(rest);
    if (command == u"compare")
        return parseCompare(rest);
    if (command == u"export")
        return parseExport(rest);
    if (command == u"report")
        return parseReport(rest);
    if (command == u"simulate")
        return parseSimulate(rest);
    if (command == u"--version" || command == u"-v")
        return Usage{QStringLiteral("gbscope-cli " GBSCOPE_VERSION "\n"), Success};
    return wrong(command.isEmpty() ? QStringLiteral("A command is missing.")
                                   : QStringLiteral("Unknown command: ") + echoed(command));
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
    if (wantsHelp(arguments))
        return Usage{usageText(), Success};
    Command command = parse(arguments);
    if (Usage *const usage = std::get_if<Usage>(&command); usage && usage->status == WrongArguments)
        usage->text += u"\n\n" + usageOf(arguments.value(1)); // what is wrong is not to scroll out of sight
    return command;
}

} // namespace gb::cli
