#pragma once
#include "core/flow/trace.h"
#include "core/server/bindings.h"
#include "core/server/noncestore.h"
#include "core/server/replycache.h"
#include "core/server/serverconfig.h"
#include "core/sip/digest.h"
#include "core/sip/replywriter.h"

namespace gb {

/**
 * The platform's side of registration and heartbeat, GB/T 28181-2022 9.1 and 9.6. Answers requests, never responses nor ACK, and only towards where a request came from;
 * a retransmission gets the octets of the first answer. Acts on nothing else: what a device is, is read from the record.
 */
class Registrar
{
public:
    explicit Registrar(ServerConfig config);

    /// The answers to one message, in order; mostly one. `wall` is for the Date header.
    QList<QByteArray> answer(const Trace &trace, TimePoint wall);
    /// Error answers held back by AnswerLimit.
    quint64 withheld() const { return m_withheld; }

private:
    struct Outcome
    {
        Reply reply;
        bool silent = false;
        bool trying = false;  ///< 100 first
        bool limited = false; ///< counts against AnswerLimit
    };

    Outcome decide(const Trace &trace, TimePoint wall);
    Outcome perform(const Trace &trace, TimePoint wall); ///< of a request that can be read
    Outcome refuse(int status, const QByteArray &headers = {}) const;
    Outcome doRegister(const Trace &trace, TimePoint wall);
    Outcome bind(const Trace &trace, std::string_view id, TimePoint wall);
    Outcome doMessage(const Trace &trace);
    Outcome unregisteredKeepalive() const;
    /// Empty when the credentials are right.
    std::optional<Outcome> authenticate(const Trace &trace, std::string_view id);
    bool rightDigest(const DigestCredentials &credentials) const;
    Outcome challenge(const Trace &trace, bool stale, bool limited);
    Outcome wrongPassword(const Trace &trace, std::string_view id);
    QByteArray date(TimePoint wall);
    QByteArray newTag();

    ServerConfig m_config;
    QByteArray m_realm, m_password;
    NonceStore m_nonces;
    Bindings m_bindings;
    ReplyCache m_replies;
    AnswerLimit m_limit;
    QHash<QByteArray, int> m_failures; ///< wrong digests in a row
    quint64 m_withheld = 0;
    quint64 m_tags = 0;
    std::chrono::seconds m_dateSecond{-1};
    QByteArray m_dateText;
};

} // namespace gb
