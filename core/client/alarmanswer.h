#pragma once
#include "core/message/manscdp.h"

namespace gb {

/// The Response that an alarm in a MESSAGE is owed, GB/T 28181-2022 9.4; nothing else is sent because a
/// device says something. Empty for any other body, and for one whose ID or SN could not stand in an answer.
QByteArray alarmResponse(const Manscdp &body);

} // namespace gb
