#pragma once
#include <chrono>

class QLineEdit;
class QSpinBox;
class QWidget;

namespace gb::ui {

/// How long nothing must be typed until a number counts: "120" is not 1, then 12.
constexpr std::chrono::milliseconds typingPause{300};

/// A number that is typed counts after a pause; so far it waited for Enter. `box` must not track the keyboard.
void applyWhileTyping(QSpinBox *box);

/// Esc clears the line, and leaves an empty one to `view`; Enter and the down arrow go there, too.
void leaveByKeys(QLineEdit *line, QWidget *view);

} // namespace gb::ui
