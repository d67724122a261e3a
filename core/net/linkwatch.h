#pragma once
#include "core/base/clock.h"
#include "core/base/ipaddress.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace gb {

/// A network interface of this computer, as the system tells it.
struct InterfaceState
{
    QString name;
    QList<IpAddress> addresses; ///< without those of one link only
    bool running = false;       ///< up, and its cable or its radio is
    bool loopback = false;
};

/// Who tells of them; the system, or a test.
class LinkSource
{
public:
    virtual ~LinkSource() = default;
    virtual QList<InterfaceState> links() const = 0;
};

/// QNetworkInterface: a look at the system that takes a fraction of a millisecond.
class SystemLinks final : public LinkSource
{
public:
    QList<InterfaceState> links() const override;
};

/// An interface that the record lives on went down, lost its address or vanished; or is back. A value that crosses
/// threads.
struct LinkChange
{
    bool up = false;
    bool watched = true; ///< false: nobody looks any more, which is no news for anybody
    QString name;
    QList<IpAddress> addresses; ///< of ours that are cut off, or are back
    bool everything = false;    ///< nothing is heard any more on any of them; `up`: something is again
    TimePoint since{};          ///< it went down: when it was there for the last time, a look ahead of `at`
    TimePoint at{};
};

/**
 * Watches the interfaces that a record lives on: look() compares what the system says with what it said before. Nobody
 * tells it by itself: QNetworkInformation needs a service of the desktop that servers do not have, and knows no
 * addresses. Loopback is never lost.
 */
class LinkWatch
{
public:
    static constexpr std::chrono::seconds pause{2}; ///< between two looks
    static constexpr std::size_t maxWatched = 64;

    LinkWatch(const Clock &clock, const LinkSource &source)
        : m_clock(clock)
        , m_source(source)
    {
    }

    /// The interface that has this address; of 0.0.0.0 and :: all that have addresses, now or later.
    void watchAddress(const IpAddress &address);
    /// The interface of that name, addresses or not; "any": all that have addresses.
    void watchInterface(const QString &name);
    /// What was down counts as back, for nobody looks any more.
    QList<LinkChange> stop();
    bool isWatching() const { return m_all || !m_watched.empty(); }

    /// What changed since the last look, in the order of the system's list; empty mostly.
    QList<LinkChange> look();

private:
    struct Watched
    {
        QString name;
        QList<IpAddress> addresses;
        bool up = true;
    };
    void learn(const QList<InterfaceState> &links);
    bool isUp(Watched &one, const QList<InterfaceState> &links) const;
    bool allDown() const;

    const Clock &m_clock;
    const LinkSource &m_source;
    std::vector<Watched> m_watched;
    bool m_all = false;      ///< whoever has an address
    bool m_byAddress = true; ///< an interface without its address is lost
    TimePoint m_lastLook{};
};

} // namespace gb
