#include "core/report/sipp/play.h"

#include <algorithm>

namespace gb::sipp {
namespace {

using namespace std::chrono_literals;

constexpr Duration shortestPause = 20ms;
constexpr char tagPattern[] = ";tag=[^;]*";

bool isSameTransaction(const Message &a, const Message &b)
{
    return a.callId == b.callId && a.cseq == b.cseq && a.methodText == b.methodText;
}

} // namespace

void Play::run(const Course &course, bool received, int end)
{
    m_course = course;
    m_end = end;
    for (const Message *const message : course) {
        if (m_scenario.isFull()) {
            m_record.leave(Left::NoRoom);
            continue;
        }
        if (received && message == course.constFirst()) {
            Dialog &dialog = dialogOf(*message);
            dialog.peerTag = "[$peer]";
            dialog.asksOurs = message->toTag;
            m_last = message;
            m_at = message->at;
        } else {
            step(*message);
        }
    }
}

Dialog &Play::dialogOf(const Message &message)
{
    Dialog &dialog = m_dialogs[message.callId];
    if (dialog.number == 0) {
        dialog.number = static_cast<int>(m_dialogs.size());
        dialog.callId = "[call_id]";
        if (dialog.number > 1)
            dialog.callId = "c" + QByteArray::number(dialog.number) + "///[call_id]";
    }
    return dialog;
}

/// A request of ours in the dialog of this one has to name the other side's tag.
bool Play::asksLater(const Message &message) const
{
    return std::any_of(m_course.begin(), m_course.end(), [&](const Message *other) {
        return other->number > message.number && other->callId == message.callId && other->request && other->toTag
            && isOurs(*other);
    });
}

/// 0: none was seen.
int Play::finalStatusOf(const Message &request) const
{
    const auto found = std::find_if(m_course.begin(), m_course.end(), [&](const Message *other) {
        return !other->request && other->status >= 200 && other->number > request.number
            && isSameTransaction(*other, request);
    });
    return found == m_course.end() ? 0 : (*found)->status;
}

void Play::step(const Message &message)
{
    if (isOurs(message))
        message.request ? sendRequest(message) : sendResponse(message);
    else
        message.request ? awaitRequest(message) : awaitResponse(message);
    m_at = message.at;
    if (m_scenario.isFull())
        m_record.leave(Left::NoRoom);
}

void Play::note(const Message &message)
{
    m_scenario.comment(
        QStringLiteral("#%1 %2").arg(message.number).arg(QString(message.label).remove(u'\u00b7').simplified()));
}

void Play::wait(const Message &message)
{
    const Duration gap = m_at ? message.at - *m_at : Duration{};
    if (gap < shortestPause)
        return;
    if (gap > longestPause)
        ++m_shortened;
    m_scenario.pause(std::min<Duration>(gap, longestPause));
}

void Play::sendRequest(const Message &message)
{
    wait(message);
    const Dialog &dialog = dialogOf(message);
    if (message.authorized && !m_writing.authorization.isEmpty() && !m_challenged) {
        m_scenario.comment(QStringLiteral("not in the record: a digest needs a challenge first"));
        Writing without = m_writing;
        without.authorization.clear();
        m_scenario.send({requestText(message, dialog, without).cdata, {}}, true);
        m_scenario.receive("response=\"401\"", " auth=\"true\"");
        m_challenged = m_fresh = true;
    }
    note(message);
    const Text text = requestText(message, dialog, m_writing);
    const bool acknowledges = message.method == SipMethod::Ack;
    m_scenario.send(text, !acknowledges);
    m_again = message.authorized && !m_fresh ? text : Text();
    m_fresh = false;
    if (acknowledges)
        return;
    m_sent = &message;
    if (finalStatusOf(message) != 0)
        return;
    const int label = m_scenario.newLabel();
    m_scenario.comment(QStringLiteral("no final answer is in the record"));
    m_scenario.receive("response=\"200\"", " timeout=\"2000\" ontimeout=\"" + QByteArray::number(label) + '"');
    m_scenario.label(label);
}

void Play::sendResponse(const Message &message)
{
    if (!m_last || !m_last->request || !isSameTransaction(*m_last, message))
        return m_record.leave(Left::OutOfTurn);
    wait(message);
    note(message);
    m_scenario.send(responseText(message, dialogOf(message), m_writing), false);
    m_challenges |= message.status == 401;
}

void Play::awaitRequest(const Message &message)
{
    const bool known = m_dialogs.contains(message.callId);
    if (!known)
        return m_record.leave(Left::OutOfTurn);
    Dialog &dialog = dialogOf(message);
    dialog.asksOurs = message.toTag;
    m_last = &message;
    note(message);
    const QByteArray what = "request=\"" + message.methodText + '"';
    const bool checks = !m_device && message.authorized && m_challenges && finalStatusOf(message) / 100 == 2;
    if (!checks) {
        m_scenario.receive(what);
        return;
    }
    const int label = m_scenario.newLabel();
    const QByteArray user = "user" + QByteArray::number(label), good = "good" + QByteArray::number(label);
    m_scenario.receive(what, {},
        m_scenario.captureInside(user, "username=\"([^\"]*)\"", "Authorization")
            + m_scenario.verify(good, "[$" + user + ']'));
    m_scenario.jump(label, good);
    m_scenario.respond(403, "Forbidden");
    m_scenario.jump(m_end);
    m_scenario.label(label);
}

void Play::awaitResponse(const Message &message)
{
    const bool asked = std::any_of(m_course.begin(), m_course.end(), [&](const Message *other) {
        return other->request && isOurs(*other) && other->number < message.number && isSameTransaction(*other, message);
    });
    if (!asked)
        return m_record.leave(Left::OutOfTurn);
    m_last = &message;
    note(message);
    const QByteArray what = "response=\"" + QByteArray::number(message.status) + '"';
    Dialog &dialog = dialogOf(message);
    QByteArray actions;
    if (message.status > 100 && asksLater(message)) {
        const QByteArray variable = "peer" + QByteArray::number(dialog.number);
        dialog.peerTag = "[$" + variable + ']';
        actions = m_scenario.capture(variable, tagPattern, "To");
    }
    const bool challenge = message.status == 401 || message.status == 407;
    m_challenged |= challenge;
    m_fresh |= challenge;
    if (message.method == SipMethod::Invite && message.status >= 200)
        m_scenario.receive("response=\"100\"", " optional=\"true\""); // whether it came or not
    if (message.status == 100 && message.method == SipMethod::Invite)
        return;
    if (message.status < 200)
        m_scenario.receive(what, " optional=\"true\"", actions);
    else if (message.status < 300 && !m_again.cdata.isEmpty() && m_sent && isSameTransaction(*m_sent, message))
        awaitAnother(what, actions);
    else
        m_scenario.receive(what, challenge ? QByteArrayLiteral(" auth=\"true\"") : QByteArray(), actions);
}

/// Whoever does not take a digest for an old challenge gets one for a new one.
void Play::awaitAnother(const QByteArray &what, const QByteArray &actions)
{
    const int again = m_scenario.newLabel(), on = m_scenario.newLabel();
    const auto next = [](int label) -> QByteArray { return " next=\"" + QByteArray::number(label) + '"'; };
    m_scenario.receive("response=\"401\"", " optional=\"true\" auth=\"true\"" + next(again));
    m_scenario.receive(what, next(on), actions);
    m_scenario.label(again);
    m_scenario.send(m_again, true);
    m_scenario.receive(what, {}, actions);
    m_scenario.label(on);
}

} // namespace gb::sipp
