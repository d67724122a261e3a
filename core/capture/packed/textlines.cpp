#include "core/capture/packed/textlines.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace gb::packed {
namespace {

using namespace std::chrono_literals;

QRegularExpression expression(const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern));
}

TimePoint pointOf(const QDateTime &time)
{
    return TimePoint(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

/// Where a start line begins; -1: it is none. What tcpdump -A shows of the headers below stands ahead of it.
qsizetype startOfMessage(const QByteArray &line)
{
    static const QRegularExpression request = expression("([A-Z]{3,20}) (?:sips?|tel|urn):\\S* SIP/2\\.0$"),
                                    response = expression("(?:^|[^A-Za-z0-9/ ])(SIP/2\\.0 [1-6][0-9][0-9](?: .*)?)$");
    const QString text = QString::fromLatin1(line);
    if (const auto match = request.match(text); match.hasMatch())
        return match.capturedStart(1);
    const auto match = response.match(text);
    return match.hasMatch() ? match.capturedStart(1) : -1;
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

/// Of a header section; -1: not told.
qsizetype contentLength(const QByteArray &head)
{
    static const QRegularExpression length = QRegularExpression(
        QStringLiteral("^(?:content-length|l)\\s*:\\s*([0-9]{1,6})\\s*$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    const auto match = length.match(QString::fromLatin1(head).remove(u'\r'));
    return match.hasMatch() ? match.captured(1).toLongLong() : -1;
}

Endpoint endOf(const QString &address, const QString &port)
{
    return {QHostAddress(address), port.isEmpty() || port == u"sip" ? quint16{5060} : port.toUShort()};
}

} // namespace

TextLines::TextLines(const QString &path)
    : m_file(path)
    , m_day(pointOf(QFileInfo(path).lastModified().date().startOfDay()))
    , m_at(m_day)
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
            found.message.at = m_at;
            return true;
        }
        readEnvelope(*text);
        const qsizetype start = startOfMessage(*text);
        if (start >= 0 && takeMessage(text->mid(start), found))
            return true;
    }
    found = {.packet = std::exchange(m_hex, {})};
    found.message.at = m_at;
    return !found.packet.isEmpty();
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

/// Whatever of a line looks like a time, and like two ends.
void TextLines::readEnvelope(const QByteArray &line)
{
    static const QRegularExpression time
        = expression("(?:(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[T ]\\s*)?(\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d{1,9}))?"),
        ends = expression("((?:\\d{1,3}\\.){3}\\d{1,3})(?:[.:](\\d{1,5}|sip))? "
                          "?(?:-+>|=>|>) ?((?:\\d{1,3}\\.){3}\\d{1,3})(?:[.:](\\d{1,5}|sip))?"),
        one = expression("(?i)(from|to)\\s+(?:udp:|tcp:)?((?:\\d{1,3}\\.){3}\\d{1,3}):(\\d{1,5})");
    const QString text = QString::fromLatin1(line.left(512));
    if (const auto match = time.match(text); match.hasMatch()) {
        const QTime clock(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt());
        const QDate day(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        const auto part = std::chrono::microseconds(match.captured(7).leftJustified(6, u'0').left(6).toLongLong());
        if (clock.isValid() && day.isValid())
            m_at = pointOf(QDateTime(day, clock)) + part;
        else if (clock.isValid())
            m_at = m_day + std::chrono::milliseconds(clock.msecsSinceStartOfDay()) + part;
        m_from = m_to = {};
        m_isTcp = text.contains(QStringLiteral("TCP")) || text.contains(QStringLiteral("Flags ["));
    }
    if (const auto match = ends.match(text); match.hasMatch()) {
        m_from = endOf(match.captured(1), match.captured(2));
        m_to = endOf(match.captured(3), match.captured(4));
    } else if (const auto end = one.match(text); end.hasMatch() && startOfMessage(line) < 0) {
        (end.captured(1).toLower() == u"from" ? m_from : m_to) = endOf(end.captured(2), end.captured(3));
        (end.captured(1).toLower() == u"from" ? m_to : m_from) = {};
    }
}

bool TextLines::takeMessage(const QByteArray &start, Found &found)
{
    QByteArray head = start + "\r\n";
    QByteArrayList read;
    for (;;) {
        const auto text = line();
        if (text && text->isEmpty())
            break;
        if (text)
            read << *text;
        if (!text || !isHeader(*text) || read.size() > maxHeaderLines || head.size() > maxMessage) {
            m_notWhole += read.size() > 3 ? 1 : 0; // else it was no message, but told of one
            giveBack(read);
            return false;
        }
        head += *text + "\r\n";
    }
    if (read.isEmpty())
        return false;
    const qsizetype length = contentLength(head);
    const auto rest = length > 0 ? body(length) : QByteArray();
    if (!rest) {
        ++m_notWhole;
        return false;
    }
    found = {.message = {.at = m_at, .from = m_from, .to = m_to, .octets = head + "\r\n" + *rest}};
    fillEnds(found.message);
    return true;
}

/// Lines that are as long together, with one kind of line end or the other; the last one may have none.
std::optional<QByteArray> TextLines::body(qsizetype size)
{
    QByteArrayList lines;
    qsizetype octets = 0;
    while (size <= maxMessage && octets <= size) {
        const auto text = line();
        if (!text)
            break;
        lines << *text;
        if (lines.size() > 1 && startOfMessage(*text) >= 0) // the next message; a body may be a start line itself
            break;
        octets += text->size();
        const qsizetype count = lines.size();
        for (const char *const end : {"\r\n", "\n"}) {
            const qsizetype each = static_cast<qsizetype>(qstrlen(end));
            if (octets + each * count == size)
                return lines.join(end) + end;
            if (octets + each * (count - 1) == size)
                return lines.join(end);
        }
    }
    giveBack(lines);
    return std::nullopt;
}

/// What the text does not tell: the sender, or the target of a response, is whom the topmost Via names.
void TextLines::fillEnds(Datagram &message) const
{
    static const QRegularExpression via = QRegularExpression(
        QStringLiteral(
            "^(?:via|v)\\s*:\\s*SIP\\s*/\\s*2\\.0\\s*/\\s*\\w+\\s+((?:\\d{1,3}\\.){3}\\d{1,3})(?::(\\d{1,5}))?"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    static const QRegularExpression uri = expression(
        "^[A-Z]+ sips?:(?:[^@ ]*@)?((?:\\d{1,3}\\.){3}\\d{1,3})(?::(\\d{1,5}))?");
    const QString text = QString::fromLatin1(message.octets.left(8192));
    const bool isResponse = text.startsWith(u"SIP/");
    Endpoint &client = isResponse ? message.to : message.from, &server = isResponse ? message.from : message.to;
    if (const auto match = via.match(text); client.address.isNull() && match.hasMatch())
        client = endOf(match.captured(1), match.captured(2));
    if (const auto match = uri.match(text); server.address.isNull() && !isResponse && match.hasMatch())
        server = endOf(match.captured(1), match.captured(2));
    for (Endpoint *const end : {&message.from, &message.to}) {
        if (end->address.isNull())
            end->address = IpAddress(quint32{0});
    }
}

} // namespace gb::packed
