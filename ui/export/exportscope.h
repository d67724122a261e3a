#pragma once
#include "core/report/exporter.h"

namespace gb {
class FlowRows;
class MessageGroups;
}

namespace gb::ui {

class Focus;

/// Which messages can be exported from where the user stands.
struct ExportScope
{
    enum class Kind : quint8 {
        All,
        Devices,     ///< the chosen ones
        Operation,   ///< that the chosen message is of, such as a call or a train of heartbeats
        Dialog,      ///< the Call-ID of the chosen message
        Transaction, ///< a request, what repeats it, and its answers
        Message,     ///< the chosen one
        Proof,       ///< of the chosen finding
        Marked,      ///< by the user
        Shown,       ///< what the filter of the flow shows
    };
    Kind kind = Kind::All;
    QString title;                   ///< for a button, with its mnemonic
    QStringList devices, callIds;    ///< as of ExportOptions
    std::vector<quint64> numbers;    ///< the same
    qint64 messages = 0, octets = 0; ///< so far; octets as messages have them, without packets
    bool more = false;               ///< the window does not know all of them any more

    /// Formats of devices, and not of messages, can be made of it.
    bool isOfDevices() const { return callIds.isEmpty() && numbers.empty(); }
};

struct ExportScopes
{
    QList<ExportScope> all; ///< in the order in which they are offered
    qsizetype usual = 0;    ///< what the user most likely means

    /// `proof`: numbers of the messages that prove the chosen finding.
    static ExportScopes of(
        const Focus &focus, const FlowRows &shown, const MessageGroups &groups, const QList<quint64> &proof = {});
};

} // namespace gb::ui
