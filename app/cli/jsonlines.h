#pragma once
#include "core/client/deviceconfigtask.h"
#include "core/session/batch.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace gb::cli {

/// `registering`, `auth-failed`, … : the words of the interface, never translated.
QString stateWord(DeviceState state);
/// ISO 8601 in UTC with milliseconds.
QString isoTime(TimePoint at);
QJsonValue seconds(Duration duration); ///< null for 0
// What QJsonDocument writes of a text, and of the same seconds: for lines that are written by hand, as there are so
// many
QByteArray quoted(const QString &text);
QByteArray secondsText(Duration duration);
QByteArray line(const QJsonObject &object);
/// Empty for an event that is not told.
QByteArray eventLine(const Event &event);
/// As lists of findings have it; an event has "event" besides.
QJsonObject findingObject(const Finding &finding);
/// How often each kind of repeat was seen.
QJsonObject repeatsObject(const Counters &counters);
/// Of a timer that fired; empty for what is still waited for, or came.
/// A clock jump, without the name of an event.
QJsonObject jumpObject(const ClockJump &jump);
QByteArray timeoutLine(const Awaited &awaited);
/// What became of asking a device for its heartbeat setting; values that it did not tell are null, `error` is there
/// where something went wrong.
QByteArray configLine(const ConfigReport &report);
QJsonObject policyObject(const HeartbeatPolicy &policy);

} // namespace gb::cli
