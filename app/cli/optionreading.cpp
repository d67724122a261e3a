#include "app/cli/optionreading.h"

#include "app/cli/echo.h"
#include "app/cli/serveoptions.h"
#include "app/cli/textfile.h"
#include "core/message/digestguess.h"
#include "core/net/endpointtext.h"
#include "core/report/format.h"
#include "core/report/words/filterwording.h"
#include "core/report/words/sitewording.h"

#include <QCommandLineParser>

namespace gb::cli {
namespace {

constexpr qsizetype maxPasswordLine = 128; ///< octets

constexpr char usage[] =
    R"(Usage:
  gbscope-cli serve --listen ADDRESS:PORT [--id ID] [--domain DOMAIN] [--password P | --password-file FILE]
                    [--heartbeat-interval 60] [--timeout-count 3] [--session FILE.pcapng] [--duration SECONDS]
                    [--unregistered-keepalive 403|404|200|silent] [--qop] [--challenge-variants on|off] [--hep-send ADDRESS:PORT]
                    [--bindings FILE.json] [--candidates FILE] [--expect FILE] [--read-config | --push-config [--push-expiration S]]
                    [--silence-after SECONDS [--silence-for SECONDS]] [--language en|zh_CN]
  gbscope-cli capture --interface NAME [--no-promiscuous] | --hep ADDRESS:PORT
                    [--session FILE.pcapng] [--heartbeat-interval 60] [--timeout-count 3] [--duration SECONDS] [--hep-send ADDRESS:PORT]
                    [--candidates FILE] [--expect FILE] [--language en|zh_CN]
  gbscope-cli ask COMMAND [NAME=VALUE]... --listen ADDRESS:PORT [--device ID]... [--channel ID]... [--wait SECONDS] [--edition 2011|2014|2016|2022]
                    [--rate N] [--yes] [--save FOLDER] [what serve takes for the server, the record, and --duration]
  gbscope-cli ask COMMAND [NAME=VALUE]... --show [--device ID] [--channel ID] [--edition 2011|2014|2016|2022]
  gbscope-cli ask --commands
  gbscope-cli ask message --file FILE | --template NAME [--as-typed PART[,PART]...] [--yes] [--show] [and the options of ask but --channel and --edition]
  gbscope-cli play [--device ID]... [--channel ID]... [--all-channels] [--tcp passive|active] [--seconds N] [--wait N] [--ports FIRST-LAST]
                   [--address A] [--stream N] [--no-rtcp] [--save FILE] [--at-once N] [--text] [and the options of serve, as of ask]
  gbscope-cli interfaces
  gbscope-cli analyze FILE... [--heartbeat-interval N] [--timeout-count N] [--candidates FILE] [--expect FILE] [--language en|zh_CN]
                     [--filter EXPR [--filter-scope message|dialog|device]] [--statistics [--text]]
  gbscope-cli compare FILE... MESSAGE MESSAGE [MESSAGE [MESSAGE]] [--text] [--all] [--language en|zh_CN]
  gbscope-cli compare FILE... MESSAGE --with retry|last-good|previous|other-device [--text] [--all] [--language en|zh_CN]
  gbscope-cli export FILE... -o OUT --format FORMAT
                     [--columns 120] [--device ID]... [--call-id X]... [--filter EXPR [--filter-scope message|dialog|device]]
                     [--candidates FILE] [--redact own-site|vendor|public|none] [--force] [--language en|zh_CN]
  gbscope-cli report FILE... -o OUT.html|OUT.zip [--device ID]... [--remarks TEXT] [--heartbeat-interval N] [--timeout-count N]
                    [--candidates FILE] [--expect FILE] [--redact vendor|own-site|public|none] [--force] [--language en|zh_CN]
  gbscope-cli simulate --server ADDRESS:PORT [--devices N] [--server-id ID] [--password P] [--tcp] [--channels N]
                    [--behaviour FILE|dahua|hikvision|tiandy|uniview] [--fault NAME]... [--seconds N]

Several files are read together in the order of time; their clocks are set by the first one's, where messages are in both. gzip is read as it is.
ask listens as serve does, waits --wait seconds (120) for each --device to register, asks it once, and ends; without --device it asks whoever registers
in that time; of a device each --channel instead of itself. At most --rate (20) questions go out in a second, one at a time to a device; 0: as fast as they are
answered. It writes a JSON object a line for each: the outcome, the answer, what is odd about it, and the messages that prove it. --commands lists what
can be asked, with the names of values; a subscription goes on until --duration is over. --show writes the message and sends nothing. --yes: what restarts the device or erases something is sent.
ask snapshot orders pictures, which the device uploads to a port that is open for that order alone; --save keeps them in new files of that folder.
ask message sends the SIP message that stands in --file, or a built-in one of --template, and tells the final answer. {device}, {device-address}, {server},
{domain}, {server-address}, {server-host} and {transport} are filled in. Line ends become CRLF; branch, from-tag, call-id, cseq, sn and content-length are
made anew, but for those that --as-typed names, or all. --show tells what is wrong with it, too. --yes: what moves or restarts a device, or erases, is sent.
play listens and waits as ask does, and plays each channel live for --seconds (5) from its first packet on: INVITE, media, BYE. It tells link by link what
holds between the INVITE and the picture, the first link that is broken and why, and the numbers. It goes on for up to 11 s more where something is not
decided. Without --channel the device itself is played; --all-channels: the cameras that its catalog names, --at-once (4) at a time. --tcp: who listens,
as a=setup says of us. --ports: of media (30000-30999). --address: that c= names. --stream: a=streamnumber, 0 main, 1 sub. --no-rtcp: sends no receiver
reports. --save: keeps the program stream in a new file. --text: words and a table, not JSON. Media is not in the record of --session.
capture reads a network card, such as the one at a switch's mirror port, or hears HEP version 3 (Homer, heplify, Kamailio, OpenSIPS), and judges
the devices in it; it answers nothing. interfaces lists the network cards. --hep-send passes a copy of everything on.
--candidates: passwords, a line each, that a refused digest is compared with, to say which one the device uses; 63 at most. They are kept in memory only.
export removes passwords, keys and what digests were made with; the passwords of --candidates wherever they stand.
--filter: only messages that meet it are exported, or counted in the flows that analyze tells; operations are those that have one of them. Devices, findings
and counts of messages are of the whole record; "filter" tells how many of all messages are shown. Conditions that must all be met: 'dev:3402* cmd:Catalog
status>=400 rt>500ms "any text" not cmd:Keepalive is:unanswered hdr:User-Agent~hik xml:Status=OFF re:/x.y/', with or, ( ); the manual has all fields.
--filter-scope: message (what is done without it); dialog, device: all messages of the dialogs, or devices, that have one that meets it.
--redact: own-site (what export does without it) keeps addresses and IDs; vendor (what report does without it) puts pseudonyms for addresses, IDs, names and
places, the same everywhere in the file, and keeps vendor, model and firmware; public takes those away, too; none keeps all, secrets too, as --with-credentials.
--statistics: instead of all that, counts of the messages that --filter shows: methods with their commands, statuses, copies, User-Agents, sizes, devices,
and how long the first final answers took, by device (median, 95 %, longest). Each has the condition that finds it. --text: a table, not JSON.
compare tells how messages, named by their numbers, differ from the first of them, part by part: headers and their parameters, SDP, XML. What is new in
each message, such as branch and tag, is marked and does not count. --with: retry, the request that was challenged and the one with credentials; last-good,
the same step where this device succeeded; previous, the same in the same direction before; other-device. --text: words, not JSON. --all: the same parts, too.
Nothing is redacted.
FORMAT is one of
%1.
ladder and ladder-ascii draw the messages between their ends as text, --columns wide (60 to 400); svg draws the first 1,000 of them; mermaid and plantuml make diagrams of 200 messages each.
devices-, heartbeats-, findings- and media-: tables, and the chart of heartbeats, of what analyze tells; of all messages, or of those of each --device.
sipp-device, sipp-device-answers and sipp-platform make scenarios of SIPp of one device's messages; the head of each tells how it is run, and what is not in it.
report writes one HTML page: verdict, list of devices, and for each the chain from network to media, findings with their proof, heartbeats and message
flow. It opens without a network. --remarks: what you saw yourself. Secrets are removed as by export. To OUT.zip it writes a bundle: the page, its
messages as capture.pcapng, messages.txt and ladder.txt, findings.json, environment.json, and MANIFEST.txt; pseudonyms are the same in all of them.
--bindings: registrations in force are kept in this file, so that the devices are known when serve starts again.
--read-config: asks each device for its BasicParam when it has registered, and compares. --push-config: sets our interval and count where they differ,
reads them again, and measures whether the heartbeats follow. --push-expiration: sets this Expiration, 60 to 604800 s, too, and tells whether the next
REGISTER follows; GB/T 28181 wants 3600 at least.
--expect: devices that shall come, a line each with ID, and name and address where wanted, as text or CSV; who does not come is never-seen.
--silence-after: answers nobody from then on, as a server that is gone, and tells which devices notice and register anew; for --silence-for seconds, 3600 at
most, or as long as interval and count make it take. What devices send is recorded as ever.
--session: an existing file is never touched; the next free name is taken (today-2.pcapng) and told. --force: export replaces a file that exists.
simulate plays 1 to 10000 devices that register with a platform, send heartbeats and answer its queries and controls. They send nothing elsewhere.
They stream when they are played. --behaviour: habits of a vendor, or a JSON file of them. --fault: what they do wrong, such as drop, page-missing or
no-response; page-missing@Catalog does it to Catalog alone; of media such as no-psm, rtp-loss or wrong-ssrc. It writes a JSON object a line, a summary at the end, and takes the commands alarm [ID] and quit on stdin.
serve and capture write a JSON object a line and take the commands heartbeat-interval N, timeout-count N and quit on stdin, serve also
silence on [SECONDS] [ID]..., silence off, ask COMMAND ID[/CHANNEL] [NAME=VALUE]... [yes], and play ID[/CHANNEL] [NAME=VALUE]... with tcp=,
seconds=, ports=, address=, stream=, save= and rtcp=off.
Exit status: 0 done, 1 failed, 2 wrong arguments, 3 cannot listen or capture, 4 cannot record; of compare also 5 the messages differ beyond what is new in
each; of ask and play also 5 an answer or a stream is odd, 6 refused, 7 not or not wholly answered, 8 a device did not register; of play also 9 no picture, or no good one, 10 not known; the highest of all.
)";

} // namespace

