#pragma once
#include "core/devices/facets/keepalives.h"

namespace gb {

/// Who gets a row: who comes, who shall come, who registered ahead of this start; and who makes room.
class Admission
{
public:
    Admission(DeviceRows &rows, NewsLog &news, DeviceJudge &judge, PendingRequests &pending,
        Registrations &registrations, Keepalives &keepalives)
        : m_rows(rows)
        , m_news(news)
        , m_judge(judge)
        , m_pending(pending)
        , m_registrations(registrations)
        , m_keepalives(keepalives)
    {
    }

    /// Null where there is no room, or the ID is none.
    TrackedDevice *findOrCreate(std::string_view id, const Trace &trace);
    /// Nobody that should register here.
    void retract(TrackedDevice *device);
    /// See DeviceStore.
    void setExpected(const QList<ExpectedDevice> &devices, TimePoint since);
    void noteKept(const QList<KeptRegistration> &kept, TimePoint at);
    /// Each message: the first one of a record tells since when those are waited for who were expected ahead of it.
    void noteTime(TimePoint now)
    {
        if (!m_firstAt)
            startWaiting(now);
    }

private:
    TrackedDevice *create(const QByteArray &key, TimePoint now);
    bool makeRoom(const std::optional<IpAddress> &newcomer, TimePoint now);
    void tellFull(const IpAddress &holder, TimePoint now);
    void forget(TrackedDevice *device);
    void forgetMissing();
    void expect(const ExpectedDevice &one, TimePoint since);
    void startWaiting(TimePoint now);

    DeviceRows &m_rows;
    NewsLog &m_news;
    DeviceJudge &m_judge;
    PendingRequests &m_pending;
    Registrations &m_registrations;
    Keepalives &m_keepalives;
    std::optional<IpAddress> m_toldFull; ///< whose rows made room when that was last told; null: of many addresses
    qsizetype m_expected = 0;            ///< devices that are
    std::optional<TimePoint> m_firstAt;  ///< of the record
};

} // namespace gb
