#pragma once
#include "core/client/asktask.h"
#include "core/client/snapshot/pictureports.h"

#include <QMap>

namespace gb {

/**
 * Pictures that the device takes and uploads, GB/T 28181-2022 9.14: SnapShotConfig with a URL of ours, its Response,
 * the uploads, then UploadSnapShotFinished. The port is open from the first takeRequest() until the end: at most the
 * time that the pictures take and `longest` more.
 */
class SnapshotTask final : public ClientTask
{
public:
    static constexpr std::chrono::milliseconds look{50};   ///< between two looks at the port
    static constexpr std::chrono::seconds openPatience{5}; ///< until the port is open
    static constexpr std::chrono::seconds patience{30};    ///< for the next picture, behind its Interval
    static constexpr std::chrono::seconds finishPatience{15}, strayPatience{5}; ///< for the Notify; for pictures behind
    static constexpr std::chrono::seconds longest{120};

    struct Way
    {
        PicturePorts *ports = nullptr;
        IpAddress local;  ///< by which the device reaches us
        IpAddress device; ///< its own
    };

    SnapshotTask(const AskQuestion &question, const AskCommand &command, AskReport report, quint32 sn, const Way &way);

    std::optional<ClientRequest> takeRequest(TimePoint now) override;
    void sent(quint64 number) override;
    void answered(const Trace &answer) override;
    bool take(const Trace &message) override;
    void strange(const Trace &message) override;
    void stop(Stop why, TimePoint now) override;
    void advance(TimePoint now) override;
    TimePoint deadline() const override;
    bool over() const override { return m_over; }
    QList<ClientReport> takeReports() override;
    bool isUrgent() const override { return false; }

private:
    void lookAtPort(TimePoint now);
    void begin(const QString &url);
    void take(const PictureNews &news, TimePoint now);
    void addPicture(const PictureNews &news, TimePoint now);
    bool takeFinish(const Trace &message);
    void lookAtOrder(TimePoint now);
    void hurry(TimePoint until) { m_until = std::min(m_until, until); }
    void decide(TimePoint now);
    void end(AskOutcome outcome, TimePoint now);
    void judge();
    std::chrono::seconds interval() const;

    AskQuestion m_question;
    const AskCommand &m_command;
    const quint32 m_sn;
    const Way m_way;
    AskReport m_report; ///< until the end: what is of the pictures alone
    AskSnapshot m_pictures;
    std::unique_ptr<PicturePort> m_port;
    std::unique_ptr<AskTask> m_order;
    QMap<int, int> m_refused; ///< statuses, how often
    bool m_opened = false, m_ordered = false, m_over = false, m_news = false, m_finishElsewhere = false,
         m_otherSession = false, m_stopped = false;
    TimePoint m_look = TimePoint::max(), m_until = TimePoint::max(), m_end = TimePoint::max();
};

} // namespace gb
