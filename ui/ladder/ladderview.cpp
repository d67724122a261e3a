#include "ui/ladder/ladderview.h"

#include "ui/ladder/ladderbar.h"
#include "ui/ladder/valuecolumn.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>
#include <utility>

// Geometry, following and painting; what keys and mouse do is in ladderinput.cpp.
namespace gb::ui {
namespace {

QScrollBar *takeBar(QAbstractScrollArea *area)
{
    auto *const bar = new LadderBar(Qt::Vertical);
    area->setVerticalScrollBar(bar);
    return bar;
}

} // namespace

LadderView::LadderView(FlowRows *rows, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_rows(rows)
    , m_canvas(*rows)
    , m_place(*takeBar(this), *rows, m_canvas)
    , m_actions(new LadderActions(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connectActions();
    retranslate();
    restyle();
    connect(m_rows, &FlowRows::changed, this, &LadderView::rowsChanged);
    connect(&m_rows->log(), &MessageLog::partiesChanged, this, &LadderView::relayout);
    connect(&m_rows->log(), &MessageLog::cleared, this, &LadderView::forgetSelection);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (m_place.isMoving())
            return;
        setFollowing(value == verticalScrollBar()->maximum());
        m_place.hold(m_current, bodyHeight());
    });
    rowsChanged();
}

void LadderView::setEmptyText(const QString &text)
{
    if (std::exchange(m_emptyText, text) != text && m_rows->count() == 0)
        viewport()->update();
}

void LadderView::showNow()
{
    if (m_rows->hasPending())
        viewport()->update();
}

void LadderView::setBrackets(bool on)
{
    m_brackets = on;
    m_actions->brackets->setChecked(on);
    viewport()->update();
}

void LadderView::setDensity(Density density, std::optional<int> y)
{
    if (density == this->density())
        return;
    const LadderPlace::Anchor anchor = m_place.anchorAt(y, m_current, bodyHeight());
    m_canvas.setDensity(density);
    relayout();
    m_place.forget();
    place();
    if (!m_follow)
        m_place.restore(anchor, y ? -1 : m_current, bodyHeight());
    emit densityChanged();
}

void LadderView::setNames(const DeviceNames &names)
{
    m_canvas.setNames(names);
    relayout();
}

void LadderView::setColumn(ValueColumn *column)
{
    m_canvas.setColumn(column);
    connect(column, &ValueColumn::changed, this, [this, column] {
        if (column->isOn() != (ladderLayout().valueWidth() > 0))
            relayout();
        viewport()->update();
    });
    connect(&m_rows->log(), &MessageLog::cleared, column, &ValueColumn::forget);
}

void LadderView::restyle()
{
    m_canvas.setStyle(LadderStyle(font(), palette()));
    relayout();
}

void LadderView::relayout()
{
    m_canvas.layOut(viewport()->width());
    viewport()->update();
}

int LadderView::bodyHeight() const
{
    return m_canvas.bodyHeight(viewport()->height());
}

void LadderView::place()
{
    m_place.place(m_follow, bodyHeight());
    viewport()->update();
}

void LadderView::rowsChanged()
{
    m_canvas.layOutIfOthers(viewport()->width());
    locateSelection();
    if (m_selected && !m_onFold && isFold(m_current) && !m_rows->row(m_current).open)
        return m_rows->reveal(*m_selected); // what is looked at is not folded away; comes back here
    place();
    if (!m_follow)
        m_place.hold(m_current, bodyHeight());
    m_actions->update(currentEntry());
}

void LadderView::setFollow(bool follow)
{
    setFollowing(follow);
    if (follow)
        place();
}

void LadderView::setFollowing(bool follow)
{
    if (m_follow == follow)
        return;
    m_follow = follow;
    if (follow)
        m_place.forget();
    else
        m_place.hold(m_current, bodyHeight());
    emit followChanged(follow);
}

/// A selected row above the last one is looked at: what comes in below must not push it away.
void LadderView::hold()
{
    const bool last = m_current == m_rows->lastMessageRow();
    if (m_current >= 0 && !last)
        setFollowing(false);
    if (!m_follow)
        m_place.hold(m_current, bodyHeight());
}

LadderCanvas::Sight LadderView::sight() const
{
    return {.size = viewport()->size(),
        .dirty = viewport()->rect(),
        .scrolled = verticalScrollBar()->value(),
        .ratio = viewport()->devicePixelRatioF(),
        .current = m_current,
        .focused = hasFocus(),
        .brackets = m_brackets};
}

QRect LadderView::rowRect(qsizetype row) const
{
    return m_canvas.rowRect(row, sight());
}

QRect LadderView::messageRect(quint64 number) const
{
    const qsizetype row = m_rows->rowShowing(number);
    return row < 0 ? QRect() : rowRect(row);
}

void LadderView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
    place();
    if (!m_follow)
        m_place.hold(m_current, bodyHeight());
}

void LadderView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void LadderView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslate();
        relayout();
        break;
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
        restyle();
        place();
        break;
    default: break;
    }
}

void LadderView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    LadderCanvas::Sight sight = this->sight();
    QRect bare = event->rect(); // rows cover what is theirs
    if (m_rows->count() > 0 && sight.ratio == std::floor(sight.ratio))
        bare.setTop(std::max(bare.top(), m_canvas.rowRect(m_rows->count(), sight).top()));
    if (!bare.isEmpty())
        painter.fillRect(bare, palette().color(QPalette::Base));
    if (m_rows->count() == 0)
        return paintEmpty(painter);
    sight.dirty = event->rect();
    m_canvas.paint(painter, sight);
}

void LadderView::paintEmpty(QPainter &painter)
{
    const QRect room = viewport()->rect().adjusted(24, 16, -24, -16);
    painter.setPen(colours().muted);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace gb::ui
