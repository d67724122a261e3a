#pragma once
#include "core/devices/device.h"
#include "core/report/exporter.h"

namespace gb {

struct ReportOptions
{
    QStringList devices; ///< only these; empty: all
    QString remarks;     ///< of whoever makes the report
    HeartbeatPolicy policy;
    bool ownPolicy = false;                          ///< `policy` holds, whatever the record itself says
    std::optional<QList<ExpectedDevice>> expected{}; ///< who shall come, instead of the record's own list
    bool replace = false;                            ///< as of ExportOptions
    QList<QByteArray> passwords;                     ///< the same
    Profile profile = Profile::OwnSite;              ///< the same
};

/// Writes one HTML page about a capture, or several: the verdict, each device with the chain from network to media,
/// findings with their proof, the ladder and the heartbeats as pictures. It needs no network and runs no script; what
/// strangers wrote is text. In the language of the installed translator. It shows what its profile lets it, and says
/// which it was. As of exportCapture() else.
ExportResult writeReport(
    const QStringList &from, const QString &to, const ReportOptions &options, const Progress &progress = {});

} // namespace gb
