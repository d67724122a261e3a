#pragma once
#include "core/flow/trace.h"
#include "core/message/digest.h"
#include "core/message/replywriter.h"
#include "core/server/bindings.h"
#include "core/server/challengeforms.h"
#include "core/server/failingaddresses.h"
#include "core/server/noncestore.h"
#include "core/server/serverconfig.h"

namespace gb {

/// The platform's side of registration and heartbeat, GB/T 28181-2022 9.1 and 9.6: decides how a request is answered.
/// Acts on nothing else: what a device is, is read from the record.
class Registrar
{
public:
    explicit Registrar(ServerConfig config);

    struct Answer
    {
        Reply reply;
        bool silent = false;
        bool limited = false; ///< counts against AnswerLimit
        bool trusted = false; ///< its sender is registered, and speaks from where it registered
    };

    /// Something about an address that people should know. No device is to blame for it.
    struct Notice
    {
        enum What : quint8 {
            Guesses, ///< authentication keeps failing from there: it is slowed down
            Places,  ///< its registrations, which nothing authenticated, made room for others
        };
        What what;
        IpAddress address; ///< null: many addresses
        qint64 count;      ///< failures lately; registrations that it holds
    };

    /// How fast who is not authenticated may go on.
    enum class Pace : quint8 {
        Free,
        Window, ///< as many challenges as one waits for are out: the next ones as errors are answered
        Slow,   ///< authentication keeps failing from there: one a second
    };
    static constexpr qsizetype udpWindow = 250, ///< challenges of one address that wait for their answer: 200 devices
                                                ///< behind one NAT come at once; who is over sends his request again
        tcpWindow = 1000;                       ///< nothing is sent again over TCP

    /// Of a REGISTER, ahead of answer().
    Pace paceOf(const Trace &trace);
    /// Says of a request within a dialog that it is of one of ours: it gets 200. Nobody's, until this is called.
    void setOwnsDialog(std::function<bool(const Trace &)> owns) { m_ownsDialog = std::move(owns); }
    /// To a request that is no ACK, and no repeat. `wall` is for the Date header.
    Answer answer(const Trace &trace, TimePoint wall);
    /// The same request came again, and gets the answer that it had.
    void repeated(const Trace &trace);
    /// Those since it was last asked; at most 64, one for each address.
    QList<Notice> takeNotices() { return std::exchange(m_notices, {}); }
    const NonceStore &nonces() const { return m_nonces; }
    const Bindings &bindings() const { return m_bindings; }
    /// One that an earlier start granted. False: there is no room, or it says that nothing authenticated it where now
    /// a password is asked for.
    bool restore(std::string_view id, Binding binding);
    const ChallengeForms &challenges() const { return m_challenges; }
    ChallengeForms &challenges() { return m_challenges; }

private:
    Answer decide(const Trace &trace, TimePoint wall);
    bool isTrusted(const Trace &trace) const;
    Answer perform(const Trace &trace, TimePoint wall); ///< of a request that can be read
    Answer refuse(int status, const QByteArray &headers = {}) const;
    Answer doRegister(const Trace &trace, TimePoint wall);
    Answer bind(const Trace &trace, std::string_view id, TimePoint wall);
    Answer doMessage(const Trace &trace);
    Answer unregisteredKeepalive() const;
    /// Empty when the credentials are right.
    std::optional<Answer> authenticate(const Trace &trace, std::string_view id);
    bool rightDigest(const DigestCredentials &credentials) const;
    Answer challenge(const Trace &trace, ChallengeForm form, bool stale, bool limited);
    void notice(Notice::What what, const IpAddress &address, qint64 count);
    Answer wrongPassword(const Trace &trace, std::string_view id);
    QByteArray date(TimePoint wall);

    ServerConfig m_config;
    QByteArray m_realm, m_password;
    NonceStore m_nonces;
    Bindings m_bindings;
    ChallengeForms m_challenges;
    std::function<bool(const Trace &)> m_ownsDialog;
    FailingAddresses m_failing;
    QHash<Key128, int> m_failures; ///< wrong digests in a row, by ID and address: a stranger changes nobody's answers
    QList<Notice> m_notices;
    std::chrono::seconds m_dateSecond{-1};
    QByteArray m_dateText;
};

} // namespace gb
