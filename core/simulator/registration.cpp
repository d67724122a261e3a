#include "core/simulator/registration.h"

#include "core/base/octets.h"
#include "core/devices/registrationreason.h"
#include "core/message/digest.h"
#include "core/message/gbtime.h"

#include <QRandomGenerator>

#include <algorithm>

namespace gb {
namespace {

constexpr quint32 firstBeatCSeq = 20; ///< as devices with eXosip have it
constexpr quint32 longestExpires = 604'800;

/// Devices write a bare number.
QByteArray numericCallId()
{
    return QByteArray::number(QRandomGenerator::global()->bounded(100'000'000, 2'000'000'000));
}

QByteArray quoted(const SipHead &challenge, const char *name)
{
    return bytes(challengeParameter(challenge, name));
}

} // namespace

Registration::Registration(DeviceModel &model, DeviceLine &line)
    : m_model(model)
    , m_line(line)
{
}

void Registration::start(TimePoint now)
{
    drop();
    m_state = State::Active;
    m_callId = numericCallId();
    m_beatCallId = numericCallId();
    m_tag = numericCallId();
    m_cseq = 0;
    m_unanswered = 0;
    sendRegister({}, now);
}

void Registration::renew(TimePoint now)
{
    if (m_state == State::Active)
        m_registerAt = now;
}

/// Nothing is under way or due any more.
void Registration::drop()
{
    m_line.abandon(m_register);
    for (const TransactionId id : m_beats)
        m_line.abandon(id);
    m_beats.clear();
    m_register = {};
    m_registered = false;
    m_answerBy = m_registerAt = m_beatAt = m_copyAt = never;
}

void Registration::leave(TimePoint now)
{
    const bool was = m_registered;
    drop();
    m_state = was ? State::Leaving : State::Off;
    if (was)
        sendRegister({}, now);
}

void Registration::reboot(TimePoint now)
{
    drop();
    m_state = State::Booting;
    m_registerAt = now + std::chrono::seconds(m_model.behaviour->bootSeconds);
    m_line.tell({.kind = DeviceHappening::Kind::Rebooting});
}

TimePoint Registration::deadline() const
{
    return std::min({m_answerBy, m_registerAt, m_beatAt, m_copyAt});
}

void Registration::advance(TimePoint now)
{
    if (m_copyAt <= now) {
        m_copyAt = never;
        m_line.sendAgain(m_copy);
    }
    if (m_answerBy <= now) {
        m_line.abandon(m_register);
        tryLater(now);
    }
    if (m_registerAt <= now) {
        m_registerAt = never;
        if (m_state == State::Booting)
            start(now);
        else
            sendRegister({}, now);
    }
    if (m_beatAt <= now)
        beat(now);
}

void Registration::sendRegister(const QByteArray &authorization, TimePoint now)
{
    m_tried = !authorization.isEmpty();
    if (!m_tried)
        m_began = now;
    m_line.abandon(m_register);
    SipRequest request = m_line.newRequest("REGISTER", false);
    request.callId = m_callId;
    request.cseq = ++m_cseq;
    request.from += ";tag=" + m_tag;
    if (m_tried)
        request.headers.append({QByteArrayLiteral("Authorization"), authorization});
    request.headers.append({"Expires", QByteArray::number(m_state == State::Leaving ? 0 : m_model.expires)});
    if (m_model.is2022())
        request.headers.append({QByteArrayLiteral("X-GB-Ver"), QByteArrayLiteral("3.0")}); // annex I
    m_answerBy = now + m_model.behaviour->patience;
    m_register = m_line.start(writeRequest(request), now);
}

void Registration::tryLater(TimePoint now)
{
    m_register = {};
    m_answerBy = m_beatAt = never;
    m_registered = false;
    if (m_state == State::Leaving) {
        m_state = State::Off;
        return m_line.tell({.kind = DeviceHappening::Kind::Unregistered});
    }
    m_registerAt = std::max(now, m_began + m_model.behaviour->retry);
    m_line.tell({.kind = DeviceHappening::Kind::Unanswered});
}

bool Registration::failed(TransactionId id, TimePoint now)
{
    if (id == m_register) {
        tryLater(now);
        return true;
    }
    return std::erase(m_beats, id) > 0;
}

bool Registration::answered(TransactionId id, const SipHead &head, TimePoint now)
{
    if (id == m_register) {
        registerAnswered(head, now);
        return true;
    }
    if (std::erase(m_beats, id) == 0)
        return false;
    m_unanswered = 0;
    if (head.status >= 300 && m_model.behaviour->registersWhenRefused)
        start(now);
    return true;
}

void Registration::registerAnswered(const SipHead &head, TimePoint now)
{
    m_register = {};
    m_answerBy = never;
    if (head.status == 401 && (!m_tried || isStale(head)) && !quoted(head, "nonce").isEmpty())
        return sendRegister(credentials(head), now);
    if (head.status < 300)
        return registered(head, now);
    if (m_state == State::Leaving) {
        m_state = State::Off;
    } else {
        m_registered = false;
        m_beatAt = never;
        m_registerAt = now + m_model.behaviour->retry;
    }
    m_line.tell({.kind = DeviceHappening::Kind::Refused, .status = head.status});
}

void Registration::registered(const SipHead &head, TimePoint now)
{
    if (m_state == State::Leaving) {
        m_state = State::Off;
        return m_line.tell({.kind = DeviceHappening::Kind::Unregistered});
    }
    const bool first = !m_registered;
    m_registered = true;
    const quint32 granted = std::clamp(
        head.contactExpires.value_or(head.expires.value_or(static_cast<quint32>(m_model.expires))), 1U, longestExpires);
    m_registerAt = now + std::chrono::milliseconds(granted * 10LL * m_model.behaviour->refreshPercent);
    if (first)
        m_beatAt = now + m_model.interval / 5; // the first heartbeat follows the registration
    takeTime(head, now);
    m_line.tell({.kind = DeviceHappening::Kind::Registered, .first = first});
}

/// GB/T 28181-2022 9.10.
void Registration::takeTime(const SipHead &head, TimePoint now)
{
    if (!m_model.behaviour->takesTime)
        return;
    if (const auto date = parseGbTime(head.date))
        m_model.clockOffset = date->at - now;
}

void Registration::beat(TimePoint now)
{
    const DeviceBehaviour &behaviour = *m_model.behaviour;
    if (m_unanswered >= m_model.timeoutCount && !behaviour.stubborn) { // GB/T 28181-2022 9.6
        m_line.tell({.kind = DeviceHappening::Kind::ServerLost});
        return start(now);
    }
    ++m_unanswered;
    ++m_sn;
    XmlElement root("Notify",
        QList<XmlElement>{{"CmdType", "Keepalive"}, {"SN", m_sn}, {"DeviceID", m_model.identity.id}, {"Status", "OK"}});
    if (behaviour.emptyInfo)
        root.children << XmlElement("Info", QString());
    SipRequest request = m_line.newRequest("MESSAGE", true);
    request.callId = m_beatCallId;
    request.cseq = firstBeatCSeq - 1 + static_cast<quint32>(m_sn);
    request.from += ";tag=" + m_tag;
    setBody(request, m_model, root);
    const QByteArray octets = writeRequest(request);
    if (m_beats.size() >= mostBeats) {
        m_line.abandon(m_beats.front());
        m_beats.pop_front();
    }
    if (const TransactionId id = m_line.start(octets, now))
        m_beats.push_back(id);
    if (behaviour.twiceEvery > 0 && m_sn % behaviour.twiceEvery == 0) {
        m_copy = octets;
        m_copyAt = now + SipTimers{}.t1; // as if the answer had been lost
    }
    m_beatAt = behaviour.silentAfter > 0 && m_sn >= behaviour.silentAfter ? never : now + nextGap();
    if (m_beatAt == never)
        m_registerAt = never;
}

Duration Registration::nextGap() const
{
    const int every = m_model.behaviour->lateEvery;
    return every > 0 && m_sn % every == every - 1 ? m_model.interval * 3 / 2 : m_model.interval;
}

QByteArray Registration::credentials(const SipHead &challenge) const
{
    const QByteArray uri = m_line.newRequest("REGISTER", false).uri;
    const QList<QByteArray> offered = quoted(challenge, "qop").split(',');
    const bool qop = std::any_of(
        offered.begin(), offered.end(), [](const QByteArray &one) { return one.trimmed() == "auth"; });
    QByteArray line = "Digest username=\"" + m_model.identity.id.toLatin1() + "\",realm=\"" + quoted(challenge, "realm")
        + "\",nonce=\"" + quoted(challenge, "nonce") + "\",uri=\"" + uri + '"';
    if (qop)
        line += ",qop=auth,nc=00000001,cnonce=\"" + newTag() + '"';
    const QByteArray algorithm = quoted(challenge, "algorithm"), opaque = quoted(challenge, "opaque");
    const bool known = !algorithm.isEmpty() && digestHash(view(algorithm)) != DigestHash::Other;
    line += ",algorithm=" + (known ? algorithm : QByteArrayLiteral("MD5"));
    if (!opaque.isEmpty())
        line += ",opaque=\"" + opaque + '"';
    const QByteArray password = m_model.identity.password.toUtf8();
    return line + ",response=\""
        + digestResponse(parseCredentials(view(line)), "REGISTER", view(password),
            qop ? DigestFormula::QopAuth : DigestFormula::Rfc2069)
        + '"';
}

} // namespace gb
