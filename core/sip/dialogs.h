#pragma once
#include "core/base/rollinghash.h"
#include "core/message/requestwriter.h"
#include "core/message/siphead.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>

namespace gb {

enum class DialogState : quint8 { Early, Confirmed };
enum class DialogRole : quint8 { Uac, Uas }; ///< in the INVITE that made it

/// A dialog, RFC 3261 §12. Its identity is Call-ID, local tag and remote tag.
struct Dialog
{
    DialogRole role = DialogRole::Uac;
    DialogState state = DialogState::Early;
    QByteArray callId, localTag, remoteTag;
    QByteArray localUri, remoteUri;    ///< without brackets
    QByteArray remoteTarget;           ///< URI of the peer's latest Contact
    QList<QByteArray> routeSet;        ///< values of Route, the first hop first
    quint32 localCSeq = 0;             ///< of our latest request
    std::optional<quint32> remoteCSeq; ///< of the peer's latest one; empty before any
    quint32 inviteCSeq = 0;            ///< of the INVITE that made it
    bool tagless = false; ///< a peer of RFC 2543, which gave no tag: the remote tag is null (§12.1.1, §12.1.2)
};

/// What an in-dialog request gets before anybody acts on it.
struct DialogVerdict
{
    Dialog *dialog = nullptr;
    int refusal = 0; ///< 0: act; 481: no such dialog; 500: out of order (§12.2.2)
};

/**
 * Every dialog of ours. As UAC one comes of each To tag of a 101–199 or a 2xx to an INVITE, so that a forked INVITE has
 * several; as UAS of our own answer. The 100 makes none, and of failures none ever does (§12.1: "2xx and 101-199"). A
 * text that is passed around says that only a failure response may create a dialog, and that the 2xx to an INVITE is
 * repeated by timers G and H of its transaction; both are wrong. A failure ends the early dialogs of its INVITE, and
 * the 2xx is repeated by the UAS core (§13.3.1.4, see UserAgent).
 *
 * Bounded: over the limits nothing is made and `refused` counts it. Pointers hold until the next dialog is made or
 * ended.
 */
class Dialogs
{
public:
    static constexpr qsizetype maxDialogs = 10'000;
    static constexpr int maxForks = 16; ///< dialogs of one INVITE of ours

    /// A response to our INVITE, whose octets go with its head. Makes, confirms or refreshes a dialog, or ends the
    /// early ones (3xx to 6xx). Null where there is none after it.
    Dialog *inviteAnswered(const SipHead &invite, const SipHead &response, std::string_view octets);
    /// We answer an INVITE that stands in no dialog with 101–199 or 2xx under this tag.
    Dialog *weAnswered(const SipHead &invite, std::string_view octets, const QByteArray &localTag, int status);

    /// The dialog of a request, or the reason why it has none. Notes its CSeq and, of INVITE and UPDATE, its Contact.
    /// For ACK and CANCEL use find().
    DialogVerdict requestReceived(const SipHead &request);
    /// A response to our request within a dialog. A 2xx to INVITE or UPDATE refreshes the target; 481 and 408 end it
    /// (§12.2.1.2). False: it is no more.
    bool answered(
        const QByteArray &callId, const QByteArray &localTag, const QByteArray &remoteTag, const SipHead &response);

    Dialog *find(std::string_view callId, std::string_view localTag, std::string_view remoteTag);
    /// A request went out within it from elsewhere: the next one goes on behind that CSeq.
    void numberUsed(const Dialog &dialog);
    /// The dialog of a request from the peer: its To tag is ours.
    Dialog *find(const SipHead &request) { return find(request.callId, request.to.tag, request.from.tag); }
    /// BYE, or a request without an answer. The dialog may be gone already.
    void end(const QByteArray &callId, const QByteArray &localTag, const QByteArray &remoteTag);
    /// The INVITE is over: its dialogs that are not confirmed are too (§13.2.2.3, §13.2.2.4). Returns how many.
    int endEarly(const QByteArray &callId, const QByteArray &localTag);

    qsizetype size() const { return m_dialogs.size(); }
    quint64 refused() const { return m_refused; } ///< not made, for want of room

private:
    static Key128 keyOf(std::string_view callId, std::string_view localTag, std::string_view remoteTag);
    static Key128 inviteOf(std::string_view callId, std::string_view localTag);
    Dialog *insert(Dialog dialog);
    void remove(const Key128 &key);

    QHash<Key128, Dialog> m_dialogs;
    QHash<Key128, QList<Key128>> m_ofInvite; ///< by Call-ID and local tag
    quint64 m_refused = 0;
};

/// The request within that dialog, RFC 3261 §12.2.1.1: Request-URI and Route by its route set (a strict router's URI
/// takes the Request-URI's place), tags, Call-ID. Counts the dialog's local CSeq up, but for ACK, whose number is that
/// of its INVITE (`inviteCSeq`) and which has a branch of its own (§13.2.2.4).
SipRequest requestWithin(Dialog &dialog, const QByteArray &method, quint32 inviteCSeq = 0);

} // namespace gb
