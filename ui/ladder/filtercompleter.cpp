#include "ui/ladder/filtercompleter.h"

#include "core/filter/completion.h"
#include "core/filter/parser.h"
#include "core/ladder/valuecounts.h"
#include "core/report/words/filterwording.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QStandardItemModel>
#include <QTreeView>

namespace gb::ui {
namespace {

constexpr int widest = 420; // pixels of the list

/// Two columns without a header.
QTreeView *makeList()
{
    auto *list = new QTreeView;
    list->setRootIsDecorated(false);
    list->setHeaderHidden(true);
    list->setUniformRowHeights(true);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setStretchLastSection(true);
    return list;
}

} // namespace

FilterCompleter::FilterCompleter(const MessageLog &log, QLineEdit *line)
    : QObject(line)
    , m_log(log)
    , m_line(line)
    , m_completer(new QCompleter(this))
    , m_offers(new QStandardItemModel(0, 2, this))
{
    m_completer->setModel(m_offers);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setPopup(makeList());
    m_completer->setWidget(line); // not of the line: that would put the offer in place of all of its text
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &FilterCompleter::choose);
    connect(line, &QLineEdit::textEdited, this, [this] { offer(false); });
}

bool FilterCompleter::isOpen() const
{
    return m_completer->popup()->isVisible();
}

void FilterCompleter::add(const QString &text, const QString &about)
{
    auto *const note = new QStandardItem(about);
    note->setForeground(m_line->palette().placeholderText());
    m_offers->appendRow({new QStandardItem(text), note});
}

void FilterCompleter::fill(bool always)
{
    m_offers->removeRows(0, m_offers->rowCount());
    const filter::Completion at = filter::completionAt(m_line->text(), m_line->cursorPosition());
    if (!always && at.typed.isEmpty() && !at.field)
        return;
    for (const QString &offer : at.offers) {
        const filter::FieldInfo *const field = at.field ? nullptr : filter::fieldOf(QStringView(offer).chopped(1));
        add(offer, field ? wording::filterField(field->field) : QString());
    }
    if (!at.field)
        return;
    const QLocale locale;
    for (const ValueCount &one : commonValues(m_log, at.field->field, at.typed, most))
        add(filter::quotedValue(one.value), locale.toString(one.messages));
}

void FilterCompleter::offer(bool always)
{
    fill(always);
    // What is whole is nothing to choose
    const bool whole = m_offers->rowCount() == 1
        && m_offers->item(0)->text() == filter::completionAt(m_line->text(), m_line->cursorPosition()).typed;
    if (m_offers->rowCount() == 0 || whole)
        return m_completer->popup()->hide();
    const QRect line = m_line->rect();
    m_completer->complete({line.left(), line.top(), std::max(widest, line.width() / 2), line.height()});
}

void FilterCompleter::choose(const QModelIndex &index)
{
    const QString chosen = index.sibling(index.row(), 0).data().toString();
    const filter::Completion at = filter::completionAt(m_line->text(), m_line->cursorPosition());
    QString text = m_line->text();
    const bool goesOn = chosen.endsWith(u':') || chosen.endsWith(u'>'); // a field, whose value comes next
    text.replace(at.at, at.length, goesOn || at.at + at.length < text.size() ? chosen : chosen + u' ');
    m_line->setText(text);
    m_line->setCursorPosition(static_cast<int>(at.at + chosen.size() + (goesOn ? 0 : 1)));
    if (goesOn)
        offer(true);
}

} // namespace gb::ui
