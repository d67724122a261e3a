#pragma once
#include "core/devices/heartbeat.h"
#include "core/message/basicparam.h"

#include <QString>

namespace gb {

enum class ConfigOutcome : quint8 {
    Done,
    NotRegistered, ///< nobody knows where it is
    OddId,         ///< its ID could not stand in a request
    Busy,          ///< it is being asked already, or too many are
    NotSent,       ///< the transport refused
    NoAnswer,      ///< nothing within 15 s
    Refused,       ///< by a status of 300 or more
    NoResponse,    ///< 200, but no Response within 15 s
    Unreadable,    ///< its Response is no XML, or none that may be read
    ErrorResult,   ///< its Response says ERROR
    NotSupported,  ///< its Response says OK, and nothing of BasicParam
    OutOfRange,    ///< a value that nobody can mean
    NotTaken,      ///< it said OK to ours, and then tells others
    Stopped,       ///< the listener was closed meanwhile
    Silent,        ///< the server is silent to it on purpose
};

/// What became of reading or setting a device's heartbeat: a value that crosses threads.
struct ConfigReport
{
    QString device;
    ConfigOutcome outcome = ConfigOutcome::Done;
    bool pushed = false;             ///< ours were sent to it, and it did not refuse them
    int status = 0;                  ///< of Refused
    QString detail;                  ///< of ErrorResult and OutOfRange; safe to show
    BasicParam values;               ///< that it told last; empty where it told none
    HeartbeatPolicy ours;            ///< that it is compared with
    std::optional<int> expiration{}; ///< Expiration in seconds that was to be set, too; empty: left as it is
    TimePoint at{};

    /// Both ends are set alike. Expiration is the device's to choose, and ours to grant: it counts only where it was to
    /// be set.
    bool match() const
    {
        return values.interval == ours.interval.count() && values.count == ours.timeoutCount
            && (!expiration || values.expiration == expiration);
    }
};

/// Expiration that may be set, in seconds. GB/T 28181-2022 9.1.1 wants 3600 at least; shorter ones are for trying out
/// refreshes.
constexpr int leastExpiration = 60, mostExpiration = 604'800, advisedExpiration = 3600;

/**
 * Reads BasicParam of one device, or sets heartbeat interval and count (and Expiration where one is given) and reads
 * again to see. Neither sockets nor timers: body() is what to send, events come in, report() is there when it is over.
 * A device that stays silent to DeviceConfig is asked all the same: some obey without a word.
 */
class DeviceConfigTask
{
public:
    enum class Kind : quint8 { Read, Push };
    static constexpr std::chrono::seconds patience{15}; ///< for the answer, and from there for the Response

    DeviceConfigTask(QByteArray id, Kind kind, const HeartbeatPolicy &ours, quint32 sn, TimePoint now,
        std::optional<int> expiration = {});

    /// Of the request that is to be sent now. Empty: it is out already, or all is over. Taking it begins the wait.
    QByteArray takeBody(TimePoint now);
    /// The final answer to the last request.
    void answered(int status, TimePoint now);
    void notSent(TimePoint now) { end(ConfigOutcome::NotSent, now); }
    /// A Response of the device, or a body of it that cannot be read. False: it has nothing to do with this.
    bool take(const ConfigBody &body, TimePoint now);
    void stop(ConfigOutcome why, TimePoint now) { end(why, now); }
    void advance(TimePoint now);

    /// Never, when it is over.
    TimePoint deadline() const { return m_deadline; }
    bool over() const { return m_step == Step::Over; }
    const ConfigReport &report() const { return m_report; }

private:
    enum class Step : quint8 { Setting, Reading, Over };

    void next(Step step);
    void end(ConfigOutcome outcome, TimePoint now);
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
