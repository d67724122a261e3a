#pragma once
#include "core/devices/registrationreason.h"
#include "core/message/digest.h"
#include "core/sip/timers.h"
#include "tests/support/lossyrelay.h"

#include <QMap>

namespace gb::test {

/// How a PatientDevice behaves.
struct PatientConfig
{
    std::chrono::seconds expires{3600};
    std::chrono::seconds interval{60};  ///< of its heartbeat
    bool retransmits = true;            ///< by timer E, as a SIP client over UDP does
    bool branchForEachCopy = false;     ///< as broken firmware does: a copy is no retransmission then
    bool refreshesWithOldNonce = false; ///< sends the credentials that it has and is told that they are stale
};

/**
 * A camera with a client transaction as in RFC 3261 §17.1.2: registers with digest, refreshes at half of its Expires,
 * beats, repeats by timer E until the final answer or timer F. After three heartbeats without an answer it registers
 * anew, as GB/T 28181 devices do. Lives in simulated time.
 */
class PatientDevice
{
public:
    using Send = std::function<void(const QByteArray &)>;

    PatientDevice(int number, PatientConfig config, EventQueue &queue, std::function<TimePoint()> now, Send send)
        : id("3402000000132" + QByteArray::number(number).rightJustified(7, '0'))
        , here{QHostAddress(quint32{0x0a000000} + static_cast<quint32>(number)), 5060}
        , m_config(config)
        , m_queue(queue)
        , m_now(std::move(now))
        , m_send(std::move(send))
    {
    }

    void start()
    {
        ++m_life;
        m_callId = QByteArray::number(m_life) + '-' + id + "@camera";
        m_credentials.clear();
        enroll({});
    }

    void receive(const QByteArray &octets)
    {
        const SipHead head = scanHead({octets.constData(), static_cast<std::size_t>(octets.size())});
        const QByteArray key(head.via.branch.data(), static_cast<qsizetype>(head.via.branch.size()));
        const auto known = m_transactions.find(key);
        if (head.kind != SipKind::Response || head.status < 200 || known == m_transactions.end())
            return;
        if (!known->answer.isEmpty()) {
            otherAnswers += known->answer == octets ? 0 : 1;
            return;
        }
        known->answer = octets;
        const bool registering = known->registering, authorized = known->authorized;
        if (registering)
            enrolled(head, authorized);
        else
            beaten(head);
    }

    const QByteArray id;
    const Endpoint here;
    bool registered = false;
    int beats = 0, logins = 0; ///< heartbeats begun; REGISTERs answered 200
    int copies = 0;            ///< sent beyond the first ones
    int timeouts = 0;          ///< transactions that ended by timer F
    int refusals = 0;          ///< answers that a healthy device never gets
    int otherAnswers = 0;      ///< second answers to a request that are not the octets of the first one

private:
    struct Transaction
    {
        bool registering = false, authorized = false;
        QByteArray answer;
    };

    QByteArray head(const QByteArray &method, int cseq, const QByteArray &callId, const QByteArray &to) const
    {
        return method + " sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP " + here.text().toLatin1()
            + ";rport;branch=@BRANCH@\r\nFrom: <sip:" + id + "@3402000000>;tag=t" + QByteArray::number(m_life)
            + "\r\nTo: <sip:" + to + "@3402000000>\r\nCall-ID: " + callId + "\r\nCSeq: " + QByteArray::number(cseq)
            + ' ' + method + "\r\nMax-Forwards: 70\r\nUser-Agent: IP Camera\r\n";
    }

    void enroll(const QByteArray &credentials)
    {
        const QByteArray text = head("REGISTER", ++m_cseq, m_callId, id) + "Contact: <sip:" + id + '@'
            + here.text().toLatin1() + ">\r\n" + credentials
            + "Expires: " + QByteArray::number(m_config.expires.count()) + "\r\nContent-Length: 0\r\n\r\n";
        request(text, {.registering = true, .authorized = !credentials.isEmpty()});
    }

