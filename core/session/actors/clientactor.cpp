#include "core/client/devicecontrol.h"
#include "core/message/headers.h"
#include "core/session/actor.h"

namespace gb {
namespace {

/// Asks registered devices.
class ClientActor final : public Actor
{
public:
    explicit ClientActor(Premises &premises)
        : m_premises(premises)
    {
    }

    void open(const ServerConfig &config, const Endpoint &, Outbox &out) override
    {
        m_control = std::make_unique<DeviceControl>(
            config.serverId.toLatin1(), [&out](const Endpoint &to, TransportKind transport, const QByteArray &octets) {
                return out.send(to, transport, octets);
            });
    }
    void close(Outbox &out) override
    {
        stop(ConfigOutcome::Stopped, out);
        m_control.reset();
    }
    void receive(const Trace &trace, Outbox &out) override
    {
        m_control->receive(trace);
        tell(out);
    }
    void advance(TimePoint now, Outbox &out) override
    {
        if (!m_control)
            return;
        m_control->advance(now);
        tell(out);
    }
    std::optional<TimePoint> nextDeadline() override { return m_control ? m_control->nextDeadline() : std::nullopt; }
    void carryOut(const Wish &wish, Outbox &out) override
    {
        if (const auto *read = std::get_if<wish::ReadConfig>(&wish))
            ask(read->device, DeviceConfigTask::Kind::Read, {}, out);
        else if (const auto *push = std::get_if<wish::PushConfig>(&wish))
            ask(push->device, DeviceConfigTask::Kind::Push, push->expiration, out);
        else if (std::holds_alternative<wish::FallSilent>(wish))
            stop(ConfigOutcome::Silent, out); // what asks a device tells it that we are there
    }

private:
    void ask(const QString &device, DeviceConfigTask::Kind kind, std::optional<int> expiration, Outbox &out);
    void stop(ConfigOutcome why, Outbox &out);
    void tell(Outbox &out);

    Premises &m_premises;
    std::unique_ptr<DeviceControl> m_control; ///< while it listens as a server
};

void ClientActor::ask(const QString &device, DeviceConfigTask::Kind kind, std::optional<int> expiration, Outbox &out)
{
    const TimePoint now = m_premises.clock.now();
    const HeartbeatPolicy &ours = m_premises.devices.policy();
    if (!m_control || (m_premises.silence && m_premises.silence->covers(device))) {
        out.tell(ConfigReport{.device = device,
            .outcome = m_control ? ConfigOutcome::Silent : ConfigOutcome::Stopped,
            .ours = ours,
            .at = now});
        return;
    }
    DeviceControl::Target target{.id = device.toUtf8()};
    const Binding *const binding = m_premises.bindings ? m_premises.bindings->find(view(target.id)) : nullptr;
    if (binding && binding->expiresAt > now)
        target = {.id = target.id, .remote = binding->source, .local = binding->local, .transport = binding->transport};
    m_control->start(target, kind, ours, now, expiration);
    tell(out);
}

void ClientActor::stop(ConfigOutcome why, Outbox &out)
{
    if (!m_control)
        return;
    m_control->stop(m_premises.clock.now(), why);
    tell(out);
}

void ClientActor::tell(Outbox &out)
{
    for (const ConfigReport &report : m_control->takeReports())
        out.tell(report);
}

} // namespace

std::unique_ptr<Actor> makeClientActor(Premises &premises)
{
    return std::make_unique<ClientActor>(premises);
}

} // namespace gb
