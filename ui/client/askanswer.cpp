#include "ui/client/askanswer.h"

#include "core/message/basicparam.h"
#include "core/report/words/askwording.h"
#include "core/report/words/shownclock.h"
#include "ui/client/alarmpage.h"
#include "ui/client/alarmplot.h"
#include "ui/client/asktableview.h"
#include "ui/client/asktree.h"
#include "ui/client/pictureview.h"
#include "ui/client/positionplot.h"
#include "ui/client/recordline.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typing.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

namespace gb::ui {

quint64 messageOf(const AskReportPtr &report)
{
    return !report ? 0 : report->request > 0 ? report->request : report->responses.value(0);
}

AskAnswer::AskAnswer(QWidget *parent)
    : QWidget(parent)
    , m_fields(new AskFields(this))
    , m_items(new AskItems(this))
    , m_tree(new AskTree(this))
    , m_head(mutedLabel())
    , m_empty(mutedLabel())
    , m_count(mutedLabel())
    , m_byLabel(plainLabel())
    , m_lineText(plainLabel())
    , m_plotText(plainLabel())
    , m_messages(new QPushButton)
    , m_copy(new QPushButton)
    , m_export(new QPushButton)
    , m_choose(new QPushButton)
    , m_pages(new QTabWidget)
    , m_fieldView(new QTableView)
    , m_itemView(new QTableView)
    , m_filter(new QLineEdit)
    , m_by(new QComboBox)
    , m_treeView(new QTreeView)
    , m_line(new RecordLine)
    , m_pictures(new PictureView)
    , m_plot(new PositionPlot)
    , m_alarms(new AlarmPage)
    , m_odd(new QListWidget)
    , m_message(new QPlainTextEdit)
{
    build();
    connect(m_messages, &QPushButton::clicked, this, [this] { emit messagesWanted(m_report); });
    connect(m_copy, &QPushButton::clicked, this, &AskAnswer::copy);
    connect(m_export, &QPushButton::clicked, this, [this] {
        if (const AskTable *const chosen = table())
            emit exportWanted(chosen->csv(), m_report->command + u'-' + m_report->device);
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_items->setFilter(text);
        showCount();
    });
    connect(m_choose, &QPushButton::clicked, this, &AskAnswer::chooseChannels);
    connect(m_itemView->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AskAnswer::showCount);
    linkAlarms();
    connect(m_by, &QComboBox::currentIndexChanged, this, &AskAnswer::showTree);
    connect(m_pages, &QTabWidget::currentChanged, this, [this] {
        showTree();
        showPages();
    });
}

/// What is chosen in the plot is selected in the list, and the other way round.
void AskAnswer::linkAlarms()
{
    AlarmPlot &plot = m_alarms->plot();
    const auto select = [this](int item) {
        if (const int row = m_items->rowOf(item); row >= 0)
            m_itemView->selectRow(row);
    };
    connect(&plot, &AlarmPlot::chosen, this, select);
    connect(&plot, &AlarmPlot::activated, this, [this, select](int item) {
        select(item);
        m_pages->setCurrentIndex(Items);
        m_itemView->setFocus();
    });
    connect(m_itemView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this, &plot](const QModelIndex &now) {
            const int item = now.isValid() ? m_items->sourceOf(now.row()) : -1;
            if (item >= 0 && AlarmLanes::isOf(*m_report) && item != plot.chosenItem())
                plot.chooseItem(item);
        });
}

void AskAnswer::build()
{
    setUpAskTable(m_fieldView, m_fields);
    setUpAskTable(m_itemView, m_items);
    m_treeView->setModel(m_tree);
    m_treeView->setUniformRowHeights(true);
    m_treeView->setFrameShape(QFrame::NoFrame);
    m_odd->setFrameShape(QFrame::NoFrame);
    m_odd->setWordWrap(true);
    m_odd->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_message->setReadOnly(true);
    m_message->setFont(monospace());
    m_message->setTabChangesFocus(true);
    m_message->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *line = new QWidget;
    auto *lines = new QVBoxLayout(line);
    lines->addWidget(m_lineText);
    lines->addWidget(m_line);
    lines->addStretch();
    m_pages->setDocumentMode(true);
    QWidget *const pages[] = {
        m_fieldView, itemsPage(), m_pictures, treePage(), line, plotPage(), m_alarms, m_odd, m_message};
    for (QWidget *page : pages)
        m_pages->addTab(page, QString());
    m_head->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_head, 1);
    for (QPushButton *button : {m_messages, m_copy, m_export}) {
        button->setAutoDefault(false);
        head->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_empty);
    column->addWidget(m_pages, 1);
}

QWidget *AskAnswer::itemsPage()
{
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(200);
    leaveByKeys(m_filter, m_itemView);
    auto *row = new QHBoxLayout;
    row->addWidget(m_filter, 1);
    row->addWidget(m_count);
    row->addWidget(m_choose);
    m_choose->setAutoDefault(false);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 4, 0, 0);
    column->addLayout(row);
    column->addWidget(m_itemView, 1);
    return page;
}

