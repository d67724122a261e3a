#include "core/message/valuename.h"

#include "core/message/charset.h"
#include "core/message/deviceid.h"

#include <QList>
#include <QStringList>

#include <algorithm>

namespace gb {
namespace {

using Kind = ValueName::Kind;

constexpr qsizetype longest = 200;
constexpr qsizetype longestLine = 16'384;

struct Segment
{
    QString part;
    qsizetype from = 0, length = 0;
};

bool isOneOf(const QString &name, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(),
        [&name](const char *one) { return name.compare(QLatin1String(one), Qt::CaseInsensitive) == 0; });
}

/// Headers whose value is one, whatever signs are in it.
bool isWhole(const QString &name)
{
    return isOneOf(name, {"Call-ID", "CSeq", "User-Agent", "Server", "Date", "Organization", "Warning", "Note"});
}

Segment trimmedSegment(const QString &line, qsizetype from, qsizetype to, const QString &part = {})
{
    while (from < to && line[from].isSpace())
        ++from;
    while (to > from && line[to - 1].isSpace())
        --to;
    return {part, from, to - from};
}

/// "sip:3402…@192.168.1.64:5060" has two values.
void addAddress(QList<Segment> &segments, const QString &line, Segment one)
{
    const QStringView text = QStringView(line).sliced(one.from, one.length);
    const qsizetype colon = text.indexOf(u':'), at = text.indexOf(u'@');
    if (at >= 0) {
        segments.append({QStringLiteral("user"), one.from + colon + 1, at - colon - 1});
        segments.append({QStringLiteral("host"), one.from + at + 1, one.length - at - 1});
    } else {
        segments.append({QStringLiteral("host"), one.from + colon + 1, one.length - colon - 1});
    }
}

bool isAddress(QStringView text)
{
    return text.startsWith(u"sip:", Qt::CaseInsensitive) || text.startsWith(u"sips:", Qt::CaseInsensitive);
}

/// A word, "name=value" with or without quotes, or an address.
void addPiece(QList<Segment> &segments, const QString &line, qsizetype from, qsizetype to, bool via)
{
    const Segment all = trimmedSegment(line, from, to);
    if (all.length == 0)
        return;
    const QStringView text = QStringView(line).sliced(all.from, all.length);
    if (isAddress(text))
        return addAddress(segments, line, all);
    const qsizetype equals = text.indexOf(u'='), quote = text.indexOf(u'"');
    if (equals > 0 && (quote < 0 || quote > equals)) {
        const QString name = text.first(equals).trimmed().toString().section(u' ', -1);
        Segment value = trimmedSegment(line, all.from + equals + 1, all.from + all.length, name);
        if (value.length >= 2 && line[value.from] == u'"' && line[value.from + value.length - 1] == u'"')
            value = {name, value.from + 1, value.length - 2};
        return segments.append(value);
    }
    const qsizetype blank = via ? text.lastIndexOf(u' ') : -1; // "SIP/2.0/UDP 192.168.1.64:5060"
    if (blank > 0)
        segments.append({QStringLiteral("host"), all.from + blank + 1, all.length - blank - 1});
    segments.append({{}, all.from, blank > 0 ? blank : all.length});
}

/// The values of a header, from where its own one begins.
QList<Segment> segmentsOf(const QString &header, const QString &line, qsizetype from)
{
    QList<Segment> segments;
    if (isWhole(header))
        return {trimmedSegment(line, from, line.size())};
    const bool via = isOneOf(header, {"Via"});
    bool quoted = false;
    qsizetype begin = from;
    for (qsizetype i = from; i <= line.size(); ++i) {
        const QChar c = i < line.size() ? line[i] : QChar(u';');
        if (c == u'"')
            quoted = !quoted;
        const bool ends = c == u';' || c == u',' || c == u'<' || c == u'>' || c == u'?';
        if (!ends || (quoted && i < line.size()))
            continue;
        addPiece(segments, line, begin, i, via);
        begin = i + 1;
    }
    return segments;
}

const Segment *segmentAt(const QList<Segment> &segments, qsizetype character)
{
    for (const Segment &one : segments) {
        if (character >= one.from && character <= one.from + one.length)
            return &one;
    }
    return nullptr;
}

PlacedValue placed(const ValueName &name, const QString &line, const Segment &segment)
{
    return {name, line.mid(segment.from, segment.length), segment.from, segment.length};
}

Segment wordAt(const QString &line, qsizetype character, qsizetype from = 0)
{
    qsizetype begin = std::clamp<qsizetype>(character, from, line.size()), end = begin;
    while (begin > from && !line[begin - 1].isSpace())
        --begin;
    while (end < line.size() && !line[end].isSpace())
        ++end;
    return {{}, begin, end - begin};
}

/// Of "Call-ID: 1" behind the name.
qsizetype valueBegin(const QString &line)
{
    const qsizetype colon = line.indexOf(u':');
    const bool named = colon > 0 && !line.front().isSpace() && !line.left(colon).trimmed().contains(u' ');
    return named ? colon + 1 : -1;
}

PlacedValue ofHeader(const QString &line, qsizetype character)
{
    const qsizetype from = valueBegin(line);
    if (from < 0)
        return placed({}, line, wordAt(line, character)); // goes on from the line ahead
    const QString header = line.left(from - 1).trimmed(), known = longHeaderName(header);
    const QList<Segment> segments = segmentsOf(known, line, from);
    const Segment *const one = character < from ? nullptr : segmentAt(segments, character);
    if (one && one->length > 0)
        return placed({Kind::Header, header, one->part}, line, *one);
    return placed({Kind::Header, header, {}}, line, trimmedSegment(line, from, line.size()));
}

bool endsName(const QString &text, qsizetype at)
{
    return at >= text.size() || text[at].isSpace() || text[at] == u'>' || text[at] == u'/';
}

/// The tag that opens at this sign: its name, and behind it its end.
QString tagName(const QString &line, qsizetype open)
{
    qsizetype end = open + 1;
    while (!endsName(line, end))
        ++end;
    return line.mid(open + 1, end - open - 1);
}

PlacedValue inTag(const QString &line, qsizetype open, qsizetype close, qsizetype character)
{
    const QString name = tagName(line, open);
    for (qsizetype quote = line.indexOf(u'"', open); quote >= 0 && quote < close;) {
        const qsizetype end = line.indexOf(u'"', quote + 1);
        if (end < 0 || end > close)
            break;
        if (character >= quote && character <= end) {
            const QString part = line.mid(open, quote - open).chopped(1).trimmed().section(u' ', -1);
            return placed({Kind::Element, name, part}, line, {{}, quote + 1, end - quote - 1});
        }
        quote = line.indexOf(u'"', end + 1);
    }
    const qsizetype next = line.indexOf(u'<', close);
    const Segment text = trimmedSegment(line, close + 1, next < 0 ? line.size() : next);
    return placed({Kind::Element, name, {}}, line, text);
}

PlacedValue ofBody(const QString &line, qsizetype character)
{
    if (line.size() > 1 && line[1] == u'=' && line[0].isLower()) {
        const ValueName name{Kind::SdpLine, line.left(1), {}};
        const bool ofWords = QStringLiteral("comatbk").contains(line[0]) && character > 1;
        const Segment word = ofWords ? wordAt(line, character, 2) : Segment{};
        return placed(
            ofWords ? ValueName{} : name, line, word.length > 0 ? word : trimmedSegment(line, 2, line.size()));
    }
    const qsizetype at = std::min(character, line.size() - 1);
    qsizetype open = at < 0 ? -1 : line.lastIndexOf(u'<', at);
    if (open >= 0 && line.mid(open + 1, 1) == u"/") // its element is the one that it ends
        open = open == 0 ? -1 : line.lastIndexOf(u'<', open - 1);
    const qsizetype close = open < 0 ? -1 : line.indexOf(u'>', open);
    if (close < 0 || line.mid(open + 1, 1) == u"?" || line.mid(open + 1, 1) == u"/")
        return placed({}, line, wordAt(line, character));
    return inTag(line, open, close, character);
}

QString shown(const QString &text)
{
    return printable(text.simplified(), longest);
}

std::optional<QString> headerValue(const QString &head, const ValueName &name)
{
    const QString wanted = longHeaderName(name.name);
    for (const QString &one : head.split(u'\n')) {
        const QString line = one.left(longestLine);
        const qsizetype from = valueBegin(line);
        if (from < 0 || longHeaderName(line.left(from - 1).trimmed()).compare(wanted, Qt::CaseInsensitive) != 0)
            continue;
        if (name.part.isEmpty())
            return shown(line.mid(from));
        for (const Segment &segment : segmentsOf(wanted, line, from)) {
            if (segment.part.compare(name.part, Qt::CaseInsensitive) == 0)
                return shown(line.mid(segment.from, segment.length));
        }
    }
    return {};
}

std::optional<QString> elementValue(const QString &body, const ValueName &name)
{
    constexpr int most = 64; // of a name, each looked through for the attribute
    const QString open = u'<' + name.name;
    int looked = 0;
    for (qsizetype at = body.indexOf(open); at >= 0 && looked < most; at = body.indexOf(open, at + 1)) {
        if (!endsName(body, at + open.size()))
            continue;
        ++looked;
        const qsizetype close = body.indexOf(u'>', at);
        if (close < 0)
            return {};
        if (name.part.isEmpty()) {
            const qsizetype next = body.indexOf(u'<', close);
            return shown(body.mid(close + 1, (next < 0 ? body.size() : next) - close - 1));
        }
        const qsizetype attribute = body.indexOf(u' ' + name.part + u"=\"", at);
        if (attribute >= 0 && attribute < close)
            return shown(body.mid(attribute + name.part.size() + 3).section(u'"', 0, 0));
    }
    return {};
}

std::optional<QString> sdpValue(const QString &body, const ValueName &name)
{
    for (const QString &line : body.split(u'\n')) {
        if (line.startsWith(name.name + u'='))
            return shown(line.mid(2));
    }
    return {};
}

} // namespace

