#include "app/cli/serveoptions.h"

#include "app/cli/echo.h"
#include "app/cli/textfile.h"
#include "core/client/deviceconfigtask.h"
#include "core/net/endpointtext.h"
#include "core/server/silence.h"

#include <QCommandLineParser>

namespace gb::cli {
namespace {

QString readListen(const QString &text, ServerConfig &server)
{
    const auto endpoint = readEndpoint(text, 0);
    if (endpoint && isGroup(endpoint->address))
        return noGroup(QStringLiteral("--listen"), *endpoint);
    if (!endpoint)
        return QStringLiteral(
            "--listen takes ADDRESS:PORT, an IP address and a port from 0 to 65535, such as 192.168.1.15:5060");
    server.address = endpoint->address;
    server.port = endpoint->port;
    return {};
}

QString readPassword(const QCommandLineParser &parser, ServerConfig &server)
{
    server.password = parser.value(QStringLiteral("password"));
    const QString empty = QStringLiteral(" is empty; leave it out, and devices register without a password");
    if (parser.isSet(QStringLiteral("password")) && server.password.isEmpty()) // a variable that is not set
        return QStringLiteral("--password") + empty;
    if (!parser.isSet(QStringLiteral("password-file")))
        return {};
    if (parser.isSet(QStringLiteral("password")))
        return QStringLiteral("--password and --password-file exclude each other");
    const TextFile file = readTextFile(parser.value(QStringLiteral("password-file")), maxPasswordFile);
    if (!file.error.isEmpty())
        return QStringLiteral("the password file cannot be read: ") + echoed(file.error);
    const QByteArray text = withoutMark(file.octets);
    server.password = QString::fromUtf8(text.left(text.indexOf('\n'))).remove(u'\r');
    return server.password.isEmpty() ? QStringLiteral("the first line of the password file") + empty : QString();
}

} // namespace

QString noGroup(const QString &option, const Endpoint &endpoint)
{
    return QStringLiteral("%1 takes the address of one computer; %2 is for many (multicast or broadcast)")
        .arg(option, endpoint.address.toString());
}

QString readServer(const QCommandLineParser &parser, ServerConfig &server)
{
    if (QString error = readListen(parser.value(QStringLiteral("listen")), server); !error.isEmpty())
        return error;
    if (parser.isSet(QStringLiteral("id")))
        server.serverId = parser.value(QStringLiteral("id"));
    server.domain = parser.isSet(QStringLiteral("domain")) ? parser.value(QStringLiteral("domain"))
                                                           : server.serverId.left(10);
    server.offerQop = parser.isSet(QStringLiteral("qop"));
    if (QString error = readPassword(parser, server); !error.isEmpty())
        return error;
    const QString policy = parser.value(QStringLiteral("unregistered-keepalive"));
    if (policy == u"404")
        server.unregisteredKeepalive = UnregisteredKeepalive::NotFound;
    else if (policy == u"200")
        server.unregisteredKeepalive = UnregisteredKeepalive::Ok;
    else if (policy == u"silent")
        server.unregisteredKeepalive = UnregisteredKeepalive::Silent;
    else if (policy != u"403" && parser.isSet(QStringLiteral("unregistered-keepalive")))
        return QStringLiteral("--unregistered-keepalive takes 403, 404, 200 or silent");
    server.bindingsFile = parser.value(QStringLiteral("bindings"));
    if (parser.isSet(QStringLiteral("bindings")) && server.bindingsFile.isEmpty())
        return QStringLiteral("--bindings takes the name of a file");
    const QString variants = parser.value(QStringLiteral("challenge-variants"));
    if (variants != u"on" && variants != u"off" && parser.isSet(QStringLiteral("challenge-variants")))
        return QStringLiteral("--challenge-variants takes on or off");
    server.challengeVariants = variants != u"off";
    switch (problemOf(server)) {
    case ConfigProblem::None: break;
    case ConfigProblem::ServerId: return QStringLiteral("--id takes the 20 digits of the SIP server ID");
    case ConfigProblem::Domain: return QStringLiteral("--domain takes up to 64 letters, digits, dots and hyphens");
    case ConfigProblem::Password: return QStringLiteral("the password has control characters or is longer than 128");
    }
    return {};
}

QString readExpiration(const QCommandLineParser &parser, ServeCommand &command)
{
    const QString name = QStringLiteral("push-expiration");
    if (!parser.isSet(name))
        return {};
    if (!command.pushConfig)
        return QStringLiteral("--push-expiration goes with --push-config");
    bool number = false;
    const int seconds = parser.value(name).toInt(&number);
    if (!number || seconds < leastExpiration || seconds > mostExpiration)
        return QStringLiteral("--push-expiration takes seconds, %1 to %2").arg(leastExpiration).arg(mostExpiration);
    command.expiration = seconds;
    return {};
}

QString readSilence(const QCommandLineParser &parser, ServeCommand &command)
{
    const QString after = QStringLiteral("silence-after"), during = QStringLiteral("silence-for");
    if (!parser.isSet(after))
        return parser.isSet(during) ? QStringLiteral("--silence-for needs --silence-after") : QString();
    bool number = false;
    command.silenceAfter = std::chrono::seconds(parser.value(after).toUInt(&number));
    if (!number || *command.silenceAfter > std::chrono::hours(24 * 20))
        return QStringLiteral("--silence-after takes seconds, at most 20 days");
    if (!parser.isSet(during))
        return {};
    command.silenceFor = std::chrono::seconds(parser.value(during).toUInt(&number));
    return number && command.silenceFor.count() >= 1 && command.silenceFor <= Silence::longest
        ? QString()
        : QStringLiteral("--silence-for takes 1 to %1 seconds").arg(Silence::longest.count());
}

} // namespace gb::cli
