#pragma once

class QTableView;

namespace gb::ui {

/// What all our tables have in common: whole rows, no grid, no wrapping, Tab leaves them, columns scroll by the pixel,
/// nothing is edited by a key.
void setUpPlainTable(QTableView *table);

} // namespace gb::ui
