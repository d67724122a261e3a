#pragma once
#include "core/capture/livecapture.h"
#include "core/capture/sessionfolder.h"
#include "core/client/ask.h"
#include "core/client/deviceconfigreport.h"
#include "core/client/free/free.h"
#include "core/client/play/play.h"
#include "core/net/datagram.h"
#include "core/net/udptransport.h"
#include "core/record/mark.h"
#include "core/server/serverconfig.h"
#include "core/server/silence.h"

#include <variant>

namespace gb {

/**
 * What somebody may want of a session. Values: they cross to its thread, and are carried out there in their order.
 *
 * A new one stands here and where it is carried out: `enginewishes.cpp` for what listens and records, an actor for what
 * answers or asks, `filereader.cpp` for captures. What it leads to, beyond what any batch tells, is an outcome.
 */
namespace wish {

// Of every session

/// Judges by it from now on, and the past as well. interval 1 s to 1 day, count 1 to 100.
struct SetPolicy
{
    HeartbeatPolicy policy;
};
/// The same for these devices alone; nobody else has a policy of its own any more. See DeviceStore::setOverrides.
struct SetOverrides
{
    HeartbeatOverrides overrides;
};
/// The heartbeats of this device come with the next batch and whenever they change; of none, where it is empty.
struct Watch
{
    QString device;
};
/// What refused devices are compared with, with the listener's own, from now on, and those of the past as well. They
/// are kept in memory only. See DeviceStore::setKnownPasswords.
struct KnowPasswords
{
    QList<QByteArray> passwords;
};
/// Devices that shall come; see DeviceStore::setExpected. Live they wait since now.
struct Expect
{
    QList<ExpectedDevice> devices;
};
/// outcome::MessageRead follows, with empty octets where they are not to be had.
struct Read
{
    quint64 number;
};
/// Marks a message, or takes its mark away; a batch tells it. It goes into the record of a live session; of captures it
/// goes into a file of the user beside them.
struct SetMark
{
    Mark mark;
};
/// Brings all that was seen into the file; outcome::Flushed follows, behind a batch with the final counters.
struct Flush
{
};

// Of a live session

/// Starts the record. Before it listens. outcome::Recording follows, with the file that was really made, see
/// SessionFile::open, as soon as the disk lets us; or outcome::RecordFailed, and the session goes on without one.
struct Record
{
    QString path;
    sessionfolder::Limits limits{}; ///< of its folder, kept while it runs: then it is a row of files, an eighth each
};
/// A record without a message is removed at its end.
struct DiscardEmptyRecord
{
};
/// Listens anew, as a SIP server; what was before ends. Devices and record stay. outcome::Listening or
/// outcome::ListenFailed follows.
struct Listen
{
    ServerConfig config;
};
/// Listens for HEP version 3 instead: records and judges what others see, and answers nothing. Outcomes as of Listen.
struct ListenForHep
{
    Endpoint endpoint;
};
/// Reads a network card instead: records and judges the signalling that passes, whoever it is for, and answers nothing.
/// outcome::Capturing or outcome::CaptureFailed follows.
struct Capture
{
    LiveCapture::Options options;
};
/// outcome::StoppedListening follows, behind a batch with the final counters.
struct StopListening
{
};
/// Sends a copy of every message of the record on as HEP version 3; a null address ends that. Never waits: what the
/// system refuses is counted.
struct Mirror
{
    Endpoint collector;
};
/// Asks a registered device for its BasicParam, while it listens as a server; a ConfigReport follows. What is sent and
/// what comes is in the record.
struct ReadConfig
{
    QString device;
};
/// Sets heartbeat interval and count of our policy in the device and reads them again; a ConfigReport follows.
struct PushConfig
{
    QString device;
    std::optional<int> expiration{}; ///< of its registration, leastExpiration to mostExpiration seconds; empty: left
                                     ///< alone
};
/// Asks a registered device something, while it listens as a server; an AskReport follows, and AskProgress ahead of it
/// where the answer is long. Of a subscription an AskReport tells that it began, each AskNotice what came, and another
/// AskReport that it is over. What is sent and what comes is in the record.
struct Ask
{
    AskQuestion question;
};
/// Ends what was asked under this id, subscriptions too; each has its AskReport.
struct StopAsking
{
    quint64 id;
};
/// Sends a message that a user wrote, to a registered device or to an address, while it listens as a server; a
/// FreeReport follows. What is sent and what comes is in the record.
struct SendFree
{
    FreeQuestion question;
};
/// Waits for its answer no longer; its FreeReport follows, where there was none.
struct StopFree
{
    quint64 id;
};
/// Which dialogs there are with that device, or, where it is empty, with that address; a FreeDialogList follows.
struct ListDialogs
{
    quint64 id; ///< of whoever asks
    QString device;
    Endpoint remote{};
};
/// Plays a live channel of a registered device, while it listens as a server; PlayProgress follows as it goes, and a
/// PlayReport. SIP is in the record, media is not: its outcome is, as a note.
struct Play
{
    PlayQuestion question;
};
/// Ends what is played under this id; each has its PlayReport.
struct StopPlaying
{
    quint64 id;
};
/// Answers these devices no more, or, where there are none, nobody, while it listens as a server: do they notice? What
/// they send is recorded and judged as ever. A SilenceChange follows, behind a batch with all that was ahead of it; not
/// on where nothing listens as a server. So it does where the silence is over.
struct FallSilent
{
    QStringList devices;
    std::chrono::seconds duration; ///< 1 s to Silence::longest; 0: as long as the devices' policies make them take
};
struct AnswerAgain
{
};

// Of captures

/// Reads them, once; outcome::Progress follows as it goes, outcome::Loaded at the end.
struct Load
{
};
/// Ends Load at once; what was read so far stays.
struct CancelLoad
{
};

} // namespace wish

using Wish = std::variant<wish::SetPolicy, wish::SetOverrides, wish::Watch, wish::KnowPasswords, wish::Expect,
    wish::Read, wish::SetMark, wish::Flush, wish::Record, wish::DiscardEmptyRecord, wish::Listen, wish::ListenForHep,
    wish::Capture, wish::StopListening, wish::Mirror, wish::ReadConfig, wish::PushConfig, wish::Ask, wish::StopAsking,
    wish::SendFree, wish::StopFree, wish::ListDialogs, wish::Play, wish::StopPlaying, wish::FallSilent,
    wish::AnswerAgain, wish::Load, wish::CancelLoad>;

/// What became of a wish, or of what one began. Texts are the system's; words for people are made by who shows them.
namespace outcome {

struct MessageRead
{
    quint64 number;
    Datagram datagram;
};
struct Flushed
{
};
struct Recording
{
    QString path;      ///< that was made
    QString instead;   ///< of one that was asked for and exists; empty where that one was made
    QStringList files; ///< by RecordPlace::file; empty where one is not there any more
};
/// The limits of the folder removed the oldest files of the record: messages up to this number are in none any more.
struct RecordCut
{
    quint64 upTo;
};
struct RecordFailed
{
    QString path, detail;
};
/// The disk takes nothing, for this reason: what comes waits in memory. Empty: all of that is in the file now.
struct DiskChanged
{
    QString path, trouble;
};
struct Listening
{
    Endpoint endpoint;
    int receiveBuffer;
};
struct ListenFailed
{
    ListenError error;
    QString detail;
};
struct Capturing
{
    QString interface;
};
/// A mark on a capture could not be kept beside it, for this reason; empty: there are too many.
struct MarkFailed
{
    QString path, detail;
};
/// It could not start, or ended by itself.
struct CaptureFailed
{
    CaptureError error;
    QString detail;
};
struct StoppedListening
{
};
/// 0 to 1
struct Progress
{
    double fraction;
};
struct Loaded
{
    /// What was found out about the clock of a file, by messages that are in the first one, too.
    struct Clock
    {
        QString file, first;           ///< names without their folders
        std::optional<Duration> ahead; ///< of the first one's, by which its times were set back; empty: not known
        quint64 pairs = 0;             ///< such messages
    };
    QString error; ///< what is wrong with the files; empty where all of them were read
    bool cancelled = false;
    QList<Clock> clocks; ///< of the second file and those behind it
    static constexpr std::size_t maxEncrypted = 6;
    QList<std::pair<Endpoint, Endpoint>> encrypted; ///< TLS, from where to where: its content cannot be seen
    quint64 moreEncrypted = 0;                      ///< that are not named
    quint64 hepMessages = 0, hepAtArrival = 0;      ///< that came in HEP; with the time of their arrival
};

} // namespace outcome

using Outcome = std::variant<outcome::MessageRead, outcome::Flushed, outcome::Recording, outcome::RecordCut,
    outcome::RecordFailed, outcome::DiskChanged, outcome::Listening, outcome::ListenFailed, outcome::Capturing,
    outcome::CaptureFailed, outcome::StoppedListening, ConfigReport, AskReport, AskProgress, AskNotice, FreeReport,
    FreeDialogList, PlayReport, PlayProgress, SilenceChange, outcome::Progress, outcome::Loaded, outcome::MarkFailed>;

} // namespace gb

Q_DECLARE_METATYPE(gb::Outcome)
