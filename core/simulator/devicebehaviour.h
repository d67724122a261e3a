#pragma once
#include "core/base/clock.h"
#include "core/base/endpoint.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace gb {

enum class GbEdition : quint8 { E2016, E2022 };

/// What a catalogue is made of.
enum class CatalogueKind : quint8 {
    Camera,   ///< a device of type 132 and its channels
    Recorder, ///< of type 118: channels, and alarm inputs where it has some
    Platform, ///< of type 200: areas, a business group (215), virtual organisations (216), and the channels in them
};

/// Which DeviceID a request may name to be obeyed.
enum class Addressee : quint8 { Anyone, Device, OwnIds };

/// What a device does with a CmdType that its edition does not have.
enum class UnknownCommand : quint8 { Silent, Error, Refuse };

/**
 * How a simulated device behaves: data, so that a vendor's habits are a file. Times in seconds where nothing else is
 * said. Names of the fields in a file: see behaviourfile.cpp.
 */
struct DeviceBehaviour
{
    static constexpr int maxChannels = 10'000;

    GbEdition edition = GbEdition::E2016;
    QString charset = QStringLiteral("GB2312"); ///< that bodies are in, and say: GB2312, GB18030 or UTF-8
    TransportKind transport = TransportKind::Udp;
    QString userAgent = QStringLiteral("gbscope simulated device");
    bool addressInFrom = false; ///< From and To have the device's ADDRESS:PORT for a host, not the domain

    // Registration and heartbeat
    int expires = 3600;                         ///< 1 to 604800
    std::chrono::milliseconds interval{60'000}; ///< of the heartbeat, 100 ms to 86400 s
    int timeoutCount = 3;                       ///< 1 to 100
    std::chrono::milliseconds retry{60'000};    ///< until the next REGISTER behind a refusal, 100 ms to 86400 s
    std::chrono::milliseconds patience{32'000}; ///< for the answer to a REGISTER, 100 ms to 32 s
    int refreshPercent = 80;                    ///< of Expires, then it registers again: 10 to 99
    bool registersWhenRefused = false;          ///< anew, where a heartbeat gets 4xx
    bool stubborn = false;  ///< says OK to DeviceConfig, and stays as it is; nor does it notice that
                            ///< its server is gone
    int silentAfter = 0;    ///< heartbeats, for good; 0: never
    int lateEvery = 0;      ///< each such heartbeat comes half an interval late; 0: none
    int twiceEvery = 0;     ///< each such heartbeat is sent twice; 0: none
    bool emptyInfo = false; ///< a Keepalive has an empty Info
    int clockOffset = 0;    ///< of its clock, -86400 to 86400
    bool takesTime = true;  ///< sets it by the Date of the registrar
    int bootSeconds = 5;    ///< that a restart takes, 0 to 3600

    // What it says of itself
    QString deviceName = QStringLiteral("\u6444\u50cf\u673a"); // "camera"
    QString channelName = QStringLiteral("\u901a\u9053 %1");   ///< "channel"; %1: its number
    QString manufacturer = QStringLiteral("gbscope"), model = QStringLiteral("Simulated"),
            firmware = QStringLiteral("V1.0");
    bool oldInfo = false;  ///< DeviceInfo has DeviceType, MaxCamera and MaxAlarm
    bool oldBasic = false; ///< BasicParam has what the edition of 2014 has, its Password, which is none of ours, too

    // Catalogue
    CatalogueKind kind = CatalogueKind::Camera;
    int channels = 1;      ///< 1 to 10,000
    int channelType = 131; ///< digits 11 to 13 of their IDs, 100 to 999
    int alarmInputs = 0;   ///< of type 134 in a recorder's catalogue, 0 to 64
    int pageSize = 1;      ///< items of a page, 1 to 1000
    int groupSize = 32;    ///< channels of a virtual organisation, 1 to 10,000
    int offlineEvery = 0;  ///< each such channel is offline; 0: none
    QString statusOn = QStringLiteral("ON"), statusOff = QStringLiteral("OFF");
    QString parental = QStringLiteral("0");    ///< of a channel
    QString parent = QStringLiteral("device"); ///< ParentID of a channel: device, server, self or none
    bool ptzTypeOutsideInfo = false;
    bool stalePage = false; ///< a page of the Catalog before comes ahead of a new one

    // Answers
    QHash<QString, QStringList> order;  ///< of elements behind DeviceID, by CmdType; what is not named comes behind
    QHash<QString, QString> elements;   ///< other names of elements, as "BasicParam" → "Basic"
    Addressee asks = Addressee::OwnIds; ///< who answers queries and obeys
    Addressee basicParam = Addressee::Anyone; ///< likewise of DeviceConfig of BasicParam
    bool setsInSilence = false;               ///< no Response to DeviceConfig, but a new registration
    UnknownCommand unknown = UnknownCommand::Silent;
    bool broadcast = false;  ///< answers OK to Broadcast; it sends no INVITE all the same
    bool typeNeeded = false; ///< RecordInfo is answered only where Type stands in the query
    int recordMinutes = 30;  ///< of a recording, 1 to 1440
    int recordPage = 2;      ///< items of a page, 1 to 500
    int mostRecords = 500;   ///< of an answer, 1 to 10,000
    int alarmEvery = 0;      ///< raises an alarm by itself; 0: never
    bool h265 = false;       ///< its video is H.265, else H.264
    bool sound = true;       ///< G.711A goes with it
    int streams = 4;         ///< that it sends at once, 0 to 16; over them 486, and with 0 always 488
    QStringList faults;      ///< names of core/simulator/faults.h and media/mediafaults.h
};

} // namespace gb
