#pragma once
#include "core/message/compare/comparison.h"

#include <QHash>
#include <QTreeWidget>

namespace gb::ui {

/// A comparison as rows: a part, its value in each message, how they differ. Nothing of it is markup.
class CompareTree final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit CompareTree(QWidget *parent = nullptr);

    /// `titles`: one for each message; `tips`: the same.
    void setComparison(Comparison comparison, const QStringList &titles, const QStringList &tips);
    const Comparison &comparison() const { return m_comparison; }
    /// What differs in each message is told as a difference, too.
    void setNoise(bool shown);
    bool isNoiseShown() const { return m_noise; }
    void setOnlyDifferences(bool only);
    bool isOnlyDifferences() const { return m_only; }
    /// To the next difference, or, by -1, to the one before; stays where there is none.
    void step(int direction);
    bool hasStep(int direction) const { return changeFrom(currentItem(), direction) != nullptr; }
    /// All rows that are shown, open or not, with tabs between the cells.
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyboardSearch(const QString &) override { } // letters are commands

private:
    void fill();
    void add(QTreeWidgetItem *parent, const QList<ComparedRow> &rows, Change above);
    void paintRow(QTreeWidgetItem *item, const ComparedRow &row, Change above) const;
    void shareRoom();
    const ComparedRow *rowOf(const QTreeWidgetItem *item) const { return m_rows.value(item); }
    QTreeWidgetItem *changeFrom(QTreeWidgetItem *item, int direction) const;

    Comparison m_comparison;
    QStringList m_titles, m_tips;
    QHash<const QTreeWidgetItem *, const ComparedRow *> m_rows;
    bool m_noise = false, m_only = false;
};

} // namespace gb::ui
