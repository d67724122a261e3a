#pragma once
#include <QObject>
#include <QString>

#include <functional>

namespace gb::cli {

/// Calls `take` in the thread of `context` with each line of standard input that is not empty, cut behind 4,096 octets,
/// as long as the context lives.
void readStandardInput(QObject *context, std::function<void(const QString &)> take);

} // namespace gb::cli
