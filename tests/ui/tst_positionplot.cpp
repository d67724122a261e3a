#include "ui/client/noticerows.h"
#include "ui/client/positionplot.h"
#include "ui/widgets/theme.h"

#include <QtTest>

#include <cmath>

using namespace gb;
using namespace gb::ui;
using Kind = PositionTrack::Kind;

/// Positions that a subscription brings, on a plane.
class tst_PositionPlot : public QObject
{
    Q_OBJECT
private slots:
    void whatIsAPosition_data();
    void whatIsAPosition();
    void eachDeviceHasItsTrack();
    void thePlaneIsNeverEmpty();
    void metresAreAsLongInBothDirections();
    void roundLengths_data();
    void roundLengths();
    void theKeysChoose();
    void theChosenOneStays();
    void whatIsMissingIsSaid();
    void anyNumbersArePainted();
    void itIsSeenInBothThemes();

private:
    static AskReportPtr report(const QList<QStringList> &items, const char *command = "subscribe-position")
    {
        AskReport one{.id = 1, .command = QString::fromLatin1(command)};
        const bool look = one.command == u"subscribe-ptz";
        one.columns = {QStringLiteral("Came at"), look ? QStringLiteral("Pan") : QStringLiteral("Longitude"),
            look ? QStringLiteral("Tilt") : QStringLiteral("Latitude"), QStringLiteral("DeviceID")};
        one.items = items;
        return std::make_shared<const AskReport>(one);
    }
    static QStringList at(const char *x, const char *y, const char *device = "1")
    {
        return {QStringLiteral("08:00"), QString::fromLatin1(x), QString::fromLatin1(y), QString::fromLatin1(device)};
    }
    static QList<QStringList> way(int count, int first = 0)
    {
        QList<QStringList> items;
        for (int i = first; i < first + count; ++i)
            items.append({QString::number(i), QString::number(113.9 + i * 0.0001, 'f', 6), QStringLiteral("22.5"),
                QStringLiteral("1")});
        return items;
    }
};

void tst_PositionPlot::whatIsAPosition_data()
{
    QTest::addColumn<QStringList>("row");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("counts"); // points, at 0 0, unreadable
    const auto row = [](const char *name, const QStringList &item, const char *counts, const char *command) {
        QTest::newRow(name) << item << QString::fromLatin1(command) << QString::fromLatin1(counts);
    };
    const char *place = "subscribe-position", *look = "subscribe-ptz";
    row("place", at("113.93", "22.53"), "1 0 0", place);
    row("west and south", at("-70.5", "-33.4"), "1 0 0", place);
    row("blanks", at(" 113.93 ", "22.53"), "1 0 0", place);
    row("no fix", at("0", "0.000000"), "0 1 0", place);
    row("on the equator", at("10", "0"), "1 0 0", place);
    row("empty", at("", ""), "0 0 1", place);
    row("text", at("east", "north"), "0 0 1", place);
    row("nan", at("nan", "22"), "0 0 1", place);
    row("inf", at("inf", "-inf"), "0 0 1", place);
    row("1e308", at("1e308", "1"), "0 0 1", place);
    row("swapped", at("22.53", "113.93"), "0 0 1", place);
    row("a comma", at("113,93", "22,53"), "0 0 1", place);
    row("a short row", {QStringLiteral("08:00")}, "0 0 1", place);
    row("look", at("359.9", "-30"), "1 0 0", look);
    row("look straight ahead", at("0", "0"), "1 0 0", look);
    row("look beyond", at("3600", "0"), "0 0 1", look);
    row("another question", at("113.93", "22.53"), "0 0 0", "subscribe-alarm");
}

void tst_PositionPlot::whatIsAPosition()
{
    QFETCH(QStringList, row);
    QFETCH(QString, command);
    QFETCH(QString, counts);
    const PositionTrack track = PositionTrack::of(*report({row}, command.toLatin1().constData()));
    QCOMPARE(
        QStringLiteral("%1 %2 %3").arg(static_cast<int>(track.points.size())).arg(track.noFix).arg(track.unreadable),
        counts);
}

void tst_PositionPlot::eachDeviceHasItsTrack()
{
    const PositionTrack track = PositionTrack::of(
        *report({at("1", "1", "a"), at("2", "1", "b"), at("1", "2", "a"), at("179", "1", "b"), at("-179", "1", "b")}));
    QCOMPARE(track.tracks, 2);
    QString begins;
    for (const auto &one : track.points)
        begins += QString::number(one.track) + (one.begins ? u'+' : u'-');
    QCOMPARE(begins, QStringLiteral("0+1+0-1-1+")); // over the date line no line is drawn
    QList<QStringList> many;
    for (int i = 0; i < 50; ++i)
        many.append(at("1", "1", QByteArray::number(i).constData()));
    const PositionTrack crowd = PositionTrack::of(*report(many));
    QCOMPARE(crowd.tracks, 50);
    for (const auto &one : crowd.points)
        QVERIFY(one.track < PositionTrack::mostTracks);
}

/// A device that stands still is no picture of the jitter of its receiver.
void tst_PositionPlot::thePlaneIsNeverEmpty()
{
    for (const char *command : {"subscribe-position", "subscribe-ptz"}) {
        const PositionTrack track = PositionTrack::of(*report({at("113.93", "22.53"), at("113.93", "22.53")}, command));
        const QRectF area = track.area();
        const QSizeF unit = track.scaleAt(area.center().y());
        QVERIFY(area.width() * unit.width() > 1.9 && area.height() * unit.height() > 1.9);
        QVERIFY(area.contains(QPointF(113.93, 22.53)));
    }
}

