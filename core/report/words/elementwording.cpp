#include "core/report/words/elementwording.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace gb::wording {
namespace {

struct Element
{
    const char *name;
    const char *meaning;
};

/// GB/T 28181-2022 annex A, and what the editions before it had; in the order of the letters.
constexpr Element elements[] = {
    {"AIFlag", QT_TRANSLATE_NOOP("elements", "intelligent analysis goes into the stream")},
    {"AIShowFlag", QT_TRANSLATE_NOOP("elements", "intelligent analysis is shown")},
    {"Address", QT_TRANSLATE_NOOP("elements", "where it is installed")},
    {"AlarmCmd", QT_TRANSLATE_NOOP("elements", "reset the alarm")},
    {"AlarmDescription", QT_TRANSLATE_NOOP("elements", "what it says of it")},
    {"AlarmMethod", QT_TRANSLATE_NOOP("elements", "1 phone, 2 device, 3 SMS, 4 GPS, 5 video, 6 fault, 7 other")},
    {"AlarmPriority", QT_TRANSLATE_NOOP("elements", "1 highest to 4 lowest")},
    {"AlarmTime", QT_TRANSLATE_NOOP("elements", "when it was raised")},
    {"AlarmType", QT_TRANSLATE_NOOP("elements", "what happened; its meaning depends on the method")},
    {"Alarmstatus", QT_TRANSLATE_NOOP("elements", "state of its alarm inputs")},
    {"Altitude", QT_TRANSLATE_NOOP("elements", "altitude, metres")},
    {"AudioRecognitionFlag", QT_TRANSLATE_NOOP("elements", "audio recognition goes into the stream")},
    {"AudioParam", QT_TRANSLATE_NOOP("elements", "settings of the audio")},
    {"BasicParam", QT_TRANSLATE_NOOP("elements", "basic settings")},
    {"BitRateType", QT_TRANSLATE_NOOP("elements", "1 constant, 2 variable bit rate")},
    {"Block", QT_TRANSLATE_NOOP("elements", "police district")},
    {"BottomRight", QT_TRANSLATE_NOOP("elements", "number of its block at the bottom right")},
    {"BusinessGroupID", QT_TRANSLATE_NOOP("elements", "business group that it belongs to")},
    {"CertNum", QT_TRANSLATE_NOOP("elements", "certificate number (2016)")},
    {"Certifiable", QT_TRANSLATE_NOOP("elements", "1: the certificate is valid (2016)")},
    {"Channel", QT_TRANSLATE_NOOP("elements", "number of channels")},
    {"CivilCode", QT_TRANSLATE_NOOP("elements", "administrative area, GB/T 2260")},
    {"CmdType", QT_TRANSLATE_NOOP("elements", "what it is about")},
    {"ConfigType", QT_TRANSLATE_NOOP("elements", "which settings are asked for")},
    {"Control", QT_TRANSLATE_NOOP("elements", "an order")},
    {"ControlPriority", QT_TRANSLATE_NOOP("elements", "priority of the order")},
    {"CruiseTrackName", QT_TRANSLATE_NOOP("elements", "name of the cruise")},
    {"Day1", QT_TRANSLATE_NOOP("elements", "Monday: spans of the day")},
    {"Day2", QT_TRANSLATE_NOOP("elements", "Tuesday")},
    {"Day3", QT_TRANSLATE_NOOP("elements", "Wednesday")},
    {"Day4", QT_TRANSLATE_NOOP("elements", "Thursday")},
    {"Day5", QT_TRANSLATE_NOOP("elements", "Friday")},
    {"Day6", QT_TRANSLATE_NOOP("elements", "Saturday")},
    {"Day7", QT_TRANSLATE_NOOP("elements", "Sunday")},
    {"DeviceID", QT_TRANSLATE_NOOP("elements", "ID of the device or channel")},
    {"DeviceList", QT_TRANSLATE_NOOP("elements", "the devices and channels")},
    {"DeviceTime", QT_TRANSLATE_NOOP("elements", "clock of the device")},
    {"DeviceType", QT_TRANSLATE_NOOP("elements", "kind of device")},
    {"DeviceUpgrade", QT_TRANSLATE_NOOP("elements", "order to upgrade the firmware")},
    {"Direction", QT_TRANSLATE_NOOP("elements", "direction, degrees from north")},
    {"DomainName", QT_TRANSLATE_NOOP("elements", "SIP domain")},
    {"DownloadSpeed", QT_TRANSLATE_NOOP("elements", "download speeds that it can do")},
    {"DragZoomIn", QT_TRANSLATE_NOOP("elements", "zoom into the rectangle")},
    {"DragZoomOut", QT_TRANSLATE_NOOP("elements", "zoom out of the rectangle")},
    {"DutyStatus", QT_TRANSLATE_NOOP("elements", "ONDUTY armed, OFFDUTY disarmed, ALARM")},
    {"Enabled", QT_TRANSLATE_NOOP("elements", "1: it is on")},
    {"Encode", QT_TRANSLATE_NOOP("elements", "whether it encodes")},
    {"EndAlarmPriority", QT_TRANSLATE_NOOP("elements", "to this priority")},
    {"EndAlarmTime", QT_TRANSLATE_NOOP("elements", "alarms until when")},
    {"EndTime", QT_TRANSLATE_NOOP("elements", "until when")},
    {"ErrCode", QT_TRANSLATE_NOOP("elements", "why the certificate is not valid (2016)")},
    {"Event", QT_TRANSLATE_NOOP("elements", "what became of it: ON, OFF, ADD, DEL, UPDATE, VLOST, DEFECT")},
    {"EventType", QT_TRANSLATE_NOOP("elements", "kind of alarm event")},
    {"Expiration", QT_TRANSLATE_NOOP("elements", "lifetime of the registration, seconds")},
    {"FilePath", QT_TRANSLATE_NOOP("elements", "file")},
    {"FileSize", QT_TRANSLATE_NOOP("elements", "size in bytes")},
    {"FileURL", QT_TRANSLATE_NOOP("elements", "where the firmware is")},
    {"Firmware", QT_TRANSLATE_NOOP("elements", "firmware version")},
    {"FrameRate", QT_TRANSLATE_NOOP("elements", "frames per second")},
    {"GISFlag", QT_TRANSLATE_NOOP("elements", "position goes into the stream")},
    {"GISShowFlag", QT_TRANSLATE_NOOP("elements", "position is shown")},
    {"GuardCmd", QT_TRANSLATE_NOOP("elements", "arm or disarm")},
    {"HeartBeatCount",
        QT_TRANSLATE_NOOP("elements", "timeout count: heartbeats without an answer until the server is given up")},
    {"HeartBeatInterval", QT_TRANSLATE_NOOP("elements", "heartbeat interval, seconds")},
    {"HomePosition", QT_TRANSLATE_NOOP("elements", "where it returns to when left alone")},
    {"IFameCmd", QT_TRANSLATE_NOOP("elements", "send a key frame (2014 and 2016 spell it so)")},
    {"IFrameCmd", QT_TRANSLATE_NOOP("elements", "send a key frame")},
    {"IPAddress", QT_TRANSLATE_NOOP("elements", "its IP address")},
    {"IndistinctQuery", QT_TRANSLATE_NOOP("elements", "1: also what others have recorded")},
    {"Info", QT_TRANSLATE_NOOP("elements", "more about it; in a heartbeat: channels that are out of order")},
    {"Interval", QT_TRANSLATE_NOOP("elements", "every so many seconds")},
    {"Item", QT_TRANSLATE_NOOP("elements", "one of the list")},
    {"Latitude", QT_TRANSLATE_NOOP("elements", "latitude, degrees")},
    {"Length", QT_TRANSLATE_NOOP("elements", "width of the picture that it refers to, pixels")},
    {"Longitude", QT_TRANSLATE_NOOP("elements", "longitude, degrees")},
    {"Manufacturer", QT_TRANSLATE_NOOP("elements", "manufacturer")},
    {"Model", QT_TRANSLATE_NOOP("elements", "model")},
    {"Name", QT_TRANSLATE_NOOP("elements", "name")},
    {"Notify", QT_TRANSLATE_NOOP("elements", "something told without being asked")},
    {"NotifyType", QT_TRANSLATE_NOOP("elements", "what is told: 121 end of the recording")},
    {"Num", QT_TRANSLATE_NOOP("elements", "how many are in this message")},
    {"OSDConfig", QT_TRANSLATE_NOOP("elements", "text in the picture")},
    {"OSDFlag", QT_TRANSLATE_NOOP("elements", "text goes into the stream")},
    {"OSDShowFlag", QT_TRANSLATE_NOOP("elements", "text is shown")},
    {"On", QT_TRANSLATE_NOOP("elements", "1: it is on")},
    {"Online", QT_TRANSLATE_NOOP("elements", "ONLINE or OFFLINE")},
    {"Owner", QT_TRANSLATE_NOOP("elements", "owner (2016)")},
    {"PTZCmd", QT_TRANSLATE_NOOP("elements", "PTZ order, 8 bytes in hex (A.3)")},
    {"PTZType", QT_TRANSLATE_NOOP("elements", "kind: 1 dome, 2 half dome, 3 fixed, 4 bullet with PTZ")},
    {"ParentID", QT_TRANSLATE_NOOP("elements", "what it belongs to")},
    {"Parental", QT_TRANSLATE_NOOP("elements", "1: it has devices below it")},
    {"Password", QT_TRANSLATE_NOOP("elements", "its password")},
    {"Point", QT_TRANSLATE_NOOP("elements", "left, top, right, bottom")},
    {"Port", QT_TRANSLATE_NOOP("elements", "its port")},
    {"PositionCapability", QT_TRANSLATE_NOOP("elements", "0: no position, 1: GPS, 2: BeiDou")},
    {"PresetID", QT_TRANSLATE_NOOP("elements", "number of the preset")},
    {"PresetIndex", QT_TRANSLATE_NOOP("elements", "number of the preset")},
    {"PresetList", QT_TRANSLATE_NOOP("elements", "the presets")},
    {"PresetName", QT_TRANSLATE_NOOP("elements", "name of the preset")},
    {"Query", QT_TRANSLATE_NOOP("elements", "a question")},
    {"ROIFlag", QT_TRANSLATE_NOOP("elements", "1: regions of interest are encoded better")},
    {"ROINumber", QT_TRANSLATE_NOOP("elements", "how many regions of interest")},
    {"ROIParam", QT_TRANSLATE_NOOP("elements", "regions of interest")},
    {"ROIQP", QT_TRANSLATE_NOOP("elements", "quality of the region, 0 to 3")},
    {"ROISeq", QT_TRANSLATE_NOOP("elements", "number of the region")},
    {"Reason", QT_TRANSLATE_NOOP("elements", "why not")},
    {"Record", QT_TRANSLATE_NOOP("elements", "whether it records")},
    {"RecordCmd", QT_TRANSLATE_NOOP("elements", "start or stop recording")},
    {"RecordEnable", QT_TRANSLATE_NOOP("elements", "1: it records")},
    {"RecordList", QT_TRANSLATE_NOOP("elements", "the recordings")},
    {"RecordScheduleSumNum", QT_TRANSLATE_NOOP("elements", "days that follow")},
    {"RecorderID", QT_TRANSLATE_NOOP("elements", "who started the recording")},
    {"Region1", QT_TRANSLATE_NOOP("elements", "left, top, right, bottom")},
    {"Region2", QT_TRANSLATE_NOOP("elements", "left, top, right, bottom")},
    {"Region3", QT_TRANSLATE_NOOP("elements", "left, top, right, bottom")},
    {"Region4", QT_TRANSLATE_NOOP("elements", "left, top, right, bottom")},
    {"RegionList", QT_TRANSLATE_NOOP("elements", "regions")},
    {"RegisterWay", QT_TRANSLATE_NOOP("elements", "how it registers: 1 as RFC 3261 has it")},
    {"ResetTime", QT_TRANSLATE_NOOP("elements", "returns after so many seconds")},
    {"Resolution", QT_TRANSLATE_NOOP("elements", "resolutions that it can do")},
    {"Response", QT_TRANSLATE_NOOP("elements", "the answer")},
    {"Result", QT_TRANSLATE_NOOP("elements", "outcome of what was asked")},
    {"SIPServerID", QT_TRANSLATE_NOOP("elements", "SIP server ID")},
    {"SIPServerIP", QT_TRANSLATE_NOOP("elements", "SIP server address")},
    {"SIPServerPort", QT_TRANSLATE_NOOP("elements", "SIP server port")},
    {"SN", QT_TRANSLATE_NOOP("elements", "serial number: an answer has that of its query")},
    {"SSVCRatioValue", QT_TRANSLATE_NOOP("elements", "size of the enhanced layer to the base one, such as 2:1")},
    {"SVCSTMMode", QT_TRANSLATE_NOOP("elements", "layers that are decoded: 0 base, 1 to 3 more")},
    {"SVCSpaceDomainMode", QT_TRANSLATE_NOOP("elements", "spatial layers: 0 base, 1 to 3 more")},
    {"SVCTimeDomainMode", QT_TRANSLATE_NOOP("elements", "temporal layers: 0 base, 1 to 3 more")},
    {"SafetyWay", QT_TRANSLATE_NOOP("elements", "how signalling is secured (2016): 0 not")},
    {"Secrecy", QT_TRANSLATE_NOOP("elements", "0: not secret, 1: secret")},
    {"Seq", QT_TRANSLATE_NOOP("elements", "number of the region")},
    {"SessionID", QT_TRANSLATE_NOOP("elements", "ties the pictures to the order")},
    {"SnapNum", QT_TRANSLATE_NOOP("elements", "how many pictures")},
    {"SnapShotConfig", QT_TRANSLATE_NOOP("elements", "order to take pictures")},
    {"SnapShotFileID", QT_TRANSLATE_NOOP("elements", "name of a picture, 41 digits")},
    {"SnapShotList", QT_TRANSLATE_NOOP("elements", "the pictures")},
    {"Speed", QT_TRANSLATE_NOOP("elements", "speed, km/h")},
    {"StartAlarmPriority", QT_TRANSLATE_NOOP("elements", "from this priority")},
    {"StartAlarmTime", QT_TRANSLATE_NOOP("elements", "alarms from when")},
    {"StartTime", QT_TRANSLATE_NOOP("elements", "from when")},
    {"Status", QT_TRANSLATE_NOOP("elements", "whether it is in order")},
    {"StreamNumber", QT_TRANSLATE_NOOP("elements", "0 main stream, 1 sub-stream")},
    {"SumNum", QT_TRANSLATE_NOOP("elements", "how many there are in all, over all messages")},
    {"TeleBoot", QT_TRANSLATE_NOOP("elements", "restart")},
    {"Text", QT_TRANSLATE_NOOP("elements", "text in the picture")},
    {"Text1", QT_TRANSLATE_NOOP("elements", "first line of text")},
    {"Text2", QT_TRANSLATE_NOOP("elements", "second line of text")},
    {"Text3", QT_TRANSLATE_NOOP("elements", "third line of text")},
    {"Text4", QT_TRANSLATE_NOOP("elements", "fourth line of text")},
    {"Text5", QT_TRANSLATE_NOOP("elements", "fifth line of text")},
    {"Text6", QT_TRANSLATE_NOOP("elements", "sixth line of text")},
    {"Text7", QT_TRANSLATE_NOOP("elements", "seventh line of text")},
    {"Text8", QT_TRANSLATE_NOOP("elements", "eighth line of text")},
    {"TextEnable", QT_TRANSLATE_NOOP("elements", "1: text is shown")},
    {"Time", QT_TRANSLATE_NOOP("elements", "when")},
    {"TimeEnable", QT_TRANSLATE_NOOP("elements", "1: time is shown")},
    {"TimeFlag", QT_TRANSLATE_NOOP("elements", "time goes into the stream")},
    {"TimeSegmentSumNum", QT_TRANSLATE_NOOP("elements", "spans of the day that follow")},
    {"TimeShowFlag", QT_TRANSLATE_NOOP("elements", "time is shown")},
    {"TimeType", QT_TRANSLATE_NOOP("elements", "0: 2026-03-02 08:00:00, 1: in Chinese")},
    {"TimeX", QT_TRANSLATE_NOOP("elements", "place of the time, pixels from the left")},
    {"TimeY", QT_TRANSLATE_NOOP("elements", "place of the time, pixels from the top")},
    {"TopLeft", QT_TRANSLATE_NOOP("elements", "number of its block at the top left")},
    {"Type", QT_TRANSLATE_NOOP("elements", "which recordings: time, alarm, manual, all")},
    {"UpgradeResult", QT_TRANSLATE_NOOP("elements", "outcome of the upgrade")},
    {"UploadURL", QT_TRANSLATE_NOOP("elements", "where to upload them")},
    {"VideoBitRate", QT_TRANSLATE_NOOP("elements", "bit rate, kbit/s")},
    {"VideoFormat", QT_TRANSLATE_NOOP("elements", "1 MPEG-4, 2 H.264, 3 SVAC, 4 3GP, 5 H.265")},
    {"VideoParamOpt", QT_TRANSLATE_NOOP("elements", "range of the video settings")},
    {"WeekDayNum", QT_TRANSLATE_NOOP("elements", "1 Monday to 7 Sunday")},
    {"Width", QT_TRANSLATE_NOOP("elements", "height of the picture that it refers to, pixels")},
    {"X", QT_TRANSLATE_NOOP("elements", "pixels from the left")},
    {"X1", QT_TRANSLATE_NOOP("elements", "pixels from the left")},
    {"X2", QT_TRANSLATE_NOOP("elements", "pixels from the left")},
    {"X3", QT_TRANSLATE_NOOP("elements", "pixels from the left")},
    {"X4", QT_TRANSLATE_NOOP("elements", "pixels from the left")},
    {"X5", QT_TRANSLATE_NOOP("elements", "pixels from the left")},
    {"X6", QT_TRANSLATE_NOOP("elements", "pixels from the left")},
    {"X7", QT_TRANSLATE_NOOP("elements", "pixels from the left")},
    {"X8", QT_TRANSLATE_NOOP("elements", "pixels from the left")},
    {"Y", QT_TRANSLATE_NOOP("elements", "pixels from the top")},
    {"Y1", QT_TRANSLATE_NOOP("elements", "pixels from the top")},
    {"Y2", QT_TRANSLATE_NOOP("elements", "pixels from the top")},
    {"Y3", QT_TRANSLATE_NOOP("elements", "pixels from the top")},
    {"Y4", QT_TRANSLATE_NOOP("elements", "pixels from the top")},
    {"Y5", QT_TRANSLATE_NOOP("elements", "pixels from the top")},
    {"Y6", QT_TRANSLATE_NOOP("elements", "pixels from the top")},
    {"Y7", QT_TRANSLATE_NOOP("elements", "pixels from the top")},
    {"Y8", QT_TRANSLATE_NOOP("elements", "pixels from the top")},
};

/// Where a name means something else than elements of that name usually do. The last parts of its path.
struct Special
{
    const char *about;
    const char *path;
    const char *meaning;
};
constexpr Special specials[] = {
    {"ptz", "Direction", QT_TRANSLATE_NOOP("elements", "where the camera turns to; stop ends the movement")},
    {"subscribe-catalog", "Event", QT_TRANSLATE_NOOP("elements", "header Event: what is subscribed to")},
    {"subscribe-alarm", "Event", QT_TRANSLATE_NOOP("elements", "header Event: what is subscribed to")},
    {"subscribe-position", "Event", QT_TRANSLATE_NOOP("elements", "header Event: what is subscribed to")},
    {"subscribe-ptz", "Event", QT_TRANSLATE_NOOP("elements", "header Event: what is subscribed to")},
    {"set-video", "Resolution", QT_TRANSLATE_NOOP("elements", "resolution of the picture, as in the f line of SDP")},
    {"set-basic", "Password", QT_TRANSLATE_NOOP("elements", "password of the registration")},
    {"Query Catalog", "StartTime", QT_TRANSLATE_NOOP("elements", "only what was added since then")},
    {"Query Catalog", "EndTime", QT_TRANSLATE_NOOP("elements", "only what was added until then")},
    {"Catalog", "EndTime", QT_TRANSLATE_NOOP("elements", "until when the certificate is valid (2016)")},
    {"Catalog", "Status", QT_TRANSLATE_NOOP("elements", "ON or OFF")},
    {"Query Alarm", "AlarmMethod",
        QT_TRANSLATE_NOOP("elements", "0 all, 1 phone, 2 device, 3 SMS, 4 GPS, 5 video, 6 fault, 7 other")},
    {"CruiseTrackQuery", "Speed", QT_TRANSLATE_NOOP("elements", "speed of the movement, 1 to 15")},
    {"SDCardStatus", "Status", QT_TRANSLATE_NOOP("elements", "ok, formatting, unformatted, idle, error")},
    {"ConfigDownload", "VideoParamAttribute/Item/Resolution",
        QT_TRANSLATE_NOOP("elements", "resolution of the picture, as in the f line of SDP")},
    {"ConfigDownload", "BasicParam/Password", QT_TRANSLATE_NOOP("elements", "password of the registration")},
};

/// Types of SDP lines: RFC 4566, and y= and f= of GB/T 28181 annex G.
constexpr Element sdpLines[] = {
    {"a", QT_TRANSLATE_NOOP("elements", "attribute")},
    {"b", QT_TRANSLATE_NOOP("elements", "bandwidth")},
    {"c", QT_TRANSLATE_NOOP("elements", "address for the media")},
    {"f", QT_TRANSLATE_NOOP("elements", "coding of video and audio (GB/T 28181 annex G)")},
    {"i", QT_TRANSLATE_NOOP("elements", "description")},
    {"m", QT_TRANSLATE_NOOP("elements", "medium: kind, port, transport, formats")},
    {"o", QT_TRANSLATE_NOOP("elements", "who made the session")},
    {"s", QT_TRANSLATE_NOOP("elements", "purpose: Play, Playback, Download, Talk")},
    {"t", QT_TRANSLATE_NOOP("elements", "from when to when, in seconds; 0 0: live")},
    {"u", QT_TRANSLATE_NOOP("elements", "source of the recording: ID:type")},
    {"v", QT_TRANSLATE_NOOP("elements", "version")},
    {"y", QT_TRANSLATE_NOOP("elements", "SSRC: 0 live or 1 recorded, then 5 digits of the domain, then 4 of its own")},
};

template<std::size_t N>
QString find(const Element (&table)[N], const QString &name)
{
    const auto found = std::lower_bound(std::begin(table), std::end(table), name,
        [](const Element &one, const QString &wanted) { return QLatin1String(one.name) < wanted; });
    return found == std::end(table) || name != QLatin1String(found->name)
        ? QString()
        : QCoreApplication::translate("elements", found->meaning);
}

} // namespace

QString element(const QString &path)
{
    return find(elements, path.section(u'/', -1));
}

QString element(const QString &path, const QStringList &about)
{
    const auto isIn = [&path](QLatin1StringView last) {
        return path.endsWith(last) && (path.size() == last.size() || path[path.size() - last.size() - 1] == u'/');
    };
    for (const QString &one : about) {
        for (const Special &special : specials) {
            if (one == QLatin1StringView(special.about) && isIn(QLatin1StringView(special.path)))
                return QCoreApplication::translate("elements", special.meaning);
        }
    }
    return element(path);
}

QString sdpLine(const QString &type)
{
    return find(sdpLines, type);
}

} // namespace gb::wording
