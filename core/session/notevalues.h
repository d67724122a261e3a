#pragma once
#include "core/base/clockwatch.h"
#include "core/devices/device.h"
#include "core/net/linkwatch.h"
#include "core/record/note.h"
#include "core/server/silence.h"

/// Notes, which are plain, as the values of those who judge, and back.
namespace gb::notevalues {

HeartbeatPolicy policyOf(const notes::Policy &note);
notes::Policy noteOf(const HeartbeatPolicy &policy);
HeartbeatOverrides overridesOf(const notes::OwnPolicies &note);
notes::OwnPolicies noteOf(const HeartbeatOverrides &overrides);
QList<ExpectedDevice> expectedOf(const notes::Expected &note);
notes::Expected noteOf(const QList<ExpectedDevice> &devices);
QList<KeptRegistration> keptOf(const notes::RegisteredBefore &note);
notes::RegisteredBefore noteOf(const QList<KeptRegistration> &kept);
Silence silenceOf(const notes::SilenceBegan &note, TimePoint at);
notes::SilenceBegan noteOf(const Silence &silence);
/// Empty of a note that is about something else.
std::optional<LinkChange> linkChangeOf(const JournalNote &note);
notes::What noteOf(const LinkChange &change);
ClockJump clockJumpOf(const notes::ClockJumped &note, TimePoint at);
notes::ClockJumped noteOf(const ClockJump &jump);

} // namespace gb::notevalues
