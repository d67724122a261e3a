#include "ui/ladder/flowpanel.h"

#include "core/filter/parser.h"
#include "ui/ladder/filterbar.h"
#include "ui/ladder/findbar.h"
#include "ui/ladder/ladderview.h"
#include "ui/ladder/minimap.h"
#include "ui/ladder/newbelow.h"
#include "ui/ladder/olderline.h"
#include "ui/ladder/valuecolumn.h"
#include "ui/widgets/buttonstops.h"
#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

namespace gb::ui {
FlowPanel::FlowPanel(MessageLog &log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_rows(new FlowRows(log, this))
    , m_ladder(new LadderView(m_rows))
    , m_column(new ValueColumn(this))
    , m_below(new NewBelow(*m_ladder, *m_rows))
    , m_find(new FindBar(m_rows))
    , m_map(new Minimap(*m_ladder, *m_rows, m_find->hits()))
    , m_bar(new FilterBar(log, m_ladder))
    , m_scope(new QToolButton)
    , m_follow(new QToolButton)
    , m_fold(new QToolButton)
    , m_hideRepeats(new QToolButton)
    , m_counter(figureLabel())
{
    build();
    connect(m_ladder, &LadderView::selected, this, &FlowPanel::messageSelected);
    connect(m_ladder, &LadderView::followChanged, m_follow, &QToolButton::setChecked);
    connect(m_ladder, &LadderView::dialogFilterRequested, this, [this](const QString &callId) {
        FlowFilter filter = m_rows->filter();
        filter.callIds = {callId};
        setFilter(filter);
    });
    connect(m_follow, &QToolButton::toggled, m_ladder, &LadderView::setFollow);
    connect(m_fold, &QToolButton::toggled, this,
        [this](bool on) { m_rows->setFolding(on ? FlowRows::Folding::On : FlowRows::Folding::Off); });
    connect(m_hideRepeats, &QToolButton::toggled, this, [this](bool on) {
        FlowFilter filter = m_rows->filter();
        filter.hideRepeats = on;
        setFilter(filter);
    });
    connect(m_bar, &FilterBar::changed, this, [this](const QString &text, FlowFilter::Scope scope) {
        FlowFilter filter = m_rows->filter();
        filter.text = text;
        filter.scope = scope;
        setFilter(filter);
    });
    connect(m_bar, &FilterBar::showAllRequested, this, &FlowPanel::clearFiltersRequested);
    connect(m_scope, &QToolButton::clicked, this, [this] {
        FlowFilter filter = m_rows->filter();
        filter.devices.clear();
        filter.callIds.clear();
        filter.group = {};
        filter.only = FlowFilter::Only::All;
        setFilter(filter);
    });
    connect(m_find, &FindBar::goTo, this, [this](quint64 number) {
        m_ladder->select(number);
        emit messageSelected(number);
    });
    connect(m_below, &NewBelow::wanted, this, [this](quint64 number) {
        m_ladder->select(number);
        emit messageSelected(number);
    });
    m_ladder->setFound(&m_find->hits());
    m_ladder->setColumn(m_column);
    connect(m_find, &FindBar::marked, m_ladder->viewport(), qOverload<>(&QWidget::update));
    connect(m_find, &FindBar::marked, this, &FlowPanel::textMarked);
    connect(m_find, &FindBar::showAllRequested, this, &FlowPanel::clearFiltersRequested);
    connect(m_find, &FindBar::closed, m_ladder, qOverload<>(&QWidget::setFocus));
    m_counting.setSingleShot(true);
    m_counting.setInterval(100);
    connect(&m_counting, &QTimer::timeout, this, &FlowPanel::refresh);
    connect(m_rows, &FlowRows::changed, this, &FlowPanel::refreshSoon);
    connect(&m_log, &MessageLog::appended, this, &FlowPanel::refreshSoon);
    retranslate();
}

void FlowPanel::build()
{
    m_follow->setChecked(true);
    for (QToolButton *button : {m_follow, m_fold, m_hideRepeats}) {
        button->setCheckable(true);
        button->setAutoRaise(true);
    }
    m_follow->setChecked(true);
    m_fold->setChecked(m_rows->folds());
    m_counter->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    auto *line = new QHBoxLayout; // a filter needs the whole width
    line->setContentsMargins(8, 4, 8, 0);
    line->addWidget(m_bar);
    row->addWidget(m_scope);
    row->addStretch(1);
    for (QWidget *widget : {m_follow, m_fold, m_hideRepeats})
        row->addWidget(widget);
    row->addWidget(m_counter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_bar->notes());
    column->addLayout(row);
    column->addWidget(m_find);
    column->addWidget(new OlderLine(m_rows->log(), this));
    auto *flow = new QHBoxLayout;
    flow->setSpacing(0);
    flow->addWidget(m_ladder, 1);
    flow->addWidget(m_map);
    column->addLayout(flow, 1);
    passFocus(this, [this] { return m_ladder; });
}

void FlowPanel::setDeviceFilter(const QStringList &devices)
{
    FlowFilter filter = m_rows->filter();
    filter.devices = devices;
    filter.callIds.clear();
    setFilter(filter);
}

void FlowPanel::setFilterText(const QString &text)
{
    m_bar->apply(text);
}

void FlowPanel::clearFilters()
{
    showOnly(FlowFilter::Only::All);
}

void FlowPanel::showOnly(FlowFilter::Only only)
{
    FlowFilter filter;
    filter.only = only;
    setFilter(filter);
}

void FlowPanel::setDefaults(FlowRows::Folding folding, bool hideRepeats, bool brackets)
{
    m_rows->setFolding(folding);
    const QSignalBlocker quiet(m_fold);
    m_fold->setChecked(m_rows->folds());
    m_hideRepeats->setChecked(hideRepeats);
    m_ladder->setBrackets(brackets);
}

void FlowPanel::select(quint64 number)
{
    m_ladder->select(number);
}

void FlowPanel::setNames(const QHash<QString, QString> &names)
{
    m_names = names;
    m_ladder->setNames(names);
    refresh();
}

void FlowPanel::find()
{
    m_find->open(m_ladder->selectedNumber().value_or(0));
}

void FlowPanel::find(const QString &text)
{
    m_find->open(m_ladder->selectedNumber().value_or(0), text);
}

void FlowPanel::setFinished(bool finished)
{
    m_finished = finished;
    m_follow->setVisible(!finished);
    m_ladder->setFollow(!finished);
    m_below->setOver(finished);
    refresh();
}

void FlowPanel::setNothing(const QString &text)
{
    m_nothing = text;
    refresh();
}

void FlowPanel::showNow()
{
    m_ladder->showNow();
}

void FlowPanel::setFilter(const FlowFilter &filter)
{
    const bool isOther = filter != m_rows->filter();
    const QSignalBlocker repeats(m_hideRepeats);
    m_bar->setFilter(filter.text, filter.scope);
    m_hideRepeats->setChecked(filter.hideRepeats);
    m_rows->setFilter(filter);
    refresh();
    if (isOther)
        emit filterChanged(filter);
}

/// What it is filtered to, but for the words that are typed.
QStringList FlowPanel::scopes() const
{
    const FlowFilter &filter = m_rows->filter();
    QStringList scopes;
    if (!filter.callIds.isEmpty())
        scopes += tr("one dialog");
    else if (filter.devices.size() == 1)
        scopes += m_names.value(filter.devices.constFirst(), shortId(filter.devices.constFirst()));
    else if (!filter.devices.isEmpty())
        scopes += tr("%n device(s)", nullptr, static_cast<int>(filter.devices.size()));
    switch (filter.only) {
    case FlowFilter::Only::All: break;
    case FlowFilter::Only::Sip: scopes += tr("SIP"); break;
    case FlowFilter::Only::Retransmissions: scopes += tr("retransmitted"); break;
    case FlowFilter::Only::OtherRepeats: scopes += tr("repeated otherwise"); break;
    case FlowFilter::Only::Malformed: scopes += tr("malformed"); break;
    case FlowFilter::Only::NotSip: scopes += tr("not SIP"); break;
    case FlowFilter::Only::NatKeepalives: scopes += tr("NAT keepalives"); break;
    }
    if (filter.group.first != 0)
        scopes += filter.group.name;
    return scopes;
}

/// The share of the messages whose texts were looked into, as far as the filter wants that: 0 to 1.
double FlowPanel::looked() const
{
    const FlowFilter &filter = m_rows->filter();
    const filter::Expression expression = filter::parse(filter.text).expression;
    const quint64 last = m_log.count() == 0 ? 0 : m_log.entry(m_log.count() - 1).number;
    quint64 upTo = last;
    for (const qsizetype index : expression.octetConditions()) {
        const QString &key = expression.conditions().at(index).key;
        const auto known = std::find_if(
            filter.found.begin(), filter.found.end(), [&key](const FilterFound &one) { return one.key == key; });
        upTo = std::min(upTo, known == filter.found.end() ? 0 : known->upTo);
    }
    return last == 0 ? 1 : static_cast<double>(upTo) / static_cast<double>(last);
}

/// With what else is new, so that it is painted with that; in a burst at its end.
void FlowPanel::refreshSoon()
{
    if (m_isStale)
        return;
    m_isStale = true;
    if (m_counted.isValid() && !m_counted.hasExpired(m_counting.interval()))
        m_counting.start();
    else
        QMetaObject::invokeMethod(this, &FlowPanel::refresh, Qt::QueuedConnection);
}

void FlowPanel::refresh()
{
    m_isStale = false;
    m_counted.start();
    {
        const QSignalBlocker quiet(m_fold);
        m_fold->setChecked(m_rows->folds());
    }
    m_bar->tell(m_log.count() - m_rows->matches(), m_log.count(), looked());
    const FlowFilter &filter = m_rows->filter();
    const QStringList scopes = this->scopes();
    QStringList names = filter.callIds.isEmpty() ? filter.devices : filter.callIds;
    names += scopes.mid(names.isEmpty() ? 0 : 1); // the first one tells of them
    m_scope->setText(scopes.join(QStringLiteral(" \u00b7 ")) + QStringLiteral("  \u2715"));
    if (!scopes.isEmpty())
        m_scope->setToolTip(toolTipText(tr("Shown: %1. Click to show all.").arg(names.join(u", "))));
    m_scope->setVisible(!scopes.isEmpty());
    emit shownChanged(m_rows->matches(), m_log.count());
    const QLocale locale;
    const QString shown = locale.toString(m_rows->matches()), all = locale.toString(m_log.count());
    m_counter->tell(m_rows->filter().isEmpty() ? all : tr("%1 of %2").arg(shown, all));
    if (m_log.count() == 0)
        m_ladder->setEmptyText(
            m_finished ? m_nothing : tr("No messages yet. What devices send is drawn here as it arrives."));
    else
        m_ladder->setEmptyText(tr("The filter hides all of the %1 messages. Clear it to see them.").arg(all));
}

void FlowPanel::retranslate()
{
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(toolTipText(tr("Keep the newest message in sight (End)")));
    m_fold->setText(tr("Fold"));
    m_fold->setToolTip(toolTipText(tr("Fold long trains of heartbeats, and repeats, into one line each")));
    m_hideRepeats->setText(tr("No repeats"));
    m_hideRepeats->setToolTip(toolTipText(tr("Hide every copy but the first one")));
    refresh();
}

void FlowPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FlowPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_find->isVisible())
        m_find->close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gb::ui
