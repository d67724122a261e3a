#pragma once
#include "core/client/devicecontrol.h"
#include "core/message/headers.h"
#include "tests/support/site.h"

#include <functional>

namespace gb::test {

inline const QByteArray cameraId = "34020000001320000001";

/// A registered camera, what we ask of it, and a script of how it answers.
class ConfigSite
{
public:
    using Script = std::function<void(ConfigSite &site, const QByteArray &request)>;

    explicit ConfigSite(Script script)
        : m_script(std::move(script))
        , control(
              "34020000002000000001", [this](const Endpoint &to, TransportKind transport, const QByteArray &octets) {
                  return send(to, transport, octets);
              })
    {
        site.login();
        begin = site.clock.now();
    }

    void start(DeviceConfigTask::Kind kind, const HeartbeatPolicy &ours = {std::chrono::seconds(30), 3},
        std::optional<int> wanted = {})
    {
        const Binding *const binding = std::as_const(site.sip).registrar().bindings().find(gb::view(cameraId));
        control.start(target(*binding), kind, ours, site.clock.now(), wanted);
    }
    void ask(const QString &command, const AskValues &values = {}, const QString &gbVersion = {})
    {
        ask(AskQuestion{.id = 7, .command = command, .values = values}, gbVersion);
    }
    void ask(const AskQuestion &question, const QString &gbVersion = {})
    {
        const Binding *const binding = std::as_const(site.sip).registrar().bindings().find(gb::view(cameraId));
        control.ask(target(*binding), question, gbVersion, site.clock.now());
        reports += takeReports();
    }

    /// Until `at` since the beginning, one deadline after the other; the camera answers at once.
    void runTo(Duration at)
    {
        react();
        for (auto due = control.nextDeadline(); due && *due <= begin + at; due = control.nextDeadline()) {
            site.clock.advance(std::max(*due - site.clock.now(), Duration{0}));
            control.advance(site.clock.now());
            react();
        }
        site.clock.advance(begin + at - site.clock.now());
        control.advance(site.clock.now());
        react();
    }

    /// From the camera.
    void deliver(const QByteArray &octets)
    {
        lastAnswers = site.send(octets, source);
        control.receive(site.lastTrace);
        reports += takeReports();
    }
    QList<ConfigReport> takeReports()
    {
        QList<ConfigReport> configs;
        for (const ClientReport &one : control.takeReports()) {
            if (const auto *config = std::get_if<ConfigReport>(&one))
                configs.append(*config);
            else if (const auto *answer = std::get_if<AskReport>(&one))
                answers.append(*answer);
            else if (const auto *notice = std::get_if<AskNotice>(&one))
                notices.append(*notice);
            else
                progress.append(std::get<AskProgress>(one));
        }
        return configs;
    }
    void answer(const QByteArray &request, int status = 200, const QByteArray &headers = {})
    {
        deliver(
            writeReply(scanHead(gb::view(request)), site.server, {.status = status, .toTag = "c", .headers = headers}));
    }
    void respond(const QByteArray &body)
    {
        deliver(site.message(cameraId, body, QByteArray::number(++m_calls) + "@camera"));
    }

    static ConfigBody bodyOf(const QByteArray &request)
    {
        return readConfigBody(bytes(scanHead(gb::view(request)).body));
    }
    /// A Response to that request.
    static QByteArray response(
        const QByteArray &request, const QByteArray &inside, int snOffset = 0, const QByteArray &who = cameraId)
    {
        const Manscdp asked = bodyOf(request).envelope;
        return "<?xml version=\"1.0\" encoding=\"GB2312\"?>\n<Response>\n<CmdType>" + asked.cmdType.toLatin1()
            + "</CmdType>\n<SN>" + QByteArray::number(asked.sn.value_or(0) + snOffset) + "</SN>\n<DeviceID>" + who
            + "</DeviceID>\n" + inside + "\n</Response>\n";
    }
    static QByteArray basic(int interval, int count, int expiration = 3600)
    {
        return "<Result>OK</Result>\n<BasicParam>\n<Name>Gate</Name>\n<Expiration>" + QByteArray::number(expiration)
            + "</Expiration>\n<HeartBeatInterval>" + QByteArray::number(interval)
            + "</HeartBeatInterval>\n<HeartBeatCount>" + QByteArray::number(count) + "</HeartBeatCount>\n</BasicParam>";
    }

    Site site;
    TimePoint begin{};
    Endpoint source = endpoint("192.168.1.64", 5060);
    QList<QByteArray> requests;    ///< each once
    QList<QByteArray> lastAnswers; ///< of the registrar
    QByteArray sent;               ///< "ConfigDownload 0 500 1500 | DeviceConfig 2000"
    QList<ConfigReport> reports;
    bool deaf = false;                               ///< the transport refuses
    int interval = 60, count = 3, expiration = 3600; ///< what this camera is set to

    QList<AskReport> answers;
    QList<AskProgress> progress;
    QList<AskNotice> notices;

private:
    static DeviceControl::Target target(const Binding &binding)
    {
        return {.id = cameraId, .remote = binding.source, .local = binding.local, .transport = binding.transport};
    }
    std::optional<quint64> send(const Endpoint &to, TransportKind transport, const QByteArray &octets)
    {
        if (deaf)
            return {};
        const quint64 number = site.analysis
                                   .observe({.at = site.clock.now(),
                                       .from = site.server,
                                       .to = to,
                                       .transport = transport,
                                       .direction = Direction::Out,
                                       .octets = octets})
                                   .number;
        const QByteArray command = bodyOf(octets).envelope.cmdType.toLatin1(),
                         at = ' '
            + QByteArray::number(
                std::chrono::duration_cast<std::chrono::milliseconds>(site.clock.now() - begin).count());
        if (!requests.isEmpty() && requests.constLast() == octets) {
            sent += at;
            return number;
        }
        sent += (sent.isEmpty() ? QByteArray() : QByteArray(" | ")) + command + at;
        requests.append(octets);
        return number;
    }
    void react()
    {
        reports += takeReports();
        while (m_answered < requests.size())
            m_script(*this, requests.at(m_answered++));
    }

    Script m_script;
    qsizetype m_answered = 0;
    int m_calls = 0;

public:
    DeviceControl control;
};

/// As a camera should.
inline void obeys(ConfigSite &site, const QByteArray &request)
{
    site.answer(request);
    const ConfigBody asked = ConfigSite::bodyOf(request);
    if (asked.envelope.cmdType == u"DeviceConfig") {
        site.interval = asked.values.interval.value_or(site.interval);
        site.count = asked.values.count.value_or(site.count);
        site.expiration = asked.values.expiration.value_or(site.expiration);
        return site.respond(ConfigSite::response(request, "<Result>OK</Result>"));
    }
    site.respond(ConfigSite::response(request, ConfigSite::basic(site.interval, site.count, site.expiration)));
}

inline void saysOkOnly(ConfigSite &site, const QByteArray &request)
{
    site.answer(request);
    const bool set = ConfigSite::bodyOf(request).envelope.cmdType == u"DeviceConfig";
    site.respond(ConfigSite::response(
        request, set ? QByteArray("<Result>OK</Result>") : ConfigSite::basic(site.interval, site.count)));
}

} // namespace gb::test
