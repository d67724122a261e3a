#include "core/client/subscriptiontask.h"

#include "core/base/octets.h"
#include "core/client/bodywriter.h"
#include "core/client/reply.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"
#include "core/message/requestwriter.h"

namespace gb {
namespace {

/// Seconds. Who grants more is refreshed all the same, and who grants less is not asked again each moment.
constexpr quint32 longestExpires = 7 * 86'400, leastBetween = 5;

/// The first word of Subscription-State, RFC 6665 §4.1.3.
QByteArray stateOf(const Trace &notify)
{
    const QList<QByteArray> values = headerValues(view(notify.datagram.octets), "Subscription-State", 1);
    const QByteArray text = values.value(0);
    return text.left(text.indexOf(';')).trimmed().toLower();
}

} // namespace

SubscriptionTask::SubscriptionTask(const AskQuestion &question, const AskCommand &command, AskReport report, quint32 sn)
    : m_command(command)
    , m_about((question.about.isEmpty() ? question.device : question.about).toLatin1())
    , m_callId(newCallId())
    , m_localTag(newTag())
    , m_values(question.values)
    , m_sn(sn)
    , m_isEditionKnown(question.edition || report.announced)
    , m_report(std::move(report))
{
}

int SubscriptionTask::wantedExpires() const
{
    return m_values.value(QStringLiteral("Expires")).toInt();
}

std::optional<ClientRequest> SubscriptionTask::takeRequest(TimePoint now)
{
    if (!std::exchange(m_toSend, false))
        return {};
    if (m_cseq == 0)
        m_report.askedAt = now;
    if (!over())
        m_deadline = std::min(now + patience, m_endsAt);
    ClientRequest request{.method = "SUBSCRIBE",
        .callId = m_callId,
        .localTag = m_localTag,
        .remoteTag = m_remoteTag,
        .target = m_target,
        .cseq = ++m_cseq,
        .contact = true};
    const QByteArray event = m_values.value(QStringLiteral("Event")).toLatin1();
    request.headers.append({"Event", event == "Catalog" ? event + ";id=" + QByteArray::number(m_sn) : event});
    request.headers.append({"Expires", QByteArray::number(m_leaving ? 0 : wantedExpires())});
    request.body = writeBody(
        {.command = m_command, .deviceId = m_about, .sn = m_sn, .values = m_values, .edition = m_report.edition});
    return request;
}

/// The report is about the first one; of a refresh nobody waits for it.
void SubscriptionTask::sent(quint64 number)
{
    if (m_state == State::Asking)
        m_report.request = number;
}

void SubscriptionTask::answered(const Trace &answer)
{
    if (over())
        return;
    const TimePoint now = answer.datagram.at;
    m_report.status = answer.head.status;
    if (m_state == State::Asking) {
        m_report.answeredAt = now;
        m_report.answer = answer.number;
    }
    if (answer.head.status >= 300)
        return end(m_state == State::Asking ? AskOutcome::Refused : AskOutcome::Lapsed, now);
    began(answer);
}

/// Or goes on.
void SubscriptionTask::began(const Trace &answer)
{
    const TimePoint now = answer.datagram.at;
    const int wanted = wantedExpires();
    const quint32 granted = std::min(answer.head.expires.value_or(static_cast<quint32>(wanted)), longestExpires);
    m_remoteTag = bytes(answer.head.to.tag);
    if (answer.head.contact.uri.isSip())
        m_target = bytes(answer.head.contact.uri.text);
    m_report.expires = static_cast<int>(granted);
    if (!answer.head.expires)
        m_report.add(AskOddity::Code::NoExpires, QString::number(wanted));
    else if (static_cast<int>(granted) < wanted)
        m_report.add(AskOddity::Code::ShorterExpires, QString::number(wanted), QString::number(granted));
    m_endsAt = now + std::chrono::seconds(granted);
    m_deadline = now + std::max(std::chrono::seconds(granted * 4 / 5), std::chrono::seconds(leastBetween));
    if (granted == 0)
        return end(AskOutcome::Ended, now);
    if (std::exchange(m_state, State::Active) != State::Asking)
        return;
    m_report.outcome = AskOutcome::Subscribed;
    m_report.at = now;
    m_news.append(m_report);
}

bool SubscriptionTask::owns(const SipHead &head) const
{
    if (over() || head.method != SipMethod::Notify || head.to.tag != view(m_localTag))
        return false;
    return m_remoteTag.isEmpty() || head.from.tag == view(m_remoteTag);
}

bool SubscriptionTask::take(const Trace &message)
{
    if (!owns(message.head))
        return false;
    notified(message);
    if (stateOf(message) == "terminated")
        end(AskOutcome::Ended, message.datagram.at);
    return true;
}

void SubscriptionTask::notified(const Trace &message)
{
    AskNotice notice{.content = {.id = m_report.id,
                         .device = m_report.device,
                         .about = m_report.about,
                         .command = m_report.command,
                         .edition = m_report.edition,
                         .announced = m_report.announced,
                         .responses = {message.number},
                         .respondedAt = message.datagram.at,
                         .at = message.datagram.at}};
    if (m_heardCSeq && message.head.cseq > *m_heardCSeq)
        notice.missed = message.head.cseq - *m_heardCSeq - 1;
    m_heardCSeq = std::max(m_heardCSeq.value_or(0), message.head.cseq);
    ++m_report.notices;
    if (message.body && message.body->broken())
        notice.content.add(AskOddity::Code::NoXml, QString::number(message.body->errorOffset));
    else if (message.body) {
        ReplyReader reader(m_command, notice.content);
        reader.judgeIds({.edition = m_isEditionKnown ? std::optional(m_report.edition) : std::nullopt});
        reader.judgeSender(message.body->deviceId);
        reader.take(bytes(message.head.body), *message.body);
        reader.finish();
    } else {
        return; // the first one and the last may be empty, RFC 6665 §4.2.1.2
    }
    m_news.append(notice);
}

void SubscriptionTask::advance(TimePoint now)
{
    if (over() || now < m_deadline)
        return;
    switch (m_state) {
    case State::Asking: return end(AskOutcome::NoAnswer, now);
    case State::Active:
        m_state = State::Refreshing;
        m_toSend = true;
        return;
    case State::Refreshing:
        if (now < m_endsAt) {
            m_deadline = m_endsAt; // the device keeps it until then, and may notify
            return;
        }
        return end(AskOutcome::Lapsed, now);
    case State::Over: break;
    }
}

void SubscriptionTask::stop(Stop why, TimePoint now)
{
    const bool isUp = m_state == State::Active || m_state == State::Refreshing;
    end(why == Stop::NotSent      ? AskOutcome::NotSent
            : why == Stop::Silent ? AskOutcome::Silent
                                  : AskOutcome::Stopped,
        now);
    m_leaving = m_toSend = isUp && why == Stop::Stopped;
}

void SubscriptionTask::end(AskOutcome outcome, TimePoint now)
{
    if (over())
        return;
    m_state = State::Over;
    m_toSend = false;
    m_deadline = TimePoint::max();
    m_report.outcome = outcome;
    m_report.at = now;
    m_news.append(m_report);
}

} // namespace gb
