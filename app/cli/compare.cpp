#include "app/cli/compare.h"

#include "app/cli/comparetext.h"
#include "app/cli/echo.h"
#include "app/cli/output.h"
#include "core/base/octets.h"
#include "core/report/told.h"
#include "core/session/logreading.h"

#include <QHash>

namespace gb::cli {
namespace {

using Octets = QHash<quint64, QByteArray>;

/// What the captures have, and the octets of the messages that are named.
bool readLog(LogReading &reading, const QStringList &files, Octets &octets)
{
    const bool isRead = reading.read(files, [&octets](const Trace &trace) {
        if (const auto wanted = octets.find(trace.number); wanted != octets.end())
            *wanted = bytes(view(trace.datagram.octets)); // of a buffer that is used again
    });
    const QString error = echoed(reading.importer().errorText());
    if (!error.isEmpty())
        complain(echoed(files.join(u", ")) + u": " + error
            + (isRead ? QStringLiteral("; what could be read is compared") : QString()));
    return isRead;
}

/// Of the one that came out of the log, a second reading: nobody knows ahead which one that is.
bool readOctets(const QStringList &files, Octets &octets)
{
    Reading reading({.summaries = false});
    if (!reading.open(files))
        return false;
    while (const ReadAhead::Chunk *chunk = reading.next()) {
        for (std::size_t i = 0; i < chunk->count; ++i) {
            const Trace &trace = chunk->traces[i];
            if (const auto wanted = octets.find(trace.number); wanted != octets.end())
                *wanted = bytes(view(trace.datagram.octets));
        }
    }
    reading.finish();
    return true;
}

QString noneText(Counterpart wanted, quint64 number)
{
    const QString about = QStringLiteral("#%1").arg(number);
    switch (wanted) {
    case Counterpart::Retry: return QStringLiteral("there is no retry of message %1 after a 401 or 407").arg(about);
    case Counterpart::LastGood:
        return QStringLiteral("there is no other message of this device like %1 whose request succeeded").arg(about);
    case Counterpart::Previous:
        return QStringLiteral("there is no message of this device like %1 before it in the same direction").arg(about);
    case Counterpart::OtherDevice: return QStringLiteral("there is no message like %1 of another device").arg(about);
    }
    return {};
}

ComparedMessage messageOf(const MessageLog &log, quint64 number, const QByteArray &octets)
{
    const LogEntry &entry = log.entry(log.rowOf(number));
    return {number, log.label(entry), log.endpoint(entry.from).text, log.endpoint(entry.to).text,
        log.device(entry.device), entry.time(), octets};
}

/// False where there is none.
bool findOther(const MessageLog &log, Counterpart wanted, QList<quint64> &numbers)
{
    const quint64 number = numbers.constFirst();
    const CounterpartFound found = counterpartOf(log, log.rowOf(number), wanted);
    if (!found.isThere()) {
        complain(
            noneText(wanted, number) + (found.isCut ? QStringLiteral("; not all of it was looked at") : QString()));
        return false;
    }
    if (found.isLater && wanted == Counterpart::LastGood)
        complain(QStringLiteral("none before succeeded: #%1 came later").arg(found.first));
    numbers = {found.first, found.second};
    return true;
}

} // namespace

int compare(const CompareCommand &command)
{
    LogReading reading({});
    Octets octets;
    QList<quint64> numbers = command.numbers;
    for (const quint64 number : numbers)
        octets.insert(number, {});
    if (!readLog(reading, command.files, octets))
        return Failed;
    const MessageLog &log = reading.log();
    for (const quint64 number : numbers) {
        if (log.rowOf(number) >= 0)
            continue;
        complain(QStringLiteral("there is no message #%1; the last one is #%2")
                     .arg(number)
                     .arg(log.count() == 0 ? 0 : static_cast<quint64>(log.entry(log.count() - 1).number)));
        return Failed;
    }
    if (command.with) {
        if (!findOther(log, *command.with, numbers))
            return Failed;
        for (const quint64 number : numbers)
            octets.insert(number, {});
        if (!readOctets(command.files, octets))
            return Failed;
    }
    QList<ComparedMessage> messages;
    QList<QByteArray> texts;
    for (const quint64 number : numbers) {
        texts.append(octets.value(number));
        messages.append(messageOf(log, number, texts.constLast()));
    }
    const Comparison comparison = compareMessages(texts);
    Output output;
    output.write(command.text ? comparisonText(messages, comparison, command.all)
                              : told::line(comparisonObject(messages, comparison, command.all)) + '\n');
    const bool isBroken = !reading.importer().errorText().isEmpty();
    return !output.finish() || isBroken ? Failed : comparison.changes > 0 ? Differs : Success;
}

} // namespace gb::cli
