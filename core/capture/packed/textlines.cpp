#include "core/capture/packed/textlines.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStringDecoder>
#include <QStringEncoder>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace gb::packed {
namespace {

using namespace std::chrono_literals;
using texts::endIn, texts::expression;

TimePoint pointOf(const QDateTime &time)
{
    return TimePoint(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

/// Where a start line begins; -1: it is none. What a program shows of the headers below may stand right ahead of it.
qsizetype startOfMessage(QString text, bool dots)
{
    // A letter of the packet's head may stand right ahead of a method that is known. No part looks further than a name
    // is long: a line of a thousand letters would be looked through a thousand times
    static const QRegularExpression start(
        QStringLiteral("(?:(?:%1) |(?![A-Z]{0,20}(?:%1) )[A-Z]{3,20} )(?:sips?|tel|urn):"
                       "\\S* SIP/2\\.0$|SIP/2\\.0 [1-6][0-9][0-9](?: .*)?$")
            .arg(QLatin1String("REGISTER|MESSAGE|INVITE|ACK|BYE|CANCEL|OPTIONS|INFO|"
                               "SUBSCRIBE|NOTIFY|PRACK|UPDATE|REFER|PUBLISH")));
    if (!text.contains(u"SIP/2.0"))
        return -1;
    if (dots && text.endsWith(u'.'))
        text.chop(1);
    return start.match(text).capturedStart(0);
}

bool isHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(colon).trimmed();
    return (line.startsWith(' ') || line.startsWith('\t'))
        || (colon > 0 && !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
                   || c == '_';
           }));
}

QRegularExpression header(const char *names)
{
    return QRegularExpression(QStringLiteral("^(?:%1)[ \\t]*:([^\\r\\n]*)").arg(QLatin1String(names)),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
}

QString valueOf(const QString &head, const QRegularExpression &name)
{
    return name.match(head).captured(1).trimmed();
}

/// Of a header section; -1: not told.
qsizetype contentLength(const QString &head)
{
    static const QRegularExpression name = header("content-length|l");
    bool good = false;
    const qsizetype length = valueOf(head, name).toLongLong(&good);
    return good && length >= 0 ? length : -1;
}

/// Without what stands ahead of each line; nothing: it does not stand there.
std::optional<QByteArray> behind(const QByteArray &ahead, const QByteArray &line)
{
    if (line.startsWith(ahead))
        return line.mid(ahead.size());
    QByteArray trimmed = ahead; // of an empty line blanks at its end are often left out
    while (trimmed.endsWith(' ') || trimmed.endsWith('\t'))
        trimmed.chop(1);
    return line == trimmed ? std::optional(QByteArray()) : std::nullopt;
}

/// As a device sent what a program shows in UTF-8.
QByteArray inGb(const QByteArray &text)
{
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uchar>(c) < 0x80; }))
        return text;
    QStringEncoder encoder("GB18030");
    if (!encoder.isValid())
        return text;
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString decoded = utf8.decode(text);
    if (utf8.hasError())
        return text; // it is no UTF-8, so it may be what was sent
    QByteArray out = encoder.encode(decoded);
    return out;
}

} // namespace

TextLines::TextLines(const QString &path)
    : m_file(path)
    , m_day(pointOf(QFileInfo(path).lastModified().date().startOfDay()))
{
}

bool TextLines::open()
{
    return m_file.open(QIODevice::ReadOnly);
}

std::optional<QByteArray> TextLines::line()
{
    QByteArray text;
    if (!m_back.empty()) {
        text = std::move(m_back.front());
        m_back.pop_front();
        return text;
    }
    text = m_file.readLine(maxLine);
    if (text.isEmpty())
        return std::nullopt;
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return text;
}

void TextLines::giveBack(const QByteArrayList &lines)
{
    m_back.insert(m_back.begin(), lines.begin(), lines.end());
}

bool TextLines::next(Found &found, int lines)
{
    int count = 0;
    for (std::optional<QByteArray> text = line(); text; text = line()) {
        if (lines > 0 && ++count > lines)
            return false;
        if (takeHex(*text))
            continue;
        if (!m_hex.isEmpty()) { // it ends ahead of this line
            giveBack({*text});
            found = {.packet = std::exchange(m_hex, {})};
            found.message.at = timeOfNext();
            return true;
        }
        if (unescape(*text))
            continue;
        readHeading(*text);
        const qsizetype start = startOfMessage(QString::fromLatin1(*text), m_heading.dots);
        if (start >= 0 && takeMessage(*text, start, found) && !isShownAgain(found.message))
            return true;
    }
    found = {.packet = std::exchange(m_hex, {})};
    found.message.at = found.packet.isEmpty() ? TimePoint() : timeOfNext();
    return !found.packet.isEmpty();
}

