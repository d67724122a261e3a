#include "ui/site/cardprint.h"

#include "core/report/words/sitewording.h"
#include "ui/widgets/theme.h"

#include <QTextCursor>
#include <QTextTable>

namespace gb::ui {

std::unique_ptr<QTextDocument> cardDocument(
    const QString &title, const QString &path, const QList<CardRow> &rows, bool withPassword)
{
    auto document = std::make_unique<QTextDocument>();
    QTextCharFormat large, small, value;
    large.setFontPointSize(18);
    small.setFontPointSize(9);
    value.setFont(monospace());
    value.setFontPointSize(13);
    // Paper is white, whatever the window is
    for (QTextCharFormat *format : {&large, &small, &value})
        format->setForeground(Qt::black);
    QTextCursor cursor(document.get());
    cursor.insertText(title, large);
    if (!path.isEmpty()) {
        cursor.insertBlock();
        cursor.insertText(path, small);
    }
    QTextTableFormat format;
    format.setCellPadding(4);
    format.setCellSpacing(0);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorder(1);
    format.setBorderBrush(Qt::gray);
    format.setBorderCollapse(true);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QTextTable *const table = cursor.insertTable(static_cast<int>(rows.size()), 3, format);
    QTextCharFormat name = small;
    name.setFontPointSize(12);
    for (int row = 0; row < table->rows(); ++row) {
        const CardRow &one = rows[row];
        QTextCursor cell = table->cellAt(row, 0).firstCursorPosition();
        cell.insertText(one.chinese, name);
        cell.insertBlock();
        cell.insertText(one.english, small);
        table->cellAt(row, 1).firstCursorPosition().insertText(
            one.secret && !withPassword ? QString(20, u'_') : one.value, value);
        table->cellAt(row, 2).firstCursorPosition().insertText(wording::cardNote(one.note), small);
    }
    return document;
}

} // namespace gb::ui
