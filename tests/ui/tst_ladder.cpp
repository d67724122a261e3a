#include "tests/support/traffic.h"
#include "ui/ladder/ladderview.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>
#include <QWheelEvent>

using namespace gb;
using namespace gb::ui;
using namespace std::chrono_literals;
using gb::test::Traffic;

namespace {

/// A ladder of 700x500 with verbs.
class Fixture
{
public:
    explicit Fixture(int device = 0)
    {
        if (device > 0)
            rows.setFilter({.devices = {Traffic::id(device)}});
        view.resize(700, 500);
        view.show();
    }

    void deliver() { log.append(traffic.take()); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view, key, modifiers); }
    void click(qsizetype row) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.rowRect(row).center()); }
    QScrollBar &bar() { return *view.verticalScrollBar(); }
    bool atBottom() { return bar().value() == bar().maximum(); }
    QString tipAt(QPoint position)
    {
        QToolTip::hideText();
        QHelpEvent help(QEvent::ToolTip, position, view.viewport()->mapToGlobal(position));
        QApplication::sendEvent(view.viewport(), &help);
        return QToolTip::text();
    }
    void wheel(int notches)
    {
        const QPointF at = view.viewport()->rect().center();
        QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton, {},
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &event);
    }
    FlowRow::Kind kind(qsizetype row) const { return rows.row(row).kind; }

    Traffic traffic;
    MessageLog log;
    FlowRows rows{log};
    LadderView view{&rows};
};

LadderLayout layoutOf(const FlowRows &rows, int width)
{
    return LadderLayout(ladderParties(rows), {.width = width, .line = 16, .digit = 8, .idDigit = 8});
}

bool isNear(QRgb pixel, const QColor &colour)
{
    const QColor c(pixel);
    return std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green()) + std::abs(c.blue() - colour.blue())
        < 60;
}

int pixelsOf(const QImage &image, const QRect &area, const QColor &colour)
{
    int found = 0;
    for (int y = std::max(0, area.top()); y <= std::min(area.bottom(), image.height() - 1); ++y) {
        for (int x = std::max(0, area.left()); x <= std::min(area.right(), image.width() - 1); ++x)
            found += isNear(image.pixel(x, y), colour) ? 1 : 0;
    }
    return found;
}

} // namespace

class tst_Ladder : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void eachPartyHasALaneWhereThereIsRoom_data();
    void eachPartyHasALaneWhereThereIsRoom();
    void lanesHaveTheNamesOfTheirDevices();
    void columnsGoWhereThePaneIsNarrow();
    void lanesStayInsideThePane();
    void severalDevicesBehindOneAddressAreNamed();
    void arrowsRunFromSenderToReceiver();
    void aCaptureWithoutRegisterStillHasTwoSides();
    void lanesFollowRoles_data();
    void lanesFollowRoles();
    void theRosterTurnsArrows();
    void idsAreShortenedInTheirMiddle();
    void deltasAreShort_data();
    void deltasAreShort();
    void labelsLoseWordsButCutNoNumber();
    void kindsAreTold();
    void aRepeatIsMarkedAndDashed();
    void followsLiveTraffic();
    void onlyNewRowsArePainted();
    void whatChangedIsPaintedAnew();
    void holdsItsPlaceWhenTheUserScrollsUp();
    void holdsTheMessageWhenAFoldAboveOpens();
    void holdsTheSelectedMessageWhenAFoldInSightOpens();
    void holdsTheMessageWhenTheOldestGo();
    void selectingAnEarlierRowHolds();
    void endFollowsAgain_data();
    void endFollowsAgain();
    void resizingKeepsTheBottomOrThePlace();
    void arrowKeysSkipGaps();
    void pagesAndHome();
    void enterActivates();
    void aClickOpensAFold();
    void leftAndRightCloseAndOpen();
    void nAndPGoToProblems();
    void nStopsOnceAtAnOpenFoldOfProblems();
    void selectOpensTheFold();
    void theSelectionOutlivesAFilter();
    void anotherRecordHasNoSelection();
    void hostileTextStaysText();
    void actionsOfTheMenu();
    void theMenuKeyOpensTheMenu();
    void anEmptyLadderSaysWhy();
    void failuresAreRed();
};

void tst_Ladder::initTestCase()
{
    applyScheme(Scheme::Light);
}

void tst_Ladder::eachPartyHasALaneWhereThereIsRoom_data()
{
    QTest::addColumn<int>("devices");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("lanes");
    QTest::addColumn<bool>("named");
    QTest::newRow("nobody") << 0 << 700 << 2 << false;
    QTest::newRow("one device") << 1 << 700 << 2 << false;
    QTest::newRow("three devices") << 3 << 700 << 4 << false;
    QTest::newRow("four devices") << 4 << 700 << 5 << false;
    QTest::newRow("five devices share a lane") << 5 << 700 << 2 << true;
    QTest::newRow("five devices in a wide pane") << 5 << 1400 << 6 << false;
    QTest::newRow("three devices in a narrow pane") << 3 << 450 << 2 << true;
    QTest::newRow("thirty devices") << 30 << 700 << 2 << true;
}

