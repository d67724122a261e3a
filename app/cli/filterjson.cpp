#include "app/cli/filterjson.h"

namespace gb::cli {
namespace {

QLatin1StringView scopeName(FlowFilter::Scope scope)
{
    switch (scope) {
    case FlowFilter::Scope::Message: break;
    case FlowFilter::Scope::Dialog: return QLatin1StringView("dialog");
    case FlowFilter::Scope::Device: return QLatin1StringView("device");
    }
    return QLatin1StringView("message");
}

} // namespace

QJsonObject filterObject(const WantedMessages &wanted, const FilteredMessages &filtered)
{
    return {{QStringLiteral("text"), wanted.text}, {QStringLiteral("scope"), scopeName(wanted.scope)},
        {QStringLiteral("shown"), static_cast<qint64>(filtered.count)},
        {QStringLiteral("of"), static_cast<qint64>(filtered.of)},
        {QStringLiteral("expression_gave_up"), static_cast<qint64>(filtered.gaveUp)},
        {QStringLiteral("not_looked_at"), static_cast<qint64>(filtered.forgotten)}};
}

QList<Operation> shownOperations(QList<Operation> operations, const FilteredMessages &filtered)
{
    operations.removeIf([&filtered](const Operation &one) {
        return std::none_of(
            one.messages.begin(), one.messages.end(), [&filtered](quint64 number) { return filtered.shows(number); });
    });
    return operations;
}

} // namespace gb::cli
