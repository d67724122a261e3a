#pragma once
#include "core/devices/devicestore.h"
#include "core/flow/trace.h"
#include "core/record/note.h"
#include "core/server/bindings.h"
#include "core/session/liveoptions.h"
#include "core/session/wish.h"
#include "core/sip/dialogs.h"

#include <functional>

namespace gb {

/// What the actors of an engine know of each other and of the record.
struct Premises
{
    const LiveOptions &options;
    const Clock &clock;
    const DeviceStore &devices;
    const Bindings *bindings = nullptr;              ///< who is registered here; null where nothing listens as a server
    std::optional<Silence> silence{};                ///< of that server, on purpose
    std::function<bool(const Trace &)> ownsDialog{}; ///< a request within a dialog is of one of ours
    std::function<bool(const Trace &)> ownsCall{};   ///< a request is of a call of ours, which answers it itself
    std::function<bool(const Trace &)> ownsFree{};   ///< a NOTIFY or BYE is within what a user's message made
    std::function<void(const Dialog &)> usedInSubscription{}, usedInCall{}; ///< its local CSeq went to another request
};

/// By which an actor does something. What it sends and notes is in the record.
class Outbox
{
public:
    virtual ~Outbox() = default;
    /// Over TCP on the connection that its peer opened, RFC 3261 §18.2.2. Its number in the record, from 1; empty: the
    /// transport refused.
    virtual std::optional<quint64> send(const Endpoint &to, TransportKind transport, const QByteArray &octets) = 0;
    virtual void note(notes::What what) = 0;
    virtual void dropped(notes::Dropped::What what, quint64 amount) = 0;
    /// For whoever reads the record with another program.
    virtual void comment(const QString &text) = 0;
    /// Of a TCP connection: a device has registered by it, so it may be quiet for long.
    virtual void keepConnection(const Endpoint &peer) = 0;
    /// A batch with all that followed until now.
    virtual void tellNews() = 0;
    virtual void tell(Outcome outcome) = 0;
};

/**
 * Who takes part in what is heard: answers, asks, or plays a device. Lives in the engine's thread as long as the
 * engine; has neither sockets nor timers. `actors.cpp` lists them all: each gets what there is in that order.
 */
class Actor
{
public:
    virtual ~Actor() = default;

    /// From now on we listen as a server there; or no more, which may be told of one that never opened.
    virtual void open(const ServerConfig &, const Endpoint &, Outbox &) { }
    virtual void close(Outbox &) { }
    /// Each message that came to that server.
    virtual void receive(const Trace &, Outbox &) { }
    /// All that came at once was received.
    virtual void burstEnds(Outbox &) { }
    virtual void advance(TimePoint, Outbox &) { }
    /// When it wants advance(), as far as is known now.
    virtual std::optional<TimePoint> nextDeadline() { return {}; }
    /// It sees all wishes, and does what is its own.
    virtual void carryOut(const Wish &, Outbox &) { }
};

} // namespace gb
