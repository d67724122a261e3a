#include "ui/devices/statedelegate.h"

#include "ui/devices/devicetablemodel.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QPainter>

namespace gb::ui {
namespace {

constexpr int idTail = 10; ///< digits 11-20: type, network mark, serial

} // namespace

void paintStateShape(QPainter &painter, const QRectF &box, DeviceState state)
{
    const QColor colour = stateColour(state);
    const qreal line = box.width() / 7;
    const QRectF round = box.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, line, Qt::SolidLine, Qt::RoundCap));
    switch (stateShape(state).unicode()) {
    case u'\u2715':
        painter.setPen(QPen(colour, box.width() / 5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(round.topLeft(), round.bottomRight());
        painter.drawLine(round.topRight(), round.bottomLeft());
        break;
    case u'\u25cf':
        painter.setBrush(colour);
        painter.drawEllipse(round);
        break;
    case u'\u25d0':
        painter.drawEllipse(round);
        painter.setBrush(colour);
        painter.drawPie(round, 90 * 16, 180 * 16);
        break;
    default: painter.drawEllipse(round);
    }
    painter.restore();
}

QIcon stateIcon(DeviceState state, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintStateShape(painter, QRectF(0, 0, size, size).adjusted(1, 1, -1, -1), state);
    return QIcon(pixmap);
}

QString elidedId(const QString &id, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(id) <= width)
        return id;
    if (id.size() != 20)
        return metrics.elidedText(id, Qt::ElideMiddle, width);
    for (int head = idTail - 1; head >= 0; --head) {
        const QString text = id.left(head) + u'\u2026' + id.right(idTail);
        if (metrics.horizontalAdvance(text) <= width)
            return text;
    }
    return metrics.elidedText(id, Qt::ElideLeft, width);
}

QRect StateDelegate::shapeRect(const QRect &cell, const QFontMetrics &metrics)
{
    const int size = metrics.ascent() * 4 / 5;
    return {cell.left() + 6, cell.center().y() - size / 2 + 1, size, size};
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintPanel(*painter, item);
    const QRect shape = shapeRect(item.rect, item.fontMetrics);
    paintStateShape(*painter, shape, static_cast<DeviceState>(index.data(DeviceTableModel::StateRole).toInt()));
    const bool isMarked = index.data(DeviceTableModel::OwnPolicyRole).toBool();
    const QRect text(
        QPoint(shape.right() + 7, item.rect.top()), item.rect.bottomRight() - QPoint(isMarked ? markRoom : 3, 0));
    painter->save();
    painter->setFont(item.font);
    painter->setPen(ink(item));
    shaped::draw(*painter, text, Qt::AlignVCenter | Qt::AlignLeft, shaped::fitted(item.text, item.font, text.width()));
    if (isMarked) {
        const QPointF middle(item.rect.right() - markRoom / 2.0, item.rect.center().y() + 1);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(item.state.testFlag(QStyle::State_Selected) ? ink(item) : colours().accent);
        painter->drawPolygon(QPolygonF(
            {middle - QPointF(0, 4), middle + QPointF(4, 0), middle + QPointF(0, 4), middle - QPointF(4, 0)}));
    }
    painter->restore();
}

void IdDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    PlainDelegate::initStyleOption(option, index);
    option->font = monospace();
    option->fontMetrics = QFontMetrics(option->font);
    option->text = elidedId(
        index.data().toString(), option->fontMetrics, option->rect.width() - 2 * textMargin(*option));
}

void ReasonDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    PlainDelegate::initStyleOption(option, index);
    const int room = option->rect.width() - 2 * textMargin(*option);
    if (m_hasInterval() || shaped::width(option->text, option->font) > room)
        option->text = index.data(DeviceTableModel::BriefRole).toString();
}

void AliasDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const auto *edit = qobject_cast<QLineEdit *>(editor);
    if (!edit || !edit->isModified())
        PlainDelegate::setEditorData(editor, index);
}

} // namespace gb::ui
