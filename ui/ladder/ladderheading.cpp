#include "ui/ladder/ladderpainter.h"
#include "ui/widgets/shapedtext.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

/// The part of LadderPainter above the rows.
namespace gb::ui {

void LadderPainter::heading(const QRect &rect, const QString &column)
{
    m_painter.fillRect(rect, m_style.palette.color(QPalette::Window));
    m_painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours().grid);
    const QFontMetrics strong(m_style.strong);
    const QList<Lane> &lanes = m_layout.lanes();
    if (m_layout.valueWidth() > 0)
        value(column, rect);
    for (qsizetype i = 0; i < lanes.size(); ++i) {
        const auto [from, to] = m_layout.headingSpan(i, rect.width());
        const QString title = fittingTitle(lanes.at(i).title, strong, to - from);
        const QString detail = shaped::fitted(lanes.at(i).detail, m_style.font, to - from, Qt::ElideMiddle);
        const int width = std::max(shaped::width(title, m_style.strong), shaped::width(detail, m_style.font));
        const int x = std::clamp(lanes.at(i).x - width / 2, from, std::max(from, to - width));
        const int line = (rect.height() - 8) / (m_layout.twoLineHeading() ? 2 : 1);
        const Qt::Alignment side = x + width / 2 < lanes.at(i).x - 2 ? Qt::AlignRight
            : x + width / 2 > lanes.at(i).x + 2                      ? Qt::AlignLeft
                                                                     : Qt::AlignHCenter;
        m_painter.setFont(m_style.strong);
        m_painter.setPen(m_style.palette.color(QPalette::WindowText));
        shaped::draw(m_painter, QRect(x, rect.top() + 4, width + 1, line), side | Qt::AlignVCenter, title);
        m_painter.setFont(m_style.font);
        m_painter.setPen(colours().muted);
        shaped::draw(m_painter, QRect(x, rect.top() + 4 + line, width + 1, line), side | Qt::AlignVCenter, detail);
    }
}

QString LadderPainter::fittingTitle(const QString &title, const QFontMetrics &metrics, int width)
{
    for (const QString &form : {shortId(title), tinyId(title)}) {
        if (metrics.horizontalAdvance(form) <= width)
            return form;
    }
    return metrics.elidedText(tinyId(title), Qt::ElideMiddle, width);
}

} // namespace gb::ui
