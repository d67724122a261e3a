#pragma once
#include "core/base/clock.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace gb {

/**
 * Something that one side asks of the other, with all that came of it, whatever the Call-IDs: a query with the parts of
 * its Response, an order, a subscription with its NOTIFYs (GB/T 28181-2022 9.3 to 9.5, 9.7, 9.11, A.2). A value that
 * crosses threads. Texts in it are safe to show.
 */
struct Operation
{
    static constexpr qsizetype maxMessages = 400;

    enum class Kind : quint8 { Query, Control, Notice, Subscription };
    enum class State : quint8 {
        Asked,       ///< no final SIP answer so far
        Accepted,    ///< 2xx, and the Response that is owed may still come
        Answering,   ///< a part of the Response came
        Active,      ///< a subscription is in force
        Done,        ///< all that the standard wants came
        Refused,     ///< by a status of 300 or more
        ErrorResult, ///< its Response says ERROR
        Unreadable,  ///< its Response cannot be read
        NoAnswer,    ///< no SIP answer until timer F fired, though it was sent again and again
        NoResponse,  ///< 2xx, and no Response in time
        OtherSn,     ///< the same, and one with an SN that nobody asked with
        Incomplete,  ///< parts of the Response did not come
        Ended,       ///< of a subscription, by either side
        Lapsed,      ///< of a subscription: it was not refreshed
        Unknown,     ///< what came of it may stand where the record has holes
        Count
    };

    quint64 request = 0; ///< number of the message that began it; names the operation
    Kind kind = Kind::Query;
    State state = State::Asked;
    quint64 by = 0; ///< number of the message that made it so; 0: time passed
    QString what;   ///< "Catalog query", "PTZ left", "Alarm subscription"
    QString cmdType;
    QString device;        ///< ID of the device that it belongs to; may be empty
    QString target;        ///< DeviceID of its body
    bool ofDevice = false; ///< the device asks, not the platform
    std::optional<qint64> sn;
    TimePoint at{};                  ///< it was asked
    TimePoint since{};               ///< it is in its state
    quint64 answer = 0;              ///< number of the final SIP answer to it
    int status = 0;                  ///< of that; 0: none came
    quint32 parts = 0;               ///< Responses, or NOTIFYs of a subscription
    quint64 last = 0;                ///< number of the last of them
    qint64 sum = -1;                 ///< SumNum, the parts that were asked for; -1: a single Response, or not told
    qint64 came = 0;                 ///< of those
    quint64 otherSn = 0;             ///< number of a Response with an SN that nobody asked with
    std::optional<qint64> strangeSn; ///< that SN
    bool overTcp = false;            ///< a part came over TCP
    bool large = false;              ///< a part came in a datagram of over 1,472 octets
    QList<quint64> messages;         ///< numbers of all of it, ascending, its first maxMessages
    quint64 more = 0;                ///< messages beyond those

    /// Nothing more is expected.
    bool isOver() const
    {
        return state != State::Asked && state != State::Accepted && state != State::Answering && state != State::Active;
    }
    /// It is odd or failed, as far as the record shows.
    bool isOdd() const { return isOver() && state != State::Done && state != State::Ended && state != State::Unknown; }
};

/// "done", "no-response": for programs, never translated.
QLatin1StringView stateName(Operation::State state);
/// "query", "control", "notice", "subscription".
QLatin1StringView kindName(Operation::Kind kind);

} // namespace gb

Q_DECLARE_METATYPE(gb::Operation)
