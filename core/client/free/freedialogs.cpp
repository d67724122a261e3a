#include "core/client/free/freedialogs.h"

#include "core/message/deviceid.h"
#include "core/message/headers.h"

namespace gb {
namespace {

bool makesDialogs(std::string_view method)
{
    return method == "INVITE" || method == "SUBSCRIBE";
}

bool isTerminated(const Trace &notify)
{
    const QByteArray state = headerValues(view(notify.datagram.octets), "Subscription-State", 1).value(0);
    return state.left(state.indexOf(';')).trimmed().toLower() == "terminated";
}

} // namespace

Key128 FreeDialogs::keyOf(std::string_view callId, std::string_view localTag, std::string_view remoteTag)
{
    return KeyHasher().add(callId).add(localTag).add(remoteTag).key();
}

void FreeDialogs::receive(const Trace &trace, bool ours)
{
    if (trace.isResponse() && trace.answers != 0)
        return answered(trace, ours);
    if (!trace.isRequest() || trace.repeatOf != 0)
        return;
    const bool over = trace.head.method == SipMethod::Bye
        || (trace.head.method == SipMethod::Notify && isTerminated(trace));
    const auto at = over ? m_ofKey.constFind(keyOf(trace.head.callId, trace.head.to.tag, trace.head.from.tag))
                         : m_ofKey.constEnd();
    if (at != m_ofKey.constEnd() && m_all.at(*at).remote.address == trace.datagram.from.address)
        remove(*at);
}

/// Only who was asked can answer: see Trace::answers.
void FreeDialogs::answered(const Trace &trace, bool ours)
{
    const SipHead &head = trace.head;
    const Key128 key = keyOf(head.callId, head.from.tag, head.to.tag);
    const auto at = m_ofKey.constFind(key);
    const bool success = head.status >= 200 && head.status < 300;
    if (at != m_ofKey.constEnd()) {
        Known &known = m_all.at(*at);
        known.at = trace.datagram.at;
        known.dialog.localCSeq = std::max(known.dialog.localCSeq, head.cseq);
        const bool left = head.cseqMethod == "SUBSCRIBE" && success && head.expires == 0U;
        if (head.status == 481 || head.status == 408 || (success && head.cseqMethod == "BYE") || left)
            remove(*at);
        return;
    }
    const bool left = head.cseqMethod == "SUBSCRIBE" && head.expires == 0U;
    if (!success || left || !makesDialogs(head.cseqMethod) || head.from.tag.empty())
        return;
    Known made{.method = bytes(head.cseqMethod),
        .remote = trace.datagram.from,
        .local = trace.datagram.to,
        .transport = trace.datagram.transport,
        .at = trace.datagram.at,
        .ours = ours};
    made.dialog = {.state = DialogState::Confirmed,
        .callId = bytes(head.callId),
        .localTag = bytes(head.from.tag),
        .remoteTag = bytes(head.to.tag),
        .localUri = headerSafe(bytes(head.from.uri.text)),
        .remoteUri = headerSafe(bytes(head.to.uri.text)),
        .remoteTarget = headerSafe(bytes(head.contact.uri.isSip() ? head.contact.uri.text : head.to.uri.text)),
        .routeSet = headerValues(view(trace.datagram.octets), "Record-Route"),
        .localCSeq = head.cseq,
        .inviteCSeq = head.cseq,
        .tagless = head.to.tag.empty()};
    std::reverse(made.dialog.routeSet.begin(), made.dialog.routeSet.end());
    if (m_all.size() >= maxKept)
        remove(std::min_element(m_all.begin(), m_all.end(), [](const auto &a, const auto &b) {
            return a.second.at < b.second.at;
        })->first);
    m_ofKey.insert(key, ++m_last);
    m_all.emplace(m_last, std::move(made));
}

FreeDialogs::Known *FreeDialogs::find(quint64 number)
{
    const auto at = m_all.find(number);
    return at == m_all.end() ? nullptr : &at->second;
}

FreeDialogs::Known *FreeDialogs::within(const SipHead &request)
{
    return find(m_ofKey.value(keyOf(request.callId, request.to.tag, request.from.tag)));
}

void FreeDialogs::end(quint64 number)
{
    remove(number);
}

void FreeDialogs::remove(quint64 number)
{
    const auto at = m_all.find(number);
    if (at == m_all.end())
        return;
    const Dialog &dialog = at->second.dialog;
    m_ofKey.remove(keyOf(view(dialog.callId), view(dialog.localTag), view(dialog.remoteTag)));
    m_all.erase(at);
}

QList<FreeDialog> FreeDialogs::list(const IpAddress &peer) const
{
    QList<FreeDialog> found;
    for (const auto &[number, one] : m_all) {
        if (one.remote.address != peer)
            continue;
        found.append({.number = number,
            .method = QString::fromLatin1(one.method),
            .callId = callIdText(view(one.dialog.callId)),
            .peer = printable(parseUri(view(one.dialog.remoteUri)).user, 64),
            .remote = one.remote,
            .at = one.at,
            .ours = one.ours});
    }
    std::sort(found.begin(), found.end(), [](const FreeDialog &a, const FreeDialog &b) { return a.at > b.at; });
    return found.mid(0, FreeDialogList::maxListed);
}

} // namespace gb
