#pragma once

class QWidget;

namespace gb::ui {

/// The keys, in a dialog that does not block the window.
void showKeys(QWidget *parent);
/// Version and licences.
void showAbout(QWidget *parent);

} // namespace gb::ui
