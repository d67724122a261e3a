#include "core/report/sipp/sides.h"

#include "core/report/sipp/about.h"
#include "core/report/sipp/dialogs.h"

#include <QRegularExpression>

#include <algorithm>

namespace gb::sipp {
namespace {

quint64 sizeOf(const Course &course)
{
    return static_cast<quint64>(course.size());
}

/// A Response of the device to a query of the record.
bool isResponseTo(const Talk &talk, const Message &query)
{
    const Message *const first = talk.first;
    return first && talk.byDevice && first->root == ManscdpRoot::Response && first->sn >= 0 && first->sn == query.sn
        && first->command == query.command && first->number > query.number;
}

/// Talks of the device that follow from one of the platform go to that one.
QList<Talk> withResponses(QList<Talk> talks)
{
    QHash<QPair<QByteArray, qint64>, qsizetype> queries;
    for (qsizetype i = 0; i < talks.size(); ++i) {
        const Message *const first = talks.at(i).first;
        if (first && !talks.at(i).byDevice && first->sn >= 0)
            queries.insert({first->command, first->sn}, i);
        if (!first || !talks.at(i).byDevice)
            continue;
        const auto query = queries.constFind({first->command, first->sn});
        if (query == queries.constEnd() || !isResponseTo(talks.at(i), *talks.at(*query).first))
            continue;
        talks[*query].course += talks.at(i).course;
        sortCourse(talks[*query].course);
        talks[i].course.clear();
        talks[i].first = nullptr;
    }
    return talks;
}

QByteArray userOf(const SipAddress &address)
{
    return {address.uri.user.data(), static_cast<qsizetype>(address.uri.user.size())};
}

/// y= of an offer, GB/T 28181-2022 annex G: the answer repeats it.
QByteArray ssrcOf(const Message &message)
{
    static const QRegularExpression line(QStringLiteral("[\\r\\n]y=([0-9]{1,10})"));
    return message.method == SipMethod::Invite ? line.match(QString::fromLatin1(message.octets)).captured(1).toLatin1()
                                               : QByteArray();
}

SipHead headOf(const Message &message)
{
    return scanHead({message.octets.constData(), static_cast<std::size_t>(message.octets.size())});
}

Writing answering(const Kind &kind, const Record &record)
{
    const Message &first = *kind.course.constFirst();
    Writing writing;
    writing.names = {
        {userOf(headOf(first).to), "[$asked]"}, {record.platform(), "[service]"}, {ssrcOf(first), "[$ssrc]"}};
    writing.names.removeIf([](const Name &name) { return name.text.isEmpty(); });
    addAddresses(writing.names, record, true, "[local_ip]:[local_port]", "[local_ip]");
    addAddresses(writing.names, record, false, "[remote_ip]:[remote_port]", "[remote_ip]");
    writing.capturedSn = kind.method == "MESSAGE";
    return writing;
}

} // namespace

QByteArray deviceScenario(Record &record, const QString &removed)
{
    Course course;
    for (const Talk &talk : withResponses(talksOf(record))) {
        if (talk.first && talk.byDevice)
            course += talk.course;
        else
            record.leave(talk.first ? Left::Elsewhere : Left::OutOfTurn, sizeOf(talk.course));
    }
    sortCourse(course);
    Writing writing;
    writing.names = {{record.device(), "[field0]"}, {record.platform(), "[service]"}};
    writing.names.removeIf([](const Name &name) { return name.text.isEmpty(); });
    addAddresses(writing.names, record, true, "[local_ip]:[local_port]", "[local_ip]");
    addAddresses(writing.names, record, false, "[remote_ip]:[remote_port]", "[remote_ip]");
    writing.authorization = "[field1]";
    Scenario scenario;
    const int end = scenario.newLabel();
    Play play(record, scenario, true, writing);
    play.run(course, false, end);
    const QString device = named(record.device(), "DEVICE-ID");
    return whole(scenario, record, "GB/T 28181 device",
        {QStringLiteral("A GB/T 28181 device, made by gbscope from a record: what it does by itself."),
            QStringLiteral("sipp PLATFORM-ADDRESS:5060 -sf THIS-FILE -inf devices.txt -s %1 -i OWN-ADDRESS -t %2 -m 1")
                .arg(named(record.platform(), "PLATFORM-ID"), transport(record)),
            QStringLiteral("devices.txt: a line SEQUENTIAL, then a line a device:"),
            QStringLiteral("%1;[authentication username=%1 password=...]").arg(device),
            QStringLiteral(
                "What the platform asks is answered by the format sipp-device-answers: -oocsf ANSWERS-FILE")},
        removed, play.shortened());
}

QByteArray answersScenario(Record &record, const QString &removed)
{
    const QList<Talk> talks = withResponses(talksOf(record));
    for (const Talk &talk : talks) {
        if (!talk.first || talk.byDevice)
            record.leave(talk.first ? Left::Elsewhere : Left::OutOfTurn, sizeOf(talk.course));
    }
    const QList<Kind> kinds = kindsOf(talks, false, record);
    Scenario scenario;
    const QByteArray asked = kinds.isEmpty() ? QByteArray() : scenario.captureInside("asked", "sip:([^@>;]*)@", "To");
    const quint64 shortened = playKinds(
        record, scenario, kinds, true, asked, [&record](const Kind &kind) { return answering(kind, record); });
    return whole(scenario, record, "GB/T 28181 answers",
        {QStringLiteral("What a GB/T 28181 device answers, made by gbscope from a record."),
            QStringLiteral(
                "For the option -oocsf of sipp, beside a scenario of the format sipp-device; -s PLATFORM-ID")},
        removed, shortened);
}

} // namespace gb::sipp
