#include "core/devices/roster.h"

#include "core/base/octets.h"
#include "core/message/deviceid.h"

#include <algorithm>

namespace gb {
namespace {

constexpr quint8 bit(Hint hint)
{
    return static_cast<quint8>(1U << static_cast<unsigned>(hint));
}

constexpr std::size_t gbIdDigits = 20;

/// Of one ID at one host.
Key128 boxOf(const QString &id, const IpAddress &address)
{
    return KeyHasher().add(view(id.toUtf8())).add(view(address.toString().toUtf8())).key();
}

/// 2 of a platform, 1 of what stands below one, 0 where digits 11-13 do not tell.
int heightOf(std::string_view id)
{
    switch (typeOf(id)) {
    case IdType::Platform: return 2;
    case IdType::Unknown:
    case IdType::User:
    case IdType::BusinessGroup:
    case IdType::VirtualOrganisation: return 0;
    default: return 1;
    }
}

bool isGbId(std::string_view id)
{
    return id.size() >= gbIdDigits - 2
        && std::all_of(id.begin(), id.end(), [](char one) { return one >= '0' && one <= '9'; });
}

quint64 pairOf(quint32 a, quint32 b)
{
    return quint64{a} << 32 | b;
}

/// Who of two requests' ends is the lower one.
constexpr bool sender = true, receiver = false;

} // namespace

Roster::Roster()
    : m_lately(remembered)
{
}

/// What a MANSCDP body says of its sender; NOTIFY and SUBSCRIBE carry the same ones as MESSAGE.
Roster::Claim Roster::claimOf(const Trace &trace)
{
    const SipHead &head = trace.head;
    if (head.method == SipMethod::Register)
        return {Hint::Registers, sender};
    if (trace.isKeepalive())
        return {Hint::Beats, sender};
    if (trace.body && !trace.body->broken()) {
        const Manscdp &body = *trace.body;
        switch (body.root) {
        case ManscdpRoot::Query:
        case ManscdpRoot::Control: return {Hint::Asks, receiver};
        case ManscdpRoot::Response: return {Hint::Tells, sender};
        case ManscdpRoot::Notify:
            if (body.cmdType == u"Broadcast")
                return {Hint::Asks, receiver};
            if (body.cmdType != u"Alarm") // a platform passes alarms on to whoever wants them (9.4)
                return {Hint::Tells, sender};
            break;
        case ManscdpRoot::None: break;
        }
    }
    const Claim digits = byDigits(head);
    return digits.hint == Hint::Count && head.method == SipMethod::Invite ? bySubject(head) : digits;
}

Roster::Claim Roster::byDigits(const SipHead &head)
{
    const int from = heightOf(head.from.uri.user);
    if (from == 0)
        return {};
    int to = heightOf(head.to.uri.user);
    if (to == 0)
        to = heightOf(head.requestUri.user);
    return to == 0 || to == from ? Claim{} : Claim{Hint::Digits, from < to};
}

/// "Sender of the stream:…,receiver:…" (annex K): the receiver mostly asks.
Roster::Claim Roster::bySubject(const SipHead &head)
{
    const std::string_view subject = head.subject;
    const std::size_t comma = subject.find(',');
    if (comma == std::string_view::npos)
        return {};
    const auto idIn = [](std::string_view part) {
        part = trimmed(part);
        return part.substr(0, part.find(':'));
    };
    const std::string_view source = idIn(subject.substr(0, comma)), target = idIn(subject.substr(comma + 1));
    const int from = heightOf(source), to = heightOf(target);
    if (from == 0 || to == 0 || from == to)
        return {};
    const bool sourceAsks = head.from.uri.user == source;
    return {Hint::Digits, sourceAsks == (from < to)};
}

bool Roster::isPlain(const Trace &trace)
{
    const SipHead &head = trace.head;
    return !trace.body && !isGbId(head.from.uri.user) && !isGbId(head.to.uri.user) && head.subject.empty();
}

/// Whether the same was noted lately; 64 bits of a seeded hash tell it apart from everything else.
bool Roster::isRepeated(const Trace &trace, quint32 what)
{
    const auto seed = static_cast<std::size_t>(trace.fromHash ^ what * 0x9e3779b97f4a7c15ULL);
    const quint64 key = qHashMulti(seed, trace.datagram.from, trace.datagram.to);
    quint64 &slot = m_lately[key % remembered];
    return std::exchange(slot, key) == key;
}

bool Roster::observe(const Trace &trace)
{
    const bool request = trace.isRequest(), ours = trace.datagram.direction == Direction::Out;
    // Of an answer its request has told all, where that was seen
    if (!request && (!trace.isResponse() || (trace.answers != 0 && !ours)))
        return false;
    if (trace.repeatOf != 0 && trace.copy.kind != RepeatKind::ProxyCopy)
        return false;
    const SipHead &head = trace.head;
    if (head.has(HeadFault::Duplicate) || head.has(HeadFault::FromMissing))
        return false;
    Claim claim;
    if (request)
        claim = claimOf(trace);
    else if (trace.answers == 0) {
        claim = head.method == SipMethod::Register ? Claim{Hint::Registers, sender} : byDigits(head);
        claim.senderIsBelow = !claim.senderIsBelow; // of the request: an answer goes the other way
    }
    const bool plain = isPlain(trace), passesOn = request && head.viaCount > 1;
    const quint32 what = static_cast<quint32>(claim.hint) | (claim.senderIsBelow ? 8U : 0U) | (ours ? 16U : 0U)
        | (plain ? 32U : 0U) | (passesOn ? 64U : 0U) | (request ? 128U : 0U);
    if (isRepeated(trace, what) || trace.datagram.from == trace.datagram.to)
        return false;
    if (m_known.size() + 2 > capacity || m_relations.size() >= maxRelations)
        makeRoom();
    const quint32 from = placeOf(trace.datagram.from), to = placeOf(trace.datagram.to);
    if (request)
        noteSender(m_known[from], trace);
    for (const quint32 one : {from, to})
        mark(one, plain ? Plain : SpeaksGb);
    if (passesOn)
        mark(from, PassesOn);
    if (request && head.method != SipMethod::Register && typeOf(head.to.uri.user) == IdType::Platform)
        mark(to, CalledPlatform);
    bool news = false;
    if (claim.hint != Hint::Count)
        news = relate(claim.senderIsBelow ? from : to, claim.senderIsBelow ? to : from, claim.hint);
    if (ours) {
        mark(from, IsOurs);
        news = relate(to, from, Hint::Ours) || news;
    }
    return news;
}

void Roster::mark(quint32 place, Flag flag)
{
    quint8 &flags = m_known[place].flags;
    m_dirty = m_dirty || !(flags & flag);
    flags |= flag;
}

quint32 Roster::placeOf(const Endpoint &endpoint)
{
    if (const auto known = m_places.constFind(endpoint); known != m_places.constEnd())
        return *known;
    const auto place = static_cast<quint32>(m_known.size());
    m_known.emplace_back().party.endpoint = endpoint;
    m_places.insert(endpoint, place);
    m_dirty = true;
    return place;
}

void Roster::noteSender(Known &known, const Trace &trace)
{
    Party &party = known.party;
    const std::string_view id = trace.head.from.uri.user;
    if (id.empty() || party.several || trace.head.viaCount > 1) // whose request it passes on is not it
        return;
    const QString shown = printable(id, 64);
    if (party.id.isEmpty()) {
        party.id = shown;
        party.typeCode = typeCodeOf(id);
        known.boxKey = boxOf(shown, party.endpoint.address);
        m_dirty = true;
    } else if (party.id != shown) {
        party.several = true;
        party.id.clear();
        party.typeCode = -1;
        m_dirty = true;
    }
}

bool Roster::relate(quint32 lower, quint32 upper, Hint hint)
{
    const quint32 a = std::min(lower, upper), b = std::max(lower, upper);
    auto place = m_relationOf.constFind(pairOf(a, b));
    if (place == m_relationOf.constEnd()) {
        place = m_relationOf.insert(pairOf(a, b), static_cast<quint32>(m_relations.size()));
        m_relations.push_back({.a = a, .b = b});
        m_dirty = true;
    }
    Relation &relation = m_relations[*place];
    quint8 &side = lower == a ? relation.aBelow : relation.bBelow;
    if (side & bit(hint))
        return false;
    Hint before{}, after{};
    const int below = decide(relation, before);
    count(relation, -1);
    side |= bit(hint);
    count(relation, 1);
    m_dirty = m_dirty || decide(relation, after) != below || after != before; // a weaker hint changes nothing
    return true;
}

void Roster::count(const Relation &relation, int change)
{
    Hint by{};
    const int lower = decide(relation, by);
    if (lower == 0)
        return;
    Known &under = m_known[lower < 0 ? relation.a : relation.b], &over = m_known[lower < 0 ? relation.b : relation.a];
    over.belows += static_cast<quint32>(change);
    if (by != Hint::Ours) // whom we answer may be anybody
        under.aboves += static_cast<quint32>(change);
}

bool Roster::isTop(const Endpoint &endpoint) const
{
    const auto place = m_places.constFind(endpoint);
    return place != m_places.constEnd() && m_known[*place].aboves == 0 && m_known[*place].belows > 0;
}

int Roster::decide(const Relation &relation, Hint &by)
{
    for (int i = 0; i < static_cast<int>(Hint::Count); ++i) {
        by = static_cast<Hint>(i);
        const bool a = relation.aBelow & bit(by), b = relation.bBelow & bit(by);
        if (a != b)
            return a ? -1 : 1;
    }
    return 0;
}

bool Roster::isBelow(const Endpoint &lower, const Endpoint &upper) const
{
    const auto one = m_places.constFind(lower), other = m_places.constFind(upper);
    if (one == m_places.constEnd() || other == m_places.constEnd())
        return false;
    const auto place = m_relationOf.constFind(pairOf(std::min(*one, *other), std::max(*one, *other)));
    if (place == m_relationOf.constEnd())
        return false;
    Hint by{};
    return decide(m_relations[*place], by) == (*one < *other ? -1 : 1);
}

const Party *Roster::at(const Endpoint &endpoint) const
{
    const auto place = m_places.constFind(endpoint);
    return place == m_places.constEnd() ? nullptr : &m_known[*place].party;
}

const Party *Roster::at(const Endpoint &endpoint, quint32 &hint) const
{
    if (hint >= m_known.size() || m_known[hint].party.endpoint != endpoint)
        hint = m_places.value(endpoint, ~quint32{0});
    return hint < m_known.size() ? &m_known[hint].party : nullptr;
}

QList<Party> Roster::parties() const
{
    QList<Party> all;
    all.reserve(static_cast<qsizetype>(m_known.size()));
    for (const Known &known : m_known)
        all.append(known.party);
    return all;
}

/// The older half goes, but for those that have somebody below them; where that is everybody, they, too. Who goes comes
/// back with what he says next.
void Roster::makeRoom()
{
    const std::size_t half = m_known.size() / 2;
    const auto tops = static_cast<std::size_t>(
        std::count_if(m_known.begin(), m_known.end(), [](const Known &known) { return known.belows > 0; }));
    constexpr quint32 gone = ~quint32{0};
    std::vector<quint32> moved(m_known.size(), gone);
    std::vector<Known> kept;
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        if (i < half && (m_known[i].belows == 0 || tops > half))
            continue;
        moved[i] = static_cast<quint32>(kept.size());
        kept.push_back(std::move(m_known[i]));
        kept.back().aboves = kept.back().belows = 0;
    }
    m_known = std::move(kept);
    m_places.clear();
    for (std::size_t i = 0; i < m_known.size(); ++i)
        m_places.insert(m_known[i].party.endpoint, static_cast<quint32>(i));
    std::erase_if(m_relations, [&](const Relation &one) { return moved[one.a] == gone || moved[one.b] == gone; });
    if (m_relations.size() >= maxRelations)
        m_relations.erase(m_relations.begin(), m_relations.begin() + maxRelations / 2);
    m_relationOf.clear();
    for (std::size_t i = 0; i < m_relations.size(); ++i) {
        Relation &one = m_relations[i];
        one.a = moved[one.a];
        one.b = moved[one.b];
        m_relationOf.insert(pairOf(one.a, one.b), static_cast<quint32>(i));
        count(one, 1);
    }
    std::fill(m_lately.begin(), m_lately.end(), 0);
    m_dirty = true;
}

} // namespace gb
