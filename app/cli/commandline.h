#pragma once
#include "core/capture/livecapture.h"
#include "core/client/ask.h"
#include "core/client/batchrules.h"
#include "core/client/free/free.h"
#include "core/client/play/play.h"
#include "core/devices/device.h"
#include "core/ladder/counterpart.h"
#include "core/net/datagram.h"
#include "core/report/page/report.h"
#include "core/server/serverconfig.h"
#include "core/simulator/devicefleet.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace gb::cli {

enum ExitStatus {
    Success = 0,
    Failed = 1,
    WrongArguments = 2,
    CannotListen = 3,
    CannotCapture = 3,
    CannotRecord = 4,
    OddAnswer = 5,
    Refused = 6,
    NotAnswered = 7,
    NotRegistered = 8,
    NoGoodMedia = 9,
    MediaUnknown = 10,
    Differs = 5 ///< messages that are compared
};

/// What `ask` asks.
struct AskOrder
{
    AskQuestion question;                ///< but the device
    std::optional<FreeQuestion> message; ///< but the device: this is sent instead of a question
    QStringList devices;                 ///< empty: whoever registers
    QStringList channels;                ///< of the one device, each is asked about; empty: the device itself
    std::chrono::seconds wait{0};        ///< for each to register
    int rate = AskRate::usual;           ///< questions a second; 0: without a limit
};

/// What `play plays.
struct PlayOrder
{
    static constexpr int usualAtOnce = 4;

    PlayQuestion question;        ///< but the device and the channel
    QStringList devices;          ///< empty: whoever registers
    QStringList channels;         ///< of the one device; empty: the device itself
    bool allChannels = false;     ///< those that its catalogue names
    std::chrono::seconds wait{0}; ///< for each to register
    int atOnce = usualAtOnce;
    bool text = false; ///< for people
};

/// `serve`, and `capture`, which hears what others saw, or sees it pass.
struct ServeCommand
{
    ServerConfig server;
    HeartbeatPolicy policy;
    std::optional<Endpoint> hep;                      ///< listens for HEP there, not for devices
    std::optional<LiveCapture::Options> capture;      ///< reads that network card, and listens for nobody
    std::optional<Endpoint> hepSend;                  ///< collector of a copy of everything
    QString session;                                  ///< empty: no record
    QList<QByteArray> candidates;                     ///< passwords that a refused digest is compared with
    QList<ExpectedDevice> expected;                   ///< devices that shall come
    QString language;                                 ///< of what is said about devices; empty: English
    std::chrono::seconds duration{0};                 ///< 0: until it is ended
    std::optional<std::chrono::seconds> silenceAfter; ///< answers nobody then
    std::chrono::seconds silenceFor{0};               ///< 0: as long as the policy makes it take
    bool readConfig = false;                          ///< asks each device for its heartbeat setting
    bool pushConfig = false;                          ///< and sets ours where it differs
    std::optional<int> expiration;                    ///< and this Expiration, in seconds
    std::optional<AskOrder> ask;                      ///< asks that, tells nothing else, and ends
    std::optional<PlayOrder> play;                    ///< plays that, likewise
};

struct InterfacesCommand
{
};

/// Lists what can be asked.
struct CommandsCommand
{
};

/// Writes what `ask` would send.
struct ShowCommand
{
    AskQuestion question;                ///< its values checked
    std::optional<FreeQuestion> message; ///< instead of it
};

struct AnalyzeCommand
{
    QStringList files; ///< several are read together in the order of time
    HeartbeatPolicy policy;
    bool ownPolicy = false;                        ///< it was asked for: what a session says of its own is not followed
    QList<QByteArray> candidates;                  ///< as of ServeCommand
    std::optional<QList<ExpectedDevice>> expected; ///< where a list was given
    QString language;
    WantedMessages wanted;   ///< messages of flows and operations
    bool statistics = false; ///< these instead of all else
    bool text = false;       ///< them, for people
};

/// Messages side by side.
struct CompareCommand
{
    QStringList files;
    QList<quint64> numbers;          ///< 2 to CompareLimits::messages of them, or one where `with` is set
    std::optional<Counterpart> with; ///< which other message
    bool text = false;               ///< for people
    bool all = false;                ///< also what is the same, and in words what differs in each message
    QString language;
};

struct ExportCommand
{
    QStringList files;
    QString target;
    ExportOptions options;
    QString language;
};

struct ReportCommand
{
    QStringList files;
    QString target;
    ReportOptions options;
    QString language;
};

struct SimulateCommand
{
    FleetOptions fleet;
    DeviceBehaviour behaviour;
    int devices = 1;
    std::chrono::seconds duration{0}; ///< 0: until it is ended
};

/// What is wrong with the arguments, or the help that was asked for.
struct Usage
{
    QString text;
    int status = WrongArguments;
};

using Command = std::variant<Usage, ServeCommand, InterfacesCommand, CommandsCommand, ShowCommand, AnalyzeCommand,
    CompareCommand, ExportCommand, ReportCommand, SimulateCommand>;

Command parseCommandLine(const QStringList &arguments);

/// A number within the range of the policy; empty where it is none.
std::optional<HeartbeatPolicy> withInterval(HeartbeatPolicy policy, const QString &seconds);
std::optional<HeartbeatPolicy> withTimeoutCount(HeartbeatPolicy policy, const QString &count);

} // namespace gb::cli
