#pragma once
#include "tests/support/fleetdevice.h"

#include <queue>
#include <random>
#include <vector>

/// A fleet of a day in simulated time: every device has a habit of the field, and none does anything wrong.
namespace gb::test {

class Fleet
{
public:
    enum class Platform : quint8 {
        Ours,      ///< gbscope's own server, without qop
        OursQop,   ///< the same with qop
        Challenge, ///< another's, as a capture shows it: Contact and Expires in its 200, takes an old nonce
        Bare,      ///< another's: neither, a realm that is not the domain, and a challenge each time
    };

    Fleet(int devices, TransportKind transport, Platform platform)
        : site(config(platform))
        , m_platform(platform)
        , m_net{.server = site.server, .tcp = transport == TransportKind::Tcp}
        , m_devices(static_cast<std::size_t>(devices))
    {
        site.transport = transport;
        site.analysis.keepSummaries(false);
        note(isOurs() ? notes::Site{.serverId = QString::fromLatin1(FleetNet::serverId),
                 .domain = QString::fromLatin1(FleetNet::domain)}
                      : notes::Site{.live = false});
        notes::OwnPolicies own;
        for (int i = 0; i < devices; ++i) {
            FleetDevice &device = m_devices[static_cast<std::size_t>(i)];
            device.habit = &habitsOfTheField[static_cast<std::size_t>(i) % std::size(habitsOfTheField)];
            device.id = "3402000000" + QByteArray(device.habit->type) + QByteArray::number(1'000'001 + i);
            device.at = {QHostAddress(quint32{0x0a010100} + static_cast<quint32>(i)),
                m_net.tcp ? freePort() : FleetNet::sipPort};
            if (device.habit->interval != std::chrono::seconds(60))
                own.devices.append({QString::fromLatin1(device.id), {.interval = device.habit->interval}});
            plan(device);
        }
        note(own);
    }

    /// Until so long behind the start.
    void run(Duration length)
    {
        const TimePoint end = site.clock.now() + length;
        while (!m_due.empty() && m_due.top().at <= end) {
            const Due due = m_due.top();
            m_due.pop();
            if (due.at > site.clock.now())
                site.wait(due.at - site.clock.now());
            FleetDevice &device = m_devices[due.device];
            if (due.life == device.life)
                (this->*due.what)(device);
            if (site.clock.now() - m_taken >= std::chrono::seconds(10)) {
                site.analysis.take(site.clock.now());
                m_taken = site.clock.now();
            }
        }
    }

    Site site;
    qint64 heartbeats = 0; ///< sent
    qint64 refused = 0;    ///< requests of devices whose last answer was another than 200

private:
    using Step = void (Fleet::*)(FleetDevice &);
    struct Due
    {
        TimePoint at;
        quint64 order;
        std::size_t device;
        int life;
        Step what;
        bool operator<(const Due &other) const { return std::tie(other.at, other.order) < std::tie(at, order); }
    };
    using Milliseconds = std::chrono::milliseconds;
    using Seconds = std::chrono::seconds;
    static constexpr int day = 86'400;

    static ServerConfig config(Platform platform)
    {
        ServerConfig config = Site::withPassword(QString::fromLatin1(FleetNet::password));
        config.offerQop = platform == Platform::OursQop;
        return config;
    }
    bool isOurs() const { return m_platform == Platform::Ours || m_platform == Platform::OursQop; }
    int random(int below) { return static_cast<int>(m_random() % static_cast<quint32>(below)); }
    quint16 freePort() { return static_cast<quint16>(20'000 + random(40'000)); }
    void note(notes::What what) { site.analysis.observe(JournalNote{site.clock.now(), std::move(what)}); }
    void later(FleetDevice &device, Duration by, Step what)
    {
        m_due.push({site.clock.now() + by, ++m_order, static_cast<std::size_t>(&device - m_devices.data()), device.life,
            what});
    }