void tst_PositionPlot::metresAreAsLongInBothDirections()
{
    PositionTrack track;
    track.kind = Kind::Place;
    QVERIFY(std::abs(track.scaleAt(0).width() - 111'195) < 1);
    QVERIFY(std::abs(track.scaleAt(60).width() - 111'195 / 2.0) < 1);
    QVERIFY(std::abs(track.scaleAt(60).height() - 111'195) < 1);
    QVERIFY(track.scaleAt(90).width() > 0);
}

void tst_PositionPlot::roundLengths_data()
{
    QTest::addColumn<double>("most");
    QTest::addColumn<double>("length");
    for (const auto &[most, length] : {std::pair(1.0, 1.0), {1.9, 1.0}, {2.0, 2.0}, {4.99, 2.0}, {5.0, 5.0},
             {99.0, 50.0}, {100.0, 100.0}, {0.03, 0.02}, {0.0, 0.0}, {-1.0, 0.0}, {std::nan(""), 0.0}, {INFINITY, 0.0}})
        QTest::addRow("%g", most) << most << length;
}

void tst_PositionPlot::roundLengths()
{
    QFETCH(double, most);
    QFETCH(double, length);
    QVERIFY(std::abs(roundLength(most) - length) <= length * 1e-9);
}

void tst_PositionPlot::theKeysChoose()
{
    PositionPlot plot;
    plot.resize(400, 300);
    plot.show(report(way(30)));
    QCOMPARE(plot.count(), 30);
    QVERIFY(plot.focusPolicy() & Qt::TabFocus);
    QVERIFY2(plot.words().startsWith(u"last"), qPrintable(plot.words()));
    const auto after = [&plot](Qt::Key key) {
        QTest::keyClick(&plot, key);
        return plot.words().section(QStringLiteral(" \u00b7 "), 0, 0);
    };
    QCOMPARE(after(Qt::Key_Left), QStringLiteral("29 of 30"));
    QCOMPARE(after(Qt::Key_PageUp), QStringLiteral("19 of 30"));
    QCOMPARE(after(Qt::Key_Home), QStringLiteral("1 of 30"));
    QCOMPARE(after(Qt::Key_Left), QStringLiteral("1 of 30"));
    QCOMPARE(after(Qt::Key_Right), QStringLiteral("2 of 30"));
    QVERIFY2(plot.accessibleDescription().contains(u"longitude 113.900100"), qPrintable(plot.accessibleDescription()));
    QCOMPARE(after(Qt::Key_End), QStringLiteral("last"));
    QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(10, 150));
    QCOMPARE(plot.words().section(QStringLiteral(" \u00b7 "), 0, 0), QStringLiteral("1 of 30"));
}

/// While others come, and older ones make room.
void tst_PositionPlot::theChosenOneStays()
{
    PositionPlot plot;
    plot.show(report(way(10)));
    QTest::keyClick(&plot, Qt::Key_Home);
    QTest::keyClick(&plot, Qt::Key_Right);
    const auto showing = [&plot](int first, int count) {
        AskReport later = *report(way(count, first));
        later.dropped = first;
        plot.show(std::make_shared<const AskReport>(later));
        return plot.words();
    };
    QVERIFY(showing(0, 12).startsWith(u"2 of 12"));
    QVERIFY(showing(1, 12).startsWith(u"1 of 12"));
    QVERIFY(showing(2, 12).startsWith(u"last")); // it made room
}

void tst_PositionPlot::whatIsMissingIsSaid()
{
    PositionPlot plot;
    AskReport one = *report({at("113.93", "22.53"), at("0", "0"), at("x", "y")});
    one.dropped = 7;
    one.missed = 3;
    plot.show(std::make_shared<const AskReport>(one));
    for (const char *text : {"1 position", "113.930000", "7 older ones", "3 NOTIFY", "1 at 0, 0", "1 cannot be read"})
        QVERIFY2(plot.summary().contains(QString::fromLatin1(text)), qPrintable(plot.summary()));
    QVERIFY(plot.accessibleDescription().startsWith(plot.summary()));
}

/// From one end of the earth to the other, the poles, one point, and none: no number makes a picture that cannot be.
void tst_PositionPlot::anyNumbersArePainted()
{
    PositionPlot plot;
    plot.resize(300, 200);
    for (const auto &items : {QList<QStringList>{}, {at("-180", "-90"), at("180", "90")}, {at("180", "90")},
             {at("1e-300", "1e-300")}, {at("113.93", "22.53"), at("113.9300000001", "22.53")}}) {
        for (const char *command : {"subscribe-position", "subscribe-ptz"}) {
            plot.show(report(items, command));
            QVERIFY(!plot.grab().isNull());
        }
    }
    plot.show(report(way(static_cast<int>(NoticeRows::most))));
    for (const QSize &size : {QSize(1, 1), QSize(20, 20), QSize(3000, 30)}) {
        plot.resize(size);
        plot.grab();
    }
}

/// The way and the last position differ from what is behind them, by 3:1 as what is drawn must.
void tst_PositionPlot::itIsSeenInBothThemes()
{
    const auto light = [](const QColor &colour) {
        const auto part = [](double value) {
            return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    };
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        applyScheme(scheme);
        PositionPlot plot;
        plot.resize(300, 200);
        plot.show(report({at("113.93", "22.53")}));
        const QImage image = plot.grab().toImage();
        const double behind = light(image.pixelColor(20, image.height() / 2));
        double best = 1;
        for (int y = 0; y < image.height(); ++y) {
            const double one = light(image.pixelColor(image.width() / 2, y));
            best = std::max(best, (std::max(one, behind) + 0.05) / (std::min(one, behind) + 0.05));
        }
        QVERIFY2(best >= 3, qPrintable(QString::number(best)));
    }
}

QTEST_MAIN(tst_PositionPlot)
#include "tst_positionplot.moc"
