#pragma once
#include <functional>

class QDialogButtonBox;
class QWidget;

namespace gb::ui {

/// Makes Tab reach every button of the box, behind `before`. Qt 6.4 makes the first one the box's focus proxy and
/// thereby leaves it out, and does so again with every change of the style.
void giveTabStops(QDialogButtonBox *box, QWidget *before);

/// Where the keyboard goes when `panel` is given it. A focus proxy would do, but Tab then leaps past all that stands
/// ahead of it in the panel.
void passFocus(QWidget *panel, std::function<QWidget *()> to);

} // namespace gb::ui
