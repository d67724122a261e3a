#include "ui/statusline.h"

#include "ui/widgets/plainlabel.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace gb::ui {

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_note(plainLabel({}, this))
    , m_work(plainLabel({}, this))
    , m_counts(plainLabel({}, this))
    , m_record(mutedLabel({}, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(12);
    row->addWidget(m_note);
    row->addWidget(m_work);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(m_counts);
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

void StatusLine::setCounters(const Counters &counters)
{
    m_counters = counters;
    const QLocale locale;
    QString text = tr("%n message(s)", nullptr, static_cast<int>(std::min<quint64>(counters.messages, 2'000'000'000)));
    text.replace(QString::number(counters.messages), locale.toString(counters.messages));
    text += QStringLiteral(" \u00b7 ") + tr("%1 retransmitted").arg(locale.toString(counters.retransmissions));
    if (counters.malformed > 0)
        text += QStringLiteral(" \u00b7 ") + tr("%1 malformed").arg(locale.toString(counters.malformed));
    if (counters.unanswered > 0)
        text += QStringLiteral(" \u00b7 ") + tr("%1 error answers held back").arg(locale.toString(counters.unanswered));
    if (counters.unlisted > 0)
        text += QStringLiteral(" \u00b7 ") + tr("%1 not listed").arg(locale.toString(counters.unlisted));
    if (counters.unrecorded > 0)
        text += QStringLiteral(" \u00b7 ") + tr("%1 not recorded").arg(locale.toString(counters.unrecorded));
    m_counts->setText(text);
}

void StatusLine::setRecord(const QString &file)
{
    m_file = file;
    m_record->setText(file.isEmpty() ? tr("not recorded") : QFileInfo(file).fileName());
    m_record->setToolTip(toolTipText(file));
}

void StatusLine::showWork(const QString &text)
{
    m_work->setText(text);
    m_bar->setValue(0);
    for (QWidget *widget : {static_cast<QWidget *>(m_work), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_cancel)})
        widget->show();
}

void StatusLine::setProgress(double fraction)
{
    m_bar->setValue(static_cast<int>(fraction * 1000));
}

void StatusLine::finishWork()
{
    for (QWidget *widget : {static_cast<QWidget *>(m_work), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_cancel)})
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
    setCounters(m_counters);
    setRecord(m_file);
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace gb::ui
