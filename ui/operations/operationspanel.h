#pragma once
#include "ui/operations/operationsmodel.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace gb::ui {

/// The table of what was asked, of the chosen devices or of all.
class OperationsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit OperationsPanel(const OperationBook &book, QWidget *parent = nullptr);

    OperationsModel *model() const { return m_model; }
    void take(const QList<Operation> &changed);
    /// Those that are chosen in the table of devices.
    void setSelectedDevices(const QStringList &devices);
    /// Chosen elsewhere; 0: none. Tells nobody.
    void setCurrent(quint64 request);

signals:
    /// By a person: its request, and whose it is.
    void chosen(quint64 request, const QString &device);
    /// Its messages alone are wanted.
    void activated(quint64 request, const QString &device);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void retranslate();
    void showCounts();
    void shareRoom();
    void filter();
    void tell(const QModelIndex &index);
    quint64 current() const;

    OperationsModel *m_model;
    QTableView *m_view;
    QLabel *m_counts;
    QToolButton *m_onlySelected, *m_onlyOdd;
    QStringList m_selected;
    bool m_quiet = false;
};

} // namespace gb::ui