/// What can be exported, in lines.
QString formatList()
{
    constexpr qsizetype width = 120;
    QString all, line;
    for (const Format &one : formats()) {
        const QString id = QLatin1String(one.id);
        if (line.size() + id.size() > width)
            all += std::exchange(line, {}) + QStringLiteral(",\n");
        line += (line.isEmpty() ? QString() : QStringLiteral(", ")) + id;
    }
    return all + line;
}

QString usageText()
{
    return QString::fromLatin1(usage).arg(formatList());
}

Usage wrong(const QString &what)
{
    return {what, WrongArguments};
}

QString usageOf(const QString &command)
{
    QStringList lines;
    bool its = false;
    for (const QString &line : usageText().split(u'\n')) {
        if (line.startsWith(u"  gbscope-cli "))
            its = line.startsWith(u"  gbscope-cli " + command + u' ') || line == u"  gbscope-cli " + command;
        else if (!line.startsWith(u"   "))
            its = false;
        if (its)
            lines.append(line);
    }
    return lines.isEmpty()
        ? usageText()
        : QStringLiteral("Usage:\n") + lines.join(u'\n') + QStringLiteral("\ngbscope-cli --help explains them.");
}

/// Empty on success; else what is wrong. QCommandLineParser prints and exits by itself otherwise.
QString read(QCommandLineParser &parser, const QList<OptionKind> &options, const QStringList &arguments)
{
    for (const OptionKind &option : options) {
        Q_ASSERT(usageText().contains(QString((option.name.size() > 1 ? u"--" : u"-") + option.name)));
        parser.addOption(option.takesValue ? QCommandLineOption(option.name, {}, QStringLiteral("value"))
                                           : QCommandLineOption(option.name));
    }
    if (!parser.parse(arguments))
        return echoed(parser.errorText());
    return echoed(argumentProblem(arguments, options));
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

QString readFilter(const QCommandLineParser &parser, WantedMessages &wanted)
{
    static constexpr std::pair<const char *, FlowFilter::Scope> scopes[] = {{"message", FlowFilter::Scope::Message},
        {"dialog", FlowFilter::Scope::Dialog}, {"device", FlowFilter::Scope::Device}};
    const bool scoped = parser.isSet(QStringLiteral("filter-scope"));
    if (!parser.isSet(QStringLiteral("filter")))
        return scoped ? QStringLiteral("--filter-scope is of --filter, which is missing") : QString();
    wanted.text = parser.value(QStringLiteral("filter"));
    if (wanted.text.trimmed().isEmpty())
        return QStringLiteral("--filter is empty; leave it out, and nothing is left out");
    if (const auto problem = filter::parse(wanted.text).problem)
        return QStringLiteral("--filter cannot be read:\n") + wording::filterProblemLines(wanted.text, *problem);
    const QString scope = scoped ? parser.value(QStringLiteral("filter-scope")) : QStringLiteral("message");
    for (const auto &[name, value] : scopes) {
        if (scope != QLatin1String(name))
            continue;
        wanted.scope = value;
        return {};
    }
    return QStringLiteral("--filter-scope takes message, dialog or device");
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
    if (!command.ask && !parser.positionalArguments().isEmpty())
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

QList<OptionKind> commonOptions()
{
    return {{QStringLiteral("heartbeat-interval")}, {QStringLiteral("timeout-count")}, {QStringLiteral("session")},
        {QStringLiteral("duration")}, {QStringLiteral("hep-send")}, {QStringLiteral("candidates")},
        {QStringLiteral("expect")}, {QStringLiteral("language")}};
}

QList<OptionKind> serverOptions()
{
    return {{QStringLiteral("listen")}, {QStringLiteral("id")}, {QStringLiteral("domain")},
        {QStringLiteral("password")}, {QStringLiteral("password-file")}, {QStringLiteral("unregistered-keepalive")},
        {QStringLiteral("qop"), false}, {QStringLiteral("challenge-variants")}, {QStringLiteral("bindings")}};
}

} // namespace gb::cli
