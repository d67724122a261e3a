#pragma once
#include "core/client/reply.h"
#include "core/client/task.h"

namespace gb {

/**
 * One question and what comes back, GB/T 28181-2022 9.3, 9.5, 9.7 and annex M. A device has `patience` for its answer,
 * from there for its first Response, and `partPatience` for each further one; `longest` in all. A Response that comes
 * ahead of the answer counts.
 */
class AskTask final : public ClientTask
{
public:
    static constexpr std::chrono::seconds patience{15}, partPatience{10}, longest{600};

    /// Values were checked. `question.device` and `about` are fit to be sent.
    AskTask(const AskQuestion &question, const AskCommand &command, AskReport report, quint32 sn);

    std::optional<ClientRequest> takeRequest(TimePoint now) override;
    void sent(quint64 number) override { m_report.request = number; }
    void answered(const Trace &answer) override;
    bool take(const Trace &message) override;
    void strange(const Trace &message) override;
    void stop(Stop why, TimePoint now) override;
    void advance(TimePoint now) override;
    TimePoint deadline() const override { return m_deadline; }
    bool over() const override { return m_state == State::Over; }
    QList<ClientReport> takeReports() override;
    bool isUrgent() const override { return m_command.needs == AskCommand::Needs::Answer; }

    quint64 id() const { return m_report.id; }
    const AskReport &report() const { return m_report; }

private:
    enum class State : quint8 { ToSend, Sent, Over };

    bool isOfOurs(const Manscdp &body) const;
    void takeResponse(const Trace &message);
    void wait(TimePoint now, Duration most);
    void settle(TimePoint now);
    AskOutcome judged() const;
    void end(AskOutcome outcome, TimePoint now);
    int wantedParts() const;

    const AskCommand &m_command;
    const QByteArray m_about;
    const AskValues m_values;
    const quint32 m_sn;
    State m_state = State::ToSend;
    AskReport m_report;
    ReplyReader m_reader;
    bool m_unreadable = false, m_other = false, m_news = false;
    TimePoint m_deadline = TimePoint::max(), m_end = TimePoint::max();
};

} // namespace gb
