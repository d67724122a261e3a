#include "ui/play/playchart.h"

#include "core/report/words/medianumbers.h"
#include "ui/play/playing.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace gb::ui {
namespace {

QString secondsText(Duration duration)
{
    return QLocale().toString(inSeconds(duration), 'f', 1);
}

} // namespace

PlayChart::PlayChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    retranslate();
}

void PlayChart::show(const PlayCurve &curve, bool kept)
{
    m_curve = curve;
    m_kept = kept;
    retranslate();
}

void PlayChart::retranslate()
{
    setAccessibleName(tr("Bit rate over time"));
    setAccessibleDescription(summary());
    update();
}

QString PlayChart::summary() const
{
    if (!m_kept)
        return tr("Bit rate: kept of the last %1 plays only").arg(QLocale().toString(qulonglong(Playing::maxCurves)));
    if (m_curve.steps().empty())
        return tr("Bit rate: no packet so far");
    const QString rate = tr("Bit rate: %1 to %2 in %3 s")
                             .arg(wording::bitRate(m_curve.lowest()), wording::bitRate(m_curve.highest()),
                                 secondsText(m_curve.whole()));
    const int lossy = m_curve.lossySteps();
    return lossy == 0 ? rate : tr("%1; \u2715 loss in %2 of %3 steps").arg(rate).arg(lossy).arg(m_curve.steps().size());
}

QSize PlayChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 50, fontMetrics().height() * 7};
}

QSize PlayChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 4};
}

/// Words above it, times below it.
QRectF PlayChart::plot() const
{
    const double line = fontMetrics().height();
    return QRectF(rect()).adjusted(1, line + 3, -1, -line - 3);
}

double PlayChart::xOf(double steps) const
{
    const double all = std::max(1.0, inSeconds(m_curve.whole()) / inSeconds(m_curve.length()));
    return plot().left() + plot().width() * std::min(1.0, steps / all);
}

int PlayChart::stepAt(double x) const
{
    for (int step = 0; step < static_cast<int>(m_curve.steps().size()); ++step) {
        if (x >= xOf(step) && x < xOf(step + 1))
            return step;
    }
    return -1;
}

QString PlayChart::tip(int step) const
{
    const auto at = static_cast<std::size_t>(step);
    const Duration from = m_curve.length() * step;
    const QString when = tr("%1 to %2 s")
                             .arg(secondsText(from), secondsText(std::min(from + m_curve.length(), m_curve.whole())));
    const std::optional<double> rate = m_curve.rate(at);
    QString text = rate ? tr("%1: %2").arg(when, wording::bitRate(*rate)) : when;
    if (const quint64 lost = m_curve.steps()[at].lost; lost > 0)
        text += u'\n' + tr("packets lost: %1").arg(QLocale().toString(static_cast<qulonglong>(lost)));
    return text;
}

/// A step with a loss has a line of its own and a cross above it.
void PlayChart::paintSteps(QPainter &painter, const QRectF &plot) const
{
    const double most = m_curve.highest() * 1.1;
    if (most <= 0)
        return;
    QColor area = colours().accent;
    area.setAlpha(60);
    double before = plot.bottom();
    for (std::size_t i = 0; i < m_curve.steps().size(); ++i) {
        const double left = xOf(static_cast<double>(i)), right = xOf(static_cast<double>(i) + 1);
        if (m_curve.steps()[i].lost > 0) {
            painter.setPen(QPen(colours().failed, 1, Qt::DashLine));
            painter.drawLine(QPointF((left + right) / 2, plot.top()), QPointF((left + right) / 2, plot.bottom()));
            const QPointF middle((left + right) / 2, plot.top() + 5);
            painter.setPen(QPen(colours().failed, 2));
            painter.drawLine(middle - QPointF(3, 3), middle + QPointF(3, 3));
            painter.drawLine(middle - QPointF(3, -3), middle + QPointF(3, -3));
        }
        const std::optional<double> rate = m_curve.rate(i);
        if (!rate)
            continue;
        const double top = plot.bottom() - plot.height() * *rate / most;
        painter.fillRect(QRectF(QPointF(left, top), QPointF(right, plot.bottom())), area);
        painter.setPen(QPen(colours().accent, 2));
        if (i > 0)
            painter.drawLine(QPointF(left, before), QPointF(left, top));
        painter.drawLine(QPointF(left, top), QPointF(right, top));
        before = top;
    }
}

void PlayChart::paintAxis(QPainter &painter, const QRectF &plot) const
{
    painter.setPen(colours().edge);
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(palette().color(QPalette::WindowText));
    const double line = fontMetrics().height();
    const QRectF above(plot.left(), 0, plot.width(), line), below(plot.left(), plot.bottom() + 2, plot.width(), line);
    painter.drawText(
        above, Qt::AlignLeft, fontMetrics().elidedText(summary(), Qt::ElideRight, static_cast<int>(plot.width())));
    if (m_curve.steps().empty())
        return;
    painter.drawText(below, Qt::AlignLeft, tr("0 s"));
    painter.drawText(below, Qt::AlignRight, tr("%1 s").arg(secondsText(m_curve.whole())));
}

void PlayChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF inside = plot();
    painter.fillRect(inside, palette().color(QPalette::Base));
    paintSteps(painter, inside);
    paintAxis(painter, inside);
}

bool PlayChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *const help = static_cast<QHelpEvent *>(event);
    const int step = stepAt(help->pos().x());
    QToolTip::showText(help->globalPos(), toolTipText(step < 0 ? summary() : tip(step)), this);
    return true;
}

} // namespace gb::ui
