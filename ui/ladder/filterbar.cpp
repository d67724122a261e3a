#include "ui/ladder/filterbar.h"

#include "core/report/words/filterwording.h"
#include "ui/ladder/filtercompleter.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typing.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

namespace gb::ui {

FilterBar::FilterBar(const MessageLog &log, QWidget *view, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_completer(new FilterCompleter(log, m_text))
    , m_scopes(new QToolButton)
    , m_filters(new QToolButton)
    , m_notes(new QWidget)
    , m_wrong(plainLabel())
    , m_note(mutedLabel())
    , m_mend(new QToolButton)
    , m_showAll(new QToolButton)
    , m_scopeMenu(new QMenu(this))
    , m_filterMenu(new QMenu(this))
{
    build();
    leaveByKeys(m_text, view);
    m_typing.setSingleShot(true);
    m_typing.setInterval(pause);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::read);
    connect(m_mend, &QToolButton::clicked, this, &FilterBar::mend);
    connect(m_showAll, &QToolButton::clicked, this, &FilterBar::showAllRequested);
    connect(m_scopeMenu, &QMenu::aboutToShow, this, &FilterBar::fillScopes);
    connect(m_filterMenu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
    retranslate();
}

void FilterBar::build()
{
    m_text->setMaxLength(static_cast<int>(filter::Limits::text));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(80);
    m_filters->setIcon(icon(QStringLiteral("filter")));
    for (QToolButton *button : {m_scopes, m_filters, m_mend, m_showAll})
        button->setAutoRaise(true);
    m_scopes->setMenu(m_scopeMenu);
    m_filters->setMenu(m_filterMenu);
    for (QToolButton *button : {m_scopes, m_filters})
        button->setPopupMode(QToolButton::InstantPopup);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_filters);
    row->addWidget(m_text, 1);
    row->addWidget(m_scopes);
    m_wrong->setFont(monospace());
    m_wrong->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_note->setWordWrap(true);
    auto *told = new QHBoxLayout;
    told->setSpacing(4);
    told->addWidget(m_note, 1);
    told->addWidget(m_mend);
    told->addWidget(m_showAll);
    auto *below = new QVBoxLayout(m_notes);
    below->setContentsMargins(8, 4, 8, 0);
    below->setSpacing(0);
    below->addWidget(m_wrong);
    below->addLayout(told);
    refresh();
}

void FilterBar::setFilter(const QString &text, FlowFilter::Scope scope)
{
    m_scope = scope;
    if (text != m_accepted) {
        const QSignalBlocker quiet(m_text);
        m_accepted = text;
        m_text->setText(text);
        m_typing.stop();
        m_problem.reset();
    }
    refresh();
}

void FilterBar::apply(const QString &text)
{
    m_text->setText(text);
    read();
}

void FilterBar::edit()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::read()
{
    m_typing.stop();
    m_read = m_text->text();
    m_problem = filter::parse(m_read).problem;
    if (!m_problem && m_text->text() != m_accepted) {
        m_accepted = m_text->text();
        emit changed(m_accepted, m_scope);
    }
    refresh();
}

/// What may be meant takes the place of what is wrong.
void FilterBar::mend()
{
    if (m_typing.isActive())
        read(); // it may be mended by hand already
    if (!m_problem || m_problem->proposal.isEmpty())
        return;
    QString text = m_read;
    apply(text.replace(m_problem->at, m_problem->length, m_problem->proposal));
    m_text->setFocus();
}

QString FilterBar::scopeName(FlowFilter::Scope scope)
{
    switch (scope) {
    case FlowFilter::Scope::Message: break;
    case FlowFilter::Scope::Dialog: return tr("Dialogs");
    case FlowFilter::Scope::Device: return tr("Devices");
    }
    return tr("Messages");
}

void FilterBar::fillScopes()
{
    m_scopeMenu->clear();
    const std::pair<FlowFilter::Scope, QString> scopes[] = {
        {FlowFilter::Scope::Message, tr("Messages that meet the filter")},
        {FlowFilter::Scope::Dialog, tr("Whole dialogs with a message that meets it")},
        {FlowFilter::Scope::Device, tr("All of the devices with a message that meets it")}};
    for (const auto &[scope, text] : scopes) {
        QAction *const action = m_scopeMenu->addAction(text);
        action->setCheckable(true);
        action->setChecked(scope == m_scope);
        connect(action, &QAction::triggered, this, [this, chosen = scope] {
            m_scope = chosen;
            refresh();
            emit changed(m_accepted, m_scope);
        });
    }
}

void FilterBar::fillMenu()
{
    m_filterMenu->clear();
    if (m_fillMenu)
        m_fillMenu(m_filterMenu);
}

void FilterBar::tell(qsizetype hidden, qsizetype all, double looked)
{
    const QLocale locale;
    QStringList notes;
    if (hidden > 0)
        notes << tr("%1 of %2 messages are hidden").arg(locale.toString(hidden), locale.toString(all));
    else
        notes << tr("nothing is hidden");
    if (looked < 1)
        notes << tr("%1 % of the texts were looked into").arg(static_cast<int>(looked * 100));
    m_effect = notes.join(QStringLiteral(" \u00b7 "));
    m_showAll->setEnabled(hidden > 0);
    refresh();
}

QString FilterBar::told() const
{
    if (m_problem)
        return m_wrong->text() + u'\n' + m_note->text();
    return m_accepted.isEmpty() ? QString() : m_note->text();
}

void FilterBar::refresh()
{
    m_wrong->setVisible(m_problem.has_value());
    const QString lines = m_problem ? wording::filterProblemLines(m_read, *m_problem) : QString();
    m_wrong->setText(lines.section(u'\n', 0, 1));
    m_note->setText(m_problem ? lines.section(u'\n', 2) : m_effect);
    m_mend->setVisible(m_problem && !m_problem->proposal.isEmpty());
    m_showAll->setVisible(!m_problem);
    m_notes->setVisible(m_problem || !m_accepted.isEmpty());
    m_scopes->setText(scopeName(m_scope));
    m_scopes->setVisible(!m_accepted.isEmpty());
    m_text->setAccessibleDescription(told());
}

void FilterBar::retranslate()
{
    m_text->setPlaceholderText(tr("Filter: text, dev:\u2026 cmd:\u2026 status>=400"));
    m_text->setAccessibleName(tr("Filter messages"));
    m_text->setToolTip(
        toolTipText(tr("Conditions that must all be met: dev:3402* cmd:MediaStatus status>=400 rt>500ms \"any "
                       "text\"; or, not, ( )")));
    m_filters->setAccessibleName(tr("Filters to choose"));
    m_filters->setToolTip(toolTipText(tr("Filters to choose")));
    m_scopes->setAccessibleName(tr("What is shown of a match"));
    m_scopes->setToolTip(
        toolTipText(tr("What is shown: messages that meet the filter, or all of their dialogs or devices")));
    m_mend->setText(tr("Correct it"));
    m_showAll->setText(tr("Show all"));
    m_showAll->setToolTip(toolTipText(tr("Clear the filters of the message flow")));
    refresh();
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace gb::ui
