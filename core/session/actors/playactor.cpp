#include "core/base/octets.h"
#include "core/client/play/mediareceiver.h"
#include "core/client/play/playcontrol.h"
#include "core/message/deviceid.h"
#include "core/record/medianote.h"
#include "core/session/actor.h"

namespace gb {
namespace {

/// Plays channels of registered devices.
class PlayActor final : public Actor
{
public:
    explicit PlayActor(Premises &premises)
        : m_premises(premises)
        , m_ports(premises.clock)
    {
    }

    void open(const ServerConfig &config, const Endpoint &, Outbox &out) override
    {
        m_control = std::make_unique<PlayControl>(
            config.serverId.toLatin1(), config.domain.toLatin1(),
            [&out](const Endpoint &to, TransportKind transport, const QByteArray &octets) {
                return out.send(to, transport, octets).has_value();
            },
            m_ports);
        m_premises.ownsCall = [this](const Trace &trace) { return m_control && m_control->owns(trace); };
        m_premises.usedInCall = [this](const Dialog &dialog) {
            if (m_control)
                m_control->numberUsed(dialog);
        };
    }
    void close(Outbox &out) override
    {
        stop(PlayOutcome::Stopped, out);
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
        if (const auto *play = std::get_if<wish::Play>(&wish))
            begin(play->question, out);
        else if (const auto *end = std::get_if<wish::StopPlaying>(&wish))
            stopPlaying(end->id, out);
        else if (std::holds_alternative<wish::FallSilent>(wish))
            stop(PlayOutcome::Silent, out); // an INVITE tells a device that we are there
    }

private:
    void begin(const PlayQuestion &question, Outbox &out);
    void stopPlaying(quint64 id, Outbox &out);
    void stop(PlayOutcome why, Outbox &out);
    void tell(Outbox &out);
    PlayControl::Target target(const QString &device) const;

    Premises &m_premises;
    MediaReceiver m_ports;
    std::unique_ptr<PlayControl> m_control; ///< while it listens as a server
};

/// Where it is registered; nowhere, where it is not.
PlayControl::Target PlayActor::target(const QString &device) const
{
    const QByteArray id = device.toUtf8();
    const Binding *const binding = m_premises.bindings ? m_premises.bindings->find(view(id)) : nullptr;
    if (!binding || binding->expiresAt <= m_premises.clock.now())
        return {.id = id};
    return {.id = id, .remote = binding->source, .local = binding->local, .transport = binding->transport};
}

void PlayActor::begin(const PlayQuestion &question, Outbox &out)
{
    const TimePoint now = m_premises.clock.now();
    if (!m_control || (m_premises.silence && m_premises.silence->covers(question.device))) {
        const QString &channel = question.channel.isEmpty() ? question.device : question.channel;
        PlayReport report{.id = question.id, .device = printable(question.device), .channel = printable(channel)};
        report.way = question.way;
        report.outcome = m_control ? PlayOutcome::Silent : PlayOutcome::Stopped;
        report.askedAt = report.at = now;
        return out.tell(report);
    }
    m_control->play(target(question.device), question, now);
    tell(out);
}

void PlayActor::stopPlaying(quint64 id, Outbox &out)
{
    if (!m_control)
        return;
    m_control->stopPlaying(id, m_premises.clock.now());
    tell(out);
}

void PlayActor::stop(PlayOutcome why, Outbox &out)
{
    if (!m_control)
        return;
    m_control->stop(m_premises.clock.now(), why);
    tell(out);
}

void PlayActor::tell(Outbox &out)
{
    for (PlayNews &news : m_control->takeNews()) {
        // Media is in no record: what became of it is
        if (const auto *report = std::get_if<PlayReport>(&news); report && !report->offer.isEmpty())
            out.note(medianote::noteOf(report->media, report->channel, report->callId));
        std::visit([&out](auto &one) { out.tell(std::move(one)); }, news);
    }
}

} // namespace

std::unique_ptr<Actor> makePlayActor(Premises &premises)
{
    return std::make_unique<PlayActor>(premises);
}

} // namespace gb
