#include "core/report/pseudonyms.h"

#include "core/message/charset.h"
#include "core/report/identityplaces.h"

#include <algorithm>
#include <utility>

namespace gb {

using identity::Kind;

namespace {

constexpr qsizetype mostWords = 64 * 1024, mostPublicTexts = 4096, domainDigits = 10, shortestId = 18;

QByteArray piece(std::string_view text, std::size_t from, std::size_t to)
{
    return {text.data() + from, static_cast<qsizetype>(to - from)};
}

bool hasLetters(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(),
        [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0; });
}

std::string_view whole(const QByteArray &octets)
{
    return {octets.constData(), static_cast<std::size_t>(octets.size())};
}

/// What it is in UTF-8 where it is in GB 18030, and the reverse; of ASCII the same.
QByteArray inOtherCharset(const QByteArray &text)
{
    if (QByteArrayView(text).isValidUtf8())
        return encodeGb18030(QString::fromUtf8(text));
    return decodeBody(text).text.toUtf8();
}

/// Zeros ahead of its numbers stay.
QByteArray written(const IpAddress &address, const QByteArray &original)
{
    QByteArray text = address.toString().toLatin1();
    const bool padded = address.isV4() && original.size() == 15 && !original.contains(':')
        && (original.startsWith('0') || original.contains(".0"));
    if (!padded)
        return text;
    QByteArrayList parts = text.split('.');
    for (QByteArray &part : parts)
        part = part.rightJustified(3, '0');
    return parts.join('.');
}

} // namespace

Pseudonyms::Pseudonyms(Profile profile, PseudonymMap map)
    : m_profile(profile)
    , m_map(std::move(map))
{
}

void Pseudonyms::findAll(std::string_view text, const identity::Found &found) const
{
    std::vector<std::pair<std::size_t, std::size_t>> products; // versions look like addresses
    identity::findPlaced(text, [&](std::size_t from, std::size_t to, Kind kind) {
        if (kind == Kind::Product)
            products.emplace_back(from, to);
        if (kind != Kind::Product || m_profile == Profile::Public)
            found(from, to, kind);
    });
    std::sort(products.begin(), products.end());
    identity::findShaped(text, [&](std::size_t from, std::size_t to, Kind kind) {
        auto one = std::upper_bound(products.begin(), products.end(), std::pair(from, text.size()));
        const bool inProduct = one != products.begin() && from < (--one)->second;
        found(from, to, inProduct && kind == Kind::Address ? Kind::PartAddress : kind);
    });
    m_needles.find(text, [&](std::size_t from, std::size_t to) { found(from, to, Kind::Name); });
}

void Pseudonyms::learn(const Datagram &datagram)
{
    if (!works())
        return;
    m_map.learnAddress(datagram.from.address);
    m_map.learnAddress(datagram.to.address);
    for (const redaction::View &view : redaction::viewsOf(datagram.octets).all)
        learn(view.octets());
    learnPublic(datagram.octets);
}

void Pseudonyms::learn(std::string_view text)
{
    findAll(text, [&](std::size_t from, std::size_t to, Kind kind) {
        const std::string_view value = text.substr(from, to - from);
        switch (kind) {
        case Kind::Address: m_map.learnAddress(identity::addressOf(value)); return;
        case Kind::Id: m_map.learnId(value); return;
        case Kind::Mac: m_map.learnMac(value); return;
        case Kind::Ssrc: m_map.learnSsrc(value); return;
        case Kind::User:
        case Kind::Host:
            if (static_cast<qsizetype>(value.size()) == domainDigits && identity::areDigits(value))
                m_map.learnId(value);
            else
                learnWord(piece(text, from, to));
            return;
        case Kind::Name:
        case Kind::Product: learnWord(piece(text, from, to)); return;
        case Kind::PartAddress:
        case Kind::Number:
        case Kind::Region:
        case Kind::Coordinate: return;
        }
    });
}

void Pseudonyms::learnWord(const QByteArray &text)
{
    if (hasLetters(text) && m_words.size() < mostWords && identity::addressOf(whole(text)).isNull()
        && text != "localhost")
        m_words.insert(text.size() <= Needles::longest ? text : text.left(0));
}

