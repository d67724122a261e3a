#include "core/client/free/freetemplates.h"

#include <QCoreApplication>

namespace gb {
namespace {

// An XML body of the third edition, whose charset each edition's devices read where it is ASCII
#define GBSCOPE_BODY(root, cmdType, device, inside)                                                                    \
    "<?xml version=\"1.0\" encoding=\"GB2312\"?>\n<" root ">\n<CmdType>" cmdType                                       \
    "</CmdType>\n<SN>1</SN>\n<DeviceID>" device "</DeviceID>\n" inside "</" root ">\n"

constexpr const char *xml = "Content-Type: Application/MANSCDP+xml\n";

/// Media to the discard port: whether it is offered well shows by the answer, and BYE ends it.
constexpr const char *offer = "v=0\no={device} 0 0 IN IP4 {server-host}\ns=Play\nc=IN IP4 {server-host}\nt=0 0\n"
                              "m=video 9 RTP/AVP 96 98 97\na=recvonly\na=rtpmap:96 PS/90000\na=rtpmap:98 H264/90000\n"
                              "a=rtpmap:97 MPEG4/90000\ny=0200000001\n";

constexpr FreeTemplate templates[] = {
    {"options", QT_TRANSLATE_NOOP("FreeTemplate", "OPTIONS: are you there?"), "OPTIONS",
        "Accept: application/sdp, Application/MANSCDP+xml\n", ""},
    {"catalog", QT_TRANSLATE_NOOP("FreeTemplate", "Query: Catalog"), "MESSAGE", xml,
        GBSCOPE_BODY("Query", "Catalog", "{device}", "")},
    {"info", QT_TRANSLATE_NOOP("FreeTemplate", "Query: DeviceInfo"), "MESSAGE", xml,
        GBSCOPE_BODY("Query", "DeviceInfo", "{device}", "")},
    {"status", QT_TRANSLATE_NOOP("FreeTemplate", "Query: DeviceStatus"), "MESSAGE", xml,
        GBSCOPE_BODY("Query", "DeviceStatus", "{device}", "")},
    {"config", QT_TRANSLATE_NOOP("FreeTemplate", "Query: ConfigDownload"), "MESSAGE", xml,
        GBSCOPE_BODY("Query", "ConfigDownload", "{device}", "<ConfigType>BasicParam</ConfigType>\n")},
    {"ptz-left", QT_TRANSLATE_NOOP("FreeTemplate", "Control: PTZ left"), "MESSAGE", xml,
        GBSCOPE_BODY("Control", "DeviceControl", "{device}", "<PTZCmd>A50F010220000000D7</PTZCmd>\n")},
    {"ptz-stop", QT_TRANSLATE_NOOP("FreeTemplate", "Control: PTZ stop"), "MESSAGE", xml,
        GBSCOPE_BODY("Control", "DeviceControl", "{device}", "<PTZCmd>A50F0100000000B5</PTZCmd>\n")},
    {"keepalive", QT_TRANSLATE_NOOP("FreeTemplate", "Notify: Keepalive, as a device sends it"), "MESSAGE", xml,
        GBSCOPE_BODY("Notify", "Keepalive", "{server}", "<Status>OK</Status>\n")},
    {"keepalive-answer", QT_TRANSLATE_NOOP("FreeTemplate", "200 OK to a Keepalive"), "SIP/2.0 200 OK", "", ""},
    {"subscribe", QT_TRANSLATE_NOOP("FreeTemplate", "SUBSCRIBE: Catalog"), "SUBSCRIBE",
        "Contact: <sip:{server}@{server-address}>\nEvent: Catalog;id=1\nExpires: 600\n"
        "Content-Type: Application/MANSCDP+xml\n",
        GBSCOPE_BODY("Query", "Catalog", "{device}", "")},
    {"notify", QT_TRANSLATE_NOOP("FreeTemplate", "NOTIFY: Alarm"), "NOTIFY",
        "Contact: <sip:{server}@{server-address}>\nEvent: presence\nSubscription-State: active;expires=600\n"
        "Content-Type: Application/MANSCDP+xml\n",
        GBSCOPE_BODY("Notify", "Alarm", "{server}",
            "<AlarmPriority>1</AlarmPriority>\n<AlarmMethod>5</AlarmMethod>\n"
            "<AlarmTime>2026-03-02T08:00:00</AlarmTime>\n")},
    {"invite", QT_TRANSLATE_NOOP("FreeTemplate", "INVITE: live play, media to the discard port"), "INVITE",
        "Contact: <sip:{server}@{server-address}>\nSubject: {device}:0200000001,{server}:0\n"
        "Content-Type: application/sdp\n",
        offer},
    {"bye", QT_TRANSLATE_NOOP("FreeTemplate", "BYE, within a call"), "BYE", "", ""},
    {"playback-pause", QT_TRANSLATE_NOOP("FreeTemplate", "INFO: pause, within a playback"), "INFO",
        "Content-Type: Application/MANSRTSP\n", "PAUSE RTSP/1.0\nCSeq: 1\nPauseTime: now\n"},
    {"restart", QT_TRANSLATE_NOOP("FreeTemplate", "Control: TeleBoot, restarts the device"), "MESSAGE", xml,
        GBSCOPE_BODY("Control", "DeviceControl", "{device}", "<TeleBoot>Boot</TeleBoot>\n")},
};

#undef GBSCOPE_BODY

} // namespace

std::span<const FreeTemplate> freeTemplates()
{
    return templates;
}

const FreeTemplate *findFreeTemplate(QByteArrayView name)
{
    const auto *const found = std::find_if(
        std::begin(templates), std::end(templates), [&name](const FreeTemplate &one) { return name == one.name; });
    return found == std::end(templates) ? nullptr : found;
}

QByteArray textOf(const FreeTemplate &one)
{
    const QByteArray method = one.method;
    const bool answer = method.startsWith("SIP/");
    const QByteArray us = "<sip:{server}@{server-address}>", them = "<sip:{device}@{device-address}>";
    // An answer has the addresses of what it answers, and that is of the device
    return (answer ? method : method + " sip:{device}@{device-address} SIP/2.0") + '\n'
        + (answer ? "Via: SIP/2.0/{transport} {device-address};rport;branch=z9hG4bK1\n"
                  : "Via: SIP/2.0/{transport} {server-address};rport;branch=z9hG4bK1\nMax-Forwards: 70\n")
        + "From: " + (answer ? them : us) + ";tag=1\nTo: " + (answer ? us + ";tag=2" : them) + "\nCall-ID: 1\nCSeq: 1 "
        + (answer ? QByteArray("MESSAGE") : method) + '\n' + one.headers + "Content-Length: 0\n\n" + one.body;
}

} // namespace gb
