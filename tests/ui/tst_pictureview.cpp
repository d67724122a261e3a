#include "core/client/snapshot/picturebytes.h"
#include "core/client/snapshot/pictureinfo.h"
#include "ui/client/asking.h"
#include "ui/client/picturecanvas.h"
#include "ui/client/pictureview.h"

#include <QBuffer>
#include <QListWidget>
#include <QRandomGenerator>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using Fault = DecodedPicture::Fault;

/// Pictures that devices upload: what is shown of them, and what hostile ones can do.
class tst_PictureView : public QObject
{
    Q_OBJECT
private slots:
    void decodes_data();
    void decodes();
    void anyBytesAreTaken_data();
    void anyBytesAreTaken();
    void theChosenOneIsShown();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void anotherAnswerComesAheadOfTheOldPicture();
    void bytesAreBounded();
    void olderPicturesMakeRoom();
};

static QByteArray encoded(const char *format, QSize size = {320, 200})
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x % 256, y % 256, (x * y) % 256));
    }
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 80);
    return octets;
}

/// The frame header of a JPEG says another size.
static QByteArray ofSize(QByteArray jpeg, int width, int height)
{
    qsizetype at = jpeg.indexOf("\xff\xc0");
    for (const int value : {height, width}) {
        jpeg[at + 5] = static_cast<char>(value >> 8);
        jpeg[at + 6] = static_cast<char>(value & 0xff);
        at += 2;
    }
    return jpeg;
}

void tst_PictureView::decodes_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QSize>("size"); // of what is painted; invalid: nothing
    const auto row = [](const char *name, const QByteArray &octets, Fault fault, QSize size = {}) {
        QTest::newRow(name) << octets << static_cast<int>(fault) << size;
    };
    const QByteArray jpeg = encoded("JPEG"), png = encoded("PNG"), bmp = encoded("BMP");
    const QSize size(320, 200);
    row("JPEG", jpeg, Fault::None, size);
    row("PNG", png, Fault::None, size);
    row("BMP", bmp, Fault::None, size);
    row("a JPEG that is padded", jpeg + QByteArray(64, '\0'), Fault::None, size);
    row("larger than there is room", encoded("JPEG", {1600, 1000}), Fault::None, {640, 400});
    row("a large PNG", encoded("PNG", {1600, 1000}), Fault::None, {640, 400});
    row("half of a JPEG", jpeg.left(jpeg.size() / 2), Fault::Cut, size);
    row("half of a PNG", png.left(png.size() / 2), Fault::Damaged);
    row("a JPEG's head alone", jpeg.left(jpeg.indexOf("\xff\xda")), Fault::Damaged);
    row("HTML", "<html><img src=\"x.jpg\"></html>", Fault::NoPicture);
    row("SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Fault::NoPicture);
    row("GIF", "GIF89a\x01\x00\x01\x00\x00\x00\x00;", Fault::NoPicture);
    row("nothing", {}, Fault::NoPicture);
    row("a JPEG of 65535 x 65535", ofSize(jpeg, 0xffff, 0xffff), Fault::TooLarge);
    row("a JPEG of more than 40 million pixels", ofSize(jpeg, 8000, 5001), Fault::TooLarge);
    row("a JPEG of a thousand scans", jpeg + QByteArray("\xff\xda").repeated(1000) + "\xff\xd9", Fault::TooLarge);
    QByteArray wide = png;
    wide.replace(16, 8, QByteArray::fromHex("0000ffff0000ffff"));
    row("a PNG of 65535 x 65535", wide, Fault::TooLarge);
    wide.replace(16, 8, QByteArray::fromHex("7fffffff7fffffff"));
    row("a PNG of two thousand million rows", wide, Fault::NoPicture);
    row("a PNG with another size than its data",
        QByteArray(png).replace(16, 8, QByteArray::fromHex("0000006400000064")), Fault::Damaged);
    QByteArray deep = bmp;
    deep.replace(18, 8, QByteArray::fromHex("ffffff7fffffff7f"));
    row("a BMP of two thousand million columns", deep, Fault::NoPicture);
    deep.replace(18, 8, QByteArray::fromHex("0a00000000000080"));
    row("a BMP with the least height", deep, Fault::NoPicture);
}

void tst_PictureView::decodes()
{
    QFETCH(QByteArray, octets);
    QFETCH(int, fault);
    QFETCH(QSize, size);
    const DecodedPicture picture = decodePicture(octets, {640, 400});
    QCOMPARE(static_cast<int>(picture.fault), fault);
    QCOMPARE(picture.image.isNull(), !size.isValid() || size.isEmpty());
    if (!picture.image.isNull())
        QCOMPARE(picture.image.size(), size);
}

void tst_PictureView::anyBytesAreTaken_data()
{
    QTest::addColumn<QByteArray>("good");
    for (const char *format : {"JPEG", "PNG", "BMP"})
        QTest::newRow(format) << encoded(format, {48, 32});
}

