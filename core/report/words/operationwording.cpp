#include "core/report/words/operationwording.h"

#include "core/flow/operations.h"
#include "core/report/words/askwording.h"
#include "core/report/words/say_p.h"

#include <QLocale>

#include <array>

namespace gb::wording {
namespace {

using State = Operation::State;

/// In the order of State: what it says, and in a count.
constexpr std::pair<const char *, const char *> states[] = {
    {QT_TRANSLATE_NOOP("wording", "no answer so far"), QT_TRANSLATE_NOOP("wording", "%1 not answered so far")},
    {QT_TRANSLATE_NOOP("wording", "answered %1, no Response so far"),
        QT_TRANSLATE_NOOP("wording", "%1 without a Response so far")},
    {QT_TRANSLATE_NOOP("wording", "%1 came so far"), QT_TRANSLATE_NOOP("wording", "%1 in part so far")},
    {QT_TRANSLATE_NOOP("wording", "in force; NOTIFY that came: %1"), QT_TRANSLATE_NOOP("wording", "%1 in force")},
    {QT_TRANSLATE_NOOP("wording", "done after %1"), QT_TRANSLATE_NOOP("wording", "%1 done")},
    {QT_TRANSLATE_NOOP("wording", "it refused with %1"), QT_TRANSLATE_NOOP("wording", "%1 refused")},
    {QT_TRANSLATE_NOOP("wording", "the Response says ERROR"), QT_TRANSLATE_NOOP("wording", "%1 with ERROR")},
    {QT_TRANSLATE_NOOP("wording", "its Response cannot be read as XML"), QT_TRANSLATE_NOOP("wording", "%1 unreadable")},
    {QT_TRANSLATE_NOOP("wording", "no answer within %1 s"), QT_TRANSLATE_NOOP("wording", "%1 not answered")},
    {QT_TRANSLATE_NOOP("wording", "answered 200, but no Response within %1 s"),
        QT_TRANSLATE_NOOP("wording", "%1 without a Response")},
    {QT_TRANSLATE_NOOP("wording", "the Response has another SN"),
        QT_TRANSLATE_NOOP("wording", "%1 with another SN in the Response")},
    {QT_TRANSLATE_NOOP("wording", "only %1 came"), QT_TRANSLATE_NOOP("wording", "%1 incomplete")},
    {QT_TRANSLATE_NOOP("wording", "ended; NOTIFY that came: %1"), QT_TRANSLATE_NOOP("wording", "%1 ended")},
    {QT_TRANSLATE_NOOP("wording", "ran out without a refresh; NOTIFY that came: %1"),
        QT_TRANSLATE_NOOP("wording", "%1 ran out")},
    {QT_TRANSLATE_NOOP("wording", "unknown: what came of it is not in the record"),
        QT_TRANSLATE_NOOP("wording", "%1 unknown")},
};
static_assert(std::size(states) == static_cast<std::size_t>(State::Count));

QString cameOf(const Operation &operation)
{
    return say(QT_TRANSLATE_NOOP("wording", "%1 of %2"))
        .arg(QLocale().toString(operation.came), QLocale().toString(operation.sum));
}

QString valueOf(const Operation &operation)
{
    const auto seconds = [](Duration duration) {
        return QString::number(std::chrono::duration_cast<std::chrono::seconds>(duration).count());
    };
    switch (operation.state) {
    case State::Accepted:
    case State::Refused: return QString::number(operation.status);
    case State::Answering:
    case State::Incomplete: return cameOf(operation);
    case State::Active:
    case State::Ended:
    case State::Lapsed: return QLocale().toString(operation.parts);
    case State::Done: return shortTime(operation.since - operation.at);
    case State::NoAnswer: return seconds(Operations::answerPatience);
    case State::NoResponse: return seconds(Operations::patience);
    default: return {};
    }
}

} // namespace

QString operationName(const Operation &operation)
{
    return operation.sn ? operation.what + QStringLiteral(", SN %1").arg(*operation.sn) : operation.what;
}

QString operationState(const Operation &operation)
{
    const QString text = say(states[static_cast<std::size_t>(operation.state)].first);
    const QString said = text.contains(u'%') ? text.arg(valueOf(operation)) : text;
    const bool counts = operation.state == State::Done && operation.sum >= 0;
    return counts ? said + QStringLiteral(": ") + cameOf(operation) : said;
}

QString operationBrief(Operation::State state)
{
    static constexpr const char *briefs[] = {QT_TRANSLATE_NOOP("wording", "waiting for the answer"),
        QT_TRANSLATE_NOOP("wording", "waiting for the Response"), QT_TRANSLATE_NOOP("wording", "being answered"),
        QT_TRANSLATE_NOOP("wording", "in force"), QT_TRANSLATE_NOOP("wording", "done"),
        QT_TRANSLATE_NOOP("wording", "refused"), QT_TRANSLATE_NOOP("wording", "ERROR"),
        QT_TRANSLATE_NOOP("wording", "unreadable"), QT_TRANSLATE_NOOP("wording", "no answer"),
        QT_TRANSLATE_NOOP("wording", "no Response"), QT_TRANSLATE_NOOP("wording", "other SN"),
        QT_TRANSLATE_NOOP("wording", "incomplete"), QT_TRANSLATE_NOOP("wording", "ended"),
        QT_TRANSLATE_NOOP("wording", "ran out"), QT_TRANSLATE_NOOP("wording", "unknown")};
    static_assert(std::size(briefs) == static_cast<std::size_t>(State::Count));
    return say(briefs[static_cast<std::size_t>(state)]);
}

QString operationSummary(const QList<Operation> &operations)
{
    std::array<qsizetype, static_cast<std::size_t>(State::Count)> times{};
    for (const Operation &one : operations)
        ++times[static_cast<std::size_t>(one.state)];
    QStringList parts;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (times[i] > 0)
            parts << say(states[i].second).arg(QLocale().toString(times[i]));
    }
    const QString all = QLocale().toString(operations.size());
    return parts.isEmpty() ? all : all + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

} // namespace gb::wording
