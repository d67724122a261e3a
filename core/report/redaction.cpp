#include "core/report/redaction.h"

#include "core/message/digest.h"
#include "core/message/headers.h"
#include "core/message/siptext.h"
#include "core/report/redactioncredentials.h"
#include "core/report/redactionviews.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace gb {

using namespace redaction;

namespace {

void append(QByteArray &out, std::string_view text)
{
    out.append(text.data(), static_cast<qsizetype>(text.size()));
}

/// One line of a message with its folded continuations and its line end.
struct Line
{
    std::string_view text;
    std::size_t stop = 0; ///< its octets without the line end
};

Line lineAt(std::string_view all, std::size_t at)
{
    std::size_t end = at;
    do {
        const std::size_t feed = all.find_first_of("\r\n", end);
        end = feed == std::string_view::npos ? all.size() : feed;
        if (end < all.size())
            end += all.substr(end, 2) == "\r\n" ? 2 : 1;
    } while (end < all.size() && end > at && (all[end] == ' ' || all[end] == '\t'));
    const std::string_view text = all.substr(at, end - at);
    return {text, text.find_last_not_of("\r\n") + 1};
}

bool isNamedCredentials(std::string_view line)
{
    const std::size_t colon = line.find(':');
    return colon != std::string_view::npos && isCredentialHeader(trimmed(line.substr(0, colon)));
}

std::size_t bodyOf(std::string_view message)
{
    const std::size_t crlf = message.find("\r\n\r\n"), lf = message.find("\n\n");
    return crlf < lf ? crlf + 4 : lf < message.size() ? lf + 2 : message.size();
}

void appendStars(QByteArray &out, std::string_view text)
{
    for (const char c : text)
        out.append(c == '\r' || c == '\n' || c == '"' || c == ' ' ? c : '*');
}

/// Asterisks, our own word, and what stands around them.
bool isGone(std::string_view text)
{
    const std::string_view value = trimmed(text);
    return value == "removed" || value == "\"removed\""
        || value.find_first_not_of("* \t\r\n\"',") == std::string_view::npos;
}

} // namespace

quint64 SecretCounts::all() const
{
    return std::accumulate(removed.begin(), removed.end(), quint64(0));
}

Redaction::Redaction(const QList<QByteArray> &known)
{
    for (const QByteArray &secret : known)
        m_values.add(secret, true);
}

void Redaction::learn(const QByteArray &message)
{
    const Views views = viewsOf(message);
    for (const View &one : views.all) {
        findNamed(one.octets(), [&](std::size_t from, std::size_t to, SecretKind kind) {
            const QByteArray value = one.text.mid(static_cast<qsizetype>(from), static_cast<qsizetype>(to - from));
            if (kind == SecretKind::Digest)
                m_values.addDigest(view(value));
            else if (kind == SecretKind::Credentials)
                learnBasic(view(value));
            else
                m_values.add(value, false);
        });
    }
    learnPublic(message);
}

/// "user:password" in base64.
void Redaction::learnBasic(std::string_view token)
{
    const QByteArray text = QByteArray::fromBase64(bytes(trimmed(token)));
    if (const qsizetype colon = text.indexOf(':'); colon >= 0)
        m_values.add(text.mid(colon + 1), false);
}

void Redaction::learnPublic(const QByteArray &message)
{
    const std::string_view all = view(message);
    const SipHead head = scanHead(all);
    if (head.kind != SipKind::Request && head.kind != SipKind::Response)
        return;
    for (const SipAddress *address : {&head.from, &head.to, &head.contact}) {
        m_values.addPublic(address->uri.user);
        m_values.addPublic(address->uri.host);
        m_values.addPublic(address->displayName);
    }
    const DigestCredentials digest = parseCredentials(head.authorization);
    m_values.addUser(digest.username, digest.realm);
    for (const std::string_view text : {head.method == SipMethod::Other ? std::string_view() : head.methodText,
             head.requestUri.user, head.requestUri.host, head.reason, head.userAgent, head.contentType, head.date,
             head.via.host, digest.username, digest.realm, digest.algorithm})
        m_values.addPublic(text);
    m_values.addPublic(view(QByteArray::number(head.cseq)));
    const std::size_t body = bodyOf(all);
    for (std::size_t at = lineAt(all, 0).text.size(); at < body;) { // names of headers are words of the protocol
        const Line line = lineAt(all, at);
        at += line.text.size();
        const std::string_view name = trimmed(line.text.substr(0, line.text.find(':')));
        if (name.size() < line.text.size() && siptext::isToken(name))
            m_values.addPublic(name);
    }
    constexpr std::string_view elements[] = {"DeviceID", "ParentID", "SN", "Name", "Manufacturer", "Model", "Owner",
        "CivilCode", "Address", "CmdType", "Status", "Result", "SumNum", "SIPServerID", "DomainName", "Firmware",
        "SIPServerIP", "SIPServerPort", "DeviceName", "IPAddress", "Port"};
    for (std::size_t at = head.body.find('<'); at != std::string_view::npos; at = head.body.find('<', at + 1)) {
        const std::string_view rest = head.body.substr(at + 1, 320);
        const std::size_t end = rest.find_first_of("> /");
        if (end == std::string_view::npos)
            continue;
        const std::string_view name = rest.substr(0, end);
        if (siptext::isToken(name))
            m_values.addPublic(name);
        if (std::find(std::begin(elements), std::end(elements), name) != std::end(elements))
            m_values.addPublic(trimmed(rest.substr(end + 1, rest.find('<', end) - end - 1)));
    }
}

void Redaction::learned()
{
    m_values.build();
}

