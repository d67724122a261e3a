#pragma once
#include "core/base/endpoint.h"
#include "core/base/rollinghash.h"
#include "core/flow/trace.h"

#include <QHash>
#include <QList>

#include <array>
#include <optional>
#include <vector>

namespace gb {

/// What somebody at an address is.
enum class Role : quint8 {
    Unknown,
    Device,
    LowerPlatform, ///< has somebody above it, and is a platform: by who is below it, or by its ID
    Platform,      ///< has devices below it, and nobody above it as far as is seen
    UpperPlatform, ///< has a platform below it
    Phone,         ///< plain SIP
    Proxy,         ///< passes on the requests of others, and has none of its own; or phones register with it
};

/// What tells who of two is below the other; the strongest first.
enum class Hint : quint8 {
    Registers, ///< the lower one registers with the upper one
    Ours,      ///< gbscope sends from here; says nothing of the other one
    Beats,     ///< the lower one sends heartbeats, GB/T 28181-2022 9.6
    Asks,      ///< the upper one sends MANSCDP Query, Control or Broadcast
    Tells,     ///< the lower one sends MANSCDP Response or Notify
    Digits,    ///< digits 11-13 of the IDs in From, To and Subject (annex E)
    Count
};

/// Somebody at an address, and why he is taken for what he is. A value that crosses threads.
struct Party
{
    Endpoint endpoint;
    Role role = Role::Unknown;
    quint8 level = 0;             ///< in lanes from left to right: above all that are below it
    bool contradicts = false;     ///< Unknown, for the same is said of both ends
    std::optional<Hint> up, down; ///< towards whom is above, and whom is below
    Endpoint above, below;        ///< of up and down
    QString id;                   ///< in From of its requests, safe to show; empty: none, or several
    bool several = false;         ///< IDs
    int typeCode = -1;            ///< digits 11-13 of `id`

    bool isPlatform() const
    {
        return role == Role::Platform || role == Role::UpperPlatform || role == Role::LowerPlatform;
    }
    bool operator==(const Party &) const = default;
};

/**
 * Who is who, decided once: the table, the ladder, the findings and the reports ask here. A fold over the messages of a
 * record. Of two addresses the strongest hint that speaks for one side only tells who is below; where each kind speaks
 * for both, nobody knows. Ports of one host under one ID are one box: a platform may look up from another than down.
 * At most `capacity` addresses; those that came first and have nobody below them make room.
 */
class Roster
{
public:
    static constexpr std::size_t capacity = 20'000;
    static constexpr std::size_t maxRelations = 2 * capacity;
    static constexpr int maxLevel = 8; ///< of cascades that run in a circle there is no end

    Roster();

    /// True: it says something of who is above whom that was not known.
    bool observe(const Trace &trace);
    /// From what is known so far; no guess where nothing is.
    bool isBelow(const Endpoint &lower, const Endpoint &upper) const;
    /// Somebody is below it, and nobody above.
    bool isTop(const Endpoint &endpoint) const;
    /// As of the last settle(), but for `id`; empty where nobody is known.
    const Party *at(const Endpoint &endpoint) const;
    /// The same; `hint` is where it stood when it was last asked for, and is brought up to date.
    const Party *at(const Endpoint &endpoint, quint32 &hint) const;
    /// The role of a device at an address by which several may be known: its own ID counts.
    Role roleOf(const Party &party, int typeCode) const;
    /// Decides everybody's role anew, where something is new, and returns who changed.
    QList<Party> settle();
    bool hasNews() const { return m_dirty; }
    std::size_t count() const { return m_known.size(); }
    std::size_t relations() const { return m_relations.size(); }
    /// Of all that are known; settle() first.
    QList<Party> parties() const;

private:
    enum Flag : quint8 { Plain = 1, PassesOn = 2, SpeaksGb = 4, IsOurs = 8, CalledPlatform = 16 };
    struct Known
    {
        Party party;
        Key128 boxKey; ///< of its ID and host; unused without an ID
        quint8 flags = 0;
        quint32 aboves = 0, belows = 0; ///< relations that are decided
        quint32 box = 0;                ///< place of the first one with its ID and host, as of settle(): one box
        bool told = false;              ///< settle() has returned it
    };
    /// Between the places `a` and `b` of m_known, a < b: bits of Hint that say who is below.
    struct Relation
    {
        quint32 a = 0, b = 0;
        quint8 aBelow = 0, bBelow = 0;
    };
    struct Claim
    {
        Hint hint = Hint::Count;
        bool senderIsBelow = false;
    };

    static Claim claimOf(const Trace &trace);
    static Claim byDigits(const SipHead &head);
    static Claim bySubject(const SipHead &head);
    static bool isPlain(const Trace &trace);
    bool isRepeated(const Trace &trace, quint32 what);
    quint32 placeOf(const Endpoint &endpoint);
    void noteSender(Known &known, const Trace &trace);
    void mark(quint32 place, Flag flag);
    bool relate(quint32 lower, quint32 upper, Hint hint);
    void count(const Relation &relation, int change);
    void makeRoom();
    /// -1: a is below; 1: b is; 0: not known.
    static int decide(const Relation &relation, Hint &by);
    /// Lower and upper one as boxes; null where nobody knows, or it is one box.
    std::pair<Known *, Known *> endsOf(const Relation &relation, Hint &by);
    void findBoxes();
    void settleRelation(const Relation &relation);
    void settleLevels();
    void settleTops();
    Role roleAlone(const Known &known) const;

    static constexpr std::size_t remembered = 16'384;

    std::vector<Known> m_known;
    QHash<Endpoint, quint32> m_places;
    std::vector<Relation> m_relations;
    QHash<quint64, quint32> m_relationOf; ///< by both places
    std::vector<quint64> m_lately;        ///< what was noted: most messages say what others said before
    bool m_dirty = false;                 ///< something is known that was not, since settle()
};

} // namespace gb
