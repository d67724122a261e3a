#include "ui/ladder/findbar.h"

#include "core/capture/recordreader.h"
#include "core/session/session.h"
#include "ui/session/recordsearch.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace gb::ui {

FindBar::FindBar(const FlowRows *rows, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
    , m_search(new RecordSearch(this))
    , m_text(new QLineEdit)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_cancel(new QToolButton)
    , m_showAll(new QToolButton)
    , m_close(new QToolButton)
    , m_counter(plainLabel())
    , m_note(mutedLabel())
    , m_progress(new QProgressBar)
{
    build();
    m_typing.setSingleShot(true);
    m_typing.setInterval(300);
    m_late.setSingleShot(true);
    m_late.setInterval(patience);
    connect(m_text, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] { find(m_text->text()); });
    connect(&m_late, &QTimer::timeout, this, [this] { showWork(true); });
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        stop();
        m_state = State::Cancelled;
        tell();
    });
    connect(m_showAll, &QToolButton::clicked, this, &FindBar::showAllRequested);
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(m_search, &RecordSearch::found, this, &FindBar::take);
    connect(m_search, &RecordSearch::finished, this, &FindBar::finish);
    connect(m_rows, &FlowRows::changed, this, [this] {
        if (!isHidden())
            tell();
    });
    retranslate();
    showWork(false);
    hide();
}

void FindBar::build()
{
    m_text->setMaxLength(RecordReader::maxText);
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(120);
    m_text->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    for (QToolButton *button : {m_previous, m_next, m_cancel, m_showAll, m_close})
        button->setAutoRaise(true);
    m_previous->setText(QStringLiteral("\u25b2"));
    m_next->setText(QStringLiteral("\u25bc"));
    m_close->setText(QStringLiteral("\u2715"));
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(80, 6);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 4);
    row->setSpacing(4);
    row->addWidget(m_text, 3);
    for (QWidget *widget : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
             static_cast<QWidget *>(m_counter), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_cancel)})
        row->addWidget(widget);
    row->addWidget(m_note, 2);
    row->addWidget(m_showAll);
    row->addWidget(m_close);
}

void FindBar::setSession(Session *session)
{
    m_session = session;
    session->when<outcome::Flushed>(this, [this](const outcome::Flushed &) {
        if (m_state == State::Flushing)
            search();
    });
}

void FindBar::open(quint64 near)
{
    m_near = near;
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    find(m_text->text());
}

void FindBar::open(quint64 near, const QString &text)
{
    m_near = near;
    show();
    find(text.left(RecordReader::maxText));
}

void FindBar::close()
{
    stop();
    m_wanted.clear();
    m_hits.clear();
    m_hit = -1;
    m_state = State::Idle;
    hide();
    emit marked({});
    emit closed();
}

void FindBar::find(const QString &text)
{
    stop();
    if (m_text->text() != text)
        m_text->setText(text);
    m_wanted = text;
    m_hits.clear();
    m_hit = -1;
    m_state = text.isEmpty() || !m_session ? State::Idle
        : m_session->files().isEmpty()     ? State::NotRecorded
                                           : State::Flushing;
    emit marked({});
    if (m_state == State::Flushing) {
        m_late.start();
        m_session->send(wish::Flush{}); // so that what came last is in the file
    }
    tell();
}

void FindBar::search()
{
    m_state = State::Searching;
    m_search->start(m_wanted, m_session->textFiles(), m_session->places());
}

void FindBar::stop()
{
    m_typing.stop();
    m_search->cancel();
    showWork(false);
}

void FindBar::take(const QList<quint64> &numbers, double fraction)
{
    m_hits += numbers;
    m_progress->setValue(static_cast<int>(fraction * 1000));
    if (!numbers.isEmpty())
        emit marked(m_wanted);
    if (m_hit < 0 && !m_hits.isEmpty() && m_hits.constLast() >= m_near)
        goToHit(std::lower_bound(m_hits.begin(), m_hits.end(), m_near) - m_hits.begin());
    else
        tell();
}

void FindBar::finish()
{
    m_state = State::Done;
    showWork(false);
    if (m_hit < 0 && !m_hits.isEmpty())
        goToHit(0); // all of them stand ahead of where the search began
    else
        tell();
}

void FindBar::step(int by)
{
    if (isHidden())
        return open(m_near);
    if (m_text->text() != m_wanted)
        return find(m_text->text());
    if (m_hits.isEmpty())
        return;
    const qsizetype count = m_hits.size();
    goToHit(m_hit < 0 ? (by > 0 ? 0 : count - 1) : ((m_hit + by) % count + count) % count);
}

void FindBar::goToHit(qsizetype hit)
{
    m_hit = hit;
    m_near = m_hits.at(hit);
    emit goTo(m_near);
    tell();
}

void FindBar::showWork(bool on)
{
    m_late.stop();
    m_progress->setVisible(on);
    m_cancel->setVisible(on);
    if (!on)
        m_progress->setValue(0);
}

void FindBar::tell()
{
    const QLocale locale;
    const bool working = m_state == State::Flushing || m_state == State::Searching;
    QString counter, note;
    bool hidden = false;
    if (!m_hits.isEmpty()) {
        counter = tr("%1 of %2").arg(locale.toString(m_hit + 1), locale.toString(m_hits.size()))
            + (working ? QStringLiteral("\u2026") : QString());
        const bool listed = m_hit < 0 || m_rows->log().rowOf(m_hits.at(m_hit)) >= 0;
        hidden = listed && m_hit >= 0 && m_rows->rowShowing(m_hits.at(m_hit)) < 0;
        note = !listed ? tr("#%1 is not in the list any more").arg(m_hits.at(m_hit))
            : hidden   ? tr("hidden by the filter")
                       : QString();
    } else if (m_state == State::Done) {
        note = tr("no message contains it");
    }
    if (m_state == State::NotRecorded)
        note = tr("nothing is recorded");
    if (m_state == State::Cancelled)
        note = note.isEmpty() ? tr("not all messages were searched") : note;
    m_counter->setText(counter);
    m_counter->setVisible(!counter.isEmpty());
    m_note->setText(note);
    m_note->setToolTip(toolTipText(note));
    m_showAll->setVisible(hidden);
    for (QToolButton *button : {m_previous, m_next})
        button->setEnabled(!m_hits.isEmpty());
    setAccessibleDescription(told());
}

QString FindBar::told() const
{
    return QStringList{m_counter->text(), m_note->text()}.join(u' ').trimmed();
}

void FindBar::retranslate()
{
    m_text->setPlaceholderText(tr("Find in the text of all messages"));
    m_text->setAccessibleName(tr("Find in messages"));
    m_previous->setToolTip(toolTipText(tr("Previous (Shift+F3)")));
    m_previous->setAccessibleName(tr("Previous message that contains it"));
    m_next->setToolTip(toolTipText(tr("Next")));
    m_next->setAccessibleName(tr("Next message that contains it"));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Progress of the search"));
    m_showAll->setText(tr("Show all"));
    m_showAll->setToolTip(toolTipText(tr("Clear the filters of the message flow")));
    m_close->setToolTip(toolTipText(tr("Close (Esc)")));
    m_close->setAccessibleName(tr("Close"));
    tell();
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (enter && m_text->hasFocus())
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace gb::ui
