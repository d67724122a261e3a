#pragma once
#include "core/devices/heartbeattruth.h"

#include <QAbstractTableModel>

#include <memory>

namespace gb::ui {

/// The heartbeats of one device, the newest one at the top, as a policy judges them.
class BeatModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : int { Time, Gap, Reason, Copies, Answer, Sn, From, ColumnCount };
    enum Role { NumberRole = Qt::UserRole }; ///< of the message, as qulonglong

    explicit BeatModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// `isSame`: of the device that was shown; rows that are still there then keep their selection.
    void setTruth(std::shared_ptr<const HeartbeatTruth> truth, bool isSame);
    void setPolicy(const HeartbeatPolicy &policy);
    void setNow(TimePoint now);
    /// Null where there is none.
    const HeartbeatTruth *truth() const { return m_truth.get(); }

    /// Call on QEvent::LanguageChange.
    void retranslate();

private:
    qsizetype indexOf(int row) const { return m_truth->size() - 1 - row; }
    QString text(const Beat &beat, qsizetype index, Column column) const;
    QString answerText(const Beat &beat) const;
    QString toolTip(const Beat &beat, qsizetype index, Column column) const;

    std::shared_ptr<const HeartbeatTruth> m_truth;
    int m_rows = 0; ///< of the newest
    HeartbeatPolicy m_policy;
    TimePoint m_now{};
};

} // namespace gb::ui
