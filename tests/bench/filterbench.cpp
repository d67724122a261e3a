// How fast filters are: messages of a list a second, octets of messages a second. See README.md.
#include "core/filter/octetcheck.h"
#include "core/filter/parser.h"
#include "core/ladder/flowrows.h"
#include "core/ladder/valuecounts.h"

#include <QCoreApplication>

#include <cstdio>
#include <ctime>

using namespace gb;

namespace {

/// Of the processor: what else runs on the machine does not count.
class Stopwatch
{
public:
    double seconds() const { return static_cast<double>(std::clock() - m_start) / CLOCKS_PER_SEC; }

private:
    const std::clock_t m_start = std::clock();
};

/// Heartbeats of two thousand devices and their answers, each tenth of them a 403.
void fill(MessageLog &log, qsizetype count)
{
    const Endpoint server{QHostAddress(QStringLiteral("10.0.0.1")), 5060};
    TimePoint at{std::chrono::hours(500'000)};
    for (qsizetype next = 1; next < count;) {
        QList<MessageSummary> batch;
        for (int i = 0; i < 1024 && next < count; ++i) {
            const auto device = static_cast<quint32>(next / 2 % 2000);
            MessageSummary m;
            m.number = static_cast<quint64>(next++);
            m.at = at += std::chrono::microseconds(500);
            m.from = {QHostAddress(0x0a010000 + device), 5060};
            m.to = server;
            m.kind = SipKind::Request;
            m.method = SipMethod::Message;
            m.methodText = QStringLiteral("MESSAGE");
            m.command = QStringLiteral("Keepalive");
            m.sn = next;
            m.octets = 600;
            m.device = QStringLiteral("3402000000132%1").arg(device, 7, 10, QChar(u'0'));
            m.callId = QStringLiteral("%1@10.1.0.1").arg(next);
            batch.append(m);
            m.answers = m.number;
            m.number = static_cast<quint64>(next++);
            m.kind = SipKind::Response;
            m.status = next % 20 == 1 ? 403 : 200;
            std::swap(m.from, m.to);
            m.command.clear();
            m.sn.reset();
            batch.append(m);
        }
        log.append(batch);
    }
}

void ofList(const MessageLog &log, const char *text, FlowFilter::Scope scope = FlowFilter::Scope::Message)
{
    FlowMatcher matcher(log, {.text = QString::fromUtf8(text), .scope = scope});
    const Stopwatch timer;
    qsizetype shown = 0;
    for (qsizetype row = 0; matcher.collects() && row < log.count(); ++row)
        matcher.collect(log.entry(row));
    for (qsizetype row = 0; row < log.count(); ++row)
        shown += matcher.matches(log.entry(row)) ? 1 : 0;
    const double seconds = timer.seconds();
    std::printf("list  %-44s %7.1f ms %6.1f M/s  %lld shown\n", text, seconds * 1000,
        static_cast<double>(log.count()) / seconds / 1e6, static_cast<long long>(shown));
}

/// In the slices of a window: how long the longest one keeps it, and the last, which lays the rows out.
void ofWindow(MessageLog &log, const char *text)
{
    FlowRows rows(log);
    double longest = 0;
    rows.setFilter({.text = QString::fromUtf8(text)});
    const Stopwatch whole;
    while (rows.isFiltering()) {
        const Stopwatch timer;
        QCoreApplication::processEvents();
        longest = std::max(longest, timer.seconds() * 1000);
    }
    std::printf("rows  %-44s %7.1f ms, at most %.1f at a time\n", text, whole.seconds() * 1000, longest);
}

void ofOctets(const char *text)
{
    const QByteArray message
        = "MESSAGE sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP 10.1.0.9:5060;rport;"
          "branch=z9hG4bK1234567\r\nFrom: <sip:34020000001320000001@3402000000>;tag=1\r\nTo: "
          "<sip:34020000002000000001@3402000000>\r\nCall-ID: 1234567@10.1.0.9\r\nCSeq: 20 MESSAGE\r\n"
          "User-Agent: IP Camera\r\nContent-Type: Application/MANSCDP+xml\r\nContent-Length: 150\r\n\r\n"
          "<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n"
          "<SN>17</SN>\r\n<DeviceID>34020000001320000001</DeviceID>\r\n<Status>OK</Status>\r\n</Notify>\r\n";
    filter::OctetCheck check(filter::parse(QString::fromUtf8(text)).expression);
    constexpr int rounds = 100'000;
    quint64 met = 0;
    const Stopwatch timer;
    for (int i = 0; i < rounds; ++i)
        met += check.of({message.constData(), static_cast<std::size_t>(message.size())});
    const double seconds = timer.seconds();
    std::printf("texts %-44s %7.2f us a message of %lld bytes%s\n", text, seconds / rounds * 1e6,
        static_cast<long long>(message.size()), met == 0 ? "" : ", found");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const qsizetype count = argc > 1 ? QByteArray(argv[1]).toLongLong() : 300'000;
    MessageLog log;
    log.setCapacity(MessageLog::maxCapacity);
    fill(log, count);
    std::printf("%lld messages\n", static_cast<long long>(log.count()));
    for (const char *text :
        {"dev:*0001", "status>=400", "cmd:Keepalive", "rt>500ms", "addr:10.1.0.7", "callid:77777@10.1.0.1",
            "is:problem", "-cmd:Keepalive (status:4xx or rt>1s)", "time>10:23", "keepalive", "0000123"})
        ofList(log, text);
    ofList(log, "status:403", FlowFilter::Scope::Dialog);
    for (const char *text : {"dev:*0001", "-dev:*0001", "keepalive"})
        ofWindow(log, text);
    for (const char *text : {"nothing", "no*thing", "re:/SN.17/", "hdr:User-Agent~cam", "xml:Status=OK", "from:3402*"})
        ofOctets(text);
    const Stopwatch timer;
    commonValues(log, filter::Field::Device, QStringLiteral("1"), 12);
    std::printf("values of a field %.1f ms\n", timer.seconds() * 1000);
    return 0;
}
