#include "core/client/free/freecheck.h"

#include "core/client/free/elementcheck.h"
#include "core/message/charset.h"
#include "core/message/deviceid.h"
#include "core/message/headers.h"
#include "core/message/manscdp.h"

namespace gb {
namespace {

using Code = FreeFault::Code;
using Effect = AskCommand::Effect;
constexpr qsizetype maxFaults = 12;

struct Wanted
{
    SipMethod method; ///< None: each request
    const char *header, *clause;
};
constexpr Wanted wanted[] = {
    {SipMethod::None, "Max-Forwards", "RFC 3261 8.1.1"},
    {SipMethod::Invite, "Contact", "RFC 3261 8.1.1.8"},
    {SipMethod::Invite, "Subject", "GB/T 28181 9.2"},
    {SipMethod::Subscribe, "Contact", "RFC 6665 3.1"},
    {SipMethod::Subscribe, "Event", "RFC 6665 3.1"},
    {SipMethod::Notify, "Event", "RFC 6665 3.2"},
    {SipMethod::Notify, "Subscription-State", "RFC 6665 3.2"},
};

/// Elements of orders by what the device does. The first that is named counts, so the worst stand first.
constexpr std::pair<const char16_t *, Effect> orders[] = {
    {u"formatsdcard", Effect::Erases},
    {u"deviceupgrade", Effect::Restarts},
    {u"teleboot", Effect::Restarts},
    {u"ptzcmd", Effect::Moves},
    {u"ptzprecisectrl", Effect::Moves},
    {u"dragzoomin", Effect::Moves},
    {u"dragzoomout", Effect::Moves},
    {u"targettrack", Effect::Moves},
    {u"control>", Effect::Sets},
};

class Check
{
public:
    void add(Code code, const QString &a = {}, const QString &b = {}, int line = 0)
    {
        if (faults.size() < maxFaults)
            faults.append({code, a, b, line});
    }
    void head(const SipHead &head, const QByteArray &octets, bool inDialog);
    void body(const QByteArray &octets, std::optional<Edition> edition);

    QList<FreeFault> faults;
};

void Check::head(const SipHead &head, const QByteArray &octets, bool inDialog)
{
    for (int i = 0; i < static_cast<int>(HeadFault::Count); ++i) {
        const auto fault = static_cast<HeadFault>(i);
        const bool shows = fault <= HeadFault::HeaderSyntax && fault != HeadFault::NotClosed;
        if (head.has(fault))
            add(Code::Head, QString::number(i), shows ? printable(head.faultText, 60) : QString());
    }
    if (head.kind == SipKind::Response || head.method == SipMethod::Ack)
        return add(Code::SentOnce);
    if (head.kind != SipKind::Request)
        return;
    for (const Wanted &one : wanted) {
        if ((one.method == SipMethod::None || one.method == head.method)
            && headerValues(view(octets), one.header, 1).isEmpty()
            && !(QByteArrayView(one.header) == "Contact" && head.contactCount > 0)
            && !(QByteArrayView(one.header) == "Subject" && !head.subject.empty())
            && !(QByteArrayView(one.header) == "Event" && !headerValues(view(octets), "o", 1).isEmpty()))
            add(Code::HeaderMissing, QString::fromLatin1(one.header), QString::fromLatin1(one.clause));
    }
    if (!head.via.host.empty() && head.via.branch.substr(0, 7) != "z9hG4bK")
        add(Code::NoCookie);
    if (!inDialog && !head.to.tag.empty())
        add(Code::OutsideTag);
}

void Check::body(const QByteArray &octets, std::optional<Edition> edition)
{
    const Manscdp read = parseManscdp(octets);
    const QString text = decodeBody(octets).text;
    for (int i = 0; i < static_cast<int>(ManscdpFault::Count); ++i) {
        const auto fault = static_cast<ManscdpFault>(i);
        if (!read.has(fault))
            continue;
        const bool atPlace = fault == ManscdpFault::Syntax && read.errorOffset >= 0;
        const int line = atPlace ? static_cast<int>(text.left(read.errorOffset).count(u'\n')) + 1 : 0;
        add(Code::Body, QString::number(i), printable(read.odd, 60), line);
    }
    for (const FreeFault &one : checkElements(octets, edition))
        add(one.code, one.a, one.b, one.line);
}

} // namespace

QList<FreeFault> checkFree(
    QByteArrayView text, FreeParts anew, bool inDialog, const freetext::Places &places, std::optional<Edition> edition)
{
    Check check;
    if (text.trimmed().isEmpty()) {
        check.add(Code::Empty);
        return check.faults;
    }
    if (text.size() > FreeQuestion::maxOctets) {
        check.add(Code::TooLong, QString::number(text.size()));
        return check.faults;
    }
    const freetext::Fresh fresh{.branch = "z9hG4bK0", .tag = "0", .callId = "0"};
    const QByteArray octets = freetext::make(text, anew, places, fresh);
    const SipHead head = scanHead(view(octets));
    check.head(head, octets, inDialog);
    const QByteArray body = bytes(head.body);
    if (body.trimmed().startsWith('<')) {
        const qsizetype before = check.faults.size();
        check.body(body, edition);
        // Lines are those of the whole text
        const auto above = static_cast<int>(
            octets.left(octets.size() - static_cast<qsizetype>(head.bodyOctets)).count('\n'));
        for (qsizetype i = before; i < check.faults.size(); ++i) {
            if (check.faults[i].line > 0)
                check.faults[i].line += above;
        }
    }
    return check.faults;
}

AskCommand::Effect effectOf(QByteArrayView text)
{
    const QByteArray octets = text.toByteArray();
    const qsizetype lf = octets.indexOf("\n\n"), crlf = octets.indexOf("\r\n\r\n");
    const qsizetype end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf;
    const QString body = decodeBody(end < 0 ? octets : octets.mid(end)).text.toLower();
    for (const auto &[name, effect] : orders) {
        if (body.contains(QStringView(name)))
            return effect;
    }
    return Effect::Reads;
}

} // namespace gb
