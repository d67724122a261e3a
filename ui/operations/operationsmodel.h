#pragma once
#include "core/ladder/operationbook.h"

#include <QAbstractTableModel>
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

    /// These came or changed; the book has them already.
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
    Counts counts() const { return {static_cast<qsizetype>(m_rows.size()), m_odd}; }

private:
    bool isShown(const Operation &operation) const;
    void refill();
    void forgetOld();
    void add(const QList<quint64> &ascending);
    QString text(const Operation &operation, OperationColumn column) const;

    const OperationBook &m_book;
    std::deque<quint64> m_rows; ///< Operation::request, the oldest first
    qsizetype m_odd = 0;
    QStringList m_devices;
    bool m_onlyOdd = false;
    QHash<QString, QString> m_aliases;
};

} // namespace gb::ui
