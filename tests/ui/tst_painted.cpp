#include "core/report/format.h"
#include "ui/export/painted.h"
#include "ui/export/svgpages.h"

#include <QSvgRenderer>
#include <QtTest>
#include <QtWidgets>

using namespace gb;
using namespace gb::ui;

/// Pictures that are painted of those that core writes as SVG.
class tst_Painted : public QObject
{
    Q_OBJECT
private slots:
    void names();
    void pictures_data();
    void pictures();
    void aRowStandsOnOnePage();
    void aPageShowsWhatThePictureShows();
    void whatIsNoPictureHasNoPages();
    void tooLargeForPixels();
    void theFileThatIsThereStays();
    void cancelled();

private:
    static inline const QString capture = QStringLiteral(GBSCOPE_TEST_DATA "/field2/11a-auto-unregister.pcap");
    static QByteArray ladder(const QString &file, const QByteArray &format = "svg")
    {
        QTemporaryDir folder;
        const QString svg = folder.filePath(QStringLiteral("a.svg"));
        ExportOptions options;
        options.format = format;
        const ExportResult result = exportCapture({file}, svg, options);
        QFile written(svg);
        return result.error.isEmpty() && written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
    }
    /// A ladder of so many messages.
    static QByteArray tall(int rows, int width = 600)
    {
        QByteArray out = "<svg xmlns=\"http://www.w3.org/2000/svg\" height=\"" + QByteArray::number(34 + 30 * rows)
            + "\" width=\"" + QByteArray::number(width)
            + "\">\n<style>svg .time{color:#123456;fill:#123456}</style>\n<rect width=\"100%\" height=\"100%\"/>\n"
            + "<text x=\"0\" y=\"16\">head</text><path d=\"M168 22V" + QByteArray::number(30 + 30 * rows) + "\"/>";
        for (int i = 1; i <= rows; ++i) {
            out += QStringLiteral("<rect class=\"proof\" x=\"0\" y=\"%1\" width=\"100%\" height=\"30\"/>"
                                  "<text x=\"0\" y=\"%2\" class=\"time\">t%4</text>"
                                  "<path d=\"M168 %2H458m-7 -4l7 4l-7 4\"/><text x=\"178\" y=\"%3\">n%4</text>")
                       .arg(26 + 30 * i - 28)
                       .arg(26 + 30 * i - 6)
                       .arg(26 + 30 * i - 12)
                       .arg(i)
                       .toUtf8();
        }
        return out + "</svg>";
    }
    static QRect boxOf(const QByteArray &page)
    {
        static const QRegularExpression box(QStringLiteral("viewBox=\"0 (-?\\d+) (\\d+) (\\d+)\""));
        const QRegularExpressionMatch found = box.match(QString::fromUtf8(page));
        return {0, found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt()};
    }
};

void tst_Painted::names()
{
    for (const PaintedFormat &one : paintedFormats()) {
        QVERIFY2(formatOf(one.svg), one.id);
        QVERIFY2(!formatOf(one.id), one.id); // else nobody could choose it
        QCOMPARE(paintedFormatOf(one.id), &one);
    }
    QVERIFY(!paintedFormatOf("svg"));
}

void tst_Painted::pictures_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const PaintedFormat &one : paintedFormats())
        QTest::newRow(one.id) << QByteArray(one.id);
}

void tst_Painted::pictures()
{
    QFETCH(const QByteArray, format);
    QTemporaryDir folder;
    const PaintedFormat *const painted = paintedFormatOf(format);
    const QString to = folder.filePath(QStringLiteral("a") + QLatin1String(painted->ending));
    ExportOptions options;
    options.format = format;
    const ExportResult result = exportAs({capture}, to, options);
    QCOMPARE(result.error, QString());
    QVERIFY(result.messages > 3);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), qsizetype(1));
    QFile file(to);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray octets = file.readAll();
    if (painted->paged) {
        QVERIFY(octets.startsWith("%PDF-") && octets.trimmed().endsWith("%%EOF"));
        // 50 rows of 30 units are more than a page of a ladder, and the chart of one device is less
        QCOMPARE(octets.count("/Type /Page\n"), format.startsWith("ladder") ? 2 : 1);
        QVERIFY(octets.contains("/FontFile")); // text is text, not outlines
        QVERIFY(octets.size() < 100'000);
        return;
    }
    const QImage image = QImage::fromData(octets, "PNG");
    QVERIFY(!image.isNull());
    QCOMPARE(image.text(QStringLiteral("Description")), whatIsRemoved(options.profile));
    QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
    const QByteArray svg = ladder(capture, painted->svg);
    const QColor drawn(svg.contains("class=\"line\"") ? 0x0b57a4 : 0x1a7f37);
    qsizetype found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixelColor(x, y) == drawn ? 1 : 0;
    }
    QVERIFY(found > 20);
}

