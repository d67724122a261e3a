#include "ui/client/askbatchpage.h"

#include "ui/client/asktableview.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/typing.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

namespace gb::ui {

AskBatchPage::AskBatchPage(Asking &asking, QWidget *parent)
    : QWidget(parent)
    , m_batch(new AskBatch(asking, this))
    , m_clock(new QCheckBox)
    , m_rateLabel(plainLabel())
    , m_rate(new QSpinBox)
    , m_filter(new QLineEdit)
    , m_again(new QPushButton)
    , m_copy(new QPushButton)
    , m_export(new QPushButton)
    , m_view(new QTableView)
{
    build();
    connect(m_batch, &AskBatch::moved, this, &AskBatchPage::refresh);
    connect(m_rate, &QSpinBox::valueChanged, m_batch, &AskBatch::setRate);
    connect(m_again, &QPushButton::clicked, m_batch, &AskBatch::askFailed);
    connect(m_filter, &QLineEdit::textChanged, m_batch, &AskBatch::setFilter);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(copiedRows(*m_view, *m_batch, 2)); });
    connect(m_export, &QPushButton::clicked, this, [this] { emit exportWanted(m_batch->csv(), m_batch->command()); });
    connect(m_view, &QTableView::activated, this,
        [this](const QModelIndex &index) { emit answerWanted(m_batch->whomAt(index.row())); });
}

void AskBatchPage::build()
{
    setUpAskTable(m_view, m_batch);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(200);
    leaveByKeys(m_filter, m_view);
    m_clock->setChecked(true);
    m_rate->setRange(0, AskRate::most);
    m_rate->setValue(AskRate::usual);
    m_rateLabel->setBuddy(m_rate);
    auto *how = new QHBoxLayout;
    how->addWidget(m_rateLabel);
    how->addWidget(m_rate);
    how->addSpacing(fontMetrics().averageCharWidth() * 2);
    how->addWidget(m_clock);
    how->addStretch();
    auto *row = new QHBoxLayout;
    row->addWidget(m_filter, 1);
    for (QPushButton *button : {m_again, m_copy, m_export}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(how);
    column->addLayout(row);
    column->addWidget(m_view, 1);
}

void AskBatchPage::setCommand(const AskCommand &command, bool ofChannels)
{
    m_clock->setVisible(!ofChannels && QLatin1StringView(command.name) == QLatin1StringView("info"));
}

bool AskBatchPage::withClock() const
{
    return m_clock->isVisibleTo(this) && m_clock->isChecked();
}

QString AskBatchPage::counts() const
{
    using Stage = AskBatch::Stage;
    if (m_batch->sourceRows() == 0)
        return {};
    QStringList parts{tr("%Ln answered", nullptr, m_batch->count(Stage::Done)),
        tr("%Ln failed", nullptr, m_batch->count(Stage::Failed))};
    if (const int open = m_batch->count(Stage::Asked) + m_batch->count(Stage::Waiting); open > 0)
        parts << tr("%Ln to come", nullptr, open);
    if (const int stopped = m_batch->count(Stage::Stopped); stopped > 0)
        parts << tr("%Ln stopped", nullptr, stopped);
    return parts.join(QStringLiteral(" \u00b7 "));
}

AskAction::Progress AskBatchPage::progress() const
{
    AskAction::Progress shown;
    shown.running = m_batch->isRunning();
    shown.of = m_batch->sourceRows();
    shown.came = shown.of - m_batch->count(AskBatch::Stage::Waiting) - m_batch->count(AskBatch::Stage::Asked);
    shown.text = counts();
    return shown;
}

void AskBatchPage::refresh()
{
    using Stage = AskBatch::Stage;
    m_again->setEnabled(!m_batch->isRunning() && m_batch->count(Stage::Failed) + m_batch->count(Stage::Stopped) > 0);
    const bool some = m_batch->sourceRows() > 0;
    m_copy->setEnabled(some);
    m_export->setEnabled(some);
    // Columns come with the first answer that has them; from then on their width is the user's
    const int columns = m_view->horizontalHeader()->count();
    if (columns < m_widened)
        m_widened = 0;
    if (columns > m_widened && (m_batch->count(Stage::Done) > 0 || m_widened == 0)) {
        widenColumns(m_view);
        m_widened = columns;
    }
}

void AskBatchPage::retranslate()
{
    m_clock->setText(tr("With the clock: asks each for its stat&us, too"));
    m_rateLabel->setText(tr("&Questions a second"));
    m_rate->setSpecialValueText(tr("no limit"));
    m_rate->setToolTip(
        toolTipText(tr("So many go out in a second at most. A device is asked one question at a time, and "
                       "%Ln devices at once",
            nullptr, AskBatch::atOnce)));
    m_filter->setPlaceholderText(tr("Filter the table"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_again->setText(tr("Ask the &failed again"));
    m_copy->setText(tr("Co&py"));
    m_copy->setToolTip(toolTipText(tr("Selected rows, or all of the page")));
    m_export->setText(tr("E&xport CSV\u2026"));
    m_view->setAccessibleName(tr("Answers of the devices or channels"));
    m_view->setToolTip(toolTipText(tr("Enter shows the answer of one row")));
    m_batch->retranslate();
    refresh();
}

} // namespace gb::ui
