#include "core/devices/registrationreason.h"
#include "core/message/bodytree.h"
#include "core/message/compare/comparison.h"
#include "core/message/digest.h"
#include "core/message/headlayouts.h"
#include "core/message/replywriter.h"
#include "core/message/structure.h"
#include "core/report/redaction.h"
#include "tests/fuzz/harness.h"
#include "tests/support/site.h"

#include <algorithm>
#include <random>

namespace gb::fuzz {
namespace {

constexpr qsizetype growth = 512; ///< a reply's over its request

bool isSafe(const QString &text)
{
    return std::none_of(text.begin(), text.end(),
        [](QChar c) { return c.category() == QChar::Other_Control || (c >= QChar(0x202a) && c <= QChar(0x202e)); });
}

void requireInside(const SipAddress &address, std::string_view octets)
{
    for (const std::string_view part : {address.text, address.displayName, address.uri.text, address.uri.user,
             address.uri.host, address.parameters, address.tag})
        fuzz::requireInside(part, octets);
}

/// CR and LF stand only at the ends of lines, together.
bool hasWholeLines(QByteArray text)
{
    text.replace("\r\n", "");
    return !text.contains('\r') && !text.contains('\n');
}

void reply(const SipHead &head, std::string_view octets)
{
    const bool v6 = octets.size() % 2 != 0;
    const Endpoint source{
        QHostAddress(v6 ? QStringLiteral("2001:db8:1111:2222:3333:4444:5555:6666") : QStringLiteral("192.168.100.200")),
        65535};
    const QByteArray challenge = "WWW-Authenticate: Digest realm=\"3402000000\",nonce=\"" + QByteArray(88, 'n')
        + "\",qop=\"auth\",stale=true,algorithm=MD5\r\n";
    const QByteArray text = writeReply(
        head, source, {.status = 401, .toTag = "gbs-1y2p0ij32e8e7", .headers = challenge});
    require(text.size() <= static_cast<qsizetype>(octets.size()) + growth,
        "a reply is no longer than its request and 512 octets");
    const SipHead answer = scanHead(view(text));
    require(answer.kind == SipKind::Response && answer.status == 401, "a reply is a response");
    require(hasWholeLines(text) && !answer.has(HeadFault::NotClosed) && answer.bodyOctets == 0,
        "a reply's lines are whole");
    require(answer.cseq == head.cseq && !answer.via.host.empty() && !answer.wwwAuthenticate.empty(),
        "a reply can be told from others");
    constexpr std::size_t added = 64; // by ";rport=" and ";received="; a line of over 8 KiB is read in part
    const bool plain = head.via.text.find_first_of("\r\n") == std::string_view::npos
        && head.viaLines[0].size() + added <= HeadLimits::line;
    require(!plain || (answer.via.branch == head.via.branch && answer.via.host == head.via.host),
        "the topmost Via comes back");
}

/// As a head that is read for the first time, pointing to the same octets.
void requireSame(HeadLayouts &layouts, std::string_view octets)
{
    SipHead head;
    layouts.scan(octets, head);
    require(head == scanHead(octets), "a layout that is known says what a first look says");
    for (const SipAddress *address : {&head.from, &head.to, &head.contact})
        requireInside(*address, octets);
    for (const std::string_view part : {head.startLine, head.requestUri.text, head.via.text, head.via.host, head.callId,
             head.authorization, head.userAgent, head.body})
        fuzz::requireInside(part, octets);
}

/// A datagram and its retransmission.
void answered(test::Site &site, const QByteArray &datagram)
{
    const QList<QByteArray> answers = site.send(datagram);
    require(answers.size() <= 2, "at most 100 and a final answer");
    require(scanHead(view(datagram)).kind == SipKind::Request || answers.isEmpty(), "only requests are answered");
    for (const QByteArray &answer : answers) {
        require(answer.size() <= datagram.size() + growth, "an answer is no longer than its request and 512 octets");
        require(scanHead(view(answer)).kind == SipKind::Response && hasWholeLines(answer),
            "an answer is a response of whole lines");
    }
    const QList<QByteArray> again = site.send(datagram);
    require(again.isEmpty() == answers.isEmpty() && (again.isEmpty() || again.constLast() == answers.constLast()),
        "a retransmission gets the same answer");
}

} // namespace

std::string_view bodyOf(std::string_view octets)
{
    const SipHead head = scanHead(octets);
    return head.kind == SipKind::Request || head.kind == SipKind::Response ? head.body : octets;
}

void head(std::string_view octets)
{
    const SipHead head = scanHead(octets);
    for (const std::string_view part :
        {head.startLine, head.methodText, head.requestUri.text, head.reason, head.via.text, head.via.host,
            head.via.branch, head.fromLine, head.toLine, head.callIdLine, head.cseqLine, head.callId, head.cseqMethod,
            head.contentType, head.userAgent, head.authorization, head.body, head.faultText})
        fuzz::requireInside(part, octets);
    for (const SipAddress &address : {head.from, head.to, head.contact})
        requireInside(address, octets);
    require(head.viaLines.size() <= HeadLimits::vias, "no more Vias than there is room for");
    for (std::size_t i = 0; i < head.viaLines.size(); ++i)
        fuzz::requireInside(head.viaLines[i], octets);
    require(head.status == 0 || (head.status >= 100 && head.status <= 699), "a status is one");
    require(head.body.size() <= head.bodyOctets && head.bodyOctets <= octets.size(), "a body is what arrived");
    require(!head.contentLength || head.body.size() <= *head.contentLength, "a body ends where it was announced to");
    if (head.answerable())
        reply(head, octets);
}

void layouts(std::string_view octets)
{
    HeadLayouts layouts;
    for (int look = 0; look < 3; ++look)
        requireSame(layouts, octets);
    std::minstd_rand random(static_cast<unsigned>(seededHash(octets)));
    QByteArray other = bytes(octets);
    const std::string_view likely = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
                           unlikely("\0\r\n \t/\\[]*-.:;,@<>=?\"\x80\xff", 24);
    for (int change = 0; change < 64 && !octets.empty(); ++change) { // one more each time
        char &c = other[static_cast<qsizetype>(random() % octets.size())];
        const std::string_view from = change % 8 == 7 ? unlikely : likely;
        const char before = c;
        c = from[random() % from.size()];
        requireSame(layouts, view(other));
        if (change % 8 == 7)
            c = before;
    }
}

void digest(std::string_view octets)
{
    const SipHead head = scanHead(octets);
    const std::string_view header = head.authorization.empty() ? octets : head.authorization;
    const DigestCredentials c = parseCredentials(header);
    const std::string_view fields[] = {
        c.username, c.realm, c.nonce, c.uri, c.response, c.algorithm, c.cnonce, c.qop, c.nc, c.opaque};
    for (const std::string_view field : fields)
        requireInside(field, octets);
    require(c.digest || !c.wellFormed, "well-formed credentials are a digest's");
    digestUriFits(head, c.uri);
    const QByteArray response = digestResponse(
        c, "REGISTER", std::string_view("12345678"), c.qop.empty() ? DigestFormula::Rfc2069 : DigestFormula::QopAuth);
    require(sameDigest(view(response), view(response)) && !sameDigest(view(response).substr(1), view(response)),
        "a digest is 32 hex digits");
    if (!c.wellFormed || std::any_of(std::begin(fields), std::end(fields), [](std::string_view field) {
            return field.find_first_of("\"\\") != std::string_view::npos;
        }))
        return;
    QByteArray again = "Digest username=\"" + bytes(c.username) + "\",realm=\"" + bytes(c.realm) + "\" , nonce=\""
        + bytes(c.nonce) + "\",uri=\"" + bytes(c.uri) + "\",\r\n response=\"" + bytes(c.response) + "\",qop=\""
        + bytes(c.qop) + "\",nc=\"" + bytes(c.nc) + "\",cnonce=\"" + bytes(c.cnonce) + '"';
    const DigestCredentials read = parseCredentials(view(again));
    require(read.wellFormed && read.username == c.username && read.uri == c.uri && read.nonce == c.nonce
            && read.response == c.response && read.cnonce == c.cnonce,
        "credentials that were read can be written and read again");
}

void structure(std::string_view octets)
{
    const MessageStructure structure = structureOf(bytes(octets));
    require(structure.tried || !structure.parsed, "what is parsed was tried");
    const std::function<void(const QList<StructureNode> &, int)> walk = [&](const QList<StructureNode> &nodes,
                                                                            int depth) {
        require(depth < BodyLimits::depth + 4, "a structure has a bottom");
        for (const StructureNode &node : nodes) {
            require(isSafe(node.name) && isSafe(node.value), "a structure is safe to show");
            walk(node.parts, depth + 1);
        }
    };
    walk(structure.nodes, 0);
}

void comparison(std::string_view octets)
{
    const QByteArray message = bytes(octets);
    const Comparison same = compareMessages({message, message});
    require(same.changes == 0 && same.noise == 0, "a message is like itself");
    const std::function<void(const QList<ComparedRow> &)> walk = [&](const QList<ComparedRow> &rows) {
        for (const ComparedRow &row : rows) {
            require(isSafe(row.name) && row.cells.size() == 2, "a comparison is safe to show");
            for (const ComparedCell &cell : row.cells)
                require(isSafe(cell.text) && cell.text.size() <= 10 * CompareLimits::shown, "so are its values");
            walk(row.rows);
        }
    };
    QByteArray other = message;
    std::reverse(other.begin() + other.size() / 2, other.end());
    walk(compareMessages({message, other}).rows);
}

void redactor(std::string_view octets)
{
    const QByteArray message = bytes(octets);
    const QByteArray clean = withoutSecrets(message);
    require(withoutSecrets(clean) == clean, "redacting again changes nothing");
    require(clean.size() <= message.size() + 64 * (message.toLower().count("uth") + 1), "nothing grows without need");
    const SipHead head = scanHead(view(clean));
    const DigestCredentials left = parseCredentials(head.authorization);
    require((left.response.empty() || left.response == "removed") && (left.cnonce.empty() || left.cnonce == "removed"),
        "no digest is left");

    // Whatever stands ahead of it in the header
    const QByteArray secret = "0123456789abcdef0123456789abcdef";
    QByteArray ahead = message.left(2048);
    std::replace_if(
        ahead.begin(), ahead.end(), [](char c) { return c == '\r' || c == '\n'; }, ' ');
    const QByteArray planted = "REGISTER sip:s@d SIP/2.0\r\nAuthorization: Digest "
        + QByteArray(ahead).replace(secret, "") + ",response=\"" + secret + "\"\r\nContent-Length: 0\r\n\r\n";
    require(!withoutSecrets(planted).contains(secret), "no response gets through");
    const QByteArray open = "REGISTER sip:s@d SIP/2.0\r\nProxy-Authorization: Basic "
        + QByteArray(ahead).replace(secret, "") + secret + "==\r\nContent-Length: 0\r\n\r\n";
    require(!withoutSecrets(open).contains(secret), "no password gets through");
}

void site(std::string_view octets)
{
    const QByteArray datagram = bytes(octets);
    test::Site open(test::Site::withPassword({}));
    answered(open, datagram); // without a password a REGISTER comes as far as its 200
    test::Site site;
    answered(site, datagram);
    site.wait(std::chrono::hours(2));
    const QList<DeviceSnapshot> devices = site.analysis.devices().snapshots();
    require(devices.size() <= 1, "a datagram is of one device");
    for (const DeviceSnapshot &device : devices) {
        require(device.facts.phase != DeviceFacts::Phase::Registered && !device.lastBeat,
            "nobody gets in without the password"); // heartbeats that nobody answered are counted, and do not count
        require(isSafe(device.id + device.userAgent + device.gbVersion + device.problem.a + device.problem.b
                    + device.reason.a + device.reason.b),
            "what is shown of a device is safe");
    }
    for (const MessageSummary &message : site.analysis.take(site.clock.now()).messages)
        require(isSafe(arrowLabel(message) + message.callId.toString() + message.device.toString() + message.command),
            "what is shown of a message is safe");
}

} // namespace gb::fuzz
