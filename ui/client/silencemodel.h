#pragma once
#include "core/client/silencetest.h"

#include <QAbstractTableModel>
#include <QHash>

namespace gb::ui {

enum class SilenceColumn { Device, Verdict, Unanswered, SinceAnswer, Allowed, Back };
constexpr int silenceColumnCount = 6;

/// What a silence shows of each device, who does not notice first.
class SilenceModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : silenceColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setNames(const QHash<QString, QString> &names) { m_names = names; }
    void setResults(QList<SilenceTest::Result> results);
    QString idAt(int row) const { return m_rows.value(row).device; }
    int count(SilenceTest::State state) const
    {
        return static_cast<int>(
            std::count_if(m_rows.begin(), m_rows.end(), [state](const auto &one) { return one.state == state; }));
    }
    void retranslate();

private:
    QString text(const SilenceTest::Result &result, SilenceColumn column) const;

    QList<SilenceTest::Result> m_rows;
    QHash<QString, QString> m_names; ///< what people call a device, by its ID
};

} // namespace gb::ui
