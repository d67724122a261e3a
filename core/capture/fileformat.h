#pragma once
#include <QByteArray>
#include <QString>

namespace gb {

/// pcap, pcapng or snoop, of either octet order, by at least 4 octets.
bool isCaptureStart(const QByteArray &octets);
/// What a file is that is no capture, by its first octets, and how to get at the messages in it; empty where they are
/// nobody's.
QString nameOfFormat(const QByteArray &octets);

} // namespace gb
