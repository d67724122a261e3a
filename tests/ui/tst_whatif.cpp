#include "tests/support/devicebeats.h"
#include "ui/heartbeat/fleetstrip.h"
#include "ui/heartbeat/heartbeatchart.h"
#include "ui/heartbeat/heartbeatpanel.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/heartbeat/whatif.h"
#include "ui/heartbeat/whatifbar.h"
#include "ui/settings/languages.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace gb::test;
using namespace std::chrono_literals;

/// What another policy would have made of the past, before it is applied: to all, or to one device.
class tst_WhatIf : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_languages.use(QStringLiteral("en")); }
    void whatIfSaysWhoAndWhen();
    void whatIfOfOneDevice();
    void aNewQuestionEndsTheOldOne();
    void aTrialChangesNothing();
    void escapeDiscards();
    void slidersAndBoxesGoTogether();
    void anOwnPolicyIsGivenAndTaken();

private:
    Languages m_languages;
};

void tst_WhatIf::whatIfSaysWhoAndWhen()
{
    HeartbeatStore store;
    store.apply(threeDevicesBeat());
    WhatIf whatIf(&store);
    QSignalSpy answered(&whatIf, &WhatIf::answered);
    WhatIfResult result;
    connect(&whatIf, &WhatIf::answered, this, [&result](const WhatIfResult &told) { result = told; });
    whatIf.ask({40s, 2}, {}, start + 610s);
    QVERIFY(answered.wait());
    QCOMPARE(result.devices, 3);
    QCOMPARE(result.offline, 2); // device 3 was silent for 90 s
    QCOMPARE(result.times, 2);
    QCOMPARE(result.offlineInForce, 1);
    QCOMPARE(result.timesInForce, 1);
    QCOMPARE(result.first, idOf(2));
    QCOMPARE(result.firstSpan, (OfflineSpan{start + 200s, start + 360s}));
    store.apply({OverrideChange{idOf(3), HeartbeatPolicy{60s, 3}, start}}); // it is judged by its own
    whatIf.ask({40s, 2}, {}, start + 610s);
    QVERIFY(answered.wait());
    QCOMPARE(result.devices, 2);
    QCOMPARE(result.offline, 1);
    HeartbeatStore none;
    WhatIf empty(&none);
    QSignalSpy nothing(&empty, &WhatIf::answered);
    empty.ask({40s, 2}, {}, start);
    QVERIFY(nothing.wait());
}

void tst_WhatIf::whatIfOfOneDevice()
{
    HeartbeatStore store;
    store.apply(threeDevicesBeat());
    store.apply({OverrideChange{idOf(3), HeartbeatPolicy{60s, 3}, start}});
    WhatIf whatIf(&store);
    WhatIfResult result;
    connect(&whatIf, &WhatIf::answered, this, [&result](const WhatIfResult &told) { result = told; });
    whatIf.ask({40s, 2}, idOf(3), start + 610s);
    QTRY_VERIFY(!whatIf.isRunning());
    QCOMPARE(result.devices, 1);
    QCOMPARE(result.first, idOf(3));
}

void tst_WhatIf::aNewQuestionEndsTheOldOne()
{
    HeartbeatStore store;
    store.apply(threeDevicesBeat());
    WhatIf whatIf(&store);
    QList<HeartbeatPolicy> told;
    connect(&whatIf, &WhatIf::answered, this, [&told](const WhatIfResult &result) { told << result.policy; });
    whatIf.ask({40s, 2}, {}, start + 610s);
    whatIf.ask({50s, 2}, {}, start + 610s);
    QTRY_VERIFY(!whatIf.isRunning());
    QCOMPARE(told, QList<HeartbeatPolicy>({{50s, 2}}));
    whatIf.ask({60s, 2}, {}, start + 610s);
    whatIf.cancel();
    QCoreApplication::processEvents();
    QCOMPARE(told.size(), 1);
}

