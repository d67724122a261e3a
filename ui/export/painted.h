#pragma once
#include "core/report/exporter.h"

#include <span>

namespace gb::ui {

/// What this program paints of a picture that core writes as SVG: for programs that show no SVG, and for paper.
struct PaintedFormat
{
    const char *id;     ///< beside those of Format
    const char *ending; ///< of a file's name, with its dot
    const char *title;  ///< for the dialog; context "Format"
    const char *files;  ///< for the file dialog, without the pattern; context "Format"
    const char *svg;    ///< Format::id of what is painted
    int head;           ///< units at its top that stand on each page
    int below;          ///< units of a row below its last base line
    bool paged;         ///< PDF, pages of A4; else PNG, all in one
};

/// In the order in which they are offered.
std::span<const PaintedFormat> paintedFormats();
/// Null where there is none.
const PaintedFormat *paintedFormatOf(QByteArrayView id);

/// As exportCapture(), where `options.format` may be painted, too: that takes a QGuiApplication, of any platform. In
/// any thread but the window's.
ExportResult exportAs(
    const QStringList &from, const QString &to, const ExportOptions &options, const Progress &progress = {});

/// As previewExport(), the same way; the size of what is painted is not known.
ExportPreview previewAs(const QStringList &from, ExportOptions options, const Progress &progress = {});

/// PNG of a picture of core, twice as large where there is room. `about`: what stands in it as its description. Empty,
/// and an error, where it has no room.
QByteArray paintPng(const QByteArray &picture, const QString &about, QString *error);
/// PDF of it, on pages of A4; `about`: its title.
QByteArray paintPdf(const QByteArray &picture, const PaintedFormat &format, const QString &about, QString *error);

} // namespace gb::ui
