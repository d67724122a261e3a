#include "app/cli/askoptions.h"

#include "app/cli/echo.h"
#include "app/cli/freeoptions.h"
#include "app/cli/jsonlines.h"
#include "app/cli/optionreading.h"
#include "app/cli/output.h"
#include "app/cli/serveoptions.h"
#include "core/client/bodywriter.h"
#include "core/message/basicparam.h"
#include "core/report/words/askwording.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QJsonArray>

namespace gb::cli {
namespace {

constexpr std::chrono::seconds usualWait{120}, longestWait{86'400};
constexpr qsizetype maxDevices = 10'000;
const QByteArray exampleId = "34020000001320000001"; ///< in a message that goes nowhere

QString readEdition(const QCommandLineParser &parser, AskQuestion &question)
{
    const QString text = parser.value(QStringLiteral("edition"));
    for (const Edition one : {Edition::V2011, Edition::V2014, Edition::V2016, Edition::V2022}) {
        if (text == editionName(one))
            question.edition = one;
    }
    return question.edition || !parser.isSet(QStringLiteral("edition"))
        ? QString()
        : QStringLiteral("--edition takes 2011, 2014, 2016 or 2022");
}

QString readChannels(const QCommandLineParser &parser, AskOrder &order)
{
    order.channels = parser.values(QStringLiteral("channel"));
    order.channels.removeDuplicates();
    if (order.channels.size() > maxDevices)
        return QStringLiteral("--channel can be given %1 times").arg(maxDevices);
    for (const QString &one : std::as_const(order.channels)) {
        if (!isPlainId(one.left(65).toStdString()))
            return QStringLiteral("--channel takes an ID of 1 to 64 letters and digits");
    }
    order.question.about = order.channels.value(0);
    return order.channels.isEmpty() || order.devices.size() == 1
        ? QString()
        : QStringLiteral("--channel goes with one --device, to which the channel belongs");
}

QString readRate(const QCommandLineParser &parser, AskOrder &order)
{
    if (!parser.isSet(QStringLiteral("rate")))
        return {};
    bool number = false;
    const uint rate = parser.value(QStringLiteral("rate")).toUInt(&number);
    if (!number || rate > AskRate::most)
        return QStringLiteral("--rate takes 0 to %1 questions a second; 0 is without a limit").arg(AskRate::most);
    order.rate = static_cast<int>(rate);
    return {};
}

QString readWhom(const QCommandLineParser &parser, AskOrder &order)
{
    order.devices = parser.values(QStringLiteral("device"));
    order.devices.removeDuplicates();
    if (order.devices.contains(QString()))
        return QStringLiteral("--device is empty; leave it out, and whoever registers is asked");
    if (order.devices.size() > maxDevices)
        return QStringLiteral("--device can be given %1 times").arg(maxDevices);
    for (const QString &one : std::as_const(order.devices)) {
        if (!isPlainId(one.left(65).toStdString()))
            return QStringLiteral("--device takes an ID of 1 to 64 letters and digits");
    }
    if (const QString error = readChannels(parser, order); !error.isEmpty())
        return error;
    order.wait = usualWait;
    if (!parser.isSet(QStringLiteral("wait")))
        return {};
    bool number = false;
    order.wait = std::chrono::seconds(parser.value(QStringLiteral("wait")).toUInt(&number));
    return number && order.wait.count() > 0 && order.wait <= longestWait
        ? QString()
        : QStringLiteral("--wait takes 1 to %1 seconds").arg(longestWait.count());
}

QJsonObject parameterObject(const AskParameter &one)
{
    static constexpr const char *kinds[] = {
        "integer", "decimal", "choice", "choices", "text", "time", "id", "rectangle", "spans", "fixed"};
    static_assert(std::size(kinds) == static_cast<std::size_t>(AskParameter::Kind::Fixed) + 1);
    const auto text = [](const char *value) { return QString::fromLatin1(value); };
    QJsonObject out{{QStringLiteral("name"), text(one.name)},
        {QStringLiteral("kind"), text(kinds[static_cast<std::size_t>(one.kind)])},
        {QStringLiteral("needed"), one.needed && *one.preset == '\0'},
        {QStringLiteral("since"), QString(editionName(one.since))},
        {QStringLiteral("until"), QString(editionName(one.until))}};
    if (one.most > one.least) {
        out.insert(QStringLiteral("least"), one.least);
        out.insert(QStringLiteral("most"), one.most);
    }
    if (*one.choices)
        out.insert(QStringLiteral("choices"), QJsonArray::fromStringList(text(one.choices).split(u'|')));
    if (*one.preset)
        out.insert(QStringLiteral("preset"), text(one.preset));
    return out;
}

QJsonObject commandObject(const AskCommand &one)
{
    static constexpr const char *effects[] = {"reads", "sets", "moves", "restarts", "erases"};
    QJsonArray parameters;
    for (const AskParameter &parameter : one.parameters) {
        if (parameter.kind != AskParameter::Kind::Fixed)
            parameters.append(parameterObject(parameter));
    }
    return {{QStringLiteral("command"), QString::fromLatin1(one.name)},
        {QStringLiteral("title"), wording::askTitle(one)},
        {QStringLiteral("cmd_type"), QString::fromLatin1(one.cmdType)},
        {QStringLiteral("clause"), QString::fromLatin1(one.clause)},
        {QStringLiteral("since"), QString(editionName(one.since))},
        {QStringLiteral("effect"), QString::fromLatin1(effects[static_cast<std::size_t>(one.effect)])},
        {QStringLiteral("only_shown"), one.onlyShown}, {QStringLiteral("parameters"), parameters}};
}

} // namespace

QString readQuestion(const QStringList &words, bool allowed, AskQuestion &question)
{
    question.command = words.value(0);
    const AskCommand *const command = findAskCommand(question.command);
    if (!command)
        return QStringLiteral("there is no command %1 to ask; see gbscope-cli ask --commands")
            .arg(words.isEmpty() ? QStringLiteral("\"\"") : echoed(words.constFirst()));
    for (const QString &word : words.mid(1)) {
        const qsizetype sign = word.indexOf(u'=');
        if (sign < 1)
            return QStringLiteral("a value is NAME=VALUE, not ") + echoed(word);
        question.values.insert(word.left(sign), word.mid(sign + 1));
    }
    AskValues checked = question.values;
    // Of an edition that the device is to announce, its newest values may be meant
    if (const auto bad = checkValues(*command, checked, question.edition.value_or(Edition::V2022));
        bad && (question.edition || bad->why != BadValue::Why::Edition))
        return bad->parameter + QStringLiteral(": ") + wording::badValue(*bad, *command);
    if (!allowed && command->effect >= AskCommand::Effect::Restarts && !command->onlyShown)
        return QStringLiteral("%1: %2 Say yes where that is meant")
            .arg(QString::fromLatin1(command->name), wording::askEffect(command->effect));
    return {};
}

namespace {

/// `ask message`
Command parseMessage(const QCommandLineParser &parser, AskOrder order)
{
    FreeQuestion message;
    if (const QString error = readMessage(parser, message); !error.isEmpty())
        return wrong(error);
    order.message = message;
    ServeCommand command;
    if (parser.isSet(QStringLiteral("show"))) {
        order.question.device = order.devices.value(0, QString::fromLatin1(exampleId));
        return ShowCommand{order.question, message};
    }
    command.ask = order;
    QString error = readServer(parser, command.server);
    if (error.isEmpty())
        error = readCommon(parser, command);
    return error.isEmpty() ? Command(command) : wrong(error);
}

/// Where pictures are kept.
QString readSave(const QCommandLineParser &parser, AskQuestion &question)
{
    const QString option = QStringLiteral("save");
    if (!parser.isSet(option))
        return {};
    const AskCommand *const command = findAskCommand(parser.positionalArguments().value(0));
    if (!command || command->needs != AskCommand::Needs::Pictures)
        return QStringLiteral("--save goes with ask snapshot");
    question.save = parser.value(option);
    const QFileInfo folder(question.save);
    return folder.isDir() && folder.isWritable() ? QString()
                                                 : QStringLiteral("--save takes a folder that can be written to");
}

/// What goes with a message goes with nothing else.
QString readMisplaced(const QCommandLineParser &parser, bool message)
{
    for (const auto &one : {QStringLiteral("file"), QStringLiteral("template"), QStringLiteral("as-typed")}) {
        if (!message && parser.isSet(one))
            return QStringLiteral("--%1 goes with ask message").arg(one);
    }
    for (const auto &one : {QStringLiteral("channel"), QStringLiteral("edition")}) {
        if (message && parser.isSet(one))
            return QStringLiteral("--%1 does not go with ask message: the message says all itself").arg(one);
    }
    return {};
}

} // namespace

Command parseAsk(const QStringList &arguments)
{
    QCommandLineParser parser;
    ServeCommand command;
    AskOrder order;
    QString error = read(parser,
        commonOptions() + serverOptions()
            + QList<OptionKind>{{QStringLiteral("device"), true, true}, {QStringLiteral("channel"), true, true},
                {QStringLiteral("rate")}, {QStringLiteral("wait")}, {QStringLiteral("edition")},
                {QStringLiteral("yes"), false}, {QStringLiteral("show"), false}, {QStringLiteral("commands"), false},
                {QStringLiteral("file")}, {QStringLiteral("template")}, {QStringLiteral("as-typed")},
                {QStringLiteral("save")}},
        arguments);
    if (error.isEmpty() && parser.isSet(QStringLiteral("commands")))
        return CommandsCommand();
    if (error.isEmpty())
        error = readEdition(parser, order.question);
    if (error.isEmpty())
        error = readWhom(parser, order);
    if (error.isEmpty())
        error = readRate(parser, order);
    const bool message = parser.positionalArguments().value(0).compare(u"message", Qt::CaseInsensitive) == 0;
    if (error.isEmpty())
        error = readMisplaced(parser, message);
    if (error.isEmpty())
        error = readSave(parser, order.question);
    if (error.isEmpty() && message)
        return parseMessage(parser, order);
    const bool show = parser.isSet(QStringLiteral("show"));
    if (error.isEmpty())
        error = readQuestion(parser.positionalArguments(), show || parser.isSet(QStringLiteral("yes")), order.question);
    if (error.isEmpty() && show) {
        order.question.device = order.devices.value(0, QString::fromLatin1(exampleId));
        return ShowCommand{order.question};
    }
    if (error.isEmpty() && findAskCommand(order.question.command)->onlyShown)
        error = QStringLiteral("%1 is never sent; --show writes its message").arg(order.question.command);
    command.ask = order;
    if (error.isEmpty())
        error = readServer(parser, command.server);
    if (error.isEmpty())
        error = readCommon(parser, command);
    return error.isEmpty() ? Command(command) : wrong(error);
}

int listCommands()
{
    Output out;
    for (const AskCommand *one : askCommands())
        out.write(line(commandObject(*one)) + '\n');
    return out.finish() ? Success : Failed;
}

int showMessage(const AskQuestion &question)
{
    const AskCommand &command = *findAskCommand(question.command);
    const Edition edition = question.edition.value_or(std::max(command.since, Edition::V2016));
    AskValues values = question.values;
    if (const auto bad = checkValues(command, values, edition)) {
        complain(bad->parameter + QStringLiteral(": ") + wording::badValue(*bad, command));
        return WrongArguments;
    }
    Output out;
    const QString about = question.about.isEmpty() ? question.device : question.about;
    out.write(
        writeBody({.command = command, .deviceId = about.toLatin1(), .sn = 1, .values = values, .edition = edition}));
    return out.finish() ? Success : Failed;
}

} // namespace gb::cli
