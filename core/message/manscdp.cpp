#include "core/message/manscdp.h"

#include "core/message/gbtime.h"
#include "core/message/manscdpnames_p.h"
#include "core/message/plaintext.h"
#include "core/message/siptext.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace gb {

using namespace manscdpnames;

namespace {

constexpr qsizetype maxOctets = 256 * 1024;
constexpr int maxDepth = 32;
constexpr qsizetype maxAttributes = 64, maxAttributesInAll = 2'048;
constexpr int maxNodes = 20000;
constexpr qsizetype maxText = 255;

void fault(Manscdp &m, ManscdpFault f)
{
    m.faults |= 1U << static_cast<unsigned>(f);
}

void odd(Manscdp &m, ManscdpFault f, const QString &what)
{
    if (m.odd.isEmpty())
        m.odd = what.left(60);
    fault(m, f);
}

/// The reader has no limit of its own on attributes, compares each of an element with the others and takes 25 ms for
/// 5,000 of them, so they are counted before it sees the text.
bool tooManyAttributes(const QString &text)
{
    int equals = 0, all = 0;
    bool inTag = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('<')) {
            inTag = true;
            equals = 0;
        } else if (c == QLatin1Char('>')) {
            inTag = false;
        } else if (inTag && c == QLatin1Char('=') && (++equals > maxAttributes || ++all > maxAttributesInAll)) {
            return true;
        }
    }
    return false;
}

/// Times and numbers that are none, wherever they stand.
void check(Manscdp &result, QStringView name, const QString &value)
{
    if (value.isEmpty())
        return;
    if (isTime(name)) {
        const QByteArray text = value.left(64).toUtf8();
        if (!parseGbTime({text.constData(), static_cast<std::size_t>(text.size())}))
            odd(result, ManscdpFault::Time, name + u' ' + value);
    } else if (const double most = rangeOf(name); most > 0) {
        bool number = false;
        const double told = value.toDouble(&number);
        if (!number || !std::isfinite(told) || std::abs(told) > most)
            odd(result, ManscdpFault::Number, name + u' ' + value);
    }
}

void take(Manscdp &result, QAnyStringView name, const QString &value)
{
    if (value.isEmpty())
        return;
    bool number = false;
    if (name == QLatin1String("CmdType") && result.cmdType.isEmpty())
        result.cmdType = value.left(maxText);
    else if (name == QLatin1String("DeviceID") && result.deviceId.isEmpty())
        result.deviceId = value.left(maxText);
    else if (name == QLatin1String("Status") && result.status.isEmpty())
        result.status = value.left(maxText);
    else if (name == QLatin1String("DeviceTime") && result.deviceTime.isEmpty())
        result.deviceTime = value.left(40);
    else if (name == QLatin1String("SN")) {
        const qint64 sn = value.toLongLong(&number);
        if (number)
            result.sn = sn;
    } else if (name == QLatin1String("SumNum")) {
        const qint64 sum = value.toLongLong(&number);
        if (number && sum >= 0)
            result.sumNum = sum;
        else
            odd(result, ManscdpFault::Number, QStringLiteral("SumNum ") + value);
    } else if (name == QLatin1String("AlarmMethod")) {
        result.detail = value.left(40);
    } else if (name == QLatin1String("ConfigType") && result.detail.isEmpty()) {
        result.detail = value.left(maxText);
    } else if (name == QLatin1String("Result") && result.result.isEmpty()) {
        result.result = value.left(40);
    }
}

/**
 * Reads the plainest of bodies, which nearly every Keepalive is: small, ASCII, one level of elements, nothing of XML
 * but tags without attributes and perhaps a declaration. A fifth of the work of QXmlStreamReader. Of anything else it
 * says no, and the other one judges.
 */
class PlainReader
{
public:
    explicit PlainReader(const QByteArray &body)
        : m_octets(body.constData(), static_cast<std::size_t>(body.size()))
    {
    }

