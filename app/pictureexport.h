#pragma once
#include "core/report/profile.h"

#include <QStringList>

#include <optional>

class QCommandLineParser;

/// What `gbscope --export` asks for: a picture of captures, painted without a window.
struct PictureExport
{
    struct Option
    {
        const char *name, *what, *value; ///< value: null where it takes none
    };
    static constexpr Option options[] = {
        {"export", "Paint the ladder of the captures to FILE.png or FILE.pdf, and end; without a display, too.",
            "FILE"},
        {"chart", "With --export: the chart of heartbeats.", nullptr},
        {"device", "With --export: of this device alone.", "DEVICE"},
        {"redact", "With --export: own-site, as without it, vendor, public or none.", "PROFILE"},
    };

    /// Empty where it is not asked for, and where it cannot be done: `problem` says why.
    static std::optional<PictureExport> read(const QCommandLineParser &parser, QString *problem);
    /// Paints and tells what was written. Takes a QGuiApplication. 0: the file is there, whole.
    int run(const QStringList &files) const;

    QString to;     ///< FILE.png or FILE.pdf
    QString device; ///< only its messages; empty: of all
    gb::Profile profile = gb::Profile::OwnSite;
    bool chart = false; ///< of heartbeats; else the ladder
};
