#pragma once
#include "core/client/ask.h"
#include "core/client/deviceconfigreport.h"
#include "core/flow/trace.h"

#include <variant>

namespace gb {

/// What became of a task, or what there is to say on its way.
using ClientReport = std::variant<ConfigReport, AskReport, AskProgress, AskNotice>;

/// A request to the device. What is left empty is made anew.
struct ClientRequest
{
    QByteArray method = "MESSAGE";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    // Of a dialog
    QByteArray callId = {}, localTag = {}, remoteTag = {};
    QByteArray target = {}; ///< Request-URI
    quint32 cseq = 1;
    bool contact = false; ///< names ours
};

/**
 * Something that is asked of one device, one request after the other. Neither sockets nor timers: takeRequest() is what
 * to send, events come in, takeReports() tells what became of it. DeviceControl pairs what comes with it.
 */
class ClientTask
{
public:
    /// Why a task ends that is not done.
    enum class Stop : quint8 { NotSent, Stopped, Silent };

    virtual ~ClientTask() = default;

    /// That is to be sent now. Empty: it is out already, or all is over. Taking it begins the wait.
    virtual std::optional<ClientRequest> takeRequest(TimePoint now) = 0;
    /// The request that was taken last is out: message `number` of the record, from 1.
    virtual void sent(quint64) { }
    /// The final answer to the last request.
    virtual void answered(const Trace &answer) = 0;
    /// A request of that device, once each. False: it has nothing to do with this.
    virtual bool take(const Trace &message) = 0;
    /// The same from another address, which is never taken; for what there is to say about it.
    virtual void strange(const Trace &) { }
    virtual void stop(Stop why, TimePoint now) = 0;
    virtual void advance(TimePoint now) = 0;
    /// Never, when it is over.
    virtual TimePoint deadline() const = 0;
    virtual bool over() const = 0;
    /// What is new since it was last asked; of a task that is over, its end.
    virtual QList<ClientReport> takeReports() = 0;
    /// Call-ID of the dialog that it keeps up; empty: none. Never changes.
    virtual QByteArray callId() const { return {}; }
    /// A request within that dialog is of it.
    virtual bool owns(const SipHead &) const { return false; }
    /// A request that is none of this went out within its dialog, under that CSeq.
    virtual void numberUsed(quint32) { }
    /// Nobody waits for the answer to its last request, which is repeated all the same until it comes.
    virtual bool leavesLastRequest() const { return false; }
    /// It waits for nothing but the SIP answer, or must not wait: it does not stand in line behind others.
    virtual bool isUrgent() const { return true; }
};

} // namespace gb
