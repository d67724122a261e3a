#pragma once
#include "core/simulator/devicebehaviour.h"
#include "core/simulator/xmlelement.h"

#include <QSet>

#include <memory>
#include <vector>

namespace gb {

/// Who a simulated device is, and whose.
struct DeviceIdentity
{
    QString id;      ///< isPlainId()
    Endpoint local;  ///< for Via and Contact
    Endpoint server; ///< nothing is sent elsewhere, and nobody else is heard
    QString serverId, domain, password;
    int firstChannel = 1; ///< number of its first channel, in digits 14 to 20; those of its folders count likewise
};

/// What happened to a node, as Event of a Catalog NOTIFY has it (GB/T 28181-2022 9.11.4).
enum class CatalogueEvent : quint8 { On, Off, VideoLost, Defect, Add, Delete, Update };

/**
 * The nodes below a device, computed from its behaviour: nothing is kept but which channels were switched. The order
 * is areas, business group, virtual organisations, channels, alarm inputs.
 */
class Catalogue
{
public:
    /// Items of one query, in order: runs of indexes.
    struct Scope
    {
        struct Run
        {
            qsizetype first = 0, count = 0;
        };
        std::vector<Run> runs;
        qsizetype size() const;
        qsizetype at(qsizetype place) const; ///< place below size()
    };

    Catalogue(const DeviceIdentity &identity, std::shared_ptr<const DeviceBehaviour> behaviour);

    /// What a Catalog query of that DeviceID is about: the device, an area, a folder or a channel. Empty of others.
    Scope scopeOf(const QString &id) const;
    XmlElement item(qsizetype index) const;
    /// DeviceID and Event; of Add and Update the item with all its elements.
    XmlElement changed(qsizetype index, CatalogueEvent event) const;
    /// Those that are offline, to report when somebody subscribes; at most `most`.
    std::vector<qsizetype> offline(qsizetype most) const;

    qsizetype size() const { return m_areas + m_groups + m_organisations + m_channels + m_alarms; }
    qsizetype channels() const { return m_channels; }
    qsizetype channelIndex(qsizetype channel) const { return m_areas + m_groups + m_organisations + channel; }
    QString channelId(qsizetype channel) const;
    QString alarmId(qsizetype input) const; ///< of type 134
    qsizetype alarmInputs() const { return m_alarms; }
    /// Of a channel by its ID; -1 where it is none of these.
    qsizetype channelOf(const QString &id) const;
    /// The device, or any node below it.
    bool has(const QString &id) const;
    bool isOn(qsizetype channel) const;
    void setOn(qsizetype channel, bool on);

private:
    QString nodeId(int type, qsizetype number) const;
    /// The number behind digits of that type; -1 where the ID is none such.
    qsizetype numberOf(const QString &id, int type) const;
    QString civilCode(qsizetype digits) const;
    QString parentOf(const QString &id, qsizetype channel) const;
    XmlElement area(qsizetype index) const;
    XmlElement organisation(qsizetype index) const;
    XmlElement channel(qsizetype index) const;
    XmlElement alarm(qsizetype index) const;
    void addInfo(XmlElement &item) const;

    QString m_id, m_serverId, m_prefix;
    QByteArray m_address;
    quint16 m_port = 0;
    qsizetype m_first = 1;
    std::shared_ptr<const DeviceBehaviour> m_behaviour;
    qsizetype m_areas = 0, m_groups = 0, m_organisations = 0, m_channels = 1, m_alarms = 0;
    QSet<qsizetype> m_switched; ///< channels that are not as offlineEvery has them
};

} // namespace gb
