#pragma once
#include "core/client/deviceconfigtask.h"
#include "core/report/told.h"
#include "core/session/batch.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace gb::cli {

using told::findingObject;
using told::isoTime;
using told::line;
using told::policyObject;
using told::safeJson;
using told::seconds;
using told::stateWord;

// What QJsonDocument writes of a text, and of the same seconds: for lines that are written by hand, as there are so
// many
QByteArray quoted(const QString &text);
QByteArray secondsText(Duration duration);
/// Empty for an event that is not told.
QByteArray eventLine(const Event &event);
/// How often each kind of repeat was seen.
QJsonObject repeatsObject(const Counters &counters);
/// Of a timer that fired; empty for what is still waited for, or came.
/// A clock jump, without the name of an event.
QJsonObject jumpObject(const ClockJump &jump);
QByteArray timeoutLine(const Awaited &awaited);
/// What became of asking a device for its heartbeat setting; values that it did not tell are null, `error` is there
/// where something went wrong.
QByteArray configLine(const ConfigReport &report);

} // namespace gb::cli