void tst_Ladder::eachPartyHasALaneWhereThereIsRoom()
{
    QFETCH(const int, devices);
    QFETCH(const int, width);
    QFETCH(const int, lanes);
    QFETCH(const bool, named);
    Traffic traffic;
    for (int device = 1; device <= devices; ++device)
        traffic.login(device);
    MessageLog log;
    FlowRows rows(log);
    log.append(traffic.take());
    const LadderLayout layout = layoutOf(rows, width);
    QCOMPARE(layout.lanes().size(), lanes);
    QCOMPARE(layout.deviceWidth() > 0, named);
    for (qsizetype i = 0; i < layout.lanes().size(); ++i)
        QCOMPARE(layout.lanes().at(i).server, i == layout.lanes().size() - 1);
    if (devices > 0)
        QCOMPARE(layout.lanes().constLast().title, QStringLiteral("gbscope"));
    if (!named && devices > 0)
        QCOMPARE(layout.lanes().constFirst().title, Traffic::id(1));
}

void tst_Ladder::lanesHaveTheNamesOfTheirDevices()
{
    Traffic traffic;
    traffic.login(1);
    traffic.login(2);
    MessageLog log;
    FlowRows rows(log);
    log.append(traffic.take());
    const LadderParties parties = ladderParties(rows, {{Traffic::id(1), QStringLiteral("East gate")}});
    const LadderMetrics metrics{.width = 900, .line = 16, .digit = 8, .idDigit = 8};
    const LadderLayout layout(parties, metrics);
    QCOMPARE(layout.lanes().size(), 3);
    QCOMPARE(layout.lanes().at(0).title, QStringLiteral("East gate"));
    QCOMPARE(layout.lanes().at(0).id, Traffic::id(1)); // its tooltip has it
    QCOMPARE(layout.lanes().at(1).title, Traffic::id(2));
    QVERIFY(layout.lanes().at(1).id.isEmpty());
}

void tst_Ladder::columnsGoWhereThePaneIsNarrow()
{
    Traffic traffic;
    traffic.login(1);
    MessageLog log;
    FlowRows rows(log);
    log.append(traffic.take());
    QVERIFY(layoutOf(rows, LadderLayout::narrow).deltaWidth() > 0);
    QCOMPARE(layoutOf(rows, LadderLayout::narrow - 1).deltaWidth(), 0);
    QCOMPARE(layoutOf(rows, 700).rowHeight(), 16 + 6);
    QVERIFY(layoutOf(rows, 700).twoLineHeading());
}

void tst_Ladder::lanesStayInsideThePane()
{
    for (const int devices : {1, 2, 3, 12}) {
        Traffic traffic;
        for (int device = 1; device <= devices; ++device)
            traffic.login(device);
        MessageLog log;
        FlowRows rows(log);
        log.append(traffic.take());
        for (int width = 200; width < 2000; width += 37) {
            const LadderLayout layout = layoutOf(rows, width);
            int left = layout.lanesX();
            for (const Lane &lane : layout.lanes()) {
                QVERIFY(lane.x >= left && lane.x < width);
                left = lane.x;
            }
        }
    }
}

void tst_Ladder::severalDevicesBehindOneAddressAreNamed()
{
    Traffic traffic;
    traffic.login(1);
    traffic.login(2);
    for (MessageSummary &m : traffic.messages)
        (m.direction == Direction::In ? m.from : m.to) = Traffic::camera(1);
    MessageLog log;
    FlowRows rows(log);
    log.append(traffic.take());
    const LadderLayout layout = layoutOf(rows, 700);
    QCOMPARE(layout.lanes().constFirst().title, Traffic::camera(1).text());
    QVERIFY(layout.deviceWidth() > 0);
}

void tst_Ladder::arrowsRunFromSenderToReceiver()
{
    Traffic traffic;
    traffic.login(1);
    traffic.login(2);
    MessageLog log;
    FlowRows rows(log);
    log.append(traffic.take());
    const LadderLayout layout = layoutOf(rows, 700);
    const LadderLayout::Arrow request = layout.arrow(log, log.entry(4)), answer = layout.arrow(log, log.entry(5));
    QCOMPARE(request.from, 1);
    QCOMPARE(request.to, 2);
    QCOMPARE(answer.from, 2);
    QCOMPARE(answer.to, 1);
}

void tst_Ladder::aCaptureWithoutRegisterStillHasTwoSides()
{
    Traffic traffic;
    traffic.beat(1);
    traffic.answer(1, 200).direction = Direction::In; // a capture knows no "out"
    MessageLog log;
    FlowRows rows(log);
    log.append(traffic.take());
    const LadderLayout layout = layoutOf(rows, 700);
    QCOMPARE(layout.arrow(log, log.entry(0)).from, 0);
    QCOMPARE(layout.arrow(log, log.entry(0)).to, 1);
    QCOMPARE(layout.arrow(log, log.entry(1)).from, 1);
    QCOMPARE(layout.arrow(log, log.entry(1)).to, 0);
    QVERIFY(layout.lanes().constLast().title != QStringLiteral("gbscope"));
}

