#pragma once
#include "core/base/clock.h"
#include "core/base/prefetch.h"
#include "core/base/sharedtexts.h"
#include "core/findings/finding.h"
#include "core/message/offercheck.h"
#include "core/net/datagram.h"

#include <array>
#include <bitset>
#include <memory>
#include <optional>
#include <vector>

namespace gb {

struct Trace;

/// The last of a kind, the newest first.
template<typename T, std::size_t Size>
class LastOf
{
public:
    T &add(const T &one)
    {
        m_next = static_cast<quint8>((m_next + 1) % Size);
        m_count = static_cast<quint8>(std::min<std::size_t>(m_count + 1U, Size));
        return m_all[m_next] = one;
    }
    std::size_t size() const { return m_count; }
    /// `back` 0 is the newest; below size().
    const T &operator[](std::size_t back) const { return m_all[(m_next + Size - back) % Size]; }
    T &operator[](std::size_t back) { return m_all[(m_next + Size - back) % Size]; }
    void clear() { m_count = 0; }

private:
    static_assert(Size < 256);
    quint8 m_next = 0, m_count = 0; // ahead, for they are mostly all that is asked for
    std::array<T, Size> m_all{};
};

/// What a dossier is made of.
struct DossierParts
{
    /// A REGISTER with its answer.
    struct Attempt
    {
        quint64 number = 0, answer = 0; ///< messages
        TimePoint at{}, answeredAt{};
        quint64 callId = 0; ///< hash
        Endpoint from;
        IpAddress to;
        quint64 hop = 0; ///< message by which a proxy passed it on
        std::optional<quint32> expires;
        quint32 cseq = 0;
        quint16 status = 0; ///< 0: not answered yet
        quint16 copies = 1;
        quint16 copiesSince = 0; ///< those behind its answer
        bool authorized = false;
        bool contactless = false; ///< its answer names no Contact
        // bits of the captures, of those that are read together, that saw it, its copies behind the answer, the answer
        quint64 files = 0, filesSince = 0, answerFiles = 0;

