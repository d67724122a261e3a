#pragma once
#include "core/net/datagram.h"
#include "core/server/serverconfig.h"

#include <QThread>

namespace gb {

/// A handful of virtual cameras on loopback in a thread of their own, for whoever has no camera at hand: most are
/// healthy, one has a wrong password, one goes silent.
class DemoFleet
{
public:
    static constexpr std::chrono::seconds interval{4}; ///< so that a newcomer sees each state within a minute

    DemoFleet(const ServerConfig &server, const Endpoint &listening);
    ~DemoFleet();

private:
    QThread m_thread;
    QObject *m_cameras = nullptr; ///< their parent; lives and dies in m_thread
};

} // namespace gb
