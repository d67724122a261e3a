#include "ui/message/messagevalues.h"

#include "core/report/words/clausewording.h"
#include "ui/message/messagehighlighter.h"
#include "ui/widgets/plainlabel.h"

#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QTextBlock>
#include <QTextEdit>
#include <QToolTip>
#include <QTreeWidget>

namespace gb::ui {

MessageValues::MessageValues(QTextEdit *text, QTreeWidget *parts, QObject *parent)
    : QObject(parent)
    , m_text(text)
    , m_parts(parts)
{
    m_text->viewport()->installEventFilter(this);
    m_text->setContextMenuPolicy(Qt::CustomContextMenu);
    m_parts->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_text, &QWidget::customContextMenuRequested, this, &MessageValues::openTextMenu);
    connect(m_parts, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (QTreeWidgetItem *const item = m_parts->itemAt(at))
            m_parts->setCurrentItem(item);
        auto *menu = new QMenu(m_parts);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        emit menuRequested(m_parts->viewport()->mapToGlobal(at), menu);
    });
    connect(m_parts, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (const QString value = valueOf(*item).text; !value.isEmpty() && item->childCount() == 0)
            emit activated(value);
    });
}

PlacedValue MessageValues::current() const
{
    if (m_ofTree) {
        const QTreeWidgetItem *const item = m_parts->currentItem();
        return item ? valueOf(*item) : PlacedValue();
    }
    const QTextCursor cursor = m_text->textCursor();
    if (m_plain)
        return {};
    const QTextBlock block = cursor.block();
    PlacedValue value = valueIn(block, cursor.selectionStart() - block.position());
    const QString selected = cursor.selectedText();
    if (!selected.trimmed().isEmpty() && selected.trimmed() != value.text)
        return {{}, selected.contains(QChar::ParagraphSeparator) ? QString() : selected.trimmed(), 0, 0};
    return value;
}

PlacedValue MessageValues::valueIn(const QTextBlock &block, qsizetype character) const
{
    QString line = block.text();
    for (const char *end : {"\\n", "\\r"}) { // as they are shown
        if (line.endsWith(QLatin1String(end)))
            line.chop(2);
    }
    const LineKind kind = block.blockNumber() == 0 ? LineKind::Start
        : MessageHighlighter::isBody(block)        ? LineKind::Body
                                                   : LineKind::Header;
    return valueAt(line, character, kind);
}

QStringList MessageValues::about(const QPoint &at) const
{
    const QTextCursor cursor = m_text->cursorForPosition(at);
    if (m_plain || !m_text->cursorRect(cursor).adjusted(-20, 0, 20, 0).contains(at))
        return {};
    const PlacedValue value = valueIn(cursor.block(), cursor.positionInBlock());
    return wording::aboutValue(value.name, m_context.root, m_context.command);
}

/// The whole value is selected, not a word of it.
bool MessageValues::activate(const QPoint &at)
{
    QTextCursor cursor = m_text->cursorForPosition(at);
    const PlacedValue value = m_plain ? PlacedValue() : valueIn(cursor.block(), cursor.positionInBlock());
    if (value.text.isEmpty())
        return false;
    const int begin = cursor.block().position() + static_cast<int>(value.from);
    cursor.setPosition(begin);
    cursor.setPosition(begin + static_cast<int>(value.length), QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
    emit activated(value.text);
    return true;
}

bool MessageValues::filter(const QPoint &at, Qt::KeyboardModifiers keys)
{
    const QTextCursor cursor = m_text->cursorForPosition(at);
    const PlacedValue value = m_plain ? PlacedValue() : valueIn(cursor.block(), cursor.positionInBlock());
    if (value.text.isEmpty() || (keys != Qt::ControlModifier && keys != Qt::AltModifier))
        return false;
    emit filtered(value.text, keys == Qt::AltModifier);
    return true;
}

/// Without a selection it is about the value under the pointer.
void MessageValues::openTextMenu(const QPoint &at)
{
    if (!m_text->textCursor().hasSelection())
        m_text->setTextCursor(m_text->cursorForPosition(at));
    QMenu *const menu = m_text->createStandardContextMenu(at);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit menuRequested(m_text->viewport()->mapToGlobal(at), menu);
}

bool MessageValues::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *const help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipText(about(help->pos()).join(u'\n')), m_text->viewport());
        return true;
    }
    if (event->type() == QEvent::MouseButtonDblClick) {
        const auto *const mouse = static_cast<QMouseEvent *>(event);
        return mouse->button() == Qt::LeftButton && activate(mouse->position().toPoint());
    }
    if (event->type() == QEvent::MouseButtonPress) {
        const auto *const mouse = static_cast<QMouseEvent *>(event);
        return mouse->button() == Qt::LeftButton && filter(mouse->position().toPoint(), mouse->modifiers());
    }
    return QObject::eventFilter(watched, event);
}

} // namespace gb::ui
