#include "core/report/words/wording.h"
#include "tests/support/devices.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/findings/findingsmodel.h"
#include "ui/settings/languages.h"
#include "ui/site/siteoverview.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace std::chrono_literals;

/// A site in a glance, and what is told of its changes.
class tst_SiteOverview : public QObject
{
    Q_OBJECT
private slots:
    void largeFiguresLeaveRoomForTheirWords();
    void aReasonTakesASecondLine();
    void twoLinesHoldWhatFits();
    void aReasonComesAheadOfAnId();
    void silenceCountsOn();
    void idsAreWholeWhereThereIsRoom();
    void initTestCase() { m_languages.use(QStringLiteral("en")); }
    void worstFirst();
    void anErrorOfOneThatIsOnline();
    void whatChanged_data();
    void whatChanged();
    void linesAreBoundedAndHarmless();
    void toldOnlyWhereWanted();
    void sizes_data();
    void sizes();

private:
    static DeviceSnapshot device(int number, DeviceState state, const QString &name = {}, bool expected = false)
    {
        DeviceSnapshot one;
        one.id = QStringLiteral("3402000000132%1").arg(number, 7, 10, QLatin1Char('0'));
        one.verdict.state = state;
        one.name = name;
        one.expected = expected;
        if (!expected)
            one.lastSeen = TimePoint(1s);
        one.reason = {state == DeviceState::AuthFailed ? NoteCode::WrongPassword : NoteCode::NotComeYet, {}, {}};
        return one;
    }
    SiteSummary look(const QList<DeviceSnapshot> &devices, const QList<Finding> &findings = {})
    {
        m_model = std::make_unique<DeviceTableModel>();
        m_findings = std::make_unique<FindingsModel>();
        m_model->apply(devices, {}, TimePoint(100s));
        m_findings->apply(findings);
        return summarise(*m_model, *m_findings, TimePoint(100s));
    }
    static QStringList names(const SiteSummary &summary)
    {
        QStringList out;
        for (const Trouble &one : summary.troubles)
            out.append(one.name);
        return out;
    }

    Languages m_languages;
    std::unique_ptr<DeviceTableModel> m_model;
    std::unique_ptr<FindingsModel> m_findings;
};

void tst_SiteOverview::worstFirst()
{
    const SiteSummary summary = look(
        {device(1, DeviceState::Online), device(2, DeviceState::Late, QStringLiteral("late")),
            device(3, DeviceState::NeverSeen, QStringLiteral("missing"), true),
            device(4, DeviceState::Offline, QStringLiteral("offline")),
            device(5, DeviceState::AuthFailed, QStringLiteral("refused"))});
    QCOMPARE(names(summary),
        (QStringList{
            QStringLiteral("refused"), QStringLiteral("offline"), QStringLiteral("missing"), QStringLiteral("late")}));
    QCOMPARE(summary.devices, 5);
    QCOMPARE(summary.online, 1);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(summary.missing, 1);
    QCOMPARE(summary.troubles.constFirst().why, QStringLiteral("wrong password"));
    QVERIFY(!summary.allWell());
    QVERIFY(look({device(1, DeviceState::Online)}).allWell());
    QVERIFY(!look({}).allWell());
}

void tst_SiteOverview::anErrorOfOneThatIsOnline()
{
    const QString id = device(1, DeviceState::Online).id;
    Finding finding{.id = 1,
        .code = FindingCode::SharedId,
        .device = id,
        .a = QStringLiteral("A"),
        .b = QStringLiteral("B"),
        .count = 1};
    Finding note = finding;
    note.id = 2;
    note.code = FindingCode::UnknownType;
    SiteSummary summary = look({device(1, DeviceState::Online)}, {note, finding});
    QCOMPARE(summary.troubles.size(), 1);
    QCOMPARE(summary.troubles.constFirst().why, QStringLiteral("Two devices have this ID: A and B"));
    finding.over = true;
    QVERIFY(look({device(1, DeviceState::Online)}, {note, finding}).allWell());
}

