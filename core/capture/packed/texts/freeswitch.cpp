#include "core/capture/packed/texts/layout.h"

namespace gb::packed::texts {
namespace {

/// "sofia global siptrace on": the message stands three blanks in.
bool read(const QString &line, Heading &heading)
{
    static const QRegularExpression pattern = expression(
        "(recv|send) \\d+ bytes (?:from|to) (\\w+)/(\\[[^\\]]+\\]:\\d+)");
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return false;
    const bool came = match.captured(1) == u"recv";
    heading.from = came ? endIn(match.captured(3)) : Endpoint();
    heading.to = came ? Endpoint() : endIn(match.captured(3));
    heading.isTcp = match.captured(2) != u"udp";
    return true;
}

} // namespace

constexpr Layout freeswitch{.name = "FreeSWITCH siptrace", .read = read};

} // namespace gb::packed::texts
