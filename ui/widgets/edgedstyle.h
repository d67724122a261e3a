#pragma once
#include <QProxyStyle>

namespace gb::ui {

/// Fusion, in which one sees where the keyboard is, and what is a button: Fusion shows the focus of flat buttons by a
/// fill of 1.1:1, and draws no edge of theirs at all.
class EdgedStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    EdgedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    int pixelMetric(
        PixelMetric metric, const QStyleOption *option = nullptr, const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
        QStyleHintReturn *data = nullptr) const override;
};

} // namespace gb::ui
