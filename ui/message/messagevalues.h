#pragma once
#include "core/message/valuename.h"
#include "ui/message/parttree.h"

#include <QObject>

#include <functional>

class QMenu;
class QTextBlock;
class QTextEdit;
class QTreeWidget;

namespace gb::ui {

/**
 * The values in a message's text and in its tree: which one is meant, what the standards say of it, what a double click
 * does. A selected text is the value, whatever it is.
 */
class MessageValues final : public QObject
{
    Q_OBJECT
public:
    MessageValues(QTextEdit *text, QTreeWidget *parts, QObject *parent);

    /// Which body stands there. A text that has no values, such as hex, is `plain`.
    void setContext(const BodyContext &context) { m_context = context; }
    void setPlain(bool plain) { m_plain = plain; }
    /// Which of both is shown.
    void setOfTree(bool tree) { m_ofTree = tree; }
    /// The selected text, or the value at the cursor, or the one of the current row.
    PlacedValue current() const;
    /// Its name, its meaning and its clause at a place of the text's viewport; empty where nothing is known.
    QStringList about(const QPoint &at) const;

signals:
    /// By a double click, or Return in the tree.
    void activated(const QString &value);
    /// By a click with Ctrl: only messages with it; with Alt: without it.
    void filtered(const QString &value, bool without);
    /// `menu` has what the view itself offers; see MessageView::menuRequested.
    void menuRequested(const QPoint &at, QMenu *menu);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    PlacedValue valueIn(const QTextBlock &block, qsizetype character) const;
    bool activate(const QPoint &at);
    bool filter(const QPoint &at, Qt::KeyboardModifiers keys);
    void openTextMenu(const QPoint &at);

    QTextEdit *const m_text;
    QTreeWidget *const m_parts;
    BodyContext m_context;
    bool m_plain = false, m_ofTree = false;
};

} // namespace gb::ui
