#include "core/findings/rules/rules.h"

#include "core/message/deviceid.h"

#include <algorithm>

namespace gb::rules {
namespace {

bool isDomainName(std::string_view host)
{
    return host.size() == 10 && std::all_of(host.begin(), host.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What may stand for the domain (GB/T 28181-2022 6.1.2): an address of one of both ends, as it sees it or as we do, or
/// the domain within spvmn.cn.
bool namesDomain(const RuleInput &in, std::string_view host, const QString &domain)
{
    const SipHead &head = in.trace.head;
    const IpAddress address = literal(host), contact = literal(head.contact.uri.host), via = literal(head.via.host);
    if (!address.isNull())
        return address == in.trace.datagram.from.address || address == in.trace.datagram.to.address
            || address == contact || address == via;
    return printable(host, 80).compare(domain + QLatin1String(".spvmn.cn"), Qt::CaseInsensitive) == 0;
}

} // namespace

/// D14. Where we are not the platform its realm tells the domain.
void wrongDomain(const RuleInput &in, Verdicts &out)
{
    const std::string_view host = in.trace.head.from.uri.host;
    const QString &realm = in.device.realm;
    const QString ours = !in.site.domain.isEmpty() ? in.site.domain
        : isDomainName(realm.toStdString())        ? realm
                                                   : QString();
    const QString shown = printable(host, 80);
    if (host.empty() || ours.isEmpty() || shown == ours || namesDomain(in, host, ours))
        return out.end({FindingCode::WrongDomain, FindingCode::OtherDomainForm});
    const bool wrong = isDomainName(host);
    out.end(wrong ? FindingCode::OtherDomainForm : FindingCode::WrongDomain);
    out.raise(wrong ? FindingCode::WrongDomain : FindingCode::OtherDomainForm, {shown, ours, {}}, {in.trace.number});
}

} // namespace gb::rules
