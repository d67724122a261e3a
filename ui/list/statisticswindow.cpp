#include "ui/list/statisticswindow.h"

#include "core/filter/parser.h"
#include "ui/ladder/ladderrow.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tabbedline.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gb::ui {
namespace {

constexpr int conditionRole = Qt::UserRole;
constexpr qint64 share = 20, soonest = 1000, latest = 10'000; ///< ms between two looks while messages come

using enum wording::StatisticsSection;
enum Column { Name, Messages, Share, Median, High, Longest, columnCount };

QString percent(quint64 part, quint64 all)
{
    return all == 0 ? QString()
                    : QLocale().toString(100.0 * static_cast<double>(part) / static_cast<double>(all), 'f', 1)
            + QStringLiteral(" %");
}

} // namespace

StatisticsWindow::StatisticsWindow(const FlowRows &rows, Agents agents, QWidget *parent)
    : QDialog(parent)
    , m_rows(rows)
    , m_agents(std::move(agents))
    , m_head(plainLabel())
    , m_tree(new QTreeWidget)
    , m_copy(new QPushButton)
    , m_all(new QPushButton)
    , m_close(new QPushButton)
{
    m_head->setWordWrap(true);
    m_tree->setColumnCount(columnCount);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    auto *line = new QHBoxLayout;
    line->addWidget(m_copy);
    line->addWidget(m_all);
    line->addStretch(1);
    line->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_head);
    column->addWidget(m_tree, 1);
    column->addLayout(line);
    for (QPushButton *button : {m_copy, m_all, m_close})
        button->setAutoDefault(false); // Enter belongs to the rows
    resize(640, 560);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &StatisticsWindow::refresh);
    connect(&rows, &FlowRows::matched, this, &StatisticsWindow::later);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    connect(m_all, &QPushButton::clicked, this, &StatisticsWindow::showAllWanted);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (const QString condition = item->data(Name, conditionRole).toString(); !condition.isEmpty())
            emit conditionWanted(condition);
    });
    connect(m_tree, &QTreeWidget::itemClicked, m_tree, &QTreeWidget::itemActivated);
    retranslate();
}

void StatisticsWindow::later()
{
    if (isVisible() && !m_later.isActive())
        m_later.start(static_cast<int>(std::clamp(m_took * share / 1'000'000, soonest, latest)));
}

QString StatisticsWindow::nameOf(const QString &device) const
{
    const QString name = m_names.value(device);
    return device.isEmpty() ? wording::noDevice()
        : name.isEmpty()    ? device
                            : name + QStringLiteral(" \u00b7 ") + device;
}

QTreeWidgetItem *StatisticsWindow::section(wording::StatisticsSection which)
{
    const int index = static_cast<int>(which);
    QTreeWidgetItem *item = m_tree->topLevelItem(index);
    if (!item) {
        item = new QTreeWidgetItem(m_tree);
        item->setExpanded(true);
    }
    item->setText(Name, wording::statisticsTitle(which));
    qDeleteAll(item->takeChildren());
    return item;
}

