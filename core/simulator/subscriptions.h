#pragma once
#include "core/message/siphead.h"
#include "core/simulator/answer.h"
#include "core/simulator/deviceline.h"
#include "core/sip/dialogs.h"

#include <deque>
#include <vector>

namespace gb {

/// An alarm of a device, GB/T 28181-2022 A.2.5.3.
struct SimulatedAlarm
{
    QString id;       ///< of the alarm input or channel; empty: the device
    int priority = 4; ///< 1 (highest) to 4
    int method = 5;   ///< 1 to 7; 2: of the device, 5: of a picture
    int type = 2;     ///< by method; 0: none
    QString description = QStringLiteral("motion");
};

/// Subscriptions to a device, GB/T 28181-2022 9.11 and RFC 6665: each in a dialog of its own, refreshed and ended
/// within it, told of what it is about until it expires. NOTIFYs go out one after the other. Bounded in number and in
/// what waits to be told.
class Subscriptions
{
public:
    static constexpr std::size_t maxSubscriptions = 16;
    static constexpr std::size_t maxWaiting = 256; ///< NOTIFYs of one subscription; the oldest are left out
    static constexpr int usualExpires = 600, longestExpires = 604'800;
    static constexpr qsizetype batch = 100; ///< items of a NOTIFY

    /// What the SUBSCRIBE is answered with.
    struct Outcome
    {
        int status = 200;
        QByteArray toTag, headers;
    };

    Subscriptions(DeviceModel &model, DeviceLine &line)
        : m_model(model)
        , m_line(line)
    {
    }

    /// A SUBSCRIBE; `body` is its query, null where it has none. The first NOTIFY goes out at the next advance().
    Outcome subscribe(const SipHead &head, std::string_view octets, const XmlElement *body, TimePoint now);
    void advance(TimePoint now);
    TimePoint deadline() const;
    bool answered(TransactionId id, const SipHead &head);
    bool failed(TransactionId id);
    void clear();

    void changed(qsizetype index, CatalogueEvent event); ///< to all of Catalog
    /// To all of Alarm that asked for its like. False: nobody did.
    bool raise(const SimulatedAlarm &alarm, TimePoint now);

    std::size_t size() const { return m_all.size(); }
    qint64 nextSn() { return ++m_sn; }

private:
    enum class Kind : quint8 { Catalog, Alarm, MobilePosition, PtzPosition };
    struct Subscription
    {
        Kind kind = Kind::Catalog;
        QByteArray callId, localTag, remoteTag, event;
        QString deviceId;
        TimePoint expires{}, next = never;
        std::chrono::seconds interval{5};
        int leastPriority = 0, mostPriority = 0; ///< 0: all
        QStringList methods;                     ///< empty: all
        PtzPosition told;
        std::deque<QList<XmlElement>> waiting; ///< of one NOTIFY each
        bool greeted = false;
        TransactionId waits;
        bool ended = false; ///< the last NOTIFY is out
    };

    Outcome begin(const SipHead &head, std::string_view octets, const XmlElement &body, TimePoint now);
    Outcome refresh(const SipHead &head, TimePoint now);
    Outcome accepted(Subscription &one, const SipHead &head, TimePoint now) const;
    Subscription *find(const Dialog &dialog);
    void readQuery(Subscription &one, const XmlElement &body) const;
    void greet(Subscription &one);
    void due(Subscription &one, TimePoint now);
    void queue(Subscription &one, QList<XmlElement> elements);
    void queueItems(Subscription &one, const QList<XmlElement> &items);
    void notify(Subscription &one, TimePoint now);
    void finish(Subscription &one, const char *reason, TimePoint now);
    void send(Subscription &one, const QByteArray &state, const QList<XmlElement> *elements, TimePoint now);
    QList<XmlElement> place(const Subscription &one, TimePoint now) const;

    DeviceModel &m_model;
    DeviceLine &m_line;
    Dialogs m_dialogs;
    std::vector<Subscription> m_all;
    qint64 m_sn = 0;
};

/// Elements of a Notify of Alarm, behind DeviceID.
QList<XmlElement> alarmElements(const DeviceModel &model, const SimulatedAlarm &alarm, TimePoint now);

} // namespace gb
