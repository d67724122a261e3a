#include "core/report/sipp/dialogs.h"

#include <algorithm>

namespace gb::sipp {
namespace {

constexpr qsizetype mostNames = 32, mostKinds = 40;

bool isAnsweredAlike(const Course &a, const Course &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Message *one, const Message *other) {
        return one->ofDevice == other->ofDevice && one->status == other->status && one->methodText == other->methodText;
    });
}

void addName(Names &names, const QByteArray &text, const QByteArray &keyword)
{
    const bool known = std::any_of(names.begin(), names.end(), [&](const Name &one) { return one.text == text; });
    if (!text.isEmpty() && !keyword.isEmpty() && !known && names.size() < mostNames)
        names.append({text, keyword});
}

} // namespace

QList<Talk> talksOf(const Record &record)
{
    QList<Talk> out;
    QHash<QByteArray, qsizetype> places;
    for (const Message &message : record.messages()) {
        const auto known = places.constFind(message.callId);
        const qsizetype place = known == places.constEnd() ? out.size() : *known;
        if (place == out.size()) {
            places.insert(message.callId, place);
            out.append(Talk{});
        }
        Talk &talk = out[place];
        if (!talk.first && message.request) {
            talk.first = &message;
            talk.byDevice = message.ofDevice;
        }
        talk.course.append(&message);
    }
    return out;
}

QList<Kind> kindsOf(const QList<Talk> &talks, bool byDevice, Record &record)
{
    QList<Kind> out;
    for (const Talk &talk : talks) {
        if (!talk.first || talk.byDevice != byDevice)
            continue;
        Course course = talk.course;
        while (course.constFirst() != talk.first) { // answers to what the record does not have
            record.leave(Left::OutOfTurn);
            course.removeFirst();
        }
        const QByteArray command = talk.first->method == SipMethod::Message ? talk.first->command : QByteArray();
        const auto same = std::find_if(out.begin(), out.end(),
            [&](const Kind &one) { return one.method == talk.first->methodText && one.command == command; });
        if (same == out.end() && out.size() >= mostKinds)
            record.leave(Left::NoRoom, static_cast<quint64>(course.size()));
        else if (same == out.end())
            out.append({talk.first->methodText, command, course});
        else
            record.leave(isAnsweredAlike(same->course, course) ? Left::AnsweredAlike : Left::AnsweredOtherwise,
                static_cast<quint64>(course.size()));
    }
    return out;
}

void sortCourse(Course &course)
{
    std::sort(course.begin(), course.end(), [](const Message *a, const Message *b) { return a->number < b->number; });
}

void addAddresses(Names &names, const Record &record, bool ofDevice, const QByteArray &port, const QByteArray &host)
{
    Names alone;
    const auto add = [&](const QByteArray &address, int itsPort) {
        addName(names, address + ':' + QByteArray::number(itsPort), port);
        addName(alone, address, host);
    };
    for (const Message &message : record.messages()) {
        const Endpoint &end = message.ofDevice == ofDevice ? message.from : message.to;
        add(end.address.toString().toLatin1(), end.port);
        if (!message.request || message.ofDevice != ofDevice)
            continue;
        const SipHead head = scanHead({message.octets.constData(), static_cast<std::size_t>(message.octets.size())});
        if (const SipUri &uri = head.contact.uri; !uri.host.empty()) // behind a NAT it is another one
            add(QByteArray(uri.host.data(), static_cast<qsizetype>(uri.host.size())), uri.port.value_or(5060));
    }
    for (const Name &one : std::as_const(alone))
        addName(names, one.text, one.keyword);
}

Entrance::Entrance(Scenario &scenario, const QList<Kind> &kinds)
    : m_scenario(scenario)
    , m_kinds(kinds)
{
    for (const Kind &kind : kinds) {
        m_labels.append(scenario.newLabel());
        if (!m_methods.contains(kind.method))
            m_methods.append(kind.method);
    }
    m_end = scenario.newLabel();
}

QList<qsizetype> Entrance::ofMethod(const QByteArray &method) const
{
    QList<qsizetype> out;
    for (qsizetype i = 0; i < m_kinds.size(); ++i) {
        if (m_kinds.at(i).method == method)
            out.append(i);
    }
    return out;
}

QByteArray Entrance::captures(const QByteArray &method)
{
    QByteArray out = m_scenario.capture("peer", ";tag=[^;]*", "From");
    if (method == "INVITE")
        out += m_scenario.captureInside("ssrc", "[^a-z]y=([0-9]+)");
    if (method != "MESSAGE")
        return out;
    out += m_scenario.captureInside("sn", "<SN>[ ]*([0-9]+)");
    for (const qsizetype i : ofMethod(method)) {
        if (const QByteArray &command = m_kinds.at(i).command; !command.isEmpty())
            out += m_scenario.capture(
                "is" + QByteArray::number(m_labels.at(i)), "<CmdType>[ ]*" + command + "[ ]*</CmdType>");
    }
    return out;
}

void Entrance::write(const QByteArray &more)
{
    QList<int> labels;
    for (const QByteArray &method : std::as_const(m_methods)) {
        labels.append(m_scenario.newLabel());
        const bool last = method == m_methods.constLast();
        m_scenario.receive("request=\"" + method + '"',
            (last ? QByteArray() : QByteArrayLiteral(" optional=\"true\"")) + " next=\""
                + QByteArray::number(labels.constLast()) + '"',
            captures(method) + more);
    }
    for (qsizetype at = 0; at < m_methods.size(); ++at) {
        m_scenario.label(labels.at(at));
        int other = 0;
        for (const qsizetype i : ofMethod(m_methods.at(at))) {
            if (m_kinds.at(i).command.isEmpty())
                other = m_labels.at(i);
            else
                m_scenario.jump(m_labels.at(i), "is" + QByteArray::number(m_labels.at(i)));
        }
        if (other != 0) {
            m_scenario.jump(other);
        } else {
            m_scenario.comment(QStringLiteral("of another kind than those of the record"));
            m_scenario.respond(200, "OK");
            m_scenario.jump(m_end);
        }
    }
}

quint64 playKinds(Record &record, Scenario &scenario, const QList<Kind> &kinds, bool device, const QByteArray &more,
    const std::function<Writing(const Kind &)> &writing)
{
    if (kinds.isEmpty())
        return 0;
    quint64 shortened = 0;
    Entrance entrance(scenario, kinds);
    entrance.write(more);
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        scenario.label(entrance.labelOf(i));
        Play play(record, scenario, device, writing(kinds.at(i)));
        play.run(kinds.at(i).course, true, entrance.end());
        scenario.jump(entrance.end());
        shortened += play.shortened();
    }
    scenario.label(entrance.end());
    scenario.rest();
    return shortened;
}

} // namespace gb::sipp
