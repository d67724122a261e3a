#include "core/base/octets.h"
#include "core/client/play/mediareceiver.h"
#include "core/client/play/playcontrol.h"
#include "core/message/deviceid.h"
#include "core/record/medianote.h"
#include "core/session/actors/controlactor.h"

namespace gb {
namespace {

/// Plays channels of registered devices.
class PlayActor final : public ControlActor<PlayControl>
{
public:
    explicit PlayActor(Premises &premises)
        : ControlActor(premises)
        , m_ports(premises.clock)
    {
    }

    ~PlayActor() override { m_control.reset(); } // ahead of its ports

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
    void tell(Outbox &out) override;

    MediaReceiver m_ports;
};

void PlayActor::begin(const PlayQuestion &question, Outbox &out)
{
    const TimePoint now = m_premises.clock.now();
    if (!m_control || isSilentTo(question.device)) {
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
    with(out, [&](PlayControl &control, TimePoint now) { control.stopPlaying(id, now); });
}

void PlayActor::stop(PlayOutcome why, Outbox &out)
{
    with(out, [&](PlayControl &control, TimePoint now) { control.stop(now, why); });
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
