#include "core/capture/packed/texts/layout.h"

namespace gb::packed::texts {
namespace {

/// The other end, as SRS names it.
bool read(const QString &line, Heading &heading)
{
    static const QRegularExpression peer = expression("\\bpeer\\(([0-9.]+), ?(\\d+)\\)"),
                                    source = expression("\\bsource:(\\S+?),");
    if (const auto match = source.match(line); match.hasMatch()) {
        heading.from = endIn(match.captured(1));
        return true;
    }
    const auto match = peer.match(line);
    if (match.hasMatch())
        heading.from = endIn(match.captured(1) + u':' + match.captured(2));
    return match.hasMatch();
}

} // namespace

constexpr Layout srs{.name = "SRS", .read = read};

} // namespace gb::packed::texts
