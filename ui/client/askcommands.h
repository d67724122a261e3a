#pragma once
#include "core/client/command.h"

#include <QTreeWidget>

namespace gb::ui {

/// What can be asked, in groups. What an edition does not have is marked, and can be chosen nevertheless.
class AskCommandList final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit AskCommandList(QWidget *parent = nullptr);

    void setEdition(Edition edition);
    /// Never nullptr.
    const AskCommand *command() const { return m_command; }
    void choose(const AskCommand &command);
    void retranslate();
    /// As wide as the longest name, so that none is cut.
    QSize sizeHint() const override;

signals:
    void chosen();

protected:
    /// Arrow keys pass over the names of groups.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    enum Group { Queries, Controls, Settings, Subscriptions, groupCount };
    static Group groupOf(const AskCommand &command);
    void mark();
    void follow();

    const AskCommand *m_command = nullptr;
    Edition m_edition = Edition::V2016;
    QList<std::pair<QTreeWidgetItem *, const AskCommand *>> m_rows;
};

} // namespace gb::ui
