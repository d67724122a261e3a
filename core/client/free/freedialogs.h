#pragma once
#include "core/base/rollinghash.h"
#include "core/client/free/free.h"
#include "core/flow/trace.h"
#include "core/sip/dialogs.h"

#include <map>

namespace gb {

/**
 * The dialogs that we have with devices, whoever of us made them, as the answers that came tell (RFC 3261 §12.1.2,
 * RFC 6665 §4.1): a 2xx to our INVITE or SUBSCRIBE has all of it. Bounded: the one without news for longest goes first.
 */
class FreeDialogs
{
public:
    static constexpr std::size_t maxKept = 500;

    struct Known
    {
        Dialog dialog;
        QByteArray method; ///< that made it
        Endpoint remote, local;
        TransportKind transport = TransportKind::Udp;
        TimePoint at{};
        bool ours = false; ///< see FreeDialog
    };

    /// A message that came in. `ours`: it answers a message of ours.
    void receive(const Trace &trace, bool ours);
    /// nullptr: it is over. Holds until the next receive().
    Known *find(quint64 number);
    /// Of an answer that came; 0: none.
    quint64 numberOf(std::string_view callId, std::string_view localTag, std::string_view remoteTag) const
    {
        return m_ofKey.value(keyOf(callId, localTag, remoteTag));
    }
    /// Of a request that came within a dialog.
    Known *within(const SipHead &request);
    void end(quint64 number);
    /// Those with that address, the latest first.
    QList<FreeDialog> list(const IpAddress &peer) const;
    std::size_t size() const { return m_all.size(); }
    const std::map<quint64, Known> &all() const { return m_all; }

private:
    void answered(const Trace &trace, bool ours);
    void remove(quint64 number);
    static Key128 keyOf(std::string_view callId, std::string_view localTag, std::string_view remoteTag);

    std::map<quint64, Known> m_all;
    QHash<Key128, quint64> m_ofKey;
    quint64 m_last = 0;
};

} // namespace gb
