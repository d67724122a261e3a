#include "core/findings/recordwatch.h"

#include "core/base/rollinghash.h"
#include "core/devices/servercontact.h"
#include "core/findings/findings.h"
#include "core/message/deviceid.h"

namespace gb {
namespace {

constexpr TimePoint earliest{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}},
    latest{std::chrono::sys_days{std::chrono::year{2100} / 1 / 1}};

std::optional<quint64> keyOf(const Manscdp &body)
{
    if (!body.sn || body.cmdType.isEmpty())
        return std::nullopt;
    return KeyHasher().add(body.cmdType.toStdString()).add(std::to_string(*body.sn)).key().a;
}

} // namespace

void RecordWatch::observe(const Trace &trace)
{
    const TimePoint at = trace.datagram.at;
    if (!m_firstAt)
        m_firstAt = at;
    constexpr qsizetype unfragmented = 1472; // of Ethernet; a record may tell of no fragments
    m_hasFragments |= trace.datagram.transport == TransportKind::Udp && !trace.datagram.cut
        && trace.datagram.octets.size() > unfragmented;
    if (trace.datagram.fragment)
        m_base.log.raise(FindingCode::FragmentsMissing, {},
            {{}, trace.datagram.from.text() + QStringLiteral(" \u2192 ") + trace.datagram.to.text(),
                m_hasFragments ? QStringLiteral("others") : QString()},
            at, {trace.number});
    judgeQuality(trace);
    if (at >= earliest && at < latest)
        return;
    if (at < TimePoint{} + std::chrono::days(1) && trace.datagram.place < 0) { // a text's: packets have a place
        m_base.log.setTimes(FindingLog::Times::Unknown);
        return m_base.log.raise(FindingCode::TimesUnknown, {}, {}, at, {trace.number});
    }
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(at));
    m_base.log.raise(
        FindingCode::ImpossibleTimes, {}, {{}, QString::number(static_cast<int>(date.year())), {}}, at, {trace.number});
}

std::optional<TimePoint> RecordWatch::holeAhead(const Trace &trace)
{
    if (!m_base.isCapture())
        return std::nullopt;
    const TimePoint at = trace.datagram.at;
    std::optional<RecordQuality::Gap> gap = m_quality.gapAhead(at);
    if (gap && !m_base.areMissed(gap->from, at, gap->isEarly))
        gap.reset();
    if (!gap && m_base.countsThroughSilence(trace))
        gap = {m_base.heardAt, at};
    if (!gap)
        return std::nullopt;
    m_hole = gap;
    m_base.noteHole(gap->from, at);
    return gap->from;
}

void RecordWatch::passed(TimePoint at)
{
    m_quality.passed(at);
    m_base.noteHeard(at);
}

void RecordWatch::clockBack(TimePoint to)
{
    m_quality.clockBack(to);
    m_hole.reset();
    m_base.clockBack(to);
}

/// Whoever serves the devices himself sees all that passes between them and him.
void RecordWatch::judgeQuality(const Trace &trace)
{
    m_base.log.takeForCapture(m_base.isCapture());
    if (!m_base.isCapture())
        return;
    const TimePoint at = trace.datagram.at;
    const quint64 before = m_quality.signs();
    if (m_quality.isBehindHole(trace))
        noteHole(trace);
    const auto gap = m_quality.observe(trace);
    m_base.log.doubtAll(m_quality.isDoubtful());
    const bool isHole = m_hole && m_hole->to == at;
    if (gap && !isHole)
        m_quality.wasRhythm(*gap);
    if (isHole) {
        m_quality.wasGap(*m_hole);
        m_base.tellGap(m_hole->from, at, at, trace.number);
    }
    m_base.isDoubtful = m_quality.isDoubtful();
    if (m_quality.signs() != before || (trace.isResponse() && m_isOneWay))
        tellIncomplete(at, trace.number);
}

void RecordWatch::tellIncomplete(TimePoint at, quint64 number)
{
    m_base.log.doubtAll(m_quality.isDoubtful());
    if (std::exchange(m_isOneWay, m_quality.isOneWay()) && !m_isOneWay)
        m_base.log.withdraw(FindingCode::RecordOneWay, {}, at);
    else if (m_isOneWay)
        m_base.log.raise(
            FindingCode::RecordOneWay, {}, {{}, QString::number(m_quality.unanswered()), {}}, at, {number});
    if (!m_quality.isIncomplete() || m_quality.signs() == std::exchange(m_toldSigns, m_quality.signs()))
        return;
    m_base.log.raise(FindingCode::RecordIncomplete, {}, {{}, QString::number(m_quality.signs()), {}}, at, {number});
    m_base.log.doubtAll(m_quality.isDoubtful()); // now with its cause
}

