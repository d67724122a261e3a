#include "core/devices/roster.h"

#include "core/message/deviceid.h"

/// The part of Roster that says what follows from who is below whom.
namespace gb {
namespace {

constexpr int typePlatform = 200, lastPlatform = 299; ///< annex E: 200 the SIP server, 201 to 209 other servers

bool isPlatformCode(int code)
{
    return code >= typePlatform && code <= lastPlatform;
}

/// The strongest one counts, and of several the first.
void take(std::optional<Hint> &hint, Endpoint &other, Hint by, const Endpoint &end)
{
    if (hint && *hint <= by)
        return;
    hint = by;
    other = end;
}

} // namespace

void Roster::findBoxes()
{
    QHash<Key128, quint32> boxes;
    boxes.reserve(static_cast<qsizetype>(m_known.size()));
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        Known &known = m_known[i];
        known.box = static_cast<quint32>(i);
        if (known.party.id.isEmpty() || (known.flags & Plain))
            continue;
        const qsizetype before = boxes.size();
        quint32 &first = boxes[known.boxKey];
        if (boxes.size() != before) {
            first = known.box;
            continue;
        }
        known.box = first;
        m_known[first].flags |= known.flags;
    }
}

std::pair<Roster::Known *, Roster::Known *> Roster::endsOf(const Relation &relation, Hint &by)
{
    const int lower = decide(relation, by);
    Known &a = m_known[m_known[relation.a].box], &b = m_known[m_known[relation.b].box];
    if (lower == 0 || &a == &b)
        return {};
    return lower < 0 ? std::pair(&a, &b) : std::pair(&b, &a);
}

void Roster::settleRelation(const Relation &relation)
{
    Hint by{};
    const auto [under, over] = endsOf(relation, by);
    if (!under) {
        m_known[m_known[relation.a].box].party.contradicts = true;
        m_known[m_known[relation.b].box].party.contradicts = true;
        return;
    }
    take(over->party.down, over->party.below, by, under->party.endpoint);
    if (by != Hint::Ours) // whom we answer may be anybody
        take(under->party.up, under->party.above, by, over->party.endpoint);
}

void Roster::settleLevels()
{
    bool again = true;
    for (int pass = 0; again && pass < maxLevel; ++pass) {
        again = false;
        for (const Relation &relation : m_relations) {
            Hint by{};
            const auto [under, over] = endsOf(relation, by);
            if (!under || over->party.level > under->party.level || over->party.level >= maxLevel)
                continue;
            over->party.level = static_cast<quint8>(under->party.level + 1);
            again = true;
        }
    }
}

/// Who is above a platform is the upper one.
void Roster::settleTops()
{
    for (const Relation &relation : m_relations) {
        Hint by{};
        const auto [under, over] = endsOf(relation, by);
        if (under && over->party.role == Role::Platform && under->party.role == Role::LowerPlatform)
            over->party.role = Role::UpperPlatform;
    }
}

Role Roster::roleOf(const Party &party, int typeCode) const
{
    const bool leaf = party.role == Role::Device || party.role == Role::LowerPlatform;
    const bool passedOn = party.role == Role::Proxy && party.up; // it is behind that address
    if (!passedOn && (!leaf || party.down))
        return party.role;
    return isPlatformCode(typeCode) ? Role::LowerPlatform : Role::Device;
}

/// Before it is known what those below it are.
Role Roster::roleAlone(const Known &known) const
{
    const Party &party = known.party;
    const bool plain = (known.flags & Plain) && !(known.flags & SpeaksGb);
    if (known.flags & IsOurs)
        return party.up ? Role::LowerPlatform : Role::Platform;
    const bool passes = (known.flags & PassesOn) && party.id.isEmpty() && !party.several; // and asks nothing itself
    if (party.down)
        return plain || (passes && party.up) ? Role::Proxy : party.up ? Role::LowerPlatform : Role::Platform;
    if (party.up)
        return plain ? Role::Phone
            : isPlatformCode(party.typeCode) || (party.typeCode < 0 && (known.flags & CalledPlatform))
            ? Role::LowerPlatform
            : Role::Device;
    if (!plain || party.contradicts)
        return Role::Unknown;
    return known.flags & PassesOn ? Role::Proxy : Role::Phone;
}

QList<Party> Roster::settle()
{
    if (!std::exchange(m_dirty, false))
        return {};
    std::vector<quint8> flags; // its own: those of its box are lent, for who belongs to it changes
    flags.reserve(m_known.size());
    for (const Known &known : m_known)
        flags.push_back(known.flags);
    findBoxes();
    std::vector<Party> before;
    before.reserve(m_known.size());
    for (Known &known : m_known) {
        before.push_back(known.party);
        Party fresh;
        fresh.endpoint = known.party.endpoint;
        fresh.id = known.party.id;
        fresh.several = known.party.several;
        fresh.typeCode = known.party.typeCode;
        known.party = fresh;
    }
    for (const Relation &relation : m_relations)
        settleRelation(relation);
    settleLevels();
    for (Known &known : m_known)
        known.party.role = roleAlone(known);
    settleTops();
    QList<Party> changed;
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        Party &party = m_known[i].party;
        m_known[i].flags = flags[i];
        if (m_known[i].box != i) {
            const Endpoint own = party.endpoint;
            party = m_known[m_known[i].box].party;
            party.endpoint = own;
        }
        const bool told = std::exchange(m_known[i].told, true);
        if (!told || party != before[i])
            changed.append(party);
    }
    return changed;
}

} // namespace gb
