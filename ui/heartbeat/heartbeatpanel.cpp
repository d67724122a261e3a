#include "ui/heartbeat/heartbeatpanel.h"

#include "core/report/words/wording.h"
#include "ui/heartbeat/beattable.h"
#include "ui/heartbeat/beatwords.h"
#include "ui/heartbeat/fleetstrip.h"
#include "ui/heartbeat/heartbeatcanvas.h"
#include "ui/heartbeat/heartbeatchart.h"
#include "ui/heartbeat/heartbeatstore.h"
#include "ui/heartbeat/timebrush.h"
#include "ui/heartbeat/whatifbar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plainlabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
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
    , m_beats(new BeatTable(this))
    , m_whatIf(new WhatIfBar(store, this))
    , m_try(new QToolButton(this))
    , m_facts(new ElidedLabel(this))
    , m_bothSides(new ElidedLabel(this))
    , m_span(new QComboBox(this))
{
    build();
    retranslate();
    setSpan(ChartSpan::QuarterHour);
    connectParts();
    refreshTruth();
}

void HeartbeatPanel::build()
{
    auto *group = new QButtonGroup(this);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(4, 2, 4, 2);
    line->setSpacing(2);
    for (QToolButton *&button : m_show) {
        button = new QToolButton(this);
        button->setCheckable(true);
        button->setAutoRaise(true);
        group->addButton(button, static_cast<int>(&button - m_show));
        line->addWidget(button);
    }
    m_show[DevicePage]->setChecked(true);
    m_span->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_try->setCheckable(true);
    m_try->setAutoRaise(true);
    line->addSpacing(8);
    line->addWidget(m_facts, 1);
    line->addWidget(m_try);
    line->addWidget(m_span);
    auto *both = new QHBoxLayout;
    both->setContentsMargins(8, 0, 8, 2);
    both->addWidget(m_bothSides);
    m_pages->insertWidget(DevicePage, m_chart);
    m_pages->insertWidget(BeatsPage, m_beats);
    m_pages->insertWidget(FleetPage, m_fleet);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_whatIf);
    layout->addLayout(both);
    layout->addWidget(m_pages, 1);
    connect(group, &QButtonGroup::idClicked, this, [this](int id) { setPage(static_cast<Page>(id)); });
}

void HeartbeatPanel::connectParts()
{
    connect(m_span, &QComboBox::currentIndexChanged, this, [this] { setSpan(span()); });
    connect(m_fleet, &FleetStrip::selected, this, [this](const QString &id) {
        setDevice(id);
        emit deviceSelected(id);
    });
    HeartbeatCanvas *const canvas = m_chart->canvas();
    for (TimeBrush *brush :
        {new TimeBrush(canvas->viewport(),
             {[canvas] { return canvas->plot(); }, [canvas](double x) { return canvas->timeAt(x); }}),
            new TimeBrush(m_fleet->viewport(),
                {[this] { return m_fleet->plot(); }, [this](double x) { return m_fleet->timeAt(x); }})})
        connect(brush, &TimeBrush::chosen, this, &HeartbeatPanel::timeChosen);
    connect(m_beats, &BeatTable::messageSelected, this, &HeartbeatPanel::messageSelected);
    connect(m_store, &HeartbeatStore::policiesChanged, this, [this] {
        refreshFacts();
        refreshTruth();
    });
    connect(m_try, &QToolButton::toggled, this, [this](bool on) {
        if (on)
            m_whatIf->start(false);
        else
            m_whatIf->stop();
    });
    connect(m_whatIf, &WhatIfBar::closed, this, [this] { m_try->setChecked(false); });
    connect(m_whatIf, &WhatIfBar::policyChosen, this, &HeartbeatPanel::policyChosen);
    connect(m_whatIf, &WhatIfBar::overrideChosen, this, &HeartbeatPanel::overrideChosen);
}

void HeartbeatPanel::setDevice(const QString &id)
{
    if (id != m_device)
        m_truth.reset();
    m_device = id;
    m_chart->setDevice(id);
    m_fleet->setCurrent(id);
    m_whatIf->setDevice(id);
    refreshFacts();
    refreshTruth();
}

void HeartbeatPanel::setTruth(const QString &device, std::shared_ptr<const HeartbeatTruth> truth)
{
    if (device != m_device)
        return;
    m_truth = std::move(truth);
    refreshTruth();
}

