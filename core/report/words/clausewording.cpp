#include "core/report/words/clausewording.h"

#include "core/report/words/elementwording.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace gb::wording {
namespace {

using Kind = ValueName::Kind;

struct Header
{
    const char *name;
    const char *clause;
    const char *meaning;
};

/// In the order of the letters.
constexpr Header headers[] = {
    {"accept", "RFC 3261, 20.1", QT_TRANSLATE_NOOP("headers", "kinds of body that the sender understands")},
    {"allow", "RFC 3261, 20.5", QT_TRANSLATE_NOOP("headers", "methods that the sender understands")},
    {"allow-events", "RFC 6665, 8.2.2", QT_TRANSLATE_NOOP("headers", "events that can be subscribed to")},
    {"authentication-info", "RFC 3261, 20.6", QT_TRANSLATE_NOOP("headers", "answer of the server to the digest")},
    {"authorization", "RFC 3261, 20.7", QT_TRANSLATE_NOOP("headers", "proof of the password, by the digest")},
    {"call-id", "RFC 3261, 20.8",
        QT_TRANSLATE_NOOP("headers", "names the dialog, or all registrations of a device since its start")},
    {"contact", "RFC 3261, 20.10", QT_TRANSLATE_NOOP("headers", "address where the sender can be reached from now on")},
    {"content-encoding", "RFC 3261, 20.12", QT_TRANSLATE_NOOP("headers", "how the body is packed")},
    {"content-length", "RFC 3261, 20.14", QT_TRANSLATE_NOOP("headers", "bytes of the body")},
    {"content-type", "RFC 3261, 20.15", QT_TRANSLATE_NOOP("headers", "kind of the body")},
    {"cseq", "RFC 3261, 20.16", QT_TRANSLATE_NOOP("headers", "counts the requests; an answer has that of its request")},
    {"date", "RFC 3261, 20.17; GB/T 28181-2022, 9.10",
        QT_TRANSLATE_NOOP("headers", "clock of the server, by which devices set theirs")},
    {"event", "RFC 6665, 8.2.1", QT_TRANSLATE_NOOP("headers", "what is subscribed to")},
    {"expires", "RFC 3261, 20.19",
        QT_TRANSLATE_NOOP("headers", "seconds that a registration or subscription is good for; 0 ends it")},
    {"from", "RFC 3261, 20.20", QT_TRANSLATE_NOOP("headers", "who asks")},
    {"max-forwards", "RFC 3261, 20.22", QT_TRANSLATE_NOOP("headers", "how many more hops are allowed")},
    {"min-expires", "RFC 3261, 20.23", QT_TRANSLATE_NOOP("headers", "shortest lifetime that the server takes")},
    {"note", "GB/T 28181-2022, 8", QT_TRANSLATE_NOOP("headers", "digest over the message itself")},
    {"proxy-authenticate", "RFC 3261, 20.27", QT_TRANSLATE_NOOP("headers", "asks for a proof of the password")},
    {"proxy-authorization", "RFC 3261, 20.28", QT_TRANSLATE_NOOP("headers", "proof of the password, by the digest")},
    {"rack", "RFC 3262, 7.2", QT_TRANSLATE_NOOP("headers", "which provisional answer was received")},
    {"record-route", "RFC 3261, 20.30", QT_TRANSLATE_NOOP("headers", "proxies that want to stay on the way")},
    {"require", "RFC 3261, 20.32", QT_TRANSLATE_NOOP("headers", "extensions that the other side must understand")},
    {"retry-after", "RFC 3261, 20.33", QT_TRANSLATE_NOOP("headers", "seconds until it may be tried again")},
    {"route", "RFC 3261, 20.34", QT_TRANSLATE_NOOP("headers", "proxies that the request has to pass")},
    {"rseq", "RFC 3262, 7.1", QT_TRANSLATE_NOOP("headers", "number of a provisional answer")},
    {"server", "RFC 3261, 20.35", QT_TRANSLATE_NOOP("headers", "software that answers")},
    {"session-expires", "RFC 4028, 4", QT_TRANSLATE_NOOP("headers", "seconds until the call has to be refreshed")},
    {"subject", "RFC 3261, 20.36; GB/T 28181-2022, L",
        QT_TRANSLATE_NOOP("headers", "who sends the stream and who takes it: ID:number,ID:number")},
    {"subscription-state", "RFC 6665, 8.2.3", QT_TRANSLATE_NOOP("headers", "whether the subscription lives, how long")},
    {"supported", "RFC 3261, 20.37", QT_TRANSLATE_NOOP("headers", "extensions that the sender understands")},
    {"to", "RFC 3261, 20.39", QT_TRANSLATE_NOOP("headers", "whom the request is for; of a REGISTER, who registers")},
    {"unsupported", "RFC 3261, 20.40", QT_TRANSLATE_NOOP("headers", "extensions that were not understood")},
    {"user-agent", "RFC 3261, 20.41", QT_TRANSLATE_NOOP("headers", "software that asks")},
    {"via", "RFC 3261, 20.42", QT_TRANSLATE_NOOP("headers", "the way that the answers go back")},
    {"warning", "RFC 3261, 20.43", QT_TRANSLATE_NOOP("headers", "why, in more words than the status has")},
    {"www-authenticate", "RFC 3261, 20.44", QT_TRANSLATE_NOOP("headers", "asks for a proof of the password")},
    {"x-gb-ver", "GB/T 28181-2022, I", QT_TRANSLATE_NOOP("headers", "edition of GB/T 28181: 3.0 is that of 2022")},
    {"x-preferredpath", "GB/T 28181-2022, H", QT_TRANSLATE_NOOP("headers", "platforms that the stream should pass")},
    {"x-routepath", "GB/T 28181-2022, H", QT_TRANSLATE_NOOP("headers", "platforms that the stream passes")},
};

/// Parameters; those of the digest mean the same in each of its headers.
constexpr Header parameters[] = {
    {"algorithm", "RFC 2617, 3.2.1", QT_TRANSLATE_NOOP("headers", "by which hash the digest is made")},
    {"boundary", "RFC 2046, 5.1.1", QT_TRANSLATE_NOOP("headers", "line between the parts of the body")},
    {"branch", "RFC 3261, 8.1.1.7", QT_TRANSLATE_NOOP("headers", "names the transaction")},
    {"cnonce", "RFC 2617, 3.2.2", QT_TRANSLATE_NOOP("headers", "random text of the device, part of the digest")},
    {"expires", "RFC 3261, 20.10", QT_TRANSLATE_NOOP("headers", "seconds that this address is good for")},
    {"host", "RFC 3261, 19.1.1", QT_TRANSLATE_NOOP("headers", "domain, or address and port")},
    {"lr", "RFC 3261, 19.1.1", QT_TRANSLATE_NOOP("headers", "the proxy routes as RFC 3261 has it")},
    {"nc", "RFC 2617, 3.2.2", QT_TRANSLATE_NOOP("headers", "how often this nonce was used, in hex")},
    {"nonce", "RFC 2617, 3.2.1", QT_TRANSLATE_NOOP("headers", "random text of the server, part of the digest")},
    {"opaque", "RFC 2617, 3.2.1", QT_TRANSLATE_NOOP("headers", "to be given back as it came")},
    {"q", "RFC 3261, 20.10", QT_TRANSLATE_NOOP("headers", "preference among several addresses")},
    {"qop", "RFC 2617, 3.2.1", QT_TRANSLATE_NOOP("headers", "what the digest protects")},
    {"realm", "RFC 2617, 3.2.1", QT_TRANSLATE_NOOP("headers", "for which domain the password is asked")},
    {"received", "RFC 3261, 18.2.1", QT_TRANSLATE_NOOP("headers", "address that the request really came from")},
    {"response", "RFC 2617, 3.2.2", QT_TRANSLATE_NOOP("headers", "the digest: proof of the password")},
    {"rport", "RFC 3581, 3", QT_TRANSLATE_NOOP("headers", "port that the request really came from")},
    {"stale", "RFC 2617, 3.2.1",
        QT_TRANSLATE_NOOP("headers", "true: only the nonce is too old, the password is right")},
    {"tag", "RFC 3261, 19.3", QT_TRANSLATE_NOOP("headers", "names this side of the dialog")},
    {"transport", "RFC 3261, 19.1.1", QT_TRANSLATE_NOOP("headers", "UDP or TCP")},
    {"uri", "RFC 2617, 3.2.2", QT_TRANSLATE_NOOP("headers", "what was asked for, part of the digest")},
    {"user", "RFC 3261, 19.1.1", QT_TRANSLATE_NOOP("headers", "ID of the device, channel or platform")},
    {"username", "RFC 2617, 3.2.2", QT_TRANSLATE_NOOP("headers", "user name, part of the digest")},
};

constexpr bool inOrder(const Header &one, const Header &other)
{
    return std::string_view(one.name) < std::string_view(other.name);
}
static_assert(std::is_sorted(std::begin(headers), std::end(headers), inOrder)
    && std::is_sorted(std::begin(parameters), std::end(parameters), inOrder));

struct Clause
{
    const char *name;
    const char *clause;
};

constexpr Clause methods[] = {{"ACK", "RFC 3261, 13.2.2.4"}, {"BYE", "RFC 3261, 15"}, {"CANCEL", "RFC 3261, 9"},
    {"INFO", "RFC 6086; GB/T 28181-2022, B"}, {"INVITE", "RFC 3261, 13; GB/T 28181-2022, 9.2"},
    {"MESSAGE", "RFC 3428; GB/T 28181-2022, A"}, {"NOTIFY", "RFC 6665, 3.2; GB/T 28181-2022, 9.11"},
    {"OPTIONS", "RFC 3261, 11"}, {"PRACK", "RFC 3262"}, {"REFER", "RFC 3515"},
    {"REGISTER", "RFC 3261, 10; GB/T 28181-2022, 9.1"}, {"SUBSCRIBE", "RFC 6665, 3.1; GB/T 28181-2022, 9.11"},
    {"UPDATE", "RFC 3311"}};

/// GB/T 28181-2022, annex A, by what a body is about.
struct Command
{
    ManscdpRoot root;
    const char *name;
    const char *clause;
};
constexpr Command commands[] = {{ManscdpRoot::Control, "DeviceControl", "A.2.3.1"},
    {ManscdpRoot::Control, "DeviceConfig", "A.2.3.2"}, {ManscdpRoot::Query, "Alarm", "A.2.4.6"},
    {ManscdpRoot::Query, "ConfigDownload", "A.2.4.7"}, {ManscdpRoot::Query, "PresetQuery", "A.2.4.8"},
    {ManscdpRoot::Query, "MobilePosition", "A.2.4.9"}, {ManscdpRoot::Query, "HomePositionQuery", "A.2.4.10"},
    {ManscdpRoot::Query, "CruiseTrackListQuery", "A.2.4.11"}, {ManscdpRoot::Query, "CruiseTrackQuery", "A.2.4.12"},
    {ManscdpRoot::Query, "PTZPosition", "A.2.4.13"}, {ManscdpRoot::Query, "SDCardStatus", "A.2.4.14"},
    {ManscdpRoot::Notify, "Keepalive", "A.2.5.2"}, {ManscdpRoot::Notify, "Alarm", "A.2.5.3"},
    {ManscdpRoot::Notify, "MediaStatus", "A.2.5.4"}, {ManscdpRoot::Notify, "Broadcast", "A.2.5.5"},
    {ManscdpRoot::Notify, "MobilePosition", "A.2.5.6"}, {ManscdpRoot::Notify, "UploadSnapShotFinished", "A.2.5.7"},
    {ManscdpRoot::Notify, "VideoUploadNotify", "A.2.5.8"}, {ManscdpRoot::Notify, "DeviceUpgradeResult", "A.2.5.9"},
    {ManscdpRoot::Response, "ConfigDownload", "A.2.6.9"}};

const Header *find(const Header *begin, const Header *end, const QString &name)
{
    const QString wanted = name.toLower();
    const Header *const found = std::lower_bound(
        begin, end, wanted, [](const Header &one, const QString &text) { return QLatin1String(one.name) < text; });
    return found == end || wanted != QLatin1String(found->name) ? nullptr : found;
}

const Header *headerOf(const ValueName &name)
{
    return name.part.isEmpty() ? find(std::begin(headers), std::end(headers), longHeaderName(name.name))
                               : find(std::begin(parameters), std::end(parameters), name.part);
}

QString say(const Header *one)
{
    return one ? QCoreApplication::translate("headers", one->meaning) : QString();
}

/// RFC 3261 numbers the answers in their order: 21.4.2 is 401.
QString statusClause(int status)
{
    static constexpr int places[] = {100, 180, 181, 182, 183, 0, 200, 0, 300, 301, 302, 305, 380, 0, 400, 401, 402, 403,
        404, 405, 406, 407, 408, 410, 413, 414, 415, 416, 420, 421, 423, 480, 481, 482, 483, 484, 485, 486, 487, 488,
        491, 493, 0, 500, 501, 502, 503, 504, 505, 513, 0, 600, 603, 604, 606};
    if (status == 202 || status == 489)
        return status == 202 ? QStringLiteral("RFC 6665, 8.3.1") : QStringLiteral("RFC 6665, 8.3.2");
    int place = 0;
    for (const int one : places) {
        place = one == 0 ? 0 : place + 1;
        if (one == status && status > 0)
            return QStringLiteral("RFC 3261, 21.%1.%2").arg(status / 100).arg(place);
    }
    return {};
}

QString startLineClause(const QString &word)
{
    const auto method = std::find_if(
        std::begin(methods), std::end(methods), [&word](const Clause &one) { return word == QLatin1String(one.name); });
    if (method != std::end(methods))
        return QLatin1String(method->clause);
    if (word.startsWith(QLatin1String("sip:"), Qt::CaseInsensitive))
        return QStringLiteral("RFC 3261, 8.1.1.1");
    bool number = false;
    const int status = word.size() == 3 ? word.toInt(&number) : 0;
    return number ? statusClause(status) : QString();
}

QString annexA(ManscdpRoot root, const QString &command)
{
    const auto found = std::find_if(std::begin(commands), std::end(commands),
        [&](const Command &one) { return one.root == root && command == QLatin1String(one.name); });
    if (found != std::end(commands))
        return QLatin1String(found->clause);
    switch (root) {
    case ManscdpRoot::Control: return QStringLiteral("A.2.3");
    case ManscdpRoot::Query: return QStringLiteral("A.2.4");
    case ManscdpRoot::Notify: return QStringLiteral("A.2.5");
    case ManscdpRoot::Response: return QStringLiteral("A.2.6");
    case ManscdpRoot::None: break;
    }
    return QStringLiteral("A");
}

} // namespace

