#include "core/simulator/deviceconfigs.h"

#include <algorithm>

namespace gb {
namespace {

constexpr auto E16 = GbEdition::E2016, E22 = GbEdition::E2022;

const ConfigType types[] = {
    {"BasicParam", "BasicParam", E16, "<BasicParam/>"}, // its values are those of the registration
    {"VideoParamOpt", nullptr, E16,
        "<VideoParamOpt><DownloadSpeed>1/2/4</DownloadSpeed><Resolution>5/6</Resolution></VideoParamOpt>"},
    {"SVACEncodeConfig", "SVACEncodeConfig", E16,
        "<SVACEncodeConfig><ROIParam><ROIFlag>0</ROIFlag><ROINumber>0</ROINumber></ROIParam><SVCParam>"
        "<SVCSpaceDomainMode>0</SVCSpaceDomainMode><SVCTimeDomainMode>0</SVCTimeDomainMode>"
        "<SVCSpaceSupportMode>0</SVCSpaceSupportMode><SVCTimeSupportMode>0</SVCTimeSupportMode></SVCParam>"
        "<SurveillanceParam><TimeFlag>1</TimeFlag><OSDFlag>1</OSDFlag><AIFlag>0</AIFlag><GISFlag>0</GISFlag>"
        "</SurveillanceParam><AudioParam><AudioRecognitionFlag>0</AudioRecognitionFlag></AudioParam>"
        "</SVACEncodeConfig>"},
    {"SVACDecodeConfig", "SVACDecodeConfig", E16,
        "<SVACDecodeConfig><SVCParam><SVCSTMMode>0</SVCSTMMode></SVCParam><SurveillanceParam>"
        "<TimeShowFlag>1</TimeShowFlag><OSDShowFlag>1</OSDShowFlag><AIShowFlag>0</AIShowFlag>"
        "<GISShowFlag>0</GISShowFlag></SurveillanceParam></SVACDecodeConfig>"},
    {"VideoParamAttribute", "VideoParamAttribute", E22,
        "<VideoParamAttribute Num=\"1\"><Item><StreamNumber>0</StreamNumber><VideoFormat>2</VideoFormat>"
        "<Resolution>6</Resolution><FrameRate>25</FrameRate><BitRateType>1</BitRateType>"
        "<VideoBitRate>4096</VideoBitRate></Item></VideoParamAttribute>"},
    {"VideoRecordPlan", "VideoRecordPlan", E22,
        "<VideoRecordPlan><RecordEnable>1</RecordEnable><RecordScheduleSumNum>1</RecordScheduleSumNum>"
        "<RecordSchedule><WeekDayNum>1</WeekDayNum><TimeSegmentSumNum>1</TimeSegmentSumNum><TimeSegment>"
        "<StartHour>0</StartHour><StartMin>0</StartMin><StartSec>0</StartSec><StopHour>23</StopHour>"
        "<StopMin>59</StopMin><StopSec>59</StopSec></TimeSegment></RecordSchedule><StreamNumber>0</StreamNumber>"
        "</VideoRecordPlan>"},
    {"VideoAlarmRecord", "VideoAlarmRecord", E22,
        "<VideoAlarmRecord><RecordEnable>1</RecordEnable><RecordTime>30</RecordTime><PreRecordTime>5</PreRecordTime>"
        "<StreamNumber>0</StreamNumber></VideoAlarmRecord>"},
    {"PictureMask", "PictureMask", E22, "<PictureMask><On>0</On><SumNum>0</SumNum></PictureMask>"},
    {"FrameMirror", "FrameMirror", E22, "<FrameMirror>0</FrameMirror>"},
    {"AlarmReport", "AlarmReport", E22,
        "<AlarmReport><MotionDetection>1</MotionDetection><FieldDetection>0</FieldDetection></AlarmReport>"},
    {"OSDConfig", "OSDConfig", E22,
        "<OSDConfig><Length>1920</Length><Width>1080</Width><TimeX>16</TimeX><TimeY>16</TimeY>"
        "<TimeEnable>1</TimeEnable><TimeType>0</TimeType><TextEnable>1</TextEnable><SumNum>0</SumNum></OSDConfig>"},
    // The request and its answer have other names
    {"SnapShot", "SnapShotConfig", E22,
        "<SnapShot><SnapNum>1</SnapNum><Interval>1</Interval><UploadURL></UploadURL><SessionID></SessionID></"
        "SnapShot>"},
};

} // namespace

const ConfigType *configTypeOf(const QString &name)
{
    const auto *const found = std::find_if(std::begin(types), std::end(types), [&](const ConfigType &type) {
        return name == QLatin1String(type.name) || (type.set && name == QLatin1String(type.set));
    });
    return found == std::end(types) ? nullptr : found;
}

const ConfigType *configTypeSetBy(const QString &element)
{
    const auto *const found = std::find_if(std::begin(types), std::end(types),
        [&](const ConfigType &type) { return type.set && element == QLatin1String(type.set); });
    return found == std::end(types) ? nullptr : found;
}

XmlElement DeviceConfigs::value(const ConfigType &type) const
{
    const QString name = QString::fromLatin1(type.name);
    if (const auto found = m_values.find(name); found != m_values.end())
        return found->second;
    return readXml(type.usual).value_or(XmlElement(name));
}

bool DeviceConfigs::set(const ConfigType &type, const XmlElement &element)
{
    XmlElement kept = element;
    kept.name = QString::fromLatin1(type.name);
    if (kept.name == u"BasicParam") {
        XmlElement before = value(type);
        for (const XmlElement &one : element.children) {
            if (XmlElement *const old = before.child(one.name))
                *old = one;
            else
                before.children.append(one);
        }
        kept = std::move(before);
    }
    const auto found = m_values.find(kept.name);
    const qsizetype without = size() - (found == m_values.end() ? 0 : found->second.size());
    if (without + kept.size() > maxOctets)
        return false;
    m_values.insert_or_assign(kept.name, std::move(kept));
    return true;
}

qsizetype DeviceConfigs::size() const
{
    qsizetype sum = 0;
    for (const auto &[name, element] : m_values)
        sum += element.size();
    return sum;
}

} // namespace gb