template<typename Widget>
static Widget *labelled(QWidget &parent, const QString &text)
{
    for (Widget *one : parent.findChildren<Widget *>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

void tst_WhatIf::aTrialChangesNothing()
{
    HeartbeatStore store;
    HeartbeatPanel panel(&store);
    panel.resize(1366, 260);
    panel.show();
    store.apply(threeDevicesBeat());
    panel.setAliases({{idOf(2), QStringLiteral("Gate 7")}});
    panel.setDevice(idOf(2));
    panel.setNow(start + 610s);
    QSignalSpy chosen(&panel, &HeartbeatPanel::policyChosen);
    panel.tryPolicy(false);
    QVERIFY(panel.whatIf()->isVisible());
    const auto boxes = panel.whatIf()->findChildren<QSpinBox *>();
    QCOMPARE(boxes.at(0)->value(), 60); // begins with what is in force
    QVERIFY(!labelled<QPushButton>(*panel.whatIf(), QStringLiteral("Apply"))->isEnabled());
    boxes.at(0)->setValue(40);
    boxes.at(1)->setValue(2);
    QTRY_COMPARE(panel.whatIf()->text(),
        QStringLiteral("With 40 s \u00d7 2: 2 of 3 devices would have been offline (now: 1), 2 times; first Gate 7 at "
                       "00:03:20 for 2 min 40 s."));
    QCOMPARE(store.trialOf(idOf(1)), (HeartbeatPolicy{40s, 2}));
    QCOMPARE(store.policy(), (HeartbeatPolicy{60s, 3}));
    QTRY_COMPARE(panel.chart()->picture().trialOffline.size(), 1);
    QCOMPARE(panel.chart()->picture().offline.size(), 1);
    QVERIFY(panel.chart()->picture().trialOffline.at(0).from < panel.chart()->picture().offline.at(0).from);
    panel.setPage(HeartbeatPanel::FleetPage);
    panel.setSpan(ChartSpan::All);
    const QRect row = panel.fleet()->rowRect(idOf(2));
    QVERIFY(!panel.fleet()->grab().isNull());
    bool isTold = false;
    for (int x = 0; x < panel.fleet()->viewport()->width() && !isTold; ++x)
        isTold = panel.fleet()
                     ->tipAt({x, row.center().y()})
                     .contains(QStringLiteral("With 40 s \u00d7 2 it would be offline"));
    QVERIFY(isTold);
    QVERIFY(chosen.isEmpty());
    QTest::mouseClick(labelled<QPushButton>(*panel.whatIf(), QStringLiteral("Apply")), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<HeartbeatPolicy>(), (HeartbeatPolicy{40s, 2}));
    QVERIFY(!panel.whatIf()->isVisible());
    QVERIFY(!store.trialOf(idOf(1)));
}

void tst_WhatIf::escapeDiscards()
{
    HeartbeatStore store;
    HeartbeatPanel panel(&store);
    panel.show();
    store.apply(threeDevicesBeat());
    panel.tryPolicy(false);
    panel.whatIf()->findChildren<QSpinBox *>().at(0)->setValue(10);
    QTRY_COMPARE(store.trialOf(idOf(1)), (HeartbeatPolicy{10s, 3}));
    QTest::keyClick(panel.whatIf()->findChildren<QSpinBox *>().at(0), Qt::Key_Escape);
    QVERIFY(!panel.whatIf()->isVisible());
    QVERIFY(!store.trialOf(idOf(1)));
    panel.tryPolicy(false);
    QCOMPARE(panel.whatIf()->policy(), (HeartbeatPolicy{60s, 3})); // nothing is left of it
}

void tst_WhatIf::slidersAndBoxesGoTogether()
{
    HeartbeatStore store;
    HeartbeatPanel panel(&store);
    panel.show();
    panel.tryPolicy(false);
    const auto sliders = panel.whatIf()->findChildren<QSlider *>();
    const auto boxes = panel.whatIf()->findChildren<QSpinBox *>();
    sliders.at(0)->setValue(25);
    QCOMPARE(boxes.at(0)->value(), 25);
    boxes.at(0)->setValue(3600); // over the slider's end
    QCOMPARE(sliders.at(0)->value(), WhatIfBar::sliderInterval);
    QCOMPARE(panel.whatIf()->policy().interval, 3600s);
    sliders.at(1)->setValue(5);
    QCOMPARE(panel.whatIf()->policy().timeoutCount, 5);
}

void tst_WhatIf::anOwnPolicyIsGivenAndTaken()
{
    HeartbeatStore store;
    HeartbeatPanel panel(&store);
    panel.resize(1366, 260);
    panel.show();
    store.apply(threeDevicesBeat());
    panel.setDevice(idOf(1));
    panel.setNow(start + 610s);
    QString device;
    std::optional<HeartbeatPolicy> policy;
    int times = 0;
    connect(&panel, &HeartbeatPanel::overrideChosen, this,
        [&](const QString &id, const std::optional<HeartbeatPolicy> &chosen) {
            device = id;
            policy = chosen;
            ++times;
        });
    panel.tryPolicy(true);
    QVERIFY(panel.whatIf()->isThisDeviceOnly());
    panel.whatIf()->findChildren<QSpinBox *>().at(0)->setValue(30);
    QTRY_COMPARE(store.trialOf(idOf(1)), (HeartbeatPolicy{30s, 3}));
    QVERIFY(!store.trialOf(idOf(2)));
    QVERIFY(!labelled<QPushButton>(*panel.whatIf(), QStringLiteral("Remove own setting"))->isVisible());
    QTest::mouseClick(labelled<QPushButton>(*panel.whatIf(), QStringLiteral("Apply")), Qt::LeftButton);
    QCOMPARE(times, 1);
    QCOMPARE(device, idOf(1));
    QCOMPARE(policy, (HeartbeatPolicy{30s, 3}));
    store.apply({OverrideChange{device, policy, start + 610s}});
    panel.tryPolicy(true);
    QCOMPARE(panel.whatIf()->policy(), (HeartbeatPolicy{30s, 3}));
    QTest::mouseClick(labelled<QPushButton>(*panel.whatIf(), QStringLiteral("Remove own setting")), Qt::LeftButton);
    QCOMPARE(times, 2);
    QVERIFY(!policy);
    panel.setDevice({});
    panel.tryPolicy(true);
    QVERIFY(!panel.whatIf()->isThisDeviceOnly()); // none is chosen
    QVERIFY(!panel.whatIf()->findChild<QCheckBox *>()->isEnabled());
}

QTEST_MAIN(tst_WhatIf)
#include "tst_whatif.moc"
