#pragma once
#include <QWidget>

class QBoxLayout;
class QDockWidget;
class QToolButton;

namespace gb::ui {

/// The title line of a pane: its name, and buttons that collapse it to this line, let it float, or close it. A pane at
/// a side collapses to the side, its name upright.
class PaneTitle final : public QWidget
{
    Q_OBJECT
public:
    explicit PaneTitle(QDockWidget *dock);

    bool isCollapsed() const { return m_collapsed; }
    /// How it looks; the pane itself is the receiver's.
    void setCollapsed(bool collapsed, bool upright);

signals:
    void collapseRequested(bool collapse);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QDockWidget *m_dock;
    QBoxLayout *m_row;
    QToolButton *m_collapse, *m_float, *m_close;
    bool m_collapsed = false, m_upright = false;
};

} // namespace gb::ui