QWidget *AskAnswer::plotPage()
{
    m_plotText->setWordWrap(true);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_plotText);
    column->addWidget(m_plot, 1);
    return page;
}

QWidget *AskAnswer::treePage()
{
    m_byLabel->setBuddy(m_by);
    auto *row = new QHBoxLayout;
    row->addWidget(m_byLabel);
    row->addWidget(m_by);
    row->addStretch();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 4, 0, 0);
    column->addLayout(row);
    column->addWidget(m_treeView, 1);
    return page;
}

void AskAnswer::show(const AskReportPtr &report)
{
    if (report == m_report) {
        showHead();
        return;
    }
    const bool other = !report || !m_report || report->command != m_report->command;
    m_report = report;
    m_fields->show(report);
    m_items->show(report);
    m_filter->clear();
    m_pictures->show(report);
    m_line->show(report && report->command == u"record" ? report : nullptr);
    m_lineText->setText(m_line->summary());
    m_plot->show(report && PositionTrack::kindOf(*report) != PositionTrack::Kind::None ? report : nullptr);
    m_plotText->setText(m_plot->summary());
    m_alarms->show(report && AlarmLanes::isOf(*report) ? report : nullptr);
    widenColumns(m_fieldView);
    widenColumns(m_itemView);
    showOdd();
    showHead();
    const bool list = report && !report->items.isEmpty();
    showPages();
    if (report && (other || m_pages->currentIndex() == Message))
        m_pages->setCurrentIndex(m_pictures->count() > 0 ? Pictures
                : list                                   ? Items
                : m_pages->isTabVisible(Elements)        ? Elements
                                                         : Message);
    showTree();
    showCount();
}

void AskAnswer::setMessage(const QString &text)
{
    if (text != m_message->toPlainText())
        m_message->setPlainText(text);
}

void AskAnswer::showMessage()
{
    m_pages->setCurrentIndex(Message);
}

void AskAnswer::showHead()
{
    m_empty->setVisible(!m_report);
    QStringList parts;
    if (m_report && m_report->askedAt == TimePoint{}) { // what a subscription brought
        parts << tr("came at %1").arg(wording::secondsClock(m_report->at)) << wording::edition(m_report->edition);
    } else if (m_report) {
        parts << tr("asked at %1").arg(wording::secondsClock(m_report->askedAt)) << wording::edition(m_report->edition)
              << wording::askTimes(*m_report);
        parts.removeAll(QString());
    }
    m_head->setText(parts.join(QStringLiteral(" \u00b7 ")));
}

void AskAnswer::showOdd()
{
    m_odd->clear();
    for (const AskOddity &one : m_report ? m_report->oddities : QList<AskOddity>())
        m_odd->addItem(wording::askOddity(one));
}

/// Pages that have nothing are left out; Message is always there.
void AskAnswer::showPages()
{
    const bool list = m_report && !m_report->items.isEmpty();
    m_pages->setTabVisible(Elements, m_report && !(m_report->fields.isEmpty() && m_report->settings.isEmpty()));
    m_pages->setTabVisible(Items, list);
    m_pages->setTabVisible(Pictures, m_pictures->count() > 0);
    m_pages->setTabVisible(Tree, list && m_report->command == u"catalog");
    m_pages->setTabVisible(Line, list && m_report->command == u"record");
    m_pages->setTabVisible(Plot, list && PositionTrack::kindOf(*m_report) != PositionTrack::Kind::None);
    m_pages->setTabVisible(Alarms, list && AlarmLanes::isOf(*m_report));
    m_pages->setTabVisible(Odd, m_odd->count() > 0);
    m_pages->setTabText(Items, list ? tr("&List (%1)").arg(QLocale().toString(m_report->items.size())) : tr("&List"));
    m_pages->setTabText(Odd, tr("&Odd (%1)").arg(m_odd->count()));
    if (!m_pages->isTabVisible(m_pages->currentIndex()))
        m_pages->setCurrentIndex(Message);
    m_messages->setEnabled(messageOf(m_report) > 0);
    m_copy->setEnabled(m_pages->isTabVisible(m_pages->currentIndex()));
    m_export->setEnabled(table());
    m_pages->setTabText(Pictures, tr("Pict&ures (%1)").arg(m_pictures->count()));
}

void AskAnswer::showCount()
{
    const QLocale locale;
    m_count->setText(tr("%1 of %2").arg(locale.toString(m_items->rowCount()), locale.toString(m_items->sourceRows())));
    m_choose->setVisible(m_report && m_report->command == u"catalog");
    m_choose->setEnabled(m_itemView->selectionModel()->hasSelection());
}

