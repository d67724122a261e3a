#include "core/message/compare/piece.h"

#include "core/base/octets.h"
#include "core/message/deviceid.h"
#include "core/message/siphead.h"

namespace gb::compare {
namespace {

using Kind = ComparedRow::Kind;

struct Compact
{
    char letter;
    const char *name;
};
/// RFC 3261 §7.3.3, and those that later RFCs add.
constexpr Compact compact[] = {{'v', "via"}, {'f', "from"}, {'t', "to"}, {'i', "call-id"}, {'m', "contact"},
    {'l', "content-length"}, {'c', "content-type"}, {'e', "content-encoding"}, {'s', "subject"}, {'k', "supported"},
    {'o', "event"}, {'u', "allow-events"}, {'r', "refer-to"}, {'b', "referred-by"}, {'x', "session-expires"}};

QByteArray canonical(std::string_view name)
{
    const QByteArray low = lowered(name);
    for (const Compact &one : compact) {
        if (low.size() == 1 && low.front() == one.letter)
            return one.name;
    }
    return low;
}

/// Whose values may stand in one line or in several, and are to be told apart.
bool isList(const QByteArray &key)
{
    return key == "via" || key == "route" || key == "record-route" || key == "contact" || key == "path";
}

bool isNoise(const QByteArray &key)
{
    return key == "call-id" || key == "date" || key == "content-length";
}

Piece part(const char *name, std::string_view value)
{
    return {.key = name, .name = QString::fromLatin1(name), .raw = bytes(value), .hint = {}};
}

void addStartLine(std::vector<Piece> &pieces, const SipHead &head)
{
    const auto add = [&](const char *name, std::string_view value) {
        pieces.push_back(part(name, value));
        pieces.back().kind = Kind::StartLine;
    };
    const std::string_view line = trimmed(head.startLine);
    const std::size_t blank = line.find(' '), last = line.rfind(' ');
    if (head.kind == SipKind::Response && blank != line.npos) {
        const std::string_view rest = trimmed(line.substr(blank));
        add("SIP version", line.substr(0, blank));
        add("Status", rest.substr(0, rest.find(' ')));
        add("Reason", rest.find(' ') == rest.npos ? std::string_view() : trimmed(rest.substr(rest.find(' '))));
    } else if (head.kind == SipKind::Request && blank != last) {
        add("Method", line.substr(0, blank));
        add("Request-URI", trimmed(line.substr(blank, last - blank)));
        pieces.back().pieces = uriPieces(trimmed(line.substr(blank, last - blank)));
        add("SIP version", line.substr(last + 1));
    } else {
        add("Start line", line);
    }
}

/// Takes a header line with those that continue it.
std::string_view nextLine(std::string_view &rest)
{
    std::size_t end = rest.find('\n');
    while (end != rest.npos && end + 1 < rest.size() && (rest[end + 1] == ' ' || rest[end + 1] == '\t'))
        end = rest.find('\n', end + 1);
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    while (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    return line;
}

/// Of two Via lines those of one host belong together, whatever their branches.
QByteArray hintOf(const std::vector<Piece> &pieces)
{
    QByteArray hint;
    for (const Piece &one : pieces) {
        if (!one.isNoise && one.key != "rport" && one.key != "received")
            hint += one.key + '=' + one.raw + '\n';
    }
    return hint;
}

void addHeader(std::vector<Piece> &pieces, std::string_view line, Budget &budget)
{
    const std::size_t colon = line.find(':');
    const std::string_view name = trimmed(line.substr(0, colon));
    const QByteArray key = colon == line.npos ? QByteArray() : canonical(name);
    std::string_view rest = colon == line.npos ? line : line.substr(colon + 1);
    const auto add = [&](std::string_view value) {
        Piece piece{.key = "header " + key,
            .name = key.isEmpty() ? QStringLiteral("?") : printable(name),
            .raw = bytes(value),
            .hint = {},
            .kind = Kind::Header,
            .isNoise = isNoise(key)};
        piece.pieces = headerPieces(key, trimmed(value));
        for (std::size_t i = 0; i < piece.pieces.size(); ++i)
            budget.take();
        piece.hint = hintOf(piece.pieces);
        pieces.push_back(std::move(piece));
    };
    if (!isList(key)) // blanks that nobody expects stay
        return add(rest.substr(!rest.empty() && rest.front() == ' ' ? 1 : 0));
    do {
        add(nextValue(rest));
    } while (!trimmed(rest).empty() && budget.take());
}

} // namespace

QByteArray lowered(std::string_view text)
{
    return bytes(text).toLower();
}

Piece restPiece(Kind kind, const QByteArray &rest)
{
    return {.key = "rest", .name = QStringLiteral("\u2026"), .raw = rest, .hint = {}, .kind = kind};
}

std::vector<Piece> piecesOf(const QByteArray &message, Budget &budget)
{
    const std::string_view octets = view(message).substr(0, HeadLimits::datagram);
    const SipHead head = scanHead(octets);
    std::vector<Piece> pieces;
    const std::size_t body = std::min(head.bodyOctets, octets.size());
    std::string_view section = octets.substr(0, octets.size() - body);
    const std::string_view first = nextLine(section);
    if (head.startLine.empty() || (head.kind != SipKind::Request && head.kind != SipKind::Response)) {
        pieces.push_back(part("Start line", first));
        pieces.back().kind = Kind::StartLine;
    } else {
        addStartLine(pieces, head);
    }
    while (!section.empty()) {
        const std::string_view before = section, line = nextLine(section);
        if (line.empty())
            continue;
        if (!budget.take()) {
            pieces.push_back(restPiece(Kind::Cut, bytes(before)));
            break;
        }
        addHeader(pieces, line, budget);
    }
    for (Piece &one : bodyPieces(head.contentType, octets.substr(octets.size() - body), budget))
        pieces.push_back(std::move(one));
    return pieces;
}

} // namespace gb::compare