QString header(const ValueName &name)
{
    return say(headerOf(name));
}

QString clause(const ValueName &name, ManscdpRoot root, const QString &command)
{
    switch (name.kind) {
    case Kind::StartLine: return startLineClause(name.name);
    case Kind::Header:
        if (const Header *const one = headerOf(name))
            return QLatin1String(one->clause);
        break;
    case Kind::Element:
        if (!element(name.part.isEmpty() ? name.name : name.part).isEmpty() || root != ManscdpRoot::None)
            return QStringLiteral("GB/T 28181-2022, ") + annexA(root, command);
        break;
    case Kind::SdpLine:
        if (name.name == u"y" || name.name == u"f")
            return QStringLiteral("GB/T 28181-2022, G");
        return sdpLine(name.name).isEmpty() ? QString() : QStringLiteral("RFC 4566, 5; GB/T 28181-2022, G");
    case Kind::None: break;
    }
    return {};
}

QString elementIn(const ValueName &name, ManscdpRoot root, const QString &command)
{
    // In the order of ManscdpRoot
    constexpr QStringView roots[] = {u"", u"Control ", u"Query ", u"Notify ", u"Response "};
    return element(name.part.isEmpty() ? name.name : name.part,
        {roots[static_cast<std::size_t>(root)].toString() + command, command});
}

QStringList aboutValue(const ValueName &name, ManscdpRoot root, const QString &command)
{
    const QString where = clause(name, root, command);
    QString meaning;
    switch (name.kind) {
    case Kind::Header: meaning = header(name); break;
    case Kind::Element: meaning = elementIn(name, root, command); break;
    case Kind::SdpLine: meaning = sdpLine(name.name); break;
    case Kind::StartLine:
    case Kind::None: break;
    }
    if (where.isEmpty() && meaning.isEmpty())
        return {};
    QStringList lines{name.text(), meaning, where};
    lines.removeAll(QString());
    return lines;
}

} // namespace gb::wording