/// G74, between messages: what was asked of the device may have been answered in there, and the other way round.
void RecordWatch::noteHole(const Trace &trace)
{
    m_base.log.raise(FindingCode::HoleInCapture, {},
        {{}, trace.datagram.from.text() + QStringLiteral(" \u2192 ") + trace.datagram.to.text(), {}}, trace.datagram.at,
        {trace.number});
    m_hasCut = true;
    m_base.lostAt = trace.datagram.at;
    if (Dossier *const known = m_base.dossiers.known(trace.device)) {
        m_catalogs.drop(*known);
        if (known->beatOverTcp)
            m_base.log.withdraw(FindingCode::BeatUnanswered, known->id, trace.datagram.at); // its answer may be in
                                                                                            // there
        known->loseThread();
        known->forgetRequests();
    }
}

/// G74 and G77. Of such a message no rule says anything: what it does not see may stand where the capture ends.
void RecordWatch::noteCut(const Trace &trace)
{
    const Datagram &datagram = trace.datagram;
    if (datagram.atEnd) // which is no hole
        return;
    if (datagram.cutAt > 0)
        m_base.log.raise(
            FindingCode::PacketsCut, {}, {{}, QString::number(datagram.cutAt), {}}, datagram.at, {trace.number});
    else
        m_base.log.raise(FindingCode::HoleInCapture, {},
            {{}, datagram.from.text() + QStringLiteral(" \u2192 ") + datagram.to.text(), {}}, datagram.at,
            {trace.number});
    m_hasCut = true;
    if (Dossier *const known = m_base.dossiers.known(trace.device)) {
        m_catalogs.drop(*known); // a part of it may be in there
        known->loseThread();
    }
}

/// Whoever repeats what is not answered, and did not repeat this, had the answer.
void RecordWatch::missing(const Awaited &awaited)
{
    if (!awaited.unrepeated || !m_base.isCapture())
        return;
    const Dossier *const known = m_base.dossiers.known(awaited.device);
    m_quality.missing(known && known->repeats(awaited.number));
    tellIncomplete(awaited.deadline, awaited.number);
}

void RecordWatch::answerUnseen(const Trace &trace)
{
    if (!m_base.isCapture() || m_quality.hasLooseAnswers()) // it may stand ahead of its request
        return;
    m_quality.answerUnseen();
    tellIncomplete(trace.datagram.at, trace.number);
}

/// Whatever wants a Response: a Query, a Control, and what is told and answered, such as Broadcast.
void RecordWatch::noteAsked(const Trace &trace)
{
    const auto key = keyOf(*trace.body);
    if (!key || trace.body->root == ManscdpRoot::Response || trace.body->root == ManscdpRoot::None
        || m_asked.contains(*key))
        return;
    keepAsked(*key);
    if (m_askedInTurn.size() > Findings::maxAsked) {
        m_asked.remove(m_askedInTurn.front());
        m_askedInTurn.pop_front();
    }
}

/// G14. Who asked whom is not looked at: a platform asks a recorder under the names of its channels. Nothing is said
/// where what passes in one direction alone was captured, nor of the start of a record in which the device was there
/// already; what we ask ourselves is all in it.
void RecordWatch::judgeAsked(const RuleInput &in, Verdicts &out)
{
    const Manscdp &body = *in.trace.body;
    const auto key = body.root == ManscdpRoot::Response ? keyOf(body) : std::nullopt;
    if (!key || m_asked.contains(*key))
        return;
    const bool ours = in.site.live && !in.site.serverId.isEmpty();
    const bool registered = in.device.expires.count() > 0 && in.device.attempts.size() > 0;
    const bool early = in.trace.datagram.at - *m_firstAt < RecordQuality::begun;
    if (m_hasCut || !in.contact.heardAt() || (early && !ours && !registered)) {
        keepAsked(*key); // of a long answer the rest comes later
        return;
    }
    out.raise(
        FindingCode::AnswerUnasked, {printable(body.cmdType, 40), QString::number(*body.sn), {}}, {in.trace.number});
}

void RecordWatch::keepAsked(quint64 key)
{
    m_asked.insert(key);
    m_askedInTurn.push_back(key);
}

} // namespace gb
