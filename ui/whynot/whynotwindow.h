#pragma once
#include "core/ladder/absence.h"
#include "ui/workspace/statuscounts.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace gb::ui {

/// "Why is it not here?": names what keeps a message or a device out of the flow, and takes it away.
class WhyNotWindow final : public QDialog
{
    Q_OBJECT
public:
    /// `rows` must outlive it. `account`: what the session counted and cannot show.
    WhyNotWindow(const FlowRows &rows, std::function<Account()> account, QWidget *parent);

    /// As Absence has it.
    void ask(const QString &wanted);
    QLineEdit *line() const { return m_line; }
    QTreeWidget *reasons() const { return m_reasons; }
    QPushButton *showButton() const { return m_show; }
    QPushButton *takeButton() const { return m_take; }
    QPushButton *searchButton() const { return m_search; }
    QString answer() const;

signals:
    /// With this the reason is gone.
    void filterWanted(const gb::FlowFilter &filter);
    void messageWanted(quint64 number);
    void textWanted(const QString &text);
    void tallyWanted(gb::ui::Tally tally);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void retranslate();
    void refresh();
    void later();
    QString head() const;
    QString reason(const Absence::Stage &stage) const;
    void fill();
    void act();
    void showIt();

    const FlowRows &m_rows;
    const std::function<Account()> m_account;
    Absence m_absence;
    QLabel *m_about, *m_head;
    QLineEdit *m_line;
    QTreeWidget *m_reasons;
    QPushButton *m_show, *m_take, *m_search, *m_close;
    QTimer m_later; ///< gathers the news of a burst
    qint64 m_took = 0;
};

} // namespace gb::ui
