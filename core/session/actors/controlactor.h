#pragma once
#include "core/base/octets.h"
#include "core/session/actor.h"

#include <memory>

namespace gb {

/**
 * An actor whose work a control does: who asks registered devices for something, as long as we listen as a server. The
 * control has `Target`, receive(), advance() and nextDeadline(), and keeps what it has to tell until tell() takes it.
 */
template<typename Control>
class ControlActor : public Actor
{
public:
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

protected:
    using Target = typename Control::Target;

    explicit ControlActor(Premises &premises)
        : m_premises(premises)
    {
    }

    virtual void tell(Outbox &out) = 0;
    /// `act` takes the control and the time of now. Nothing where we do not listen.
    template<typename Act>
    void with(Outbox &out, Act act)
    {
        if (!m_control)
            return;
        act(*m_control, m_premises.clock.now());
        tell(out);
    }
    /// Where it is registered; nowhere, where it is not.
    Target target(const QString &device) const
    {
        const QByteArray id = device.toUtf8();
        Target there;
        if constexpr (requires { there.id; })
            there.id = id;
        const Binding *const binding = m_premises.bindings ? m_premises.bindings->find(view(id)) : nullptr;
        if (!binding || binding->expiresAt <= m_premises.clock.now())
            return there;
        there.remote = binding->source;
        there.local = binding->local;
        there.transport = binding->transport;
        return there;
    }
    bool isSilentTo(const QString &device) const { return m_premises.silence && m_premises.silence->covers(device); }

    Premises &m_premises;
    std::unique_ptr<Control> m_control; ///< while it listens as a server
};

} // namespace gb
