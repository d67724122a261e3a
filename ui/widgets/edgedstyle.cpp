#include "ui/widgets/edgedstyle.h"

#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace gb::ui {
namespace {

void outline(QPainter *painter, const QRect &rect, const QColor &colour, int width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, width));
    painter->setBrush(Qt::NoBrush);
    const qreal inset = width / 2.0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 2, 2);
    painter->restore();
}

void ringOf(const QStyleOption *option, QPainter *painter)
{
    if (option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_Enabled))
        outline(painter, option->rect, colours().accent, 2);
}

} // namespace

EdgedStyle::EdgedStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void EdgedStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) // of a check box, a tab, a cell
        return outline(painter, option->rect, colours().accent, 1);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_PanelLineEdit || element == PE_FrameLineEdit)
        ringOf(option, painter);
    if (element == PE_FrameMenu) // dark ones melt into the tables below
        outline(painter, option->rect, colours().edge, 1);
}

void EdgedStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_PushButton)
        ringOf(option, painter);
    if (element == CE_TabBarTabLabel && option->state.testFlag(State_HasFocus))
        outline(painter, option->rect.adjusted(3, 3, -3, -3), colours().accent, 1);
}

void EdgedStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ToolButton && option->state.testFlag(State_AutoRaise)) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (button && button->isCheckable()) // on or off: nothing else says that it can be pressed
            outline(painter, option->rect, colours().edge, 1);
    }
    if (control == CC_ToolButton || control == CC_ComboBox || control == CC_SpinBox)
        ringOf(option, painter);
}

int EdgedStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    return metric == PM_MenuPanelWidth ? 1 : QProxyStyle::pixelMetric(metric, option, widget);
}

int EdgedStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0; // Qt's own cross stands beside buttons of ours that have none
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace gb::ui
