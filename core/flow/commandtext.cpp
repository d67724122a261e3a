#include "core/flow/commandtext.h"

#include "core/message/deviceid.h"
#include "core/message/sdp.h"

namespace gb {
namespace {

/// "left up" of the bits of a byte.
QString bits(int value, std::initializer_list<std::pair<int, const char *>> names)
{
    QStringList words;
    for (const auto &[bit, name] : names) {
        if (value & bit)
            words << QLatin1String(name);
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

/// What an INVITE asks for, and how it is to come.
QString offerText(const SipHead &head)
{
    static constexpr const char *sessions[] = {"", "Play", "Playback", "Download", "Talk"};
    static constexpr const char *setups[] = {"", " active", " passive", " actpass", " holdconn"};
    const Sdp sdp = readSdp(head.body);
    QString text = QLatin1String(sessions[static_cast<std::size_t>(sdp.session)]);
    if (sdp.mediaCount > 0 && sdp.media[0].tcp())
        text += QStringLiteral(" TCP") + QLatin1String(setups[static_cast<std::size_t>(sdp.media[0].setup)]);
    return text.trimmed();
}

} // namespace

QString ptzText(const QString &hex)
{
    const QByteArray octets = QByteArray::fromHex(hex.trimmed().toLatin1());
    if (octets.size() != 8 || static_cast<uchar>(octets[0]) != 0xa5 || hex.trimmed().size() != 16)
        return {};
    const int order = static_cast<uchar>(octets[3]), first = static_cast<uchar>(octets[4]),
              second = static_cast<uchar>(octets[5]);
    if (order == 0)
        return QStringLiteral("stop");
    if (order < 0x40)
        return bits(order, {{1, "right"}, {2, "left"}, {4, "down"}, {8, "up"}, {0x10, "zoom in"}, {0x20, "zoom out"}});
    if (order < 0x50)
        return order == 0x40 ? QStringLiteral("focus stop")
                             : bits(order, {{1, "focus far"}, {2, "focus near"}, {4, "iris open"}, {8, "iris close"}});
    switch (order) {
    case 0x81: return QStringLiteral("preset %1 set").arg(second);
    case 0x82: return QStringLiteral("preset %1 call").arg(second);
    case 0x83: return QStringLiteral("preset %1 delete").arg(second);
    case 0x84:
    case 0x85:
    case 0x86:
    case 0x87: return QStringLiteral("cruise %1 edit").arg(first);
    case 0x88: return QStringLiteral("cruise %1 start").arg(first);
    case 0x89:
    case 0x8a: return QStringLiteral("scan %1").arg(first);
    case 0x8c: return QStringLiteral("switch %1 on").arg(first);
    case 0x8d: return QStringLiteral("switch %1 off").arg(first);
    default: return {};
    }
}

QString commandText(const Trace &trace)
{
    if (trace.body)
        return trace.isKeepalive() ? trace.body->cmdType : bodyText(*trace.body);
    return trace.isRequest() && trace.head.method == SipMethod::Invite && !trace.head.body.empty()
        ? offerText(trace.head)
        : QString();
}

} // namespace gb
