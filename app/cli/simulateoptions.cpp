#include "app/cli/simulateoptions.h"

#include "app/cli/echo.h"
#include "app/cli/serveoptions.h"
#include "app/cli/textfile.h"
#include "core/message/siptext.h"
#include "core/net/endpointtext.h"
#include "core/simulator/behaviourfile.h"
#include "core/simulator/faults.h"

#include <QCommandLineParser>

namespace gb::cli {
namespace {

constexpr qsizetype maxBehaviourFile = 64 * 1024;
constexpr int mostSeconds = 20 * 24 * 3600;
constexpr qint64 mostNodes = 5'000'000; ///< devices × channels, so that each has a number of its own

/// A whole number in that range; empty where it is none.
std::optional<int> numberOf(const QString &text, int least, int most)
{
    bool number = false;
    const uint value = text.toUInt(&number);
    return number && value >= static_cast<uint>(least) && value <= static_cast<uint>(most)
        ? std::optional(static_cast<int>(value))
        : std::nullopt;
}

QString words(const BehaviourProblem &problem)
{
    using Kind = BehaviourProblem::Kind;
    const auto range = [&] { return QStringLiteral("%1 to %2").arg(problem.least).arg(problem.most); };
    switch (problem.kind) {
    case Kind::None: return {};
    case Kind::TooLarge: return QStringLiteral("it has more than %1 bytes").arg(problem.most);
    case Kind::Syntax: return QStringLiteral("it is no JSON: see byte %1").arg(problem.place);
    case Kind::NoObject: return QStringLiteral("it is no JSON object");
    case Kind::UnknownField: return QStringLiteral("there is no field \"%1\"").arg(problem.field);
    case Kind::Whole: return problem.field + QStringLiteral(" takes a whole number, ") + range();
    case Kind::Seconds: return problem.field + QStringLiteral(" takes seconds, ") + range();
    case Kind::Flag: return problem.field + QStringLiteral(" takes true or false");
    case Kind::Text: return problem.field + QStringLiteral(" takes a text of at most %1 characters").arg(problem.most);
    case Kind::Word: return problem.field + QStringLiteral(" takes ") + problem.words.join(u", ");
    case Kind::Orders: return problem.field + QStringLiteral(" takes an object of lists of elements, by CmdType");
    case Kind::Names: return problem.field + QStringLiteral(" takes an object of names of elements");
    case Kind::Faults: return problem.field + QStringLiteral(" takes a list of ") + problem.words.join(u", ");
    }
    return {};
}

/// Of a preset by its name, or of a file.
QString readBehaviourOption(const QString &value, DeviceBehaviour &behaviour)
{
    if (const auto known = preset(value)) {
        behaviour = *known;
        return {};
    }
    const TextFile file = readTextFile(value, maxBehaviourFile);
    if (!file.error.isEmpty())
        return QStringLiteral("--behaviour takes %1, or a file, which cannot be read: %2")
            .arg(presetNames().join(u", "), echoed(file.error));
    const BehaviourRead read = readBehaviour(withoutMark(file.octets));
    if (!read.behaviour)
        return QStringLiteral("the file of --behaviour: ") + words(read.problem);
    behaviour = *read.behaviour;
    return {};
}

QString readServerOption(const QCommandLineParser &parser, FleetOptions &fleet)
{
    const auto server = readEndpoint(parser.value(QStringLiteral("server")));
    if (server && isGroup(server->address))
        return noGroup(QStringLiteral("--server"), *server);
    if (!server || server->address.isAny())
        return QStringLiteral("--server takes ADDRESS:PORT of a platform, such as 192.168.1.2:5060");
    fleet.server = *server;
    const ServerConfig usual;
    fleet.serverId = usual.serverId;
    if (parser.isSet(QStringLiteral("server-id")))
        fleet.serverId = parser.value(QStringLiteral("server-id"));
    ServerConfig names;
    names.serverId = fleet.serverId;
    names.domain = fleet.serverId.left(10);
    names.password = parser.value(QStringLiteral("password"));
    if (problemOf(names) == ConfigProblem::ServerId)
        return QStringLiteral("--server-id takes 20 digits");
    if (parser.isSet(QStringLiteral("password")) && names.password.isEmpty())
        return QStringLiteral("--password is empty");
    if (problemOf(names) == ConfigProblem::Password)
        return QStringLiteral("the password has control characters, or more than 128 characters");
    fleet.domain = names.domain;
    fleet.password = names.password;
    return {};
}

QString readNumbers(const QCommandLineParser &parser, SimulateCommand &command)
{
    const auto take = [&](const char *name, int least, int most, int &into) -> QString {
        const QString option = QString::fromLatin1(name);
        if (!parser.isSet(option))
            return {};
        const auto value = numberOf(parser.value(option), least, most);
        into = value.value_or(into);
        return value ? QString() : QStringLiteral("--%1 takes %2 to %3").arg(option).arg(least).arg(most);
    };
    int seconds = 0;
    if (QString error = take("devices", 1, DeviceFleet::maxDevices, command.devices); !error.isEmpty())
        return error;
    if (QString error = take("channels", 1, DeviceBehaviour::maxChannels, command.behaviour.channels); !error.isEmpty())
        return error;
    if (QString error = take("seconds", 1, mostSeconds, seconds); !error.isEmpty())
        return error;
    command.duration = std::chrono::seconds(seconds);
    if (qint64{command.devices} * command.behaviour.channels > mostNodes)
        return QStringLiteral("--devices times --channels is more than %1").arg(mostNodes);
    return {};
}

} // namespace

QList<OptionKind> simulateOptions()
{
    return {{QStringLiteral("devices")}, {QStringLiteral("server")}, {QStringLiteral("server-id")},
        {QStringLiteral("password")}, {QStringLiteral("tcp"), false}, {QStringLiteral("behaviour")},
        {QStringLiteral("fault"), true, true}, {QStringLiteral("channels")}, {QStringLiteral("seconds")}};
}

QString readSimulate(const QCommandLineParser &parser, SimulateCommand &command)
{
    if (!parser.positionalArguments().isEmpty())
        return QStringLiteral("simulate takes no file: ") + echoed(parser.positionalArguments().constFirst());
    if (QString error = readServerOption(parser, command.fleet); !error.isEmpty())
        return error;
    if (parser.isSet(QStringLiteral("behaviour"))) {
        if (QString error = readBehaviourOption(parser.value(QStringLiteral("behaviour")), command.behaviour);
            !error.isEmpty())
            return error;
    }
    if (parser.isSet(QStringLiteral("tcp")))
        command.behaviour.transport = TransportKind::Tcp;
    command.fleet.transport = command.behaviour.transport;
    for (const QString &name : parser.values(QStringLiteral("fault"))) {
        if (!isFault(name))
            return QStringLiteral(
                "--fault takes %1; with @CmdType behind it for that alone, such as page-missing@Catalog")
                .arg(faultNames().join(u", "));
        command.behaviour.faults.append(name);
    }
    return readNumbers(parser, command);
}

} // namespace gb::cli
