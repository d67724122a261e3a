#pragma once
#include "ui/play/playbatch.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace gb::ui {

/// The table of many plays, its counts, and what can be done with it.
class PlayBatchPage final : public QWidget
{
    Q_OBJECT
public:
    PlayBatchPage(Playing &playing, QWidget *parent = nullptr);

    PlayBatch &batch() { return *m_batch; }
    /// "58 good, 2 failed, 3 to come".
    QString counts() const;
    void retranslate();

signals:
    void itemWanted(const gb::ui::PlayItem &item);
    void exportWanted(const QByteArray &table, const QString &name);

private:
    void build();
    void refresh();

    PlayBatch *m_batch;
    QLabel *m_counts;
    QLineEdit *m_filter;
    QPushButton *m_again, *m_copy, *m_export;
    QTableView *m_view;
    int m_widened = 0; ///< what columns got their width for: 0 nothing, 1 rows, 2 one that has ended
};

} // namespace gb::ui