/// What a name may be as well: words of the protocol, and in Profile::Vendor what stays.
void Pseudonyms::learnPublic(const QByteArray &message)
{
    const auto add = [this](std::string_view text) {
        if (!text.empty() && text.size() <= 256 && m_publicTexts.size() < mostPublicTexts)
            m_publicTexts.insert(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    };
    const std::string_view all = whole(message);
    const SipHead head = scanHead(all);
    for (const std::string_view text : {head.methodText.substr(0, 16), head.reason, head.contentType})
        add(text);
    if (m_profile == Profile::Vendor) {
        identity::findPlaced(all, [&](std::size_t from, std::size_t to, Kind kind) {
            if (kind == Kind::Product)
                add(all.substr(from, to - from));
        });
    }
    for (std::size_t at = all.find('\n'); at != std::string_view::npos; at = all.find('\n', at + 1)) {
        const std::string_view line = all.substr(at + 1, 64);
        const std::size_t end = line.find_first_of(":\r\n");
        if (end != std::string_view::npos && line[end] == ':' && line.find_first_of("< ") > end)
            add(line.substr(0, end)); // names of headers
    }
    for (std::size_t at = all.find('<'); at != std::string_view::npos; at = all.find('<', at + 1)) {
        const std::string_view rest = all.substr(at + 1, 160), name = rest.substr(0, rest.find_first_of("<> :/@"));
        add(name);
        if (name == "CmdType")
            add(rest.substr(std::min(name.size() + 1, rest.size()), rest.find('<') - name.size() - 1));
    }
}

void Pseudonyms::learned()
{
    m_words.remove({});
    QByteArray all;
    for (const QByteArray &text : std::as_const(m_publicTexts))
        all += text + '\n';
    for (const QByteArray &word : std::as_const(m_words)) {
        if (word.size() >= Needles::shortest && all.contains(word))
            ++m_alsoPublic;
        else if (!m_needles.add(word) || !m_needles.add(inOtherCharset(word)))
            ++m_notSought;
    }
}

QByteArray Pseudonyms::replaced(const QByteArray &text, Kind kind)
{
    switch (kind) {
    case Kind::Address: return written(m_map.address(identity::addressOf(whole(text))), text);
    case Kind::PartAddress: {
        const IpAddress address = identity::addressOf(whole(text));
        return m_map.knows(address) ? written(m_map.address(address), text) : text;
    }
    case Kind::Mac: return m_map.mac(text);
    case Kind::Id: return m_map.id(text);
    case Kind::Number:
        return m_map.knowsDomain(text) ? m_map.domain(text) : m_map.knowsSsrc(text) ? m_map.ssrc(text) : text;
    case Kind::Ssrc: return text.size() == domainDigits ? m_map.ssrc(text) : text;
    case Kind::Coordinate: return m_map.coordinate(text);
    case Kind::Product: return hasLetters(text) && !QByteArrayView(text).isValidUtf8() ? m_map.word(text) : "removed";
    case Kind::Region:
    case Kind::User:
        if (identity::areDigits(whole(text)) && text.size() < shortestId)
            return text.size() < domainDigits                ? m_map.region(text)
                : m_map.knowsDomain(text.left(domainDigits)) ? m_map.id(text)
                                                             : m_map.word(text);
        return mixed(text);
    case Kind::Host:
    case Kind::Name: break;
    }
    return text == "localhost" ? text : mixed(text);
}

/// Addresses and IDs in it as they are everywhere, the rest as a word.
QByteArray Pseudonyms::mixed(const QByteArray &text)
{
    QByteArray out;
    qsizetype done = 0;
    const auto rest = [&](qsizetype end) {
        if (end > done)
            out += m_map.word(text.mid(done, end - done));
    };
    identity::findShaped(whole(text), [&](std::size_t from, std::size_t to, Kind kind) {
        const auto start = static_cast<qsizetype>(from), end = static_cast<qsizetype>(to);
        const QByteArray shape = text.mid(start, end - start);
        QByteArray now = replaced(shape, kind);
        if (start < done || (now == shape && (kind == Kind::Number || kind == Kind::PartAddress)))
            return;
        rest(start);
        out += now;
        done = end;
    });
    rest(text.size());
    return out;
}

void Pseudonyms::clean(const Trace &trace, CleanMessage &message)
{
    if (!works())
        return;
    Datagram datagram = message.datagram;
    datagram.octets = clean(datagram.octets);
    datagram.from = clean(datagram.from);
    datagram.to = clean(datagram.to);
    Trace seen; // anew: what it says of itself says what is written
    m_tracer.trace(datagram, seen);
    seen.number = trace.number;
    seen.repeatOf = trace.repeatOf;
    seen.copy = trace.copy;
    seen.answers = trace.answers;
    seen.took = trace.took;
    seen.device = id(trace.device);
    message.summary = summarise(seen);
    message.datagram = datagram;
}

Endpoint Pseudonyms::clean(const Endpoint &endpoint)
{
    return works() ? Endpoint{m_map.address(endpoint.address), endpoint.port} : endpoint;
}

QString Pseudonyms::clean(const QString &text)
{
    if (!works() || text.isEmpty())
        return text;
    const QByteArray octets = text.toUtf8();
    if (m_words.contains(octets))
        return QString::fromUtf8(replaced(octets, Kind::Name));
    const quint64 places = m_places, masked = m_masked; // the message has them counted
    const QString out = QString::fromUtf8(clean(octets));
    m_places = places;
    m_masked = masked;
    return out;
}

QString Pseudonyms::id(const QString &text)
{
    return works() && !text.isEmpty() ? QString::fromUtf8(replaced(text.toUtf8(), Kind::User)) : text;
}

QString Pseudonyms::name(const QString &text)
{
    return works() && !text.isEmpty() ? QString::fromUtf8(replaced(text.toUtf8(), Kind::Name)) : text;
}

QString Pseudonyms::product(const QString &text)
{
    return m_profile == Profile::Public ? QString() : clean(text);
}

bool Pseudonyms::isLeft(const QByteArray &text, Kind kind) const
{
    switch (kind) {
    case Kind::Address:
    case Kind::PartAddress: {
        const IpAddress address = identity::addressOf(whole(text));
        return m_map.knows(address) && !m_map.isMade(address);
    }
    case Kind::Mac: return m_map.knowsMac(text) && !m_map.isMade(text);
    case Kind::Id: return m_map.knowsId(text) && !m_map.isMade(text);
    case Kind::Number: return (m_map.knowsDomain(text) || m_map.knowsSsrc(text)) && !m_map.isMade(text);
    default: return false; // a place, not a value
    }
}

IdentityCounts Pseudonyms::counts() const
{
    return {.addresses = static_cast<quint64>(m_map.addresses()),
        .ids = static_cast<quint64>(m_map.ids()),
        .words = static_cast<quint64>(m_map.words()),
        .places = m_places,
        .masked = m_masked,
        .alsoPublic = m_alsoPublic,
        .notSought = m_notSought};
}

} // namespace gb
