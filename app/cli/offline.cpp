#include "app/cli/offline.h"

#include "app/cli/echo.h"
#include "app/cli/filterjson.h"
#include "app/cli/jsonlines.h"
#include "app/cli/nosip.h"
#include "app/cli/operationjson.h"
#include "app/cli/output.h"
#include "core/report/bundle/bundle.h"
#include "core/report/toldmedia.h"
#include "core/report/words/operationwording.h"
#include "core/report/words/rolewording.h"
#include "core/report/words/secretwording.h"
#include "core/report/words/wording.h"
#include "core/session/filteredmessages.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <type_traits>

namespace gb::cli {
namespace {

constexpr qsizetype maxFlows = 100'000;
constexpr qsizetype maxJumps = 1'000; ///< that are listed
constexpr std::size_t maxMedia = 10'000;

struct Flow
{
    QString device;
    TimePoint first{}, last{};
    quint64 messages = 0, retransmissions = 0;
    Duration slowest{}; ///< answer
    int lastStatus = 0;
};

/// Messages of one Call-ID.
class Flows
{
public:
    void add(const Trace &trace)
    {
        if (!trace.isRequest() && !trace.isResponse())
            return;
        const QString callId = callIdText(trace.head.callId);
        auto known = m_flows.find(callId);
        if (known == m_flows.end()) {
            if (m_flows.size() >= maxFlows) {
                ++m_left;
                return;
            }
            known = m_flows.insert(callId, {});
            m_order.append(callId);
        }
        Flow &flow = *known;
        const TimePoint at = trace.datagram.at;
        if (flow.messages++ == 0)
            flow.first = flow.last = at;
        flow.first = std::min(flow.first, at); // the time of a capture may go back
        flow.last = std::max(flow.last, at);
        flow.retransmissions += trace.copy.kind == RepeatKind::Retransmission ? 1 : 0;
        if (trace.isResponse() && trace.repeatOf == 0)
            flow.slowest = std::max(flow.slowest, trace.took.value_or(Duration{}));
        if (flow.device.isEmpty())
            flow.device = trace.device;
        if (trace.isResponse() && trace.head.status != 0)
            flow.lastStatus = trace.head.status;
    }

    qsizetype count() const { return m_order.size(); }
    /// By hand, in the order of QJsonDocument: of all that is printed this is by far the most.
    QByteArray json(qsizetype index) const
    {
        const QString &callId = m_order.at(index);
        const Flow &flow = *m_flows.constFind(callId);
        QByteArray out;
        out.reserve(320);
        out += R"({"call_id":)" + quoted(callId);
        out += R"(,"device":)" + quoted(flow.device);
        out += R"(,"first":")" + isoTime(flow.first).toLatin1();
        out += R"(","last":")" + isoTime(flow.last).toLatin1();
        out += R"(","last_status":)"
            + (flow.lastStatus == 0 ? QByteArrayLiteral("null") : QByteArray::number(flow.lastStatus));
        out += R"(,"messages":)" + QByteArray::number(flow.messages);
        out += R"(,"retransmissions":)" + QByteArray::number(flow.retransmissions);
        out += R"(,"slowest_answer_s":)" + secondsText(flow.slowest) + '}';
        return out;
    }
    qint64 messagesLeftOut() const { return m_left; }

private:
    QHash<QString, Flow> m_flows;
    QStringList m_order;
    qint64 m_left = 0;
};

/// Somebody at an address; above him and below him are those that show it.
QJsonObject partyObject(const Party &party)
{
    return {{QStringLiteral("address"), party.endpoint.text()}, {QStringLiteral("id"), party.id},
        {QStringLiteral("role"), wording::roleCode(party.role)},
        {QStringLiteral("role_because"), wording::roleBecause(party)}};
}

