#include "core/server/registrar.h"

#include "core/flow/tracer.h"
#include "core/message/headers.h"
#include "core/message/siptext.h"
#include "core/server/registrar_p.h"

#include <QRandomGenerator>

#include <algorithm>

namespace gb {

using siptext::parseAddress;

namespace {

constexpr std::uint32_t defaultExpires = 3600, maxExpires = 604800;

constexpr quint32 bit(HeadFault fault)
{
    return 1U << static_cast<unsigned>(fault);
}
/// The field is full of these, and what is meant is plain.
constexpr quint32 tolerated = bit(HeadFault::BareLf) | bit(HeadFault::BodyLong) | bit(HeadFault::ContentTypeMissing)
    | bit(HeadFault::ContentLengthMissing) | bit(HeadFault::FromTagMissing) | bit(HeadFault::Version);
constexpr quint32 ofRegister = bit(HeadFault::Contact) | bit(HeadFault::Expires);
/// With these it is not even sure that there is a method.
constexpr quint32 unreadable = bit(HeadFault::StartLine) | bit(HeadFault::Limit) | bit(HeadFault::NotClosed);

const QByteArray allow = QByteArrayLiteral("Allow: REGISTER, MESSAGE, OPTIONS, NOTIFY, INVITE, ACK, CANCEL, BYE\r\n");

const QByteArray acceptXml = QByteArrayLiteral("Accept: Application/MANSCDP+xml\r\n");
const QByteArray acceptPlain = QByteArrayLiteral("Accept-Encoding: identity\r\n");
const QByteArray acceptSdp = QByteArrayLiteral("Accept: application/sdp\r\n");

QByteArray octets(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

bool isXmlType(std::string_view type)
{
    type = trimmed(type.substr(0, type.find(';')));
    constexpr std::string_view tail = "xml";
    return type.empty() || (type.size() >= tail.size() && equalsNoCase(type.substr(type.size() - tail.size()), tail));
}

bool isSdpType(std::string_view type)
{
    type = trimmed(type.substr(0, type.find(';')));
    return type.empty() || equalsNoCase(type, "application/sdp");
}

/// RFC 3261 §25.1 media-type.
bool isMediaType(std::string_view type)
{
    type = trimmed(type.substr(0, type.find(';')));
    const std::size_t slash = type.find('/');
    return slash != std::string_view::npos && siptext::isToken(trimmed(type.substr(0, slash)))
        && siptext::isToken(trimmed(type.substr(slash + 1)));
}

/// None that we cannot read: there is none, or it is said that there is none (RFC 2616 §3.5).
bool isPlainBody(const Trace &trace)
{
    if (trace.head.body.empty())
        return true;
    const QByteArray &octets = trace.datagram.octets;
    const QList<QByteArray> encodings = headerValues(view(octets), "Content-Encoding")
        + headerValues(view(octets), "e");
    return std::all_of(encodings.begin(), encodings.end(),
        [](const QByteArray &encoding) { return equalsNoCase(view(encoding), "identity"); });
}

/// What was folded in the request is not in the answer, and no line of theirs begins in ours.
QByteArray onOneLine(QByteArray text)
{
    return text.replace('\r', ' ').replace('\n', ' ');
}

/// The extensions that a request cannot do without, as one list; empty where there are none. We have none to offer, RFC
/// 3261 §8.2.2.3. Proxy-Require is not for us: no proxy.
QByteArray requiredExtensions(const SipHead &head)
{
    QByteArray list;
    for (std::size_t line = 0; line < head.requireLines.size(); ++line) {
        std::string_view values = head.requireLines[line];
        while (!values.empty()) {
            const std::string_view tag = nextValue(values);
            if (!tag.empty())
                list += (list.isEmpty() ? "" : ",") + octets(tag);
        }
    }
    return onOneLine(list);
}

/// What a 200 says is registered now, RFC 3261 §10.3 step 8: URIs as they came, without the header's own parameters.
QByteArray contactHeader(const SipHead &head, const QByteArray &seconds)
{
    QByteArray list;
    std::size_t listed = 0;
    for (std::size_t line = 0; line < head.contactLines.size(); ++line) {
        std::string_view values = head.contactLines[line];
        while (!values.empty() && listed < HeadLimits::contactLines) {
            const SipAddress contact = parseAddress(nextValue(values));
            if (!contact.uri.valid() || parameter(contact.parameters, "expires") == "0")
                continue;
            list += (list.isEmpty() ? "Contact: <" : ",<") + octets(contact.uri.text) + ">;expires=" + seconds;
            ++listed;
        }
    }
    return list.isEmpty() ? list : onOneLine(list) + "\r\n";
}

} // namespace

ConfigProblem problemOf(const ServerConfig &config)
{
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto host = [&](QChar c) {
        return digit(c) || (c.toLower() >= u'a' && c.toLower() <= u'z') || c == u'.' || c == u'-';
    };
    if (config.serverId.size() != 20 || !std::all_of(config.serverId.begin(), config.serverId.end(), digit))
        return ConfigProblem::ServerId;
    if (config.domain.isEmpty() || config.domain.size() > 64
        || !std::all_of(config.domain.begin(), config.domain.end(), host))
        return ConfigProblem::Domain;
    if (config.password.size() > 128 || std::any_of(config.password.begin(), config.password.end(), [](QChar c) {
            return c.category() == QChar::Other_Control;
        }))
        return ConfigProblem::Password;
    return ConfigProblem::None;
}

Registrar::Registrar(ServerConfig config)
    : m_config(std::move(config))
    , m_realm(m_config.domain.toUtf8())
    , m_password(m_config.password.toUtf8())
    , m_challenges(m_config.offerQop ? ChallengeForm::Md5Qop : ChallengeForm::Md5, m_config.challengeVariants)
{
}

Registrar::Answer Registrar::answer(const Trace &trace, TimePoint wall)
{
    m_bindings.expire(trace.datagram.at);
    Answer answer = decide(trace, wall);
    answer.trusted = isTrusted(trace);
    if (!trace.head.gbVersion.empty() && trace.head.method == SipMethod::Register)
        answer.reply.headers += "X-GB-Ver: 3.0\r\n"; // annex I: on every answer to a REGISTER that has it
    return answer;
}

void Registrar::repeated(const Trace &trace)
{
    if (trace.head.method == SipMethod::Register && trace.head.authorization.empty())
        m_challenges.repeated(deviceOf(trace.head), trace.datagram.from.address);
}

bool Registrar::isTrusted(const Trace &trace) const
{
    const Binding *const binding = m_bindings.find(trace.head.from.uri.user);
    return binding && binding->source.address == trace.datagram.from.address;
}

Registrar::Answer Registrar::refuse(int status, const QByteArray &headers) const
{
    return {.reply = {.status = status, .headers = headers}, .limited = true};
}

Registrar::Answer Registrar::decide(const Trace &trace, TimePoint wall)
{
    const SipHead &head = trace.head;
    if (head.has(HeadFault::Version))
        return refuse(505);
    if (head.method == SipMethod::Other && !(head.faults & unreadable))
        return refuse(501, allow); // RFC 3261 §8.2.1: the method is looked at ahead of the headers
    const quint32 bad = head.faults & ~tolerated & (head.method == SipMethod::Register ? ~0U : ~ofRegister);
    if (bad != 0)
        return refuse(400);
    if (!head.requestUri.isSip())
        return refuse(416);
    if (head.method != SipMethod::Cancel) { // which must not be refused for it, RFC 3261 §8.2.2.3
        if (const QByteArray extensions = requiredExtensions(head); !extensions.isEmpty())
            return refuse(420, "Unsupported: " + extensions + "\r\n");
    }
    return perform(trace, wall);
}

Registrar::Answer Registrar::perform(const Trace &trace, TimePoint wall)
{
    const SipHead &head = trace.head;
    const bool bodyMatters = head.method == SipMethod::Register || head.method == SipMethod::Message
        || head.method == SipMethod::Options || head.method == SipMethod::Invite || head.method == SipMethod::Info
        || head.method == SipMethod::Notify;
    if (bodyMatters && !isPlainBody(trace))
        return refuse(415, acceptPlain); // RFC 3261 §8.2.3
    switch (head.method) {
    case SipMethod::Register: return doRegister(trace, wall);
    case SipMethod::Message: return doMessage(trace);
    case SipMethod::Options: return {.reply = {.status = 200, .headers = allow + acceptXml}};
    case SipMethod::Invite:
        // A device never makes us act. What is wrong with its offer is told first, RFC 3261 §8.2.3.
        if (head.body.empty() || isSdpType(head.contentType))
            return refuse(488);
        return isMediaType(head.contentType) ? refuse(415, acceptSdp) : refuse(400);
    case SipMethod::Cancel:
    case SipMethod::Info: return refuse(481);
    case SipMethod::Bye:
    case SipMethod::Notify: return m_ownsDialog && m_ownsDialog(trace) ? Answer{.reply = {.status = 200}} : refuse(481);
    case SipMethod::Subscribe: return refuse(405, allow);
    case SipMethod::Ack:
    case SipMethod::None:
    case SipMethod::Other: break;
    }
    return refuse(501, allow);
}

Registrar::Answer Registrar::doRegister(const Trace &trace, TimePoint wall)
{
    const SipHead &head = trace.head;
    const std::string_view id = deviceOf(head);
    if (id.empty())
        return refuse(400);
    if (!m_password.isEmpty()) {
        if (auto refusal = authenticate(trace, id))
            return *refusal;
    }
    return bind(trace, id, wall);
}

Registrar::Answer Registrar::bind(const Trace &trace, std::string_view id, TimePoint wall)
{
    const SipHead &head = trace.head;
    const quint64 callId = KeyHasher().add(head.callId).key().a;
    const Binding *const old = m_bindings.find(id);
    if (old && old->callId == callId && head.cseq < old->cseq)
        return refuse(500); // RFC 3261 §10.3 step 7: out of order
    const std::uint32_t wanted = head.contactExpires ? *head.contactExpires : head.expires.value_or(defaultExpires);
    const std::uint32_t expires = std::min(wanted, maxExpires);
    Answer answer;
    if (expires == 0) {
        m_bindings.remove(id);
        answer.reply.headers = "Expires: 0\r\n";
    } else {
        const Bindings::Outcome outcome = m_bindings.set(id,
            {.source = trace.datagram.from,
                .callId = callId,
                .cseq = head.cseq,
                .at = trace.datagram.at,
                .expiresAt = trace.datagram.at + std::chrono::seconds(expires),
                .local = trace.datagram.to,
                .transport = trace.datagram.transport,
                .authenticated = !m_password.isEmpty()});
        if (outcome.room == Bindings::Room::Made)
            notice(Notice::Places, outcome.from, outcome.held);
        if (outcome.room == Bindings::Room::None)
            return refuse(503, "Retry-After: 60\r\n");
        const QByteArray seconds = QByteArray::number(expires);
        answer.reply.headers = contactHeader(head, seconds) + "Expires: " + seconds + "\r\n";
    }
    answer.reply.headers += "Date: " + date(wall) + "\r\n";
    return answer;
}

bool Registrar::restore(std::string_view id, Binding binding)
{
    if (!m_password.isEmpty() && !binding.authenticated)
        return false;
    binding.authenticated = !m_password.isEmpty();
    return m_bindings.set(id, binding).room != Bindings::Room::None;
}

Registrar::Answer Registrar::doMessage(const Trace &trace)
{
    const SipHead &head = trace.head;
    const bool readable = trace.body && !trace.body->broken();
    if (!isXmlType(head.contentType) && !readable) // XML under another name is what some cameras send
        return refuse(415, acceptXml);
    const Binding *const binding = m_bindings.find(head.from.uri.user);
    if (isTrusted(trace)) {
        m_bindings.prove(head.from.uri.user);
    } else {
        if (binding)
            return refuse(403); // somebody else's ID from another address
        // Load generators register as many and beat as one: the registration's own Call-ID from its own endpoint shows
        // who it is.
        if (!m_bindings.holds(trace.datagram.from, KeyHasher().add(head.callId).key().a))
            return unregisteredKeepalive();
    }
    if (!readable)
        return refuse(400);
    if (trace.body->root == ManscdpRoot::None)
        return refuse(415, acceptXml);
    return {};
}

Registrar::Answer Registrar::unregisteredKeepalive() const
{
    switch (m_config.unregisteredKeepalive) {
    case UnregisteredKeepalive::Forbidden: break;
    case UnregisteredKeepalive::NotFound: return refuse(404);
    case UnregisteredKeepalive::Ok: return {};
    case UnregisteredKeepalive::Silent: return {.silent = true};
    }
    return refuse(403);
}

QByteArray Registrar::date(TimePoint wall)
{
    using namespace std::chrono;
    const auto beijing = floor<milliseconds>(wall.time_since_epoch() + hours(8)); // GB/T 28181-2022 9.10.3: Beijing
                                                                                  // time, no zone
    const auto second = floor<seconds>(beijing);
    if (second != m_dateSecond) {
        m_dateSecond = second;
        const auto day = floor<days>(second);
        const year_month_day date{sys_days(day)};
        const hh_mm_ss time(second - day);
        m_dateText = QByteArray(32, '\0');
        m_dateText.resize(std::snprintf(m_dateText.data(), 32, "%04d-%02u-%02uT%02d:%02d:%02d",
            static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
            static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
            static_cast<int>(time.seconds().count())));
    }
    return m_dateText + '.' + QByteArray::number((beijing - second).count()).rightJustified(3, '0');
}

} // namespace gb
