#include "core/client/command.h"

#include "core/message/basicparam.h"
#include "core/message/charset.h"
#include "core/message/deviceid.h"
#include "core/message/gbtime.h"

#include <cmath>

namespace gb {
namespace {

using Kind = AskParameter::Kind;
using Why = BadValue::Why;

constexpr qsizetype longestText = 1024; ///< octets, where a parameter has no bound of its own (ExtraInfo, A.2.1)

std::optional<Why> wrongNumber(const AskParameter &parameter, const QString &value)
{
    bool number = false;
    const double n = parameter.kind == Kind::Integer ? static_cast<double>(value.toLongLong(&number))
                                                     : value.toDouble(&number);
    if (!number || !std::isfinite(n))
        return Why::NoNumber;
    return n < parameter.least || n > parameter.most ? std::optional(Why::Range) : std::nullopt;
}

std::optional<Why> wrongChoices(const AskParameter &parameter, const QString &value)
{
    for (QStringView one : QStringView(value).tokenize(u'/')) {
        if (!isChoice(one, parameter.choices))
            return Why::Choice;
    }
    return {};
}

/// Four numbers up to 65,535.
bool isRectangle(const QString &value)
{
    const QStringList numbers = value.split(u',');
    return numbers.size() == 4 && std::all_of(numbers.begin(), numbers.end(), [](const QString &one) {
        const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
        return !one.isEmpty() && one.size() <= 5 && std::all_of(one.begin(), one.end(), isDigit)
            && one.toInt() <= 65'535;
    });
}

/// Seconds of the day; -1 where it is no time.
int secondOfDay(QStringView text)
{
    int seconds = 0, parts = 0;
    for (const QStringView one : text.tokenize(u':')) {
        bool good = false;
        const int number = one.toInt(&good);
        if (!good || one.size() > 2 || number < 0 || number > (parts == 0 ? 23 : 59) || ++parts > 3)
            return -1;
        seconds = seconds * 60 + number;
    }
    return parts < 2 ? -1 : parts == 2 ? seconds * 60 : seconds;
}

bool areSpans(const QString &value)
{
    constexpr qsizetype most = 8; // A.2.3.2
    const QStringList spans = value.simplified().split(u' ');
    return spans.size() <= most && std::all_of(spans.begin(), spans.end(), [](const QString &one) {
        const int from = secondOfDay(one.section(u'-', 0, 0)), to = secondOfDay(one.section(u'-', 1));
        return from >= 0 && to > from;
    });
}

std::optional<Why> wrong(const AskParameter &parameter, const QString &value)
{
    switch (parameter.kind) {
    case Kind::Integer:
    case Kind::Decimal: return wrongNumber(parameter, value);
    case Kind::Choice: return isChoice(value, parameter.choices) ? std::nullopt : std::optional(Why::Choice);
    case Kind::Choices: return wrongChoices(parameter, value);
    case Kind::Text: {
        const auto most = parameter.most > 0 ? static_cast<qsizetype>(parameter.most) : longestText;
        return encodeGb18030(value).size() > most ? std::optional(Why::TooLong) : std::nullopt;
    }
    case Kind::Time:
        return value.size() <= 40 && parseGbTime(value.toStdString()) ? std::nullopt : std::optional(Why::NoTime);
    case Kind::Rectangle: return isRectangle(value) ? std::nullopt : std::optional(Why::NoRectangle);
    case Kind::Spans: return areSpans(value) ? std::nullopt : std::optional(Why::NoSpans);
    case Kind::Id: return isPlainId(value.toStdString()) ? std::nullopt : std::optional(Why::NoId);
    case Kind::Fixed: break;
    }
    return {};
}

const AskParameter *findParameter(const AskCommand &command, QStringView name)
{
    for (const AskParameter &one : command.parameters) {
        if (one.kind != Kind::Fixed && name.compare(QLatin1StringView(one.name), Qt::CaseInsensitive) == 0)
            return &one;
    }
    return nullptr;
}

/// An order without a single element orders nothing.
bool saysNothing(const AskCommand &command, const AskValues &values)
{
    const auto isFixed = [](const AskParameter &one) { return one.kind == Kind::Fixed; };
    return command.root == ManscdpRoot::Control && !command.write && values.isEmpty()
        && std::none_of(command.parameters.begin(), command.parameters.end(), isFixed);
}

BadValue bad(QStringView name, const QString &value, Why why)
{
    return {printable(name.toString(), 40), printable(value, 80), why};
}

} // namespace

std::optional<Edition> announcedEdition(QStringView gbVersion)
{
    constexpr std::pair<QStringView, Edition> known[] = {
        {u"1.0", Edition::V2011}, {u"1.1", Edition::V2014}, {u"2.0", Edition::V2016}, {u"3.0", Edition::V2022}};
    for (const auto &[text, edition] : known) {
        if (gbVersion == text)
            return edition;
    }
    return {};
}

QLatin1StringView editionName(Edition edition)
{
    constexpr QLatin1StringView names[] = {
        QLatin1StringView("2011"), QLatin1StringView("2014"), QLatin1StringView("2016"), QLatin1StringView("2022")};
    return names[static_cast<std::size_t>(edition)];
}

bool isChoice(QStringView value, const char *choices, Qt::CaseSensitivity cs)
{
    for (QLatin1StringView one : QLatin1StringView(choices).tokenize(QLatin1Char('|'))) {
        if (value.compare(one, cs) == 0)
            return true;
    }
    return false;
}

const AskCommand *findAskCommand(QStringView name)
{
    for (const AskCommand *one : askCommands()) {
        if (name.compare(QLatin1StringView(one->name), Qt::CaseInsensitive) == 0)
            return one;
    }
    return nullptr;
}

std::optional<BadValue> checkValues(const AskCommand &command, AskValues &values, Edition edition)
{
    AskValues checked;
    for (auto one = values.cbegin(); one != values.cend(); ++one) {
        const AskParameter *const parameter = findParameter(command, one.key());
        if (!parameter)
            return bad(one.key(), one.value(), Why::Unknown);
        if (one.value().isEmpty())
            continue;
        if (edition < parameter->since || edition > parameter->until)
            return bad(one.key(), one.value(), Why::Edition);
        if (const auto why = wrong(*parameter, one.value()))
            return bad(one.key(), one.value(), *why);
        checked.insert(QLatin1StringView(parameter->name), one.value());
    }
    for (const AskParameter &one : command.parameters) {
        const QLatin1StringView name(one.name), preset(one.preset);
        const bool meant = edition >= one.since && edition <= one.until;
        if (one.kind == Kind::Fixed || !meant || checked.contains(name))
            continue;
        if (!preset.isEmpty())
            checked.insert(name, preset);
        else if (one.needed)
            return bad(QString(name), {}, Why::Missing);
    }
    if (saysNothing(command, checked))
        return bad(QString(QLatin1StringView(command.parameters.front().name)), {}, Why::Missing);
    values = checked;
    return {};
}

} // namespace gb
