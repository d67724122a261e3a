#pragma once
#include "core/sip/useragent.h"
#include "tests/support/schedule.h"
#include "tests/support/siptraffic.h"

#include <deque>
#include <functional>

namespace gb::test {

/// A user agent, and a peer that is the test: what it sends is caught, what it is sent is written. What happens stands
/// in the log with its milliseconds: "INVITE 0 500 | Ringing 600".
class CallSite : public UserAgentOwner, public Schedule
{
public:
    explicit CallSite(const SipTimers &timers = {})
        : agent(*this, "34020000002000000001", "3402000000", timers)
    {
    }

    bool send(const Endpoint &to, TransportKind, const QByteArray &octets) override
    {
        if (deaf)
            return false;
        note('>' + what(octets));
        sent.append(octets);
        destinations.append(to);
        return true;
    }
    void callChanged(const CallNews &now) override
    {
        static const char *const events[] = {"incoming", "ringing", "answered", "confirmed", "modified", "ended"};
        static const char *const ends[] = {
            "", ":refused", ":timeout", ":transport", ":cancelled", ":peer-bye", ":our-bye", ":no-ack"};
        note(QByteArray(events[static_cast<int>(now.event)]) + ends[static_cast<int>(now.end)]);
        news.append(now);
        if (now.event == CallEvent::Incoming && onIncoming)
            onIncoming(now.call);
    }

    bool take(const QByteArray &octets, const Endpoint &from = peer)
    {
        return agent.receive(incoming(clock.now(), octets, transport, from), scanHead(view(octets)));
    }
    CallHandle invite()
    {
        return agent.invite({.uri = "sip:34020000001320000001@10.0.0.9:5060",
                                .destination = peer,
                                .local = us,
                                .transport = transport,
                                .contentType = "application/sdp",
                                .body = "v=0\r\n",
                                .headers = {{"Subject", "34020000001320000001:1,34020000002000000001:1"}}},
            clock.now());
    }
    /// What the peer answers to the latest of our requests with that method.
    bool peerAnswers(const char *method, int status, const QByteArray &toTag = "theirs",
        const QByteArray &headers = "Contact: <sip:cam@10.0.0.9:5066>\r\n")
    {
        return take(responseTo(latest(method), status, toTag, headers));
    }
    /// The latest message that we sent with this method or status.
    QByteArray latest(const char *which) const
    {
        for (auto it = sent.crbegin(); it != sent.crend(); ++it) {
            if (what(*it) == which)
                return *it;
        }
        return {};
    }
    /// A request of the peer within the dialog that our latest message with this method or status stands in.
    RequestText within(const QByteArray &method, int cseq, const char *ofStatus = "200") const
    {
        const QByteArray message = latest(ofStatus);
        const SipHead head = scanHead(view(message));
        const bool response = head.kind == SipKind::Response;
        return {.method = method,
            .branch = "z9hG4bK" + method + QByteArray::number(cseq),
            .fromTag = response ? bytes(head.from.tag) : bytes(head.to.tag),
            .toTag = response ? bytes(head.to.tag) : bytes(head.from.tag),
            .callId = bytes(head.callId),
            .cseq = cseq};
    }

    void runTo(Duration at) { run(agent, at); }

    TransportKind transport = TransportKind::Udp;
    bool deaf = false; ///< the transport refuses
    std::function<void(CallHandle)> onIncoming;
    UserAgent agent;
    QList<QByteArray> sent;
    QList<Endpoint> destinations;
    QList<CallNews> news;
};

} // namespace gb::test
