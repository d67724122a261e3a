#include "core/capture/fileformat.h"

#include <QCoreApplication>

#include <algorithm>

namespace gb {
namespace {

struct Format
{
    const char *start;
    qsizetype size; ///< of the start, which may hold zeros
    const char *name;
};

#define GBSCOPE_FORMAT(start, name)                                                                                    \
    {                                                                                                                  \
        start, sizeof(start) - 1, name                                                                                 \
    }
constexpr Format formats[] = {
    GBSCOPE_FORMAT("%PDF", QT_TRANSLATE_NOOP("Capture", "this is a PDF document: save the capture that it tells of")),
    GBSCOPE_FORMAT(
        "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", QT_TRANSLATE_NOOP("Capture", "this is an Office document of before 2007")),
    GBSCOPE_FORMAT("Rar!", QT_TRANSLATE_NOOP("Capture", "this is a RAR archive: unpack it first")),
    GBSCOPE_FORMAT("7z\xbc\xaf\x27\x1c", QT_TRANSLATE_NOOP("Capture", "this is a 7-Zip archive: unpack it first")),
    GBSCOPE_FORMAT("\xfd"
                   "7zXZ\0",
        QT_TRANSLATE_NOOP("Capture", "it is compressed by xz: unpack it first (xz -d)")),
    GBSCOPE_FORMAT("BZh", QT_TRANSLATE_NOOP("Capture", "it is compressed by bzip2: unpack it first (bzip2 -d)")),
    GBSCOPE_FORMAT("\x89PNG", QT_TRANSLATE_NOOP("Capture", "this is a picture: the capture itself is needed")),
    GBSCOPE_FORMAT("\xff\xd8\xff", QT_TRANSLATE_NOOP("Capture", "this is a picture: the capture itself is needed")),
    GBSCOPE_FORMAT("GIF8", QT_TRANSLATE_NOOP("Capture", "this is a picture: the capture itself is needed")),
    GBSCOPE_FORMAT("GMBU",
        QT_TRANSLATE_NOOP(
            "Capture", "this is a capture of Microsoft Network Monitor: save it as pcapng with Wireshark")),
    GBSCOPE_FORMAT("RTSS",
        QT_TRANSLATE_NOOP(
            "Capture", "this is a capture of Microsoft Network Monitor: save it as pcapng with Wireshark")),
    GBSCOPE_FORMAT("XCP\0",
        QT_TRANSLATE_NOOP("Capture", "this is a capture of NetXRay or Sniffer: save it as pcapng with Wireshark")),
    GBSCOPE_FORMAT("TRSNIFF data    \x1a",
        QT_TRANSLATE_NOOP("Capture", "this is a capture of Sniffer: save it as pcapng with Wireshark")),
    GBSCOPE_FORMAT("\x7f"
                   "ver",
        QT_TRANSLATE_NOOP("Capture", "this is a capture of OmniPeek: save it as pcapng with Wireshark")),
    GBSCOPE_FORMAT("\xaa\xaa\xaa\xaa",
        QT_TRANSLATE_NOOP("Capture", "this is a capture of InfoVista 5View: save it as pcapng with Wireshark")),
    GBSCOPE_FORMAT("\x01\x10\x4c\x00\x01\x05\x54race",
        QT_TRANSLATE_NOOP("Capture", "this is a capture of LANalyzer: save it as pcapng with Wireshark")),
    GBSCOPE_FORMAT(
        "TR\0\x64", QT_TRANSLATE_NOOP("Capture", "this is a trace of HP-UX: save it as pcapng with Wireshark")),
    GBSCOPE_FORMAT("ObserverPktBuffe",
        QT_TRANSLATE_NOOP("Capture", "this is a capture of Observer: save it as pcapng with Wireshark")),
    GBSCOPE_FORMAT("\x05VNF",
        QT_TRANSLATE_NOOP("Capture", "this is a capture of Visual Networks: save it as pcapng with Wireshark")),
    GBSCOPE_FORMAT(
        "+---------+", QT_TRANSLATE_NOOP("Capture", "this is Wireshark's K12 text: save it as pcapng with Wireshark")),
    GBSCOPE_FORMAT("\x0a\x0d\x0d\x0a",
        QT_TRANSLATE_NOOP("Capture", "this is a pcapng file whose line ends were changed: transfer it in binary mode")),
    GBSCOPE_FORMAT("RIFF", QT_TRANSLATE_NOOP("Capture", "this is a sound or a video")),
    GBSCOPE_FORMAT("\0\0\x01\xba", QT_TRANSLATE_NOOP("Capture", "this is a video: a program stream")),
    GBSCOPE_FORMAT("SQLite format 3", QT_TRANSLATE_NOOP("Capture", "this is a database of SQLite")),
    GBSCOPE_FORMAT("ElfFile\0", QT_TRANSLATE_NOOP("Capture", "this is an event log of Windows")),
    GBSCOPE_FORMAT("\x7f"
                   "ELF",
        QT_TRANSLATE_NOOP("Capture", "this is a program")),
    GBSCOPE_FORMAT("MZ", QT_TRANSLATE_NOOP("Capture", "this is a program")),
};
#undef GBSCOPE_FORMAT

/// A trace of Windows begins with a buffer's header: its size, and 0 or 2 ahead of the header's size.
bool isEtl(const QByteArray &octets)
{
    return octets.size() >= 16 && octets.startsWith(QByteArray("\0\0\x01\0", 4)) && octets[12] == octets[4];
}

bool isText(const QByteArray &octets)
{
    return !octets.isEmpty() && std::none_of(octets.begin(), octets.end(), [](char c) {
        return static_cast<uchar>(c) < 0x20 && c != '\r' && c != '\n' && c != '\t';
    });
}

} // namespace

bool isCaptureStart(const QByteArray &octets)
{
    const QByteArray magic = octets.left(4).toHex();
    return octets.startsWith("snoop") || magic == "0a0d0d0a" || magic == "a1b2c3d4" || magic == "d4c3b2a1"
        || magic == "a1b23c4d" || magic == "4d3cb2a1" || magic == "a1b2cd34" || magic == "34cdb2a1";
}

QString nameOfFormat(const QByteArray &octets)
{
    for (const Format &format : formats) {
        if (octets.startsWith(QByteArray::fromRawData(format.start, format.size)))
            return QCoreApplication::translate("Capture", format.name);
    }
    if (isEtl(octets))
        return QCoreApplication::translate("Capture", "this is a trace of Windows (ETL): convert it with etl2pcapng");
    const QByteArray start = octets.trimmed().left(16).toLower();
    if (start.startsWith("<!doctype") || start.startsWith("<html"))
        return QCoreApplication::translate("Capture", "this is a web page (HTML): the download gave no file");
    if (start.startsWith("<?xml"))
        return QCoreApplication::translate("Capture", "this is XML");
    if (start.startsWith('{') || start.startsWith("[{"))
        return QCoreApplication::translate("Capture", "this is JSON");
    if (octets.startsWith("No.  ") || octets.startsWith("\"No.\""))
        return QCoreApplication::translate(
            "Capture", "this is Wireshark's list of packets as text: save the capture itself as pcapng");
    if (isText(octets))
        return QCoreApplication::translate(
            "Capture", "this is text without whole SIP messages: save the packets as pcap (tcpdump -w FILE)");
    return {};
}

} // namespace gb
