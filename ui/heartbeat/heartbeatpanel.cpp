#include "ui/heartbeat/heartbeatpanel.h"

#include "ui/heartbeat/fleetstrip.h"
#include "ui/heartbeat/heartbeatchart.h"
#include "ui/heartbeat/heartbeatstore.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

namespace gb::ui {

HeartbeatPanel::HeartbeatPanel(HeartbeatStore *store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_chart(new HeartbeatChart(store, this))
    , m_fleet(new FleetStrip(store, this))
    , m_pages(new QStackedWidget(this))
    , m_showDevice(new QToolButton(this))
    , m_showFleet(new QToolButton(this))
    , m_facts(new QLabel(this))
    , m_span(new QComboBox(this))
{
    auto *group = new QButtonGroup(this);
    for (QToolButton *button : {m_showDevice, m_showFleet}) {
        button->setCheckable(true);
        button->setAutoRaise(true);
        group->addButton(button);
    }
    m_showDevice->setChecked(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_pages->addWidget(m_chart);
    m_pages->addWidget(m_fleet);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(4, 2, 4, 2);
    line->setSpacing(2);
    line->addWidget(m_showDevice);
    line->addWidget(m_showFleet);
    line->addSpacing(8);
    line->addWidget(m_facts, 1);
    line->addWidget(m_span);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_pages, 1);
    retranslate();
    setSpan(ChartSpan::QuarterHour);

    connect(group, &QButtonGroup::buttonClicked, this, [this] { setFleetShown(m_showFleet->isChecked()); });
    connect(m_span, &QComboBox::currentIndexChanged, this, [this] { setSpan(span()); });
    connect(m_fleet, &FleetStrip::selected, this, [this](const QString &id) {
        setDevice(id);
        emit deviceSelected(id);
    });
}

void HeartbeatPanel::setDevice(const QString &id)
{
    m_device = id;
    m_chart->setDevice(id);
    m_fleet->setCurrent(id);
    refreshFacts();
}

void HeartbeatPanel::setNow(TimePoint now)
{
    m_now = now;
    m_chart->refresh(now);
    m_fleet->setNow(now);
    refreshFacts();
}

void HeartbeatPanel::setSpan(ChartSpan span)
{
    const QSignalBlocker blocker(m_span);
    m_span->setCurrentIndex(static_cast<int>(span));
    m_chart->setSpan(span);
    m_fleet->setSpan(span);
}

ChartSpan HeartbeatPanel::span() const
{
    return static_cast<ChartSpan>(m_span->currentIndex());
}

void HeartbeatPanel::setFleetShown(bool isShown)
{
    (isShown ? m_showFleet : m_showDevice)->setChecked(true);
    m_pages->setCurrentIndex(isShown ? 1 : 0);
    refreshFacts();
}

bool HeartbeatPanel::isFleetShown() const
{
    return m_pages->currentIndex() == 1;
}

void HeartbeatPanel::refreshFacts()
{
    const HeartbeatHistory &history = m_store->history(m_device);
    if (isFleetShown()) {
        m_facts->setText(tr("%n device(s)", nullptr, static_cast<int>(m_store->ids().size())));
    } else if (m_device.isEmpty() || history.entries().isEmpty()) {
        m_facts->setText(m_device);
    } else if (history.beats() == 0) {
        m_facts->setText(tr("%1 \u00b7 no heartbeat yet").arg(m_device));
    } else {
        const QString rhythm = QLocale().toString(static_cast<double>(history.medianInterval().count()) / 1e6, 'f', 1);
        const QLocale locale;
        //: device ID, median interval in seconds, number of heartbeats, number of those that did not come
        m_facts->setText(tr("%1 \u00b7 every %2 s \u00b7 %3 heartbeats \u00b7 %4 missed")
                             .arg(m_device, rhythm, locale.toString(history.beats()), locale.toString(history.misses(m_store->policy(), m_now))));
    }
}

void HeartbeatPanel::retranslate()
{
    m_showDevice->setText(tr("This device"));
    m_showFleet->setText(tr("Fleet"));
    m_span->setAccessibleName(tr("Time shown"));
    const int index = m_span->currentIndex();
    {
        const QSignalBlocker blocker(m_span);
        m_span->clear();
        m_span->addItems({tr("Last 15 min"), tr("Last hour"), tr("Last 6 h"), tr("Last 24 h"), tr("All")}); // in the order of ChartSpan
        m_span->setCurrentIndex(index);
    }
    refreshFacts();
}

void HeartbeatPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace gb::ui
