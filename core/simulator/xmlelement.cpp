#include "core/simulator/xmlelement.h"

#include "core/message/manscdp.h"

#include <QStringEncoder>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace gb {
namespace {

class TreeReader
{
public:
    explicit TreeReader(const QString &text)
        : m_xml(text)
    {
    }

    std::optional<XmlElement> read()
    {
        XmlElement root;
        while (!m_xml.atEnd()) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD)
                return std::nullopt;
            if (token == QXmlStreamReader::StartElement && !element(root, 1))
                return std::nullopt;
        }
        return m_xml.hasError() || root.name.isEmpty() ? std::nullopt : std::optional(std::move(root));
    }

private:
    /// False: over a limit, or broken.
    bool element(XmlElement &out, int depth)
    {
        if (++m_nodes > XmlLimits::nodes || depth > XmlLimits::depth)
            return false;
        out.name = m_xml.name().toString();
        for (const QXmlStreamAttribute &one : m_xml.attributes())
            out.attributes.append({one.name().toString(), one.value().toString()});
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                out.children.emplace_back();
                if (!element(out.children.back(), depth + 1))
                    return false;
                break;
            case QXmlStreamReader::Characters: out.text += m_xml.text(); break;
            case QXmlStreamReader::EndElement: out.text = out.text.trimmed(); return true;
            default: break;
            }
        }
        return false;
    }

    QXmlStreamReader m_xml;
    int m_nodes = 0;
};

void write(QString &out, const XmlElement &element)
{
    out += u'<' + element.name;
    for (const auto &[name, value] : element.attributes)
        out += u' ' + name + u"=\"" + value.toHtmlEscaped() + u'"';
    if (element.children.isEmpty() && element.text.isEmpty()) {
        out += u"/>\r\n";
        return;
    }
    out += u'>' + element.text.toHtmlEscaped();
    if (!element.children.isEmpty())
        out += u"\r\n";
    for (const XmlElement &child : element.children)
        write(out, child);
    out += u"</" + element.name + u">\r\n";
}

QByteArray encoded(const QString &text, Charset charset)
{
    if (charset == Charset::Gb18030) {
        QStringEncoder encoder("GB18030");
        if (encoder.isValid())
            return encoder.encode(text);
        return text.toLatin1(); // a Qt without ICU: "?" for what is not ASCII, at worst
    }
    return text.toUtf8();
}

} // namespace

const XmlElement *XmlElement::child(QStringView childName) const
{
    const auto found = std::find_if(
        children.begin(), children.end(), [&](const XmlElement &one) { return one.name == childName; });
    return found == children.end() ? nullptr : &*found;
}

XmlElement *XmlElement::child(QStringView childName)
{
    const auto found = std::find_if(
        children.begin(), children.end(), [&](const XmlElement &one) { return one.name == childName; });
    return found == children.end() ? nullptr : &*found;
}

QString XmlElement::textOf(QStringView childName) const
{
    const XmlElement *const found = child(childName);
    return found ? found->text : QString();
}

std::optional<int> XmlElement::intOf(QStringView childName) const
{
    bool number = false;
    const int value = textOf(childName).toInt(&number);
    return number ? std::optional(value) : std::nullopt;
}

std::optional<double> XmlElement::numberOf(QStringView childName) const
{
    bool number = false;
    const double value = textOf(childName).toDouble(&number);
    return number && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

qsizetype XmlElement::size() const
{
    qsizetype sum = name.size() + text.size();
    for (const auto &[attribute, value] : attributes)
        sum += attribute.size() + value.size();
    for (const XmlElement &one : children)
        sum += one.size();
    return sum;
}

std::optional<XmlElement> readXml(const QByteArray &body)
{
    // parseManscdp() refuses what takes the reader long
    if (body.size() > XmlLimits::octets || parseManscdp(body).broken())
        return std::nullopt;
    QString text = decodeBody(body).text;
    text.remove(0, std::max<qsizetype>(0, text.indexOf(u'<')));
    return TreeReader(text).read();
}

QByteArray writeXml(const XmlElement &root, const QByteArray &label, Charset octets)
{
    QString text = QStringLiteral("<?xml version=\"1.0\" encoding=\"") + QString::fromLatin1(label)
        + QStringLiteral("\"?>\r\n");
    write(text, root);
    return encoded(text, octets);
}

} // namespace gb
