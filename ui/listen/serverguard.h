#pragma once
#include <QObject>

#include <functional>

class QWidget;

namespace gb::ui {

/// Asks before devices lose their server: when its window closes, and when it stops listening.
class ServerGuard final : public QObject
{
    Q_OBJECT
public:
    /// `devices` tells how many would; the guard is a child of the window.
    ServerGuard(QWidget *window, std::function<int()> devices);

    /// True at once where there are none.
    bool mayStop(const QString &button);
    /// The system ends the program: nobody is there to answer.
    static void askNothingMore();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    std::function<int()> m_devices;
};

} // namespace gb::ui
