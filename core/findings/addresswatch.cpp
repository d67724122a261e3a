#include "core/findings/addresswatch.h"

#include "core/net/endpointtext.h"

#include <algorithm>

namespace gb {

/// Of as many as a person looks at each is named, the others are counted together.
QString AddressWatch::nameOf(const IpAddress &address)
{
    constexpr qsizetype most = 256;
    if (address.isNull() || (!m_named.contains(address) && m_named.size() >= most))
        return QStringLiteral("0.0.0.0/0");
    m_named.insert(address);
    return address.toString();
}

void AddressWatch::ofAddress(
    FindingCode code, const IpAddress &address, const QString &b, TimePoint at, std::initializer_list<quint64> messages)
{
    if (code == FindingCode::StreamClosed)
        m_closed.add({address, at});
    if (code == FindingCode::SenderClock)
        noteRedated(address, b.toLongLong());
    m_base.log.raise(code, {}, {nameOf(address), b, {}}, at, messages);
}

void AddressWatch::connection(const notes::Connection &attempt, TimePoint at)
{
    using How = notes::Connection::How;
    constexpr FindingCode codes[] = {FindingCode::TcpRefused, FindingCode::TcpUnanswered};
    const FindingCode now = attempt.how == How::Refused ? FindingCode::TcpRefused
        : attempt.how == How::NotAnswered               ? FindingCode::TcpUnanswered
                                                        : FindingCode::Count;
    const auto end = readEndpoint(attempt.to, 0);
    const QString to = end && nameOf(end->address) == end->address.toString() ? attempt.to : nameOf({});
    for (const FindingCode code : codes) {
        if (code == now)
            m_base.log.raise(code, {}, {to, attempt.from, {}}, at, {});
        else
            m_base.log.end(code, {}, at, to);
    }
}

bool AddressWatch::closedByUs(const IpAddress &address, TimePoint since) const
{
    constexpr Duration about = std::chrono::seconds(1), patience = std::chrono::seconds(15); // TcpTransport's, and more
    for (std::size_t i = 0; i < m_closed.size(); ++i) {
        if (m_closed[i].first == address && m_closed[i].second >= since - about
            && m_closed[i].second <= since + patience)
            return true;
    }
    return false;
}

/// What is off by ever more than clocks drift is no clock: the sender replays what is old, at another pace.
void AddressWatch::noteRedated(const IpAddress &sender, qint64 seconds)
{
    constexpr qsizetype most = 256;
    constexpr qint64 drift = 5;
    constexpr int often = 2;
    m_base.log.setTimes(FindingLog::Times::Shifted);
    if (m_redated.size() >= most && !m_redated.contains(sender))
        return;
    Redated &known = m_redated[sender];
    known.leaps += known.seconds && std::abs(seconds - *known.seconds) > drift ? 1 : 0;
    known.seconds = seconds;
    if (known.leaps >= often)
        m_base.log.setTimes(FindingLog::Times::Unknown);
}

} // namespace gb
