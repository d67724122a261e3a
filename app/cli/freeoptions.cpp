#include "app/cli/freeoptions.h"

#include "app/cli/commandline.h"
#include "app/cli/echo.h"
#include "app/cli/output.h"
#include "app/cli/textfile.h"
#include "core/message/requestwriter.h"
#include "core/report/words/askwording.h"
#include "core/report/words/freewording.h"

#include <QCommandLineParser>

namespace gb::cli {
namespace {

constexpr const char *partNames[] = {"branch", "from-tag", "call-id", "cseq", "sn", "content-length"};
static_assert(std::size(partNames) == static_cast<std::size_t>(FreePart::Count));

QString readText(const QCommandLineParser &parser, QByteArray &text)
{
    const bool file = parser.isSet(QStringLiteral("file"));
    if (file == parser.isSet(QStringLiteral("template")))
        return QStringLiteral("ask message needs either --file FILE or --template NAME");
    if (file) {
        const TextFile read = readTextFile(parser.value(QStringLiteral("file")), FreeQuestion::maxOctets);
        if (!read.error.isEmpty())
            return QStringLiteral("the message cannot be read: ") + echoed(read.error);
        if (read.tooLarge)
            return QStringLiteral("the message is longer than %1 bytes").arg(FreeQuestion::maxOctets);
        text = freetext::withoutUtf8Mark(read.octets);
        return text.trimmed().isEmpty() ? QStringLiteral("the file has no message") : QString();
    }
    const QString name = parser.value(QStringLiteral("template"));
    const FreeTemplate *const found = findFreeTemplate(name.toUtf8());
    if (found) {
        text = textOf(*found);
        return {};
    }
    QStringList names;
    for (const FreeTemplate &one : freeTemplates())
        names.append(QString::fromLatin1(one.name));
    return QStringLiteral("there is no template %1; there are %2").arg(echoed(name), names.join(QStringLiteral(", ")));
}

QString readParts(const QCommandLineParser &parser, FreeParts &anew)
{
    if (!parser.isSet(QStringLiteral("as-typed")))
        return {};
    const QString value = parser.value(QStringLiteral("as-typed"));
    for (const QString &name : value.split(u',')) {
        const auto *const found = std::find(std::begin(partNames), std::end(partNames), name.toLatin1());
        if (name == u"all")
            anew = {};
        else if (found != std::end(partNames))
            anew.set(static_cast<FreePart>(found - std::begin(partNames)), false);
        else
            return QStringLiteral("--as-typed takes branch, from-tag, call-id, cseq, sn and content-length, with "
                                  "commas between, or all; not ")
                + echoed(name);
    }
    return {};
}

} // namespace

QString readMessage(const QCommandLineParser &parser, FreeQuestion &message)
{
    if (parser.positionalArguments().size() > 1)
        return QStringLiteral("ask message takes no values; the message stands in --file");
    QString error = readText(parser, message.text);
    if (error.isEmpty())
        error = readParts(parser, message.anew);
    const AskCommand::Effect effect = effectOf(message.text);
    const bool allowed = parser.isSet(QStringLiteral("yes")) || parser.isSet(QStringLiteral("show"));
    // A file does not show what is in it, as the name of a command does
    if (error.isEmpty() && !allowed && effect >= AskCommand::Effect::Moves)
        error = QStringLiteral("this message: %1 Say --yes where that is meant").arg(wording::askEffect(effect));
    return error;
}

int showFree(const FreeQuestion &message, const QString &device)
{
    const freetext::Places places{.device = device.toLatin1(),
        .remote = {IpAddress(QHostAddress(QStringLiteral("192.168.1.64"))), 5060},
        .server = ServerConfig().serverId.toLatin1(),
        .domain = ServerConfig().domain.toLatin1(),
        .local = {IpAddress(QHostAddress(QStringLiteral("192.168.1.15"))), 5060}};
    for (const FreeFault &one : checkFree(message.text, message.anew, false, places))
        complain(wording::freeFault(one));
    Output out;
    out.write(freetext::make(
        message.text, message.anew, places, {.branch = newBranch(), .tag = newTag(), .callId = newCallId()}));
    return out.finish() ? Success : Failed;
}

} // namespace gb::cli