/// tcpdump -A -v shows a message, and then its packet.
bool TextLines::isShownAgain(const Datagram &message)
{
    const bool again = m_heading.isPacket && m_heading.at && m_heading.at == m_shownAt && message.octets == m_shown;
    m_shownAt = m_heading.at;
    m_shown = message.octets;
    return again;
}

/// A message in one line of a log: its line ends as syslog or a programming language writes them.
bool TextLines::unescape(const QByteArray &line)
{
    if (!line.contains("SIP/2.0") || (!line.contains("#015#012") && !line.contains("\\r\\n")))
        return false;
    QByteArray text = line;
    text.replace("#015#012", "\n")
        .replace("#012", "\n")
        .replace("\\r\\n", "\n")
        .replace("\\n", "\n")
        .replace("\\\"", "\"");
    giveBack(text.split('\n'));
    return true;
}

/// As tcpdump -X shows a packet: "0x0010:  c0a8 0140 ...". Another one begins at 0.
bool TextLines::takeHex(const QByteArray &text)
{
    constexpr qsizetype most = 65'600;
    const QByteArray trimmed = text.trimmed();
    if (!trimmed.startsWith("0x") || trimmed.size() < 9 || trimmed[6] != ':')
        return false;
    bool good = false;
    const qsizetype place = trimmed.mid(2, 4).toLongLong(&good, 16);
    QByteArray digits = trimmed.mid(7).trimmed();
    digits.truncate(digits.contains("  ") ? digits.indexOf("  ") : digits.size());
    const QByteArray octets = QByteArray::fromHex(digits);
    if (!good || place != m_hex.size() || octets.isEmpty() || octets.size() > 16 || m_hex.size() > most)
        return false;
    m_hex += octets;
    return true;
}

void TextLines::readHeading(const QByteArray &line)
{
    const QString text = QString::fromUtf8(line.left(512));
    readTime(text);
    for (const texts::Layout *layout : texts::all()) {
        if (layout->read(text, m_heading))
            return;
    }
}

