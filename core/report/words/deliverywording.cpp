#include "core/report/words/deliverywording.h"

#include <QCoreApplication>

#include <algorithm>

namespace gb::wording {
namespace {

//: what a report of ICMP says of a datagram that did not arrive
constexpr const char *texts[] = {
    QT_TRANSLATE_NOOP("wording", "port unreachable"),
    QT_TRANSLATE_NOOP("wording", "host unreachable"),
    QT_TRANSLATE_NOOP("wording", "network unreachable, no route"),
    QT_TRANSLATE_NOOP("wording", "prohibited by an administrator, such as by a firewall"),
    QT_TRANSLATE_NOOP("wording", "protocol unreachable"),
    QT_TRANSLATE_NOOP("wording", "too big for the way, and must not be fragmented"),
    QT_TRANSLATE_NOOP("wording", "its time to live ran out on the way, such as in a loop of routers"),
    QT_TRANSLATE_NOOP("wording", "another reason"),
};
static_assert(std::size(texts) == static_cast<std::size_t>(IcmpReason::Other) + 1);

} // namespace

QString icmpReason(IcmpReason reason)
{
    return QCoreApplication::translate("wording", texts[static_cast<std::size_t>(reason)]);
}

QString icmpReason(const QString &number)
{
    return icmpReason(static_cast<IcmpReason>(std::clamp(number.toInt(), 0, static_cast<int>(IcmpReason::Other))));
}

} // namespace gb::wording
