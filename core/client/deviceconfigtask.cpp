#include "core/client/deviceconfigtask.h"

#include "core/base/octets.h"

namespace gb {

DeviceConfigTask::DeviceConfigTask(
    QByteArray id, Kind kind, const HeartbeatPolicy &ours, quint32 sn, TimePoint now, std::optional<int> expiration)
    : m_id(std::move(id))
    , m_step(kind == Kind::Push ? Step::Setting : Step::Reading)
    , m_sn(sn)
{
    m_report = {.device = QString::fromLatin1(m_id),
        .ours = ours,
        .expiration = kind == Kind::Push ? expiration : std::nullopt,
        .at = now};
}

BasicParam DeviceConfigTask::wanted() const
{
    return {.expiration = m_report.expiration,
        .interval = static_cast<int>(m_report.ours.interval.count()),
        .count = m_report.ours.timeoutCount};
}

QList<ClientReport> DeviceConfigTask::takeReports()
{
    return over() ? QList<ClientReport>{m_report} : QList<ClientReport>();
}

std::optional<ClientRequest> DeviceConfigTask::takeRequest(TimePoint now)
{
    if (over() || !std::exchange(m_toSend, false))
        return {};
    m_deadline = now + patience;
    return ClientRequest{
        .body = m_step == Step::Setting ? writeConfigControl(m_id, m_sn, wanted()) : writeConfigQuery(m_id, m_sn)};
}

void DeviceConfigTask::answered(const Trace &answer)
{
    const int status = answer.head.status;
    const TimePoint now = answer.datagram.at;
    if (over())
        return;
    if (status >= 300) {
        m_report.status = status;
        return end(ConfigOutcome::Refused, now);
    }
    m_accepted = true;
    m_deadline = now + patience;
}

bool DeviceConfigTask::take(const Trace &message)
{
    return takeResponse(readConfigBody(bytes(message.head.body)), message.datagram.at);
}

bool DeviceConfigTask::takeResponse(const ConfigBody &body, TimePoint now)
{
    const Manscdp &envelope = body.envelope;
    const bool ours = envelope.cmdType
            == (m_step == Step::Setting ? QLatin1String("DeviceConfig") : QLatin1String("ConfigDownload"))
        && envelope.sn == m_sn && envelope.deviceId == QLatin1String(m_id);
    if (over() || m_toSend)
        return false;
    if (envelope.broken()) {
        if (ours)
            end(ConfigOutcome::Unreadable, now);
        m_unreadable = true;
        return ours;
    }
    if (!ours || envelope.root != ManscdpRoot::Response)
        return false;
    if (body.result.compare(u"ERROR", Qt::CaseInsensitive) == 0) {
        m_report.detail = body.result;
        end(ConfigOutcome::ErrorResult, now);
    } else if (m_step == Step::Setting) {
        next(Step::Reading);
    } else {
        read(body, now);
    }
    return true;
}

void DeviceConfigTask::read(const ConfigBody &body, TimePoint now)
{
    m_report.values = body.values;
    m_report.detail = body.outOfRange;
    if (!body.outOfRange.isEmpty())
        return end(ConfigOutcome::OutOfRange, now);
    if (body.values.isEmpty())
        return end(ConfigOutcome::NotSupported, now);
    end(m_report.pushed && !m_report.match() ? ConfigOutcome::NotTaken : ConfigOutcome::Done, now);
}

void DeviceConfigTask::next(Step step)
{
    m_report.pushed = true;
    m_step = step;
    ++m_sn;
    m_toSend = true;
    m_accepted = m_unreadable = false;
    m_deadline = TimePoint::max();
}

void DeviceConfigTask::stop(Stop why, TimePoint now)
{
    end(why == Stop::NotSent      ? ConfigOutcome::NotSent
            : why == Stop::Silent ? ConfigOutcome::Silent
                                  : ConfigOutcome::Stopped,
        now);
}

void DeviceConfigTask::end(ConfigOutcome outcome, TimePoint now)
{
    if (over())
        return;
    m_step = Step::Over;
    m_deadline = TimePoint::max();
    m_report.outcome = outcome;
    m_report.at = now;
}

void DeviceConfigTask::advance(TimePoint now)
{
    if (now < m_deadline)
        return;
    if (m_unreadable)
        return end(ConfigOutcome::Unreadable, now);
    if (!m_accepted)
        return end(ConfigOutcome::NoAnswer, now);
    if (m_step == Step::Setting)
        return next(Step::Reading); // it may have obeyed without a word
    end(ConfigOutcome::NoResponse, now);
}

} // namespace gb
