#include "core/capture/packed/texts/layout.h"

namespace gb::packed::texts {
namespace {

/// messageAsText(): a line with number, time, ends and transport, then the message, four blanks in.
bool read(const QString &line, Heading &heading)
{
    if (!line.startsWith(u'#'))
        return false;
    static const QRegularExpression pattern(
        QStringLiteral("^#\\d+  \\d{4}-\\S+ \\S+  (\\S+) \u2192 (\\S+)  (UDP|TCP)"));
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return false;
    setEnds(heading, match, 1, 2);
    heading.isTcp = match.captured(3) == u"TCP";
    return true;
}

} // namespace

constexpr Layout gbscope{.name = "gbscope's text", .read = read};

} // namespace gb::packed::texts
