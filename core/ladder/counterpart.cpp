#include "core/ladder/counterpart.h"

#include <functional>

namespace gb {
namespace {

using Wanted = std::function<bool(qsizetype row)>;

class Search
{
public:
    Search(const MessageLog &log, qsizetype row)
        : m_log(log)
        , m_row(row)
        , m_entry(log.entry(row))
    {
    }

    CounterpartFound retry() const
    {
        const qsizetype row = requestOf(m_entry, m_row);
        if (row < 0)
            return {};
        const LogEntry &request = m_log.entry(row);
        CounterpartFound found;
        const auto isOther = [&](qsizetype at) {
            const LogEntry &one = m_log.entry(at);
            return isTry(one, request) && one.has(LogEntry::Authorized) != request.has(LogEntry::Authorized);
        };
        const bool isRetry = request.has(LogEntry::Authorized);
        if (!isRetry && !isChallenged(request))
            return {};
        const qsizetype other = isRetry ? back(row, isOther, found) : forth(row, isOther, found);
        if (other < 0)
            return found;
        found.first = m_log.entry(isRetry ? other : row).number;
        found.second = m_log.entry(isRetry ? row : other).number;
        return found;
    }

    CounterpartFound lastGood() const
    {
        const auto isWanted = [this](qsizetype at) {
            return m_log.entry(at).device == m_entry.device && isSameStep(at) && isGood(at);
        };
        CounterpartFound found;
        qsizetype other = m_entry.device == 0 ? -1 : back(m_row, isWanted, found);
        if (other < 0 && m_entry.device != 0) {
            other = forth(m_row, isWanted, found);
            found.isLater = other >= 0;
        }
        return withFirst(found, other);
    }

    CounterpartFound previous() const
    {
        if (const quint32 first = m_log.repeatOf(m_entry); first != 0)
            return withFirst({}, m_log.rowOf(first));
        CounterpartFound found;
        return withFirst(found,
            back(
                m_row,
                [this](qsizetype at) {
                    const LogEntry &one = m_log.entry(at);
                    return one.device == m_entry.device && isSameKind(one, at);
                },
                found));
    }

    CounterpartFound otherDevice() const
    {
        const auto isWanted = [this](qsizetype at) {
            const LogEntry &one = m_log.entry(at);
            return one.device != 0 && one.device != m_entry.device && isSameStep(at);
        };
        CounterpartFound found;
        qsizetype other = back(m_row, isWanted, found);
        const qsizetype later = forth(m_row, isWanted, found);
        found.isLater = later >= 0 && (other < 0 || later - m_row < m_row - other);
        return withFirst(found, found.isLater ? later : other);
    }

private:
    CounterpartFound withFirst(CounterpartFound found, qsizetype other) const
    {
        if (other < 0)
            return found;
        found.first = m_log.entry(other).number;
        found.second = m_entry.number;
        found.isCut = false;
        return found;
    }

    qsizetype back(qsizetype from, const Wanted &isWanted, CounterpartFound &found) const
    {
        for (qsizetype at = from - 1; at >= 0; --at) {
            if (from - at > counterpartsLooked) {
                found.isCut = true;
                return -1;
            }
            if (isWanted(at))
                return at;
        }
        found.isCut = found.isCut || m_log.forgotten() > 0;
        return -1;
    }

    qsizetype forth(qsizetype from, const Wanted &isWanted, CounterpartFound &found) const
    {
        for (qsizetype at = from + 1; at < m_log.count(); ++at) {
            if (at - from > counterpartsLooked) {
                found.isCut = true;
                return -1;
            }
            if (isWanted(at))
                return at;
        }
        return -1;
    }

    /// -1 where it is not known.
    qsizetype requestOf(const LogEntry &entry, qsizetype row) const
    {
        return entry.kind == SipKind::Request ? row : entry.answers() == 0 ? -1 : m_log.rowOf(entry.answers());
    }

    static bool isTry(const LogEntry &one, const LogEntry &other)
    {
        return one.isRequest() && !one.isRepeat() && one.callId == other.callId && one.sipMethod == other.sipMethod
            && one.from == other.from;
    }

    /// 0: not seen.
    int finalStatus(const LogEntry &request) const
    {
        const quint32 behind = m_log.finalAnswer(request);
        const qsizetype row = behind == 0 ? -1 : m_log.rowOf(request.number + behind);
        return row < 0 ? 0 : static_cast<int>(m_log.entry(row).status);
    }

    bool isChallenged(const LogEntry &request) const
    {
        const int status = finalStatus(request);
        return status == 401 || status == 407;
    }

    /// What it is a step of led to 2xx.
    bool isGood(qsizetype row) const
    {
        const LogEntry &entry = m_log.entry(row);
        if (entry.kind == SipKind::Request && !entry.isRequest()) { // an ACK
            const qsizetype answer = entry.answers() == 0 ? -1 : m_log.rowOf(entry.answers());
            return answer >= 0 && m_log.entry(answer).status / 100 == 2;
        }
        const qsizetype at = requestOf(entry, row);
        if (at < 0)
            return false;
        const LogEntry &request = m_log.entry(at);
        if (!isChallenged(request))
            return finalStatus(request) / 100 == 2;
        constexpr qsizetype most = 1000; // a retry comes at once
        for (qsizetype next = at + 1; next < std::min(at + most, m_log.count()); ++next) {
            if (const LogEntry &one = m_log.entry(next); isTry(one, request) && one.has(LogEntry::Authorized))
                return finalStatus(one) / 100 == 2;
        }
        return false;
    }

    bool isSameStep(qsizetype row) const
    {
        const LogEntry &one = m_log.entry(row);
        if (!isSameKind(one, row) || (one.status < 200) != (m_entry.status < 200))
            return false;
        const qsizetype a = requestOf(one, row), b = requestOf(m_entry, m_row);
        return a < 0 || b < 0 || m_log.entry(a).has(LogEntry::Authorized) == m_log.entry(b).has(LogEntry::Authorized);
    }

    bool isSameKind(const LogEntry &one, qsizetype row) const
    {
        if (one.isRepeat() || one.kind != m_entry.kind || one.sipMethod != m_entry.sipMethod
            || fromServer(one) != fromServer(m_entry))
            return false;
        const qsizetype a = requestOf(one, row), b = requestOf(m_entry, m_row);
        return a < 0 || b < 0 || what(a) == what(b);
    }

    bool fromServer(const LogEntry &one) const { return m_log.endpoint(one.from).isServer(); }

    /// "Catalog" of "Catalog query": some commands name a channel behind it.
    QString what(qsizetype request) const
    {
        const LogEntry &one = m_log.entry(request);
        return m_log.method(one) + u' ' + m_log.command(one).section(u' ', 0, 0);
    }

    const MessageLog &m_log;
    const qsizetype m_row;
    const LogEntry m_entry;
};

} // namespace

CounterpartFound counterpartOf(const MessageLog &log, qsizetype row, Counterpart wanted)
{
    if (row < 0 || row >= log.count())
        return {};
    const Search search(log, row);
    switch (wanted) {
    case Counterpart::Retry: return search.retry();
    case Counterpart::LastGood: return search.lastGood();
    case Counterpart::Previous: return search.previous();
    case Counterpart::OtherDevice: return search.otherDevice();
    }
    return {};
}

} // namespace gb
