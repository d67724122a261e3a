#include "tests/support/soak.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;

/// A day of a session in simulated time: nothing grows but the record, and nobody is said to be missing. Resident
/// memory, with the window's index: tests/bench/soak.cpp.
class tst_Soak : public QObject
{
    Q_OBJECT
private slots:
    void aDayOfFiftyDevices();
};

static QByteArray text(const Soak::Sizes &sizes)
{
    QByteArray out;
    for (const auto &[name, size] : {std::pair("transactions", sizes.transactions), {"nonces", sizes.nonces},
             {"bindings", sizes.bindings}, {"remembered", sizes.remembered}, {"awaiting", sizes.awaiting},
             {"deadlines", sizes.deadlines}, {"pending", sizes.pending}})
        out += QByteArray(name) + ' ' + QByteArray::number(size) + ", ";
    return out;
}

void tst_Soak::aDayOfFiftyDevices()
{
    constexpr int devices = 50;
    constexpr qint64 day = 24 * Soak::hour, end = day + Soak::minute; // the first minute registers
    Soak soak(devices);
    Soak::Sizes early;
    std::size_t memory = 0;
    qint64 beats = 0, messages = 0, awaited = 0;
    for (qint64 second = 1; second <= end; ++second) {
        const Batch batch = soak.second();
        messages += batch.messages.size();
        awaited += batch.awaited.size();
        for (const Event &event : batch.events) {
            if (const auto *beat = std::get_if<BeatSeen>(&event))
                beats += beat->kind == HeartbeatHistory::Kind::Beat ? 1 : 0;
            else if (const auto *change = std::get_if<StateChange>(&event))
                QVERIFY2(change->state == DeviceState::Registering || change->state == DeviceState::Online,
                    qPrintable(change->device));
            else
                QFAIL("a problem, or a change of policy");
        }
        if (second == Soak::hour + Soak::minute) {
            early = soak.sizes();
            memory = soak.transactionMemory();
        }
    }
    const Soak::Sizes late = soak.sizes();
    QCOMPARE(text(late), text(early));
    QVERIFY(soak.transactionMemory() < memory * 11 / 10); // of as many transactions: numbers get longer
    QCOMPARE(late.bindings, std::size_t{devices});
    QCOMPARE(late.deadlines, std::size_t{devices});
    QCOMPARE(beats, devices * Soak::beatsUntil(end));
    QCOMPARE(beats, qint64{devices} * 1440);
    QCOMPARE(awaited, 0);
    QCOMPARE(messages, devices * (1440 * 2 + 49 * 4 + 24 * 4));
    const Counters &counters = soak.site.analysis.counters();
    QCOMPARE(counters.messages, static_cast<quint64>(messages));
    QCOMPARE(counters.malformed + counters.retransmissions + counters.duplicates + counters.unlisted, 0);
    for (const DeviceSnapshot &device : soak.site.analysis.devices().snapshots())
        QCOMPARE(device.verdict.state, DeviceState::Online);
}

QTEST_GUILESS_MAIN(tst_Soak)
#include "tst_soak.moc"