void StatisticsWindow::fill(QTreeWidgetItem *under, const Statistics::Counts &counts, quint64 all)
{
    const QLocale locale;
    const auto add = [&](const QString &name, quint64 messages, const QString &condition) {
        auto *const item = new QTreeWidgetItem(under, {name, locale.toString(messages), percent(messages, all)});
        item->setTextAlignment(Messages, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(Share, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(Name, conditionRole, condition);
        if (!condition.isEmpty())
            item->setToolTip(Name, toolTipText(tr("Sets the filter to %1").arg(condition)));
    };
    for (const Statistics::Count &one : counts.list)
        add(one.name, one.messages, one.condition);
    if (counts.others > 0)
        add(tr("%Ln other(s)", nullptr, static_cast<int>(counts.others)), counts.messages, {});
}

void StatisticsWindow::fillTimes(const Statistics &statistics)
{
    QTreeWidgetItem *const under = section(Times);
    for (const Statistics::Times &one : statistics.times) {
        auto *const item = new QTreeWidgetItem(under,
            {one.device.isEmpty() && under->childCount() == 0 ? wording::allDevices() : nameOf(one.device),
                QLocale().toString(one.answers), {}, tookText(one.p50), tookText(one.p95), tookText(one.max)});
        for (const Column column : {Messages, Median, High, Longest})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (!one.device.isEmpty()) {
            const QString condition = QStringLiteral("dev:") + filter::quotedValue(one.device);
            item->setData(Name, conditionRole, condition);
            item->setToolTip(Name, toolTipText(tr("Sets the filter to %1").arg(condition)));
        }
    }
    if (statistics.otherTimes > 0)
        new QTreeWidgetItem(under, {tr("%Ln other(s)", nullptr, static_cast<int>(statistics.otherTimes))});
}

void StatisticsWindow::fillAgents(const Statistics &statistics)
{
    Statistics::Counts counts = agentsOf(statistics, m_agents ? m_agents() : QHash<QString, QString>());
    for (Statistics::Count &one : counts.list)
        one.name = one.name.isEmpty() ? wording::notTold() : one.name;
    fill(section(AgentsOf), counts, statistics.messages);
}

void StatisticsWindow::refresh()
{
    QElapsedTimer timer;
    timer.start();
    const Statistics now = statisticsOf(m_rows);
    const QLocale locale;
    const qsizetype all = m_rows.log().count();
    m_head->setText(static_cast<qsizetype>(now.messages) == all
            ? tr("%Ln message(s), %1 bytes", nullptr, static_cast<int>(all)).arg(locale.toString(now.octets))
            : tr("%1 of %Ln message(s) that the filter shows, %2 bytes", nullptr, static_cast<int>(all))
                  .arg(locale.toString(now.messages), locale.toString(now.octets)));
    m_tree->setUpdatesEnabled(false);
    fill(section(Requests), now.requests, now.messages);
    fill(section(Statuses), now.statuses, now.messages);
    fillTimes(now);
    Statistics::Counts repeats = now.repeats;
    for (Statistics::Count &one : repeats.list)
        one.name = wording::copyKind(one.name);
    fill(section(Repeats), repeats, now.messages);
    fillAgents(now);
    fill(section(Sizes), now.sizes, now.messages);
    Statistics::Counts devices = now.devices;
    for (Statistics::Count &one : devices.list)
        one.name = nameOf(one.name);
    fill(section(Devices), devices, now.messages);
    m_tree->setUpdatesEnabled(true);
    m_took = timer.nsecsElapsed();
}

QString StatisticsWindow::text() const
{
    QStringList lines{m_head->text()};
    const auto line = [](const QTreeWidgetItem *item) {
        QStringList cells;
        for (int column = 0; column < columnCount; ++column)
            cells << item->text(column);
        while (!cells.isEmpty() && cells.constLast().isEmpty())
            cells.removeLast();
        return tabbedLine(cells);
    };
    lines << line(m_tree->headerItem());
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        lines << QString() << line(m_tree->topLevelItem(i));
        for (int row = 0; row < m_tree->topLevelItem(i)->childCount(); ++row)
            lines << line(m_tree->topLevelItem(i)->child(row));
    }
    return lines.join(u'\n') + u'\n';
}

void StatisticsWindow::setNames(const QHash<QString, QString> &names)
{
    m_names = names;
    later();
}

void StatisticsWindow::retranslate()
{
    setWindowTitle(tr("Statistics"));
    m_tree->setHeaderLabels(wording::statisticsColumns());
    m_tree->setAccessibleName(tr("Statistics"));
    m_tree->setToolTip(toolTipText(tr("A click or Enter sets the filter to what a row counts.")));
    m_copy->setText(tr("&Copy"));
    m_all->setText(tr("Show &all messages"));
    m_close->setText(tr("Close"));
}

void StatisticsWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (isVisible())
            refresh();
    }
    QDialog::changeEvent(event);
}

void StatisticsWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    refresh();
}

void StatisticsWindow::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    m_later.stop();
}

} // namespace gb::ui
