#include "core/client/alarmanswer.h"

#include "core/message/basicparam.h"

namespace gb {

QByteArray alarmResponse(const Manscdp &body)
{
    const QByteArray id = body.deviceId.left(65).toUtf8();
    const bool alarm = !body.broken() && body.root == ManscdpRoot::Notify && body.cmdType == u"Alarm";
    if (!alarm || !body.sn || !isPlainId({id.constData(), static_cast<std::size_t>(id.size())}))
        return {};
    return "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Response>\r\n<CmdType>Alarm</CmdType>\r\n<SN>"
        + QByteArray::number(*body.sn) + "</SN>\r\n<DeviceID>" + id
        + "</DeviceID>\r\n<Result>OK</Result>\r\n</Response>\r\n";
}

} // namespace gb
