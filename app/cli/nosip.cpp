#include "app/cli/nosip.h"

namespace gb::cli {
namespace {

const QString how = QStringLiteral("tcpdump -i any -s 0 -w FILE port 5060");

} // namespace

QStringList withoutSip(quint64 sip, const Importer &importer)
{
    if (sip > 0)
        return {};
    const PacketCounts &counts = importer.counts();
    if (counts.packets == 0)
        return {QStringLiteral("the capture has no packets: nothing passed its filter, or it was the wrong interface; "
                               "capture again while the device is on: ")
            + how};
    QStringList out{QStringLiteral("no SIP in %1 packets").arg(counts.packets)};
    if (counts.unknownLinks == counts.packets)
        out.append(QStringLiteral("their link type is not known: capture on Ethernet, or with -i any"));
    else if (counts.other == counts.packets)
        out.append(QStringLiteral("none of them is UDP or TCP"));
    if (!importer.encrypted().empty())
        out.append(
            QStringLiteral("what is in TLS cannot be seen: capture where SIP is plain, or let the device use UDP"));
    out.append(QStringLiteral("capture at the SIP server, or at a mirror port of its switch, with the port that the "
                              "platform uses, while the device registers: ")
        + how);
    return out;
}

} // namespace gb::cli
