#include "core/flow/commandtext.h"

#include "core/message/deviceid.h"
#include "core/message/ptzcode.h"
#include "core/message/sdp.h"

namespace gb {
namespace {

/// The words for -1 and 1 of each.
QString directions(std::initializer_list<std::tuple<int, const char *, const char *>> sides)
{
    QStringList words;
    for (const auto &[side, less, more] : sides) {
        if (side != 0)
            words << QLatin1String(side < 0 ? less : more);
    }
    return words.join(u' ');
}

/// What it orders beside its name.
QString detailOf(const Manscdp &body)
{
    const QString name = body.detail.section(u' ', 0, 0), value = body.detail.section(u' ', 1);
    if (name != u"PTZCmd")
        return name;
    const QString order = ptzText(value);
    return order.isEmpty() ? name : QStringLiteral("PTZ ") + order;
}

QString alarmOf(const Manscdp &body)
{
    static constexpr const char *methods[] = {"phone", "device", "SMS", "GPS", "video", "fault", "other"};
    bool number = false;
    const int method = body.detail.toInt(&number);
    return number && method >= 1 && method <= 7 ? QStringLiteral("Alarm ") + QLatin1String(methods[method - 1])
                                                : QStringLiteral("Alarm");
}

/// Of what is no heartbeat. What calls itself one is told from those that are.
QString bodyText(const Manscdp &body)
{
    const QString type = printable(body.cmdType, 30);
    const bool keepalive = type == u"Keepalive";
    switch (body.root) {
    case ManscdpRoot::Query: return type + QStringLiteral(" query");
    case ManscdpRoot::Control: {
        const QString detail = printable(detailOf(body), 40);
        if (keepalive)
            return type + QStringLiteral(" control");
        return detail.isEmpty() ? type : type == u"DeviceControl" ? detail : QString(type + u' ' + detail);
    }
    case ManscdpRoot::Response:
        return body.sumNum && body.items > 0
            ? QStringLiteral("%1 %2/%3").arg(type, QString::number(body.items), QString::number(*body.sumNum))
            : type + QStringLiteral(" response");
    case ManscdpRoot::Notify:
        return keepalive ? type + u'?' : type == u"Alarm" ? alarmOf(body) : type + QStringLiteral(" notify");
    case ManscdpRoot::None: break;
    }
    return keepalive ? type + u'?' : type;
}

} // namespace

QString offerText(const Sdp &sdp)
{
    static constexpr const char *sessions[] = {"", "Play", "Playback", "Download", "Talk"};
    static constexpr const char *setups[] = {"", " active", " passive", " actpass", " holdconn"};
    QString text = QLatin1String(sessions[static_cast<std::size_t>(sdp.session)]);
    if (sdp.mediaCount > 0 && sdp.media[0].tcp())
        text += QStringLiteral(" TCP") + QLatin1String(setups[static_cast<std::size_t>(sdp.media[0].setup)]);
    return text.trimmed();
}

QString ptzText(const QString &hex)
{
    const PtzReading reading = readPtz(hex.left(40).toStdString());
    const PtzCommand &command = reading.command;
    if (!reading.valid())
        return {};
    switch (command.action) {
    case PtzAction::Unknown: break;
    case PtzAction::Stop: return QStringLiteral("stop");
    case PtzAction::Move:
        return directions(
            {{command.pan, "left", "right"}, {command.tilt, "down", "up"}, {command.zoom, "zoom out", "zoom in"}});
    case PtzAction::FocusIris:
        return directions({{command.focus, "focus near", "focus far"}, {command.iris, "iris close", "iris open"}});
    case PtzAction::FocusIrisStop: return QStringLiteral("focus stop");
    case PtzAction::PresetSet: return QStringLiteral("preset %1 set").arg(command.preset);
    case PtzAction::PresetCall: return QStringLiteral("preset %1 call").arg(command.preset);
    case PtzAction::PresetDelete: return QStringLiteral("preset %1 delete").arg(command.preset);
    case PtzAction::CruiseAdd:
    case PtzAction::CruiseDelete:
    case PtzAction::CruiseDeleteAll:
    case PtzAction::CruiseSpeed:
    case PtzAction::CruiseDwell: return QStringLiteral("cruise %1 edit").arg(command.group);
    case PtzAction::CruiseStart: return QStringLiteral("cruise %1 start").arg(command.group);
    case PtzAction::ScanStart:
    case PtzAction::ScanLeft:
    case PtzAction::ScanRight:
    case PtzAction::ScanSpeed: return QStringLiteral("scan %1").arg(command.group);
    case PtzAction::AuxOn: return QStringLiteral("switch %1 on").arg(command.group);
    case PtzAction::AuxOff: return QStringLiteral("switch %1 off").arg(command.group);
    }
    return {};
}

QString commandText(const Trace &trace)
{
    if (trace.body)
        return trace.isKeepalive() ? trace.body->cmdType : bodyText(*trace.body);
    return trace.isRequest() && trace.head.method == SipMethod::Invite && !trace.head.body.empty()
        ? offerText(readSdp(trace.head.body))
        : QString();
}

} // namespace gb
