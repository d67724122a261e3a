#pragma once
#include "ui/client/asking.h"

#include <QAbstractItemModel>
#include <QHash>

#include <vector>

namespace gb::ui {

/// A catalogue as a tree, GB/T 28181-2022 annex J. What names a parent that is not in the list stands under a row made
/// for that parent; what names itself, leads in a circle, or stands deeper than anybody looks, stands at the top.
class AskTree final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum class By : quint8 { ParentId, BusinessGroup, CivilCode };
    enum Column { Name, Id, Kind, Status, columnTotal };
    using QAbstractItemModel::QAbstractItemModel;

    void show(const AskReportPtr &report, By by);
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Item of the report; -1: a parent that is not in the list.
    int itemOf(const QModelIndex &index) const { return m_nodes[index.internalId()].item; }

private:
    struct Node
    {
        QString id;
        int item = -1;
        std::size_t above = 0; ///< 0: the root
        int row = 0;
        std::vector<std::size_t> below{};
    };

    using Nodes = QHash<QString, std::size_t>; ///< by their IDs

    void build(By by);
    std::size_t nodeFor(const QString &id, Nodes &known);
    std::size_t placeOf(std::size_t at, By by, Nodes &known);
    static std::size_t firstOf(const QStringList &ids, const Node &node, const Nodes &known);
    QStringList parentsOf(const Node &node) const;
    QString groupOf(const Node &node) const;
    QStringList areasOf(const Node &node) const;
    void addOtherPlaces(const Nodes &known);
    bool isAbove(std::size_t upper, std::size_t node) const;
    QString value(const Node &node, QStringView column) const;
    void cut();
    QString text(const Node &node, int column) const;

    AskReportPtr m_report;
    std::vector<Node> m_nodes{1}; ///< the root is the first
};

} // namespace gb::ui
