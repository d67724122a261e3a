#pragma once
#include <QLayout>
#include <QMainWindow>

namespace gb::ui {

/// A window that keeps, when it is shown for the first time, the size that was wanted ahead of that: until its panes
/// share their places it grows as wide as all of them need side by side.
class FirstSize : public QMainWindow
{
public:
    using QMainWindow::QMainWindow;
    void setVisible(bool visible) override
    {
        if (!m_isKept)
            m_wanted = size();
        QMainWindow::setVisible(visible);
    }

protected:
    /// Its panes have their places.
    void keepFirstSize()
    {
        m_isKept = true;
        if (size() == m_wanted || windowState() != Qt::WindowNoState)
            return;
        layout()->activate();
        resize(m_wanted);
    }

private:
    QSize m_wanted;
    bool m_isKept = false;
};

} // namespace gb::ui