    bool read(Manscdp &result)
    {
        if (m_octets.size() > 1024 || !isPlain(m_octets))
            return false;
        Manscdp found;
        if (skip(R"(<?xml version="1.0")")) {
            if (skip(R"( encoding=")")) {
                const std::string_view name = cut('"');
                if (!isUsualEncoding(name))
                    return false;
                found.source.declared = pooled(latin1(name));
            }
            if (!skip("?>") || !blank(cut('<', true)))
                return false;
        }
        const std::string_view root = tag();
        if (root.empty())
            return false;
        found.root = root == "Notify" ? ManscdpRoot::Notify : rootOf(latin1(root));
        if (found.root == ManscdpRoot::None)
            return false;
        for (;;) {
            if (cut('<', true).find('>') != std::string_view::npos)
                return false;
            if (closes(root))
                break;
            const std::string_view name = tag();
            const std::string_view value = trimmed(cut('<', true));
            if (name.empty() || value.size() > maxText
                || siptext::findEither(value, '>', '\r') != std::string_view::npos || !closes(name))
                return false;
            if (!isUsual(name))
                return false;
            if (!value.empty())
                takePlain(found, name, value);
        }
        if (!blank(m_octets))
            return false;
        result = std::move(found);
        return true;
    }

private:
    static QLatin1String latin1(std::string_view text)
    {
        return QLatin1String(text.data(), static_cast<qsizetype>(text.size()));
    }
    static bool blank(std::string_view text) { return trimmed(text).empty(); }
    static bool isUsualEncoding(std::string_view name)
    {
        return name == "GB2312" || name == "UTF-8" || name == "GB18030" || name == "gb2312" || name == "utf-8"
            || name == "GBK";
    }
    /// Of elements that are looked at no closer.
    static bool isUsual(std::string_view name)
    {
        return name == "CmdType" || name == "SN" || name == "DeviceID" || name == "Status" || name == "Info"
            || name == "Result" || name == "SumNum";
    }

    static bool isName(std::string_view text)
    {
        enum : quint8 { No, Inside, First };
        static constexpr auto allowed = [] {
            std::array<quint8, 256> table{};
            for (char c = 'a'; c <= 'z'; ++c)
                table[static_cast<unsigned char>(c)] = table[static_cast<unsigned char>(c - 'a' + 'A')] = First;
            for (const char c : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '_', '.'})
                table[static_cast<unsigned char>(c)] = Inside;
            return table;
        }();
        return !text.empty() && allowed[static_cast<unsigned char>(text.front())] == First
            && std::all_of(
                text.begin(), text.end(), [](char c) { return allowed[static_cast<unsigned char>(c)] != No; });
    }

    /// As take(), whose comparisons of texts were half of the work.
    static void takePlain(Manscdp &result, std::string_view name, std::string_view value)
    {
        QString *const text = name == "CmdType" ? &result.cmdType
            : name == "DeviceID"                ? &result.deviceId
            : name == "Status"                  ? &result.status
            : name == "Result"                  ? &result.result
                                                : nullptr;
        if (text && text->isEmpty())
            *text = pooled(latin1(value));
        else if (const auto sn = name == "SN" ? siptext::toNumber<qint64>(value) : std::nullopt)
            result.sn = sn; // digits, as nearly all are; what else is a number take() knows
        else if (name == "SN" || name == "SumNum")
            take(result, latin1(name), pooled(latin1(value)));
    }

    bool skip(std::string_view text)
    {
        const bool there = m_octets.starts_with(text);
        m_octets.remove_prefix(there ? text.size() : 0);
        return there;
    }

    /// What stands ahead of `end`, which is taken too unless it is to be kept; all of the rest where there is none.
    std::string_view cut(char end, bool keep = false)
    {
        const std::size_t at = std::min(m_octets.find(end), m_octets.size());
        const std::string_view out = m_octets.substr(0, at);
        m_octets.remove_prefix(std::min(at + (keep ? 0 : 1), m_octets.size()));
        return out;
    }

    /// The name of the opening tag that stands here; empty where there is none.
    std::string_view tag()
    {
        if (!skip("<"))
            return {};
        const std::string_view name = cut('>');
        return isName(name) ? name : std::string_view{};
    }

    /// Takes the closing tag of that name, or nothing.
    bool closes(std::string_view name)
    {
        const std::string_view start = m_octets;
        if (skip("</") && skip(name) && skip(">"))
            return true;
        m_octets = start;
        return false;
    }

    std::string_view m_octets;
};

class EnvelopeReader
{
public:
    EnvelopeReader(const QString &text, Manscdp &result)
        : m_xml(text)
        , m_result(result)
    {
    }

