#include "core/ladder/logconditions.h"

#include <QDateTime>

#include <algorithm>

namespace gb {

using filter::Condition;
using filter::Field;
using filter::State;
using filter::truth;
using filter::Truth;

namespace {

template<typename Look>
bool remembered(std::vector<quint8> &known, std::size_t index, const Look &look)
{
    if (index >= known.size())
        known.resize(index + index / 2 + 16, 0);
    if (known[index] == 0)
        known[index] = look() ? 2 : 1;
    return known[index] == 2;
}

bool isCopy(RepeatKind kind, State state)
{
    switch (state) {
    case State::Retransmitted: return kind == RepeatKind::Retransmission;
    case State::Duplicate: return kind == RepeatKind::Duplicate || kind == RepeatKind::TcpRepeat;
    case State::Echo: return kind == RepeatKind::Echo;
    case State::ProxyCopy: return kind == RepeatKind::ProxyCopy;
    default: return false;
    }
}

} // namespace

LogConditions::LogConditions(
    const MessageLog &log, const filter::Expression &expression, const QList<FilterFound> &found)
    : m_log(log)
    , m_expression(expression)
    , m_found(found)
{
    for (const Condition &condition : m_expression.conditions()) {
        const auto known = std::find_if(
            m_found.begin(), m_found.end(), [&](const FilterFound &one) { return one.key == condition.key; });
        const QString &text = condition.text;
        const bool digits = QStringLiteral(" SN ").contains(text, Qt::CaseInsensitive)
            || std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
        m_asked.push_back({condition, {}, {}, {}, {}, known == m_found.end() ? nullptr : &*known,
            digits || condition.pattern.hasWildcards()});
    }
}

Truth LogConditions::meets(const LogEntry &entry)
{
    return m_expression.evaluate([&](quint16 index) { return ask(m_asked[index], entry); });
}

Truth LogConditions::ask(Asked &asked, const LogEntry &entry)
{
    const filter::TextPattern &pattern = asked.condition.pattern;
    switch (asked.condition.field) {
    case Field::Device:
        return truth(
            remembered(asked.first, entry.device, [&] { return pattern.matches(m_log.device(entry.device)); }));
    case Field::CallId:
        return truth(
            remembered(asked.first, entry.callId, [&] { return pattern.matches(m_log.callId(entry.callId)); }));
    case Field::Method:
        return truth(remembered(asked.first, entry.words, [&] { return pattern.matches(m_log.method(entry)); }));
    case Field::Command:
        return truth(entry.words != 0
            && remembered(asked.first, entry.words, [&] { return pattern.matches(m_log.command(entry)); }));
    case Field::Address: return truth(endpointFits(asked, entry.from) || endpointFits(asked, entry.to));
    case Field::Source: return truth(endpointFits(asked, entry.from));
    case Field::Target: return truth(endpointFits(asked, entry.to));
    case Field::Text: return inLists(asked, entry) ? Truth::Yes : inMessage(asked, entry);
    case Field::Transport:
    case Field::Way:
    case Field::Kind:
    case Field::State: return truth(isWord(asked, entry));
    case Field::Port:
    case Field::Status:
    case Field::Sn:
    case Field::ResponseTime:
    case Field::Retransmission:
    case Field::Size:
    case Field::Number:
    case Field::Time: return truth(holdsNumber(asked, entry));
    default: return inMessage(asked, entry);
    }
}

Truth LogConditions::inMessage(const Asked &asked, const LogEntry &entry) const
{
    if (!asked.found)
        return Truth::Unknown;
    if (std::binary_search(asked.found->numbers.begin(), asked.found->numbers.end(), entry.number))
        return Truth::Yes;
    return entry.number <= asked.found->upTo ? Truth::No : Truth::Unknown;
}

/// With the port, or without it.
bool LogConditions::endpointFits(Asked &asked, quint32 index) const
{
    return remembered(asked.first, index, [&] {
        const LogEndpoint &end = m_log.endpoint(index);
        return asked.condition.pattern.matches(end.text)
            || asked.condition.pattern.matches(end.endpoint.address.toString());
    });
}

/// As lists show a message: what stands on its arrow, its device, Call-ID, and both ends.
bool LogConditions::inLists(Asked &asked, const LogEntry &entry)
{
    const filter::TextPattern &pattern = asked.condition.pattern;
    const auto end = [&](quint32 index) {
        return remembered(asked.first, index, [&] { return pattern.matches(m_log.endpoint(index).text); });
    };
    return end(entry.from) || end(entry.to) || inLabel(asked, entry)
        || remembered(asked.second, entry.device, [&] { return pattern.matches(m_log.device(entry.device)); })
        || remembered(asked.third, entry.callId, [&] { return pattern.matches(m_log.callId(entry.callId)); });
}

bool LogConditions::inLabel(Asked &asked, const LogEntry &entry) const
{
    const quint64 key = quint64{entry.words} | quint64{entry.status} << 40
        | quint64{static_cast<quint8>(entry.kind)} << 56 | quint64{entry.has(LogEntry::Authorized)} << 60
        | quint64{entry.sipMethod == SipMethod::Register} << 61;
    auto known = asked.labels.constFind(key);
    if (known == asked.labels.constEnd()) {
        LogEntry bare = entry;
        bare.flags = bare.flags & ~LogEntry::HasSn;
        known = asked.labels.insert(key, asked.condition.pattern.matches(m_log.label(bare)));
    }
    if (*known)
        return true;
    return asked.digits && entry.has(LogEntry::HasSn) && asked.condition.pattern.matches(m_log.label(entry));
}

std::optional<Duration> LogConditions::responseTime(const LogEntry &entry) const
{
    if (!entry.isRequest())
        return m_log.latency(entry);
    const quint32 behind = m_log.finalAnswer(entry);
    const qsizetype row = behind == 0 ? -1 : m_log.rowOf(entry.number + behind);
    return row < 0 ? std::nullopt : std::optional(m_log.entry(row).time() - entry.time());
}

/// Summer time changes at full hours.
qint64 LogConditions::ofDay(const LogEntry &entry) const
{
    constexpr qint64 hour = 3'600'000'000, day = 24 * hour;
    const auto at = static_cast<qint64>(entry.at);
    if (m_hour != at / hour) {
        m_hour = at / hour;
        m_offset = QDateTime::fromMSecsSinceEpoch(at / 1000).offsetFromUtc() * qint64{1'000'000};
    }
    return ((at + m_offset) % day + day) % day;
}

bool LogConditions::holdsNumber(Asked &asked, const LogEntry &entry) const
{
    const Condition &condition = asked.condition;
    switch (condition.field) {
    case Field::Port:
        return condition.holds(m_log.endpoint(entry.from).endpoint.port)
            || condition.holds(m_log.endpoint(entry.to).endpoint.port);
    case Field::Status: return entry.status != 0 && condition.holds(entry.status);
    case Field::Sn: {
        const auto sn = m_log.sn(entry);
        return sn && condition.holds(*sn);
    }
    case Field::ResponseTime: {
        const auto time = responseTime(entry);
        return time && condition.holds(time->count());
    }
    case Field::Retransmission: {
        const OddMessage &odd = m_log.odd(entry);
        return condition.holds(odd.repeat == RepeatKind::Retransmission ? std::max<qint64>(odd.copy - 1, 1) : 0);
    }
    case Field::Size: return condition.holds(static_cast<qint64>(entry.octets));
    case Field::Number: return condition.holds(static_cast<qint64>(entry.number));
    case Field::Time: return condition.holds(condition.ofDay ? ofDay(entry) : static_cast<qint64>(entry.at));
    default: return false;
    }
}

bool LogConditions::isWord(const Asked &asked, const LogEntry &entry) const
{
    const quint8 word = asked.condition.word;
    switch (asked.condition.field) {
    case Field::Transport: return static_cast<quint8>(entry.transport()) == word;
    case Field::Way: return static_cast<quint8>(entry.direction()) == word;
    case Field::Kind: return static_cast<quint8>(entry.kind) == word;
    default: return isState(static_cast<State>(word), entry);
    }
}

bool LogConditions::isState(State state, const LogEntry &entry) const
{
    const bool sip = entry.kind == SipKind::Request || entry.kind == SipKind::Response;
    switch (state) {
    case State::Problem: return entry.isProblem();
    case State::Malformed: return sip && entry.hasFaults();
    case State::Unanswered: return entry.has(LogEntry::TimedOut);
    case State::Missed: return isMissed(entry);
    case State::Refused: return entry.has(LogEntry::ChallengedAgain);
    case State::Challenge: return entry.status == 401 || entry.status == 407;
    case State::Repeated: return entry.isRepeat();
    case State::Retransmitted:
    case State::Duplicate:
    case State::Echo:
    case State::ProxyCopy: return isCopy(m_log.odd(entry).repeat, state);
    case State::OffSchedule: return entry.has(LogEntry::OffSchedule);
    case State::Authorized: return entry.has(LogEntry::Authorized);
    case State::Heartbeat: return entry.has(LogEntry::KeepaliveRequest);
    case State::Sip: return sip;
    case State::NotSip: return entry.kind == SipKind::NotSip;
    case State::Natkeepalive: return entry.kind == SipKind::NatKeepalive;
    case State::Marked: return m_log.isMarked(entry.number);
    }
    return false;
}

bool LogConditions::isMissed(const LogEntry &entry) const
{
    const QList<Awaited> &missing = m_log.missing();
    for (; m_missedSeen < missing.size(); ++m_missedSeen) {
        if (missing.at(m_missedSeen).what == Awaited::What::Heartbeat)
            m_missed.insert(missing.at(m_missedSeen).number);
    }
    return m_missed.contains(entry.number);
}

} // namespace gb
