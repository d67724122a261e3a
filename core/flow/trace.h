#pragma once
#include "core/base/rollinghash.h"
#include "core/base/smalltext.h"
#include "core/message/manscdp.h"
#include "core/message/siphead.h"
#include "core/net/datagram.h"
#include "core/sip/timers.h"

#include <optional>

namespace gb {

/// Why a message is seen again.
enum class RepeatKind : quint8 {
    None,           ///< it is the first copy
    Retransmission, ///< SIP: by timer A, E or G; a 2xx to INVITE by the UA core (RFC 3261 §13.3.1.4), whose timer has
                    ///< no letter
    Echo, ///< SIP: an answer, or an ACK, sent again because what it answers came again (§17.2.1, §17.2.2, §17.1.1.2)
    TcpRepeat, ///< the same octets of the stream once more: TCP's own doing, nothing that SIP knows of
    Duplicate, ///< the same datagram, captured at two interfaces or in two files, or within 5 ms and with no answer in
               ///< between: doubled by the network
    ProxyCopy, ///< the same message a hop further: its Via grew
};

/// Which copy of a message this is.
struct CopyInfo
{
    RepeatKind kind = RepeatKind::None;
    SipTimer timer = SipTimer::None; ///< that sent it
    quint16 copy = 1;                ///< as seen, 2 for the first repeat; stays at 65535
    Duration came{};                 ///< after the first copy
    Duration due{};                  ///< by that timer, after the first copy; 0 where the standard has none due
    bool offSchedule = false;        ///< over 30 % of its interval away from `due`, or none is due at all

    bool operator==(const CopyInfo &) const = default;
};

/// One message of the record with what a first look at it tells. Observers see every message, in and out, as one of
/// these.
struct Trace
{
    quint64 number = 0; ///< in the record, from 1
    Datagram datagram;
    SipHead head;                ///< views into datagram.octets, which nobody may change
    std::optional<Manscdp> body; ///< of a request that carries one
    Key128 transaction;          ///< of a request or a response, see transactionKey()
    quint64 repeatOf = 0;        ///< number of the first copy where this is a repeat; else 0
    CopyInfo copy;
    quint64 answers = 0; ///< of a response: number of the request that it answers, of an ACK: of the response; 0 where
                         ///< that was not seen
    std::optional<Duration> took; ///< of a response: since the first copy of its request; of an ACK: since the first
                                  ///< copy of the response
    QString device;               ///< ID of the device that it belongs to, safe to show; may be empty
    bool otherBody = false;       ///< a repeat whose body is not that of the first copy
    quint32 bodyHash = 0;         ///< of head.body; 0 of none
    quint64 fromHash = 0;         ///< seededHash() of the user in From: made where the octets were just read

    bool isRequest() const { return head.kind == SipKind::Request; }
    bool isResponse() const { return head.kind == SipKind::Response; }
    /// A heartbeat, GB/T 28181-2022 9.6.1: a MESSAGE.
    bool isKeepalive() const
    {
        return isRequest() && head.method == SipMethod::Message && body && !body->broken() && body->isKeepalive();
    }
};

/// What lists and ladders show of a message: a value that crosses threads. Text in it is safe to show.
struct MessageSummary
{
    quint64 number = 0;
    TimePoint at{};
    Endpoint from, to;
    TransportKind transport = TransportKind::Udp;
    Direction direction = Direction::In;
    SipKind kind = SipKind::NotSip;
    SipMethod method = SipMethod::None; ///< of a response: of its request
    bool authorized = false;            ///< carries an Authorization header
    quint16 status = 0;
    quint32 faults = 0; ///< bits of HeadFault
    quint32 octets = 0;
    quint64 repeatOf = 0;
    CopyInfo copy;
    quint64 answers = 0;
    QString methodText;
    QString command;          ///< what it is about, see commandText(); "Keepalive" of heartbeats alone
    std::optional<qint64> sn; ///< of an INVITE: the SSRC that it offers
    SmallText device;         ///< ID of the device that it belongs to; may be empty
    SmallText callId;
};

/// What stands on the arrow: `REGISTER`, `401`, `MESSAGE · Keepalive SN 17`, `200 (MESSAGE)`. Terms of the standards,
/// the same in every language.
QString arrowLabel(const MessageSummary &message);

MessageSummary summarise(const Trace &trace);
/// The same into an empty one.
void summarise(const Trace &trace, MessageSummary &summary);

/// A Call-ID as text that is safe to show. Of one over 128 octets it is the start and a hash, the same in every run:
/// two that differ at their ends stay two.
QString callIdText(std::string_view callId);

/// A method as text that is safe to show.
QString methodName(std::string_view text);

} // namespace gb