    /// What it does on its day.
    void plan(FleetDevice &device)
    {
        later(device, Milliseconds(random(60'000)), &Fleet::starts);
        isWatched(device, 300);
        if (device.habit->restarts)
            later(device, Seconds(1200 + random(day - 2400)), &Fleet::stops);
    }
    /// What is wanted of it, and what it sees, from then on.
    void isWatched(FleetDevice &device, int from)
    {
        later(device, Seconds(from + random(3600)), &Fleet::isAskedForCatalog);
        later(device, Seconds(from + random(3600)), &Fleet::isAsked);
        later(device, Seconds(from + random(day)), &Fleet::isCalled);
        later(device, Seconds(from + random(day / 4)), &Fleet::raisesAlarm);
    }
    void starts(FleetDevice &device)
    {
        newCall(device);
        device.sn = device.habit->sn == Habit::Sn::Wrapping ? 65'000 : 0;
        registers(device);
        device.firstBeat = site.clock.now() + device.habit->first;
        device.beat = 0;
        later(device, device.habit->first, &Fleet::beats);
    }
    /// It is off for a minute, and knows nothing of before.
    void stops(FleetDevice &device)
    {
        ++device.life;
        device.nonce.clear();
        if (m_net.tcp)
            device.at.port = freePort();
        later(device, Seconds(40 + random(40)), &Fleet::starts);
        isWatched(device, 300);
    }
    void newCall(FleetDevice &device)
    {
        device.callId = QByteArray::number(100'000'000 + random(900'000'000)) + device.callSuffix();
        device.tag = newTag();
        device.cseq = 0;
    }
    QByteArray newTag() { return QByteArray::number(random(2'000'000'000)); }

    /// From a device, and the answer of the platform.
    QByteArray exchange(FleetDevice &device, const QByteArray &octets)
    {
        site.wait(Milliseconds(1 + random(3)));
        QByteArray answer;
        if (isOurs()) {
            const QList<QByteArray> answers = site.send(octets, device.at);
            answer = answers.isEmpty() ? QByteArray() : answers.constLast();
        } else {
            observe(device, octets, true);
            answer = octets.startsWith("REGISTER") ? judged(octets) : answerTo(octets, "200 OK");
            site.wait(Milliseconds(1 + random(3)));
            observe(device, answer, false);
        }
        return answer;
    }
    void observe(const FleetDevice &device, const QByteArray &octets, bool up)
    {
        site.analysis.observe({.at = site.clock.now(),
            .from = up ? device.at : site.server,
            .to = up ? site.server : device.at,
            .transport = site.transport,
            .direction = up || !isOurs() ? Direction::In : Direction::Out,
            .octets = octets});
    }
    /// What another's platform says to a REGISTER.
    QByteArray judged(const QByteArray &octets)
    {
        const bool bare = m_platform == Platform::Bare;
        const QByteArray nonce = Site::nonceOf(octets);
        if (nonce.isEmpty() || (bare && nonce != m_nonce)) {
            m_nonce = QByteArray::number(0x40000000 + random(0x30000000), 16);
            return answerTo(octets, "401 Unauthorized",
                "WWW-Authenticate: Digest realm=\"" + (bare ? FleetNet::domain.left(8) : FleetNet::domain)
                    + (bare ? "\",algorithm=MD5,nonce=\"" : "\",qop=\"auth\",algorithm=MD5,nonce=\"") + m_nonce
                    + "\"\r\n");
        }
        m_nonce.clear();
        const QByteArray date = "Date: " + time() + (bare ? "" : ".000") + "\r\n";
        return answerTo(
            octets, "200 OK", bare ? date : date + lineOf(octets, "\r\nContact:") + lineOf(octets, "\r\nExpires:"));
    }
    static QByteArray lineOf(const QByteArray &octets, const QByteArray &begins)
    {
        const qsizetype at = octets.indexOf(begins) + 2;
        return octets.mid(at, octets.indexOf("\r\n", at) + 2 - at);
    }
    /// Beijing's, as devices write it.
    QByteArray time() const
    {
        const auto seconds = std::chrono::floor<Seconds>(site.clock.now()) + std::chrono::hours(8);
        return QDateTime::fromSecsSinceEpoch(seconds.time_since_epoch().count(), Qt::UTC)
            .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))
            .toLatin1();
    }

    void registers(FleetDevice &device)
    {
        if (device.habit->renewal != Habit::Renewal::OldNonce)
            device.nonce.clear();
        QByteArray answer = exchange(device, device.registerText(m_net));
        if (Site::statusOf({answer}) == 401) {
            device.challenged(answer);
            answer = exchange(device, device.registerText(m_net));
        }
        refused += Site::statusOf({answer}) == 200 ? 0 : 1;
        later(device, Seconds(device.habit->expires) * device.habit->refreshedAt / 100, &Fleet::refreshes);
    }
    void refreshes(FleetDevice &device)
    {
        if (device.habit->renewal == Habit::Renewal::NewCall)
            newCall(device);
        if (device.habit->sn == Habit::Sn::Restarting)
            device.sn = 0;
        registers(device);
    }

    void tells(FleetDevice &device, const QByteArray &body)
    {
        const QByteArray answer = exchange(device,
            device.text(m_net,
                {.method = "MESSAGE",
                    .to = FleetNet::serverId,
                    .callId = QByteArray::number(++m_net.calls) + device.callSuffix(),
                    .tag = newTag(),
                    .more = {"Content-Type: Application/MANSCDP+xml"},
                    .body = body}));
        refused += Site::statusOf({answer}) == 200 ? 0 : 1;
    }
    int nextSn(FleetDevice &device)
    {
        switch (device.habit->sn) {
        case Habit::Sn::Rising:
        case Habit::Sn::Restarting: return ++device.sn;
        case Habit::Sn::Constant: return 1;
        case Habit::Sn::Random: return 1 + random(1'000'000);
        case Habit::Sn::Wrapping: device.sn = device.sn % 65'535 + 1; return device.sn;
        }
        return 0;
    }
    void beats(FleetDevice &device)
    {
        tells(device, device.manscdp("Notify", "Keepalive", nextSn(device), {"<Status>OK</Status>"}));
        ++heartbeats;
        const TimePoint next = device.firstBeat + ++device.beat * device.habit->interval
            + Milliseconds(random(static_cast<int>(device.habit->jitter.count()) + 1));
        later(device, next - site.clock.now(), &Fleet::beats);
    }
    void raisesAlarm(FleetDevice &device)
    {
        tells(device,
            device.manscdp("Notify", "Alarm", nextSn(device),
                {"<AlarmPriority>4</AlarmPriority>", "<AlarmTime>" + time() + "</AlarmTime>",
                    "<AlarmMethod>5</AlarmMethod>"}));
        later(device, Seconds(3600 + random(6 * 3600)), &Fleet::raisesAlarm);
    }

    /// A request of the platform, and what the device answers.
    void ask(FleetDevice &device, const QByteArray &octets, const QByteArrayList &answers)
    {
        observe(device, octets, false);
        for (const QByteArray &answer : answers) {
            site.wait(Milliseconds(1 + random(5)));
            if (isOurs())
                site.send(answer, device.at);
            else
                observe(device, answer, true);
        }
    }
    int query(FleetDevice &device, const QByteArray &command)
    {
        const int sn = 100'000 + ++m_queries;
        const QByteArray body = "<?xml version=\"1.0\"?>\r\n<Query>\r\n<CmdType>" + command + "</CmdType>\r\n<SN>"
            + QByteArray::number(sn) + "</SN>\r\n<DeviceID>" + device.id + "</DeviceID>\r\n</Query>\r\n";
        const QByteArray text = device.requestTo(m_net,
            {.method = "MESSAGE",
                .callId = "q" + QByteArray::number(sn),
                .more = {"Content-Type: Application/MANSCDP+xml"},
                .body = body});
        ask(device, text, {answerTo(text, "200 OK")});
        return sn;
    }
    void isAskedForCatalog(FleetDevice &device)
    {
        const int sn = query(device, "Catalog");
        const bool recorder = device.habit->catalog == Habit::Catalog::Recorder;
        const int all = recorder ? 8 : 1, page = recorder ? 2 : 1;
        for (int first = 0; first < all; first += page) {
            QByteArrayList lines{"<SumNum>" + QByteArray::number(all) + "</SumNum>",
                "<DeviceList Num=\"" + QByteArray::number(page) + "\">"};
            for (int i = 0; i < page; ++i)
                lines += device.item(first + i);
            site.wait(Milliseconds(10));
            tells(device, device.manscdp("Response", "Catalog", sn, lines + QByteArrayList{"</DeviceList>"}));
        }
        later(device, Seconds(3600), &Fleet::isAskedForCatalog);
    }
    /// For what it is, and how it is, in turn.
    void isAsked(FleetDevice &device)
    {
        const bool status = ++device.asked % 2 == 0;
        const QByteArray command = status ? "DeviceStatus" : "DeviceInfo";
        const int sn = query(device, command);
        tells(device,
            device.manscdp("Response", command, sn,
                status ? QByteArrayList{"<Result>OK</Result>", "<Online>ONLINE</Online>", "<Status>OK</Status>",
                    "<DeviceTime>" + time() + "</DeviceTime>", "<Encode>ON</Encode>", "<Record>OFF</Record>"}
                       : QByteArrayList{"<DeviceName>Camera</DeviceName>", "<Result>OK</Result>",
                           "<Manufacturer>M</Manufacturer>", "<Model>X</Model>", "<Firmware>V1</Firmware>",
                           "<Channel>1</Channel>"}));
        later(device, Seconds(3 * 3600), &Fleet::isAsked);
    }

    static QByteArray sdp(const QByteArray &owner, const QByteArray &address, const QByteArray &direction)
    {
        return "v=0\r\no=" + owner + " 0 0 IN IP4 " + address + "\r\ns=Play\r\nc=IN IP4 " + address
            + "\r\nt=0 0\r\nm=video 30000 RTP/AVP 96\r\na=" + direction
            + "\r\na=rtpmap:96 PS/90000\r\ny=0100000001\r\n";
    }
    void isCalled(FleetDevice &device)
    {
        device.invite = "i" + QByteArray::number(++m_net.calls);
        const QByteArray ours = site.server.address.toString().toLatin1();
        const QByteArray invite = device.requestTo(m_net,
            {.method = "INVITE",
                .callId = device.invite,
                .cseq = 1,
                .more = {"Contact: <sip:" + FleetNet::serverId + '@' + m_net.serverHost() + '>',
                    "Subject: " + device.id + ":0100000001," + FleetNet::serverId + ":0",
                    "Content-Type: APPLICATION/SDP"},
                .body = sdp(FleetNet::serverId, ours, "recvonly")});
        const bool dahua = device.habit->catalog == Habit::Catalog::Dahua;
        ask(device, invite,
            {answerTo(invite, dahua ? "101 Dialog Establishement" : "100 Trying"),
                answerTo(invite, "200 OK", "Contact: <sip:" + device.id + '@' + device.contactHost() + ">\r\n",
                    sdp(device.id, device.address(), "sendonly"))});
        ask(device, device.requestTo(m_net, {.method = "ACK", .callId = device.invite, .tag = ";tag=t", .cseq = 1}),
            {});
        later(device, Seconds(30), &Fleet::isHungUp);
    }
    void isHungUp(FleetDevice &device)
    {
        const QByteArray bye = device.requestTo(
            m_net, {.method = "BYE", .callId = device.invite, .tag = ";tag=t", .cseq = 2});
        ask(device, bye, {answerTo(bye, "200 OK")});
    }

    const Platform m_platform;
    FleetNet m_net;
    std::mt19937 m_random{1};
    std::vector<FleetDevice> m_devices;
    std::priority_queue<Due> m_due;
    TimePoint m_taken = site.clock.now();
    QByteArray m_nonce;
    quint64 m_order = 0;
    int m_queries = 0;
};

} // namespace gb::test
