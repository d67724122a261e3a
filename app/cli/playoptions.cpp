#include "app/cli/playoptions.h"

#include "app/cli/echo.h"
#include "app/cli/optionreading.h"
#include "app/cli/serveoptions.h"
#include "core/client/play/playcontrol.h"
#include "core/message/basicparam.h"

#include <QCommandLineParser>

namespace gb::cli {
namespace {

constexpr std::chrono::seconds usualWait{120}, longestWait{86'400};
constexpr qsizetype maxIds = 10'000;
constexpr const char *valueNames[] = {"tcp", "seconds", "ports", "address", "stream", "save"};

std::optional<uint> numberOf(QStringView text, uint least, uint most)
{
    bool number = false;
    const uint value = text.toUInt(&number);
    return number && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

QString readPorts(const QString &value, PlayQuestion &question)
{
    const QList<QStringView> ends = QStringView(value).split(u'-');
    const auto first = numberOf(ends.value(0), 1024, 65'534), last = numberOf(ends.value(1), 1025, 65'535);
    if (ends.size() != 2 || !first || !last || *last <= *first)
        return QStringLiteral("takes FIRST-LAST, such as 30000-30999, within 1024 to 65535");
    question.firstPort = static_cast<quint16>(*first);
    question.lastPort = static_cast<quint16>(*last);
    return {};
}

QString readIds(const QCommandLineParser &parser, const QString &name, QStringList &ids)
{
    ids = parser.values(name);
    ids.removeDuplicates();
    if (ids.size() > maxIds)
        return QStringLiteral("--%1 can be given %2 times").arg(name).arg(maxIds);
    const bool plain = std::all_of(ids.cbegin(), ids.cend(), [&name](const QString &one) {
        return isPlainId(one.left(65).toStdString()) || (one.isEmpty() && name == u"device");
    });
    return plain ? QString() : QStringLiteral("--%1 takes an ID of 1 to 64 letters and digits").arg(name);
}

QString readNumber(const QCommandLineParser &parser, const char *name, uint least, uint most, uint &into)
{
    const QString option = QString::fromLatin1(name);
    if (!parser.isSet(option))
        return {};
    const auto value = numberOf(parser.value(option), least, most);
    into = value.value_or(into);
    return value ? QString() : QStringLiteral("--%1 takes %2 to %3").arg(option).arg(least).arg(most);
}

QString readWhom(const QCommandLineParser &parser, PlayOrder &order)
{
    if (QString error = readIds(parser, QStringLiteral("device"), order.devices); !error.isEmpty())
        return error;
    if (QString error = readIds(parser, QStringLiteral("channel"), order.channels); !error.isEmpty())
        return error;
    if (!order.channels.isEmpty() && order.devices.size() != 1)
        return QStringLiteral("--channel goes with one --device, to which the channel belongs");
    if (order.devices.contains(QString()))
        return QStringLiteral("--device is empty; leave it out, and whoever registers is played");
    order.allChannels = parser.isSet(QStringLiteral("all-channels"));
    if (order.allChannels && !order.channels.isEmpty())
        return QStringLiteral("--channel and --all-channels exclude each other");
    uint wait = usualWait.count(), atOnce = PlayOrder::usualAtOnce;
    QString error = readNumber(parser, "wait", 1, longestWait.count(), wait);
    if (error.isEmpty())
        error = readNumber(parser, "at-once", 1, PlayControl::maxAtOnce, atOnce);
    order.wait = std::chrono::seconds(wait);
    order.atOnce = static_cast<int>(atOnce);
    return error;
}

QString readHow(const QCommandLineParser &parser, PlayOrder &order)
{
    for (const char *const one : valueNames) {
        const QString name = QString::fromLatin1(one);
        if (!parser.isSet(name))
            continue;
        if (const QString error = readPlayValue(name, parser.value(name), order.question); !error.isEmpty())
            return QStringLiteral("--%1 %2").arg(name, error);
    }
    order.question.reports = !parser.isSet(QStringLiteral("no-rtcp"));
    order.text = parser.isSet(QStringLiteral("text"));
    const bool one = order.devices.size() == 1 && order.channels.size() <= 1 && !order.allChannels;
    return order.question.save.isEmpty() || one ? QString()
                                                : QStringLiteral("--save goes with one --device and one channel");
}

} // namespace

QString readPlayValue(const QString &name, const QString &value, PlayQuestion &question)
{
    if (name == u"tcp") {
        question.way = value == u"passive" ? PlayWay::TcpPassive : PlayWay::TcpActive;
        return value == u"passive" || value == u"active" ? QString() : QStringLiteral("takes passive or active");
    }
    if (name == u"seconds") {
        const auto seconds = numberOf(value, 1, static_cast<uint>(PlayQuestion::longest.count()));
        question.duration = std::chrono::seconds(seconds.value_or(1));
        return seconds ? QString() : QStringLiteral("takes 1 to %1").arg(PlayQuestion::longest.count());
    }
    if (name == u"ports")
        return readPorts(value, question);
    if (name == u"address") {
        const QHostAddress address(value);
        question.address = address;
        const bool good = !address.isNull() && !address.isMulticast() && !question.address.isAny();
        return good ? QString() : QStringLiteral("takes an IP address that the device can reach");
    }
    if (name == u"stream") {
        const auto number = numberOf(value, 0, PlayQuestion::mostStream);
        question.stream = static_cast<int>(number.value_or(0));
        return number
            ? QString()
            : QStringLiteral("takes 0 for the main stream, 1 to %1 for a sub-stream").arg(PlayQuestion::mostStream);
    }
    question.save = value;
    return value.isEmpty() ? QStringLiteral("takes the name of a file") : QString();
}

QString readPlayWords(QStringList words, PlayQuestion &question)
{
    if (words.isEmpty())
        return QStringLiteral("play takes ID[/CHANNEL] [NAME=VALUE]...");
    const QString whom = words.takeFirst();
    question.device = whom.section(u'/', 0, 0);
    question.channel = whom.section(u'/', 1);
    for (const QString &word : std::as_const(words)) {
        const QString name = word.section(u'=', 0, 0), value = word.section(u'=', 1);
        if (word == u"rtcp=off") {
            question.reports = false;
            continue;
        }
        const bool known = std::any_of(std::begin(valueNames), std::end(valueNames),
            [&name](const char *one) { return name == QLatin1String(one); });
        if (!known || !word.contains(u'='))
            return QStringLiteral(
                       "a value of play is tcp=, seconds=, ports=, address=, stream=, save= or rtcp=off, not ")
                + echoed(word);
        if (const QString error = readPlayValue(name, value, question); !error.isEmpty())
            return name + u"= " + error;
    }
    return {};
}

Command parsePlay(const QStringList &arguments)
{
    QCommandLineParser parser;
    ServeCommand command;
    PlayOrder order;
    QString error = read(parser,
        commonOptions() + serverOptions()
            + QList<OptionKind>{{QStringLiteral("device"), true, true}, {QStringLiteral("channel"), true, true},
                {QStringLiteral("all-channels"), false}, {QStringLiteral("wait")}, {QStringLiteral("tcp")},
                {QStringLiteral("seconds")}, {QStringLiteral("ports")}, {QStringLiteral("address")},
                {QStringLiteral("stream")}, {QStringLiteral("save")}, {QStringLiteral("no-rtcp"), false},
                {QStringLiteral("at-once")}, {QStringLiteral("text"), false}},
        arguments);
    if (error.isEmpty())
        error = readWhom(parser, order);
    if (error.isEmpty())
        error = readHow(parser, order);
    if (error.isEmpty())
        error = readServer(parser, command.server);
    if (error.isEmpty())
        error = readCommon(parser, command);
    command.play = order;
    return error.isEmpty() ? Command(command) : wrong(error);
}

} // namespace gb::cli
