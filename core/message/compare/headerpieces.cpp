#include "core/base/octets.h"
#include "core/message/compare/piece.h"
#include "core/message/deviceid.h"
#include "core/message/siptext.h"

#include <initializer_list>

namespace gb::compare {
namespace {

/// Takes what stands ahead of the next `mark` that is in no quotes, brackets or both.
std::string_view upTo(std::string_view &rest, char mark)
{
    bool quoted = false, bracketed = false;
    std::size_t at = 0;
    for (; at < rest.size(); ++at) {
        const char c = rest[at];
        if (quoted && c == '\\')
            ++at;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '<' || c == '>'))
            bracketed = c == '<';
        else if (c == mark && !quoted && !bracketed)
            break;
    }
    const std::string_view taken = rest.substr(0, at);
    rest.remove_prefix(std::min(rest.size(), at + 1));
    return trimmed(taken);
}

Piece named(std::string_view name, std::string_view value)
{
    return {.key = lowered(name), .name = printable(name), .raw = bytes(value), .hint = {}};
}

bool isOneOf(const QByteArray &key, std::initializer_list<const char *> keys)
{
    return std::any_of(keys.begin(), keys.end(), [&](const char *one) { return key == one; });
}

void markNoise(std::vector<Piece> &pieces, std::initializer_list<const char *> keys)
{
    for (Piece &one : pieces)
        one.isNoise = isOneOf(one.key, keys);
}

std::vector<Piece> listPieces(std::string_view list, char mark)
{
    std::vector<Piece> pieces;
    while (!list.empty()) {
        const std::string_view one = upTo(list, mark);
        const std::size_t equals = one.find('=');
        if (!one.empty())
            pieces.push_back(named(trimmed(one.substr(0, equals)),
                equals == one.npos ? std::string_view() : trimmed(one.substr(equals + 1))));
    }
    return pieces;
}

void append(std::vector<Piece> &pieces, std::vector<Piece> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(pieces));
}

std::vector<Piece> addressPieces(std::string_view value)
{
    const SipAddress address = siptext::parseAddress(value);
    std::vector<Piece> pieces;
    if (address.uri.text.empty())
        return pieces;
    if (!address.displayName.empty())
        pieces.push_back(named("display name", address.displayName));
    append(pieces, uriPieces(address.uri.text));
    std::vector<Piece> parameters = parameterPieces(address.parameters);
    markNoise(parameters, {"tag"});
    append(pieces, std::move(parameters));
    return pieces;
}

std::vector<Piece> viaPieces(std::string_view value)
{
    std::vector<Piece> pieces;
    std::string_view rest = value;
    const std::string_view head = upTo(rest, ';');
    const std::size_t blank = head.find_first_of(" \t");
    pieces.push_back(named("protocol", head.substr(0, blank)));
    pieces.push_back(named("sent-by", blank == head.npos ? std::string_view() : trimmed(head.substr(blank))));
    std::vector<Piece> parameters = parameterPieces(rest);
    markNoise(parameters, {"branch"});
    append(pieces, std::move(parameters));
    return pieces;
}

std::vector<Piece> credentialPieces(std::string_view value)
{
    const std::size_t blank = value.find_first_of(" \t");
    const std::size_t equals = value.find('=');
    std::vector<Piece> pieces;
    if (blank != value.npos && blank < equals) // Authentication-Info has no scheme
        pieces.push_back(named("scheme", value.substr(0, blank)));
    std::vector<Piece> fields = listPieces(pieces.empty() ? value : value.substr(blank), ',');
    markNoise(fields, {"nonce", "cnonce", "response", "nc", "nextnonce", "rspauth"});
    append(pieces, std::move(fields));
    return pieces;
}

/// GB/T 28181-2022 annex K: sender, its stream, receiver, its stream.
std::vector<Piece> subjectPieces(std::string_view value)
{
    const std::size_t comma = value.find(',');
    if (comma == value.npos)
        return {};
    std::vector<Piece> pieces;
    const std::pair<const char *, std::string_view> sides[] = {
        {"sender", trimmed(value.substr(0, comma))}, {"receiver", trimmed(value.substr(comma + 1))}};
    for (const auto &[name, side] : sides) {
        const std::size_t colon = side.find(':');
        if (colon == side.npos)
            return {};
        pieces.push_back(named(name, side.substr(0, colon)));
        pieces.push_back(named(std::string(name) + " stream", side.substr(colon + 1)));
    }
    return pieces;
}

std::vector<Piece> tokenPieces(std::string_view value)
{
    std::vector<Piece> pieces;
    while (!value.empty()) {
        const std::string_view one = upTo(value, ',');
        if (!one.empty())
            pieces.push_back(named(one, one));
    }
    return pieces;
}

/// "active;expires=3600": where all that stands behind the first semicolon are names with values.
std::vector<Piece> valueWithParameters(std::string_view value)
{
    std::string_view rest = value;
    const std::string_view first = upTo(rest, ';');
    std::vector<Piece> pieces = parameterPieces(rest);
    const bool isParameters = !pieces.empty()
        && std::all_of(pieces.begin(), pieces.end(), [](const Piece &one) { return siptext::isToken(view(one.key)); });
    if (!isParameters)
        return {};
    pieces.insert(pieces.begin(), named("value", first));
    return pieces;
}

} // namespace

std::vector<Piece> parameterPieces(std::string_view parameters)
{
    return listPieces(parameters, ';');
}

std::vector<Piece> uriPieces(std::string_view text)
{
    const SipUri uri = parseUri(text);
    if (!uri.isSip() || uri.host.empty())
        return {named("URI", text)};
    std::vector<Piece> pieces;
    pieces.push_back(named("URI scheme", uri.scheme));
    const auto host = static_cast<std::size_t>(uri.host.data() - text.data());
    const std::string_view user = text.substr(0, host).substr(std::min(host, uri.scheme.size() + 1));
    if (!user.empty()) // with a password, where there is one
        pieces.push_back(named("URI user", user.substr(0, user.rfind('@'))));
    pieces.push_back(named("URI host", uri.host));
    std::string_view rest = text.substr(host + uri.host.size());
    const std::size_t tail = std::min(rest.find_first_of(";?"), rest.size());
    if (tail > 1)
        pieces.push_back(named("URI port", rest.substr(1, tail - 1)));
    for (Piece &one : parameterPieces(rest.substr(tail))) {
        one.key.prepend("uri ");
        one.name.prepend(QStringLiteral("URI "));
        pieces.push_back(std::move(one));
    }
    return pieces;
}

std::vector<Piece> headerPieces(const QByteArray &key, std::string_view value)
{
    if (isOneOf(key, {"from", "to", "contact", "route", "record-route", "path", "refer-to", "referred-by"}))
        return addressPieces(value);
    if (key == "via")
        return viaPieces(value);
    if (isOneOf(key,
            {"authorization", "www-authenticate", "proxy-authorization", "proxy-authenticate", "authentication-info"}))
        return credentialPieces(value);
    if (isOneOf(key, {"allow", "supported", "require", "unsupported", "allow-events", "proxy-require"}))
        return tokenPieces(value);
    if (key == "subject")
        return subjectPieces(value);
    if (key == "cseq") {
        const std::size_t blank = std::min(value.find_first_of(" \t"), value.size());
        std::vector<Piece> pieces{
            named("number", value.substr(0, blank)), named("method", trimmed(value.substr(blank)))};
        pieces.front().isNoise = true;
        return pieces;
    }
    if (isOneOf(key, {"user-agent", "server", "date", "call-id", "organization", "warning", ""}))
        return {};
    return valueWithParameters(value);
}

} // namespace gb::compare