namespace {

/// Somebody in a lane: host and port, role, level, ID.
Party party(const char *host, quint16 port, Role role, quint8 level, const QString &id = {})
{
    return {.endpoint = {QHostAddress(QString::fromLatin1(host)), port},
        .role = role,
        .level = level,
        .above = {},
        .below = {},
        .id = id};
}

/// Each sends one to the next, as somebody captured it.
QList<MessageSummary> chainOf(const QList<Party> &parties)
{
    QList<MessageSummary> messages;
    for (qsizetype i = 1; i < parties.size(); ++i) {
        MessageSummary m;
        m.number = static_cast<quint64>(i);
        m.from = parties[i - 1].endpoint;
        m.to = parties[i].endpoint;
        m.kind = SipKind::Request;
        m.method = SipMethod::Invite;
        m.methodText = QStringLiteral("INVITE");
        messages << m;
    }
    return messages;
}

} // namespace

void tst_Ladder::lanesFollowRoles_data()
{
    QTest::addColumn<QList<Party>>("parties");
    QTest::addColumn<QStringList>("titles");
    const QString camera = Traffic::id(1), other = Traffic::id(2), centre = QStringLiteral("34020000002000000001"),
                  top = QStringLiteral("34000000002000000001");
    QTest::newRow("the platform asks first")
        << QList{party("10.0.0.15", 5060, Role::Platform, 1, centre), party("10.0.0.64", 5060, Role::Device, 0, camera)}
        << QStringList{camera, centre};
    QTest::newRow("a cascade, from above") << QList{party("10.0.0.90", 5060, Role::UpperPlatform, 2, top),
        party("10.0.0.15", 5060, Role::LowerPlatform, 1, centre), party("10.0.0.64", 5060, Role::Device, 0, camera)}
                                           << QStringList{camera, centre, top};
    QTest::newRow("two behind one address") << QList{party("10.0.0.1", 20001, Role::Device, 0, camera),
        party("10.0.0.15", 5060, Role::Platform, 1), party("10.0.0.1", 20002, Role::Device, 0, other)}
                                            << QStringList{camera, other, QStringLiteral("server")};
    QTest::newRow("one with two connections") << QList{party("10.0.0.64", 40001, Role::Device, 0, camera),
        party("10.0.0.15", 5060, Role::Platform, 1), party("10.0.0.64", 40002, Role::Device, 0, camera)}
                                              << QStringList{camera, QStringLiteral("server")};
    QTest::newRow("two platforms on one host") << QList{party("10.0.0.15", 5060, Role::Platform, 1, centre),
        party("10.0.0.64", 5060, Role::Device, 0, camera), party("10.0.0.15", 5062, Role::Platform, 1, top)}
                                               << QStringList{camera, centre, top};
    QList<Party> hosts;
    QStringList titles; // from caller to callee, as they come
    for (int i = 1; i <= 7; ++i) {
        const QByteArray host = "10.0.0." + QByteArray::number(i);
        const bool proxy = i == 3 || i == 5;
        hosts << party(host.constData(), 5060, proxy ? Role::Proxy : Role::Phone, 0);
        titles << QString::fromLatin1(host);
    }
    QTest::newRow("seven hosts of plain SIP") << hosts << titles;
    QTest::newRow("nobody knows who they are")
        << QList{party("10.0.0.7", 5060, Role::Unknown, 0), party("10.0.0.8", 5060, Role::Unknown, 0)}
        << QStringList{QStringLiteral("10.0.0.7:5060"), QStringLiteral("10.0.0.8:5060")};
}

void tst_Ladder::lanesFollowRoles()
{
    QFETCH(const QList<Party>, parties);
    QFETCH(const QStringList, titles);
    MessageLog log;
    FlowRows rows(log);
    log.append(chainOf(parties), {}, parties);
    const LadderLayout layout = layoutOf(rows, 700);
    QStringList shown;
    for (const Lane &lane : layout.lanes())
        shown << lane.title;
    QCOMPARE(shown, titles);
    for (qsizetype i = 0; i < log.count(); ++i) { // from lane to lane, as sent
        const LadderLayout::Arrow arrow = layout.arrow(log, log.entry(i));
        QVERIFY(arrow.from != arrow.to);
    }
}

/// A REGISTER in the middle of a capture tells who is who; the ladder turns.
void tst_Ladder::theRosterTurnsArrows()
{
    const QList<Party> unknown{party("10.0.0.15", 5060, Role::Unknown, 0), party("10.0.0.64", 5060, Role::Unknown, 0)};
    MessageLog log;
    FlowRows rows(log);
    LadderView view(&rows);
    view.resize(700, 500);
    log.append(chainOf(unknown), {}, unknown);
    QCOMPARE(view.ladderLayout().arrow(log, log.entry(0)).from, 0);
    log.append({}, {},
        {party("10.0.0.15", 5060, Role::Platform, 1), party("10.0.0.64", 5060, Role::Device, 0, Traffic::id(1))});
    const LadderLayout::Arrow arrow = view.ladderLayout().arrow(log, log.entry(0));
    QCOMPARE(arrow.from, 1);
    QCOMPARE(arrow.to, 0);
    QCOMPARE(view.ladderLayout().lanes().constFirst().title, Traffic::id(1));
}

