#include "core/capture/packed/texts/layout.h"

namespace gb::packed::texts {
namespace {

/// chan_sip and chan_pjsip, behind the time of the log or without. The other end is named, our own is not.
bool read(const QString &line, Heading &heading)
{
    static const QRegularExpression came
        = expression("<--- (?:SIP read from|Received SIP \\w+ \\(\\d+ bytes\\) from) (\\w+):(\\S+) --->"),
        went = expression("(?:<--- Transmitting SIP \\w+ \\(\\d+ bytes\\) to (\\w+):(\\S+) --->|"
                          "[Tt]ransmitting(?: #\\d+)?(?: \\([^)]*\\))? to (\\S+?)(?: --->|:$))");
    if (const auto match = came.match(line); match.hasMatch()) {
        heading.from = endIn(match.captured(2));
        heading.to = {};
        heading.isTcp = match.captured(1) != u"UDP";
        return true;
    }
    const auto match = went.match(line);
    if (!match.hasMatch())
        return false;
    heading.from = {};
    heading.to = endIn(match.captured(2).isEmpty() ? match.captured(3) : match.captured(2));
    heading.isTcp = !match.captured(1).isEmpty() && match.captured(1) != u"UDP";
    return true;
}

} // namespace

constexpr Layout asterisk{.name = "Asterisk", .read = read};

} // namespace gb::packed::texts
