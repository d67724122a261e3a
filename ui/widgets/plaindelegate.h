#pragma once
#include <QStyledItemDelegate>

namespace gb::ui {

/**
 * Cells of one line of plain text, as Qt paints them, but from shaped::draw(): Qt's own delegate lays out the text of a
 * cell several times whenever it is painted. Cells with a picture, a box to tick or several lines are left to Qt.
 */
class PlainDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Pixels between a cell's edge and its text.
    static int textMargin(const QStyleOptionViewItem &option);

protected:
    /// All of a cell but its text.
    static void paintPanel(QPainter &painter, const QStyleOptionViewItem &item);
    /// The colour of its text.
    static QColor ink(const QStyleOptionViewItem &item);
};

} // namespace gb::ui