/// Some bytes of a good picture are others, or are missing: no crash, and nothing is larger than there is room.
void tst_PictureView::anyBytesAreTaken()
{
    QFETCH(QByteArray, good);
    QRandomGenerator random(28181);
    for (int round = 0; round < 400; ++round) {
        QByteArray octets = good;
        for (int i = random.bounded(1, 12); i > 0; --i)
            octets[random.bounded(static_cast<int>(octets.size()))] = static_cast<char>(random.bounded(256));
        if (round % 5 == 0)
            octets.truncate(random.bounded(static_cast<int>(octets.size())));
        const DecodedPicture picture = decodePicture(octets, {64, 64});
        QVERIFY(picture.image.width() <= 64 && picture.image.height() <= 64);
        QCOMPARE(picture.image.isNull(), picture.fault != Fault::None && picture.fault != Fault::Cut);
    }
}

static AskPicture uploaded(const QByteArray &octets)
{
    AskPicture one = pictureOf(octets);
    one.name = QStringLiteral("<b>evil.exe</b>");
    one.kept = PictureBytes::keep(octets);
    return one;
}

static AskReportPtr answer(const QList<AskPicture> &pictures)
{
    auto report = std::make_shared<AskReport>();
    report->command = QStringLiteral("snapshot");
    report->snapshot.emplace();
    report->snapshot->pictures = pictures;
    return report;
}

static QString said(const PictureView &view)
{
    return view.findChild<PictureCanvas *>()->accessibleDescription();
}

void tst_PictureView::theChosenOneIsShown()
{
    PictureView view;
    view.retranslate();
    view.resize(700, 400);
    view.show(answer({uploaded(encoded("JPEG", {40, 20})), uploaded(encoded("PNG", {60, 30}))}));
    QCOMPARE(view.count(), 2);
    QTRY_COMPARE(view.image().size(), QSize(40, 20));
    auto *const list = view.findChild<QListWidget *>();
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_COMPARE(view.image().size(), QSize(60, 30));
    QVERIFY2(said(view).contains(u"PNG") && said(view).contains(u"60"), qPrintable(said(view)));
    QVERIFY(!view.findChild<PictureCanvas *>()->accessibleName().isEmpty());
    view.show(nullptr);
    QCOMPARE(view.count(), 0);
    QVERIFY(view.image().isNull());
}

void tst_PictureView::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<QString>("says");
    const QByteArray jpeg = encoded("JPEG");
    const auto row = [](const char *name, const QByteArray &octets, bool kept, const char *says) {
        QTest::newRow(name) << octets << kept << QString::fromLatin1(says);
    };
    row("cut", jpeg.left(jpeg.size() / 2), true, "It is cut");
    row("damaged", jpeg.left(jpeg.indexOf("\xff\xda")), true, "It is damaged");
    row("too large", ofSize(jpeg, 60000, 60000), true, "more pixels");
    row("no picture", "<html>", true, "neither JPEG");
    row("no room", jpeg, false, "no room");
}

void tst_PictureView::whatIsWrongIsSaid()
{
    QFETCH(QByteArray, octets);
    QFETCH(bool, kept);
    QFETCH(QString, says);
    PictureView view;
    view.retranslate();
    AskPicture one = uploaded(octets);
    if (!kept)
        one.kept.reset();
    view.show(answer({one}));
    QTRY_VERIFY2(said(view).contains(says), qPrintable(said(view)));
}

void tst_PictureView::anotherAnswerComesAheadOfTheOldPicture()
{
    PictureView view;
    view.retranslate();
    view.show(answer({uploaded(encoded("JPEG", {2000, 1000}))}));
    view.show(answer({uploaded(encoded("PNG", {10, 10}))}));
    QTRY_COMPARE(view.image().size(), QSize(10, 10));
    QCoreApplication::processEvents();
    QCOMPARE(view.image().size(), QSize(10, 10));
}

/// All of a process together, and what is gone makes room.
void tst_PictureView::bytesAreBounded()
{
    const QByteArray large(PictureBytes::mostOfOne, 'x');
    QVERIFY(!PictureBytes::keep(large + 'x'));
    QList<std::shared_ptr<const PictureBytes>> all;
    for (int i = 0; i < 20; ++i) {
        if (const auto one = PictureBytes::keep(large))
            all.append(one);
    }
    QCOMPARE(all.size(), PictureBytes::mostOfAll / PictureBytes::mostOfOne);
    all.removeLast();
    QVERIFY(PictureBytes::keep(large));
}

void tst_PictureView::olderPicturesMakeRoom()
{
    Asking asking;
    QList<AskQuestion> asked;
    connect(&asking, &Asking::askRequested, this, [&](const AskQuestion &question) { asked.append(question); });
    const QByteArray octets = encoded("JPEG") + QByteArray(9'000'000, '\0');
    const auto take = [&](const QString &device) {
        asking.ask({.device = device, .command = QStringLiteral("snapshot")});
        AskReport report = *answer({uploaded(octets)});
        report.id = asked.constLast().id;
        report.device = device;
        asking.take(report);
    };
    const auto has = [&](const QString &device) {
        const AskReportPtr report = asking.last({device, {}, QStringLiteral("snapshot")});
        return report && report->items.size() == 1 && report->snapshot->pictures.constFirst().kept;
    };
    for (int i = 0; i < 7; ++i)
        take(QString::number(i));
    QVERIFY(!has(QStringLiteral("0")) && !has(QStringLiteral("1")));
    QVERIFY(has(QStringLiteral("2")) && has(QStringLiteral("6")));
    QCOMPARE(asking.last({QStringLiteral("0"), {}, QStringLiteral("snapshot")})->items.size(), 1);
}

QTEST_MAIN(tst_PictureView)
#include "tst_pictureview.moc"
