#include "app/cli/freeoptions.h"

#include "app/cli/commandline.h"
#include "app/cli/echo.h"
#include "app/cli/output.h"
#include "app/cli/textfile.h"
#include "core/message/requestwriter.h"
#include "core/report/words/askwording.h"
#include "core/report/words/freewording.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace gb::cli {
namespace {

constexpr const char *partNames[] = {"branch", "from-tag", "call-id", "cseq", "sn", "content-length"};
static_assert(std::size(partNames) == static_cast<std::size_t>(FreePart::Count));

/// What `ask message` was told, on the command line or on standard input. Null: not told.
struct Wish
{
    QString file, name, asTyped;
    bool allowed = false; ///< what moves or restarts a device, or erases something, may be sent
};

/// How it is asked for: "--file FILE", or "file=FILE" on standard input.
QString spelled(bool line, const char *name, const char *value)
{
    const QString text = line ? QStringLiteral("%1=%2") : QStringLiteral("--%1 %2");
    return text.arg(QString::fromLatin1(name), QString::fromLatin1(value)).trimmed();
}

QString readText(const Wish &wish, bool line, QByteArray &text)
{
    if (wish.file.isNull() == wish.name.isNull())
        return QStringLiteral("ask message needs either %1 or %2")
            .arg(spelled(line, "file", "FILE"), spelled(line, "template", "NAME"));
    if (!wish.file.isNull()) {
        // Whoever serves devices does not wait for a pipe
        if (line && !QFileInfo(wish.file).isFile())
            return QStringLiteral("the message cannot be read: there is no file ") + echoed(wish.file);
        const TextFile read = readTextFile(wish.file, FreeQuestion::maxOctets);
        if (!read.error.isEmpty())
            return QStringLiteral("the message cannot be read: ") + echoed(read.error);
        if (read.tooLarge)
            return QStringLiteral("the message is longer than %1 bytes").arg(FreeQuestion::maxOctets);
        text = freetext::withoutUtf8Mark(read.octets);
        return text.trimmed().isEmpty() ? QStringLiteral("the file has no message") : QString();
    }
    const FreeTemplate *const found = findFreeTemplate(wish.name.toUtf8());
    if (found) {
        text = textOf(*found);
        return {};
    }
    QStringList names;
    for (const FreeTemplate &one : freeTemplates())
        names.append(QString::fromLatin1(one.name));
    return QStringLiteral("there is no template %1; there are %2")
        .arg(echoed(wish.name), names.join(QStringLiteral(", ")));
}

QString readParts(const Wish &wish, bool line, FreeParts &anew)
{
    if (wish.asTyped.isNull())
        return {};
    for (const QString &name : wish.asTyped.split(u',')) {
        const auto *const found = std::find(std::begin(partNames), std::end(partNames), name.toLatin1());
        if (name == u"all")
            anew = {};
        else if (found != std::end(partNames))
            anew.set(static_cast<FreePart>(found - std::begin(partNames)), false);
        else
            return QStringLiteral("%1 takes branch, from-tag, call-id, cseq, sn and content-length, with commas "
                                  "between, or all; not %2")
                .arg(spelled(line, "as-typed", ""), echoed(name));
    }
    return {};
}

QString readWish(const Wish &wish, bool line, FreeQuestion &message)
{
    QString error = readText(wish, line, message.text);
    if (error.isEmpty())
        error = readParts(wish, line, message.anew);
    const AskCommand::Effect effect = effectOf(message.text);
    // A file does not show what is in it, as the name of a command does
    if (error.isEmpty() && !wish.allowed && effect >= AskCommand::Effect::Moves)
        error = QStringLiteral("this message: %1 Say %2 where that is meant")
                    .arg(wording::askEffect(effect), line ? QStringLiteral("yes") : QStringLiteral("--yes"));
    return error;
}

} // namespace

QString readMessage(const QCommandLineParser &parser, FreeQuestion &message)
{
    if (parser.positionalArguments().size() > 1)
        return QStringLiteral("ask message takes no values; the message stands in --file");
    const auto told = [&parser](const char *name) {
        const QString option = QString::fromLatin1(name);
        return parser.isSet(option) ? QStringLiteral("") + parser.value(option) : QString();
    };
    return readWish({.file = told("file"),
                        .name = told("template"),
                        .asTyped = told("as-typed"),
                        .allowed = parser.isSet(QStringLiteral("yes")) || parser.isSet(QStringLiteral("show"))},
        false, message);
}

QString readMessage(const QString &line, FreeQuestion &message)
{
    Wish wish;
    QString *last = nullptr;
    QStringList words = line.trimmed().split(u' ');
    if (words.constLast() == u"yes") {
        wish.allowed = true;
        words.removeLast();
    }
    const std::pair<QLatin1StringView, QString *> names[] = {{QLatin1StringView("file="), &wish.file},
        {QLatin1StringView("template="), &wish.name}, {QLatin1StringView("as-typed="), &wish.asTyped}};
    for (const QString &word : std::as_const(words)) {
        const auto *const found = std::find_if(
            std::begin(names), std::end(names), [&](const auto &one) { return word.startsWith(one.first); });
        if (found != std::end(names)) {
            last = found->second;
            *last = QStringLiteral("") + word.mid(found->first.size());
        } else if (last == &wish.file) {
            *last += u' ' + word; // blanks belong to the name of a file
        } else if (!word.isEmpty()) {
            return QStringLiteral("ask message takes ID, then file=FILE or template=NAME, as-typed=PART[,PART]... and "
                                  "yes; not ")
                + echoed(word);
        }
    }
    wish.file = wish.file.isNull() ? QString() : QStringLiteral("") + wish.file.trimmed();
    return readWish(wish, true, message);
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
