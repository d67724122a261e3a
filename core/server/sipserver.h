#pragma once
#include "core/server/answerlimit.h"
#include "core/server/registrar.h"
#include "core/server/silence.h"
#include "core/sip/transactions.h"

#include <QSet>

namespace gb {

/**
 * What answers on our port: server transactions (RFC 3261 §17.2), and the registrar as their user. Neither sockets nor
 * timers: what is to be sent is returned. Answers requests, never responses nor ACK, and only towards where a request
 * came from; a retransmission gets the octets of the first answer and is decided upon once.
 */
class SipServer final : private TransactionUser
{
public:
    struct Outgoing
    {
        Endpoint to;
        TransportKind transport = TransportKind::Udp;
        QByteArray octets;
    };

    explicit SipServer(ServerConfig config, const SipTimers &timers = {});

    /// In the order in which it goes out. `wall` is for the Date header.
    QList<Outgoing> receive(const Trace &trace, TimePoint wall);
    /// What a timer sends: the refusal of an INVITE, until its ACK.
    QList<Outgoing> advance(TimePoint now);
    std::optional<TimePoint> nextDeadline() { return m_transactions.nextDeadline(); }

    /// Whom it covers is not heard and gets nothing, neither answers nor repeats of those that it had, until the next
    /// call: to him the server is gone. Empty: everybody is answered.
    void setSilence(std::optional<Silence> silence) { m_silence = std::move(silence); }

    /// Error answers held back by AnswerLimit, and requests of addresses that are slowed down.
    quint64 withheld() const { return m_withheld; }
    const Transactions &transactions() const { return m_transactions; }
    const Registrar &registrar() const { return m_registrar; }
    Registrar &registrar() { return m_registrar; }

private:
    bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) override;
    void timedOut(TransactionId, SipTimer) override { }
    void transportFailed(TransactionId) override { }
    void terminated(TransactionId id) override;

    void requestReceived(TransactionId id, const Trace &trace, TimePoint wall);
    void answerWithoutTransaction(const Trace &trace, TimePoint wall);
    QByteArray write(const Trace &trace, Registrar::Answer answer);
    bool mayGoOn(const Trace &trace);
    bool withhold(const Trace &trace, bool limited);
    bool isSilentTo(const SipHead &head) const;

    Registrar m_registrar;
    Transactions m_transactions;
    AnswerLimit m_limit;
    AnswerLimit m_slowLimit{1}; ///< of addresses from which authentication keeps failing
    std::optional<Silence> m_silence;
    QSet<TransactionId> m_limited; ///< whose answers count each time they are sent
    QList<Outgoing> m_out;
    bool m_mute = false; ///< what is sent now is only remembered
    quint64 m_withheld = 0;
};

} // namespace gb
