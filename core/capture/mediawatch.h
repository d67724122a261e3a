#pragma once
#include "core/media/mediachain.h"
#include "core/message/headlayouts.h"
#include "core/net/datagram.h"
#include "core/net/icmperror.h"
#include "core/record/note.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <list>

namespace gb {

class MediaTcp;

/**
 * The media of a capture: found by the session descriptions of its signalling, by SSRC where NAT moved the sender, or
 * by themselves where they are RTP with PS. Each stream is judged as its packets come, and told as a note when its call
 * ends, when it was still for `forgetAfter`, or at the end of the record. Packets are not kept. Everything is bounded;
 * time is that of the capture.
 */
class MediaWatch
{
public:
    static constexpr std::size_t maxPlays = 256;    ///< at once; the one that was still longest goes, and is told
    static constexpr qsizetype maxCandidates = 256; ///< flows that may be media
    static constexpr int enough = 6;                ///< packets in a row that make RTP with PS of one
    static constexpr qsizetype maxHosts = 1'024;    ///< that media went to
    static constexpr std::size_t maxRestarts = 16;  ///< TeleBoot that is not answered yet
    static constexpr Duration forgetAfter = std::chrono::seconds(60); ///< without packets, of what no call belongs to
    static constexpr Duration afterEnd = std::chrono::seconds(10);    ///< what still comes belongs to it

    MediaWatch();
    ~MediaWatch();

    /// A message of signalling, whole.
    void signalling(const Datagram &message);
    /// A datagram of UDP that is none.
    void datagram(const Datagram &datagram);
    /// A segment of TCP between ends that do not speak SIP; `flags` as TcpFlag.
    void segment(const Datagram &segment, quint8 flags);
    /// ICMP about something that was sent.
    void report(const IcmpError &error);
    /// No more will come.
    void finish();
    /// What became of streams; each once.
    std::optional<JournalNote> takeNote();
    quint64 leftOut() const { return m_leftOut; } ///< streams that were not judged to their end for want of room

private:
    friend class MediaTcp;
    struct Play;
    struct Candidate;
    using Flow = std::pair<Endpoint, Endpoint>;

    Play &add(TimePoint at);
    void invite(const Datagram &message, const SipHead &head);
    void answer(const Datagram &message, const SipHead &head, Play &play);
    void bye(const Datagram &message, const SipHead &head, Play &play);
    void describe(Play &play, const Datagram &message, const SipHead &head, const MediaSide &side);
    void offerAgain(const SipHead &head, Play &play);
    void answeredAgain(const Datagram &message, const SipHead &head, Play &play);
    void control(const SipHead &head, Play &play);
    void controlAccepted(TimePoint at, Play &play);
    void outside(const Datagram &message, const SipHead &head);
    void fileEnded(const Datagram &message, const SipHead &head);
    void restarts(const SipHead &head, TimePoint at);
    void expect(Play &play, const MediaSide &side, bool receiver);
    Play *playOf(const Datagram &datagram, quint32 ssrc);
    Play *sentTo(const Endpoint &to, const Endpoint &from) const;
    Play *namedAt(const Endpoint &to, const Endpoint &from, quint32 ssrc) const;
    Play *candidate(const Datagram &datagram, const RtpHeader &header);
    void bind(const Flow &flow, Play &play);
    void packet(Play &play, const Datagram &datagram);
    bool rtcpBack(const Datagram &datagram);
    void advance(TimePoint now);
    void tell(Play &play, MediaEvents::End how, TimePoint at);
    void remove(std::list<std::unique_ptr<Play>>::iterator place);
    void makeRoom();

    std::list<std::unique_ptr<Play>> m_plays;
    QHash<QByteArray, Play *> m_calls;
    QMultiHash<Endpoint, Play *> m_receivers; ///< ends that descriptions name; media servers may have one port for all
    QHash<Endpoint, Play *> m_senders;
    QHash<Flow, Play *> m_flows;
    QHash<quint32, Play *> m_ssrcs;
    QHash<Flow, std::shared_ptr<Candidate>> m_candidates;
    struct Restart
    {
        TimePoint at{};
        QByteArray callId;
        QString device;
        Endpoint to;
    };
    std::deque<Restart> m_restarts;
    HeadLayouts m_heads;
    QSet<IpAddress> m_hosts; ///< that media went to
    std::unique_ptr<MediaTcp> m_tcp;
    std::deque<JournalNote> m_notes;
    TimePoint m_now{}, m_looked{};
    quint64 m_leftOut = 0;
};

} // namespace gb
