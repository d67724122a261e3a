#pragma once
#include "core/message/charset.h"

#include <QStringList>

#include <optional>

namespace gb {

enum class ManscdpRoot : quint8 { None, Control, Query, Notify, Response };

enum class ManscdpFault : quint8 {
    Empty,     ///< no octets where a body was announced
    TooLarge,  ///< over 256 KiB, 32 levels, 64 attributes or 20,000 nodes
    Doctype,   ///< a DTD: refused unread
    Syntax,    ///< no well-formed XML
    Root,      ///< none of the four roots of annex A
    SnMissing, ///< no SN, or none that is a number
    DeviceIdMissing,
    CmdTypeMissing,
    TrailingContent, ///< something behind the root element
    Encoding,        ///< TextSource::unknown: not read
    Octets,          ///< TextSource::invalid
    KeepaliveRoot,   ///< CmdType is Keepalive, and the root is not Notify (A.2.5.2): no heartbeat
    KeepaliveMethod, ///< a Keepalive that is no MESSAGE (9.6.1); parseManscdp() knows no method and never sets it
    OtherCase,       ///< a name, or the command Keepalive, in other letters than the standard's: to XML another name
    Namespace,       ///< elements in a namespace; their names are read all the same, as usual readers do
    Time,            ///< a time that is none: month 13, letters
    Number,          ///< a number that is none, is not finite or is out of all range
    Count
};

/// The envelope of a MANSCDP body, GB/T 28181-2022 A.2.1 and A.2.5.2.
struct Manscdp
{
    ManscdpRoot root = ManscdpRoot::None;
    QString cmdType;
    QString deviceId;
    QString status;
    QString deviceTime; ///< DeviceTime of a status
    QString detail; ///< of a Control: its first order and what that says, "PTZCmd A50F…"; of an Alarm: its method;
                    ///< of a ConfigDownload: its ConfigType
    QString result; ///< Result of a Response
    QStringList subIds; ///< DeviceID elements below the first level: items of a catalog, faulty parts in a Keepalive
    /// An item of a catalog that came or went.
    struct CatalogEvent
    {
        QString id;
        bool on = false;
    };
    QList<CatalogEvent> events; ///< items whose Event is ON or OFF, GB/T 28181-2022 9.11.4
    std::optional<qint64> sn;
    std::optional<qint64> sumNum;
    int items = 0; ///< Item elements, whatever SumNum says
    TextSource source;
    quint32 faults = 0;
    QString odd;             ///< what shows the first of the faults from Encoding on; may be empty
    qint64 errorOffset = -1; ///< character at which the XML breaks

    bool has(ManscdpFault fault) const { return (faults >> static_cast<unsigned>(fault)) & 1U; }
    /// Something in it forbids acting upon it.
    bool broken() const
    {
        return has(ManscdpFault::Empty) || has(ManscdpFault::TooLarge) || has(ManscdpFault::Doctype)
            || has(ManscdpFault::Syntax) || has(ManscdpFault::TrailingContent) || has(ManscdpFault::Encoding);
    }
    bool isKeepalive() const { return keepalive; }
    bool keepalive = false; ///< root and cmdType say so: everybody asks; see Trace::isKeepalive()
};

/// Reads the envelope. Work is linear in the size of the body, which is bounded.
Manscdp parseManscdp(const QByteArray &body);

} // namespace gb
