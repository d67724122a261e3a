#pragma once

namespace gb::ui {

/// Size of all text in points; 0: the system's. What is larger or smaller than its surroundings keeps its share.
void setTextSize(int points);
/// Points of text that nobody made larger.
double textSize();
/// That by the system's.
double textScale();

} // namespace gb::ui
