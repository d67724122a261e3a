#include "core/capture/packed/texts/layout.h"

namespace gb::packed::texts {
namespace {

/// As it saves messages to a text file.
bool read(const QString &line, Heading &heading)
{
    static const QRegularExpression pattern = expression(
        "^\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? (\\S+) -> (\\S+)$");
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return false;
    setEnds(heading, match, 1, 2);
    return true;
}

} // namespace

constexpr Layout sngrep{.name = "sngrep's saved text", .read = read};

} // namespace gb::packed::texts