void tst_SiteOverview::whatChanged_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, DeviceState before, DeviceState after, const QString &told) {
        QTest::newRow(name) << static_cast<int>(before) << static_cast<int>(after) << told;
    };
    row("refused", DeviceState::Online, DeviceState::AuthFailed, QStringLiteral("Gate: wrong password"));
    row("back", DeviceState::AuthFailed, DeviceState::Online, QStringLiteral("Gate: online"));
    row("nothing", DeviceState::AuthFailed, DeviceState::AuthFailed, {});
    row("late is no news", DeviceState::Online, DeviceState::Late, {});
    row("nor is its end", DeviceState::Late, DeviceState::Online, {});
}

void tst_SiteOverview::whatChanged()
{
    QFETCH(const int, before);
    QFETCH(const int, after);
    QFETCH(const QString, told);
    const SiteSummary then = look({device(1, static_cast<DeviceState>(before), QStringLiteral("Gate"))}),
                      now = look({device(1, static_cast<DeviceState>(after), QStringLiteral("Gate"))});
    QCOMPARE(changesBetween(then, now, 3).join(u'|'), told);
    QVERIFY(changesBetween({}, now, 3).isEmpty()); // the first look
}

void tst_SiteOverview::linesAreBoundedAndHarmless()
{
    QList<DeviceSnapshot> well, bad;
    for (int i = 1; i <= 10; ++i) {
        well.append(device(i, DeviceState::Online, QStringLiteral("<b>&")));
        bad.append(device(i, DeviceState::AuthFailed, QStringLiteral("<b>&")));
    }
    const SiteSummary then = look(well), now = look(bad);
    const QStringList lines = changesBetween(then, now, 3);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.constLast(), QStringLiteral("and 7 more"));
    QVERIFY(!lines.join(u' ').contains(u'<') && !lines.join(u' ').contains(u'&'));
}

void tst_SiteOverview::toldOnlyWhereWanted()
{
    look({device(1, DeviceState::Online, QStringLiteral("Gate"))});
    SiteOverview overview(*m_model, *m_findings, nullptr);
    QSignalSpy told(&overview, &SiteOverview::told), changed(&overview, &SiteOverview::tellingChanged);
    overview.refresh(TimePoint(100s));
    m_model->apply({device(1, DeviceState::AuthFailed, QStringLiteral("Gate"))}, {}, TimePoint(101s));
    overview.refresh(TimePoint(101s)); // hidden, and nobody wants to know
    QCOMPARE(told.size(), 0);
    overview.findChildren<QCheckBox *>().at(0)->click();
    QCOMPARE(changed.size(), 1);
    overview.refresh(TimePoint(102s));
    QCOMPARE(told.size(), 0); // the first look
    m_model->apply({device(1, DeviceState::Online, QStringLiteral("Gate"))}, {}, TimePoint(103s));
    overview.refresh(TimePoint(103s));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.constFirst().constFirst().toStringList(), QStringList{QStringLiteral("Gate: online")});
}

void tst_SiteOverview::sizes_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("least") << QSize(480, 270);
    QTest::newRow("laptop") << QSize(1366, 768);
    QTest::newRow("tall") << QSize(500, 1500);
}

void tst_SiteOverview::sizes()
{
    QFETCH(const QSize, size);
    QList<DeviceSnapshot> many;
    for (int i = 1; i <= 200; ++i)
        many.append(device(i, DeviceState::AuthFailed));
    OverviewCanvas canvas;
    canvas.resize(size);
    canvas.show(look(many));
    const QImage image = canvas.grab().toImage();
    QVERIFY(!image.isNull());
    QVERIFY(canvas.lines() >= 3);
    // Lines are painted down to the last fifth, and nothing in the margin
    const QRgb paper = canvas.palette().color(QPalette::Base).rgb();
    bool painted = false;
    for (int y = image.height() * 4 / 5; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            painted = painted || image.pixel(x, y) != paper;
    }
    bool margin = false;
    for (int y = 0; y < image.height(); ++y)
        margin = margin || image.pixel(2, y) != paper;
    QVERIFY(painted && !margin);
}

