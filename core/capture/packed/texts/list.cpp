#include "core/capture/packed/texts/layout.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace gb::packed::texts {
namespace {

#define GBSCOPE_TEXT_LAYOUT(name) &name,
constexpr std::array everyone{
#include "core/capture/packed/texts/all.h"
};
#undef GBSCOPE_TEXT_LAYOUT

/// QHostAddress takes "192.168.1", too.
IpAddress addressIn(const QString &text)
{
    const bool isWhole = text.count(u'.') == 3 || text.count(u':') >= 2;
    const QHostAddress address(text);
    return isWhole && !address.isNull() ? IpAddress(address) : IpAddress();
}

} // namespace

std::span<const Layout *const> all()
{
    return everyone;
}

Endpoint endIn(QString text)
{
    constexpr quint16 usual = 5060, secured = 5061;
    while (text.endsWith(u':') || text.endsWith(u','))
        text.chop(1);
    const qsizetype at = std::max(text.lastIndexOf(u'.'), text.lastIndexOf(u':'));
    const QString name = text.mid(at + 1);
    QString host = text.left(std::max<qsizetype>(at, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool isNumber = false;
    quint16 port = name.toUShort(&isNumber);
    const bool isName = name == u"sip" || name == u"sips" || name == u"sip-tls";
    if (isName)
        port = name == u"sip" ? usual : secured;
    if (const IpAddress address = addressIn(host); (isNumber || isName) && !address.isNull())
        return {address, port};
    return {addressIn(text), usual};
}

void setEnds(Heading &heading, const QRegularExpressionMatch &match, int from, int to)
{
    heading.from = endIn(match.captured(from));
    heading.to = endIn(match.captured(to));
}

} // namespace gb::packed::texts