/// Only where it is looked at: it may have ten thousand nodes.
void AskAnswer::showTree()
{
    const bool wanted = m_report && m_report->command == u"catalog" && m_pages->currentIndex() == Tree;
    m_tree->show(wanted ? m_report : nullptr, static_cast<AskTree::By>(std::max(0, m_by->currentIndex())));
    if (!wanted)
        return;
    if (m_report->items.size() <= 500)
        m_treeView->expandAll();
    else
        m_treeView->expandToDepth(0);
    const int em = fontMetrics().averageCharWidth();
    m_treeView->setColumnWidth(AskTree::Name, em * 40);
    m_treeView->setColumnWidth(AskTree::Id, fontMetrics().horizontalAdvance(QString(24, u'0')));
    m_treeView->setColumnWidth(AskTree::Kind, em * 24);
}

/// nullptr where the page that is seen has none.
AskTable *AskAnswer::table() const
{
    if (!m_report)
        return nullptr;
    switch (m_pages->currentIndex()) {
    case Elements: return m_fields;
    case Items: return m_items;
    default: return nullptr;
    }
}

QTableView *AskAnswer::tableView() const
{
    return m_pages->currentIndex() == Elements ? m_fieldView : m_itemView;
}

void AskAnswer::copy()
{
    if (m_pages->currentIndex() == Pictures && !m_pictures->image().isNull())
        return QGuiApplication::clipboard()->setImage(m_pictures->image());
    QString text;
    if (const AskTable *const chosen = table())
        text = copiedRows(*tableView(), *chosen, 2);
    else if (m_pages->currentIndex() == Message)
        text = m_message->toPlainText();
    else if (m_pages->currentIndex() == Line)
        text = m_line->summary();
    else if (m_pages->currentIndex() == Plot)
        text = m_plot->summary() + u'\n' + m_plot->words();
    else if (m_pages->currentIndex() == Alarms)
        text = m_alarms->text();
    else if (m_pages->currentIndex() == Tree)
        text = m_items->text(allRows(*m_items));
    for (int i = 0; m_pages->currentIndex() == Odd && i < m_odd->count(); ++i)
        text += m_odd->item(i)->text() + u'\n';
    QGuiApplication::clipboard()->setText(text);
}

void AskAnswer::chooseChannels()
{
    const qsizetype id = m_report->columns.indexOf(u"DeviceID"), name = m_report->columns.indexOf(u"Name");
    QList<int> items;
    for (const QModelIndex &one : m_itemView->selectionModel()->selectedRows())
        items.append(m_items->sourceOf(one.row()));
    std::sort(items.begin(), items.end());
    QList<AskWhom> channels;
    for (const int item : std::as_const(items)) {
        const AskWhom one{m_report->device, m_report->items[item].value(id), m_report->items[item].value(name)};
        if (isPlainId(one.about.left(65).toStdString()) && one.about != one.device)
            channels.append(one);
    }
    emit channelsChosen(channels);
}

void AskAnswer::retranslate()
{
    m_empty->setText(tr("Nothing asked yet. The answer appears here."));
    m_messages->setText(tr("Show the &messages"));
    m_messages->setToolTip(toolTipText(tr("Chooses the request in the message flow")));
    m_copy->setText(tr("Co&py"));
    m_copy->setToolTip(toolTipText(tr("Selected rows, or all of the page")));
    m_export->setText(tr("E&xport CSV\u2026"));
    m_choose->setText(tr("Ask t&he selected channels"));
    m_choose->setToolTip(toolTipText(tr("What is sent next goes to each of the selected rows: choose it on the left")));
    m_pages->setTabText(Elements, tr("Eleme&nts"));
    m_pages->setTabText(Tree, tr("&Tree"));
    m_pages->setTabText(Line, tr("T&imeline"));
    m_pages->setTabText(Message, tr("Messa&ge"));
    m_pages->setTabToolTip(Message, toolTipText(tr("What the button sends")));
    m_filter->setPlaceholderText(tr("Filter the list"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_byLabel->setText(tr("Tree b&y"));
    const int by = std::max(0, m_by->currentIndex());
    m_by->clear();
    m_by->addItems({QStringLiteral("ParentID"), QStringLiteral("BusinessGroupID"), QStringLiteral("CivilCode")});
    m_by->setCurrentIndex(by);
    m_fieldView->setAccessibleName(tr("Elements of the answer"));
    m_itemView->setAccessibleName(tr("List of the answer"));
    m_treeView->setAccessibleName(tr("Catalog as a tree"));
    m_odd->setAccessibleName(tr("What is odd about the answer"));
    m_message->setAccessibleName(tr("Message that the button sends"));
    m_pages->tabBar()->setAccessibleName(tr("Parts of the answer"));
    m_fields->retranslate();
    m_items->retranslate();
    m_line->retranslate();
    m_pictures->retranslate();
    m_plot->retranslate();
    m_alarms->retranslate();
    m_pages->setTabText(Alarms, tr("&When"));
    m_plotText->setText(m_plot->summary());
    m_pages->setTabText(Plot, tr("Tr&ack"));
    m_lineText->setText(m_line->summary());
    showOdd();
    showHead();
    showPages();
    showCount();
}

} // namespace gb::ui
