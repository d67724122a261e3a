#include "ui/list/listpanel.h"

#include "ui/widgets/buttonstops.h"
#include "ui/widgets/orderhold.h"
#include "ui/widgets/plainlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace gb::ui {
namespace {

constexpr qint64 share = 20;                   ///< a twentieth of the time at most
constexpr qint64 soonest = 100, latest = 2000; ///< ms between two looks at what came
constexpr Grouping groupings[] = {Grouping::Device, Grouping::Operation, Grouping::Dialog, Grouping::Message};

} // namespace

ListPanel::ListPanel(FlowRows &rows, MessageGroups &groups, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
    , m_model(new ListModel(rows, groups, this))
    , m_view(new ListView(m_model))
    , m_hold(new OrderHold(m_view))
    , m_counts(mutedLabel())
    , m_statistics(new QToolButton)
{
    build();
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &ListPanel::follow);
    const auto later = [this] {
        if (isSeen() && !m_later.isActive())
            m_later.start(static_cast<int>(std::clamp(m_took * share / 1'000'000, soonest, latest)));
    };
    connect(&rows, &FlowRows::matched, this, later);
    connect(&rows.log(), &MessageLog::appended, this, later);
    connect(&groups, &MessageGroups::changed, this, later);
    connect(m_view, &ListView::chosen, this, [this](const TreeNode *node) {
        m_wanted = m_model->tree().leadsTo(*node);
        if (node->type != TreeNode::Type::Device && m_wanted != 0)
            emit chosen(m_wanted);
    });
    connect(m_view, &ListView::activated, this, &ListPanel::activated);
    connect(m_view, &QWidget::customContextMenuRequested, this,
        [this](const QPoint &at) { emit menuRequested(m_view->viewport()->mapToGlobal(at)); });
    connect(m_model, &ListModel::renewed, this, &ListPanel::showCounts);
    connect(m_hold, &OrderHold::changed, m_model, [this](bool held) {
        if (!held)
            m_model->resort();
    });
    setGrouping(Grouping::Device);
    retranslate();
}

void ListPanel::build()
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 2, 4, 2);
    line->setSpacing(4);
    for (const Grouping grouping : groupings) {
        auto *const button = new QToolButton;
        button->setCheckable(true);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, grouping] { setGrouping(grouping); });
        m_groupings.append(button);
        line->addWidget(button);
    }
    m_statistics->setAutoRaise(true);
    line->addSpacing(8);
    line->addWidget(m_counts, 1);
    m_counts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // what does not fit is cut
    line->addWidget(m_statistics);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_view, 1);
    passFocus(this, [this] { return m_view; });
}

void ListPanel::setGrouping(Grouping grouping)
{
    for (qsizetype i = 0; i < m_groupings.size(); ++i)
        m_groupings.at(i)->setChecked(groupings[i] == grouping);
    m_view->setGrouping(grouping);
    showCounts();
    emit groupingChanged(grouping);
}

void ListPanel::choose(quint64 number)
{
    m_wanted = number;
    if (!isSeen())
        return;
    if (m_model->isLate()) // it may be among what came
        follow();
    m_view->choose(number);
}

void ListPanel::follow()
{
    QElapsedTimer timer;
    timer.start();
    m_view->follow();
    if (!m_hold->isHeld())
        m_model->resort();
    m_took = timer.nsecsElapsed();
    showCounts();
}

void ListPanel::setNames(const ListNames &names)
{
    m_model->setNames(names);
}

void ListPanel::copyRow() const
{
    if (const TreeNode *const node = m_view->current())
        QApplication::clipboard()->setText(m_model->line(*node));
}

void ListPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    wake();
}

void ListPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    wake();
}

void ListPanel::setSeen(bool seen)
{
    m_seen = seen;
    wake();
}

/// What nobody sees has no rows.
void ListPanel::wake()
{
    if (m_model->isActive() == isSeen())
        return;
    m_later.stop();
    m_model->setActive(isSeen());
    if (isSeen())
        m_view->choose(m_wanted);
}

QString ListPanel::groupingName(Grouping grouping)
{
    switch (grouping) {
    case Grouping::Device: return tr("Devices");
    case Grouping::Operation: return tr("Operations");
    case Grouping::Dialog: return tr("Call-IDs");
    case Grouping::Message: break;
    }
    return tr("Messages");
}

/// What is hidden is counted, whatever hides it.
void ListPanel::showCounts()
{
    const QLocale locale;
    const qsizetype all = m_rows.log().count(), shown = m_rows.matches();
    QStringList parts{shown == all ? tr("%Ln message(s)", nullptr, static_cast<int>(all))
                                   : tr("%1 of %Ln message(s), the filter hides %2", nullptr, static_cast<int>(all))
                                         .arg(locale.toString(shown), locale.toString(all - shown))};
    if (m_model->grouping() != Grouping::Message)
        parts << tr("%Ln row(s)", nullptr, m_model->rowCount());
    if (const quint64 out = m_model->tree().leftOut(); out > 0)
        parts << tr("%Ln older row(s) are left out", nullptr, static_cast<int>(out));
    if (const quint64 gone = m_rows.log().forgotten(); gone > 0)
        parts << tr("%1 older messages are not listed any more").arg(locale.toString(gone));
    m_counts->setText(all == 0 ? tr("No messages yet") : parts.join(QStringLiteral(" \u00b7 ")));
}

void ListPanel::retranslate()
{
    const QString tips[] = {tr("By device, and what it did (1)"), tr("By operation, whatever the Call-IDs (2)"),
        tr("By Call-ID (3)"), tr("Each message on its own (4)")};
    for (qsizetype i = 0; i < m_groupings.size(); ++i) {
        m_groupings.at(i)->setText(groupingName(groupings[i]));
        m_groupings.at(i)->setToolTip(toolTipText(tips[i]));
    }
    m_statistics->setText(tr("Statistics\u2026"));
    m_statistics->setToolTip(toolTipText(tr("Counts, response times and sizes of the messages that the filter shows")));
    m_view->setAccessibleName(tr("List of messages"));
    m_view->setToolTip(toolTipText(tr("Enter shows the messages of a row alone.")));
    m_model->retranslate();
    showCounts();
    m_view->shareRoom();
}

void ListPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_model->retranslate();
    else if (event->type() == QEvent::FontChange)
        m_view->shareRoom();
    QWidget::changeEvent(event);
}

} // namespace gb::ui
