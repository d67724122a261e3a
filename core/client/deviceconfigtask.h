#pragma once
#include "core/client/task.h"

namespace gb {

/**
 * Reads BasicParam of one device, or sets heartbeat interval and count (and Expiration where one is given) and reads
 * again to see. Neither sockets nor timers: body() is what to send, events come in, report() is there when it is over.
 * A device that stays silent to DeviceConfig is asked all the same: some obey without a word.
 */
class DeviceConfigTask final : public ClientTask
{
public:
    enum class Kind : quint8 { Read, Push };
    static constexpr std::chrono::seconds patience{15}; ///< for the answer, and from there for the Response

    DeviceConfigTask(QByteArray id, Kind kind, const HeartbeatPolicy &ours, quint32 sn, TimePoint now,
        std::optional<int> expiration = {});

    std::optional<ClientRequest> takeRequest(TimePoint now) override;
    void answered(const Trace &answer) override;
    bool take(const Trace &message) override;
    void stop(Stop why, TimePoint now) override;
    void advance(TimePoint now) override;
    TimePoint deadline() const override { return m_deadline; }
    bool over() const override { return m_step == Step::Over; }
    QList<ClientReport> takeReports() override;

private:
    enum class Step : quint8 { Setting, Reading, Over };

    void next(Step step);
    void end(ConfigOutcome outcome, TimePoint now);
    bool takeResponse(const ConfigBody &body, TimePoint now);
    void read(const ConfigBody &body, TimePoint now);
    BasicParam wanted() const;

    const QByteArray m_id;
    Step m_step;
    quint32 m_sn;
    bool m_toSend = true;
    bool m_accepted = false;   ///< the request had its 2xx
    bool m_unreadable = false; ///< a body came that nobody can pair with anything
    TimePoint m_deadline = TimePoint::max();
    ConfigReport m_report;
};

} // namespace gb
