#pragma once
class QDialogButtonBox;
class QWidget;

namespace gb::ui {

/// Makes Tab reach every button of the box, behind `before`. Qt 6.4 makes the first one the box's focus proxy and
/// thereby leaves it out, and does so again with every change of the style.
void giveTabStops(QDialogButtonBox *box, QWidget *before);

} // namespace gb::ui
