#include "ui/workspace/statuscounts.h"

#include <QCoreApplication>
#include <QLocale>

#include <limits>

namespace gb::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("StatusCounts", text);
}

} // namespace

quint64 tallyOf(const Account &account, Tally tally)
{
    const Counters &c = account.counters;
    switch (tally) {
    case Tally::Messages: return c.messages;
    case Tally::Hidden: return static_cast<quint64>(account.listed - account.shown);
    case Tally::Retransmitted: return c.retransmissions;
    case Tally::Malformed: return c.malformed - c.notSip;
    case Tally::Packets: return c.packets;
    case Tally::Sip: return c.sip;
    case Tally::RepeatedOtherwise: return c.echoes + c.tcpRepeats + c.duplicates + c.proxyCopies;
    case Tally::NotSip: return c.notSip;
    case Tally::NatKeepalives: return c.natKeepalives;
    case Tally::ErrorAnswersHeld: return c.unanswered;
    case Tally::Evicted: return account.evicted;
    case Tally::Unlisted: return c.unlisted;
    case Tally::Unrecorded: return c.unrecorded;
    case Tally::CaptureDropped: return c.captureDropped;
    case Tally::NotSignalling: return c.notSignalling;
    case Tally::OtherPackets: return c.otherPackets;
    case Tally::FragmentsLost: return c.fragmentsLost;
    case Tally::DamagedPackets: return c.damagedPackets;
    case Tally::CutPackets: return c.cutPackets;
    case Tally::IcmpErrors: return c.icmpErrors;
    case Tally::HepUnread: return c.hepUnread;
    case Tally::Encrypted: return c.encrypted;
    case Tally::TcpOctetsLost: return c.tcpOctetsLost;
    case Tally::Count: break;
    }
    return 0;
}

bool isInLine(Tally tally)
{
    return tally <= Tally::Malformed;
}

bool isLoss(Tally tally)
{
    switch (tally) {
    case Tally::Unlisted:
    case Tally::Unrecorded:
    case Tally::CaptureDropped:
    case Tally::FragmentsLost:
    case Tally::DamagedPackets:
    case Tally::CutPackets:
    case Tally::TcpOctetsLost: return true;
    default: return false;
    }
}

std::optional<FlowFilter::Only> tallyScope(Tally tally)
{
    using Only = FlowFilter::Only;
    switch (tally) {
    case Tally::Messages:
    case Tally::Hidden: return Only::All;
    case Tally::Retransmitted: return Only::Retransmissions;
    case Tally::Malformed: return Only::Malformed;
    case Tally::Sip: return Only::Sip;
    case Tally::RepeatedOtherwise: return Only::OtherRepeats;
    case Tally::NotSip: return Only::NotSip;
    case Tally::NatKeepalives: return Only::NatKeepalives;
    default: return std::nullopt;
    }
}

QString tallyText(Tally tally, quint64 count)
{
    const QString number = QLocale().toString(count);
    switch (tally) {
    case Tally::Messages: {
        const auto n = static_cast<int>(std::min<quint64>(count, std::numeric_limits<int>::max()));
        return QCoreApplication::translate("StatusCounts", "%Ln message(s)", nullptr, n);
    }
    case Tally::Hidden: return say(QT_TRANSLATE_NOOP("StatusCounts", "%1 hidden")).arg(number);
    case Tally::Retransmitted: return say(QT_TRANSLATE_NOOP("StatusCounts", "%1 retransmitted")).arg(number);
    case Tally::Malformed: return say(QT_TRANSLATE_NOOP("StatusCounts", "%1 malformed")).arg(number);
    default: return tallyLabel(tally) + QStringLiteral(": ") + number;
    }
}

QString tallyLabel(Tally tally)
{
    switch (tally) {
    case Tally::Messages: return say(QT_TRANSLATE_NOOP("StatusCounts", "All messages"));
    case Tally::Hidden: return say(QT_TRANSLATE_NOOP("StatusCounts", "Hidden messages"));
    case Tally::Retransmitted: return say(QT_TRANSLATE_NOOP("StatusCounts", "Retransmitted messages"));
    case Tally::Malformed: return say(QT_TRANSLATE_NOOP("StatusCounts", "Malformed messages"));
    case Tally::Packets: return say(QT_TRANSLATE_NOOP("StatusCounts", "Packets read"));
    case Tally::Sip: return say(QT_TRANSLATE_NOOP("StatusCounts", "SIP messages"));
    case Tally::RepeatedOtherwise: return say(QT_TRANSLATE_NOOP("StatusCounts", "Repeated otherwise"));
    case Tally::NotSip: return say(QT_TRANSLATE_NOOP("StatusCounts", "Not SIP"));
    case Tally::NatKeepalives: return say(QT_TRANSLATE_NOOP("StatusCounts", "NAT keepalives"));
    case Tally::ErrorAnswersHeld: return say(QT_TRANSLATE_NOOP("StatusCounts", "Error answers held back"));
    case Tally::Evicted: return say(QT_TRANSLATE_NOOP("StatusCounts", "Made room in the list"));
    case Tally::Unlisted: return say(QT_TRANSLATE_NOOP("StatusCounts", "Not listed"));
    case Tally::Unrecorded: return say(QT_TRANSLATE_NOOP("StatusCounts", "Not recorded"));
    case Tally::CaptureDropped: return say(QT_TRANSLATE_NOOP("StatusCounts", "Dropped by this computer"));
    case Tally::NotSignalling: return say(QT_TRANSLATE_NOOP("StatusCounts", "No signalling"));
    case Tally::OtherPackets: return say(QT_TRANSLATE_NOOP("StatusCounts", "Neither UDP nor TCP"));
    case Tally::FragmentsLost: return say(QT_TRANSLATE_NOOP("StatusCounts", "IP fragments lost"));
    case Tally::DamagedPackets: return say(QT_TRANSLATE_NOOP("StatusCounts", "Damaged packets"));
    case Tally::CutPackets: return say(QT_TRANSLATE_NOOP("StatusCounts", "Packets cut by the capture"));
    case Tally::IcmpErrors: return say(QT_TRANSLATE_NOOP("StatusCounts", "ICMP errors"));
    case Tally::HepUnread: return say(QT_TRANSLATE_NOOP("StatusCounts", "HEP without SIP"));
    case Tally::Encrypted: return say(QT_TRANSLATE_NOOP("StatusCounts", "TLS connections, each way"));
    case Tally::TcpOctetsLost: return say(QT_TRANSLATE_NOOP("StatusCounts", "TCP bytes missing"));
    default: return {};
    }
}

