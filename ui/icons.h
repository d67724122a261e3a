#pragma once
#include <QIcon>
#include <QString>

namespace gb::ui {

/// The drawing `:/icons/NAME.svg` in the colour of the palette's button text, at any scale; null where there is none of that name.
QIcon icon(const QString &name);

} // namespace gb::ui
