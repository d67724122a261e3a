#pragma once
#include <QtGlobal>

namespace gb {

/// Messages of a log that belong together, whatever their Call-IDs, and what became of it. Rows, and indices of tables,
/// are those of the MessageLog.
struct MessageGroup
{
    enum class Kind : quint8 {
        Registration, ///< of one device with one server, with all refreshes
        Heartbeats,   ///< the same, from one of them to the other
        Query,
        Control,
        Notice,
        Subscription, ///< with its NOTIFYs
        Alarm,        ///< GB/T 28181-2022 9.4: a notice and the platform's Response
        Play,
        Playback,
        Download,
        Talk,    ///< with the Broadcast that asked the device for it
        Call,    ///< of whatever else
        Options, ///< of one device
        Other,
        NatKeepalives, ///< of one device, or of one endpoint
        NotSip,        ///< the same
        Count
    };
    enum class State : quint8 {
        Running, ///< more is expected
        Ok,
        Failed,
        Unknown, ///< what came of it is not in the record, as far as that can be told
    };
    /// What made it so.
    enum class Why : quint8 {
        Nothing, ///< there is nothing to judge
        Waiting, ///< no final answer so far
        Answered,
        Challenged,   ///< and nothing came behind it
        Challenge,    ///< of a transaction: it ended so, as is usual
        Refused,      ///< by a status of 300 or more
        RefusedAgain, ///< challenged again: the credentials were refused
        NoAnswer,
        NoAck,
        Late,        ///< no heartbeat in time
        Stands,      ///< a call is answered, and nobody has hung up
        HungUp,      ///< BYE
        Cancelled,   ///< CANCEL, and then 487
        ByOperation, ///< see Operation::state
        NotSeen,     ///< the request that this answers is not in the record
        MayBeLost,   ///< what did not come may have been sent: the record has holes, or was never sent again
        RecordEnds,
        Count
    };

    quint32 first = 0, last = 0; ///< rows
    quint32 count = 0;           ///< messages
    quint32 by = 0;              ///< number of the message that made its state; 0: time passed
    quint32 operation = 0;       ///< Operation::request; 0: none
    quint32 device = 0, callId = 0;
    quint16 status = 0; ///< of the message `by`
    quint16 missed = 0; ///< heartbeats
    bool call = false;  ///< an INVITE is in it
    Kind kind = Kind::Other;
    State state = State::Running;
    Why why = Why::Nothing;

    /// How it stands.
    struct Outcome
    {
        State state = State::Running;
        Why why = Why::Nothing;
        quint16 status = 0;
        quint32 by = 0; ///< number of the message; 0: time passed

        bool operator==(const Outcome &) const = default;
    };
    Outcome outcome() const { return {state, why, status, by}; }
    bool isCall() const { return kind >= Kind::Play && kind <= Kind::Call; }
};

} // namespace gb