void tst_Ladder::idsAreShortenedInTheirMiddle()
{
    QCOMPARE(shortId(Traffic::id(7)), QStringLiteral("3402\u20261320000007"));
    QCOMPARE(tinyId(Traffic::id(7)), QStringLiteral("3402\u20260007"));
    QCOMPARE(shortId(QStringLiteral("camera-7")), QStringLiteral("camera-7"));
    QCOMPARE(tinyId({}), QString());
}

void tst_Ladder::deltasAreShort_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64{0} << QStringLiteral("+0.0 ms");
    QTest::newRow("hundredths") << qint64{30} << QStringLiteral("+0.03 ms");
    QTest::newRow("a tenth") << qint64{96} << QStringLiteral("+0.1 ms");
    QTest::newRow("tenths") << qint64{400} << QStringLiteral("+0.4 ms");
    QTest::newRow("round up to 10") << qint64{9'960} << QStringLiteral("+10 ms");
    QTest::newRow("ms") << qint64{59'000} << QStringLiteral("+59 ms");
    QTest::newRow("seconds") << qint64{1'234'000} << QStringLiteral("+1.234 s");
    QTest::newRow("many seconds") << qint64{59'200'000} << QStringLiteral("+59.2 s");
    QTest::newRow("minutes") << qint64{750'000'000} << QStringLiteral("+12.5 min");
    QTest::newRow("hours") << qint64{14'400'000'000} << QStringLiteral("+4.0 h");
    QTest::newRow("days") << qint64{259'200'000'000} << QStringLiteral("+3.0 d");
    QTest::newRow("backwards") << qint64{-400} << QStringLiteral("\u22120.4 ms");
}

void tst_Ladder::deltasAreShort()
{
    QFETCH(const qint64, microseconds);
    QFETCH(const QString, text);
    QCOMPARE(deltaText(Duration(microseconds)), text);
}

void tst_Ladder::labelsLoseWordsButCutNoNumber()
{
    Traffic traffic;
    traffic.beat(1).sn = 123456;
    traffic.repeatLast();
    traffic.answer(1, 200);
    MessageLog log;
    log.append(traffic.take());
    const QFontMetrics metrics{QFont()};
    const auto fitted = [&](qsizetype row, const QString &width) {
        return fittingLabel(log, log.entry(row), QFont(), metrics.horizontalAdvance(width));
    };
    const QString whole = QStringLiteral("MESSAGE \u00b7 Keepalive SN 123456");
    QCOMPARE(fitted(0, whole), whole);
    QCOMPARE(fitted(0, whole.chopped(1)), QStringLiteral("Keepalive SN 123456"));
    QCOMPARE(fitted(0, QStringLiteral("Keepalive SN 12345")), QStringLiteral("Keepalive"));
    QCOMPARE(fitted(1, QStringLiteral("Keepalive SN 12345")), QStringLiteral("Keepalive  \u21bb 2"));
    QCOMPARE(fitted(2, QStringLiteral("200 (MESSAGE)")), QStringLiteral("200 (MESSAGE)"));
    QCOMPARE(fitted(2, QStringLiteral("200 (MES")), QStringLiteral("200"));
}

void tst_Ladder::kindsAreTold()
{
    Traffic traffic;
    const int statuses[] = {100, 200, 401, 407, 403, 500, 302, 0};
    const ArrowKind kinds[] = {ArrowKind::Provisional, ArrowKind::Success, ArrowKind::Challenge, ArrowKind::Challenge,
        ArrowKind::Failure, ArrowKind::Failure, ArrowKind::Challenge, ArrowKind::Other};
    for (const int status : statuses) {
        traffic.enroll(1, false, QStringLiteral("call%1").arg(status));
        traffic.answer(1, static_cast<quint16>(status));
    }
    traffic.enroll(1, true, QStringLiteral("call401"));
    traffic.answer(1, 401);
    MessageLog log;
    log.append(traffic.take());
    for (std::size_t i = 0; i < std::size(kinds); ++i) {
        QCOMPARE(arrowKind(log.entry(static_cast<qsizetype>(2 * i))), ArrowKind::Request);
        QCOMPARE(arrowKind(log.entry(static_cast<qsizetype>(2 * i + 1))), kinds[i]);
    }
    QCOMPARE(arrowKind(log.entry(log.count() - 1)), ArrowKind::Failure);
    QVERIFY(arrowLook(ArrowKind::Failure, false).width > arrowLook(ArrowKind::Success, false).width);
    QVERIFY(!arrowLook(ArrowKind::Challenge, false).filledHead);
}

void tst_Ladder::aRepeatIsMarkedAndDashed()
{
    Fixture f;
    f.traffic.enroll(1, false);
    f.traffic.repeatLast();
    f.traffic.repeatLast();
    f.rows.setFolding(FlowRows::Folding::Off);
    f.deliver();
    QCOMPARE(rowLabel(f.rows, f.rows.row(0)), QStringLiteral("REGISTER"));
    QCOMPARE(rowLabel(f.rows, f.rows.row(2)), QStringLiteral("REGISTER  \u21bb 3"));
    QVERIFY(f.tipAt(f.view.rowRect(2).center()).contains(QStringLiteral("copy no. 3 of #1")));
    const QImage image = f.view.viewport()->grab().toImage();
    const auto ink = [&](qsizetype row) {
        const int left = f.view.ladderLayout().lanes().constFirst().x + 2;
        return pixelsOf(image, QRect(left, f.view.rowRect(row).center().y() - 1, 120, 3), colours().request);
    };
    QVERIFY(ink(0) > 100);
    QVERIFY(ink(2) > 20 && ink(2) < ink(0) * 8 / 10);
}

void tst_Ladder::followsLiveTraffic()
{
    Fixture f;
    QSignalSpy changed(&f.view, &LadderView::followChanged);
    for (int i = 0; i < 50; ++i) {
        f.traffic.login(1);
        f.deliver();
        QVERIFY(f.atBottom());
    }
    QVERIFY(f.bar().maximum() > 0);
    QVERIFY(f.view.isFollowing());
    QCOMPARE(changed.count(), 0);
    QVERIFY(f.view.viewport()->rect().contains(f.view.messageRect(200)));
}

/// As another view paints all of it.
static QImage freshlyPainted(Fixture &f)
{
    LadderView other(&f.rows);
    other.resize(f.view.size());
    other.show();
    QCoreApplication::sendPostedEvents();
    if (f.view.selectedNumber())
        other.select(*f.view.selectedNumber());
    other.setNames({{Traffic::id(1), f.view.ladderLayout().lanes().constFirst().title}});
    return other.viewport()->grab().toImage();
}

void tst_Ladder::onlyNewRowsArePainted()
{
    Fixture f(1);
    f.view.setNames({{Traffic::id(1), QStringLiteral("gate")}});
    for (int i = 0; i < 20; ++i)
        f.traffic.login(1);
    f.deliver();
    QCoreApplication::sendPostedEvents(); // the scroll bar takes its room
    f.view.viewport()->grab();
    const quint64 before = f.view.paintedRows().painted();
    QVERIFY(before >= 15);
    f.view.viewport()->grab();
    QCOMPARE(f.view.paintedRows().painted(), before);
    f.traffic.login(1); // 4 messages
    f.deliver();
    const QImage image = f.view.viewport()->grab().toImage();
    const quint64 more = f.view.paintedRows().painted() - before;
    QVERIFY2(more >= 4 && more <= 6, qPrintable(QString::number(more))); // what they answer may look another way
    QCOMPARE(image, freshlyPainted(f));
    for (int i = 0; i < 200; ++i) {
        f.traffic.login(1);
        f.deliver();
        f.view.viewport()->grab();
    }
    QVERIFY(f.view.paintedRows().count() <= 80);
}

void tst_Ladder::whatChangedIsPaintedAnew()
{
    Fixture f(1);
    for (int i = 0; i < 20; ++i)
        f.traffic.login(1);
    f.deliver();
    f.view.viewport()->grab();
    const quint64 before = f.view.paintedRows().painted();
    f.key(Qt::Key_Up); // the row below it is selected no more
    f.view.viewport()->grab();
    const quint64 selected = f.view.paintedRows().painted();
    QVERIFY(selected > before);
    f.view.setNames({{Traffic::id(1), QStringLiteral("gate")}});
    f.view.viewport()->grab();
    const quint64 named = f.view.paintedRows().painted();
    QVERIFY(named >= selected + 15);
    QPalette palette = f.view.palette();
    palette.setColor(QPalette::Base, QColor(1, 2, 3));
    f.view.setPalette(palette);
    const QImage image = f.view.viewport()->grab().toImage();
    QVERIFY(f.view.paintedRows().painted() >= named + 15);
    QVERIFY(pixelsOf(image, image.rect(), QColor(1, 2, 3)) > image.width() * image.height() / 2);
}

void tst_Ladder::holdsItsPlaceWhenTheUserScrollsUp()
{
    Fixture f;
    for (int i = 0; i < 50; ++i)
        f.traffic.login(1);
    f.deliver();
    QSignalSpy changed(&f.view, &LadderView::followChanged);
    f.wheel(3);
    QVERIFY(!f.view.isFollowing());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toBool(), false);
    const QRect before = f.view.messageRect(180);
    QVERIFY(f.view.viewport()->rect().contains(before));
    f.traffic.login(2);
    f.deliver();
    QCOMPARE(f.view.messageRect(180), before);
    f.wheel(-30);
    QVERIFY(f.view.isFollowing());
    QCOMPARE(changed.count(), 2);
}

void tst_Ladder::holdsTheMessageWhenAFoldAboveOpens()
{
    Fixture f(1);
    f.traffic.beats(1, 40);
    for (int i = 0; i < 30; ++i)
        f.traffic.login(1);
    f.deliver();
    const quint64 watched = f.log.entry(f.log.count() - 40).number;
    f.view.select(watched);
    QVERIFY(!f.view.isFollowing());
    const QRect before = f.view.messageRect(watched);
    f.rows.setOpen(0, true);
    QCOMPARE(f.rows.row(0).open, true);
    QCOMPARE(f.view.messageRect(watched), before);
    f.rows.setOpen(0, false);
    QCOMPARE(f.view.messageRect(watched), before);
    QCOMPARE(f.view.selectedNumber(), watched);
}

void tst_Ladder::holdsTheSelectedMessageWhenAFoldInSightOpens()
{
    Fixture f(1);
    f.traffic.beats(1, 40);
    f.traffic.login(1);
    for (int i = 0; i < 30; ++i)
        f.traffic.login(1);
    f.deliver();
    f.key(Qt::Key_Home);
    f.view.select(84);
    QCOMPARE(f.bar().value(), 0); // the fold is in sight
    const QRect before = f.view.messageRect(84);
    f.rows.setOpen(0, true);
    QVERIFY(f.bar().value() > 0);
    QCOMPARE(f.view.messageRect(84), before);
}

void tst_Ladder::holdsTheMessageWhenTheOldestGo()
{
    Fixture f;
    f.log.setCapacity(400);
    for (int i = 0; i < 100; ++i)
        f.traffic.login(1);
    f.deliver();
    f.view.select(300);
    const QRect before = f.view.messageRect(300);
    f.traffic.login(1);
    f.deliver();
    QVERIFY(f.log.count() < 400);
    QCOMPARE(f.view.messageRect(300), before);
}

void tst_Ladder::selectingAnEarlierRowHolds()
{
    Fixture f;
    f.traffic.login(1);
    f.deliver();
    f.click(3);
    QVERIFY(f.view.isFollowing()); // the last one: live traffic may go on
    f.click(1);
    QVERIFY(!f.view.isFollowing());
    for (int i = 0; i < 50; ++i)
        f.traffic.login(1);
    const QRect before = f.view.messageRect(2);
    f.deliver();
    QCOMPARE(f.view.messageRect(2), before);
}

void tst_Ladder::endFollowsAgain_data()
{
    QTest::addColumn<int>("modifiers");
    QTest::newRow("End") << int(Qt::NoModifier);
    QTest::newRow("Ctrl+End") << int(Qt::ControlModifier);
    QTest::newRow("setFollow") << -1;
}

void tst_Ladder::endFollowsAgain()
{
    QFETCH(const int, modifiers);
    Fixture f;
    for (int i = 0; i < 50; ++i)
        f.traffic.login(1);
    f.deliver();
    f.view.select(1);
    QVERIFY(!f.view.isFollowing());
    QCOMPARE(f.bar().value(), 0);
    QSignalSpy changed(&f.view, &LadderView::followChanged);
    if (modifiers < 0)
        f.view.setFollow(true);
    else
        f.key(Qt::Key_End, Qt::KeyboardModifiers(modifiers));
    QVERIFY(f.view.isFollowing());
    QVERIFY(f.atBottom());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(f.view.selectedNumber(), modifiers < 0 ? 1U : 200U);
    f.traffic.login(1);
    f.deliver();
    QVERIFY(f.atBottom());
}

void tst_Ladder::resizingKeepsTheBottomOrThePlace()
{
    Fixture f;
    for (int i = 0; i < 50; ++i)
        f.traffic.login(1);
    f.deliver();
    f.view.resize(500, 300);
    QVERIFY(f.atBottom());
    f.view.select(100);
    const QRect before = f.view.messageRect(100);
    f.view.resize(400, 350);
    QCOMPARE(f.view.messageRect(100).top(), before.top());
}

void tst_Ladder::arrowKeysSkipGaps()
{
    Fixture f;
    f.traffic.enroll(1, false);
    f.traffic.wait(9s);
    f.traffic.answer(1, 401);
    f.deliver();
    QCOMPARE(f.kind(1), FlowRow::Kind::Gap);
    QSignalSpy selected(&f.view, &LadderView::selected);
    f.key(Qt::Key_Home);
    f.key(Qt::Key_Down);
    QCOMPARE(f.view.currentRow(), 2);
    f.key(Qt::Key_Down); // there is no more
    f.key(Qt::Key_Up);
    QCOMPARE(f.view.currentRow(), 0);
    QCOMPARE(selected.count(), 3);
    QCOMPARE(selected.at(1).at(0).toULongLong(), 2U);
    f.click(1);
    QCOMPARE(f.view.currentRow(), 0);
}

void tst_Ladder::pagesAndHome()
{
    Fixture f;
    for (int i = 0; i < 50; ++i)
        f.traffic.login(1);
    f.deliver();
    f.key(Qt::Key_Home);
    f.key(Qt::Key_PageDown);
    const qsizetype page = f.view.currentRow();
    QVERIFY(page > 10 && page < 40);
    QVERIFY(f.view.viewport()->rect().contains(f.view.rowRect(page)));
    f.key(Qt::Key_PageDown);
    QCOMPARE(f.view.currentRow(), 2 * page);
    f.key(Qt::Key_PageUp);
    QCOMPARE(f.view.currentRow(), page);
    f.key(Qt::Key_Home);
    QCOMPARE(f.view.currentRow(), 0);
    QCOMPARE(f.bar().value(), 0);
}

void tst_Ladder::enterActivates()
{
    Fixture f;
    f.traffic.login(1);
    f.deliver();
    QSignalSpy activated(&f.view, &LadderView::activated);
    f.key(Qt::Key_Return);
    QCOMPARE(activated.count(), 0);
    f.view.select(3);
    f.key(Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.at(0).at(0).toULongLong(), 3U);
    QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, {}, f.view.rowRect(2).center());
    QCOMPARE(activated.count(), 2);
}

void tst_Ladder::aClickOpensAFold()
{
    Fixture f(1);
    f.traffic.login(1);
    f.traffic.beats(1, 30);
    f.traffic.login(1);
    f.deliver();
    const qsizetype fold = 5;
    QCOMPARE(f.kind(fold), FlowRow::Kind::Fold);
    const QRect before = f.view.rowRect(fold);
    f.click(fold);
    QVERIFY(f.rows.row(fold).open);
    QCOMPARE(f.view.rowRect(fold), before);
    QCOMPARE(f.view.currentRow(), fold);
    f.traffic.login(1);
    f.deliver();
    QCOMPARE(f.view.currentRow(), fold); // the fold, not the message below with the same number
    f.click(fold);
    QVERIFY(!f.rows.row(fold).open);
    QSignalSpy activated(&f.view, &LadderView::activated);
    f.key(Qt::Key_Return);
    QVERIFY(f.rows.row(fold).open);
    QCOMPARE(activated.count(), 0);
}

void tst_Ladder::leftAndRightCloseAndOpen()
{
    Fixture f(1);
    f.traffic.beats(1, 10, 2s);
    f.traffic.login(1);
    f.deliver();
    f.key(Qt::Key_Home);
    f.key(Qt::Key_Right);
    QVERIFY(f.rows.row(0).open);
    QCOMPARE(f.view.currentRow(), 0);
    f.key(Qt::Key_Right);
    QCOMPARE(f.view.currentRow(), 1);
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Left);
    QVERIFY(!f.rows.row(0).open);
    QCOMPARE(f.view.currentRow(), 0);
    f.key(Qt::Key_Right);
    f.view.select(f.log.entry(f.log.count() - 1).number);
    f.key(Qt::Key_Left); // outside of the fold
    QVERIFY(f.rows.row(0).open);
}

