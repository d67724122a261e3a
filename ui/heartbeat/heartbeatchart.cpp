#include "ui/heartbeat/heartbeatchart.h"

#include "ui/heartbeat/heartbeatcanvas.h"
#include "ui/heartbeat/heartbeatstore.h"

#include <QEvent>
#include <QVBoxLayout>

namespace gb::ui {

using namespace std::chrono_literals;

HeartbeatChart::HeartbeatChart(const HeartbeatStore *store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_canvas(new HeartbeatCanvas(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    m_canvas->setAccessibleName(tr("Heartbeats of the chosen device"));
    m_canvas->viewport()->installEventFilter(this);
    m_pause.setObjectName(QStringLiteral("pause"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(100ms);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isStale)
            rebuildSoon();
    });
    connect(store, &HeartbeatStore::changed, this, &HeartbeatChart::rebuildSoon);
}

void HeartbeatChart::setDevice(const QString &id)
{
    m_device = id;
    rebuildSoon();
}

void HeartbeatChart::setSpan(ChartSpan span)
{
    m_span = span;
    rebuildSoon();
}

void HeartbeatChart::setLost(const QList<OfflineSpan> &lost)
{
    if (lost == m_lost)
        return;
    m_lost = lost;
    rebuildSoon();
}

void HeartbeatChart::refresh(TimePoint now)
{
    m_now = now;
    rebuildSoon();
}

void HeartbeatChart::rebuildSoon()
{
    m_isStale = true;
    if (m_canvas->viewport()->visibleRegion().isEmpty() || m_pause.isActive()) // the pane behind another one is not
                                                                               // hidden to Qt
        return;
    rebuild();
    m_pause.start();
}

void HeartbeatChart::rebuild()
{
    m_isStale = false;
    const HeartbeatHistory &history = m_store->history(m_device);
    m_picture = {};
    if (m_device.isEmpty()) {
        m_canvas->setMessage(tr("Choose a device in the table to see its heartbeats."));
    } else if (history.entries().isEmpty()) {
        m_canvas->setMessage(
            tr("%1 has sent no heartbeat yet. A camera sends the first one right after it has registered.")
                .arg(m_device));
    } else {
        const TimePoint now = std::max(m_now, history.entries().constLast().at()); // news come in between two ticks
        const ChartWindow window = windowOf(m_span, now, history.entries().constFirst().at());
        const HeartbeatPolicy policy = m_store->policyOf(m_device);
        const bool isOwn = m_store->hasOwnPolicy(m_device); // changes of the common one are not its
        m_picture = heartbeatPicture(history, policy, isOwn ? QList<PolicyMark>() : m_store->policyChanges(), window);
        m_picture.lost = cutToWindow(m_lost, window);
        m_picture.record = cutToWindow(m_store->recordMarks(), window);
        m_picture.trial = m_store->trialOf(m_device);
        if (m_picture.trial)
            m_picture.trialOffline = offlineSpans(history, *m_picture.trial, window);
        m_canvas->setPicture(m_picture, window, policy);
    }
}

void HeartbeatChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        rebuildSoon();
}

bool HeartbeatChart::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_isStale) // from behind another pane
        QMetaObject::invokeMethod(this, &HeartbeatChart::rebuildSoon, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void HeartbeatChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_canvas->setAccessibleName(tr("Heartbeats of the chosen device"));
    rebuildSoon();
}

} // namespace gb::ui
