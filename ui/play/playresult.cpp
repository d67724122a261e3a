#include "ui/play/playresult.h"

#include "core/report/words/playwording.h"
#include "ui/play/playchart.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>

namespace gb::ui {
namespace {

QString markOf(MediaVerdict verdict)
{
    switch (verdict) {
    case MediaVerdict::Sound: return QStringLiteral("\u25cf ");
    case MediaVerdict::Warned: return QStringLiteral("\u25d0 ");
    case MediaVerdict::Broken: return QStringLiteral("\u2715 ");
    case MediaVerdict::NotYet:
    case MediaVerdict::Unknown: break;
    }
    return QStringLiteral("\u25cb ");
}

QColor colourOf(MediaVerdict verdict)
{
    switch (verdict) {
    case MediaVerdict::Sound: return colours().online;
    case MediaVerdict::Warned: return colours().late;
    case MediaVerdict::Broken: return colours().failed;
    case MediaVerdict::NotYet:
    case MediaVerdict::Unknown: break;
    }
    return colours().offline;
}

/// Nobody was played, and it was not us who ended it.
bool hasFailed(const PlayReport &report)
{
    return !wording::wasPlayed(report) && report.outcome != PlayOutcome::Stopped;
}

void setUpSmallTable(QTableView *view, QAbstractItemModel *model)
{
    setUpPlainTable(view);
    view->setModel(model);
    keepRowHeight(view, 4);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setSectionsClickable(false);
    view->setMinimumSize(view->fontMetrics().averageCharWidth() * 20, view->fontMetrics().height() * 5);
}

QSplitter *stacked(QWidget *upper, QWidget *lower, int upperShare, int lowerShare)
{
    auto *both = new QSplitter(Qt::Vertical);
    both->addWidget(upper);
    both->addWidget(lower);
    both->setChildrenCollapsible(false);
    both->setSizes({upperShare * 100, lowerShare * 100});
    both->setStretchFactor(0, upperShare);
    both->setStretchFactor(1, lowerShare);
    return both;
}

} // namespace

PlayResult::PlayResult(QWidget *parent)
    : QWidget(parent)
    , m_verdict(plainLabel())
    , m_chain(new PlayChain(this))
    , m_numbers(new PlayNumbers(this))
    , m_chainView(new QTableView)
    , m_numbersView(new QTableView)
    , m_causes(new QPlainTextEdit)
    , m_chart(new PlayChart)
    , m_messages(new QPushButton)
    , m_copy(new QPushButton)
{
    build();
    connect(m_chainView, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const PlayMessage which = messageOf(m_chain->linkAt(index.row())); which != PlayMessage::None)
            emit messageWanted(which);
    });
    connect(m_messages, &QPushButton::clicked, this, [this] { emit messageWanted(PlayMessage::Invite); });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
}

void PlayResult::build()
{
    QFont bold = m_verdict->font();
    bold.setBold(true);
    m_verdict->setFont(bold);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setUpSmallTable(m_chainView, m_chain);
    setUpSmallTable(m_numbersView, m_numbers);
    m_chainView->installEventFilter(this);
    m_numbersView->installEventFilter(this);
    m_causes->setReadOnly(true);
    m_causes->setTabChangesFocus(true);
    m_causes->setFrameShape(QFrame::NoFrame);
    m_causes->setMinimumHeight(fontMetrics().height() * 3);
    auto *sides = new QSplitter(Qt::Horizontal);
    sides->addWidget(stacked(m_chainView, m_causes, 3, 2));
    sides->addWidget(stacked(m_numbersView, m_chart, 7, 3));
    sides->setChildrenCollapsible(false);
    sides->setSizes({580, 420});
    sides->setStretchFactor(0, 4);
    sides->setStretchFactor(1, 3);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_messages, m_copy}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *head = new QHBoxLayout;
    head->addWidget(m_verdict, 1);
    head->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->addLayout(head);
    column->addWidget(sides, 1);
}