void tst_Ladder::nAndPGoToProblems()
{
    Fixture f(1);
    f.traffic.login(1);           // 1..4
    f.traffic.beats(1, 10, 2s);   // 5..24, folded
    f.traffic.beat(1).faults = 8; // 25
    f.traffic.answer(1, 200);
    f.traffic.enroll(1, true); // 27
    f.traffic.answer(1, 403);  // 28
    f.traffic.login(1);
    f.deliver();
    f.view.select(1);
    f.key(Qt::Key_N);
    QCOMPARE(f.view.selectedNumber(), 25U);
    f.key(Qt::Key_N);
    QCOMPARE(f.view.selectedNumber(), 28U);
    f.key(Qt::Key_N);
    QCOMPARE(f.view.selectedNumber(), 28U);
    f.key(Qt::Key_P);
    QCOMPARE(f.view.selectedNumber(), 25U);
    f.key(Qt::Key_P);
    QCOMPARE(f.view.selectedNumber(), 25U);
}

void tst_Ladder::nStopsOnceAtAnOpenFoldOfProblems()
{
    Fixture f(1);
    f.traffic.login(1);
    f.traffic.beats(1, 5, 2s);
    for (qsizetype i = 4; i < f.traffic.messages.size(); i += 2)
        f.traffic.messages[i].faults = 8;
    f.traffic.login(1);
    f.deliver();
    f.view.select(1);
    f.key(Qt::Key_N);
    QCOMPARE(f.view.currentRow(), 4);
    QCOMPARE(f.kind(4), FlowRow::Kind::Fold);
    f.rows.setOpen(4, true);
    f.view.select(1);
    f.key(Qt::Key_N);
    QCOMPARE(f.kind(f.view.currentRow()), FlowRow::Kind::Message);
    QCOMPARE(f.view.selectedNumber(), 5U);
    f.key(Qt::Key_N);
    QCOMPARE(f.view.selectedNumber(), 7U);
}

