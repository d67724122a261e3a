#pragma once
#include "app/cli/linewriter.h"
#include "core/session/session.h"

#include <QHash>

namespace gb::cli {

/// Reads the heartbeat setting of each device when it has registered first, sets ours where it is told to, and measures
/// whether the device follows. Writes `config` and `config_measured` events, and `expires_measured` where an Expiration
/// is set, too.
class ConfigWatch
{
public:
    /// `push`: ours are set where they differ. `expiration`: in seconds, is set with them.
    ConfigWatch(Session &session, LineWriter &out, bool push, std::optional<int> expiration)
        : m_session(session)
        , m_out(out)
        , m_push(push)
        , m_expiration(expiration)
    {
    }

    void take(const Batch &batch);
    void take(const ConfigReport &report);

private:
    struct Device
    {
        std::optional<TimePoint> pushedAt; ///< while it is measured
        std::chrono::seconds wanted{0};
        HeartbeatHistory beats; ///< since then
    };
    void take(const DeviceSnapshot &device);
    void take(const BeatSeen &beat);

    Session &m_session;
    LineWriter &m_out;
    const bool m_push;
    const std::optional<int> m_expiration;
    QHash<QString, TimePoint> m_renewed; ///< when the Expiration was set whose effect was told
    QHash<QString, Device> m_devices;    ///< that were asked
};

} // namespace gb::cli
