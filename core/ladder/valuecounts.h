#pragma once
#include "core/filter/fields.h"
#include "core/ladder/messagelog.h"

namespace gb {

/// A value of a field, and how many messages have it.
struct ValueCount
{
    QString value;
    quint64 messages = 0;

    bool operator==(const ValueCount &) const = default;
};

/// How many messages of a log are counted at most: its last ones.
constexpr qsizetype mostCounted = 200'000;

/// The values that most messages have, of those that contain `typed`, whatever the case; the most frequent first. Only
/// of fields that lists know, and that have few values: devices, methods, commands, statuses, addresses. Some ms.
QList<ValueCount> commonValues(const MessageLog &log, filter::Field field, const QString &typed, qsizetype most);

} // namespace gb