void tst_Painted::aRowStandsOnOnePage()
{
    constexpr int rows = 100;
    const QList<PicturePage> pages = pagesOf(tall(rows), {500, 26, 8});
    QVERIFY(pages.size() > 6);
    QHash<QString, qsizetype> on;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const PicturePage &page = pages.at(i);
        const QRect box = boxOf(page.svg);
        QVERIFY2(box.height() <= 500, page.svg.left(200).constData());
        QVERIFY(QSvgRenderer(page.svg).isValid());
        QVERIFY(!page.svg.contains("<text"));
        QCOMPARE(page.svg.count("<style"), 1);
        QCOMPARE(page.labels.first().text, QStringLiteral("head"));
        QCOMPARE(page.svg.count("class=\"proof\""), (page.labels.size() - 1) / 2);
        for (const PicturePage::Label &label : page.labels.mid(1)) {
            QVERIFY2(!on.contains(label.text), qPrintable(label.text));
            on.insert(label.text, i);
            QVERIFY(label.y - 18 >= (i == 0 ? 0 : 26) && label.y + 8 <= box.height()); // all of it is below the head
            QCOMPARE(label.colour, QColor(label.text.startsWith(u't') ? 0x123456 : 0x000000));
        }
    }
    QCOMPARE(on.size(), qsizetype(2 * rows));
    for (int i = 1; i <= rows; ++i)
        QCOMPARE(on.value(QStringLiteral("t%1").arg(i)), on.value(QStringLiteral("n%1").arg(i)));
    // One that fits on no page has one of its own
    QCOMPARE(pagesOf(tall(3), {20, 26, 8}).size(), qsizetype(3));
}

void tst_Painted::aPageShowsWhatThePictureShows()
{
    const QList<PicturePage> pages = pagesOf(tall(10), {2000, 26, 8});
    QCOMPARE(pages.size(), qsizetype(1));
    QCOMPARE(boxOf(pages.first().svg), QRect(0, 0, 600, 334));
    QCOMPARE(pages.first().labels.size(), qsizetype(21));
    // Of a group, too
    const QByteArray grouped = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90\" height=\"96\"><g "
                               "transform=\"translate(0,22)\"><text x=\"45\" y=\"62\" text-anchor=\"middle\">a&lt;b"
                               "</text><path d=\"M1 2H3\"/></g></svg>";
    const QList<PicturePage> group = pagesOf(grouped, {500, 0, 76});
    QCOMPARE(group.size(), qsizetype(1));
    const PicturePage::Label label = group.first().labels.value(0);
    QCOMPARE(label.text, QStringLiteral("a<b"));
    QCOMPARE(QPoint(label.x, label.y), QPoint(45, 84));
    QVERIFY(label.anchor == PicturePage::Label::Anchor::Middle);
    QVERIFY(group.first().svg.contains("M1 2H3"));
}

void tst_Painted::whatIsNoPictureHasNoPages()
{
    QVERIFY(pagesOf("<svg width=\"10\" height=\"10\"><text>", {500, 26, 8}).isEmpty());
    QVERIFY(pagesOf({}, {500, 26, 8}).isEmpty());
    const QByteArray nothing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"20\"></svg>";
    QCOMPARE(pagesOf(nothing, {500, 26, 8}).size(), qsizetype(1));
}

void tst_Painted::tooLargeForPixels()
{
    QString error;
    QVERIFY(paintPng(tall(10, 100'000), {}, &error).isEmpty());
    QVERIFY2(error.contains(QStringLiteral("PDF")), qPrintable(error));
    error.clear();
    const QImage image = QImage::fromData(paintPng(tall(1000), {}, &error));
    QCOMPARE(error, QString());
    QVERIFY(image.height() > 30'000 && image.height() <= 32'000); // not as sharp, and whole
}

void tst_Painted::theFileThatIsThereStays()
{
    QTemporaryDir folder;
    const QString to = folder.filePath(QStringLiteral("a.png"));
    QFile file(to);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    ExportOptions options;
    options.format = "ladder-png";
    QVERIFY(!exportAs({capture}, to, options).error.isEmpty());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
    file.close();
    options.replace = true;
    QCOMPARE(exportAs({capture}, to, options).error, QString());
    QVERIFY(!QImage(to).isNull());
    options.format = "ladder-pdf"; // into itself
    QVERIFY(!exportAs({to}, to, options).error.isEmpty());
    QVERIFY(!QImage(to).isNull());
}

void tst_Painted::cancelled()
{
    for (const double at : {0.0, 1.0}) {
        QTemporaryDir folder;
        ExportOptions options;
        options.format = "heartbeats-png";
        const ExportResult result = exportAs(
            {capture}, folder.filePath(QStringLiteral("a.png")), options, [at](double done) { return done < at; });
        QVERIFY(result.cancelled);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
}

QTEST_MAIN(tst_Painted)
#include "tst_painted.moc"
