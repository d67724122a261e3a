#include "ui/workspace/panetitle.h"

#include "ui/widgets/plainlabel.h"

#include <QBoxLayout>
#include <QDockWidget>
#include <QEvent>
#include <QPainter>
#include <QToolButton>

namespace gb::ui {

PaneTitle::PaneTitle(QDockWidget *dock)
    : QWidget(dock)
    , m_dock(dock)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_collapse(new QToolButton)
    , m_float(new QToolButton)
    , m_close(new QToolButton)
{
    m_row->setContentsMargins(2, 1, 2, 1);
    m_row->setSpacing(0);
    m_row->addStretch(1);
    for (QToolButton *button : {m_collapse, m_float, m_close}) {
        button->setAutoRaise(true);
        m_row->addWidget(button);
    }
    m_float->setText(QStringLiteral("\u25a1"));
    m_close->setText(QStringLiteral("\u2715"));
    connect(m_collapse, &QToolButton::clicked, this, [this] { emit collapseRequested(!m_collapsed); });
    connect(m_float, &QToolButton::clicked, this, [this] { m_dock->setFloating(!m_dock->isFloating()); });
    connect(m_close, &QToolButton::clicked, m_dock, &QWidget::close);
    connect(m_dock, &QDockWidget::windowTitleChanged, this, qOverload<>(&QWidget::update));
    setCollapsed(false, false);
}

void PaneTitle::setCollapsed(bool collapsed, bool upright)
{
    m_collapsed = collapsed;
    m_upright = upright;
    m_row->setDirection(upright ? QBoxLayout::BottomToTop : QBoxLayout::LeftToRight);
    m_collapse->setText(collapsed ? QStringLiteral("\u25b8") : QStringLiteral("\u25be"));
    m_float->setVisible(!collapsed);
    m_close->setVisible(!collapsed);
    retranslate();
    updateGeometry();
    update();
}

void PaneTitle::retranslate()
{
    m_collapse->setToolTip(toolTipText(m_collapsed ? tr("Open this pane") : tr("Collapse this pane to its title")));
    m_float->setToolTip(toolTipText(tr("Let this pane float, or put it back")));
    m_close->setToolTip(toolTipText(tr("Close this pane; the View menu brings it back")));
    m_collapse->setAccessibleName(m_collapsed ? tr("Open") : tr("Collapse"));
    m_float->setAccessibleName(tr("Float"));
    m_close->setAccessibleName(tr("Close"));
}

void PaneTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    QRect room = rect().adjusted(8, 0, -m_collapse->width() * (m_collapsed ? 1 : 3) - 4, 0);
    if (m_upright) {
        painter.translate(width(), 0);
        painter.rotate(90);
        room = QRect(8, 0, height() - m_collapse->height() - 12, width());
    }
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        fontMetrics().elidedText(m_dock->windowTitle(), Qt::ElideRight, room.width()));
}

void PaneTitle::mouseDoubleClickEvent(QMouseEvent *)
{
    emit collapseRequested(!m_collapsed);
}

void PaneTitle::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace gb::ui
