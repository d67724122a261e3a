#pragma once

class QTableView;

namespace gb::ui {

/// What all our tables have in common: whole rows, no grid, no wrapping, Tab leaves them, columns scroll by the pixel,
/// nothing is edited by a key.
void setUpPlainTable(QTableView *table);
/// Rows as high as a line of text and `more` pixels, whatever the size of text becomes.
void keepRowHeight(QTableView *table, int more);

} // namespace gb::ui