QJsonObject messagesObject(const Counters &counters, const Importer &importer)
{
    const auto number = [](quint64 value) { return QJsonValue(static_cast<qint64>(value)); };
    const PacketCounts &packets = importer.counts();
    return {{QStringLiteral("total"), number(counters.messages)}, {QStringLiteral("sip"), number(counters.sip)},
        {QStringLiteral("malformed"), number(counters.malformed)},
        {QStringLiteral("retransmissions"), number(counters.retransmissions)},
        {QStringLiteral("repeats"), repeatsObject(counters)},
        {QStringLiteral("timed_out"), number(counters.unansweredRequests)},
        {QStringLiteral("unacknowledged"), number(counters.unacknowledged)},
        {QStringLiteral("nat_keepalives"), number(counters.natKeepalives)},
        {QStringLiteral("packets"), number(packets.packets)}, {QStringLiteral("not_udp_or_tcp"), number(packets.other)},
        {QStringLiteral("fragments"), number(packets.fragments)},
        {QStringLiteral("reassembled"), number(packets.reassembled)},
        {QStringLiteral("fragments_cut"), number(packets.fragmentsCut)},
        {QStringLiteral("fragments_lost"), number(packets.fragmentsLost)},
        {QStringLiteral("fragments_overlapping"), number(packets.fragmentsOverlapping)},
        {QStringLiteral("damaged"), number(packets.damaged)},
        {QStringLiteral("cut_by_the_capture"), number(packets.cut)},
        {QStringLiteral("cut_at"), static_cast<int>(packets.cutAt)},
        {QStringLiteral("icmp_errors"), number(packets.icmpErrors)},
        {QStringLiteral("icmp_undelivered"), number(counters.reported)},
        {QStringLiteral("icmp_of_nothing_seen"), number(counters.reportsOfOthers)},
        {QStringLiteral("unknown_link_type"), number(packets.unknownLinks)},
        {QStringLiteral("tcp_octets_lost"), number(importer.tcpOctetsLost())},
        {QStringLiteral("not_signalling"), number(importer.skipped())}};
}

/// Empty of a capture that has none.
QJsonObject notesObject(const Analysis &analysis, const NoteCounts &counts)
{
    if (analysis.notes() + analysis.notesLeft() + counts.unread + counts.foreign == 0)
        return {};
    const auto number = [](quint64 value) { return QJsonValue(static_cast<qint64>(value)); };
    return {{QStringLiteral("followed"), number(analysis.notes())},
        {QStringLiteral("unrecorded"), number(analysis.counters().unrecorded)},
        {QStringLiteral("capture_dropped"), number(analysis.counters().captureDropped)},
        {QStringLiteral("answers_held_back"), number(analysis.counters().unanswered)},
        {QStringLiteral("too_many"), number(analysis.notesLeft())},
        {QStringLiteral("of_unknown_kind"), number(counts.unread)},
        {QStringLiteral("unknown_keys"), number(counts.unknownKeys)},
        {QStringLiteral("of_others"), number(counts.foreign)}};
}

/// An object a line, as each is made: a tree of ten thousand devices and a hundred thousand flows would take more
/// memory than all the rest.
template<typename Object>
void writeArray(Output &output, qsizetype count, const Object &object)
{
    for (qsizetype i = 0; i < count; ++i) {
        output.write(i == 0 ? "[\n" : ",\n");
        if constexpr (std::is_same_v<decltype(object(i)), QByteArray>)
            output.write(safeJson(object(i)));
        else
            output.write(line(object(i)));
    }
    output.write(count == 0 ? "[]" : "\n]");
}

QJsonArray filesArray(const Importer &importer)
{
    QJsonArray out;
    for (const Importer::Source &source : importer.sources()) {
        out.append(QJsonObject{{QStringLiteral("file"), source.path},
            {QStringLiteral("packets_read"), static_cast<qint64>(source.messages)},
            {QStringLiteral("in_first_file_too"), static_cast<qint64>(source.pairs)},
            {QStringLiteral("clock_ahead_s"),
                source.clockOffset ? QJsonValue(inSeconds(*source.clockOffset)) : QJsonValue()},
            {QStringLiteral("error"), source.error}});
    }
    return out;
}

/// Connections whose content cannot be seen.
QJsonArray encryptedArray(const Importer &importer)
{
    QJsonArray out;
    for (const ImporterTcp::Encrypted &one : importer.encrypted())
        out.append(QJsonObject{{QStringLiteral("from"), one.from.text()}, {QStringLiteral("to"), one.to.text()},
            {QStringLiteral("first"), isoTime(one.first)},
            {QStringLiteral("segments"), static_cast<qint64>(one.segments)}});
    return out;
}

void tellOfTls(const QString &files, const Importer &importer, QJsonObject &out)
{
    if (importer.encrypted().empty())
        return;
    out.insert(QStringLiteral("encrypted"), encryptedArray(importer));
    for (const ImporterTcp::Encrypted &one : importer.encrypted())
        std::fprintf(stderr, "%s: TLS from %s to %s: its content cannot be seen\n", qPrintable(files),
            qPrintable(one.from.text()), qPrintable(one.to.text()));
}

