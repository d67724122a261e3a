#include "core/gb28181/manscdp.h"

#include <QXmlStreamReader>

namespace gb {
namespace {

constexpr qsizetype maxOctets = 256 * 1024;
constexpr int maxDepth = 32;
constexpr qsizetype maxAttributes = 64;
constexpr int maxNodes = 20000;
constexpr qsizetype maxText = 255;

void fault(Manscdp &m, ManscdpFault f) { m.faults |= 1U << static_cast<unsigned>(f); }

/// The reader has no limit of its own on attributes and takes 25 ms for 5,000 of them, so they are counted before it sees the text.
bool tooManyAttributes(const QString &text)
{
    int equals = 0;
    bool inTag = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('<')) {
            inTag = true;
            equals = 0;
        } else if (c == QLatin1Char('>')) {
            inTag = false;
        } else if (inTag && c == QLatin1Char('=') && ++equals > maxAttributes) {
            return true;
        }
    }
    return false;
}

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
                if (m_depth == 2)
                    leave();
                --m_depth;
                break;
            case QXmlStreamReader::Characters:
                if (m_depth == 2 && m_text.size() <= maxText)
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
        if (m_depth == 1) {
            const auto name = m_xml.name();
            m_result.root = name == QLatin1String("Notify") ? ManscdpRoot::Notify
                : name == QLatin1String("Response")         ? ManscdpRoot::Response
                : name == QLatin1String("Query")            ? ManscdpRoot::Query
                : name == QLatin1String("Control")          ? ManscdpRoot::Control
                                                            : ManscdpRoot::None;
            m_rootClosed = true; // the reader names a second root "extra content", with the depth back at 0
            // Some firmwares write CmdType and SN as attributes of the root.
            const auto attributes = m_xml.attributes();
            take(u"CmdType", attributes.value(QLatin1String("CmdType")).toString());
            take(u"SN", attributes.value(QLatin1String("SN")).toString());
        } else if (m_xml.name() == QLatin1String("Item")) {
            ++m_result.items;
        }
    }

    void leave() { take(m_xml.name(), m_text.trimmed()); }

    void take(QStringView name, const QString &value)
    {
        if (value.isEmpty())
            return;
        bool number = false;
        if (name == QLatin1String("CmdType") && m_result.cmdType.isEmpty())
            m_result.cmdType = value.left(maxText);
        else if (name == QLatin1String("DeviceID") && m_result.deviceId.isEmpty())
            m_result.deviceId = value.left(maxText);
        else if (name == QLatin1String("Status") && m_result.status.isEmpty())
            m_result.status = value.left(maxText);
        else if (name == QLatin1String("SN")) {
            const qint64 sn = value.toLongLong(&number);
            if (number)
                m_result.sn = sn;
        } else if (name == QLatin1String("SumNum")) {
            const qint64 sum = value.toLongLong(&number);
            if (number)
                m_result.sumNum = sum;
        }
    }

    QXmlStreamReader m_xml;
    Manscdp &m_result;
    QString m_text;
    int m_depth = 0;
    bool m_rootClosed = false;
};

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
    result.source = decodeBody(body);
    QString text = result.source.text;
    const qsizetype first = text.indexOf(QLatin1Char('<'));
    if (first > 0 && QStringView(text).left(first).trimmed().isEmpty())
        text.remove(0, first); // a line end ahead of the declaration is common and harmless
    if (tooManyAttributes(text)) {
        fault(result, ManscdpFault::TooLarge);
        return result;
    }
    EnvelopeReader(text, result).run();
    if (result.broken())
        return result;
    if (result.root == ManscdpRoot::None)
        fault(result, ManscdpFault::Root);
    if (result.cmdType.isEmpty())
        fault(result, ManscdpFault::CmdTypeMissing);
    if (!result.sn)
        fault(result, ManscdpFault::SnMissing);
    if (result.deviceId.isEmpty())
        fault(result, ManscdpFault::DeviceIdMissing);
    return result;
}

} // namespace gb
