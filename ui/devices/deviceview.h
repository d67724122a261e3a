#pragma once
#include <QTableView>

class QMenu;

namespace gb::ui {

class DeviceTableModel;

/// The table: rows of fixed height, columns of fixed width that the user moves, hides and sorts.
class DeviceView final : public QTableView
{
    Q_OBJECT
public:
    explicit DeviceView(DeviceTableModel *model, QWidget *parent = nullptr);

    QStringList selectedIds() const; ///< from top to bottom
    /// Selects the devices that have a row, the first of them becoming the current one.
    void select(const QStringList &ids);
    void copyCell() const;
    /// Visible columns of the selected rows, with a line of titles, as tab-separated values.
    void copyRows() const;
    void renameCurrent();

    QByteArray saveColumns() const;
    /// False, and nothing changes, where `state` is not of this table.
    bool restoreColumns(const QByteArray &state);
    void resetColumns();
    /// Which columns are shown, and by which one rows are sorted: for those who have no mouse, too.
    void openColumnMenu(const QPoint &at);
    /// Shows the column of aliases behind the IDs where it is hidden.
    void showAliases();
    /// Looks how much the reasons in sight need: the others give it to them. What they needed once they keep.
    void measureReasons();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;

private:
    void followChosen();
    void shareRoom();
    void fixReason();
    void fillColumnMenu(QMenu *menu);
    void fillSortMenu(QMenu *menu);
    QList<int> visibleColumns() const; ///< logical, from left to right
    QString rowText(int row, const QList<int> &columns) const;

    DeviceTableModel *m_model;                     ///< not owned
    int m_reasonNeeds = 0;                         ///< pixels
    bool m_isSharing = false;                      ///< in shareRoom()
    bool m_idByHand = false, m_nameByHand = false; ///< somebody chose the width of the IDs, or names
};

} // namespace gb::ui
