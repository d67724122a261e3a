#pragma once
#include <QFile>

/// The few things that Qt does not offer and that differ from system to system.
namespace gb::platform {

/// Asks the system to bring what was written on the disk. May take long.
void syncToDisk(QFile &file);

} // namespace gb::platform