QString ValueName::text() const
{
    if (kind == Kind::SdpLine)
        return name + u'=';
    return part.isEmpty() ? name : name + u' ' + part;
}

QString longHeaderName(const QString &name)
{
    static constexpr std::pair<char16_t, const char *> compact[] = {{u'v', "Via"}, {u'f', "From"}, {u't', "To"},
        {u'm', "Contact"}, {u'i', "Call-ID"}, {u'l', "Content-Length"}, {u'c', "Content-Type"}, {u'k', "Supported"},
        {u's', "Subject"}, {u'e', "Content-Encoding"}, {u'o', "Event"}, {u'u', "Allow-Events"}};
    if (name.size() != 1)
        return name;
    for (const auto &[letter, full] : compact) {
        if (name[0].toLower() == letter)
            return QLatin1String(full);
    }
    return name;
}

PlacedValue valueAt(const QString &line, qsizetype character, LineKind kind)
{
    if (line.size() > longestLine)
        return {};
    switch (kind) {
    case LineKind::Start: {
        PlacedValue word = placed({Kind::StartLine, {}, {}}, line, wordAt(line, character));
        word.name.name = word.text;
        return word;
    }
    case LineKind::Header: return ofHeader(line, character);
    case LineKind::Body: return ofBody(line, character);
    }
    return {};
}

std::optional<QString> valueOf(const QByteArray &message, const ValueName &name)
{
    qsizetype end = message.indexOf("\r\n\r\n");
    end = end < 0 ? message.size() : end;
    switch (name.kind) {
    case Kind::Header: return headerValue(decodeBody(message.left(end)).text, name);
    case Kind::Element: return elementValue(decodeBody(message.mid(end)).text, name);
    case Kind::SdpLine: return sdpValue(decodeBody(message.mid(end)).text, name);
    case Kind::None:
    case Kind::StartLine: break;
    }
    return {};
}

} // namespace gb
