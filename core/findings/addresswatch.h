#pragma once
#include "core/findings/findingsbase.h"
#include "core/record/note.h"

#include <QSet>

namespace gb {

/// What is about addresses, and no device's fault. Sources of datagrams can be made up, so that few are named.
class AddressWatch
{
public:
    explicit AddressWatch(FindingsBase &base)
        : m_base(base)
    {
    }

    /// See Findings.
    void ofAddress(FindingCode code, const IpAddress &address, const QString &b, TimePoint at,
        std::initializer_list<quint64> messages);
    void connection(const notes::Connection &attempt, TimePoint at);
    /// Whether we closed a connection from there behind what was heard of it last: what it does then is no sign of its
    /// own.
    bool closedByUs(const IpAddress &address, TimePoint since) const;

private:
    QString nameOf(const IpAddress &address);
    void noteRedated(const IpAddress &sender, qint64 seconds);

    /// Whose messages have not the time that it tells.
    struct Redated
    {
        std::optional<qint64> seconds; ///< that it was off last
        int leaps = 0;
    };
    FindingsBase &m_base;
    QSet<IpAddress> m_named;                              ///< addresses that findings name
    LastOf<std::pair<IpAddress, TimePoint>, 32> m_closed; ///< whose TCP connections we closed
    QHash<IpAddress, Redated> m_redated;
};

} // namespace gb
