#pragma once
#include <QString>

#include <functional>

class QWidget;

namespace gb::ui {

enum class AskIcon { Question, Warning };

/// Asks whether to go on, of what cannot be taken back: `button` does it, Cancel is the default. `text` is plain. Waits
/// for nobody: `then` is called at once when the button is pressed, and never once `parent` is gone.
void askFirst(QWidget *parent, AskIcon icon, const QString &title, const QString &text, const QString &button,
    std::function<void()> then);

} // namespace gb::ui
