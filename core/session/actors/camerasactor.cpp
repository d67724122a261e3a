#include "core/session/actor.h"
#include "core/simulator/demofleet.h"

namespace gb {
namespace {

/// Plays cameras that come to our own server. They have sockets and a thread of their own, as others have who come.
class CamerasActor final : public Actor
{
public:
    explicit CamerasActor(bool wanted)
        : m_wanted(wanted)
    {
    }

    void open(const ServerConfig &config, const Endpoint &local, Outbox &) override
    {
        m_fleet.reset(); // they would go on where nobody listens any more
        if (m_wanted)
            m_fleet = std::make_unique<DemoFleet>(config, local);
    }

private:
    const bool m_wanted;
    std::unique_ptr<DemoFleet> m_fleet;
};

} // namespace

std::unique_ptr<Actor> makeCamerasActor(Premises &premises)
{
    return std::make_unique<CamerasActor>(premises.options.cameras);
}

} // namespace gb
