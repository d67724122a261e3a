#include "core/filter/completion.h"
#include "core/filter/octetcheck.h"
#include "core/filter/parser.h"
#include "core/report/words/filterwording.h"
#include "tests/fuzz/harness.h"

namespace gb::fuzz {
namespace {

void problemOf(const QString &text, const filter::Parsed &parsed)
{
    const filter::Problem &problem = *parsed.problem;
    require(parsed.expression.isEmpty(), "of a text that cannot be read nothing is made");
    require(problem.at >= 0 && problem.length >= 0 && problem.at + problem.length <= text.size(),
        "what is wrong stands in the text");
    const QString told = wording::filterProblemLines(text, problem);
    require(told.count(u'\n') == 2 && told.size() < 2000, "what is wrong is told in three lines");
}

/// In quotes any text is itself.
void quoted(const QString &text)
{
    if (text.isEmpty() || text.size() > filter::Limits::value / 2 - 1) // each sign may be two in quotes
        return;
    const filter::Parsed parsed = filter::parse(u"-dev:" + filter::quotedValue(text));
    require(!parsed.problem && parsed.expression.conditions().size() == 1
            && parsed.expression.conditions().constFirst().text == text,
        "a text in quotes is read as it is");
}

} // namespace

/// The first line is a filter, the rest a message.
void filter(std::string_view octets)
{
    const std::size_t end = std::min(octets.find('\n'), octets.size());
    const QString text = QString::fromUtf8(octets.data(), static_cast<qsizetype>(end));
    const std::string_view message = octets.substr(end);
    const filter::Parsed parsed = filter::parse(text);
    if (parsed.problem)
        problemOf(text, parsed);
    const filter::Expression &made = parsed.expression;
    require(made.conditions().size() <= filter::Limits::conditions, "conditions are bounded");
    filter::OctetCheck check(made);
    const quint64 met = check.of(message);
    const qsizetype count = made.octetConditions().size();
    require(count >= 64 || met >> count == 0, "each bit is a condition");
    const auto ask = [](quint16 index) { return index % 2 == 0 ? filter::Truth::Yes : filter::Truth::Unknown; };
    made.evaluate(ask);
    for (const qsizetype cursor : {qsizetype{0}, text.size() / 2, text.size()}) {
        const filter::Completion completion = filter::completionAt(text, cursor);
        require(completion.at >= 0 && completion.at + completion.length <= text.size() && completion.at <= cursor,
            "what is completed stands in the text");
    }
    quoted(text);
}

} // namespace gb::fuzz
