#pragma once
#include <QObject>
#include <QTimer>

class QAbstractItemView;

namespace gb::ui {

/**
 * Says when the rows of a table must stay where they are: while the pointer rests on them, and for two seconds after a
 * row was pressed. A pointer that has not moved for half a
 * minute, or not since the window opened under it, holds nothing: nobody is about to click.
 */
class OrderHold final : public QObject
{
    Q_OBJECT
public:
    explicit OrderHold(QAbstractItemView *view);
    bool isHeld() const { return (m_inside && m_rest.isActive()) || m_press.isActive(); }

signals:
    void changed(bool held);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell();

    bool m_inside = false, m_told = false;
    QTimer m_press, m_rest;
};

} // namespace gb::ui
