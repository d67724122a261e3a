#pragma once
#include "core/client/command.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;
class QTreeWidget;

namespace gb::ui {

/**
 * Moves a camera by hand: a button a direction, zoom, focus and iris, by mouse or by keys. What moves goes on until it
 * is released; it is stopped as well when the pad loses the focus, is hidden or disabled, or its window is no longer
 * the active one. Below stand the eight bytes that were sent last, explained bit by bit.
 */
class PtzPad final : public QWidget
{
    Q_OBJECT
public:
    explicit PtzPad(QWidget *parent = nullptr);
    ~PtzPad() override;

    bool isMoving() const { return !m_moving.isEmpty(); }
    /// At once; nothing, where nothing moves.
    void stop();

signals:
    /// To be sent now, to the device that is chosen.
    void wanted(const QString &command, const gb::AskValues &values);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What a button does while it is held.
    struct Move
    {
        const char *command, *parameter, *value, *sign, *name;
        int row, column;
        Qt::Key key;
    };
    static const QList<Move> &moves();

    void build();
    void retranslate();
    void begin(const Move &move);
    void send(const QString &command, const AskValues &values);
    bool keyChanged(const QKeyEvent &event, bool pressed);

    QList<QPushButton *> m_buttons; ///< as moves()
    QPushButton *m_stop;
    QLabel *m_speedLabel, *m_code;
    QSlider *m_speed;
    QTreeWidget *m_bits;
    QString m_moving; ///< command whose stop is due; empty: nothing moves
    Qt::Key m_heldKey = Qt::Key_unknown;
};

} // namespace gb::ui
