#pragma once
#include "core/sip/transactions.h"
#include "tests/support/schedule.h"
#include "tests/support/siptraffic.h"

namespace gb::test {

/// A transaction layer, a TU that only notes, and a clock that goes from one deadline to the next. What happens is
/// written down with its milliseconds: "INVITE 0 500 1500 | response 1600".
class TransactionSite : public TransactionUser, public Schedule
{
public:
    explicit TransactionSite(const SipTimers &timers = {}, const Transactions::Limits &limits = {})
        : layer(*this, timers, limits)
    {
    }

    bool send(const Endpoint &to, TransportKind, const QByteArray &octets) override
    {
        if (deaf)
            return false;
        note(what(octets));
        sent.append(octets);
        destinations.append(to);
        return true;
    }
    void timedOut(TransactionId, SipTimer timer) override { note(name(timer)); }
    void transportFailed(TransactionId) override { note("failed"); }
    void terminated(TransactionId which) override
    {
        note("end");
        ended.append(which);
    }

    Transactions::Result take(const QByteArray &octets, const Endpoint &from = peer)
    {
        const Transactions::Result result = layer.receive(
            incoming(clock.now(), octets, transport, from), scanHead(view(octets)));
        static const char *const names[] = {"new", "absorbed", "ack", "response", "stray", "overload", "unusable"};
        note(names[static_cast<int>(result.what)]);
        return result;
    }
    TransactionId start(const QByteArray &octets) { return id = layer.start(octets, peer, transport, clock.now()); }
    bool respond(int status) { return layer.respond(id, status, responseTo(request, status), clock.now()); }

    void runTo(Duration at) { run(layer, at); }

    Transactions layer;
    TransportKind transport = TransportKind::Udp;
    bool deaf = false;  ///< the transport refuses
    QByteArray request; ///< that the transaction is about
    TransactionId id;
    QList<QByteArray> sent;
    QList<Endpoint> destinations;
    QList<TransactionId> ended;
};

} // namespace gb::test