void PlayResult::show(const PlaySeen *seen)
{
    m_seen = seen ? std::optional(*seen) : std::nullopt;
    m_chain->show(seen);
    m_numbers->show(seen);
    m_chart->show(seen ? seen->curve : PlayCurve(), !seen || seen->curveKept);
    m_messages->setEnabled(seen && !seen->report->callId.isEmpty());
    m_copy->setEnabled(seen != nullptr);
    showVerdict();
    showCauses();
}

QString PlayResult::verdict() const
{
    if (!m_seen)
        return tr("This channel was not played so far.");
    const PlayReport &report = *m_seen->report;
    if (!m_seen->running && hasFailed(report))
        return QStringLiteral("\u2715 ") + wording::playSentence(report);
    if (!m_seen->running)
        return markOf(report.media.verdict) + wording::playSentence(report);
    const QString now = wording::mediaSentence(report.media);
    return report.media.verdict == MediaVerdict::NotYet
        ? markOf(report.media.verdict) + now
        : markOf(report.media.verdict) + tr("%1 (provisional)").arg(now);
}

void PlayResult::showVerdict()
{
    const QString text = verdict();
    if (text != m_verdict->text())
        m_verdict->setText(text);
    QPalette palette = this->palette();
    if (m_seen)
        palette.setColor(m_verdict->foregroundRole(),
            !m_seen->running && hasFailed(*m_seen->report) ? colours().failed
                                                           : colourOf(m_seen->report->media.verdict));
    m_verdict->setPalette(palette);
}

/// Only what is new is set: somebody may be reading.
void PlayResult::showCauses()
{
    QString text;
    if (m_seen) {
        text = m_seen->running ? wording::mediaCauses(m_seen->report->media) : wording::playCauses(*m_seen->report);
        if (!m_seen->report->detail.isEmpty())
            text = QStringList{text, m_seen->report->detail}.join(text.isEmpty() ? QString() : QStringLiteral("\n\n"));
        if (text.isEmpty())
            text = m_seen->running ? tr("Nothing is wrong so far.") : tr("Nothing is known to be wrong.");
    }
    if (text == m_causes->toPlainText())
        return;
    const int place = m_causes->verticalScrollBar()->value();
    m_causes->setPlainText(text);
    m_causes->verticalScrollBar()->setValue(place);
}

QString PlayResult::text() const
{
    if (!m_seen)
        return {};
    const PlayReport &report = *m_seen->report;
    const QStringList parts{report.device == report.channel ? report.device : report.device + u' ' + report.channel,
        verdict(), tableText(*m_chain), m_causes->toPlainText() + u'\n', tableText(*m_numbers)};
    return parts.join(u'\n');
}

void PlayResult::retranslate()
{
    m_chainView->setAccessibleName(tr("Chain of links from the INVITE to the picture"));
    m_numbersView->setAccessibleName(tr("What was measured"));
    m_causes->setAccessibleName(tr("Causes and advice"));
    m_messages->setText(tr("Show the messa&ges"));
    m_messages->setToolTip(toolTipText(tr("The INVITE in the message flow; media are in no record")));
    m_copy->setText(tr("Cop&y"));
    m_copy->setToolTip(toolTipText(tr("Verdict, chain, causes and numbers as text")));
    m_chain->retranslate();
    m_numbers->retranslate();
    m_chart->retranslate();
    showVerdict();
    showCauses();
    fitColumns();
}

void PlayResult::fitColumns()
{
    m_chainView->resizeColumnToContents(PlayChain::Link);
    m_chainView->setColumnWidth(PlayChain::State, PlayChain::stateWidth(m_chainView->font()));
    m_chainView->setColumnWidth(PlayChain::After, m_chainView->fontMetrics().averageCharWidth() * 9);
    m_numbersView->resizeColumnToContents(0);
}

bool PlayResult::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

} // namespace gb::ui
