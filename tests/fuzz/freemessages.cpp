#include "core/client/free/freecheck.h"
#include "core/message/deviceid.h"
#include "tests/fuzz/harness.h"

namespace gb::fuzz {
namespace {

const freetext::Places places{.device = "34020000001320000001",
    .remote = {IpAddress(QHostAddress(QStringLiteral("10.0.0.2"))), 5060},
    .server = "34020000002000000001",
    .domain = "3402000000",
    .local = {IpAddress(QHostAddress(QStringLiteral("10.0.0.1"))), 5060}};
const freetext::Fresh fresh{.branch = "z9hG4bKx", .tag = "t", .callId = "c", .cseq = 7, .sn = 9};

bool endsItsLines(const QByteArray &octets)
{
    for (qsizetype at = 0; at < octets.size(); ++at) {
        if (octets[at] == '\r' ? at + 1 == octets.size() || octets[at + 1] != '\n'
                               : octets[at] == '\n' && (at == 0 || octets[at - 1] != '\r'))
            return false;
    }
    return true;
}

void made(const QByteArray &text)
{
    const QByteArray typed = freetext::make(text, {}, places, fresh);
    require(endsItsLines(typed), "each line of what is sent ends in CRLF");
    require(typed.size() <= 3 * text.size() + 1, "what is filled in is bounded");
    const QByteArray whole = freetext::make(text, FreeParts::all(), places, fresh);
    require(whole.size() <= typed.size() + 300, "what is renewed is bounded");
    require(freetext::make(whole, FreeParts::all(), places, fresh) == whole, "renewing it again changes nothing");
    const SipHead head = scanHead(view(whole));
    const bool read = head.kind == SipKind::Request || head.kind == SipKind::Response;
    if (read && !head.has(HeadFault::Limit) && !head.has(HeadFault::Duplicate) && head.contentLength)
        require(*head.contentLength == head.bodyOctets, "its Content-Length is that of its body");
}

} // namespace

void freemessage(std::string_view octets)
{
    const QByteArray text = bytes(octets.substr(0, FreeQuestion::maxOctets));
    made(text);
    Dialog dialog{.callId = "d", .localTag = "l", .remoteTag = "r", .localUri = "sip:l@h", .remoteUri = "sip:r@h"};
    dialog.remoteTarget = "sip:r@10.0.0.2";
    dialog.routeSet = {"<sip:p;lr>"};
    require(endsItsLines(freetext::make(text, FreeParts::all(), places, fresh, &dialog)),
        "each line of what is sent within a dialog ends in CRLF");
    for (const FreeParts anew : {FreeParts{}, FreeParts::all()}) {
        const QList<FreeFault> faults = checkFree(text, anew, false, places);
        require(faults.size() <= 12, "only so much is said");
        for (const FreeFault &one : faults)
            require(printable(one.a, 1000) == one.a && printable(one.b, 1000) == one.b, "what is said is safe to show");
    }
    effectOf(text);
    const freetext::Shown shown = freetext::decode(text);
    const QString kept = freetext::withoutSecrets(shown.text);
    require(kept.size() <= shown.text.size(), "leaving secrets out makes nothing longer");
    bool left = false;
    freetext::withoutSecrets(kept, &left);
    require(!left, "no credentials are left");
}

} // namespace gb::fuzz
