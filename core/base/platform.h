#pragma once
#include <QFile>

#include <chrono>

/// The few things that Qt does not offer and that differ from system to system.
namespace gb::platform {

/// Waits until the system has something to be read there: a file descriptor, on Windows the handle of an event. False
/// where nothing came within `patience`.
bool waitReadable(qintptr handle, std::chrono::milliseconds patience);

/// "kamailio (pid 1234)": who listens on a port; empty where the system does not tell, as it does not of other users'
/// programs. Takes some milliseconds.
QString portOwner(quint16 port);

/// Gives back to the system what was freed here and there. Some milliseconds; does nothing where the system does so by
/// itself.
void releaseFreeMemory();

/// An open file that has no name any more: what is written to it is lost when it is closed. False where the system does
/// not tell, or lets nobody delete an open file.
bool isDeleted(const QFile &file);

/// Asks the system to bring what was written on the disk. May take long.
void syncToDisk(QFile &file);

} // namespace gb::platform
