#pragma once
#include "core/flow/awaited.h"
#include "core/flow/trace.h"

#include <algorithm>
#include <utility>

namespace gb::test {

/// Messages as a flow sees them, without octets: devices of one site, one server, a clock that the test moves.
class Traffic
{
public:
    TimePoint now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours(10)};
    QList<MessageSummary> messages;
    quint64 next = 1;
    Endpoint server{QHostAddress(QStringLiteral("192.168.1.15")), 5060};

    static QString id(int device) { return QStringLiteral("3402000000132%1").arg(device, 7, 10, QChar(u'0')); }
    static Endpoint camera(int device)
    {
        return {QHostAddress(quint32{0xc0a80200} + static_cast<quint32>(device)), 5060};
    }

    void wait(Duration by) { now += by; }

    MessageSummary &request(int device, SipMethod method, const QString &word, const QString &callId)
    {
        MessageSummary m = bare(device, callId);
        m.kind = SipKind::Request;
        m.method = method;
        m.methodText = word;
        m.from = camera(device);
        m.to = server;
        messages << m;
        return messages.last();
    }
    /// To the last request of all that was not a repeat.
    MessageSummary &answer(int device, quint16 status)
    {
        qsizetype asked = messages.size() - 1;
        while (messages.at(asked).kind != SipKind::Request)
            --asked;
        MessageSummary m = bare(device, messages.at(asked).callId);
        m.kind = SipKind::Response;
        m.status = status;
        m.method = messages.at(asked).method;
        m.methodText = messages.at(asked).methodText;
        m.direction = Direction::Out;
        m.from = server;
        m.to = camera(device);
        m.answers = messages.at(asked).repeatOf != 0 ? messages.at(asked).repeatOf : messages.at(asked).number;
        messages << m;
        return messages.last();
    }
    MessageSummary &enroll(int device, bool authorized, const QString &callId = QStringLiteral("reg@camera"))
    {
        MessageSummary &m = request(device, SipMethod::Register, QStringLiteral("REGISTER"), callId);
        m.authorized = authorized;
        return m;
    }
    void login(int device)
    {
        enroll(device, false);
        wait(std::chrono::microseconds(400));
        answer(device, 401);
        wait(std::chrono::milliseconds(6));
        enroll(device, true);
        wait(std::chrono::microseconds(600));
        answer(device, 200);
    }
    MessageSummary &beat(int device)
    {
        const quint64 sn = next;
        MessageSummary &m = request(
            device, SipMethod::Message, QStringLiteral("MESSAGE"), QStringLiteral("beat%1@camera").arg(sn));
        m.command = QStringLiteral("Keepalive");
        m.sn = static_cast<qint64>(sn);
        return m;
    }
    /// Heartbeats with their 200, the first one an interval from now.
    void beats(int device, int count, Duration every = std::chrono::seconds(60))
    {
        for (int i = 0; i < count; ++i) {
            wait(every - std::chrono::milliseconds(1));
            beat(device);
            wait(std::chrono::milliseconds(1));
            answer(device, 200);
        }
    }
    MessageSummary &repeatLast(int back = 1)
    {
        MessageSummary m = messages.at(messages.size() - back);
        m.repeatOf = m.repeatOf != 0 ? m.repeatOf : m.number;
        m.copy.kind = RepeatKind::Retransmission;
        ++m.copy.copy;
        m.number = next++;
        m.at = now;
        messages << m;
        return messages.last();
    }
    /// What the requests among these messages wait for in vain.
    static QList<Awaited> missingOf(const QList<MessageSummary> &messages)
    {
        QList<Awaited> missing;
        for (const MessageSummary &request : messages) {
            const auto answers = [&request](const MessageSummary &m) {
                return m.kind == SipKind::Response && m.answers == request.number;
            };
            if (request.kind != SipKind::Request || request.repeatOf != 0
                || std::any_of(messages.begin(), messages.end(), answers))
                continue;
            const TimePoint deadline = request.at + std::chrono::seconds(32);
            const auto behind = std::find_if(
                messages.rbegin(), messages.rend(), [deadline](const MessageSummary &m) { return m.at < deadline; });
            missing.append({.number = request.number,
                .state = Awaited::State::Missing,
                .since = request.at,
                .deadline = deadline,
                .behind = behind->number});
        }
        std::stable_sort(
            missing.begin(), missing.end(), [](const Awaited &a, const Awaited &b) { return a.behind < b.behind; });
        return missing;
    }
    /// What is there, for one append; after that begins the next portion.
    QList<MessageSummary> take() { return std::exchange(messages, {}); }

private:
    MessageSummary bare(int device, const QString &callId)
    {
        MessageSummary m;
        m.number = next++;
        m.at = now;
        m.octets = 512;
        m.device = id(device);
        m.callId = callId;
        return m;
    }
};

} // namespace gb::test
