#pragma once
#include <QObject>

#include <functional>

namespace gb {

/// Calls `handler` in the thread of `context` when the user or the system asks the program to end: Ctrl+C, SIGTERM,
/// SIGHUP, a closing console. Once a program.
void onTermination(QObject *context, std::function<void()> handler);

} // namespace gb
