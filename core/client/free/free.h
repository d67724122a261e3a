#pragma once
#include "core/base/clock.h"
#include "core/net/datagram.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

/// A message that a user writes as text, or sends once more: values that cross threads.
namespace gb {

/// What may be made anew each time that a message is sent. What is not stays as typed, be it right or wrong.
enum class FreePart : quint8 {
    Branch,        ///< of the topmost Via
    FromTag,       ///< tag of From
    CallId,        ///< Call-ID
    CSeq,          ///< number of CSeq
    Sn,            ///< the first SN element of the body
    ContentLength, ///< Content-Length, and the empty line that ends the head
    Count
};

/// Several of them.
struct FreeParts
{
    quint8 bits = 0;

    static constexpr FreeParts all() { return {(1U << static_cast<unsigned>(FreePart::Count)) - 1U}; }
    bool has(FreePart part) const { return ((bits >> static_cast<unsigned>(part)) & 1U) != 0; }
    void set(FreePart part, bool on)
    {
        const auto bit = static_cast<quint8>(1U << static_cast<unsigned>(part));
        bits = static_cast<quint8>(on ? bits | bit : bits & ~bit);
    }
    bool operator==(const FreeParts &) const = default;
};

/// What is to be sent, and where.
struct FreeQuestion
{
    static constexpr qsizetype maxOctets = 65'000; ///< of text, and of the message that is made of it

    quint64 id = 0;                               ///< of whoever sends; comes back in the report
    QString device;                               ///< that is registered, at its address; empty: `remote`
    QString about;                                ///< ID that stands for {device}; empty: that of the device
    Endpoint remote{};                            ///< an address of somebody else
    TransportKind transport = TransportKind::Udp; ///< to `remote`
    Endpoint local{};                             ///< ours towards `remote`, for {server-address}; may be null
    QByteArray text;                              ///< line ends of any kind; may hold names of freetext::placeNames()
    FreeParts anew = FreeParts::all();
    quint64 dialog = 0; ///< number of a dialog that is known, see FreeDialogs; 0: outside of any
};

enum class FreeOutcome : quint8 {
    Answered,      ///< by a final answer: see status
    NoAnswer,      ///< no final answer until timer B or F, or, of an INVITE that rang, for 3 minutes
    SentOnce,      ///< it is out, and nobody waits: an answer, an ACK, or a text that no transaction can be made of
    NotSent,       ///< the transport refused
    NotRegistered, ///< nobody knows where the device is
    OddId,         ///< an ID that could not stand in a request
    Empty,         ///< there is nothing to send
    TooLong,       ///< over FreeQuestion::maxOctets
    NoDialog,      ///< that dialog is over
    TooMany,       ///< too many wait for an answer
    Stopped,       ///< by who sent it, or the listener was closed
    Silent,        ///< the server is silent to it on purpose
    Count
};

/// What became of it. Texts are safe to show.
struct FreeReport
{
    quint64 id = 0;
    QString device; ///< empty where it went to an address
    Endpoint remote{};
    FreeOutcome outcome = FreeOutcome::Answered;
    QString method;                  ///< empty of what is no request
    int status = 0;                  ///< of the final answer; 0: none
    QString reason;                  ///< of that
    quint64 request = 0, answer = 0; ///< numbers in the record; 0: none
    TimePoint askedAt{}, at{};       ///< sent first; over
    bool callStands = false;         ///< an INVITE was accepted: the ACK is sent, and a BYE is the user's affair
};

/// A dialog in which a message may be sent.
struct FreeDialog
{
    quint64 number = 0; ///< never given twice
    QString method;     ///< that made it: INVITE or SUBSCRIBE
    QString callId;
    QString peer; ///< user of its URI, most often an ID of a device or channel
    Endpoint remote{};
    TimePoint at{};    ///< the last answer in it
    bool ours = false; ///< made by a message of this kind, not by a subscription or a play
};

/// Those of the peer that was asked about, the latest first, at most maxListed.
struct FreeDialogList
{
    static constexpr qsizetype maxListed = 50;

    quint64 id = 0; ///< of whoever asked
    QList<FreeDialog> dialogs;
};

} // namespace gb
