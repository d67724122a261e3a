#pragma once
class QWidget;

namespace gb::ui {

/// What gbscope is, its version and its licence.
void showAbout(QWidget *parent);

} // namespace gb::ui
