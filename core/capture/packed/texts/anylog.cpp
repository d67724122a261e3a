#include "core/capture/packed/texts/layout.h"

namespace gb::packed::texts {
namespace {

/// Logs of Kamailio, OpenSIPS and whatever else: two ends with an arrow between them, or one with its direction.
bool read(const QString &line, Heading &heading)
{
    static const QRegularExpression both
        = expression(
            "((?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?) ?(?:-+>|=>|>) ?((?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?)"),
        one = expression("(?i)\\b(from|to)\\s+(?:udp:|tcp:)?((?:\\d{1,3}\\.){3}\\d{1,3}:\\d{1,5})");
    if (const auto match = both.match(line); match.hasMatch()) {
        setEnds(heading, match, 1, 2);
        return true;
    }
    const auto match = one.match(line);
    if (!match.hasMatch())
        return false;
    const bool isFrom = match.captured(1).toLower() == u"from";
    heading.from = isFrom ? endIn(match.captured(2)) : Endpoint();
    heading.to = isFrom ? Endpoint() : endIn(match.captured(2));
    return true;
}

} // namespace

constexpr Layout anyLog{.name = "a log", .read = read};

} // namespace gb::packed::texts
