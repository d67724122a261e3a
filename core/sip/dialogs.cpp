#include "core/sip/dialogs.h"

#include "core/message/headers.h"
#include "core/message/siptext.h"

#include <algorithm>

namespace gb {
namespace {

bool refreshesTarget(std::string_view method)
{
    return method == "INVITE" || method == "UPDATE"; // RFC 3261 §12.2, RFC 3311 §5
}

/// Where the message has a Contact that a request can be sent to.
void takeTarget(Dialog &dialog, const SipHead &head)
{
    if (head.contact.uri.valid() && !head.contactStar)
        dialog.remoteTarget = headerSafe(bytes(head.contact.uri.text));
}

QByteArray safe(std::string_view text)
{
    return headerSafe(bytes(text));
}

} // namespace

Key128 Dialogs::keyOf(std::string_view callId, std::string_view localTag, std::string_view remoteTag)
{
    return KeyHasher().add(callId).add(localTag).add(remoteTag).key();
}

Key128 Dialogs::inviteOf(std::string_view callId, std::string_view localTag)
{
    return KeyHasher().add(callId).add(localTag).key();
}

Dialog *Dialogs::insert(Dialog dialog)
{
    QList<Key128> &forks = m_ofInvite[inviteOf(view(dialog.callId), view(dialog.localTag))];
    if (m_dialogs.size() >= maxDialogs || forks.size() >= maxForks) {
        ++m_refused;
        if (forks.isEmpty())
            m_ofInvite.remove(inviteOf(view(dialog.callId), view(dialog.localTag)));
        return nullptr;
    }
    const Key128 key = keyOf(view(dialog.callId), view(dialog.localTag), view(dialog.remoteTag));
    forks.append(key);
    return &*m_dialogs.insert(key, std::move(dialog));
}

void Dialogs::remove(const Key128 &key)
{
    const auto found = m_dialogs.constFind(key);
    if (found == m_dialogs.constEnd())
        return;
    const Key128 invite = inviteOf(view(found->callId), view(found->localTag));
    QList<Key128> &forks = m_ofInvite[invite];
    forks.removeAll(key);
    if (forks.isEmpty())
        m_ofInvite.remove(invite);
    m_dialogs.erase(found);
}

Dialog *Dialogs::inviteAnswered(const SipHead &invite, const SipHead &response, std::string_view octets)
{
    const bool success = response.status >= 200 && response.status < 300;
    if (response.status >= 300) {
        endEarly(bytes(invite.callId), bytes(invite.from.tag));
        return nullptr;
    }
    if (response.status <= 100 || (!success && response.to.tag.empty()))
        return nullptr;
    Dialog *dialog = find(invite.callId, invite.from.tag, response.to.tag);
    const bool fresh = dialog == nullptr;
    if (fresh) {
        Dialog made{.role = DialogRole::Uac,
            .callId = bytes(invite.callId),
            .localTag = bytes(invite.from.tag),
            .remoteTag = safe(response.to.tag)};
        made.localUri = safe(invite.from.uri.text);
        made.remoteUri = safe(invite.to.uri.text);
        made.remoteTarget = safe(invite.requestUri.text); // until there is a Contact, which a 1xx may lack
        made.localCSeq = made.inviteCSeq = invite.cseq;
        made.tagless = response.to.tag.empty();
        dialog = insert(std::move(made));
        if (!dialog)
            return nullptr;
    }
    if (dialog->state == DialogState::Confirmed)
        return dialog;      // a repeat of its 2xx, or a 1xx that comes late
    if (fresh || success) { // §12.1.2, and anew from the 2xx: §13.2.2.4
        dialog->routeSet = headerValues(octets, "Record-Route");
        std::reverse(dialog->routeSet.begin(), dialog->routeSet.end());
    }
    takeTarget(*dialog, response);
    if (success)
        dialog->state = DialogState::Confirmed;
    return dialog;
}

Dialog *Dialogs::weAnswered(const SipHead &invite, std::string_view octets, const QByteArray &localTag, int status)
{
    if (status <= 100 || status >= 300)
        return nullptr;
    Dialog *dialog = find(invite.callId, view(localTag), invite.from.tag);
    if (!dialog) {
        Dialog made{.role = DialogRole::Uas,
            .callId = bytes(invite.callId),
            .localTag = localTag,
            .remoteTag = safe(invite.from.tag)};
        made.localUri = safe(invite.to.uri.text);
        made.remoteUri = safe(invite.from.uri.text);
        made.routeSet = headerValues(octets, "Record-Route");
        made.remoteCSeq = made.inviteCSeq = invite.cseq;
        made.remoteTarget = made.remoteUri;
        made.tagless = invite.from.tag.empty();
        takeTarget(made, invite);
        dialog = insert(std::move(made));
    }
    if (dialog && status >= 200)
        dialog->state = DialogState::Confirmed;
    return dialog;
}

DialogVerdict Dialogs::requestReceived(const SipHead &request)
{
    Dialog *const dialog = find(request);
    if (!dialog)
        return {nullptr, 481};
    if (dialog->remoteCSeq && request.cseq < *dialog->remoteCSeq)
        return {dialog, 500};
    dialog->remoteCSeq = request.cseq;
    if (refreshesTarget(request.methodText))
        takeTarget(*dialog, request);
    return {dialog, 0};
}

bool Dialogs::answered(
    const QByteArray &callId, const QByteArray &localTag, const QByteArray &remoteTag, const SipHead &response)
{
    Dialog *const dialog = find(view(callId), view(localTag), view(remoteTag));
    if (!dialog)
        return false;
    if (response.status == 481 || response.status == 408) {
        end(callId, localTag, remoteTag);
        return false;
    }
    if (response.status >= 200 && response.status < 300 && refreshesTarget(response.cseqMethod))
        takeTarget(*dialog, response);
    return true;
}

void Dialogs::numberUsed(const Dialog &dialog)
{
    if (Dialog *const own = find(view(dialog.callId), view(dialog.localTag), view(dialog.remoteTag)))
        own->localCSeq = std::max(own->localCSeq, dialog.localCSeq);
}

Dialog *Dialogs::find(std::string_view callId, std::string_view localTag, std::string_view remoteTag)
{
    const auto found = m_dialogs.find(keyOf(callId, localTag, remoteTag));
    return found == m_dialogs.end() ? nullptr : &*found;
}

void Dialogs::end(const QByteArray &callId, const QByteArray &localTag, const QByteArray &remoteTag)
{
    remove(keyOf(view(callId), view(localTag), view(remoteTag)));
}

int Dialogs::endEarly(const QByteArray &callId, const QByteArray &localTag)
{
    int ended = 0;
    const QList<Key128> forks = m_ofInvite.value(inviteOf(view(callId), view(localTag))); // a copy: remove() changes
                                                                                          // the list
    for (const Key128 &key : forks) {
        if (m_dialogs.value(key).state == DialogState::Early) {
            remove(key);
            ++ended;
        }
    }
    return ended;
}

SipRequest requestWithin(Dialog &dialog, const QByteArray &method, quint32 inviteCSeq)
{
    const auto tagged = [](const QByteArray &uri, const QByteArray &tag) -> QByteArray {
        return '<' + uri + '>' + (tag.isEmpty() ? QByteArray() : ";tag=" + tag);
    };
    SipRequest request{
        .method = method, .uri = dialog.remoteTarget, .callId = dialog.callId, .routes = dialog.routeSet};
    request.from = tagged(dialog.localUri, dialog.localTag);
    request.to = tagged(dialog.remoteUri, dialog.remoteTag); // no tag of a peer that gave none (RFC 2543)
    request.cseq = method == "ACK" ? inviteCSeq : ++dialog.localCSeq;
    if (!request.routes.isEmpty()) {
        const QByteArray first = request.routes.constFirst();
        const SipAddress address = siptext::parseAddress(view(first));
        bool loose = false;
        const std::size_t semicolon = address.uri.text.find(';');
        if (semicolon != std::string_view::npos)
            parameter(address.uri.text.substr(semicolon + 1), "lr", &loose);
        if (!loose) { // a strict router of RFC 2543
            request.routes.removeFirst();
            request.routes.append('<' + dialog.remoteTarget + '>');
            request.uri = bytes(address.uri.text);
        }
    }
    return request;
}

} // namespace gb
