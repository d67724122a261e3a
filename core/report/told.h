#pragma once
#include "core/devices/device.h"
#include "core/devices/heartbeat.h"
#include "core/findings/finding.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

/// What is known of devices, and what was found, as JSON: names and words are stable, for programs; sentences are in
/// the language of the installed translator.
namespace gb::told {

/// `registering`, `auth-failed`, … : the words of the interface, never translated.
QString stateWord(DeviceState state);
/// ISO 8601 in UTC with milliseconds.
QString isoTime(TimePoint at);
QJsonValue seconds(Duration duration); ///< null for 0
QJsonObject policyObject(const HeartbeatPolicy &policy);
/// `end`: of the record.
QJsonObject deviceObject(const DeviceSnapshot &device, const HeartbeatHistory &history, TimePoint end);
/// As lists of findings have it; an event has "event" besides.
QJsonObject findingObject(const Finding &finding);

/// JSON that is safe on a terminal: C1 controls and what turns the direction of writing as \u and four digits. What
/// they mean stays.
QByteArray safeJson(const QByteArray &utf8);
/// Without line ends, and safe.
QByteArray line(const QJsonObject &object);

} // namespace gb::told
