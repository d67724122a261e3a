#include "core/base/octets.h"
#include "core/client/free/freecontrol.h"
#include "core/message/deviceid.h"
#include "core/session/actors/controlactor.h"

namespace gb {
namespace {

/// Sends messages that users wrote.
class FreeActor final : public ControlActor<FreeControl>
{
public:
    explicit FreeActor(Premises &premises)
        : ControlActor(premises)
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
    void send(const FreeQuestion &question, Outbox &out);
    void stopOne(quint64 id, Outbox &out);
    void stop(FreeOutcome why, Outbox &out);
    void tell(Outbox &out) override;

    Endpoint m_local; ///< where we listen
};

void FreeActor::send(const FreeQuestion &question, Outbox &out)
{
    const TimePoint now = m_premises.clock.now();
    if (!m_control || isSilentTo(question.device)) {
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
    with(out, [&](FreeControl &control, TimePoint now) { control.stop(id, now); });
}

void FreeActor::stop(FreeOutcome why, Outbox &out)
{
    with(out, [&](FreeControl &control, TimePoint now) { control.stopAll(now, why); });
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
