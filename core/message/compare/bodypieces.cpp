#include "core/base/octets.h"
#include "core/message/charset.h"
#include "core/message/compare/piece.h"
#include "core/message/deviceid.h"
#include "core/message/sdp.h"
#include "core/message/siphead.h"
#include "core/message/siptext.h"

#include <QXmlStreamReader>

namespace gb::compare {
namespace {

using Kind = ComparedRow::Kind;

Piece named(const QByteArray &key, const QString &name, const QByteArray &raw)
{
    return {.key = key, .name = printable(name), .raw = raw, .hint = {}};
}

Piece textPiece(const QByteArray &key, const QString &name, const QString &value)
{
    Piece piece = named(key, name, value.toUtf8());
    piece.shown = printable(value, CompareLimits::shown);
    return piece;
}

// SDP

std::vector<Piece> words(std::string_view value, std::initializer_list<const char *> names)
{
    std::vector<Piece> pieces;
    for (auto name = names.begin(); name != names.end(); ++name) {
        const std::size_t end = name + 1 == names.end() ? value.npos : value.find(' ');
        pieces.push_back(named(*name, QString::fromLatin1(*name), bytes(trimmed(value.substr(0, end)))));
        value = end == value.npos ? std::string_view() : value.substr(end + 1);
    }
    return pieces;
}

/// Its attribute has a name of its own: "a=rtpmap:96 PS/90000".
Piece attributePiece(std::string_view value)
{
    static constexpr std::string_view directions[] = {"sendrecv", "sendonly", "recvonly", "inactive"};
    if (std::find(std::begin(directions), std::end(directions), value) != std::end(directions))
        return named("a direction", QStringLiteral("a="), bytes(value));
    const std::size_t colon = std::min(value.find(':'), value.size());
    std::string_view name = value.substr(0, colon), rest = value.substr(std::min(value.size(), colon + 1));
    if (name == "rtpmap" || name == "fmtp" || name == "rtcp-fb") { // one for each format
        const std::size_t blank = std::min(rest.find(' '), rest.size());
        name = value.substr(0, colon + 1 + blank);
        rest = trimmed(rest.substr(blank));
    }
    return named("a " + bytes(name), QStringLiteral("a=") + QString::fromUtf8(bytes(name)), bytes(rest));
}

Piece sdpLinePiece(const SdpLine &line)
{
    if (line.type == '\0')
        return named("?", QStringLiteral("?"), bytes(line.text));
    if (line.type == 'a')
        return attributePiece(line.value);
    Piece piece = named(QByteArray(1, line.type), QString(QLatin1Char(line.type)) + u'=', bytes(line.value));
    if (line.type == 'o')
        piece.pieces = words(line.value, {"username", "sess-id", "sess-version", "nettype", "addrtype", "address"});
    if (line.type == 'm') {
        const std::string_view media = line.value.substr(0, line.value.find(' '));
        piece.key = "m " + bytes(media);
        piece.name = QStringLiteral("m=") + printable(media);
        const std::size_t behind = std::min(media.size() + 1, line.value.size());
        piece.pieces = words(line.value.substr(behind), {"port", "protocol", "formats"});
    }
    return piece;
}

std::vector<Piece> sdpPieces(std::string_view body, Budget &budget)
{
    std::vector<Piece> pieces;
    SdpLines lines(body);
    SdpLine line;
    std::size_t medium = 0; // place behind that of the m= line to which the next ones belong
    std::string_view before = lines.rest();
    for (int count = 0; lines.next(line); ++count, before = lines.rest()) {
        if (count == SdpLimits::lines || !budget.take()) {
            budget.end();
            pieces.push_back(restPiece(Kind::Cut, bytes(before)));
            break;
        }
        Piece piece = sdpLinePiece(line);
        const bool ofAll = line.type == 'm' || line.type == 'y' || line.type == 'f' || medium == 0;
        if (ofAll) { // y= and f= stand last, but speak of the session
            pieces.push_back(std::move(piece));
        } else {
            pieces[medium - 1].raw += '\n' + bytes(line.text);
            pieces[medium - 1].pieces.push_back(std::move(piece));
        }
        if (line.type == 'm') {
            medium = pieces.size();
            pieces.back().shown = printable(line.value, CompareLimits::shown);
        }
    }
    return pieces;
}

// XML

class XmlPieces
{
public:
    XmlPieces(const QString &text, Budget &budget)
        : m_text(text)
        , m_budget(budget)
        , m_xml(text)
    {
        m_xml.setNamespaceProcessing(false);
    }

    std::vector<Piece> read()
    {
        std::vector<Piece> pieces;
        while (!m_isOver && !m_xml.atEnd()) {
            m_begin = m_xml.characterOffset();
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::StartDocument && !m_xml.documentEncoding().isEmpty())
                pieces.push_back(
                    textPiece("declared", QStringLiteral("XML encoding"), m_xml.documentEncoding().toString()));
            else if (token == QXmlStreamReader::StartElement)
                pieces.push_back(element(1));
            else if (token == QXmlStreamReader::DTD)
                cut(); // entities of its own: nothing that a device needs
        }
        if (m_xml.hasError())
            m_rest = std::min(m_begin, m_rest);
        if (m_rest < m_text.size())
            pieces.push_back(restPiece(m_xml.hasError() ? Kind::Broken : Kind::Cut, m_text.mid(m_rest).toUtf8()));
        return pieces;
    }

private:
    void cut()
    {
        m_isOver = true;
        m_rest = std::min(m_begin, m_rest);
        m_budget.end();
    }

