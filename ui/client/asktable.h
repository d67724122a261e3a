#pragma once
#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace gb::ui {

/**
 * Texts in rows and columns, such as what a device answered. It sorts and filters by itself: a proxy stalls at ten
 * thousand rows. Rows of the source keep their numbers; what is shown may be fewer of them, in another order.
 */
class AskTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;
    /// Column -1: the order of the source. Numbers come ahead of texts.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) final;

    /// Rows in which a cell has this text, upper and lower case alike; empty: all.
    void setFilter(const QString &text);
    int sourceOf(int row) const { return m_shown[static_cast<std::size_t>(row)]; }

    /// -1: it is not shown.
    int rowOf(int source) const;

    /// Rows that are shown, with the names of the columns ahead: cells between tabs.
    QString text(const QList<int> &rows) const;
    /// All of the source, in its order.
    QByteArray csv() const;

    virtual int sourceRows() const = 0;
    virtual int columns() const = 0;
    virtual QString cell(int source, int column) const = 0;
    virtual QString header(int column) const = 0;
    /// Call on QEvent::LanguageChange.
    void retranslate();

protected:
    /// For the header's tooltip.
    virtual QString meaning(int) const { return {}; }
    virtual bool isNumber(int) const { return false; }
    /// What a cell is sorted by; empty: its text.
    virtual std::optional<double> number(int source, int column) const;
    /// Of the cell; invalid: as usual.
    virtual QVariant colour(int, int) const { return {}; }

    /// Between these two the source may change as it likes.
    void beginChange() { beginResetModel(); }
    void endChange();
    /// One row of the source has other texts; it stays where it is.
    void changed(int source);
    /// Around one more column at the end.
    void beginColumn() { beginInsertColumns({}, columns(), columns()); }
    void endColumn() { endInsertColumns(); }

private:
    void arrange();
    std::vector<int> matching() const;

    std::vector<int> m_shown;  ///< rows of the source, from top to bottom
    std::vector<int> m_places; ///< of a row of the source: where it is shown; -1: nowhere
    QString m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace gb::ui
