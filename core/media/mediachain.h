#pragma once
#include "core/media/mediacause.h"
#include "core/media/mediaframing.h"
#include "core/media/mediaside.h"
#include "core/media/mediastream.h"

#include <array>
#include <memory>
#include <vector>

namespace gb {

/// The chain from the INVITE to the picture, in its order.
enum class MediaLink : quint8 {
    Offered,
    Answered,
    Connected,
    FirstPacket,
    Ssrc,
    Sequence,
    Ps,
    Map,
    Video,
    ParameterSets,
    KeyFrame,
    Audio,
    Count
};
enum class LinkState : quint8 {
    NotYet, ///< nothing decided it so far, and time is left
    Ok,
    Warned, ///< it holds, in a way that some receivers do not take
    Broken,
    Unknown, ///< the record cannot tell: what it depends on is broken, or was not seen
    None,    ///< does not apply: a connection over UDP, audio that nobody asked for
};
const char *mediaLinkName(MediaLink link); ///< for machines: "first-packet"
const char *linkStateName(LinkState state);

struct LinkProof
{
    LinkState state = LinkState::NotYet;
    std::optional<TimePoint> at;     ///< when it was decided
    quint64 packet = 0;              ///< number of the packet of RTP that proves it, from 1; 0: none does
    std::optional<MediaCause> cause; ///< of a broken one
};

enum class MediaVerdict : quint8 {
    NotYet,
    Sound,  ///< at most remarks
    Warned, ///< a picture comes; something may break it elsewhere
    Broken,
    Unknown, ///< the record does not suffice
};
const char *mediaVerdictName(MediaVerdict verdict);

/// Facts that a play is judged by, besides its packets. Times are of the record.
struct MediaEvents
{
    std::optional<MediaSide> offer, answer;
    std::optional<TimePoint> offered, answered, acknowledged;
    int status = 0; ///< final answer of the INVITE; 0: none yet
    int repeatedAnswers = 0;
    std::optional<TimePoint> repeatedAt; ///< the last of them
    bool byUs = false;                   ///< we are the receiver: every packet that came is known
    bool wouldBeSeen = false; ///< packets would be in the record if there were any: always of ours; of a capture where
                              ///< it has media to that receiver, or a trace of the transport
    bool platformSends = false; ///< broadcast and talk: the device listens
    Endpoint signallingHere;    ///< the receiver's end, as the signalling shows it; null: unknown
    std::optional<TimePoint> connecting, connected, connectionClosed; ///< first SYN, SYN-ACK or accept, FIN or RST
    bool connectRefused = false, connectionReset = false;
    bool closedByReceiver = false; ///< known of some captures only
    int connectAttempts = 0;
    std::optional<bool> senderConnects; ///< who sent the SYN
    Endpoint connectTo;
    std::optional<TimePoint> portClosed, portClosedLast; ///< ICMP: the receiver's port is closed
    Endpoint portClosedAt;
    quint64 rtcpFromSender = 0, rtcpToSender = 0;
    std::optional<TimePoint> firstRtcpToSender, lastRtcpToSender;
    quint64 ownDrops = 0; ///< packets that our own socket lost
    bool ownDropsKnown = false;
    quint64 recordHoles = 0; ///< packets that the capture lost, or may have
    std::optional<TimePoint> ended;
    enum class End : quint8 { None, ByeFromSender, ByeFromReceiver, Cancelled, ConnectionClosed, RecordEnded };
    End end = End::None;
    std::optional<TimePoint> fileEnd;   ///< MediaStatus 121 came
    std::optional<TimePoint> rebooting; ///< the device accepted TeleBoot
    enum class Control : quint8 { None, Play, Pause, Scale, Hold };
    Control control = Control::None; ///< the last one that was accepted: MANSRTSP; Hold: a re-INVITE, a=inactive
    std::optional<TimePoint> controlAt;
    double scale = 1;
    quint64 packetsAtControl = 0, octetsAtControl = 0;
    std::optional<quint64> ptsAtControl;
};

/// Everything that is to be shown of a play. A value; crosses threads.
struct MediaReport
{
    MediaVerdict verdict = MediaVerdict::NotYet;
    std::array<LinkProof, static_cast<std::size_t>(MediaLink::Count)> links{};
    std::optional<MediaLink> firstBroken;
    std::vector<MediaFinding> findings; ///< the heaviest first; MediaCause::Sound alone where nothing is wrong
    StreamNumbers stream;               ///< of the SSRC that most packets have
    MediaEvents events;
    Endpoint from, to;                    ///< of the first packet
    std::vector<quint32> ssrcs;           ///< that came, at most MediaChain::maxStreams
    std::vector<quint64> ssrcPackets;     ///< how many of each
    quint64 packets = 0;                  ///< of all SSRCs
    quint64 cutPackets = 0;               ///< whose payload the record has in part only
    quint64 notRtp = 0, otherPackets = 0; ///< that are no RTP; of SSRCs beyond maxStreams
    MediaFraming::Kind framing = MediaFraming::Kind::Unknown;
    quint64 framingPassedOver = 0, framingResyncs = 0;
    std::optional<Duration> toFirstPacket, toFirstKey; ///< from the ACK, else the answer, else the first packet
    TimePoint now{};