    void run()
    {
        for (int nodes = 0; !m_xml.atEnd(); ++nodes) {
            if (nodes > maxNodes)
                return fault(m_result, ManscdpFault::TooLarge);
            switch (m_xml.readNext()) {
            case QXmlStreamReader::DTD: return fault(m_result, ManscdpFault::Doctype);
            case QXmlStreamReader::StartElement:
                if (++m_depth > maxDepth)
                    return fault(m_result, ManscdpFault::TooLarge);
                start();
                break;
            case QXmlStreamReader::EndElement:
                leave();
                --m_depth;
                break;
            case QXmlStreamReader::Characters:
                if (m_text.size() <= maxText)
                    m_text += m_xml.text().left(maxText + 1);
                break;
            default: break;
            }
        }
        if (m_xml.hasError()) {
            m_result.errorOffset = m_xml.characterOffset();
            fault(m_result, m_rootClosed && m_depth == 0 ? ManscdpFault::TrailingContent : ManscdpFault::Syntax);
        }
    }

private:
    void start()
    {
        m_text.clear();
        if (!m_xml.namespaceUri().isEmpty() && !m_result.has(ManscdpFault::Namespace))
            odd(m_result, ManscdpFault::Namespace, m_xml.qualifiedName().toString());
        if (m_depth == 1 ? isOtherCaseOfRoot(m_xml.name()) : m_depth == 2 && isOtherCase(m_xml.name()))
            odd(m_result, ManscdpFault::OtherCase, m_xml.name().toString());
        if (m_depth == 1) {
            m_result.root = rootOf(m_xml.name());
            m_rootClosed = true; // the reader names a second root "extra content", with the depth back at 0
            // Some firmwares write CmdType and SN as attributes of the root.
            const auto attributes = m_xml.attributes();
            take(m_result, u"CmdType", attributes.value(QLatin1String("CmdType")).toString());
            take(m_result, u"SN", attributes.value(QLatin1String("SN")).toString());
        } else if (m_xml.name() == QLatin1String("Item")) {
            ++m_result.items;
            m_item.clear();
            m_event.clear();
        }
    }

    void leave()
    {
        check(m_result, m_xml.name(), m_text.trimmed());
        if (m_depth == 2)
            takeChild(m_xml.name(), m_text.trimmed());
        else if (m_xml.name() == QLatin1String("DeviceID"))
            m_result.subIds.append(m_item = m_text.trimmed().left(maxText));
        else if (m_xml.name() == QLatin1String("Event"))
            m_event = m_text.trimmed().left(maxText);
        else if (m_xml.name() == QLatin1String("Item") && !m_item.isEmpty() && (m_event == u"ON" || m_event == u"OFF"))
            m_result.events.append({m_item, m_event == u"ON"});
        m_text.clear();
    }

    void takeChild(QStringView name, const QString &value)
    {
        const bool envelope = name == u"CmdType" || name == u"SN" || name == u"DeviceID";
        if (m_result.root == ManscdpRoot::Control && !envelope && m_result.detail.isEmpty())
            m_result.detail = name.left(40) + u' ' + value.left(40);
        else
            take(m_result, name, value);
    }

    QXmlStreamReader m_xml;
    Manscdp &m_result;
    QString m_text;
    QString m_item, m_event; ///< of the item
    int m_depth = 0;
    bool m_rootClosed = false;
};

void readXml(const QByteArray &body, Manscdp &result)
{
    DecodedText decoded = decodeBody(body);
    result.source = decoded;
    if (decoded.unknown)
        return odd(result, ManscdpFault::Encoding, decoded.declared);
    if (decoded.invalid)
        odd(result, ManscdpFault::Octets, decoded.declared);
    QString text = std::move(decoded.text);
    const qsizetype first = text.indexOf(QLatin1Char('<'));
    if (first > 0 && QStringView(text).left(first).trimmed().isEmpty())
        text.remove(0, first); // a line end ahead of the declaration is common and harmless
    if (tooManyAttributes(text))
        return fault(result, ManscdpFault::TooLarge);
    EnvelopeReader(text, result).run();
}

/// What follows from its fields together.
void judgeEnvelope(Manscdp &result)
{
    const bool says = result.cmdType == QLatin1String("Keepalive");
    result.keepalive = result.root == ManscdpRoot::Notify && says;
    if (result.broken())
        return;
    if (says && !result.keepalive && result.root != ManscdpRoot::None)
        fault(result, ManscdpFault::KeepaliveRoot);
    if (!says && result.cmdType.compare(QLatin1String("Keepalive"), Qt::CaseInsensitive) == 0)
        odd(result, ManscdpFault::OtherCase, result.cmdType);
    if (result.has(ManscdpFault::OtherCase))
        return; // else what stands in other letters would be called missing
    if (result.root == ManscdpRoot::None)
        fault(result, ManscdpFault::Root);
    if (result.cmdType.isEmpty())
        fault(result, ManscdpFault::CmdTypeMissing);
    if (!result.sn)
        fault(result, ManscdpFault::SnMissing);
    if (result.deviceId.isEmpty())
        fault(result, ManscdpFault::DeviceIdMissing);
}

} // namespace

Manscdp parseManscdp(const QByteArray &body)
{
    Manscdp result;
    if (body.isEmpty()) {
        fault(result, ManscdpFault::Empty);
        return result;
    }
    if (body.size() > maxOctets) {
        fault(result, ManscdpFault::TooLarge);
        return result;
    }
    if (!PlainReader(body).read(result))
        readXml(body, result);
    judgeEnvelope(result);
    return result;
}

} // namespace gb
