#include "core/message/cuthead.h"

#include "core/message/siptext.h"

#include <array>
#include <string>

namespace gb {
namespace {

constexpr std::uint32_t bit(HeadFault fault)
{
    return 1U << static_cast<unsigned>(fault);
}

constexpr std::uint32_t missingBody = bit(HeadFault::BodyShort),
                        missingHead = missingBody | bit(HeadFault::NotClosed) | bit(HeadFault::ViaMissing)
    | bit(HeadFault::FromMissing) | bit(HeadFault::ToMissing) | bit(HeadFault::CallIdMissing)
    | bit(HeadFault::ContentTypeMissing),
                        missingLine = missingHead | bit(HeadFault::StartLine) | bit(HeadFault::Version)
    | bit(HeadFault::Status) | bit(HeadFault::CSeq);

SipMethod methodNamed(std::string_view text)
{
    return scanHead(std::string(text) + " sip:a SIP/2.0\r\n\r\n").method;
}

SipHead scanStart(std::string_view octets)
{
    SipHead head = scanHead(octets);
    if (head.kind == SipKind::NotSip && beginsRequest(octets)) {
        head.kind = SipKind::Request;
        head.startLine = octets;
        head.methodText = octets.substr(0, octets.find(' '));
        head.method = methodNamed(head.methodText);
    }
    head.faults &= ~missingLine;
    return head;
}

} // namespace

bool beginsRequest(std::string_view octets)
{
    constexpr std::size_t longest = 32;
    const std::string_view method = octets.substr(0, octets.find(' '));
    if (method.size() < 3 || method.size() > longest || method.size() == octets.size())
        return false;
    for (const char c : method) {
        if (c < 'A' || c > 'Z')
            return false;
    }
    const std::string_view uri = octets.substr(method.size() + 1);
    constexpr std::array<std::string_view, 3> schemes{"sip:", "sips:", "tel:"};
    for (const std::string_view scheme : schemes) {
        if (equalsNoCase(uri.substr(0, scheme.size()), scheme))
            return true;
    }
    return false;
}

SipHead scanCutHead(std::string_view octets)
{
    const bool closed = octets.find("\r\n\r\n") != std::string_view::npos
        || octets.find("\n\n") != std::string_view::npos;
    const std::string_view whole = closed ? octets : octets.substr(0, octets.rfind('\n') + 1); // npos + 1: nothing
    if (trimmed(whole).empty())
        return scanStart(octets);
    SipHead head = scanHead(whole);
    head.faults &= ~(closed ? missingBody : missingHead);
    if (!closed && head.cseqLine.empty())
        head.faults &= ~bit(HeadFault::CSeq);
    return head;
}

} // namespace gb
