#pragma once
#include "ui/play/playcurve.h"

#include <QWidget>

namespace gb::ui {

/// Bit rate of a play over time, and where packets were lost.
class PlayChart final : public QWidget
{
    Q_OBJECT
public:
    explicit PlayChart(QWidget *parent = nullptr);

    /// `kept`: off where the curve of this play is not there any more.
    void show(const PlayCurve &curve, bool kept);
    /// What it shows, in words.
    QString summary() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    double xOf(double steps) const;
    int stepAt(double x) const;
    QString tip(int step) const;
    void paintSteps(QPainter &painter, const QRectF &plot) const;
    void paintAxis(QPainter &painter, const QRectF &plot) const;

    PlayCurve m_curve;
    bool m_kept = true;
};

} // namespace gb::ui
