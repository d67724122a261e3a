#pragma once
#include "ui/client/asking.h"
#include "ui/client/positiontrack.h"

#include <QWidget>

namespace gb::ui {

/// Positions of a subscription on a plane with a scale: the way, the last one, and one that is chosen by the arrow keys
/// or a click. North, or upward, is up.
class PositionPlot final : public QWidget
{
    Q_OBJECT
public:
    explicit PositionPlot(QWidget *parent = nullptr);

    void show(const AskReportPtr &report);
    qsizetype count() const { return static_cast<qsizetype>(m_track.points.size()); }
    /// "128 positions, the last at 113.93° E 22.53° N; 3 did not arrive"
    QString summary() const;
    /// Of the chosen position, or of the last.
    QString words() const;
    QSize sizeHint() const override { return {480, 300}; }
    QSize minimumSizeHint() const override { return {200, 140}; }
    /// Call on QEvent::LanguageChange.
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRectF plane() const;
    QPointF placeOf(const QPointF &degrees) const;
    double pixelsOfUnit() const;
    void paintPoints(QPainter &painter) const;
    void paintScale(QPainter &painter) const;
    void choose(qsizetype point);
    qsizetype shown() const;
    QString positionText(const QPointF &degrees) const;

    AskReportPtr m_report;
    PositionTrack m_track;
    QRectF m_area;
    qsizetype m_chosen = -1; ///< -1: the last
};

} // namespace gb::ui
