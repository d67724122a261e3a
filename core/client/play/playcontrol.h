#pragma once
#include "core/client/play/mediaports.h"
#include "core/flow/trace.h"
#include "core/sip/useragent.h"

#include <deque>
#include <map>

namespace gb {

/**
 * Plays live channels of registered devices to see whether they can be played: INVITE, ACK and BYE by a UserAgent,
 * media by MediaPorts. Neither sockets nor timers. A play goes on until its time is over, and further where a link of
 * its chain is not decided yet; see `longestMore`.
 *
 * At most `maxAtOnce` play at once, the others stand in line: maxPlays in all.
 */
class PlayControl final : private UserAgentOwner
{
public:
    static constexpr std::size_t maxPlays = 10'000;
    static constexpr std::size_t maxAtOnce = 64;
    static constexpr std::chrono::seconds patience{40};    ///< for a final answer: timer B ends earlier what gets none
    static constexpr std::chrono::seconds longestMore{11}; ///< for what is not decided
    static constexpr std::chrono::seconds byePatience{2};
    static constexpr std::chrono::milliseconds lookGap{50}; ///< between two looks at what the ports say

    /// Where a device is.
    struct Target
    {
        QByteArray id;
        Endpoint remote, local;
        TransportKind transport = TransportKind::Udp;
    };
    using Send = std::function<bool(const Endpoint &to, TransportKind transport, const QByteArray &octets)>;

    /// `serverId`: 20 digits. `ports` outlives it.
    PlayControl(const QByteArray &serverId, const QByteArray &domain, Send send, MediaPorts &ports);

    /// Ends in a PlayReport, which may be there at once. Values of the question are in their ranges.
    void play(const Target &target, const PlayQuestion &question, TimePoint now);
    /// A request within a dialog of ours, which nobody else answers.
    bool owns(const Trace &trace) const;
    /// Every message that came in.
    void receive(const Trace &trace);
    void advance(TimePoint now);
    std::optional<TimePoint> nextDeadline();
    /// Hangs up, and ends all.
    void stop(TimePoint now, PlayOutcome why);
    /// Those with that PlayQuestion::id.
    void stopPlaying(quint64 id, TimePoint now);
    /// Another request went out within a dialog of ours: see UserAgent::numberUsed().
    void numberUsed(const Dialog &dialog) { m_agent.numberUsed(dialog); }
    QList<PlayNews> takeNews() { return std::exchange(m_news, {}); }
    std::size_t plays() const { return m_plays.size(); }
    const UserAgent &agent() const { return m_agent; }

private:
    enum class State : quint8 { Waits, Opening, Inviting, Playing, Ending, Closing };
    struct Play
    {
        PlayQuestion question;
        Target target;
        State state = State::Waits;
        PlayReport report;
        CallHandle call = 0;
        TimePoint until = TimePoint::max(); ///< of Inviting and Ending
        TimePoint acknowledged{};
        bool judged = false; ///< what it became is in the report
    };
    using Plays = std::map<quint64, Play>;

    bool send(const Endpoint &to, TransportKind transport, const QByteArray &octets) override;
    void callChanged(const CallNews &news) override;

    void serveLine();
    void takePorts(TimePoint now);
    void opened(quint64 number, Play &play, const PortNews &news, TimePoint now);
    void answered(quint64 number, Play &play, const CallNews &news);
    void ended(quint64 number, Play &play, const CallNews &news);
    void look(quint64 number, Play &play, TimePoint now);
    TimePoint endOf(const Play &play) const;
    static bool undecided(const MediaReport &media);
    void hangUp(quint64 number, Play &play, PlayOutcome why, TimePoint now);
    void closePorts(quint64 number, Play &play);
    void finish(Plays::iterator at, TimePoint now);
    quint32 freeSsrc();
    static bool isBusy(const Play &play) { return play.state != State::Waits; }

    const QByteArray m_serverId;
    const Send m_send;
    MediaPorts &m_ports;
    UserAgent m_agent;
    Plays m_plays; ///< by their numbers, in which order they came
    std::deque<quint64> m_line;
    std::map<CallHandle, quint64> m_ofCall;
    QList<PlayNews> m_news;
    std::size_t m_busy = 0;
    quint64 m_last = 0;
    int m_stream = 0;
    TimePoint m_now{}, m_lookAt = TimePoint::max();
};

} // namespace gb
