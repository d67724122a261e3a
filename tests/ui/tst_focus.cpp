#include "ui/workspace/focus.h"

#include <QSignalSpy>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace std::chrono_literals;

/// What the user looks at: it is told once, with who changed it, and only where it is other than before.
class tst_Focus : public QObject
{
    Q_OBJECT
private slots:
    void whoChangesItIsTold();
    void whatIsTheSameIsNotTold();
    void devicesAreThereOnce();
    void aRangeHasTwoEnds();
    void textsHaveAnEnd();
    void aMessageIsRevealedAgain();
    void clearingShowsAll();
};

void tst_Focus::whoChangesItIsTold()
{
    Focus focus;
    QObject pane;
    Focus::Origin origin = nullptr;
    QString order;
    const auto note = [&](const char *name) {
        return [&, name](Focus::Origin who) {
            origin = who;
            order += QLatin1String(name);
        };
    };
    connect(&focus, &Focus::devicesChanged, this, note("d"));
    connect(&focus, &Focus::messageChanged, this, note("m"));
    connect(&focus, &Focus::dialogChanged, this, note("c"));
    connect(&focus, &Focus::operationChanged, this, note("o"));
    connect(&focus, &Focus::rangeChanged, this, note("r"));
    connect(&focus, &Focus::filterChanged, this, note("f"));
    connect(&focus, &Focus::hoverChanged, this, note("h"));
    connect(&focus, &Focus::markChanged, this, note("k"));
    focus.setDevices({QStringLiteral("a"), QStringLiteral("b")}, &pane);
    QCOMPARE(origin, &pane);
    focus.setMessage(7);
    QCOMPARE(origin, nullptr);
    focus.setDialog(QStringLiteral("x@y"), &pane);
    focus.setOperation(3, &pane);
    focus.setRange(TimePoint(1s), TimePoint(2s), &pane);
    FlowFilter filter;
    filter.text = QStringLiteral("401");
    focus.setFilter(filter, &pane);
    focus.setHover(9, &pane);
    focus.setMark(QStringLiteral("smoke"), &pane);
    QCOMPARE(origin, &pane);
    QCOMPARE(order, QStringLiteral("dmcorfhk"));
    QCOMPARE(focus.device(), QStringLiteral("a"));
    QCOMPARE(focus.message(), 7U);
    QCOMPARE(focus.dialog(), QStringLiteral("x@y"));
    QCOMPARE(focus.operation(), 3U);
    QCOMPARE(focus.filter().text, QStringLiteral("401"));
    QCOMPARE(focus.hover(), 9U);
    QCOMPARE(focus.mark(), QStringLiteral("smoke"));
}

/// Two panes that follow each other come to rest.
void tst_Focus::whatIsTheSameIsNotTold()
{
    Focus focus;
    int told = 0;
    connect(&focus, &Focus::messageChanged, this, [&] {
        ++told;
        focus.setMessage(5, this); // what it was set to
    });
    focus.setMessage(5);
    focus.setMessage(5);
    QCOMPARE(told, 1);
    const QSignalSpy devices(&focus, &Focus::devicesChanged), filters(&focus, &Focus::filterChanged);
    focus.setDevices({});
    focus.setFilter({});
    QVERIFY(devices.isEmpty() && filters.isEmpty());
}

void tst_Focus::devicesAreThereOnce()
{
    Focus focus;
    const QString a = QStringLiteral("a"), b = QStringLiteral("b");
    focus.setDevices({b, QString(), a, b});
    QCOMPARE(focus.devices(), (QStringList{b, a}));
    FlowFilter filter;
    filter.devices = {a, a, QString()};
    focus.setFilter(filter);
    QCOMPARE(focus.filter().devices, QStringList{a});
}

void tst_Focus::aRangeHasTwoEnds()
{
    Focus focus;
    focus.setRange(TimePoint(9s), TimePoint(3s));
    QCOMPARE(focus.range(), (Focus::Range{TimePoint(3s), TimePoint(9s)}));
    const QSignalSpy changed(&focus, &Focus::rangeChanged);
    focus.setRange(TimePoint(3s), TimePoint(9s));
    QVERIFY(changed.isEmpty());
}

void tst_Focus::textsHaveAnEnd()
{
    Focus focus;
    FlowFilter filter;
    filter.text = QString(100'000, u'x');
    focus.setFilter(filter);
    focus.setMark(filter.text);
    QCOMPARE(focus.filter().text.size(), Focus::maxText);
    QCOMPARE(focus.mark().size(), Focus::maxText);
}

/// It may have been scrolled out of sight.
void tst_Focus::aMessageIsRevealedAgain()
{
    Focus focus;
    const QSignalSpy changed(&focus, &Focus::messageChanged), revealed(&focus, &Focus::revealed);
    focus.reveal(4);
    focus.reveal(4);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(revealed.size(), 2);
}

void tst_Focus::clearingShowsAll()
{
    Focus focus;
    focus.setDevices({QStringLiteral("a")});
    FlowFilter filter;
    filter.hideRepeats = true;
    focus.setFilter(filter);
    focus.setMessage(4);
    const QSignalSpy cleared(&focus, &Focus::filtersCleared);
    QList<Focus::Origin> origins;
    connect(&focus, &Focus::devicesChanged, this, [&](Focus::Origin origin) { origins += origin; });
    connect(&focus, &Focus::filterChanged, this, [&](Focus::Origin origin) { origins += origin; });
    focus.clearFilters();
    QVERIFY(focus.devices().isEmpty() && focus.filter().isEmpty());
    QCOMPARE(focus.message(), 4U); // it is still looked at
    QCOMPARE(cleared.size(), 1);
    QCOMPARE(origins, (QList<Focus::Origin>{nullptr, nullptr})); // nobody may take it for a change of its own
}

QTEST_MAIN(tst_Focus)
#include "tst_focus.moc"