/// True where that changed anything. `lineEnds` are hidden, too.
bool Redaction::hide(QByteArray &octets, Span span, Unit unit, bool lineEnds) const
{
    bool changed = false;
    const quint32 step = unit == Unit::Octet ? 1 : 2;
    for (quint32 at = span.from; at + step <= span.to; at += step) {
        const quint32 low = at + (unit == Unit::Utf16Big ? 1 : 0);
        const auto letter = static_cast<qsizetype>(low);
        if (!lineEnds && (octets[letter] == '\r' || octets[letter] == '\n')
            && (step == 1 || octets[static_cast<qsizetype>(at + at + 1 - low)] == 0))
            continue;
        changed = changed || octets[letter] != '*';
        octets[letter] = '*';
        if (step == 2)
            octets[static_cast<qsizetype>(at + at + 1 - low)] = 0;
    }
    return changed;
}

QByteArray Redaction::clean(const QByteArray &message)
{
    bool left = false;
    return clean(message, left);
}

QByteArray Redaction::clean(const QByteArray &message, bool &left)
{
    constexpr int rounds = 8;
    QByteArray before = message, out = cleanOnce(message);
    for (int round = 1; round < rounds && out != before; ++round) { // what is hidden may have hidden something else
        QByteArray again = cleanOnce(out);
        before = std::exchange(out, std::move(again));
    }
    left = out != before && shows(out); // where nothing more was found nothing is left
    return out;
}

QByteArray Redaction::cleanOnce(const QByteArray &message)
{
    const Views views = viewsOf(message);
    QByteArray out = message;
    const auto gone = [&](Span span, Unit unit, bool whole, SecretKind kind) {
        if (hide(out, span, unit, whole))
            ++m_counts.removed[static_cast<std::size_t>(kind)];
    };
    for (const View &one : views.all) {
        findNamed(one.octets(), [&](std::size_t from, std::size_t to, SecretKind kind) {
            if (!isGone(one.octets().substr(from, to - from)))
                gone(one.span(from, to), one.unit, one.isWhole, kind);
        });
        m_values.find(one.octets(), [&](std::size_t from, std::size_t to) {
            gone(one.span(from, to), one.unit, one.isWhole, SecretKind::KnownValue);
        });
    }
    for (const Span span : views.unreadable)
        gone(span, Unit::Octet, true, SecretKind::Unreadable);
    return withoutHeaderCredentials(out);
}

QByteArray Redaction::withoutHeaderCredentials(const QByteArray &message)
{
    const std::string_view all = view(message);
    const std::size_t body = bodyOf(all);
    QByteArray out;
    out.reserve(message.size() + 32);
    bool behind = false; // a bare CR that ended a line of credentials
    for (std::size_t at = 0; at < all.size();) {
        const bool inBody = at >= body;
        const Line line = lineAt(all, at);
        at += line.text.size();
        // A reader that knows no bare CR takes what is behind it for the same header
        const bool named = isNamedCredentials(line.text);
        const bool secret = named || behind;
        behind = secret && line.text.back() == '\r';
        if (!secret) {
            append(out, line.text);
            continue;
        }
        const std::size_t start = named ? std::min(line.text.find(':') + 1, line.stop) : 0;
        const std::string_view value = line.text.substr(start, line.stop - start);
        std::size_t done = 0;
        const auto cuts = credentialCuts(value, !named);
        append(out, line.text.substr(0, start));
        for (const Cut &cut : cuts.value_or(std::vector<Cut>{{0, value.size(), false}})) {
            const std::string_view text = value.substr(cut.from, cut.to - cut.from);
            append(out, value.substr(done, cut.from - done));
            done = cut.to;
            if (!isGone(text))
                ++m_counts.removed[static_cast<std::size_t>(cut.quoted ? SecretKind::Digest : SecretKind::Credentials)];
            if (inBody)
                appendStars(out, text); // Content-Length tells how long it is
            else
                out.append(cut.quoted   ? "\"removed\""
                        : cuts || named ? " removed"
                                        : "removed"); // a blank would fold it
        }
        append(out, value.substr(done));
        append(out, line.text.substr(line.stop));
    }
    return out;
}

CleanMessage Redaction::clean(const Trace &trace)
{
    CleanMessage message{trace.datagram, summarise(trace), false};
    message.datagram.octets = clean(trace.datagram.octets, message.left);
    if (message.datagram.octets == trace.datagram.octets)
        return message;
    MessageSummary &summary = message.summary;
    summary.methodText = clean(summary.methodText);
    summary.command = clean(summary.command);
    summary.callId = clean(summary.callId.toString());
    summary.device = clean(summary.device.toString());
    return message;
}

QString Redaction::clean(const QString &text)
{
    const SecretCounts before = m_counts; // the message has it counted
    const QString out = QString::fromUtf8(clean(text.toUtf8()));
    m_counts = before;
    return out;
}

bool Redaction::shows(const QByteArray &octets) const
{
    if (m_values.isEmpty())
        return false;
    bool any = false;
    for (const View &one : viewsOf(octets).all)
        m_values.find(one.octets(), [&](std::size_t, std::size_t) { any = true; });
    return any;
}

SecretCounts Redaction::counts() const
{
    SecretCounts counts = m_counts;
    counts.alsoPublic = static_cast<quint64>(m_values.alsoPublic());
    counts.notSought = static_cast<quint64>(m_values.notSought());
    return counts;
}

QByteArray withoutSecrets(const QByteArray &message)
{
    Redaction redaction;
    redaction.learn(message);
    redaction.learned();
    return redaction.clean(message);
}

} // namespace gb
