#pragma once
#include <QObject>

namespace gb {

/// Calls the function, with the values it holds, in the thread of `to`: behind what was handed over before, and never
/// when `to` is gone. May be called in any thread.
template<typename Function>
void handOver(QObject *to, Function function)
{
    QMetaObject::invokeMethod(to, std::move(function), Qt::QueuedConnection);
}

} // namespace gb
