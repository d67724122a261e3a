#include "core/capture/packed/texts/layout.h"

namespace gb::packed::texts {
namespace {

/// With -t, -tt, -ttt and -tttt, -e and -v; of -v the ends are in the second line. -ttt and -ttttt tell the time since
/// another packet: which one cannot be seen, so it is not known.
bool read(const QString &line, Heading &heading)
{
    static const QRegularExpression head
        = expression("^( )?(?:(?:\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d:\\d\\d\\.\\d+ |(\\d{9,10})\\.(\\d+) )?"
                     "(?:\\S+ +(?:In|Out|[BMP]) +)?(?:IP6? |[0-9a-f:]{17} > [^,]*, ethertype IPv[46])"),
        ends = expression("(?:^ {4}|[ :])(\\S+) > (\\S+): ");
    const auto match = head.match(line);
    const bool isSecond = line.startsWith(u"    ") && line.contains(u" > ");
    if (!match.hasMatch() && !isSecond)
        return false;
    if (match.hasMatch()) {
        const bool isSince = !match.captured(1).isEmpty(), hasNone = line.startsWith(u"IP");
        if (isSince || hasNone)
            heading.at.reset();
        if (!match.captured(2).isEmpty())
            heading.at = TimePoint(std::chrono::seconds(match.captured(2).toLongLong())
                + std::chrono::microseconds(match.captured(3).leftJustified(6, u'0').left(6).toLongLong()));
        heading.from = heading.to = {};
        heading.dots = false;
        heading.isPacket = true;
    }
    const qsizetype past = line.contains(u"ethertype") ? line.indexOf(u"length") : 0;
    if (const auto told = ends.match(line, past); told.hasMatch()) {
        setEnds(heading, told, 1, 2);
        heading.isTcp = line.contains(u"Flags [");
    }
    return true;
}

} // namespace

constexpr Layout tcpdump{.name = "tcpdump -A, -X and -v", .read = read};

} // namespace gb::packed::texts
