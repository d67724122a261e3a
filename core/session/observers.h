#pragma once
#include "core/session/observerlist.h"
#include "core/session/observers/deviceobserver.h"
#include "core/session/observers/findingobserver.h"
#include "core/session/observers/flowobserver.h"
#include "core/session/observers/markobserver.h"
#include "core/session/observers/messagelister.h"
#include "core/session/observers/operationobserver.h"
#include "core/session/observers/totals.h"

namespace gb {

/// Who looks at a record, in this order: transactions first, for the others ask what answers what; totals last, for
/// they count what the others did not tell.
using Observers = ObserverList<FlowObserver, DeviceObserver, OperationObserver, FindingObserver, MessageLister,
    MarkObserver, Totals>;

} // namespace gb
