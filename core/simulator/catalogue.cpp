#include "core/simulator/catalogue.h"

#include <algorithm>

namespace gb {
namespace {

constexpr int areaDigits[] = {2, 4, 6}; ///< of a platform: province, city, district
constexpr int businessGroup = 215, virtualOrganisation = 216, alarmInput = 134;
constexpr qsizetype prefixDigits = 10, idDigits = 20;

} // namespace

qsizetype Catalogue::Scope::size() const
{
    qsizetype sum = 0;
    for (const Run &run : runs)
        sum += run.count;
    return sum;
}

qsizetype Catalogue::Scope::at(qsizetype place) const
{
    for (const Run &run : runs) {
        if (place < run.count)
            return run.first + place;
        place -= run.count;
    }
    return 0;
}

Catalogue::Catalogue(const DeviceIdentity &identity, std::shared_ptr<const DeviceBehaviour> behaviour)
    : m_id(identity.id)
    , m_serverId(identity.serverId)
    , m_prefix(identity.id.size() == idDigits ? identity.id.left(prefixDigits) : QStringLiteral("3402000000"))
    , m_address(identity.local.address.toString().toLatin1())
    , m_port(identity.local.port)
    , m_first(identity.firstChannel)
    , m_behaviour(std::move(behaviour))
    , m_channels(m_behaviour->channels)
{
    if (m_behaviour->kind == CatalogueKind::Platform) {
        m_areas = std::size(areaDigits);
        m_groups = 1;
        m_organisations = (m_channels + m_behaviour->groupSize - 1) / m_behaviour->groupSize;
    } else if (m_behaviour->kind == CatalogueKind::Recorder) {
        m_alarms = m_behaviour->alarmInputs;
    }
}

QString Catalogue::nodeId(int type, qsizetype number) const
{
    return m_prefix
        + QStringLiteral("%1%2").arg(type, 3, 10, QLatin1Char('0')).arg(m_first + number, 7, 10, QLatin1Char('0'));
}

qsizetype Catalogue::numberOf(const QString &id, int type) const
{
    if (id.size() != idDigits || !id.startsWith(m_prefix) || QStringView(id).mid(10, 3).toInt() != type)
        return -1;
    bool digits = false;
    const qsizetype number = QStringView(id).mid(13).toInt(&digits) - m_first;
    return digits ? number : -1;
}

QString Catalogue::civilCode(qsizetype digits) const
{
    return m_prefix.left(digits);
}

QString Catalogue::channelId(qsizetype number) const
{
    return nodeId(m_behaviour->channelType, number);
}

QString Catalogue::alarmId(qsizetype input) const
{
    return nodeId(alarmInput, input);
}

qsizetype Catalogue::channelOf(const QString &id) const
{
    const qsizetype number = numberOf(id, m_behaviour->channelType);
    return number < m_channels ? number : -1;
}

bool Catalogue::has(const QString &id) const
{
    return scopeOf(id).size() > 0;
}

bool Catalogue::isOn(qsizetype number) const
{
    const bool usual = m_behaviour->offlineEvery == 0 || (number + 1) % m_behaviour->offlineEvery != 0;
    return usual != m_switched.contains(number);
}

void Catalogue::setOn(qsizetype number, bool on)
{
    if (number < 0 || number >= m_channels || isOn(number) == on)
        return;
    if (!m_switched.remove(number))
        m_switched.insert(number);
}

/// Annex J: an area has what is below it, a system everything, a device itself and its children.
Catalogue::Scope Catalogue::scopeOf(const QString &id) const
{
    const qsizetype folders = m_areas + m_groups + m_organisations;
    if (id == m_id)
        return {{{0, size()}}};
    if (const qsizetype number = channelOf(id); number >= 0)
        return {{{folders + number, 1}}};
    if (const qsizetype input = numberOf(id, alarmInput); input >= 0 && input < m_alarms)
        return {{{folders + m_channels + input, 1}}};
    for (qsizetype level = 0; level < m_areas; ++level) {
        if (id == civilCode(areaDigits[level]))
            return {{{level, size() - level}}};
    }
    if (m_groups == 1 && numberOf(id, businessGroup) == 0)
        return {{{m_areas + m_groups, m_organisations + m_channels}}};
    const qsizetype organisation = numberOf(id, virtualOrganisation);
    if (organisation < 0 || organisation >= m_organisations)
        return {};
    const qsizetype first = organisation * m_behaviour->groupSize;
    return {{{folders + first, std::min<qsizetype>(m_behaviour->groupSize, m_channels - first)}}};
}

XmlElement Catalogue::item(qsizetype index) const
{
    const qsizetype organisations = m_areas + m_groups, first = organisations + m_organisations;
    if (index < organisations)
        return area(index);
    if (index < first)
        return organisation(index - organisations);
    return index < first + m_channels ? channel(index - first) : alarm(index - first - m_channels);
}

/// An area has DeviceID and Name, a business group besides CivilCode and the system that it belongs to.
XmlElement Catalogue::area(qsizetype index) const
{
    XmlElement item("Item", QList<XmlElement>());
    if (index < m_areas) {
        const QString code = civilCode(areaDigits[index]);
        item.children = {{"DeviceID", code}, {"Name", code}};
    } else {
        item.children = {{"DeviceID", nodeId(businessGroup, 0)}, {"Name", m_behaviour->deviceName},
            {"CivilCode", civilCode(6)}, {"ParentID", m_id}};
    }
    return item;
}

XmlElement Catalogue::organisation(qsizetype index) const
{
    return {"Item",
        QList<XmlElement>{{"DeviceID", nodeId(virtualOrganisation, index)},
            {"Name", m_behaviour->deviceName + u' ' + QString::number(index + 1)},
            {"BusinessGroupID", nodeId(businessGroup, 0)}}};
}

QString Catalogue::parentOf(const QString &id, qsizetype number) const
{
    const QString &word = m_behaviour->parent;
    if (word != u"device")
        return word == u"server" ? m_serverId : word == u"self" ? id : QString();
    return m_organisations > 0 ? nodeId(virtualOrganisation, number / m_behaviour->groupSize) : m_id;
}

XmlElement Catalogue::channel(qsizetype index) const
{
    const DeviceBehaviour &behaviour = *m_behaviour;
    const bool old = behaviour.edition == GbEdition::E2016;
    const QString id = channelId(index);
    const QString name = behaviour.channelName.contains(u"%1") ? behaviour.channelName.arg(index + 1)
                                                               : behaviour.channelName;
    XmlElement item("Item", QList<XmlElement>{{"DeviceID", id}, {"Name", name}});
    QList<XmlElement> &out = item.children;
    out << XmlElement{"Manufacturer", behaviour.manufacturer} << XmlElement{"Model", behaviour.model};
    if (old)
        out << XmlElement{"Owner", "Owner"};
    out << XmlElement{"CivilCode", civilCode(6)} << XmlElement{"Address", name}
        << XmlElement{"Parental", behaviour.parental};
    if (behaviour.parent != u"none")
        out << XmlElement{"ParentID", parentOf(id, index)};
    if (old)
        out << XmlElement{"SafetyWay", 0};
    out << XmlElement{"RegisterWay", 1};
    if (!old)
        out << XmlElement{"SecurityLevelCode", "A"};
    out << XmlElement{"Secrecy", 0} << XmlElement{"IPAddress", QString::fromLatin1(m_address)}
        << XmlElement{"Port", m_port} << XmlElement{"Status", isOn(index) ? behaviour.statusOn : behaviour.statusOff}
        << XmlElement{"Longitude", QString::number(113.93 + static_cast<double>(index % 100) / 1000, 'f', 6)}
        << XmlElement{"Latitude", QString::number(22.53 + static_cast<double>(index / 100) / 1000, 'f', 6)};
    if (m_groups > 0)
        out << XmlElement{"BusinessGroupID", nodeId(businessGroup, 0)};
    addInfo(item);
    return item;
}

void Catalogue::addInfo(XmlElement &item) const
{
    const XmlElement type{"PTZType", 1};
    if (m_behaviour->ptzTypeOutsideInfo) {
        item.children << type;
        return;
    }
    XmlElement info("Info", QList<XmlElement>{type});
    if (m_behaviour->edition == GbEdition::E2022)
        info.children << XmlElement{"StreamNumberList", "0/1"} << XmlElement{"GrassrootsCode", m_prefix.left(8)};
    item.children << info;
}

XmlElement Catalogue::alarm(qsizetype index) const
{
    return {"Item",
        QList<XmlElement>{{"DeviceID", alarmId(index)}, {"Name", QStringLiteral("Alarm %1").arg(index + 1)},
            {"Manufacturer", m_behaviour->manufacturer}, {"Model", m_behaviour->model}, {"CivilCode", civilCode(6)},
            {"Address", QStringLiteral("Alarm %1").arg(index + 1)}, {"Parental", 0}, {"ParentID", m_id},
            {"RegisterWay", 1}, {"Secrecy", 0}, {"Status", m_behaviour->statusOn}}};
}

XmlElement Catalogue::changed(qsizetype index, CatalogueEvent event) const
{
    static constexpr const char *words[] = {"ON", "OFF", "VLOST", "DEFECT", "ADD", "DEL", "UPDATE"};
    XmlElement whole = item(index);
    const XmlElement word{"Event", words[static_cast<std::size_t>(event)]};
    if (event != CatalogueEvent::Add && event != CatalogueEvent::Update)
        return {"Item", QList<XmlElement>{whole.children.constFirst(), word}};
    whole.children.insert(1, word);
    return whole;
}

std::vector<qsizetype> Catalogue::offline(qsizetype most) const
{
    std::vector<qsizetype> out;
    if (m_behaviour->offlineEvery == 0 && m_switched.isEmpty())
        return out;
    for (qsizetype number = 0; number < m_channels && static_cast<qsizetype>(out.size()) < most; ++number) {
        if (!isOn(number))
            out.push_back(channelIndex(number));
    }
    return out;
}

} // namespace gb
