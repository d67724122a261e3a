#include "core/client/silencetest.h"
#include "core/server/sipserver.h"
#include "core/session/actor.h"
#include "core/session/bindingkeeper.h"
#include "core/session/notevalues.h"

#include <QDateTime>

namespace gb {
namespace {

constexpr std::chrono::milliseconds ending{10};
constexpr qsizetype namedInComment = 20; ///< devices

QString commentFor(const Silence &silence)
{
    QStringList ids(silence.devices.begin(), silence.devices.end());
    std::sort(ids.begin(), ids.end());
    if (ids.size() > namedInComment)
        ids = ids.mid(0, namedInComment) << QStringLiteral("and %1 more").arg(silence.devices.size() - namedInComment);
    const QString whom = ids.isEmpty() ? QStringLiteral("nobody gets an answer")
                                       : QStringLiteral("no answer to ") + ids.join(QStringLiteral(", "));
    const auto when = std::chrono::duration_cast<std::chrono::milliseconds>(silence.until.time_since_epoch()).count();
    return QStringLiteral("gbscope is silent on purpose from here on: %1 until %2 at the latest.")
        .arg(whom, QDateTime::fromMSecsSinceEpoch(when).toString(Qt::ISODate));
}

/// Answers as a SIP server, or is silent on purpose.
class RegistrarActor final : public Actor
{
public:
    explicit RegistrarActor(Premises &premises)
        : m_premises(premises)
    {
    }

    void open(const ServerConfig &config, const Endpoint &local, Outbox &out) override;
    void close(Outbox &out) override;
    void receive(const Trace &trace, Outbox &out) override;
    void burstEnds(Outbox &out) override;
    void advance(TimePoint now, Outbox &out) override;
    std::optional<TimePoint> nextDeadline() override;
    void carryOut(const Wish &wish, Outbox &out) override;

private:
    void fallSilent(const wish::FallSilent &wish, Outbox &out);
    void answerAgain(Outbox &out);
    SilenceChange covered(const QStringList &devices, std::chrono::seconds duration) const;
    static void send(const QList<SipServer::Outgoing> &outgoing, Outbox &out);
    void tellNotices(Outbox &out);
    void keep(Outbox &out);
    void tellKept(const QList<KeptRegistration> &kept, Outbox &out);

