#include "core/base/octets.h"
#include "core/client/free/freecontrol.h"
#include "core/message/deviceid.h"
#include "core/session/actor.h"

namespace gb {
namespace {

/// Sends messages that users wrote.
class FreeActor final : public Actor
{
public:
    explicit FreeActor(Premises &premises)
        : m_premises(premises)
    {
    }

    void open(const ServerConfig &config, const Endpoint &local, Outbox &out) override
    {
        m_local = local;
        m_control = std::make_unique<FreeControl>(
            config.serverId.toLatin1(), config.domain.toLatin1(),
            [&out](const Endpoint &to, TransportKind transport, const QByteArray &octets) {
                return out.send(to, transport, octets);
            },
            [this](const Dialog &dialog) {
                for (const auto &used : {m_premises.usedInSubscription, m_premises.usedInCall}) {
                    if (used)
                        used(dialog);
                }
            });
        m_premises.ownsFree = [this](const Trace &trace) { return m_control && m_control->owns(trace); };
    }
    void close(Outbox &out) override
    {
        stop(FreeOutcome::Stopped, out);
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
        if (const auto *one = std::get_if<wish::SendFree>(&wish))
            send(one->question, out);
        else if (const auto *end = std::get_if<wish::StopFree>(&wish))
            stopOne(end->id, out);
        else if (const auto *list = std::get_if<wish::ListDialogs>(&wish))
            out.tell(FreeDialogList{list->id,
                m_control ? m_control->dialogs(
                    list->device.isEmpty() ? list->remote.address : target(list->device).remote.address)
                          : QList<FreeDialog>()});
        else if (std::holds_alternative<wish::FallSilent>(wish))
            stop(FreeOutcome::Silent, out); // whatever it is, it tells a device that we are there
    }

private:
    FreeControl::Target target(const QString &device) const;
    void send(const FreeQuestion &question, Outbox &out);
    void stopOne(quint64 id, Outbox &out);
    void stop(FreeOutcome why, Outbox &out);
    void tell(Outbox &out);

    Premises &m_premises;
    Endpoint m_local;                       ///< where we listen
    std::unique_ptr<FreeControl> m_control; ///< while it listens as a server
};

/// Where it is registered; nowhere, where it is not.
FreeControl::Target FreeActor::target(const QString &device) const
{
    const QByteArray id = device.toUtf8();
    const Binding *const binding = m_premises.bindings ? m_premises.bindings->find(view(id)) : nullptr;
    if (!binding || binding->expiresAt <= m_premises.clock.now())
        return {};
    return {.remote = binding->source, .local = binding->local, .transport = binding->transport};
}

void FreeActor::send(const FreeQuestion &question, Outbox &out)
{
    const TimePoint now = m_premises.clock.now();
    if (!m_control || (m_premises.silence && m_premises.silence->covers(question.device))) {
        FreeReport report{.id = question.id, .device = printable(question.device, 64), .remote = question.remote};
        report.outcome = m_control ? FreeOutcome::Silent : FreeOutcome::Stopped;
        report.askedAt = report.at = now;
        return out.tell(report);
    }
    const bool known = question.local.port != 0;
    m_control->send(question.device.isEmpty()
            ? FreeControl::Target{question.remote, known ? question.local : m_local, question.transport}
            : target(question.device),
        question, now);
    tell(out);
}

void FreeActor::stopOne(quint64 id, Outbox &out)
{
    if (!m_control)
        return;
    m_control->stop(id, m_premises.clock.now());
    tell(out);
}

void FreeActor::stop(FreeOutcome why, Outbox &out)
{
    if (!m_control)
        return;
    m_control->stopAll(m_premises.clock.now(), why);
    tell(out);
}

void FreeActor::tell(Outbox &out)
{
    for (FreeReport &report : m_control->takeReports())
        out.tell(std::move(report));
}

} // namespace

std::unique_ptr<Actor> makeFreeActor(Premises &premises)
{
    return std::make_unique<FreeActor>(premises);
}

} // namespace gb
