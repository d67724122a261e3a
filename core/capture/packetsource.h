#pragma once
#include "core/base/clock.h"
#include "core/capture/inflatingfile.h"
#include "core/capture/resync.h"

#include <QByteArray>

#include <string_view>
#include <vector>

namespace gb {

/**
 * The packets of a capture file, in its order: pcap with micro- or nanoseconds, and pcapng (IETF
 * draft-ietf-opsawg-pcapng) with any number of sections and interfaces, of either octet order, and snoop (RFC 1761),
 * compressed or not, of an archive each that is in it; what
 * it is, its first octets say. Holds a megabyte of the file, or one block where that is longer. Behind damage it goes
 * on where the next record can be told, and says so at the end.
 */
class PacketSource
{
public:
    static constexpr qsizetype chunk = 256 * 1024; ///< octets that are read at once; what was read is still in the
                                                   ///< cache when it is looked at
    static constexpr quint32 maxPacket = 262'144;  ///< octets
    static constexpr quint32 maxBlock = 16 * 1024 * 1024; ///< octets
    static constexpr std::size_t maxInterfaces = 65'536;  ///< of a section

    enum class Result : quint8 {
        Packet,
        Nothing, ///< a block without one
        Note,    ///< a note of ours, in the packet's octets and with its time
        End,
        Broken, ///< errorText()
    };

    struct Packet
    {
        int linkType = 0;
        TimePoint at{};
        std::string_view octets; ///< until the next one
        qint64 offset = -1;      ///< of them in the file; -1: it is compressed
        quint32 interface = 0;   ///< of pcapng, in its section
        bool outbound = false;   ///< sent by who recorded it; only in a section of ours
    };

    bool open(const QString &path);
    Result next(Packet &packet);
    /// In which the last packet stands; a copy keeps it.
    const QByteArray &buffer() const { return m_buffer; }
    /// The section is one of ours from here on, until the next one begins.
    void setOwn() { m_own = true; }
    bool isOwn() const { return m_own; }
    /// Notes of other programs, which are not looked at.
    quint64 foreignNotes() const { return m_foreignNotes; }
    QString errorText() const { return m_error; }
    bool isPcapng() const { return m_format == Format::Pcapng; }
    /// Places that were passed over.
    const Holes &holes() const { return m_holes; }
    /// Broken or not, all of the file was looked at.
    bool isReadToEnd() const { return m_toEnd; }
    qint64 position() const { return m_file.position(); }

private:
    struct Interface
    {
        int linkType = 0;
        quint32 snapLength = 0; ///< 0: none
        quint8 resolution = 6;  ///< option if_tsresol
        qint64 offset = 0;      ///< seconds
    };
    enum class Format : quint8 { Pcap, Nanoseconds, Pcapng, Snoop };

    bool readHeader();
    bool readSnoopHeader();
    quint32 likelyRecordHeader(quint32 usual) const;
    Result readRecord(Packet &packet);
    Result readSnoopRecord(Packet &packet);
    Result readNext(Packet &packet);
    Result end();
    Result readBlock(Packet &packet);
    Result takeBlock(quint32 type, std::string_view body, Packet &packet);
    Result takeInterface(std::string_view body);
    Result takePacket(std::size_t number, quint64 stamp, quint32 size, std::string_view rest, Packet &packet);
    Result takeSimplePacket(std::string_view body, Packet &packet);
    Result takeStatistics(std::string_view body, Packet &packet);
    bool isOutbound(std::string_view options) const;
    void give(std::string_view octets, quint32 interface, Packet &packet) const;
    bool readSection();
    qint64 take(quint32 size);
    bool fill(quint32 size);
    bool more(quint32 size);
    Result lost(qint64 start);
    Result search();
    Result broken(const QString &text);
    Result brokenOrEnd(qint64 got);
    quint16 number16(const char *at) const;
    quint32 number32(const char *at) const;
    quint64 number64(const char *at) const;

    InflatingFile m_file;
    Format m_format = Format::Pcap;
    bool m_bigEndian = false;
    quint32 m_recordHeader = 16; ///< octets
    int m_linkType = 0;          ///< of pcap
    std::vector<Interface> m_interfaces;
    TimePoint m_last{};
    QByteArray m_note; ///< the last one, where it stood in several pieces
    bool m_own = false;
    quint64 m_foreignNotes = 0;
    QByteArray m_buffer;      ///< what was read of the file
    std::string_view m_rest;  ///< of the buffer: what was not taken yet
    std::string_view m_block; ///< what was taken last
    qint64 m_taken = 0;       ///< octets of what the file says
    QString m_error;
    Holes m_holes;
    QString m_why;               ///< what is being searched behind
    qint64 m_holeStart = -1;     ///< -1: nothing is searched
    bool m_blockIsWhole = false; ///< only what is in it is wrong
    bool m_fileEnded = false;    ///< no more octets come
    bool m_toEnd = false;
};

} // namespace gb