void tst_Ladder::selectOpensTheFold()
{
    Fixture f(1);
    f.traffic.beats(1, 100);
    f.traffic.login(1);
    f.deliver();
    QSignalSpy selected(&f.view, &LadderView::selected);
    f.view.select(101);
    QVERIFY(f.rows.row(0).open);
    QCOMPARE(f.rows.entry(f.rows.row(f.view.currentRow()).first).number, 101U);
    QVERIFY(f.view.viewport()->rect().contains(f.view.messageRect(101)));
    QCOMPARE(selected.count(), 0);
}

void tst_Ladder::theSelectionOutlivesAFilter()
{
    Fixture f;
    f.traffic.login(1);
    f.traffic.login(2);
    f.deliver();
    f.view.select(2);
    f.rows.setFilter({.devices = {Traffic::id(2)}});
    QCOMPARE(f.view.currentRow(), -1);
    QCOMPARE(f.view.selectedNumber(), 2U);
    QVERIFY(!f.view.copyRowAction()->isEnabled());
    f.rows.setFilter({});
    QCOMPARE(f.view.currentRow(), 1);
    QVERIFY(f.view.copyRowAction()->isEnabled());
}

void tst_Ladder::anotherRecordHasNoSelection()
{
    Fixture f;
    f.traffic.login(1);
    f.deliver();
    f.view.select(2);
    f.log.clear();
    QVERIFY(!f.view.selectedNumber());
    QVERIFY(f.view.isFollowing());
    f.key(Qt::Key_Down); // nothing to step to
    QCOMPARE(f.view.currentRow(), -1);
}

