#pragma once
#include <QPointer>
#include <QWidget>

namespace gb::ui {

/// An edge in the accent's colour around the table, text or drawing that has the keyboard: styles draw none around
/// these. One for the whole program.
class FocusEdge final : public QWidget
{
    Q_OBJECT
public:
    /// From now on; more than once is once.
    static void follow();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    FocusEdge();
    void moveTo(QWidget *focus);

    QPointer<QWidget> m_around;
};

} // namespace gb::ui
