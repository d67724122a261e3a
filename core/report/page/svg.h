#pragma once
#include "core/report/page/sitereport.h"

/// Pictures of a page, as SVG that stands inside of HTML. Its colours are those of the page's style: the classes
/// `line`, `text`, `soft`, `proof`, `bad` and `good`. Pure.
namespace gb::page {

/// Text for HTML and SVG: nothing in it is markup, and what cannot be seen is escaped.
QString escaped(const QString &text, qsizetype limit = 2000);

/// The messages of a device between their ends, those that prove something marked.
QString ladderPicture(const DeviceReport &report);
/// Heartbeats of a device over the time of the record, and when it was away by the policy that judges it; empty where
/// it has none.
QString heartbeatPicture(const DeviceReport &report, TimePoint first, TimePoint last);
/// The same of all that have some, one below the other, with their IDs; of the first 200.
QString heartbeatPictures(const QList<DeviceReport> &reports, TimePoint first, TimePoint last);

/// A picture of these as a file of its own. Empty: one with nothing in it.
QByteArray pictureFile(const QString &picture);

} // namespace gb::page
