#pragma once
#include "core/site/cameracard.h"

namespace gb {

/// The card as a few lines for somebody who reads it on a telephone: `title`, then "name: value" of each field that has
/// to be typed. Passwords only where `withPassword`.
QString cardText(const QString &title, const QList<CardRow> &rows, bool chineseNames, bool withPassword);

} // namespace gb