/// What of the files was no SIP in plain packets.
void tellOfContent(const QString &files, const Importer &importer, quint64 sip, QJsonObject &out)
{
    if (const auto &hep = importer.hepCounts(); hep.messages > 0 || hep.unread > 0)
        out.insert(QStringLiteral("hep"),
            QJsonObject{{QStringLiteral("messages"), static_cast<qint64>(hep.messages)},
                {QStringLiteral("with_their_own_time"), static_cast<qint64>(hep.messages - hep.atArrival)},
                {QStringLiteral("with_the_time_of_arrival"), static_cast<qint64>(hep.atArrival)},
                {QStringLiteral("unread"), static_cast<qint64>(hep.unread)}});
    tellOfTls(files, importer, out);
    if (const PacketCounts counts = importer.counts(); counts.cut > 0)
        complain(files
            + QStringLiteral(": %1 packets are cut at %2 bytes: what is there of them is used; capture with -s 0")
                  .arg(counts.cut)
                  .arg(counts.cutAt));
    const QStringList hints = withoutSip(sip, importer);
    if (hints.isEmpty())
        return;
    out.insert(QStringLiteral("hints"), QJsonArray::fromStringList(hints));
    for (const QString &hint : hints)
        complain(files + u": " + hint);
}

QJsonObject expectedObject(const QList<ExpectedDevice> &expected, const QList<DeviceSnapshot> &devices)
{
    QSet<QString> came;
    for (const DeviceSnapshot &device : devices) {
        if (!device.isMissing())
            came.insert(device.id);
    }
    QJsonArray missing;
    for (const ExpectedDevice &one : expected) {
        if (!came.contains(one.id))
            missing.append(one.id);
    }
    return {{QStringLiteral("listed"), expected.size()}, {QStringLiteral("missing"), missing}};
}

} // namespace

int analyze(const AnalyzeCommand &command)
{
    const bool isFiltered = !command.wanted.text.isEmpty();
    FilteredMessages filtered;
    if (isFiltered)
        filtered = filteredMessages(
            command.files, command.wanted, {.policy = command.policy, .ownPolicy = command.ownPolicy});
    Reading reading({.policy = command.policy,
        .summaries = false,
        .ownPolicy = command.ownPolicy,
        .expected = command.expected,
        .passwords = command.candidates});
    const Importer &importer = reading.importer();
    Analysis &analysis = reading.analysis();
    const QString files = echoed(command.files.join(u", "));
    if (!reading.open(command.files)) {
        complain(files + u": " + echoed(importer.errorText()));
        return Failed;
    }
    Flows flows;
    QJsonArray jumps;
    std::vector<JournalNote> media;
    while (const ReadAhead::Chunk *chunk = reading.next()) {
        for (std::size_t i = 0; i < chunk->count; ++i) {
            if (!isFiltered || filtered.shows(chunk->traces[i].number))
                flows.add(chunk->traces[i]);
        }
        for (const ClockJump &jump : chunk->jumps) {
            if (jumps.size() < maxJumps)
                jumps.append(jumpObject(jump));
        }
        for (const PlacedNote &one : chunk->notes) {
            if (one.note.as<notes::Media>() && media.size() < maxMedia)
                media.push_back(one.note);
        }
        analysis.take(chunk->last, 0); // only the end is told
    }
    reading.finish();
    analysis.take(reading.last());
    QJsonObject out{{QStringLiteral("messages"), messagesObject(analysis.counters(), importer)},
        {QStringLiteral("policy"), policyObject(analysis.devices().policy())}};
    if (const QJsonObject notes = notesObject(analysis, importer.noteCounts()); !notes.isEmpty())
        out.insert(QStringLiteral("notes"), notes);
    if (command.files.size() > 1)
        out.insert(QStringLiteral("files"), filesArray(importer));
    if (importer.jumps() > 0) {
        out.insert(QStringLiteral("clock_jumps"), jumps);
        out.insert(QStringLiteral("clock_jumps_total"), static_cast<qint64>(importer.jumps()));
    }
    tellOfContent(files, importer, analysis.counters().sip, out);
    if (flows.messagesLeftOut() > 0)
        out.insert(QStringLiteral("messages_without_flow"), flows.messagesLeftOut());
    const bool broken = !importer.errorText().isEmpty();
    if (broken) {
        out.insert(QStringLiteral("error"), importer.errorText());
        complain(files + u": " + echoed(importer.errorText()) + QStringLiteral("; what could be read is shown"));
    }
    analysis.devices().settleRoles();
    const QList<DeviceSnapshot> devices = analysis.devices().snapshots();
    const QList<Operation> allOperations = analysis.operations().all(),
                           operations = isFiltered ? shownOperations(allOperations, filtered) : allOperations;
    if (isFiltered)
        out.insert(QStringLiteral("filter"), filterObject(command.wanted, filtered));
    out.insert(QStringLiteral("operations_in_short"), wording::operationSummary(operations));
    if (const quint64 left = analysis.operations().forgotten(); left > 0)
        out.insert(QStringLiteral("operations_forgotten"), static_cast<qint64>(left));
    const QList<Party> parties = analysis.devices().roster().parties();
    if (command.expected)
        out.insert(QStringLiteral("expected"), expectedObject(*command.expected, devices));
    Output output;
    output.write("{\n\"devices\": ");
    writeArray(output, devices.size(), [&](qsizetype i) {
        return told::deviceObject(devices.at(i), *analysis.devices().history(devices.at(i).id), importer.last());
    });
    const QList<Finding> findings = analysis.findings().log().all();
    output.write(",\n\"findings\": ");
    writeArray(output, findings.size(), [&](qsizetype i) { return findingObject(findings.at(i)); });
    output.write(",\n\"operations\": ");
    writeArray(output, operations.size(), [&](qsizetype i) { return operationObject(operations.at(i)); });
    output.write(",\n\"parties\": ");
    writeArray(output, parties.size(), [&](qsizetype i) { return partyObject(parties.at(i)); });
    output.write(",\n\"media\": ");
    writeArray(output, static_cast<qsizetype>(media.size()),
        [&](qsizetype i) { return told::mediaObject(media[static_cast<std::size_t>(i)]); });
    output.write(",\n\"flows\": ");
    writeArray(output, flows.count(), [&](qsizetype i) { return flows.json(i); });
    output.write(safeJson(",\n" + QJsonDocument(out).toJson().mid(2))); // its brace was opened above
    return output.finish() && !broken ? Success : Failed;
}

