#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QTest>
#include <QToolButton>

using namespace gb::ui;

class IconsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyDrawingShowsInBothSchemes_data();
    void everyDrawingShowsInBothSchemes();
    void noTwoDrawingsAreAlike();
    void disabledIsPaler();
    void anyScaleIsSharp();
    void aButtonFollowsTheScheme();
    void unknownIsNull();
};

namespace {

QStringList names()
{
    QStringList names;
    for (const QString &file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}))
        names.append(file.chopped(4));
    return names;
}

QImage image(const QIcon &icon, int size, QIcon::Mode mode = QIcon::Normal)
{
    return icon.pixmap(QSize(size, size), 1.0, mode).toImage().convertToFormat(QImage::Format_ARGB32);
}

int inked(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 127;
    }
    return count;
}

/// The first solid pixel tells: a drawing of one colour has no other.
QColor inkOf(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 255)
                return QColor(image.pixel(x, y));
        }
    }
    return {};
}

} // namespace

void IconsTest::everyDrawingShowsInBothSchemes_data()
{
    QTest::addColumn<QString>("name");
    QVERIFY(names().size() >= 12);
    for (const QString &name : names())
        QTest::newRow(qPrintable(name)) << name;
}

void IconsTest::everyDrawingShowsInBothSchemes()
{
    QFETCH(const QString, name);
    const QIcon icon = gb::ui::icon(name);
    QVERIFY(!icon.isNull());
    for (const int size : {16, 24, 48}) {
        applyScheme(Scheme::Light);
        const QImage light = image(icon, size);
        applyScheme(Scheme::Dark);
        const QImage dark = image(icon, size);
        QCOMPARE(light.size(), QSize(size, size));
        QVERIFY2(inked(light) > size * size / 20, qPrintable(QString::number(inked(light))));
        if (name == QStringLiteral("gbscope")) { // the program's own, in its own colours
            QCOMPARE(dark, light);
            continue;
        }
        QCOMPARE(inked(dark), inked(light));
        QVERIFY(dark != light);
    }
    if (name != QStringLiteral("gbscope"))
        QCOMPARE(inkOf(image(icon, 48)), QGuiApplication::palette().color(QPalette::ButtonText));
}

void IconsTest::noTwoDrawingsAreAlike()
{
    applyScheme(Scheme::Light);
    QList<QImage> seen;
    for (const QString &name : names()) {
        const QImage one = image(icon(name), 16);
        QVERIFY2(!seen.contains(one), qPrintable(name));
        seen.append(one);
    }
}

void IconsTest::disabledIsPaler()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        applyScheme(scheme);
        const QIcon open = icon(QStringLiteral("open"));
        QCOMPARE(inkOf(image(open, 48, QIcon::Disabled)),
            QGuiApplication::palette().color(QPalette::Disabled, QPalette::ButtonText));
        QVERIFY(image(open, 48, QIcon::Disabled) != image(open, 48));
    }
}

void IconsTest::anyScaleIsSharp()
{
    applyScheme(Scheme::Light);
    const QIcon listen = icon(QStringLiteral("listen"));
    for (const qreal ratio : {1.0, 1.5, 2.0}) {
        const QPixmap pixmap = listen.pixmap(QSize(24, 24), ratio);
        QCOMPARE(pixmap.size(), QSize(24, 24) * ratio);
        QCOMPARE(pixmap.devicePixelRatio(), ratio);
        // Drawn at that size, not blown up from a smaller one.
        QImage plain = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
        plain.setDevicePixelRatio(1);
        QCOMPARE(plain, image(listen, qRound(24 * ratio)));
    }
}

void IconsTest::aButtonFollowsTheScheme()
{
    applyScheme(Scheme::Light);
    QToolButton button;
    button.setIcon(icon(QStringLiteral("record")));
    button.show();
    QTRY_VERIFY(button.windowHandle() && button.windowHandle()->isExposed());
    const QImage light = button.grab().toImage();
    const QColor before = light.pixelColor(light.rect().center());
    applyScheme(Scheme::Dark);
    const QImage dark = button.grab().toImage();
    const QColor after = dark.pixelColor(dark.rect().center());
    QVERIFY2(before.lightness() < 100 && after.lightness() > 150, qPrintable(before.name() + after.name()));
}

void IconsTest::unknownIsNull()
{
    QVERIFY(icon(QStringLiteral("no such drawing")).isNull());
}

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
