#include "core/client/asktask.h"

#include "core/base/octets.h"
#include "core/client/bodywriter.h"
#include "core/message/deviceid.h"

namespace gb {

using Needs = AskCommand::Needs;

AskTask::AskTask(const AskQuestion &question, const AskCommand &command, AskReport report, quint32 sn)
    : m_command(command)
    , m_about((question.about.isEmpty() ? question.device : question.about).toLatin1())
    , m_values(question.values)
    , m_sn(sn)
    , m_report(std::move(report))
    , m_reader(command, m_report)
{
    const bool known = question.edition || m_report.announced;
    const bool all = !m_values.contains(QStringLiteral("StartTime")) && !m_values.contains(QStringLiteral("EndTime"))
        && (question.about.isEmpty() || question.about == question.device);
    m_reader.judgeIds({.edition = known ? std::optional(m_report.edition) : std::nullopt, .whole = all});
}

std::optional<ClientRequest> AskTask::takeRequest(TimePoint now)
{
    if (m_state != State::ToSend)
        return {};
    m_state = State::Sent;
    m_report.askedAt = now;
    m_end = now + longest;
    wait(now, patience);
    return ClientRequest{
        .body = writeBody(
            {.command = m_command, .deviceId = m_about, .sn = m_sn, .values = m_values, .edition = m_report.edition})};
}

void AskTask::wait(TimePoint now, Duration most)
{
    m_deadline = std::min(now + most, m_end);
}

void AskTask::answered(const Trace &answer)
{
    if (over())
        return;
    const TimePoint now = answer.datagram.at;
    m_report.status = answer.head.status;
    m_report.answeredAt = now;
    m_report.answer = answer.number;
    if (answer.head.status >= 300)
        return end(AskOutcome::Refused, now);
    if (m_command.needs == Needs::Answer)
        return end(AskOutcome::Done, now);
    if (m_report.parts == 0)
        wait(now, patience);
    settle(now);
}

/// One Response a part: of "BasicParam/SVACEncodeConfig" there are two.
int AskTask::wantedParts() const
{
    return static_cast<int>(m_values.value(QStringLiteral("ConfigType")).count(u'/')) + 1;
}

bool AskTask::isOfOurs(const Manscdp &body) const
{
    return body.root == ManscdpRoot::Response
        && (body.cmdType == QLatin1StringView(m_command.cmdType)
            || (*m_command.spelling2014 && body.cmdType == QLatin1StringView(m_command.spelling2014)));
}

bool AskTask::take(const Trace &message)
{
    const Manscdp &body = *message.body;
    if (m_state != State::Sent)
        return false;
    if (body.broken()) {
        const bool ours = body.sn == m_sn && isOfOurs(body);
        m_report.add(AskOddity::Code::NoXml, QString::number(body.errorOffset));
        m_unreadable = true;
        if (ours)
            end(AskOutcome::Unreadable, message.datagram.at);
        return ours;
    }
    if (!isOfOurs(body))
        return false;
    if (body.sn == m_sn) {
        takeResponse(message);
        return true;
    }
    // To an order nothing is owed: a Response is one of those that some devices send all the same, late
    if (m_command.needs != Needs::Answer && body.deviceId == QLatin1StringView(m_about)) {
        m_other = true;
        m_report.add(AskOddity::Code::OtherSn, QString::number(m_sn), body.sn ? QString::number(*body.sn) : QString());
    }
    return false;
}

void AskTask::takeResponse(const Trace &message)
{
    const TimePoint now = message.datagram.at;
    const Manscdp &body = *message.body;
    if (!m_report.respondedAt)
        m_report.respondedAt = now;
    if (m_report.responses.size() < AskReport::maxMessages)
        m_report.responses.append(message.number);
    if (body.deviceId != QLatin1StringView(m_about))
        m_report.add(AskOddity::Code::OtherDevice, QLatin1StringView(m_about), printable(body.deviceId, 40));
    m_reader.take(bytes(message.head.body), body);
    m_news = true;
    if (m_reader.isFull())
        return end(AskOutcome::TooLarge, now);
    wait(now, m_reader.isComplete(wantedParts()) ? patience : partPatience);
    settle(now);
}

void AskTask::strange(const Trace &message)
{
    if (m_state == State::Sent && isOfOurs(*message.body) && message.body->sn == m_sn)
        m_report.add(AskOddity::Code::OtherAddress, message.datagram.from.text());
}

/// Over, where both the answer and all of the Response are there; or where the device said that it will not.
void AskTask::settle(TimePoint now)
{
    if (!m_report.answeredAt || m_report.parts == 0)
        return;
    const bool refused = m_report.result.compare(u"ERROR", Qt::CaseInsensitive) == 0;
    if (refused || m_reader.isComplete(wantedParts()))
        end(judged(), now);
}

AskOutcome AskTask::judged() const
{
    if (m_report.parts > 0) {
        if (m_report.result.compare(u"ERROR", Qt::CaseInsensitive) == 0)
            return AskOutcome::ErrorResult;
        return m_reader.isComplete(wantedParts()) ? AskOutcome::Done : AskOutcome::Incomplete;
    }
    if (m_unreadable)
        return AskOutcome::Unreadable;
    if (m_other)
        return AskOutcome::OtherResponse;
    return m_report.answeredAt ? AskOutcome::NoResponse : AskOutcome::NoAnswer;
}

void AskTask::advance(TimePoint now)
{
    if (!over() && now >= m_deadline)
        end(judged(), now);
}

void AskTask::stop(Stop why, TimePoint now)
{
    end(why == Stop::NotSent      ? AskOutcome::NotSent
            : why == Stop::Silent ? AskOutcome::Silent
                                  : AskOutcome::Stopped,
        now);
}

void AskTask::end(AskOutcome outcome, TimePoint now)
{
    if (over())
        return;
    m_state = State::Over;
    m_deadline = TimePoint::max();
    m_report.outcome = outcome;
    m_report.at = now;
    if (m_report.parts > 0 && !m_report.answeredAt)
        m_report.add(AskOddity::Code::UnansweredPart);
    m_reader.finish();
    if (m_command.judge && m_report.parts > 0)
        m_command.judge(m_report);
}

QList<ClientReport> AskTask::takeReports()
{
    if (over()) { // who gets it has it alone: to free a hundred thousand items is no work for this thread
        QList<ClientReport> last;
        last.append(std::move(m_report));
        return last;
    }
    if (!std::exchange(m_news, false) || m_command.needs != Needs::List)
        return {};
    return {AskProgress{m_report.id, m_report.items.size(), m_report.sum}};
}

} // namespace gb