namespace {

/// What went wrong, and what was removed, of an export or a report.
int tellOfWriting(
    const ExportResult &result, const QStringList &files, bool replace, const QString &done, Profile profile)
{
    if (!result.error.isEmpty()) {
        const QString what = result.failed.isEmpty() ? files.join(u", ") : result.failed;
        const bool exists = !replace && QFileInfo(what).isFile() && !result.failed.isEmpty();
        complain(echoed(what) + u": " + echoed(result.error)
            + (exists ? QStringLiteral(". Choose another name, or add --force to replace it.") : QString()));
        return Failed;
    }
    complain(done);
    if (result.gaveUp > 0)
        complain(
            QStringLiteral("left out: %1 messages that the regular expression was too hard for").arg(result.gaveUp));
    if (result.notLookedAt > 0)
        complain(QStringLiteral("left out: the oldest %1 messages, which the filter has no room for")
                     .arg(result.notLookedAt));
    if (profile == Profile::None)
        complain(wording::profileMeaning(profile));
    else
        complain((wording::secrets(result.secrets) + wording::identities(profile, result.identities)).join(u'\n'));
    if (!result.broken.isEmpty()) {
        complain(echoed(files.join(u", ")) + u": " + echoed(result.broken)
            + QStringLiteral("; what could be read was written"));
        return Failed;
    }
    return Success;
}

} // namespace

int exportFile(const ExportCommand &command)
{
    const ExportResult result = exportCapture(command.files, command.target, command.options);
    const QString made = result.entries ? QStringLiteral("Entries: %1, made of ").arg(*result.entries) : QString();
    const QString done = made
        + QStringLiteral("%1 of %2 messages written to %3")
              .arg(result.messages)
              .arg(result.of)
              .arg(echoed(command.target));
    return tellOfWriting(result, command.files, command.options.replace, done, command.options.profile);
}

int reportFile(const ReportCommand &command)
{
    const ExportResult result = isBundleName(command.target)
        ? writeBundle(command.files, command.target, command.options)
        : writeReport(command.files, command.target, command.options);
    const QString done
        = QStringLiteral("report on %1 messages written to %2").arg(result.of).arg(echoed(command.target));
    return tellOfWriting(result, command.files, command.options.replace, done, command.options.profile);
}

} // namespace gb::cli
