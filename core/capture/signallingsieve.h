#pragma once
#include "core/capture/importertcp.h"

#include <QSet>

#include <deque>
#include <optional>

namespace gb {

/**
 * Signalling out of everything that was captured: what is SIP, and whatever else passes between ends that speak SIP or
 * on port 5060. TCP streams are put in order and cut into messages. What tools pass on to each other as HEP is none.
 * Pure: time is that of the capture. Ends that are remembered, streams and what waits in them are bounded.
 */
class SignallingSieve
{
public:
    static bool looksLikeSip(const QByteArray &octets);
    /// A UDP datagram or TCP segment; `tcpFlags` as TcpFlag. What becomes whole by it is to be had from next() ahead of
    /// the next take().
    void take(Datagram datagram, quint8 tcpFlags);
    /// A message of a record of ours: whole, and signalling whatever it looks like.
    void pass(Datagram message) { m_messages.push_back(std::move(message)); }
    /// No more will come: what waits is taken as it is.
    void finish() { m_tcp.finish(m_messages); }
    std::optional<Datagram> next();
    /// Datagrams that are not signalling.
    quint64 skipped() const { return m_skipped + m_tcp.counts().skipped; }
    /// Octets of SIP over TCP that are missing, or belong to a message whose start is.
    quint64 tcpOctetsLost() const { return m_tcp.counts().octetsLost; }

private:
    bool isSignalling(const Datagram &datagram);
    bool areSipEnds(const Datagram &datagram) const;

    QSet<Endpoint> m_sipEnds;
    ImporterTcp m_tcp;
    std::deque<Datagram> m_messages;
    quint64 m_skipped = 0;
};

} // namespace gb
