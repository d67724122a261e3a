#pragma once
#include "core/devices/device.h"
#include "core/findings/finding.h"
#include "core/record/note.h"
#include "core/report/pseudonyms.h"

namespace gb::page {

/// A link of the chain from the cable to the picture, as far as the record shows it.
struct Stage
{
    enum class Kind : quint8 { Network, Registration, Heartbeat, Clock, Catalog, Media };
    enum class State : quint8 {
        NotSeen, ///< the record says nothing of it
        Sound,
        Doubtful, ///< something may be wrong, or is only a warning
        Broken,
    };
    Kind kind = Kind::Network;
    State state = State::NotSeen;
    QString said; ///< why, in the reader's language; may be empty
};

/// What else the messages show of a device.
struct Evidence
{
    bool catalogCame = false;  ///< a Response with its catalog
    bool callAnswered = false; ///< a 2xx to an INVITE
};

/// One message of the page.
struct ShownMessage
{
    MessageSummary summary;
    Datagram datagram;
    bool proof = false;       ///< a finding names it
    quint64 leftOutAhead = 0; ///< messages of the device between the one ahead and this one
};

struct DeviceReport
{
    DeviceSnapshot device;
    HeartbeatHistory history;
    QList<Finding> findings; ///< worst first; those that are over come last
    QList<Stage> chain;
    QList<ShownMessage> messages; ///< empty where the page has no part of its own for it
    quint64 allMessages = 0;      ///< of it, in the record
    quint64 leftOutBehind = 0;    ///< behind the last one that is shown
    bool own = false;             ///< it has a part of its own

    /// The one that explains most; null where nothing is wrong.
    const Finding *worst() const;
};

/// All that the page says. Messages have no secrets in them.
struct SiteReport
{
    QStringList files; ///< names without folders
    TimePoint first{}, last{};
    TimePoint made{}; ///< when the page was
    quint64 messages = 0, retransmissions = 0, malformed = 0, unanswered = 0;
    HeartbeatPolicy policy;
    QList<DeviceReport> devices; ///< worst first
    QList<Finding> site;         ///< of no device, worst first
    QList<JournalNote> media;    ///< what became of streams, each a notes::Media
    QString remarks;             ///< of whoever makes the report; plain text
    QString trouble;             ///< what of the files could not be read
    SecretCounts secrets;
    Profile profile = Profile::OwnSite;
    IdentityCounts identities;
};

/// The chain of a device; pure.
QList<Stage> chainOf(const DeviceReport &report, const Evidence &evidence, TimePoint now);
/// Sorts findings: open before over, causes before what follows from them, errors first.
void sortFindings(QList<Finding> &findings);

} // namespace gb::page
