#include "core/report/sipp/about.h"
#include "core/report/sipp/dialogs.h"
#include "core/report/sipp/sides.h"

#include <algorithm>
#include <iterator>

namespace gb::sipp {
namespace {

/// What the platform did by itself, in the order of the record.
Course ownCourse(const QList<Talk> &talks)
{
    Course out;
    for (const Talk &talk : talks) {
        if (talk.first && !talk.byDevice)
            out += talk.course;
    }
    sortCourse(out);
    return out;
}

bool registers(const QList<Talk> &talks)
{
    return std::any_of(talks.begin(), talks.end(),
        [](const Talk &talk) { return talk.first && talk.byDevice && talk.first->method == SipMethod::Register; });
}

/// Nobody registers: it is a client of the device.
QByteArray asClient(Record &record, const QList<Talk> &talks, const QString &removed)
{
    for (const Talk &talk : talks) {
        if (!talk.first || talk.byDevice)
            record.leave(talk.first ? Left::Elsewhere : Left::OutOfTurn, static_cast<quint64>(talk.course.size()));
    }
    Writing writing;
    if (!record.device().isEmpty())
        writing.names.append({record.device(), "[service]"});
    addAddresses(writing.names, record, false, "[local_ip]:[local_port]", "[local_ip]");
    addAddresses(writing.names, record, true, "[remote_ip]:[remote_port]", "[remote_ip]");
    Scenario scenario;
    const int end = scenario.newLabel();
    Play play(record, scenario, false, writing);
    play.run(ownCourse(talks), false, end);
    return whole(scenario, record, "GB/T 28181 platform",
        {QStringLiteral("A GB/T 28181 platform, made by gbscope from a record: what it asks of a device."),
            QStringLiteral("sipp DEVICE-ADDRESS:5060 -sf THIS-FILE -s %1 -i OWN-ADDRESS -t %2 -m 1")
                .arg(named(record.device(), "DEVICE-ID"), transport(record)),
            QStringLiteral("Nobody registers in the record; what a device sends by itself is not awaited here.")},
        removed, play.shortened());
}

Writing writingOf(const Kind &kind, const Record &record)
{
    Writing writing;
    if (kind.method == "REGISTER" && !record.device().isEmpty())
        writing.names.append({record.device(), "[$device]"});
    addAddresses(writing.names, record, false, "[local_ip]:[local_port]", "[local_ip]");
    if (kind.method == "REGISTER")
        addAddresses(writing.names, record, true, "[$host]", {});
    return writing;
}

} // namespace

QByteArray platformScenario(Record &record, const QString &removed)
{
    const QList<Talk> talks = talksOf(record);
    if (!registers(talks)
        && std::any_of(talks.begin(), talks.end(), [](const Talk &talk) { return talk.first && !talk.byDevice; }))
        return asClient(record, talks, removed);
    QList<Kind> kinds = kindsOf(talks, true, record);
    const auto registration = std::find_if(
        kinds.begin(), kinds.end(), [](const Kind &kind) { return kind.method == "REGISTER"; });
    if (registration != kinds.end()) {
        const quint64 begin = registration->course.constFirst()->number;
        for (const Message *const message : ownCourse(talks)) {
            if (message->number < begin)
                record.leave(Left::OutOfTurn);
            else
                registration->course.append(message);
        }
        sortCourse(registration->course);
    }
    for (const Talk &talk : talks) {
        if (!talk.first)
            record.leave(Left::OutOfTurn, static_cast<quint64>(talk.course.size()));
    }
    Scenario scenario;
    const QByteArray who = kinds.isEmpty() ? QByteArray()
                                           : scenario.captureInside("device", "sip:([^@>;]*)@", "From")
            + scenario.captureInside("host", "@([^>;]*)", "Contact");
    const quint64 shortened = playKinds(
        record, scenario, kinds, false, who, [&record](const Kind &kind) { return writingOf(kind, record); });
    return whole(scenario, record, "GB/T 28181 platform",
        {QStringLiteral(
             "A GB/T 28181 platform, made by gbscope from a record: it waits for devices, and asks each that "
             "registers what was asked."),
            QStringLiteral("sipp -sf THIS-FILE -key password PASSWORD -i OWN-ADDRESS -p 5060 -t %1")
                .arg(transport(record))},
        removed, shortened);
}

} // namespace gb::sipp