void tst_Ladder::hostileTextStaysText()
{
    const QString hostile = QStringLiteral("<img src=x><b>&lt;3402</b>");
    Fixture f;
    MessageSummary &m = f.traffic.request(1, SipMethod::Other, hostile, hostile);
    m.device = hostile;
    m.command = hostile;
    f.deliver();
    const QString tip = f.tipAt(f.view.rowRect(0).center());
    QVERIFY(tip.contains(hostile));
    QVERIFY(!Qt::mightBeRichText(tip));
    const QString heading = f.tipAt(QPoint(f.view.ladderLayout().lanes().constFirst().x, 4));
    QVERIFY(heading.contains(hostile));
    QVERIFY(!Qt::mightBeRichText(heading));
    f.view.select(1);
    f.view.copyRowAction()->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(hostile));
    f.view.copyCallIdAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), hostile);
}

void tst_Ladder::actionsOfTheMenu()
{
    Fixture f;
    f.traffic.login(1);
    f.traffic.enroll(1, false, {});
    f.deliver();
    QVERIFY(!f.view.copyCallIdAction()->isEnabled());
    f.view.select(2);
    QSignalSpy dialog(&f.view, &LadderView::dialogFilterRequested);
    f.view.onlyDialogAction()->trigger();
    QCOMPARE(dialog.count(), 1);
    QCOMPARE(dialog.at(0).at(0).toString(), QStringLiteral("reg@camera"));
    f.view.copyRowAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
        QStringLiteral("10:00:00.000  192.168.1.15:5060 \u2192 192.168.2.1:5060  401"));
    f.view.select(5); // without a Call-ID
    QVERIFY(f.view.copyRowAction()->isEnabled());
    QVERIFY(!f.view.onlyDialogAction()->isEnabled());
}

