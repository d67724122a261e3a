#pragma once
#include "core/ladder/flowrows.h"
#include "tests/support/growinglog.h"
#include "ui/export/exportscope.h"
#include "ui/workspace/focus.h"

namespace gb::test {

/// Two devices that have registered: one is chosen, and one of its messages, and the flow shows this device alone.
struct ExportSite : GrowingLog
{
    FlowRows rows{log};
    ui::Focus focus;

    ExportSite()
    {
        traffic.login(1);
        traffic.login(2);
        take();
    }
    void choose()
    {
        const QString device = log.device(static_cast<quint32>(log.entry(0).device));
        focus.setDevices({device});
        focus.setMessage(2);
        FlowFilter filter;
        filter.devices = {device};
        rows.setFilter(filter);
    }
    ui::ExportScopes scopes() const { return ui::ExportScopes::of(focus, rows, groups); }
};

} // namespace gb::test
