#include "core/capture/packed/texts/layout.h"

namespace gb::packed::texts {
namespace {

/// With -W byline, with -t or without: lines keep their CR as a dot.
bool read(const QString &line, Heading &heading)
{
    static const QRegularExpression pattern = expression(
        "^([UT]) (\\S+ \\S+ )?(\\S+) -> (\\S+)(?: \\[[A-Z]*\\])?( #\\d+)?$");
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return false;
    if (match.captured(2).isEmpty())
        heading.at.reset();
    setEnds(heading, match, 3, 4);
    heading.isTcp = match.captured(1) == u"T";
    heading.dots = true;
    return true;
}

} // namespace

constexpr Layout ngrep{.name = "ngrep", .read = read};

} // namespace gb::packed::texts