        /// A capture nearer to the device saw the request and what repeats it, and the answer not: it was lost between.
        bool answerLostBetween() const { return answerFiles != 0 && (files & filesSince & ~answerFiles) != 0; }
        bool challenged() const { return status == 401 || status == 407; }
        bool accepted() const { return status >= 200 && status < 300; }
    };
    /// An address that speaks in its name.
    struct Source
    {
        IpAddress address, to;
        TimePoint last{};
        quint64 number = 0;
    };
    /// The port of its address from which heartbeats came before this one.
    struct OtherPort
    {
        quint16 port = 0;
        std::optional<qint64> sn; ///< of the last one
        TimePoint at{};
        quint64 number = 0;
    };
    /// Who registered at its address when it had been heard last.
    struct Successor
    {
        QString id;
        Endpoint place;
        TimePoint at{};
        quint64 number = 0; ///< its REGISTER
    };
    /// How things stood when it went silent.
    struct Silence
    {
        TimePoint since{}, backAt{};
        Endpoint from;
        quint64 callId = 0; ///< of its last REGISTER
        quint32 cseq = 0;
        std::optional<qint64> sn;
        bool isBack = false;             ///< and no heartbeat came since
        bool isKnown = false;            ///< there was such a silence
        TimePoint lapsesAt{};            ///< its registration; zero: not known
        int unanswered = 0, refused = 0; ///< heartbeats ahead of it, in a row
        bool answered = false;           ///< the last one was
        bool moved = false, restarted = false;
    };
    /// Over TCP it connected and registered from the start, and its next heartbeat was late.
    struct Reconnect
    {
        TimePoint at{};
        std::optional<qint64> before, behind; ///< SN
    };
    /// What it proves its password with.
    struct Proof
    {
        QString user, realm, challenge; ///< challenge: what is unusual in it
        bool isInForm = false;          ///< the credentials have what the challenge asks for
        TimePoint takenAt{};            ///< the last time that it was accepted; zero: never
    };
    /// A Query for the catalog with what came of it.
    struct Catalog
    {
        quint64 number = 0, answer = 0, last = 0; ///< messages: the query, its 200, the last part
        qint64 sn = 0;
        TimePoint at{}, lastAt{};
        Duration longestPause{};
        bool tcp = false, large = false; ///< a part came over TCP; in a datagram that was cut into fragments
        qint64 sum = -1;                 ///< SumNum; -1: no part came
        bool isCut = false; ///< parts may be in messages that the capture has in part: what came is not known
        QStringList ids;    ///< of the items; one with more than maxItems is dropped
        static constexpr qsizetype maxItems = 20'000;
    };
    /// Requests to it.
    struct Requests
    {
        struct One
        {
            quint64 number = 0;
            TimePoint at{};
            Endpoint to, spoke;                                ///< spoke: where it came from by then
            QString what;                                      ///< "OPTIONS", "Query DeviceInfo"
            bool repeated = false, tcp = false, boots = false; ///< boots: TeleBoot
            bool missing = false, ignored = false;             ///< not answered in time; and it was heard behind it
            qint64 octets = 0;
            Duration heardAgo{-1}; ///< since its last word; negative: not known
            bool open = false;     ///< a copy was sent so soon behind a word of it that a NAT mapping was open
        };
        LastOf<One, 8> last;
        int ignored = 0; ///< in a row
        QStringList what;
        TimePoint answeredAt{}; ///< the last one that was answered
        QString answeredWhat;
    };
    /// The first REGISTER with its Call-ID that was accepted.
    struct Accepted
    {
        quint64 number = 0, callId = 0;
        TimePoint at{};
        quint32 cseq = 0;
        int refreshes = 0; ///< with that Call-ID, accepted too
        bool authorized = false;
    };
    /// A request of its own that was answered by another one than it asked, and by no other so far.
    struct Elsewhere
    {
        quint64 request = 0; ///< 0: none
        IpAddress asked;
        Endpoint from;
    };
    /// How it unregisters itself.
    struct Leave
    {
        static constexpr std::chrono::seconds atOnce{10}; ///< a restart, or a new login
        quint64 number = 0;                               ///< the REGISTER of the last time
        TimePoint at{};                                   ///< when that was accepted
        bool away = false;                                ///< since then
        int times = 0, logins = 0;                        ///< that it stayed away, and that it was back at once
        Duration last{}, all{};                           ///< away
    };
    /// What is odd about its Responses, as it was told last.
    struct Odd
    {
        QString missing, error, refused, otherDevice, shortList; ///< Operation::what of each
        quint64 missingOf = 0, shortOf = 0;                      ///< Operation::request
        QString unknown;                                         ///< CmdType
    };
    /// An INVITE to it.
    struct Invite
    {
        quint64 number = 0, callId = 0; ///< message; hash
        quint32 cseq = 0;
        std::optional<OfferFault> fault; ///< the first of its offer
        QString faultText;               ///< the line that shows it
        QString ssrc;                    ///< y= of the offer
        QString media;                   ///< c= of the offer
        std::optional<quint64> start;    ///< t= of the offer
        bool tcp = false;                ///< media over TCP are offered
        bool cancelled = false;
        bool acked = false;             ///< an ACK went to the device
        bool taken = false;             ///< it was answered 200, with that tag
        bool ended = false;             ///< a BYE of it was answered 200
        quint64 tag = 0, callerTag = 0; ///< hashes
        qint64 octets = 0;
    };

    /// Where what it sends, or what is sent to it, does not arrive.
    struct Unreached
    {
        Endpoint end;
        FindingCode code = FindingCode::Count;
        quint8 reason = 0; ///< IcmpReason
        IpAddress reporter;
    };
};

} // namespace gb