/// Thousands of devices, and the words beside them.
void tst_SiteOverview::largeFiguresLeaveRoomForTheirWords()
{
    Languages languages;
    languages.use(QStringLiteral("en"));
    OverviewCanvas canvas;
    canvas.resize(1024, 540);
    SiteSummary summary;
    summary.devices = summary.online = 12'345;
    canvas.show(summary);
    QVERIFY(canvas.accessibleDescription().startsWith(QStringLiteral("12,345 of 12,345 online")));
    const QImage image = canvas.grab().toImage();
    const int unit = 540 / 15, right = 1024 - unit; // what is cut ends at this edge
    const QRgb paper = image.pixel(2, 2);
    for (int y = 0; y < 5 * unit; ++y) {
        for (int x = right - 6; x <= right; ++x)
            QVERIFY2(image.pixel(x, y) == paper, qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
    }
}

static QImage painted(const QString &name, const QString &why, const QString &brief = {})
{
    OverviewCanvas canvas;
    canvas.resize(1024, 540);
    SiteSummary summary;
    summary.devices = 2;
    summary.troubles = {
        {.id = name, .name = name, .state = DeviceState::Offline, .missing = false, .why = why, .brief = brief}};
    canvas.show(summary);
    return canvas.grab().toImage();
}

/// What tells one cause from another stands at its end.
void tst_SiteOverview::aReasonTakesASecondLine()
{
    const QString id = QStringLiteral("34020000001320000006");
    QFont font = OverviewCanvas().font();
    font.setPixelSize(36); // what is painted into 1024 x 540
    const QFontMetrics metrics(font);
    const int room = 1024 - 2 * 36, line = room - 36 * 5 / 2 - std::min(metrics.horizontalAdvance(id), room / 2);
    QString begin; // fills a line, whichever font there is
    while (metrics.horizontalAdvance(begin) <= line)
        begin += QStringLiteral("w ");
    QVERIFY(painted(id, begin + QStringLiteral("a")) != painted(id, begin + QStringLiteral("b")));
}

void tst_SiteOverview::twoLinesHoldWhatFits()
{
    const QFont font = OverviewCanvas().font();
    const QFontMetrics metrics(font);
    const QString words = QStringLiteral("since 2026-11-29 13:07:47 no heartbeat for 12 s");
    const QString whole = QString::fromUtf8("\u81ea 2026-11-29 13:07:47 \u8d77\u5931\u8054\uff1a\u5df2 12 \u79d2");
    for (const QString &text : {words, whole, QString(200, u'x'), QString()}) {
        for (int width = 40; width < 600; width += 7) {
            const QStringList lines = twoLines(text, font, width);
            QVERIFY(!lines.isEmpty() && lines.size() <= 2);
            for (const QString &line : lines)
                QVERIFY(metrics.horizontalAdvance(line) <= width + 1);
            const QString shown = lines.join(QString()).remove(u' ');
            if (shown != QString(text).remove(u' '))
                QVERIFY(lines.size() == 2 && lines.constLast().endsWith(u'\u2026'));
        }
    }
}

/// IDs and what is repeated give way before a reason takes a second line.
void tst_SiteOverview::aReasonComesAheadOfAnId()
{
    const QString id = QStringLiteral("34020000001320000006"), other = QStringLiteral("34029999991320000006");
    const QString why = QStringLiteral("silent for 1 min 57 s, nothing since"),
                  brief = QStringLiteral("silent for 9 s");
    QCOMPARE(painted(id, why, brief), painted(id, QStringLiteral("Silent for 9 s")));
    QCOMPARE(painted(id, why), painted(other, why)); // only the last ten digits stand there
}

/// A finding tells how long it was silent then, the device how long it is by now.
void tst_SiteOverview::silenceCountsOn()
{
    const DeviceSnapshot silent = device(1, DeviceState::Offline);
    const Finding finding{.id = 1, .code = FindingCode::WentSilent, .device = silent.id, .count = 1};
    const SiteSummary summary = look({silent}, {finding});
    QCOMPARE(summary.troubles.size(), 1);
    QCOMPARE(summary.troubles.constFirst().why, wording::sentence(silent, TimePoint(100s)));
}

void tst_SiteOverview::idsAreWholeWhereThereIsRoom()
{
    const QString why = QStringLiteral("offline");
    QVERIFY(
        painted(QStringLiteral("34020000001320000006"), why) != painted(QStringLiteral("34020000991320000006"), why));
}

QTEST_MAIN(tst_SiteOverview)
#include "tst_siteoverview.moc"
