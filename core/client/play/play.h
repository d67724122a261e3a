#pragma once
#include "core/media/mediachain.h"

#include <QString>

#include <variant>

namespace gb {

/// How the media comes: over TCP the word is what we offer in a=setup, GB/T 28181-2022 annex D.
enum class PlayWay : quint8 {
    Udp,
    TcpPassive, ///< we listen, the device connects: the standard's way
    TcpActive,  ///< we connect
};

/// A live play to try, GB/T 28181-2022 9.2: a value that crosses threads.
struct PlayQuestion
{
    static constexpr std::chrono::seconds usual{5}, longest{3600};
    static constexpr quint16 usualFirstPort = 30'000, usualLastPort = 30'999;
    static constexpr int mostStream = 9;

    quint64 id = 0;  ///< of whoever asks; comes back in each report
    QString device;  ///< that is registered
    QString channel; ///< empty: the device itself
    PlayWay way = PlayWay::Udp;
    std::chrono::seconds duration = usual; ///< from the first packet on; it goes on where nothing is decided yet
    IpAddress address;                     ///< of c=; null: ours, by which the device reaches us
    quint16 firstPort = usualFirstPort, lastPort = usualLastPort; ///< of media: even ones are taken, and the next
    int stream = -1;                                              ///< a=streamnumber: 0 main, 1 sub; -1: not said
    bool reports = true;                                          ///< RTCP goes to the device
    QString save;                                                 ///< file that gets the program stream; empty: none
};

enum class PlayOutcome : quint8 {
    Played,        ///< until we hung up: PlayReport::media says how good it was
    Ended,         ///< the device hung up
    NotRegistered, ///< nobody knows where it is
    OddId,         ///< an ID that could not stand in a request
    TooMany,       ///< too many are open
    NoPort,        ///< none of the range is free, or the address is none of ours: see PlayReport::detail
    NotSent,       ///< the transport refused
    NoAnswer,      ///< no final one in time
    Refused,       ///< by a status of 300 or more
    Stopped,       ///< by who asked, or the listener was closed
    Silent,        ///< the server is silent to it on purpose
    Count
};

/// What became of it: a value that crosses threads. Texts are safe to show.
struct PlayReport
{
    static constexpr qsizetype maxText = 4096; ///< characters of a description

    quint64 id = 0;
    QString device, channel;
    PlayWay way = PlayWay::Udp;
    PlayOutcome outcome = PlayOutcome::Played;
    int status = 0;        ///< final answer to the INVITE; 0: none came
    QString detail;        ///< the system's words of NoPort; the body of a refusal
    QString callId;        ///< of its messages in the record
    QString offer, answer; ///< session descriptions, line by line, without a password
    std::optional<quint32> ssrc;
    Endpoint here; ///< where media was awaited
    MediaReport media;
    bool byeAnswered = false;
    quint64 strangers = 0; ///< TCP connections of others, which were closed
    QString saved, saveProblem;
    TimePoint askedAt{}; ///< the INVITE went out
    TimePoint at{};      ///< it was over
};

/// How far it is.
struct PlayProgress
{
    quint64 id = 0;
    QString device, channel;
    QString callId; ///< of its messages in the record; empty: none was sent yet
    MediaReport media;
};

using PlayNews = std::variant<PlayReport, PlayProgress>;

} // namespace gb
