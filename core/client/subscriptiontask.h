#pragma once
#include "core/client/task.h"

namespace gb {

/**
 * A subscription, GB/T 28181-2022 9.11 and RFC 6665: SUBSCRIBE, its refresh at four fifths of the time that the device
 * granted, NOTIFY within its dialog, and SUBSCRIBE with Expires 0 at its end. Who goes on notifying behind that gets
 * 481, which ends it on the other side (RFC 6665 §4.2.2). A NOTIFY may come ahead of the 200.
 */
class SubscriptionTask final : public ClientTask
{
public:
    static constexpr std::chrono::seconds patience{15}; ///< for each answer

    /// Values were checked.
    SubscriptionTask(const AskQuestion &question, const AskCommand &command, AskReport report, quint32 sn);

    std::optional<ClientRequest> takeRequest(TimePoint now) override;
    void sent(quint64 number) override;
    void answered(const Trace &answer) override;
    bool take(const Trace &message) override;
    void stop(Stop why, TimePoint now) override;
    void advance(TimePoint now) override;
    TimePoint deadline() const override { return m_deadline; }
    bool over() const override { return m_state == State::Over; }
    QList<ClientReport> takeReports() override { return std::exchange(m_news, {}); }
    QByteArray callId() const override { return m_callId; }
    bool owns(const SipHead &head) const override;
    void numberUsed(quint32 cseq) override { m_cseq = std::max(m_cseq, cseq); }
    bool leavesLastRequest() const override { return true; }

private:
    enum class State : quint8 { Asking, Active, Refreshing, Over };

    int wantedExpires() const;
    void began(const Trace &answer);
    void notified(const Trace &message);
    void end(AskOutcome outcome, TimePoint now);

    const AskCommand &m_command;
    const QByteArray m_about, m_callId, m_localTag;
    const AskValues m_values;
    const quint32 m_sn;
    const bool m_isEditionKnown;
    AskReport m_report;
    State m_state = State::Asking;
    bool m_toSend = true, m_leaving = false;
    QByteArray m_remoteTag, m_target;
    quint32 m_cseq = 0;
    std::optional<quint32> m_heardCSeq; ///< of the last NOTIFY
    TimePoint m_deadline = TimePoint::max(), m_endsAt = TimePoint::max();
    QList<ClientReport> m_news;
};

} // namespace gb