    Premises &m_premises;
    std::unique_ptr<SipServer> m_server; ///< while it listens as one
    BindingKeeper m_keeper;
    ChallengeForms::Learnt m_learntForms; ///< of the servers before
    quint64 m_withheldTold = 0;           ///< of m_server
};

void RegistrarActor::open(const ServerConfig &config, const Endpoint &local, Outbox &out)
{
    m_server = std::make_unique<SipServer>(config);
    m_server->registrar().challenges().setLearnt(m_learntForms);
    m_server->registrar().setOwnsDialog([this](const Trace &trace) {
        return (m_premises.ownsDialog && m_premises.ownsDialog(trace))
            || (m_premises.ownsFree && m_premises.ownsFree(trace));
    });
    m_premises.bindings = &std::as_const(*m_server).registrar().bindings();
    m_withheldTold = 0;
    tellKept(m_keeper.open(config, local, m_server->registrar(), m_premises.clock.now(), m_premises.clock.wall()), out);
}

void RegistrarActor::close(Outbox &out)
{
    answerAgain(out);
    if (!m_server)
        return;
    m_keeper.close(m_server->registrar(), m_premises.clock.now(), m_premises.clock.wall());
    m_learntForms = m_server->registrar().challenges().learnt();
    m_premises.bindings = nullptr;
    m_server.reset();
}

void RegistrarActor::receive(const Trace &trace, Outbox &out)
{
    if (!m_premises.ownsCall || !m_premises.ownsCall(trace))
        send(m_server->receive(trace, m_premises.clock.wall()), out);
    if (trace.datagram.transport == TransportKind::Tcp && m_premises.bindings->holds(trace.datagram.from))
        out.keepConnection(trace.datagram.from);
    tellNotices(out);
}

void RegistrarActor::burstEnds(Outbox &out)
{
    if (!m_server)
        return;
    const quint64 withheld = m_server->withheld();
    out.dropped(notes::Dropped::What::Withheld, withheld - std::exchange(m_withheldTold, withheld));
    keep(out);
}

void RegistrarActor::advance(TimePoint now, Outbox &out)
{
    if (m_premises.silence && m_premises.silence->until <= now)
        answerAgain(out);
    if (m_server)
        send(m_server->advance(m_premises.clock.now()), out);
    if (m_server)
        keep(out);
}

std::optional<TimePoint> RegistrarActor::nextDeadline()
{
    auto next = m_server ? m_server->nextDeadline() : std::nullopt;
    if (next)
        *next += ending; // most of it is the end of what was answered, which nobody waits for: many at once
    if (const auto write = m_server ? m_keeper.due(m_server->registrar()) : std::nullopt)
        next = next ? std::min(*next, *write) : write;
    if (m_premises.silence)
        next = next ? std::min(*next, m_premises.silence->until) : m_premises.silence->until;
    return next;
}

void RegistrarActor::carryOut(const Wish &wish, Outbox &out)
{
    if (const auto *silence = std::get_if<wish::FallSilent>(&wish))
        fallSilent(*silence, out);
    else if (std::holds_alternative<wish::AnswerAgain>(wish))
        answerAgain(out);
}

void RegistrarActor::send(const QList<SipServer::Outgoing> &outgoing, Outbox &out)
{
    for (const SipServer::Outgoing &one : outgoing)
        out.send(one.to, one.transport, one.octets);
}

void RegistrarActor::tellNotices(Outbox &out)
{
    using What = notes::AddressNotice::What;
    for (const Registrar::Notice &one : m_server->registrar().takeNotices())
        out.note(notes::AddressNotice{one.what == Registrar::Notice::Guesses ? What::Guesses : What::PlacesSpoofed,
            one.address.toString(), static_cast<quint64>(one.count)});
}

/// The registrations in force, on the disk.
void RegistrarActor::keep(Outbox &out)
{
    m_keeper.look(m_server->registrar(), m_premises.clock.now(), m_premises.clock.wall());
    tellKept({}, out);
}

/// Who is known from an earlier start, and what is wrong with the file that tells.
void RegistrarActor::tellKept(const QList<KeptRegistration> &kept, Outbox &out)
{
    const QString problem = m_keeper.takeProblem();
    if (kept.isEmpty() && problem.isEmpty())
        return;
    notes::RegisteredBefore note = notevalues::noteOf(kept);
    note.problem = problem;
    out.note(std::move(note));
}

/// What begins, and of whom it will be told.
SilenceChange RegistrarActor::covered(const QStringList &devices, std::chrono::seconds duration) const
{
    const TimePoint now = m_premises.clock.now();
    SilenceChange change{
        .on = true, .silence = {.devices = QSet<QString>(devices.begin(), devices.end()), .since = now}, .at = now};
    auto enough = SilenceTest::enoughFor(m_premises.devices.policy());
    for (const DeviceSnapshot &one : m_premises.devices.snapshots()) {
        const bool there = one.verdict.state == DeviceState::Online || one.verdict.state == DeviceState::Late;
        if (!there || !one.contact.heardAt() || !change.silence.covers(one.id))
            continue;
        change.devices.append(one);
        enough = std::max(enough, SilenceTest::enoughFor(one.policy));
    }
    change.silence.until = now
        + std::clamp(duration.count() > 0 ? duration : enough, std::chrono::seconds(1), Silence::longest);
    return change;
}

void RegistrarActor::fallSilent(const wish::FallSilent &wish, Outbox &out)
{
    answerAgain(out);
    if (!m_server)
        return out.tell(SilenceChange{.at = m_premises.clock.now()});
    const SilenceChange change = covered(wish.devices, wish.duration);
    out.tellNews(); // what was ahead of it
    m_premises.silence = change.silence;
    m_server->setSilence(m_premises.silence);
    out.note(notevalues::noteOf(change.silence));
    out.comment(commentFor(change.silence));
    out.tell(change);
}

void RegistrarActor::answerAgain(Outbox &out)
{
    if (!m_premises.silence)
        return;
    const TimePoint now = m_premises.clock.now();
    out.tellNews();
    const SilenceChange change{.silence = *m_premises.silence, .at = now, .devices = {}};
    m_premises.silence.reset();
    out.note(notes::SilenceEnded{});
    if (m_server)
        m_server->setSilence({});
    out.comment(QStringLiteral("gbscope answers again from here on."));
    out.tell(change);
}

} // namespace

std::unique_ptr<Actor> makeRegistrarActor(Premises &premises)
{
    return std::make_unique<RegistrarActor>(premises);
}

} // namespace gb
