#pragma once
#include "core/report/sipp/play.h"

namespace gb::sipp {

/// The three scenarios. `removed`: a sentence that tells what was removed; may be empty. Each runs by itself.

/// What the device does by itself: it registers, beats, tells. A call a device.
QByteArray deviceScenario(Record &record, const QString &removed);
/// What the device answers, for sipp's -oocsf beside that one.
QByteArray answersScenario(Record &record, const QString &removed);
/// The platform: it waits for devices and asks them what was asked, where one registers in the record; else it asks.
QByteArray platformScenario(Record &record, const QString &removed);

} // namespace gb::sipp
