#pragma once
#include "core/ladder/operationbook.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>

#include <deque>

namespace gb::ui {

enum class OperationColumn { Time, Device, What, State, Result, Duration };
constexpr int operationColumnCount = 6;

/// What was asked, by whomever, the latest first. Bounded as the book is.
class OperationsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    struct Counts
    {
        qsizetype shown = 0, odd = 0; ///< odd: of those that are shown
        bool operator==(const Counts &) const = default;
    };

    explicit OperationsModel(const OperationBook &book, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    static constexpr int maxSingle = 200; ///< rows that come into the middle or go, one by one, in one take()

    /// These came or changed; the book has them already. Rows come and go one by one, so that what is chosen stays,
    /// unless there are more than maxSingle.
    void take(const QList<Operation> &changed);
    /// Only those of these devices; none: of all.
    void setDevices(const QStringList &devices);
    void setOnlyOdd(bool only);
    void setAliases(const QHash<QString, QString> &aliases);
    void retranslate();

    /// nullptr outside. Holds until the next news.
    const Operation *at(int row) const;
    /// -1: it is not shown.
    int rowOf(quint64 request) const;
    /// Shown or not.
    qsizetype all() const { return static_cast<qsizetype>(m_book.size()); }
    Counts counts() const { return {static_cast<qsizetype>(m_rows.size()), m_odd}; }

private:
    struct Row
    {
        quint64 request = 0;
        bool odd = false; ///< as it is counted
    };
    using Rows = std::deque<Row>;

    bool isShown(const Operation &operation) const;
    Rows::iterator place(quint64 request);
    int rowAt(Rows::const_iterator at) const { return static_cast<int>(m_rows.cend() - at) - 1; }
    void refill();
    void forgetOld();
    void append(const std::map<quint64, bool> &fresh);
    void insert(Row row);
    void remove(Rows::iterator at);
    QString text(const Operation &operation, OperationColumn column) const;

    const OperationBook &m_book;
    Rows m_rows; ///< the oldest first
    qsizetype m_odd = 0;
    QSet<QString> m_devices;
    bool m_onlyOdd = false;
    QHash<QString, QString> m_aliases;
};

} // namespace gb::ui
