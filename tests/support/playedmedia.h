#pragma once
#include "core/client/play/play.h"
#include "core/simulator/media/mediafaults.h"
#include "core/simulator/media/outgoingstream.h"
#include "tests/support/manualclock.h"
#include "tests/support/mediastreams.h"

namespace gb::test {

/// What a play of a simulated device shows: its clip into a chain, without a socket and without waiting.
class PlayedMedia
{
public:
    static constexpr quint32 ssrc = 200'000'001;
    static inline const Endpoint camera{QHostAddress(QStringLiteral("10.0.0.64")), 15'060},
        here{QHostAddress(QStringLiteral("10.0.0.1")), 30'000};

    explicit PlayedMedia(const char *fault = "")
    {
        StreamPlan plan;
        applyMediaFaults({QString::fromLatin1(fault)}, plan);
        m_chain.setOurs({here.address, 5060});
        m_chain.offered(media::side(ssrc), m_clock.now());
        if (plan.status >= 300) {
            m_clock.advance(std::chrono::milliseconds(12));
            m_chain.answered(plan.status, std::nullopt, m_clock.now());
            return;
        }
        m_clock.advance(std::chrono::milliseconds(12));
        m_chain.answered(200, media::side(ssrc, "10.0.0.64", camera.port), m_clock.now());
        m_chain.acknowledged(m_clock.now());
        m_chain.setOwnDrops(0);
        m_stream = std::make_unique<OutgoingStream>(plan, ssrc, TransportKind::Udp, std::make_unique<Line>(*this));
        m_stream->start(m_clock.now());
    }

    /// After so much more of it.
    MediaReport goOn(Duration time)
    {
        const TimePoint end = m_clock.now() + time;
        while (m_clock.now() < end) {
            m_clock.advance(std::min<Duration>(std::chrono::milliseconds(20), end - m_clock.now()));
            if (m_stream && m_stream->deadline() <= m_clock.now())
                m_stream->advance(m_clock.now());
        }
        m_chain.advance(m_clock.now());
        return m_chain.report();
    }
    /// We hang up.
    MediaReport end()
    {
        m_chain.ended(MediaEvents::End::ByeFromReceiver, m_clock.now());
        return m_chain.report();
    }
    /// All of a play.
    static MediaReport whole(const char *fault = "", Duration time = std::chrono::seconds(5))
    {
        PlayedMedia one(fault);
        one.goOn(time);
        return one.end();
    }

private:
    struct Line final : MediaLine
    {
        explicit Line(PlayedMedia &of)
            : play(of)
        {
        }
        quint16 port() const override { return camera.port; }
        bool isOpen() const override { return true; }
        bool send(const QByteArray &packet) override
        {
            play.m_chain.packet(media::view(packet), play.m_clock.now(), camera, here);
            return true;
        }
        void sendReport(const QByteArray &) override { }
        quint64 reports() const override { return 0; }
        PlayedMedia &play;
    };

    ManualClock m_clock;
    MediaChain m_chain;
    std::unique_ptr<OutgoingStream> m_stream;
};

} // namespace gb::test