/// Whatever of a line looks like one. What was told ahead of it belongs to something else.
void TextLines::readTime(const QString &text)
{
    static const QRegularExpression time = expression(
        "(?:(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[T \\t]\\s*|\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
        "+(\\d{1,2}) )?"
        "(?<![:\\dA-Fa-f])(\\d\\d):(\\d\\d):(\\d\\d)(?:[.,:](\\d{1,9}))?(Z|[+-]\\d\\d:?\\d\\d)?(?!:)");
    const auto match = time.match(text);
    const QTime clock(match.captured(6).toInt(), match.captured(7).toInt(), match.captured(8).toInt());
    if (!match.hasMatch() || !clock.isValid())
        return;
    constexpr const char *months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const QDate written = QDateTime::fromMSecsSinceEpoch(m_day.time_since_epoch() / 1ms).date();
    QDate day(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (!match.captured(4).isEmpty()) {
        const int month = static_cast<int>(QLatin1String(months).indexOf(match.captured(4))) / 3 + 1;
        day = QDate(written.year(), month, match.captured(5).toInt());
        if (day > written.addDays(1))
            day = day.addYears(-1);
    }
    const auto part = std::chrono::microseconds(match.captured(9).leftJustified(6, u'0').left(6).toLongLong());
    const QString zone = match.captured(10);
    QDateTime at(day.isValid() ? day : written, clock);
    if (!zone.isEmpty()) {
        const int minutes = zone == u"Z" ? 0 : zone.mid(1, 2).toInt() * 60 + zone.right(2).toInt();
        at.setTimeZone(QTimeZone((zone.startsWith(u'-') ? -minutes : minutes) * 60));
    }
    TimePoint point = pointOf(at) + part;
    if (!day.isValid() && m_heading.at && point + 12h < *m_heading.at) { // midnight
        m_day += 24h;
        point += 24h;
    }
    m_heading = {.at = point};
}

bool TextLines::takeMessage(const QByteArray &first, qsizetype start, Found &found)
{
    const bool dots = m_heading.dots && first.endsWith('.');
    QByteArray ahead = first.left(start), head = first.mid(start).chopped(dots ? 1 : 0) + "\r\n";
    QByteArrayList read;
    for (;;) {
        const auto text = line();
        if (text)
            read << *text;
        if (text && read.size() == 1 && !behind(ahead, *text))
            ahead.clear();
        std::optional<QByteArray> own = text ? behind(ahead, *text) : std::nullopt;
        if (own && dots && own->endsWith('.'))
            own->chop(1);
        if (own && own->isEmpty())
            break;
        if (!own || !isHeader(*own) || read.size() > maxHeaderLines || head.size() > maxMessage) {
            m_notWhole += read.size() > 3 ? 1 : 0; // else it was no message, but told of one
            giveBack(read);
            return false;
        }
        head += *own + "\r\n";
    }
    if (read.size() < 2)
        return false;
    const qsizetype length = contentLength(QString::fromLatin1(head));
    const auto rest = length > 0 ? body(ahead, dots, length) : QByteArray();
    if (!rest) {
        ++m_notWhole;
        return false;
    }
    found = {
        .message = {.at = timeOfNext(), .from = m_heading.from, .to = m_heading.to, .octets = head + "\r\n" + *rest}};
    fillEnds(found.message);
    return true;
}

TimePoint TextLines::timeOfNext()
{
    return m_heading.at ? *m_heading.at : TimePoint(std::chrono::milliseconds(++m_untimed));
}

/// As long as the length says, with one kind of line end or the other; the last line may have none.
static std::optional<QByteArray> fitting(const QByteArrayList &lines, qsizetype octets, qsizetype size)
{
    for (const char *const end : {"\r\n", "\n"}) {
        const qsizetype each = static_cast<qsizetype>(qstrlen(end));
        if (octets + each * lines.size() == size)
            return lines.join(end) + end;
        if (octets + each * (lines.size() - 1) == size)
            return lines.join(end);
    }
    return std::nullopt;
}

/// Lines that are as long together, as they stand or as they were where a program made UTF-8 of them: where both may
/// be, the XML tells which, and where it does not they are a device's.
std::optional<QByteArray> TextLines::body(const QByteArray &ahead, bool dots, qsizetype size)
{
    enum Way : std::size_t { AsItStands, InGb };
    QByteArrayList read;
    std::array<QByteArrayList, 2> ways;
    std::array<qsizetype, 2> octets{};
    Way first = InGb;
    while (size <= maxMessage && octets[InGb] + read.size() <= size + 1) {
        const auto text = line();
        if (!text)
            break;
        read << *text;
        std::optional<QByteArray> own = behind(ahead, *text);
        if (own && dots && own->endsWith('.'))
            own->chop(1);
        const bool isNext = read.size() > 1 && startOfMessage(QString::fromLatin1(*text), m_heading.dots) >= 0;
        if (!own || isNext) // a body may be a start line itself
            break;
        if (read.size() == 1 && own->toLower().contains("utf-8"))
            first = AsItStands;
        ways[AsItStands] << *own;
        ways[InGb] << inGb(*own);
        for (const Way way : {AsItStands, InGb})
            octets[way] += ways[way].constLast().size();
        for (const Way way : {first, first == InGb ? AsItStands : InGb}) {
            if (auto whole = fitting(ways[way], octets[way], size))
                return whole;
        }
    }
    giveBack(read);
    return std::nullopt;
}

/// What the text does not tell: those of its request; else the sender, or the target of a response, is whom the topmost
/// Via names.
void TextLines::fillEnds(Datagram &message)
{
    static const QRegularExpression via
        = expression("^SIP\\s*/\\s*2\\.0\\s*/"
                     "\\s*(\\w+)\\s+((?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?|\\[[0-9A-Fa-f:]+\\](?::\\d{1,5})?)"),
        uri = expression(
            "^[A-Z]+ sips?:(?:[^@ ]*@)?((?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?|\\[[0-9A-Fa-f:]+\\]:\\d{1,5})");
    static const QRegularExpression vias = header("via|v"), callId = header("call-id|i"), cseq = header("cseq");
    const QString text = QString::fromLatin1(message.octets.left(8192));
    const bool isResponse = text.startsWith(u"SIP/");
    const auto hop = via.match(valueOf(text, vias));
    const QByteArray transaction = QString(valueOf(text, callId) + u'\n' + valueOf(text, cseq)).left(256).toLatin1();
    Endpoint &client = isResponse ? message.to : message.from, &server = isResponse ? message.from : message.to;
    if (const auto known = m_transactions.constFind(transaction); isResponse && known != m_transactions.constEnd()) {
        client = client.address.isNull() ? known->first : client;
        server = server.address.isNull() ? known->second : server;
    }
    if (client.address.isNull() && hop.hasMatch())
        client = endIn(hop.captured(2));
    if (const auto match = uri.match(text); server.address.isNull() && !isResponse && match.hasMatch())
        server = endIn(match.captured(1));
    for (Endpoint *const end : {&message.from, &message.to}) {
        if (end->address.isNull())
            *end = {IpAddress(quint32{0}), 0};
    }
    if (m_transactions.size() >= maxTransactions)
        m_transactions.clear();
    if (!isResponse)
        m_transactions.insert(transaction, {message.from, message.to});
    if (m_heading.isTcp || hop.captured(1).compare(u"TCP", Qt::CaseInsensitive) == 0)
        message.transport = TransportKind::Tcp;
    m_places.fit(message);
}

} // namespace gb::packed