    void beat(int life)
    {
        if (life != m_life || !registered)
            return;
        ++beats;
        const QByteArray body
            = "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>"
            + QByteArray::number(beats) + "</SN>\r\n<DeviceID>" + id
            + "</DeviceID>\r\n<Status>OK</Status>\r\n</Notify>\r\n";
        request(head("MESSAGE", 20, QByteArray::number(beats) + "-beat-" + id, "34020000002000000001")
                + "Content-Type: Application/MANSCDP+xml\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\n\r\n" + body,
            {});
        m_queue.at(m_now() + m_config.interval, [this, life] { beat(life); });
    }

    void request(const QByteArray &text, const Transaction &transaction)
    {
        const QByteArray branch = newBranch();
        m_transactions.insert(branch, transaction);
        send(branch, text, branch, 1);
        m_queue.at(m_now() + SipTimers{}.giveUp(), [this, branch] { giveUp(branch); });
    }

    /// Copy `number`, and the next one when it is due. `key` is the branch of the first one.
    void send(const QByteArray &key, const QByteArray &text, const QByteArray &branch, int number)
    {
        copies += number > 1 ? 1 : 0;
        m_send(QByteArray(text).replace("@BRANCH@", branch));
        const Duration gap = SipTimers{}.due(SipTimer::E, number + 1) - SipTimers{}.due(SipTimer::E, number);
        if (!m_config.retransmits || SipTimers{}.due(SipTimer::E, number + 1) >= SipTimers{}.giveUp())
            return;
        m_queue.at(m_now() + gap, [this, key, text, number] {
            if (m_transactions[key].answer.isEmpty())
                send(key, text, m_config.branchForEachCopy ? newBranch() : key, number + 1);
        });
    }

    void giveUp(const QByteArray &branch)
    {
        const Transaction ended = m_transactions.take(branch);
        if (!ended.answer.isEmpty())
            return;
        ++timeouts;
        if (ended.registering || ++m_silent >= 3)
            start();
    }

    void enrolled(const SipHead &answer, bool authorized)
    {
        if (answer.status == 401 && (!authorized || isStale(answer))) {
            const QByteArray line = "Digest username=\"" + id + "\",realm=\"" + value(answer, "realm") + "\",nonce=\""
                + value(answer, "nonce") + "\",uri=\"sip:34020000002000000001@3402000000\"";
            const DigestCredentials read = parseCredentials({line.constData(), static_cast<std::size_t>(line.size())});
            m_credentials = "Authorization: " + line + ",response=\""
                + digestResponse(read, "REGISTER", std::string_view("12345678"), DigestFormula::Rfc2069)
                + "\",algorithm=MD5\r\n";
            return enroll(m_credentials);
        }
        if (answer.status != 200) {
            ++refusals;
            return;
        }
        ++logins;
        m_silent = 0;
        m_queue.at(m_now() + m_config.expires / 2, [this, life = m_life] {
            if (life == m_life)
                enroll(m_config.refreshesWithOldNonce ? m_credentials : QByteArray());
        });
        if (std::exchange(m_beating, m_life) != m_life) {
            registered = true;
            beat(m_life);
        }
    }

    void beaten(const SipHead &answer)
    {
        refusals += answer.status == 200 ? 0 : 1;
        m_silent = 0;
    }

    static QByteArray value(const SipHead &challenge, std::string_view name)
    {
        const std::string_view text = challengeParameter(challenge, name);
        return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    }

    QByteArray newBranch() { return "z9hG4bK" + id.right(4) + '-' + QByteArray::number(++m_branches); }

    const PatientConfig m_config;
    EventQueue &m_queue;
    const std::function<TimePoint()> m_now;
    const Send m_send;
    QMap<QByteArray, Transaction> m_transactions; ///< by branch, until timer F
    QByteArray m_callId, m_credentials;
    int m_life = 0;    ///< a number for each Call-ID that it registers with
    int m_beating = 0; ///< the life that beats
    int m_cseq = 0, m_branches = 0;
    int m_silent = 0; ///< heartbeats in a row without an answer
};

} // namespace gb::test
