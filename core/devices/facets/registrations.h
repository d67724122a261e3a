#pragma once
#include "core/base/sharedtexts.h"
#include "core/devices/facets/knownpasswords.h"
#include "core/devices/facets/pendingrequests.h"

#include <QHash>

namespace gb {

/// Follows a REGISTER and its answer: who is registered, where, since when; and how he takes his challenges.
class Registrations
{
public:
    Registrations(
        DeviceRows &rows, NewsLog &news, KnownPasswords &passwords, PendingRequests &pending, SharedTexts &texts)
        : m_rows(rows)
        , m_news(news)
        , m_passwords(passwords)
        , m_pending(pending)
        , m_texts(texts)
    {
    }

    void observe(TrackedDevice &device, const Trace &trace);
    void answered(TrackedDevice &device, const PendingRequest &pending, const Trace &trace);
    /// An earlier start granted it.
    void keep(TrackedDevice &device, const KeptRegistration &kept, TimePoint at);

    void setPhase(TrackedDevice &device, DeviceFacts::Phase phase, TimePoint at);
    void moveTo(TrackedDevice &device, const Endpoint &address);
    /// Devices that are registered; and those at an address.
    int count() const { return m_registered; }
    int countAt(const Endpoint &address) const { return m_registeredAt.value(address).count; }
    /// ID of the one device that is registered at an end of the message; empty where that is none, or several.
    QString atItsAddress(const Trace &trace) const;

private:
    static bool isStranger(const TrackedDevice &device, const Endpoint &from);
    static void noteCredentials(TrackedDevice &device, const Trace &trace);
    void challenged(TrackedDevice &device, const PendingRequest &pending, const Trace &trace);
    void refused(TrackedDevice &device, const PendingRequest &pending, const Trace &trace);
    void registered(TrackedDevice &device, const PendingRequest &pending, const Trace &trace);
    void count(const Endpoint &at, const TrackedDevice &device, int change);

    struct Registered
    {
        int count = 0;
        quint32 places = 0; ///< TrackedDevice::place of all of them, by exclusive or: of one it is the place
    };
    DeviceRows &m_rows;
    NewsLog &m_news;
    KnownPasswords &m_passwords;
    PendingRequests &m_pending;
    SharedTexts &m_texts;
    QHash<Endpoint, Registered> m_registeredAt; ///< who is registered at an endpoint
    int m_registered = 0;
};

} // namespace gb
