#include "core/capture/packed/texts/layout.h"

namespace gb::packed::texts {
namespace {

/// What WVP and other platforms on JAIN SIP write: the stack's own trace, with ends and milliseconds; or WVP's lines
/// ahead of a message, whose address is now this end and now the other, so it is not believed.
bool read(const QString &line, Heading &heading)
{
    static const QRegularExpression trace = expression(
        "\\bfrom=\"([^\"]+)\"\\s+to=\"([^\"]+)\"\\s+time=\"(\\d{12,13})\"");
    if (const auto match = trace.match(line); match.hasMatch()) {
        setEnds(heading, match, 1, 2);
        heading.at = TimePoint(std::chrono::milliseconds(match.captured(3).toLongLong()));
        return true;
    }
    static const QRegularExpression wvp(QStringLiteral("(?:\u53d1\u9001\uff1a|\u63a5\u6536\uff1a).*->"));
    if (!wvp.match(line).hasMatch())
        return false;
    heading.from = heading.to = {};
    return true;
}

} // namespace

constexpr Layout jain{.name = "WVP and JAIN SIP", .read = read};

} // namespace gb::packed::texts
