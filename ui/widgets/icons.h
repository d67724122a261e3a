#pragma once
#include <QIcon>
#include <QString>

namespace gb::ui {

/// The drawing `:/icons/NAME.svg` in the colour of the palette's button text, at any scale; null where there is none of
/// that name. It follows the palette: no need to fetch it again when the scheme changes.
QIcon icon(const QString &name);

} // namespace gb::ui
