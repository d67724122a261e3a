#pragma once
#include "core/base/rollinghash.h"
#include "core/gb28181/manscdp.h"
#include "core/net/datagram.h"
#include "core/sip/siphead.h"

#include <optional>

namespace gb {

/// One message of the record with what a first look at it tells. Observers see every message, in and out, as one of these.
struct Trace
{
    quint64 number = 0;   ///< in the record, from 1
    Datagram datagram;
    SipHead head;         ///< views into datagram.octets, which nobody may change
    std::optional<Manscdp> body; ///< of a request that carries one
    Key128 transaction;   ///< of a request or a response, see transactionKey()
    quint64 repeatOf = 0; ///< number of the first copy where this is a repeat; else 0
    quint64 answers = 0;  ///< of a response: number of the request that it answers, 0 where that was not seen
    QString device;       ///< ID of the device that it belongs to, safe to show; may be empty
    bool otherBody = false; ///< a repeat whose body is not that of the first copy

    bool isRequest() const { return head.kind == SipKind::Request; }
    bool isResponse() const { return head.kind == SipKind::Response; }
    bool isKeepalive() const { return isRequest() && body && !body->broken() && body->isKeepalive(); }
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
    quint32 faults = 0;                 ///< bits of HeadFault
    quint32 octets = 0;
    quint64 repeatOf = 0;
    quint64 answers = 0;
    QString methodText;
    QString command;                    ///< CmdType of a MANSCDP body
    std::optional<qint64> sn;
    QString device;                     ///< ID of the device that it belongs to; may be empty
    QString callId;
};

/// What stands on the arrow: `REGISTER`, `401`, `MESSAGE · Keepalive SN 17`, `200 (MESSAGE)`. Terms of the standards, the same in every language.
QString arrowLabel(const MessageSummary &message);

MessageSummary summarise(const Trace &trace);

/// A method as text that is safe to show.
QString methodName(std::string_view text);

} // namespace gb
