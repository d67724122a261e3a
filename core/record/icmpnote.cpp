#include "core/record/icmpnote.h"

#include "core/message/deviceid.h"
#include "core/message/siphead.h"

#include <algorithm>

namespace gb::icmpnote {
namespace {

bool namesTransaction(std::string_view line)
{
    const std::string_view name = trimmed(line.substr(0, line.find(':')));
    constexpr std::string_view wanted[] = {"Via", "v", "From", "f", "Call-ID", "i", "CSeq"};
    return std::any_of(
        std::begin(wanted), std::end(wanted), [name](std::string_view one) { return equalsNoCase(name, one); });
}

} // namespace

notes::Icmp noteOf(const IcmpError &error)
{
    notes::Icmp note{.reporter = error.reporter.toString(),
        .from = error.from.text(),
        .to = error.to.text(),
        .type = error.type,
        .code = error.code,
        .v6 = error.v6,
        .octets = error.length,
        .lines = {}};
    std::string_view rest = error.octets;
    for (bool first = true; static_cast<std::size_t>(note.lines.size()) < maxLines; first = false) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = trimmed(rest.substr(0, end));
        if (end == std::string_view::npos || line.empty()) // cut, or the head's end
            break;
        if (first || namesTransaction(line)) {
            const QString shown = printable(line, notetext::maxText - 2); // with an ellipsis, and whole in a file
            if (shown.toUtf8() != QByteArrayView(line.data(), static_cast<qsizetype>(line.size()))) {
                note.lines.clear(); // changed they would name another one
                break;
            }
            note.lines.append(shown);
        }
        rest.remove_prefix(end + 1);
    }
    return note;
}

QByteArray headOf(const notes::Icmp &note)
{
    return note.lines.isEmpty() ? QByteArray() : note.lines.join(u"\r\n").toUtf8() + "\r\n\r\n";
}

} // namespace gb::icmpnote
