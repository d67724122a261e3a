#include "ui/operations/operationspanel.h"

#include "core/report/words/shownclock.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintable.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QToolButton>

namespace gb::ui {

OperationsPanel::OperationsPanel(const OperationBook &book, QWidget *parent)
    : QWidget(parent)
    , m_model(new OperationsModel(book, this))
    , m_view(new QTableView)
    , m_counts(mutedLabel())
    , m_onlySelected(new QToolButton)
    , m_onlyOdd(new QToolButton)
{
    build();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OperationsPanel::tell);
    connect(m_view, &QTableView::clicked, this, &OperationsPanel::tell);
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const Operation *const one = m_model->at(index.row()))
            emit activated(one->request, one->device);
    });
    connect(m_onlySelected, &QToolButton::toggled, this, &OperationsPanel::filter);
    connect(m_onlyOdd, &QToolButton::toggled, this, &OperationsPanel::filter);
    retranslate();
}

void OperationsPanel::build()
{
    for (QToolButton *one : {m_onlySelected, m_onlyOdd}) {
        one->setCheckable(true);
        one->setAutoRaise(true);
    }
    m_onlySelected->setChecked(true);
    m_view->setModel(m_model);
    setUpPlainTable(m_view);
    keepRowHeight(m_view, 6);
    QHeaderView *const header = m_view->horizontalHeader();
    header->setSectionResizeMode(static_cast<int>(OperationColumn::Result), QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 2, 4, 2);
    line->addWidget(m_counts, 1);
    line->addWidget(m_onlySelected);
    line->addWidget(m_onlyOdd);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_view, 1);
}

void OperationsPanel::take(const QList<Operation> &changed)
{
    if (changed.isEmpty())
        return;
    const quint64 request = current();
    m_quiet = true; // a row that moves is not chosen
    m_model->take(changed);
    m_quiet = false;
    setCurrent(request);
    showCounts();
}

void OperationsPanel::setSelectedDevices(const QStringList &devices)
{
    m_selected = devices;
    filter();
}

void OperationsPanel::filter()
{
    const quint64 request = current();
    m_quiet = true;
    m_model->setDevices(m_onlySelected->isChecked() ? m_selected : QStringList());
    m_model->setOnlyOdd(m_onlyOdd->isChecked());
    m_quiet = false;
    setCurrent(request);
    showCounts();
}

quint64 OperationsPanel::current() const
{
    const Operation *const now = m_model->at(m_view->currentIndex().row());
    return now ? now->request : 0;
}

void OperationsPanel::setCurrent(quint64 request)
{
    const int row = request == 0 ? -1 : m_model->rowOf(request);
    if (row == m_view->currentIndex().row())
        return;
    m_quiet = true;
    if (row < 0)
        m_view->selectionModel()->clear();
    else
        m_view->setCurrentIndex(m_model->index(row, 0));
    m_quiet = false;
}

void OperationsPanel::tell(const QModelIndex &index)
{
    const Operation *const one = m_quiet ? nullptr : m_model->at(index.row());
    if (one)
        emit chosen(one->request, one->device);
}

void OperationsPanel::showCounts()
{
    const OperationsModel::Counts counts = m_model->counts();
    const QLocale locale;
    const qsizetype all = m_model->all();
    m_counts->setText(all == 0
            ? tr("Nothing was asked so far: queries, controls, notices and subscriptions stand here.")
            : counts.shown == 0
            ? tr("None of %Ln operation(s) is shown: filters hide them", nullptr, static_cast<int>(all))
            : tr("%1 shown, %2 failed or odd").arg(locale.toString(counts.shown), locale.toString(counts.odd)));
}

void OperationsPanel::shareRoom()
{
    const int letter = fontMetrics().horizontalAdvance(u'0');
    const bool narrow = width() < 120 * letter;
    const int widths[] = {(wording::exactClockWidth() + 2) * letter, (narrow ? 14 : 22) * letter,
        (narrow ? 22 : 30) * letter, 22 * letter, 0, 11 * letter};
    for (int i = 0; i < operationColumnCount; ++i) {
        if (widths[i] > 0)
            m_view->horizontalHeader()->resizeSection(i, widths[i]);
    }
}

void OperationsPanel::retranslate()
{
    m_onlySelected->setText(tr("Selected devices"));
    m_onlySelected->setToolTip(toolTipText(tr("Only those of the devices that are selected in the table, if any")));
    m_onlyOdd->setText(tr("Failed or odd"));
    m_onlyOdd->setToolTip(toolTipText(tr("Only what was refused, not answered, or answered oddly")));
    m_view->setAccessibleName(tr("Operations"));
    m_view->setToolTip(toolTipText(tr("Enter shows its messages alone.")));
    m_model->retranslate();
    showCounts();
    shareRoom();
}

void OperationsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_model->retranslate();
    else if (event->type() == QEvent::FontChange)
        shareRoom();
    QWidget::changeEvent(event);
}

void OperationsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

} // namespace gb::ui
