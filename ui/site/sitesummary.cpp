#include "ui/site/sitesummary.h"

#include "core/report/words/findingwords.h"
#include "core/report/words/wording.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/findings/findingsmodel.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace gb::ui {
namespace {

int rankOf(const Trouble &trouble)
{
    if (trouble.missing)
        return 3;
    switch (trouble.state) {
    case DeviceState::AuthFailed: return 0;
    case DeviceState::Offline: return 1;
    case DeviceState::Lapsed: return 2;
    case DeviceState::NotAnswered: return 3;
    case DeviceState::Unknown:
    case DeviceState::NeverSeen: return 3;
    case DeviceState::Unregistered: return 4;
    case DeviceState::Registering: return 5;
    case DeviceState::Late: return 6;
    case DeviceState::Online: break;
    }
    return 7;
}

QString harmless(QString text)
{
    return text.replace(u'<', u'\u2039').replace(u'>', u'\u203a').replace(u'&', u'\uff06');
}

} // namespace

SiteSummary summarise(const DeviceTableModel &devices, const FindingsModel &findings, TimePoint now)
{
    SiteSummary summary;
    const QHash<QString, Finding> worst = findings.worstErrors();
    devices.visit([&](const DeviceSnapshot &device, const QString &name) {
        const DeviceState state = device.verdict.state;
        ++summary.devices;
        int &figure = device.isMissing()                                       ? summary.missing
            : state == DeviceState::Online                                     ? summary.online
            : state == DeviceState::Late || state == DeviceState::Registering  ? summary.late
            : state == DeviceState::AuthFailed || state == DeviceState::Lapsed ? summary.failed
                                                                               : summary.offline;
        ++figure;
        const auto finding = worst.constFind(device.id);
        if (state == DeviceState::Online && finding == worst.constEnd())
            return;
        // Of a silence the device's own words count on
        const bool told = finding != worst.constEnd() && !device.isMissing()
            && finding->code != FindingCode::WentSilent;
        summary.troubles.append({.id = device.id,
            .name = name.isEmpty() ? device.id : name,
            .state = state,
            .missing = device.isMissing(),
            .why = told ? wording::finding(*finding).title : wording::sentence(device, now),
            .brief = told ? QString() : wording::briefSentence(device, now)});
    });
    std::sort(summary.troubles.begin(), summary.troubles.end(), [](const Trouble &a, const Trouble &b) {
        const int left = rankOf(a), right = rankOf(b);
        return left != right ? left < right : a.id < b.id;
    });
    return summary;
}

QStringList changesBetween(const SiteSummary &before, const SiteSummary &now, int most)
{
    QStringList lines;
    if (before.devices == 0)
        return lines;
    const auto stateOf = [](const SiteSummary &summary) {
        QHash<QString, DeviceState> states;
        for (const Trouble &one : summary.troubles)
            states.insert(one.id, one.state);
        return states;
    };
    const QHash<QString, DeviceState> then = stateOf(before), here = stateOf(now);
    for (const Trouble &one : now.troubles) {
        const bool passing = one.state == DeviceState::Registering || one.state == DeviceState::Late;
        if (!passing && !one.missing && then.value(one.id, DeviceState::Online) != one.state)
            lines.append(harmless(QStringLiteral("%1: %2").arg(one.name, one.why)));
    }
    for (const Trouble &one : before.troubles) {
        if (!here.contains(one.id) && one.state != DeviceState::Late && one.state != DeviceState::Registering)
            lines.append(harmless(QStringLiteral("%1: %2").arg(one.name, wording::state(DeviceState::Online))));
    }
    const int more = static_cast<int>(lines.size()) - most;
    if (more > 0) {
        lines = lines.mid(0, most);
        lines.append(QCoreApplication::translate("gb::ui::SiteOverview", "and %Ln more", nullptr, more));
    }
    return lines;
}

} // namespace gb::ui
