#pragma once
#include "core/engine/batch.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace gb::cli {

/// `registering`, `auth-failed`, … : the words of the interface, never translated.
QString stateWord(DeviceState state);
/// ISO 8601 in UTC with milliseconds.
QString isoTime(TimePoint at);
QJsonValue seconds(Duration duration); ///< null for 0
QByteArray line(const QJsonObject &object);
/// Empty for an event that is not told.
QByteArray eventLine(const Event &event);
QJsonObject policyObject(const HeartbeatPolicy &policy);

} // namespace gb::cli
