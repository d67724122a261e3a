#pragma once
#include "tests/support/manualclock.h"
#include "ui/devices/devicetablemodel.h"

/// Devices for tests of the window.
namespace gb::test {

using namespace std::chrono_literals;
using gb::ui::DeviceTableModel;

inline const TimePoint start = ManualClock().now();

inline QString idOf(int number)
{
    return QStringLiteral("3402000000132%1").arg(number, 7, 10, QLatin1Char('0'));
}

inline DeviceSnapshot device(int number, DeviceState state)
{
    DeviceSnapshot snapshot;
    snapshot.id = idOf(number);
    snapshot.verdict.state = state;
    snapshot.facts = {.phase = DeviceFacts::Phase::Registered,
        .phaseSince = start,
        .startedAt = start,
        .confirmedAt = start,
        .expires = 3600s,
        .lastBeat = start};
    snapshot.lastBeat = start;
    snapshot.registeredSince = start;
    snapshot.address = {QHostAddress(QStringLiteral("192.168.1.%1").arg(number % 250)), 5060};
    snapshot.medianInterval = 60s;
    return snapshot;
}

/// Serial numbers from top to bottom: "3 1 2".
inline QString order(const DeviceTableModel &model)
{
    QStringList numbers;
    for (int row = 0; row < model.rowCount(); ++row)
        numbers << QString::number(model.idAt(row).right(7).toInt());
    return numbers.join(QLatin1Char(' '));
}

inline QList<DeviceSnapshot> threeDevices()
{
    DeviceSnapshot one = device(1, DeviceState::Online), two = device(2, DeviceState::Offline),
                   three = device(3, DeviceState::AuthFailed);
    one.userAgent = QStringLiteral("Embedded Net");
    two.userAgent = QStringLiteral("ipc");
    three.userAgent = QStringLiteral("Dahua");
    one.address.address = QHostAddress(QStringLiteral("10.0.0.10"));
    two.address.address = QHostAddress(QStringLiteral("10.0.0.9"));
    three.address.address = QHostAddress(QStringLiteral("fe80::1"));
    two.transport = TransportKind::Tcp;
    one.lastBeat = start + 20s;
    two.lastBeat = start + 3s;
    three.lastBeat = start + 100s;
    one.registeredSince = start + 2s;
    two.registeredSince = start + 11s;
    three.registeredSince = start + 1s;
    one.misses = 2;
    two.misses = 4;
    two.verdict.missedInARow = 6; // 10 in all
    three.misses = 9;
    one.medianInterval = 60s;
    two.medianInterval = 30s;
    three.medianInterval = 5s;
    one.beats = 100;
    two.beats = 20;
    three.beats = 3;
    return {one, two, three};
}

} // namespace gb::test
