#pragma once
#include <QStringList>

namespace gb::ui {

/// Cells as a line for the clipboard. Spreadsheets take a leading =, +, - or @ for a formula, and the texts may come
/// from a stranger's camera; nor may they end a cell or a line.
inline QString tabbedLine(QStringList cells)
{
    for (QString &cell : cells) {
        cell.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
        if (!cell.isEmpty() && QStringLiteral("=+-@").contains(cell.front()))
            cell.prepend(u'\'');
    }
    return cells.join(u'\t');
}

} // namespace gb::ui
