#include "core/capture/packed/texts/layout.h"

namespace gb::packed::texts {
namespace {

/// -trace_msg: a line with the time, then one with the transport, which names no ends.
bool read(const QString &line, Heading &heading)
{
    static const QRegularExpression pattern = expression("^(UDP|TCP|TLS|SCTP) message (?:sent|received) [(\\[]\\d+");
    const auto match = pattern.match(line);
    if (match.hasMatch())
        heading.isTcp = match.captured(1) != u"UDP";
    return match.hasMatch() || line.startsWith(u"--------------------");
}

} // namespace

constexpr Layout sipp{.name = "sipp -trace_msg", .read = read};

} // namespace gb::packed::texts