QString tallyReason(Tally tally, const QString &file, quint64 removed)
{
    const QString record = file.isEmpty() ? say(QT_TRANSLATE_NOOP("StatusCounts", "no file")) : file;
    switch (tally) {
    case Tally::Packets:
        return say(
            QT_TRANSLATE_NOOP("StatusCounts",
                "All packets of %1. The messages are the signalling in them; what is none is counted by its kind."))
            .arg(record);
    case Tally::ErrorAnswersHeld:
        return say(QT_TRANSLATE_NOOP("StatusCounts",
            "Whoever sends much that is refused gets only some of the error answers, so that nobody can make this "
            "computer flood others. Nothing needs to be done."));
    case Tally::Evicted:
        if (removed > 0)
            return say(QT_TRANSLATE_NOOP("StatusCounts",
                           "The oldest messages made room in the list. Of %1 the files are deleted: the records were "
                           "over the limits of the preferences. The others are still in the record."))
                .arg(QLocale().toString(removed));
        return file.isEmpty()
            ? say(QT_TRANSLATE_NOOP(
                "StatusCounts", "The oldest messages made room in the list. Nothing is recorded, so they are gone."))
            : say(QT_TRANSLATE_NOOP("StatusCounts",
                      "The oldest messages made room in the list. They are still in %1: an export has them."))
                  .arg(record);
    case Tally::Unlisted:
        return say(QT_TRANSLATE_NOOP("StatusCounts",
                       "The window did not keep up with the traffic. These messages and events were counted, not "
                       "listed. The messages are in %1: open it to see them."))
            .arg(record);
    case Tally::Unrecorded:
        return say(QT_TRANSLATE_NOOP("StatusCounts",
                       "The disk did not keep up, or failed. These messages are in the list, but not in %1: an export "
                       "will not have them. Record to a faster disk with free space."))
            .arg(record);
    case Tally::CaptureDropped:
        return say(QT_TRANSLATE_NOOP("StatusCounts",
            "This computer did not keep up with its network card. Messages may be missing that were really sent. "
            "Mirror less traffic to the card, or use a faster computer."));
    case Tally::NotSignalling:
        return say(QT_TRANSLATE_NOOP("StatusCounts",
            "Datagrams and segments that carry something else than SIP, such as media. They are not listed; nothing is "
            "missing."));
    case Tally::OtherPackets:
        return say(QT_TRANSLATE_NOOP("StatusCounts", "Packets such as ARP or ICMP. No SIP can be in them."));
    case Tally::FragmentsLost:
        return say(QT_TRANSLATE_NOOP("StatusCounts",
                       "The rest of these IP packets is not in %1, so messages may be missing. A capture filter by "
                       "port drops every fragment but the first: capture without it."))
            .arg(record);
    case Tally::DamagedPackets:
        return say(QT_TRANSLATE_NOOP("StatusCounts",
            "The headers of these packets contradict each other, or are not all there, so messages may be missing. "
            "Capture whole packets: tcpdump -s 0."));
    case Tally::CutPackets:
        return say(QT_TRANSLATE_NOOP("StatusCounts",
            "The capture kept the start of these packets. What is there of a message is shown; what is not is not "
            "known. Capture whole packets: tcpdump -s 0."));
    case Tally::IcmpErrors:
        return say(QT_TRANSLATE_NOOP(
            "StatusCounts", "Somebody on the way, or the receiver's computer, told that a datagram did not arrive."));
    case Tally::HepUnread:
        return say(QT_TRANSLATE_NOOP(
            "StatusCounts", "Packets of HEP that hold something else than SIP, hold it compressed, or are damaged."));
    case Tally::Encrypted:
        return say(QT_TRANSLATE_NOOP("StatusCounts",
            "TLS: what these connections carry cannot be seen. SIP may be in it. Capture where it is not encrypted, or "
            "let the devices use UDP or TCP for the time."));
    case Tally::TcpOctetsLost:
        return say(QT_TRANSLATE_NOOP("StatusCounts",
                       "Parts of TCP streams are not in %1, so messages may be missing. Begin the capture before the "
                       "devices connect, on a computer that keeps up."))
            .arg(record);
    default: return {};
    }
}

} // namespace gb::ui
