#include "core/base/octets.h"
#include "core/client/reply.h"
#include "core/findings/rules/rules.h"

namespace gb {
namespace {

constexpr qsizetype maxNames = 3, maxBody = 65'536; ///< elements that are told; octets that are looked at

const AskCommand *commandOf(QStringView cmdType)
{
    for (const AskCommand *one : askCommands()) {
        if (one->needs != AskCommand::Needs::Notices && cmdType == QLatin1StringView(one->cmdType))
            return one;
    }
    return nullptr;
}

QStringList unknownIn(const AskCommand &command, const Trace &trace)
{
    AskReport report;
    ReplyReader reader(command, report);
    reader.take(bytes(trace.head.body), *trace.body);
    reader.finish();
    if (command.judge)
        command.judge(report); // it takes back what it knows otherwise
    QStringList names;
    for (const AskOddity &one : std::as_const(report.oddities)) {
        if (one.code == AskOddity::Code::Unknown && names.size() < maxNames)
            names.append(one.a);
    }
    return names;
}

} // namespace

/// G95. Of a long answer its first part tells.
void rules::unknownElements(const OperationInput &in, Verdicts &out)
{
    const Operation &operation = in.operation;
    if (!in.trace || !in.trace->body || in.trace->body->broken() || operation.parts != 1
        || in.trace->head.body.size() > static_cast<std::size_t>(maxBody))
        return;
    const AskCommand *const command = commandOf(operation.cmdType);
    const QStringList names = command ? unknownIn(*command, *in.trace) : QStringList();
    if (!names.isEmpty()) {
        in.odd.unknown = operation.cmdType;
        out.raise(FindingCode::UnknownElements, {operation.cmdType, names.join(u", "), {}}, {in.trace->number});
    } else if (operation.cmdType == in.odd.unknown) {
        out.end(FindingCode::UnknownElements);
    }
}

} // namespace gb
