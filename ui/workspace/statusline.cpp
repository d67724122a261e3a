#include "ui/workspace/statusline.h"

#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>

namespace gb::ui {

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_note(plainLabel({}, this))
    , m_work(plainLabel({}, this))
    , m_record(mutedLabel({}, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
    , m_more(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(12);
    row->addWidget(m_note);
    row->addWidget(m_work);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    row->addStretch();
    addCounts(row);
    row->addWidget(m_record);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->setStretchFactor(m_note, 1);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(160, 8);
    m_cancel->setAutoRaise(true);
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    finishWork();
    retranslate();
}

void StatusLine::addCounts(QHBoxLayout *row)
{
    auto *counts = new QHBoxLayout;
    counts->setSpacing(0);
    for (int i = 0; isInLine(static_cast<Tally>(i)); ++i) {
        const auto tally = static_cast<Tally>(i);
        auto *button = new Steady<QToolButton>(this);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, [this, tally] { emit tallyChosen(tally); });
        counts->addWidget(button);
        m_counts.append({tally, button});
    }
    auto *menu = new QMenu(m_more);
    connect(menu, &QMenu::aboutToShow, this, &StatusLine::listMore);
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAutoRaise(true);
    counts->addWidget(m_more);
    row->addLayout(counts);
}

void StatusLine::setCounters(const Counters &counters)
{
    m_account.counters = counters;
    refresh();
}

void StatusLine::setListed(qsizetype shown, qsizetype listed, quint64 evicted)
{
    m_account.shown = shown;
    m_account.listed = listed;
    m_account.evicted = evicted;
    refresh();
}

void StatusLine::refresh()
{
    for (const auto &[tally, button] : std::as_const(m_counts)) {
        const quint64 count = tallyOf(m_account, tally);
        button->tell(tallyText(tally, count));
        button->setVisible(count > 0 || tally == Tally::Messages);
    }
    bool any = false, loss = false;
    for (int i = 0; i < static_cast<int>(Tally::Count); ++i) {
        const auto tally = static_cast<Tally>(i);
        const bool there = !isInLine(tally) && tallyOf(m_account, tally) > 0;
        any |= there;
        loss |= there && isLoss(tally);
    }
    m_more->setText((loss ? QStringLiteral("\u26a0 ") : QString()) + tr("More"));
    m_more->setVisible(any);
}

/// As it is now: a list that changes under the pointer cannot be clicked.
void StatusLine::listMore()
{
    QMenu *const menu = m_more->menu();
    menu->clear();
    for (int i = 0; i < static_cast<int>(Tally::Count); ++i) {
        const auto tally = static_cast<Tally>(i);
        const quint64 count = tallyOf(m_account, tally);
        if (isInLine(tally) || count == 0)
            continue;
        QAction *const action = menu->addAction((isLoss(tally) ? QStringLiteral("\u26a0 ") : QString())
            + tallyLabel(tally) + u'\t' + QLocale().toString(count));
        connect(action, &QAction::triggered, this, [this, tally] { emit tallyChosen(tally); });
    }
}

void StatusLine::setRecord(const QStringList &files)
{
    m_files = files;
    const auto others = static_cast<int>(files.size()) - 1;
    const QString first = QFileInfo(files.value(0)).fileName();
    m_record->setText(others < 0 ? tr("not recorded")
            : others == 0        ? first //: %1: name of a file; and how many other files are shown with it
                                 : tr("%1 and %Ln more", nullptr, others).arg(first));
    m_record->setToolTip(toolTipText(files.join(u'\n')));
}

void StatusLine::showWork(const QString &text)
{
    m_work->setText(text);
    m_bar->setValue(0);
    for (QWidget *widget :
        {static_cast<QWidget *>(m_work), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_cancel)})
        widget->show();
}

void StatusLine::setProgress(double fraction)
{
    m_bar->setValue(static_cast<int>(fraction * 1000));
}

void StatusLine::finishWork()
{
    for (QWidget *widget :
        {static_cast<QWidget *>(m_work), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_cancel)})
        widget->hide();
}

void StatusLine::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setToolTip(toolTipText(text));
}

void StatusLine::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_bar->setAccessibleName(tr("Progress"));
    for (const auto &[tally, button] : std::as_const(m_counts))
        button->setToolTip(
            toolTipText(tally == Tally::Messages || tally == Tally::Hidden ? tr("Show all messages")
                                                                           : tr("Show only these messages")));
    m_more->setToolTip(toolTipText(tr("All other counters")));
    refresh();
    setRecord(m_files);
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace gb::ui
