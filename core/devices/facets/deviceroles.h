#pragma once
#include "core/devices/facets/devicerows.h"
#include "core/devices/facets/newslog.h"
#include "core/devices/roster.h"

#include <QSet>

namespace gb {

/// Asks the roster who is who, and tells it what it does not know yet.
class DeviceRoles
{
public:
    DeviceRoles(DeviceRows &rows, NewsLog &news)
        : m_rows(rows)
        , m_news(news)
    {
    }

    const Roster &roster() const { return m_roster; }
    /// True: somebody may have turned out to stand above all the others.
    bool observe(const Trace &trace);
    /// A REGISTER names its platform in the Request-URI; and nobody but a platform sends a Query or a Control to a
    /// device.
    void learnPlatform(const Trace &trace);
    /// A heartbeat is a device's, whatever its ID says, unless it goes down to who registers with its sender.
    bool isFromAbove(const Trace &trace) const;
    /// A request to who registers with its sender. Of two that register with each other, one that asks for something.
    bool isAskedBelow(const Trace &trace) const;
    /// The row of who turned out to stand above all the others, which it should not have; null where it has none.
    TrackedDevice *wrongRowAt(const Endpoint &top) const;
    void settle();
    /// As it is now, with its role.
    DeviceSnapshot snapshotOf(const TrackedDevice &device) const;
    /// With the next one the roster may have forgotten what heartbeats told.
    quint32 round() const { return m_round; }

private:
    bool isServer(std::string_view id) const;
    bool tellsRoles(const Trace &trace);

    DeviceRows &m_rows;
    NewsLog &m_news;
    Roster m_roster;
    quint32 m_round = 1;
    QSet<QByteArray> m_servers; ///< IDs that REGISTER requests were sent to
};

} // namespace gb
