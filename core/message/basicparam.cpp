#include "core/message/basicparam.h"

#include "core/message/deviceid.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace gb {
namespace {

constexpr qsizetype maxValue = 40; ///< characters that are looked at

struct Field
{
    const char *name;
    std::optional<int> BasicParam::*member;
    int most;
};
constexpr Field fields[] = {{"Expiration", &BasicParam::expiration, 604'800},
    {"HeartBeatInterval", &BasicParam::interval, 86'400}, {"HeartBeatCount", &BasicParam::count, 100}};

void takeValue(ConfigBody &result, const Field &field, const QString &text)
{
    if (text.isEmpty() || result.values.*field.member)
        return;
    bool number = false;
    const int value = text.toInt(&number);
    if (number && value >= 1 && value <= field.most)
        result.values.*field.member = value;
    else if (result.outOfRange.isEmpty())
        result.outOfRange = QLatin1String(field.name) + QStringLiteral(" = ") + printable(text, maxValue);
}

void take(ConfigBody &result, QStringView name, const QString &text)
{
    if (name == u"Result" && result.result.isEmpty())
        result.result = printable(text, maxValue);
    for (const Field &field : fields) {
        if (name == QLatin1String(field.name))
            takeValue(result, field, text);
    }
}

QByteArray element(const char *name, const QByteArray &value)
{
    return QByteArray("<") + name + '>' + value + "</" + name + ">\r\n";
}

QByteArray envelope(
    const char *root, const QByteArray &command, const QByteArray &id, quint32 sn, const QByteArray &rest)
{
    return QByteArray("<?xml version=\"1.0\" encoding=\"GB2312\"?>\r\n<") + root + ">\r\n" + element("CmdType", command)
        + element("SN", QByteArray::number(sn)) + element("DeviceID", id) + rest + "</" + root + ">\r\n";
}

} // namespace

ConfigBody readConfigBody(const QByteArray &body)
{
    ConfigBody result;
    result.envelope = parseManscdp(body); // whose limits hold for what follows
    if (result.envelope.broken())
        return result;
    QString text = decodeBody(body).text;
    text.remove(0, std::max<qsizetype>(0, text.indexOf(u'<')));
    QXmlStreamReader xml(text);
    QString value;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement: value.clear(); break;
        case QXmlStreamReader::Characters:
            if (value.size() <= maxValue)
                value += xml.text().left(maxValue + 1);
            break;
        case QXmlStreamReader::EndElement:
            take(result, xml.name(), value.trimmed());
            value.clear();
            break;
        default: break;
        }
    }
    return result;
}

QByteArray writeConfigQuery(const QByteArray &id, quint32 sn)
{
    return envelope("Query", "ConfigDownload", id, sn, element("ConfigType", "BasicParam"));
}

QByteArray writeConfigControl(const QByteArray &id, quint32 sn, const BasicParam &values)
{
    QByteArray inner;
    for (const Field &field : fields) {
        if (const std::optional<int> &value = values.*field.member)
            inner += element(field.name, QByteArray::number(*value));
    }
    return envelope("Control", "DeviceConfig", id, sn, "<BasicParam>\r\n" + inner + "</BasicParam>\r\n");
}

bool isPlainId(std::string_view id)
{
    const auto plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-'
            || c == '_';
    };
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), plain);
}

} // namespace gb
