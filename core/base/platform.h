#pragma once
#include <QFile>
#include <QString>

#include <cstdio>

/// The few things that Qt does not offer and that differ from system to system.
namespace gb::platform {

/// Asks the system to bring what was written on the disk. May take long.
void syncToDisk(QFile &file);

/// A C stream for libpcap; null where it cannot be opened. Any file name works, Chinese ones too.
std::FILE *openForReading(const QString &path);

} // namespace gb::platform
