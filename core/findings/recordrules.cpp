#include "core/base/rollinghash.h"
#include "core/devices/devicestore.h"
#include "core/findings/findings.h"
#include "core/message/deviceid.h"

/// The part of Findings that looks at the record as a whole: its times, and whether what is answered was asked.
namespace gb {
namespace {

constexpr TimePoint earliest{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}},
    latest{std::chrono::sys_days{std::chrono::year{2100} / 1 / 1}};
/// Behind the start of a record: what is answered then may have been asked ahead of it.
constexpr std::chrono::seconds begun{32};

std::optional<quint64> keyOf(const Manscdp &body)
{
    if (!body.sn || body.cmdType.isEmpty())
        return std::nullopt;
    return KeyHasher().add(body.cmdType.toStdString()).add(std::to_string(*body.sn)).key().a;
}

} // namespace

void Findings::noteTime(const Trace &trace)
{
    const TimePoint at = trace.datagram.at;
    m_number = trace.number;
    if (m_isDeaf)
        hearsAgain(at);
    if (!m_firstAt)
        m_firstAt = at;
    if (trace.datagram.fragment)
        m_log.raise(FindingCode::FragmentsMissing, {},
            {{}, trace.datagram.from.text() + QStringLiteral(" \u2192 ") + trace.datagram.to.text(), {}}, at,
            {trace.number});
    judgeRecord(trace);
    if (at >= earliest && at < latest)
        return;
    if (at < TimePoint{} + std::chrono::days(1) && trace.datagram.place < 0) { // a text's: packets have a place
        m_log.setTimes(FindingLog::Times::Unknown);
        return m_log.raise(FindingCode::TimesUnknown, {}, {}, at, {trace.number});
    }
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(at));
    m_log.raise(
        FindingCode::ImpossibleTimes, {}, {{}, QString::number(static_cast<int>(date.year())), {}}, at, {trace.number});
}

/// Whoever serves the devices himself sees all that passes between them and him.
void Findings::judgeRecord(const Trace &trace)
{
    m_log.takeForCapture(isCapture());
    if (!isCapture())
        return;
    const TimePoint at = trace.datagram.at;
    const quint64 before = m_quality.signs();
    if (m_quality.isBehindHole(trace))
        noteHole(trace);
    const auto gap = m_quality.observe(trace);
    m_log.doubtAll(m_quality.isDoubtful());
    if (gap) {
        const auto milliseconds = [](TimePoint when) {
            return QString::number(std::chrono::floor<std::chrono::milliseconds>(when.time_since_epoch()).count());
        };
        m_log.raise(
            FindingCode::RecordGap, {}, {{}, milliseconds(gap->from), milliseconds(gap->to)}, at, {trace.number});
        m_log.doubtGap(gap->from, gap->to);
    }
    if (m_quality.signs() != before || (trace.isResponse() && m_isOneWay))
        tellIncomplete(at, trace.number);
}

void Findings::tellIncomplete(TimePoint at, quint64 number)
{
    m_log.doubtAll(m_quality.isDoubtful());
    if (std::exchange(m_isOneWay, m_quality.isOneWay()) && !m_isOneWay)
        m_log.withdraw(FindingCode::RecordOneWay, {}, at);
    else if (m_isOneWay)
        m_log.raise(FindingCode::RecordOneWay, {}, {{}, QString::number(m_quality.unanswered()), {}}, at, {number});
    if (!m_quality.isIncomplete())
        return;
    m_log.raise(FindingCode::RecordIncomplete, {}, {{}, QString::number(m_quality.signs()), {}}, at, {number});
    m_log.doubtAll(m_quality.isDoubtful()); // now with its cause
}

/// G74, between messages: what was asked of the device may have been answered in there, and the other way round.
void Findings::noteHole(const Trace &trace)
{
    m_log.raise(FindingCode::HoleInCapture, {},
        {{}, trace.datagram.from.text() + QStringLiteral(" \u2192 ") + trace.datagram.to.text(), {}}, trace.datagram.at,
        {trace.number});
    m_hasCut = true;
    m_lostAt = trace.datagram.at;
    if (Dossier *const known = m_dossiers.value(trace.device).get()) {
        dropCatalog(*known);
        known->loseThread();
        known->requests.reset();
    }
}

/// G74 and G77. Of such a message no rule says anything: what it does not see may stand where the capture ends.
void Findings::noteCut(const Trace &trace)
{
    const Datagram &datagram = trace.datagram;
    if (datagram.cutAt > 0)
        m_log.raise(
            FindingCode::PacketsCut, {}, {{}, QString::number(datagram.cutAt), {}}, datagram.at, {trace.number});
    else
        m_log.raise(FindingCode::HoleInCapture, {},
            {{}, datagram.from.text() + QStringLiteral(" \u2192 ") + datagram.to.text(), {}}, datagram.at,
            {trace.number});
    m_hasCut = true;
    if (Dossier *const known = m_dossiers.value(trace.device).get()) {
        dropCatalog(*known); // a part of it may be in there
        known->loseThread();
    }
}

/// Whatever wants a Response: a Query, a Control, and what is told and answered, such as Broadcast.
void Findings::noteAsked(const Trace &trace)
{
    const auto key = keyOf(*trace.body);
    if (!key || trace.body->root == ManscdpRoot::Response || trace.body->root == ManscdpRoot::None
        || m_asked.contains(*key))
        return;
    m_asked.insert(*key);
    m_askedInTurn.push_back(*key);
    if (m_askedInTurn.size() > maxAsked) {
        m_asked.remove(m_askedInTurn.front());
        m_askedInTurn.pop_front();
    }
}

/// G14. Who asked whom is not looked at: a platform asks a recorder under the names of its channels. Nothing is said
/// where what passes in one direction alone was captured, nor of the start of a record in which the device was there
/// already; what we ask ourselves is all in it.
void Findings::judgeAsked(const RuleInput &in, Verdicts &out)
{
    const Manscdp &body = *in.trace.body;
    const auto key = body.root == ManscdpRoot::Response ? keyOf(body) : std::nullopt;
    if (!key || m_asked.contains(*key))
        return;
    const bool ours = in.site.live && !in.site.serverId.isEmpty();
    const bool registered = in.device.expires.count() > 0 && in.device.attempts.size() > 0;
    const bool early = in.trace.datagram.at - *m_firstAt < begun;
    if (m_hasCut || !in.contact.heardAt() || (early && !ours && !registered)) {
        m_asked.insert(*key); // of a long answer the rest comes later
        m_askedInTurn.push_back(*key);
        return;
    }
    out.raise(
        FindingCode::AnswerUnasked, {printable(body.cmdType, 40), QString::number(*body.sn), {}}, {in.trace.number});
}

} // namespace gb
