#include "core/client/bodywriter.h"

#include "core/message/charset.h"

namespace gb {
namespace {

constexpr QLatin1StringView rootName(ManscdpRoot root)
{
    switch (root) {
    case ManscdpRoot::Control: return QLatin1StringView("Control");
    case ManscdpRoot::Notify: return QLatin1StringView("Notify");
    case ManscdpRoot::Response: return QLatin1StringView("Response");
    case ManscdpRoot::None:
    case ManscdpRoot::Query: break;
    }
    return QLatin1StringView("Query");
}

/// XML 1.0 §2.2: no control characters but tab and the ends of lines.
QString xmlText(QString text)
{
    text.removeIf([](QChar c) { return c < u' ' && c != u'\t'; });
    return text;
}

void writeParameters(ElementWriter &out, const AskBody &body)
{
    for (const AskParameter &one : body.command.parameters) {
        if (body.edition < one.since || body.edition > one.until || !*one.path || one.own)
            continue;
        const QString value = one.kind == AskParameter::Kind::Fixed ? QString(QLatin1StringView(one.preset))
                                                                    : body.values.value(QLatin1StringView(one.name));
        if (!value.isEmpty())
            out.leaf(QLatin1StringView(one.path), value);
    }
}

} // namespace

void ElementWriter::enter(const QList<QLatin1StringView> &parents)
{
    qsizetype common = 0;
    while (common < std::min(parents.size(), m_parents.size()) && parents[common] == m_parents[common])
        ++common;
    for (; m_parents.size() > common; m_parents.removeLast())
        m_xml.writeEndElement();
    for (; common < parents.size(); ++common) {
        m_xml.writeStartElement(parents[common]);
        m_parents.append(parents[common]);
    }
}

void ElementWriter::leaf(QLatin1StringView path, const QString &value)
{
    QList<QLatin1StringView> parts;
    for (QLatin1StringView part : path.tokenize(QLatin1Char('/')))
        parts.append(part);
    const QLatin1StringView name = parts.takeLast();
    enter(parts);
    m_xml.writeTextElement(name, xmlText(value));
}

void ElementWriter::open(QLatin1StringView name, std::optional<qsizetype> num)
{
    enter({});
    m_xml.writeStartElement(name);
    if (num)
        m_xml.writeAttribute(QStringLiteral("Num"), QString::number(*num));
}

void ElementWriter::close()
{
    enter({});
    m_xml.writeEndElement();
}

QByteArray writeBody(const AskBody &body)
{
    const AskCommand &command = body.command;
    QString text;
    QXmlStreamWriter xml(&text);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(0);
    ElementWriter out(xml);
    out.open(rootName(command.root));
    const bool amendment = body.edition <= Edition::V2014 && *command.spelling2014;
    out.leaf(QLatin1StringView("CmdType"), QLatin1StringView(amendment ? command.spelling2014 : command.cmdType));
    out.leaf(QLatin1StringView("SN"), QString::number(body.sn));
    out.leaf(QLatin1StringView("DeviceID"), QLatin1StringView(body.deviceId));
    if (command.write)
        command.write(out, body.values, body.edition);
    writeParameters(out, body);
    out.close();
    const QLatin1StringView charset(body.edition == Edition::V2022 ? "GB18030" : "GB2312");
    text = QStringLiteral("<?xml version=\"1.0\" encoding=\"%1\"?>\n").arg(charset) + text.trimmed() + u'\n';
    return encodeGb18030(text.replace(QLatin1Char('\n'), QLatin1StringView("\r\n")));
}

} // namespace gb
