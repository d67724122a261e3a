#include "ui/play/playbatchpage.h"

#include "ui/client/asktableview.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/typing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace gb::ui {

PlayBatchPage::PlayBatchPage(Playing &playing, QWidget *parent)
    : QWidget(parent)
    , m_batch(new PlayBatch(playing, this))
    , m_counts(plainLabel())
    , m_filter(new QLineEdit)
    , m_again(new QPushButton)
    , m_copy(new QPushButton)
    , m_export(new QPushButton)
    , m_view(new QTableView)
{
    build();
    connect(m_batch, &PlayBatch::moved, this, &PlayBatchPage::refresh);
    connect(m_again, &QPushButton::clicked, m_batch, &PlayBatch::playFailed);
    connect(m_filter, &QLineEdit::textChanged, m_batch, &PlayBatch::setFilter);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(copiedRows(*m_view, *m_batch, 2)); });
    connect(
        m_export, &QPushButton::clicked, this, [this] { emit exportWanted(m_batch->csv(), QStringLiteral("plays")); });
    connect(m_view, &QTableView::activated, this,
        [this](const QModelIndex &index) { emit itemWanted(m_batch->itemAt(index.row())); });
}

void PlayBatchPage::build()
{
    setUpAskTable(m_view, m_batch);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(200);
    leaveByKeys(m_filter, m_view);
    auto *row = new QHBoxLayout;
    row->addWidget(m_filter, 1);
    for (QPushButton *button : {m_again, m_copy, m_export}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->addWidget(m_counts);
    column->addLayout(row);
    column->addWidget(m_view, 1);
}

QString PlayBatchPage::counts() const
{
    using Stage = PlayBatch::Stage;
    if (m_batch->sourceRows() == 0)
        return tr("Choose above to play several channels: those of a device, or of all selected devices.");
    QStringList parts{
        tr("%Ln good", nullptr, m_batch->count(Stage::Good)), tr("%Ln failed", nullptr, m_batch->count(Stage::Failed))};
    if (const int open = m_batch->count(Stage::Playing) + m_batch->count(Stage::Waiting); open > 0)
        parts << tr("%Ln to come", nullptr, open);
    if (const int stopped = m_batch->count(Stage::Stopped); stopped > 0)
        parts << tr("%Ln stopped", nullptr, stopped);
    if (const int more = m_batch->leftOut(); more > 0)
        parts << tr("%Ln left out: too many at a time", nullptr, more);
    return parts.join(QStringLiteral(" \u00b7 "));
}

void PlayBatchPage::refresh()
{
    using Stage = PlayBatch::Stage;
    m_counts->setText(counts());
    m_again->setEnabled(!m_batch->isRunning() && m_batch->count(Stage::Failed) + m_batch->count(Stage::Stopped) > 0);
    const bool some = m_batch->sourceRows() > 0;
    m_copy->setEnabled(some);
    m_export->setEnabled(some);
    // When the first rows are there, and when the first one has ended; from then on widths are the user's
    const int ended = m_batch->count(Stage::Good) + m_batch->count(Stage::Failed);
    const int wanted = !some ? 0 : ended > 0 ? 2 : 1;
    if (wanted > m_widened) {
        widenColumns(m_view);
        const int room = m_view->fontMetrics().averageCharWidth() * 28; // for what it says while it plays
        m_view->setColumnWidth(PlayBatch::Verdict, std::max(m_view->columnWidth(PlayBatch::Verdict), room));
    }
    m_widened = wanted;
}

void PlayBatchPage::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter the table"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_again->setText(tr("Play the &failed again"));
    m_copy->setText(tr("Cop&y"));
    m_copy->setToolTip(toolTipText(tr("Selected rows, or all of the page")));
    m_export->setText(tr("E&xport CSV\u2026"));
    m_view->setAccessibleName(tr("Plays of the channels"));
    m_view->setToolTip(toolTipText(tr("Enter shows one play with its chain and numbers")));
    m_batch->retranslate();
    widenColumns(m_view);
    m_widened = 0;
    refresh();
}

} // namespace gb::ui
