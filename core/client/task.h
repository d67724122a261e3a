#pragma once
#include "core/client/ask.h"
#include "core/client/deviceconfigreport.h"
#include "core/flow/trace.h"

#include <variant>

namespace gb {

/// What became of a task.
using ClientReport = std::variant<ConfigReport, AskReport, AskProgress>;

/**
 * Something that is asked of one device, one request after the other. Neither sockets nor timers: takeBody() is what to
 * send, events come in, report() is there when it is over. DeviceControl pairs what comes with it.
 */
class ClientTask
{
public:
    /// Why a task ends that is not done.
    enum class Stop : quint8 { NotSent, Stopped, Silent };

    virtual ~ClientTask() = default;

    /// Of the request that is to be sent now. Empty: it is out already, or all is over. Taking it begins the wait.
    virtual QByteArray takeBody(TimePoint now) = 0;
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
    virtual ClientReport report() const = 0;
    /// What is to be told on the way, once.
    virtual std::optional<AskProgress> takeProgress() { return {}; }
    /// It waits for nothing but the SIP answer, or must not wait: it does not stand in line behind others.
    virtual bool isUrgent() const { return true; }
};

} // namespace gb
