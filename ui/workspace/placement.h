#pragma once
#include <QMargins>
#include <QObject>
#include <QRect>

class QWidget;

namespace gb::ui {

/// Where a window goes, in logical pixels, without the frame of the window manager.
struct Placing
{
    QSize wanted;
    QSize least;     ///< it cannot be made smaller
    QMargins frame;  ///< title bar and edges
    QRect available; ///< of the screen
    QRect parent;    ///< with its frame; null: it has none, and stands in the middle

    /// Beside the parent where there is room, else over it; all of it on the screen, the title bar before anything
    /// else.
    QRect place() const;
};

/// What the window manager adds, as far as it is known.
QMargins frameOf(const QWidget *window);

/**
 * Sees to it that each window which belongs to this one opens on the screen, with title bar and contents in sight, and
 * beside it. It does so once; who moves a window then has his reasons, and only what does not fit is pushed back.
 */
class Placement final : public QObject
{
    Q_OBJECT
public:
    explicit Placement(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isOurs(const QWidget *window) const;
    void settle(QWidget *window) const;

    QWidget *m_window;
};

} // namespace gb::ui