    const LinkProof &link(MediaLink which) const { return links[static_cast<std::size_t>(which)]; }
};

/**
 * One play from its INVITE to its end: it is told what passed, and says which link of the chain holds. Live or of a
 * capture alike. Pure: no socket, no clock, no thread; time comes with what happened, and advance() where nothing does.
 * Memory is bounded: packets are not kept.
 */
class MediaChain
{
public:
    static constexpr std::size_t maxStreams = 4; ///< SSRCs that are judged; others are counted
    // Until then a link is "not yet"
    static constexpr Duration answerWait = std::chrono::seconds(32);     ///< timer B, RFC 3261 17.1.1.2
    static constexpr Duration firstPacketWait = std::chrono::seconds(5); ///< D49
    static constexpr Duration connectWait = std::chrono::seconds(10);    ///< D51
    static constexpr Duration keyFrameWait = std::chrono::seconds(10);   ///< D52
    static constexpr Duration stallWait = std::chrono::seconds(5);       ///< D52
    static constexpr Duration audioWait = std::chrono::seconds(10);

    explicit MediaChain(MediaTap *tap = nullptr);
    ~MediaChain();
    MediaChain(MediaChain &&) noexcept;
    MediaChain &operator=(MediaChain &&) noexcept;

    // Signalling. Called in any order; what was not seen stays unknown
    void offered(const MediaSide &offer, TimePoint at);
    void answered(int status, const std::optional<MediaSide> &answer, TimePoint at); ///< final answers
    void acknowledged(TimePoint at);
    void ended(MediaEvents::End how, TimePoint at);
    void fileEnded(TimePoint at);                                           ///< MediaStatus 121
    void controlled(MediaEvents::Control what, double scale, TimePoint at); ///< the device said 200 to it
    /// We receive it, and this is our end of the signalling.
    void setOurs(const Endpoint &signallingHere);
    /// Of a capture: the receiver's end of the signalling, as the packets show it.
    void setReceiver(const Endpoint &signallingHere);
    /// Broadcast and talk: see MediaEvents.
    void setPlatformSends();
    void rebooting(TimePoint at); ///< the device said 200 to TeleBoot
    /// Of a capture: packets would be in it, see MediaEvents.
    void setWouldBeSeen();

    // Transport
    void connecting(bool bySender, const Endpoint &to, TimePoint at); ///< each SYN, and each try of ours
    void connected(TimePoint at);
    void connectFailed(bool refused, TimePoint at); ///< refused: RST; else it was not answered
    void connectionClosed(bool reset, TimePoint at, bool byReceiver = false);
    void portClosed(const Endpoint &where, TimePoint at); ///< ICMP
    void setOwnDrops(quint64 packets);                    ///< of our socket, all so far; never called: unknown
    void recordHole(quint64 packets); ///< the record misses packets here; 0: nobody knows how many, which counts as 1

    // Media
    /// A datagram of UDP that came to the receiver's port: RTP, RTCP or neither.
    /// `cut`: the record has not all of it.
    void packet(std::string_view octets, TimePoint at, const Endpoint &from, const Endpoint &to, bool cut = false);
    /// Octets of the TCP connection from the sender, as they come.
    void octets(std::string_view octets, TimePoint at, const Endpoint &from, const Endpoint &to);
    /// Octets of the TCP connection are missing in the record here; its start, where it was not seen.
    void octetsMissing();
    /// The record begins inside the connection: what comes next may be the middle of a packet.
    void beginsInside();
    /// RTCP that went the other way.
    void rtcpToSender(TimePoint at);

    void advance(TimePoint now);
    /// When advance() may decide something.
    std::optional<TimePoint> nextDeadline() const;
    /// As of the last event or advance().
    MediaReport report() const;

private:
    struct Inside;
    std::unique_ptr<Inside> m;
};

} // namespace gb
