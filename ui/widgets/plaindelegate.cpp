#include "ui/widgets/plaindelegate.h"

#include "ui/widgets/shapedtext.h"

#include <QApplication>
#include <QPainter>

namespace gb::ui {
namespace {

const QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

} // namespace

int PlainDelegate::textMargin(const QStyleOptionViewItem &option)
{
    return styleOf(option)->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
}

void PlainDelegate::paintPanel(QPainter &painter, const QStyleOptionViewItem &item)
{
    if (!item.state.testFlag(QStyle::State_HasFocus))
        return styleOf(item)->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, &painter, item.widget);
    QStyleOptionViewItem empty = item; // with the frame around it
    empty.text.clear();
    styleOf(item)->drawControl(QStyle::CE_ItemViewItem, &empty, &painter, item.widget);
}

QColor PlainDelegate::ink(const QStyleOptionViewItem &item)
{
    const QPalette::ColorGroup group = !item.state.testFlag(QStyle::State_Enabled) ? QPalette::Disabled
        : !item.state.testFlag(QStyle::State_Active)                               ? QPalette::Inactive
                                                                                   : QPalette::Normal;
    return item.palette.color(
        group, item.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text);
}

void PlainDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr QStyleOptionViewItem::ViewItemFeatures others = QStyleOptionViewItem::HasDecoration
        | QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::WrapText;
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    if (item.features & others) {
        styleOf(item)->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        return;
    }
    paintPanel(*painter, item);
    const int margin = textMargin(item);
    const int height = item.fontMetrics.height(); // Qt puts it on whole pixels
    const QRect room(item.rect.left() + margin, item.rect.top() + (item.rect.height() - height) / 2,
        item.rect.width() - 2 * margin, height);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(ink(item));
    shaped::draw(
        *painter, room, item.displayAlignment, shaped::fitted(item.text, item.font, room.width(), item.textElideMode));
    painter->restore();
}

} // namespace gb::ui
