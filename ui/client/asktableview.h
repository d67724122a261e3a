#pragma once
#include <QList>
#include <QString>

class QTableView;

namespace gb::ui {

class AskTable;

/// Sorted by its header, several rows to select, Ctrl+C copies them, Enter and double click are activated().
void setUpAskTable(QTableView *view, AskTable *model);
/// Columns as wide as the first rows need, within reason. Cheap however many rows there are.
void widenColumns(QTableView *view);
/// Of the selected rows, or of all where fewer than `least` are selected.
QString copiedRows(const QTableView &view, const AskTable &model, qsizetype least);
QList<int> allRows(const AskTable &model);

} // namespace gb::ui
