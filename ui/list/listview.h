#pragma once
#include "ui/list/listmodel.h"

#include <QHeaderView>
#include <QTreeView>

namespace gb::ui {

/// The rows of a ListModel. What is open, and what is chosen, stays whatever the model makes anew.
class ListView final : public QTreeView
{
    Q_OBJECT
public:
    static constexpr qsizetype maxKeptOpen = 500; ///< rows that are opened again

    explicit ListView(ListModel *model, QWidget *parent = nullptr);

    /// Takes in what came, and stays at its end if it stood there.
    void follow();
    void setGrouping(Grouping grouping);
    /// Chosen elsewhere: its row is opened and brought into sight. Where it is hidden no row is current.
    void choose(quint64 number);
    const TreeNode *current() const { return m_model->node(currentIndex()); }
    void reverse();
    ListColumn order() const { return static_cast<ListColumn>(header()->sortIndicatorSection()); }
    void showValue();
    /// Widths of the columns by the room that there is.
    void shareRoom();

signals:
    /// By a person; a row does not become current by itself.
    void chosen(const gb::TreeNode *node);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyboardSearch(const QString &) override { } // of what is typed some are commands

private:
    struct Anchor
    {
        TreeNode::Type type = TreeNode::Type::Message;
        quint64 number = 0; ///< of a message that it has; 0: none
    };

    Anchor anchorOf(const TreeNode &node) const;
    void restore();
    void refreshAnchors();

    ListModel *m_model;
    QHash<const TreeNode *, Anchor> m_open;
    QList<Anchor> m_kept; ///< what was open while the model had rows
    Anchor m_current;
    bool m_quiet = false;
};

} // namespace gb::ui
