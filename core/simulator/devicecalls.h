#pragma once
#include "core/simulator/deviceline.h"
#include "core/simulator/media/mediaanswer.h"
#include "core/simulator/media/outgoingstream.h"
#include "core/sip/useragent.h"

#include <functional>
#include <map>

namespace gb {

/**
 * INVITEs to a simulated device, GB/T 28181-2022 9.2, and the streams that they ask for: live play of the device or of
 * one of its channels. Each as the behaviour and its faults have it. A machine without sockets and clocks. Bounded:
 * UserAgent::maxCalls, and DeviceBehaviour::streams that send.
 */
class DeviceCalls final : private UserAgentOwner
{
public:
    using Send = std::function<bool(const Endpoint &to, TransportKind transport, const QByteArray &octets)>;

    DeviceCalls(const DeviceModel &model, DeviceLine &line, MediaLines &lines, Send send);

    /// False: it belongs to none of ours.
    bool receive(const Datagram &datagram, const SipHead &head);
    void advance(TimePoint now);
    TimePoint deadline();
    /// Hangs up.
    void stop(TimePoint now);
    std::size_t streams() const { return m_calls.size(); }

private:
    struct Call
    {
        QString channel;
        StreamPlan plan;
        MediaOffer offer;
        Endpoint local;
        quint32 ssrc = 0;
        TimePoint answerAt = never;
        std::unique_ptr<OutgoingStream> stream;
        bool hungUp = false;
    };

    bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) override;
    void callChanged(const CallNews &news) override;
    void incoming(const CallNews &news);
    void answer(CallHandle handle, Call &call, TimePoint now);
    void refuse(CallHandle handle, int status);
    StreamPlan plan() const;

    const DeviceModel &m_model;
    DeviceLine &m_line;
    MediaLines &m_lines;
    const Send m_send;
    UserAgent m_agent;
    std::map<CallHandle, Call> m_calls;
    QString m_asked; ///< channel of the request that is being worked on
    TimePoint m_now{};
};

} // namespace gb
