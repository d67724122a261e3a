#include "core/base/octets.h"
#include "core/client/alarmanswer.h"
#include "core/client/devicecontrol.h"
#include "core/client/snapshot/picturereceiver.h"
#include "core/message/headers.h"
#include "core/session/actors/controlactor.h"

namespace gb {
namespace {

/// Asks registered devices.
class ClientActor final : public ControlActor<DeviceControl>
{
public:
    explicit ClientActor(Premises &premises)
        : ControlActor(premises)
        , m_pictures(premises.clock)
    {
    }

    ~ClientActor() override { m_control.reset(); } // ahead of what its orders look at

    void open(const ServerConfig &config, const Endpoint &, Outbox &out) override
    {
        m_control = std::make_unique<DeviceControl>(
            config.serverId.toLatin1(), [&out](const Endpoint &to, TransportKind transport, const QByteArray &octets) {
                return out.send(to, transport, octets);
            });
        m_control->setPicturePorts(m_pictures);
        m_premises.ownsDialog = [this](const Trace &trace) { return m_control && m_control->owns(trace); };
        m_premises.usedInSubscription = [this](const Dialog &dialog) {
            if (m_control)
                m_control->numberUsed(dialog.callId, dialog.localCSeq);
        };
    }
    void close(Outbox &out) override
    {
        stop(ClientTask::Stop::Stopped, out);
        m_control.reset();
    }
    void receive(const Trace &trace, Outbox &out) override
    {
        m_control->receive(trace);
        answerAlarm(trace);
        tell(out);
    }
    void carryOut(const Wish &wish, Outbox &out) override
    {
        if (const auto *read = std::get_if<wish::ReadConfig>(&wish))
            configure(read->device, DeviceConfigTask::Kind::Read, {}, out);
        else if (const auto *push = std::get_if<wish::PushConfig>(&wish))
            configure(push->device, DeviceConfigTask::Kind::Push, push->expiration, out);
        else if (const auto *question = std::get_if<wish::Ask>(&wish))
            ask(question->question, out);
        else if (const auto *end = std::get_if<wish::StopAsking>(&wish))
            stopAsking(end->id, out);
        else if (std::holds_alternative<wish::FallSilent>(wish))
            stop(ClientTask::Stop::Silent, out); // what asks a device tells it that we are there
    }

private:
    void configure(const QString &device, DeviceConfigTask::Kind kind, std::optional<int> expiration, Outbox &out);
    void ask(const AskQuestion &question, Outbox &out);
    void stopAsking(quint64 id, Outbox &out);
    void answerAlarm(const Trace &trace);
    void stop(ClientTask::Stop why, Outbox &out);
    void tell(Outbox &out) override;

    PictureReceiver m_pictures;
};

void ClientActor::configure(
    const QString &device, DeviceConfigTask::Kind kind, std::optional<int> expiration, Outbox &out)
{
    const TimePoint now = m_premises.clock.now();
    const HeartbeatPolicy &ours = m_premises.devices.policy();
    if (!m_control || isSilentTo(device)) {
        out.tell(ConfigReport{.device = device,
            .outcome = m_control ? ConfigOutcome::Silent : ConfigOutcome::Stopped,
            .ours = ours,
            .at = now});
        return;
    }
    m_control->start(target(device), kind, ours, now, expiration);
    tell(out);
}

void ClientActor::ask(const AskQuestion &question, Outbox &out)
{
    const TimePoint now = m_premises.clock.now();
    if (!m_control || isSilentTo(question.device)) {
        out.tell(AskReport{.id = question.id,
            .device = question.device,
            .about = question.about.isEmpty() ? question.device : question.about,
            .command = question.command,
            .outcome = m_control ? AskOutcome::Silent : AskOutcome::Stopped,
            .askedAt = now,
            .at = now});
        return;
    }
    const DeviceSnapshot *const known = m_premises.devices.device(question.device);
    m_control->ask(target(question.device), question, known ? known->gbVersion : QString(), now);
    tell(out);
}

/// Of a registered device, from where it is registered; the registrar has answered the MESSAGE itself.
void ClientActor::answerAlarm(const Trace &trace)
{
    if (!trace.isRequest() || trace.head.method != SipMethod::Message || trace.repeatOf != 0 || !trace.body
        || trace.body->cmdType != u"Alarm")
        return;
    const QString device = QString::fromLatin1(bytes(trace.head.from.uri.user));
    const DeviceControl::Target there = target(device);
    const QByteArray body = alarmResponse(*trace.body);
    if (!body.isEmpty() && there.remote == trace.datagram.from && isPlainId(view(there.id)) && !isSilentTo(device))
        m_control->tell(there, body, m_premises.clock.now());
}

void ClientActor::stopAsking(quint64 id, Outbox &out)
{
    with(out, [&](DeviceControl &control, TimePoint now) { control.stopAsking(id, now); });
}

void ClientActor::stop(ClientTask::Stop why, Outbox &out)
{
    with(out, [&](DeviceControl &control, TimePoint now) { control.stop(now, why); });
}

void ClientActor::tell(Outbox &out)
{
    for (ClientReport &report : m_control->takeReports())
        std::visit([&out](auto &one) { out.tell(std::move(one)); }, report);
}

} // namespace

std::unique_ptr<Actor> makeClientActor(Premises &premises)
{
    return std::make_unique<ClientActor>(premises);
}

} // namespace gb