    Piece element(int depth)
    {
        const QString name = m_xml.qualifiedName().toString();
        Piece piece = textPiece(name.toUtf8(), name, {});
        if (depth > CompareLimits::depth || !m_budget.take()) {
            cut();
            return piece;
        }
        for (const QXmlStreamAttribute &one : m_xml.attributes()) {
            if (!m_budget.take())
                break;
            const QString attribute = u'@' + one.qualifiedName().toString();
            piece.pieces.push_back(textPiece(attribute.toUtf8(), attribute, one.value().toString()));
        }
        QString text;
        while (!m_isOver && !m_xml.atEnd()) {
            m_begin = m_xml.characterOffset();
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::EndElement || m_xml.hasError())
                break;
            if (token == QXmlStreamReader::StartElement)
                piece.pieces.push_back(element(depth + 1));
            else if (token == QXmlStreamReader::Characters)
                text += m_xml.text();
        }
        finish(piece, text, depth);
        return piece;
    }

    /// What it is among others of its name.
    static void finish(Piece &piece, const QString &text, int depth)
    {
        const bool isLeaf = piece.pieces.empty();
        const QString own = isLeaf ? text : text.trimmed(); // blanks between elements are none of it
        piece.raw = own.toUtf8();
        piece.shown = printable(own, CompareLimits::shown);
        if (!isLeaf && !own.isEmpty())
            piece.pieces.push_back(textPiece("#text", QStringLiteral("#text"), own));
        QByteArray id, sn;
        for (const Piece &one : piece.pieces) {
            piece.raw += '\n' + one.key + '=' + one.raw;
            if (one.key == "DeviceID" && id.isEmpty())
                id = one.raw.trimmed();
            if (one.key == "SN" && sn.isEmpty())
                sn = one.raw.trimmed();
            if (one.key == "StartTime" || one.key == "FilePath")
                piece.hint += one.raw + '\n';
            if (one.key == "Name" && own.isEmpty())
                piece.shown = one.shown;
        }
        if (depth == 1) {
            for (Piece &one : piece.pieces)
                one.isNoise = one.key == "SN";
            return;
        }
        const QByteArray by = id.isEmpty() ? sn : id;
        piece.isItem = piece.key == "Item" || !by.isEmpty();
        if (!by.isEmpty()) {
            piece.key += '\n' + by;
            piece.name += u' ' + printable(view(by));
        }
    }

    const QString &m_text;
    Budget &m_budget;
    QXmlStreamReader m_xml;
    qint64 m_begin = 0, m_rest = m_text.size(); ///< characters: of what is read, of what is not taken apart
    bool m_isOver = false;
};

// Text

/// MANSRTSP has "Name: value" (GB/T 28181-2022 annex B); any other line stands for itself.
std::vector<Piece> linePieces(std::string_view text, bool hasNames, Budget &budget)
{
    std::vector<Piece> pieces;
    int number = 0;
    while (!text.empty()) {
        if (!budget.take()) {
            pieces.push_back(restPiece(Kind::Cut, bytes(text)));
            break;
        }
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        const std::size_t colon = line.find(':');
        const bool hasName = hasNames && colon != line.npos && siptext::isToken(trimmed(line.substr(0, colon)));
        Piece piece = hasName ? named(lowered(trimmed(line.substr(0, colon))),
                          printable(trimmed(line.substr(0, colon))), bytes(trimmed(line.substr(colon + 1))))
                              : named("\n", QString::number(++number), bytes(line));
        piece.isLine = !hasName;
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

const char *nameOf(Charset charset)
{
    switch (charset) {
    case Charset::Utf8: break;
    case Charset::Gb18030: return "GB 18030";
    case Charset::Utf16: return "UTF-16";
    }
    return "UTF-8";
}

} // namespace

std::vector<Piece> bodyPieces(std::string_view contentType, std::string_view body, Budget &budget)
{
    if (body.empty())
        return {};
    const QByteArray type = lowered(trimmed(contentType.substr(0, contentType.find(';'))));
    const auto of = [&](const char *name, std::vector<Piece> pieces) {
        Piece piece = named("body " + QByteArray(name), QString::fromLatin1(name), bytes(body));
        piece.kind = Kind::Body;
        piece.shown = QStringLiteral("%1").arg(body.size());
        piece.pieces = std::move(pieces);
        std::vector<Piece> all;
        all.push_back(std::move(piece));
        return all;
    };
    if (type == "application/sdp")
        return of("SDP", sdpPieces(body, budget));
    const DecodedText decoded = decodeBody(bytes(body));
    if (type.contains("xml") || decoded.text.trimmed().startsWith(u'<')) {
        std::vector<Piece> pieces = XmlPieces(decoded.text, budget).read();
        pieces.insert(pieces.begin(), named("charset", QStringLiteral("charset"), nameOf(decoded.used)));
        return of("XML", std::move(pieces));
    }
    const bool isUtf16 = decoded.used == Charset::Utf16;
    const QByteArray text = isUtf16 ? decoded.text.toUtf8() : bytes(body);
    return of(type.contains("rtsp") ? "MANSRTSP" : "text", linePieces(view(text), type.contains("rtsp"), budget));
}

} // namespace gb::compare
