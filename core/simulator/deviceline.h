#pragma once
#include "core/message/requestwriter.h"
#include "core/simulator/devicemodel.h"
#include "core/sip/transactions.h"

namespace gb {

/// What happened to a simulated device.
struct DeviceHappening
{
    enum class Kind : quint8 {
        Registered,   ///< `first`: it was not before
        Refused,      ///< a REGISTER, with `status`
        Unanswered,   ///< a REGISTER
        ServerLost,   ///< heartbeats in a row were not answered: it registers anew
        Unregistered, ///< as it wished
        Asked,        ///< `command`: CmdType; `status`: what SIP answered, 0: nothing
        Rebooting,    ///< by TeleBoot
        Subscribed,   ///< `command`: CmdType
        Unsubscribed, ///< `command`: CmdType
        Alarm,        ///< it was told
        Playing,      ///< `command`: the channel; its stream begins
        PlayRefused,  ///< `command`: the channel; `status`
        PlayEnded,    ///< `command`: the channel
    };
    Kind kind = Kind::Registered;
    int status = 0;
    bool first = false;
    QString command; ///< of what a peer wrote, safe to show
};

/// What the parts of a device send and tell by.
class DeviceLine
{
public:
    virtual ~DeviceLine() = default;
    /// A request of the device to its server: URIs, tags, Call-ID and Via are new, `toServer` says whom To names.
    virtual SipRequest newRequest(const char *method, bool toServer) const = 0;
    /// Sends it by a transaction. Null where it was refused.
    virtual TransactionId start(const QByteArray &request, TimePoint now) = 0;
    virtual void abandon(TransactionId id) = 0;
    virtual void sendAgain(const QByteArray &octets) = 0; ///< past every transaction
    virtual void tell(const DeviceHappening &news) = 0;
};

/// A body in the charset of the device, with its type.
void setBody(SipRequest &request, const DeviceModel &model, const XmlElement &root);

constexpr TimePoint never = TimePoint::max();

} // namespace gb
