#pragma once
#include "core/capture/connectionattempts.h"
#include "core/capture/hep.h"
#include "core/capture/importertcp.h"
#include "core/net/icmperror.h"
#include "core/record/note.h"

#include <QSet>

#include <deque>
#include <optional>

namespace gb {

class MediaWatch;

/**
 * Signalling out of everything that was captured: what is SIP, and whatever else passes between ends that speak SIP or
 * on port 5060. TCP streams are put in order and cut into messages. What tools pass on to each other as HEP is read
 * where that is asked for: of what this computer sends itself it would be a second copy. Media are judged on the way
 * and told as notes. Pure: time is that of the capture. Ends that are remembered, streams and what waits in them are
 * bounded.
 */
class SignallingSieve
{
public:
    static constexpr qsizetype maxRedated = 256;                    ///< senders that are told of
    static constexpr Duration maxHepDelay = std::chrono::hours(24); ///< between a message and its packet of HEP; a time
                                                                    ///< that is farther away is not believed

    struct HepCounts
    {
        quint64 messages = 0;  ///< that came in packets of HEP
        quint64 atArrival = 0; ///< of them: those whose own time is not plausible, and that have their packet's
        quint64 unread = 0;    ///< packets that hold no SIP, or are damaged
    };

    explicit SignallingSieve(bool readsHep = false);
    ~SignallingSieve();
    SignallingSieve(SignallingSieve &&) noexcept;
    SignallingSieve &operator=(SignallingSieve &&) noexcept;
    static bool looksLikeSip(const QByteArray &octets);
    /// A UDP datagram or TCP segment; `tcpFlags` as TcpFlag. What becomes whole by it is to be had from next() ahead of
    /// the next take().
    void take(Datagram datagram, quint8 tcpFlags);
    /// A report about signalling, as far as what it quotes shows that.
    bool concerns(const IcmpError &report) const;
    /// A report about something else may be about media.
    void reportOfMedia(const IcmpError &report);
    /// A message of a record of ours: whole, and signalling whatever it looks like.
    void pass(Datagram message) { m_messages.push_back(std::move(message)); }
    /// No more will come: what waits is taken as it is.
    void finish();
    std::optional<Datagram> next();
    /// Datagrams that are not signalling.
    quint64 skipped() const { return m_skipped + m_tcp.counts().skipped; }
    /// Octets of SIP over TCP that are missing, or belong to a message whose start is.
    quint64 tcpOctetsLost() const { return m_tcp.counts().octetsLost; }

    /// What the last segment showed of an attempt to connect, and that senders of HEP are dated by arrival: ahead of
    /// the messages that next() gives; each once.
    std::optional<JournalNote> takeNote();
    const HepCounts &hepCounts() const { return m_hep; }
    const std::vector<ImporterTcp::Encrypted> &encrypted() const { return m_tcp.encrypted(); }

private:
    void takeUdp(Datagram datagram);
    void takeTcp(const Datagram &segment, quint8 flags);
    void followCalls(std::size_t first);
    void takeHep(std::size_t first);
    bool readHep(Datagram &datagram);
    void noteArrival(const Datagram &packet, Duration off);
    bool isSignalling(const Datagram &datagram);
    bool areSipEnds(const Datagram &datagram) const;

    QSet<Endpoint> m_sipEnds;
    ImporterTcp m_tcp;
    ConnectionAttempts m_attempts;
    std::unique_ptr<MediaWatch> m_media;
    std::deque<Datagram> m_messages;
    quint64 m_skipped = 0;
    bool m_readsHep;
    HepCounts m_hep;
    hep::Places m_places;
    QHash<IpAddress, Duration> m_redated; ///< how far the sender was off when it was told of
    std::deque<JournalNote> m_notes;
};

} // namespace gb
