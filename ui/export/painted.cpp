#include "ui/export/painted.h"

#include "core/capture/filetarget.h"
#include "core/capture/wholefile.h"
#include "ui/export/svgpages.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFontMetricsF>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

namespace gb::ui {
namespace {

constexpr double writing = 0.9;                   ///< of the work; the rest is painting
constexpr int margin = 16;                        ///< units
constexpr double sharp = 2, least = 0.75;         ///< pixels a unit
constexpr double mostPixels = 64e6, side = 32000; ///< which QPainter can paint, in 256 MB
constexpr int ladderHead = 26;                    ///< units, with the names of the lanes

QString words(const char *text)
{
    return QCoreApplication::translate("PaintedFormat", text);
}

/// That of pictureStyle().
QFont labelFont()
{
    QFont font;
    font.setFamilies({QStringLiteral("Consolas"), QStringLiteral("DejaVu Sans Mono"),
        QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("monospace")});
    font.setStyleHint(QFont::TypeWriter);
    font.setPixelSize(12);
    return font;
}

void paintPage(QPainter &painter, const PicturePage &page)
{
    QSvgRenderer renderer(page.svg);
    const QRectF place(QPointF(), renderer.defaultSize());
    painter.setClipRect(place); // lines of the head go on below
    renderer.render(&painter, place);
    const QFontMetricsF metrics(painter.font());
    for (const PicturePage::Label &label : page.labels) {
        const double wide = metrics.horizontalAdvance(label.text);
        const double left = label.anchor == PicturePage::Label::Anchor::Start ? 0
            : label.anchor == PicturePage::Label::Anchor::End                 ? wide
                                                                              : wide / 2;
        painter.setPen(label.colour);
        painter.drawText(QPointF(label.x - left, label.y), label.text);
    }
}

void fail(const WholeFile &file, ExportResult &result)
{
    result.error = file.errorText();
    result.failed = file.errorPlace();
}

ExportResult paint(const QStringList &from, const QString &to, ExportOptions options, const PaintedFormat &format,
    const Progress &progress)
{
    ExportResult result;
    if (filetarget::isAmong(from, to)) {
        result.error = words(QT_TRANSLATE_NOOP("PaintedFormat", "A file cannot be exported into itself."));
        return result;
    }
    WholeFile file;
    if (!file.open(to, options.replace)) { // before reading, which may take long
        fail(file, result);
        return result;
    }
    const QTemporaryDir folder;
    const QString svg = folder.filePath(QStringLiteral("picture.svg"));
    options.format = format.svg;
    result = exportCapture(
        from, svg, options, [&progress](double done) { return !progress || progress(done * writing); });
    if (!result.error.isEmpty() || result.cancelled)
        return result;
    QFile written(svg);
    if (!written.open(QIODevice::ReadOnly)) {
        result.error = written.errorString();
        return result;
    }
    const QByteArray picture = written.readAll();
    const QString about = whatIsRemoved(options.profile);
    const QByteArray painted = format.paged ? paintPdf(picture, format, about, &result.error)
                                            : paintPng(picture, about, &result.error);
    if (!result.error.isEmpty())
        return result;
    result.cancelled = progress && !progress(1);
    if (!result.cancelled && (!file.write(painted) || !file.commit()))
        fail(file, result);
    return result;
}

constexpr PaintedFormat all[] = {
    {"ladder-png", ".png", QT_TRANSLATE_NOOP("Format", "Ladder as a picture, PNG"), QT_TRANSLATE_NOOP("Format", "PNG"),
        "svg", ladderHead, 8, false},
    {"ladder-pdf", ".pdf", QT_TRANSLATE_NOOP("Format", "Ladder for paper, PDF"), QT_TRANSLATE_NOOP("Format", "PDF"),
        "svg", ladderHead, 8, true},
    {"heartbeats-png", ".png", QT_TRANSLATE_NOOP("Format", "Heartbeats as a picture, PNG"),
        QT_TRANSLATE_NOOP("Format", "PNG"), "heartbeats-svg", 0, 76, false},
    {"heartbeats-pdf", ".pdf", QT_TRANSLATE_NOOP("Format", "Heartbeats for paper, PDF"),
        QT_TRANSLATE_NOOP("Format", "PDF"), "heartbeats-svg", 0, 76, true},
};

} // namespace

QByteArray paintPng(const QByteArray &picture, const QString &about, QString *error)
{
    QSvgRenderer renderer(picture);
    const QSize whole = renderer.defaultSize() + QSize(2 * margin, 2 * margin);
    const double most = std::min({sharp, side / std::max(whole.width(), whole.height()),
        std::sqrt(mostPixels / (double(whole.width()) * whole.height()))});
    if (!renderer.isValid() || most < least) {
        *error = words(QT_TRANSLATE_NOOP("PaintedFormat",
            "The picture is too large for PNG. PDF and SVG have room for it; or choose fewer messages."));
        return {};
    }
    QImage image(whole * most, QImage::Format_RGB32);
    if (image.isNull()) {
        *error = words(QT_TRANSLATE_NOOP("PaintedFormat", "There is not enough memory for the picture."));
        return {};
    }
    image.fill(Qt::white);
    image.setText(QStringLiteral("Description"), about);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(most, most);
    renderer.render(&painter, QRectF(QPointF(margin, margin), renderer.defaultSize()));
    painter.end();
    QByteArray out;
    QBuffer buffer(&out);
    QImageWriter writer(&buffer, "png");
    if (!writer.write(image))
        *error = writer.errorString();
    return out;
}

QByteArray paintPdf(const QByteArray &picture, const PaintedFormat &format, const QString &about, QString *error)
{
    constexpr int dots = 300, unitsAnInch = 96;
    const QSize whole = QSvgRenderer(picture).defaultSize();
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setCreator(QStringLiteral("gbscope"));
        writer.setTitle(about);
        writer.setResolution(dots);
        const bool wide = whole.width() > 720;
        writer.setPageLayout({QPageSize(QPageSize::A4), wide ? QPageLayout::Landscape : QPageLayout::Portrait,
            QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter});
        const QSizeF paper(writer.width(), writer.height());
        const double scale = std::min(double(dots) / unitsAnInch, paper.width() / std::max(1, whole.width()));
        const QList<PicturePage> pages = pagesOf(
            picture, {static_cast<int>(paper.height() / scale), format.head, format.below});
        QPainter painter(&writer);
        painter.setFont(labelFont());
        for (qsizetype i = 0; i < pages.size(); ++i) {
            if (i > 0)
                writer.newPage();
            painter.resetTransform();
            painter.scale(scale, scale);
            paintPage(painter, pages.at(i));
        }
        if (pages.isEmpty() || !painter.isActive())
            *error = words(QT_TRANSLATE_NOOP("PaintedFormat", "The picture cannot be painted."));
    }
    return error->isEmpty() ? out : QByteArray();
}

std::span<const PaintedFormat> paintedFormats()
{
    return all;
}

const PaintedFormat *paintedFormatOf(QByteArrayView id)
{
    const auto found = std::find_if(
        std::begin(all), std::end(all), [id](const PaintedFormat &one) { return id == QByteArrayView(one.id); });
    return found == std::end(all) ? nullptr : found;
}

ExportPreview previewAs(const QStringList &from, ExportOptions options, const Progress &progress)
{
    const PaintedFormat *const painted = paintedFormatOf(options.format);
    if (painted)
        options.format = painted->svg;
    ExportPreview preview = previewExport(from, options, progress);
    if (painted)
        preview.octets = 0;
    return preview;
}

ExportResult exportAs(
    const QStringList &from, const QString &to, const ExportOptions &options, const Progress &progress)
{
    const PaintedFormat *const painted = paintedFormatOf(options.format);
    return painted ? paint(from, to, options, *painted, progress) : exportCapture(from, to, options, progress);
}

} // namespace gb::ui