void HeartbeatPanel::setAliases(const QHash<QString, QString> &aliases)
{
    m_whatIf->setAliases(aliases);
}

void HeartbeatPanel::tryPolicy(bool thisDeviceOnly)
{
    const QSignalBlocker blocker(m_try);
    m_try->setChecked(true);
    m_whatIf->start(thisDeviceOnly);
}

void HeartbeatPanel::setNow(TimePoint now)
{
    m_now = now;
    m_chart->refresh(now);
    m_fleet->setNow(now);
    m_whatIf->setNow(now);
    m_beats->beats()->setNow(now);
    refreshFacts();
    refreshTruth();
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

void HeartbeatPanel::setPage(Page page)
{
    m_show[page]->setChecked(true);
    m_pages->setCurrentIndex(page);
    m_span->setEnabled(page != BeatsPage);
    refreshFacts();
    refreshTruth();
}

HeartbeatPanel::Page HeartbeatPanel::page() const
{
    return static_cast<Page>(m_pages->currentIndex());
}

QString HeartbeatPanel::bothSides() const
{
    return m_bothSides->text();
}

void HeartbeatPanel::refreshFacts()
{
    m_facts->setText(factsText());
}

QString HeartbeatPanel::factsText() const
{
    const HeartbeatHistory &history = m_store->history(m_device);
    const HeartbeatPolicy policy = m_store->policyOf(m_device);
    if (page() == FleetPage)
        return tr("%Ln device(s)", nullptr, m_fleet->rows());
    if (m_device.isEmpty() || history.entries().isEmpty())
        return m_device;
    const QString own = m_store->hasOwnPolicy(m_device)
        ? QStringLiteral(" \u00b7 ") + tr("own setting %1").arg(wording::policy(policy))
        : QString();
    if (history.beats() == 0)
        return tr("%1 \u00b7 no heartbeat yet").arg(m_device) + own;
    const QLocale locale;
    const QString rhythm = rhythmText(history.medianInterval(), policy);
    //: number of heartbeats, number of those that did not come
    const QString counts = tr("%1 heartbeats \u00b7 %2 missed")
                               .arg(locale.toString(history.beats()), locale.toString(history.misses(policy, m_now)));
    return m_device + QStringLiteral(" \u00b7 ") + (rhythm.isEmpty() ? QString() : rhythm + QStringLiteral(" \u00b7 "))
        + counts + own;
}

void HeartbeatPanel::refreshTruth()
{
    const HeartbeatPolicy policy = m_store->policyOf(m_device);
    const bool isKnown = m_truth && m_truth->size() > 0;
    m_bothSides->setText(isKnown ? bothSidesText(*m_truth, m_store->history(m_device), policy, m_now) : QString());
    m_bothSides->setVisible(isKnown && page() != FleetPage);
    m_chart->setLost(isKnown ? m_truth->lostSpans(policy, m_now) : QList<OfflineSpan>());
    m_beats->beats()->setPolicy(policy);
    if (m_beats->beats()->truth() != m_truth.get())
        m_beats->beats()->setTruth(m_truth, m_truth && m_shownOf == m_device);
    m_shownOf = m_device;
    m_beats->setMessage(m_device.isEmpty() ? tr("Choose a device in the table to see its heartbeats.")
                                           : tr("%1 has sent no heartbeat yet.").arg(m_device));
}

void HeartbeatPanel::retranslate()
{
    m_show[DevicePage]->setText(tr("This device"));
    m_show[BeatsPage]->setText(tr("One by one"));
    m_show[FleetPage]->setText(tr("Fleet"));
    m_try->setText(tr("What if\u2026"));
    m_try->setToolTip(toolTipText(
        tr("Tries another heartbeat interval and timeout count on the recorded heartbeats before you apply them")));
    m_span->setAccessibleName(tr("Time shown"));
    const int index = m_span->currentIndex();
    {
        const QSignalBlocker blocker(m_span);
        m_span->clear();
        m_span->addItems({tr("Last 15 min"), tr("Last hour"), tr("Last 6 h"), tr("Last 24 h"), tr("All")}); // in the
                                                                                                            // order of
                                                                                                            // ChartSpan
        m_span->setCurrentIndex(index);
    }
    refreshFacts();
    refreshTruth();
}

void HeartbeatPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace gb::ui