void tst_Ladder::theMenuKeyOpensTheMenu()
{
    Fixture f;
    f.traffic.login(1);
    f.deliver();
    f.view.select(2);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, f.view.mapToGlobal(QPoint()));
    QApplication::sendEvent(&f.view, &event);
    const auto *menu = f.view.findChild<QMenu *>();
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(f.view.copyCallIdAction()));
}

void tst_Ladder::anEmptyLadderSaysWhy()
{
    Fixture f;
    const QImage before = f.view.viewport()->grab().toImage();
    QCOMPARE(pixelsOf(before, before.rect(), colours().muted), 0);
    f.view.setEmptyText(QStringLiteral("Nobody has called yet"));
    const QImage after = f.view.viewport()->grab().toImage();
    QVERIFY(pixelsOf(after, QRect(200, 200, 300, 100), colours().muted) > 50);
    QVERIFY(!f.view.accessibleName().isEmpty());
}

void tst_Ladder::failuresAreRed()
{
    Fixture f;
    f.traffic.login(1);
    f.traffic.enroll(1, true, QStringLiteral("other"));
    f.traffic.answer(1, 403);
    f.deliver();
    const QImage image = f.view.viewport()->grab().toImage();
    const auto red = [&](qsizetype row) { return pixelsOf(image, f.view.rowRect(row), colours().failure); };
    for (const qsizetype row : {0, 1, 2, 3, 4})
        QCOMPARE(red(row), 0);
    QVERIFY(red(5) > 200);
    QVERIFY(pixelsOf(image, f.view.rowRect(1), colours().challenge) > 100);
    QVERIFY(pixelsOf(image, f.view.rowRect(3), colours().success) > 100);
}

QTEST_MAIN(tst_Ladder)
#include "tst_ladder.moc"
