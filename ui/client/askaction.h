#pragma once
#include "core/client/command.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gb::ui {

class SureTick;

/// The button that sends, what it does ahead of it, and what became of it beside it.
class AskAction final : public QWidget
{
    Q_OBJECT
public:
    /// What stands behind the button.
    struct Progress
    {
        bool running = false;
        bool quiet = false;      ///< it runs without an end that is known: no bar
        qint64 came = 0, of = 0; ///< of: 0: not known
        QString text;            ///< outcome or progress
        QColor colour;           ///< of it; invalid: as usual
    };

    struct Asked
    {
        int count = 1;
        bool channels = false; ///< not devices
        bool operator==(const Asked &) const = default;
    };

    explicit AskAction(QWidget *parent = nullptr);

    /// `what`: whom and with which values; the tick is for these alone. `obstacle`: why it cannot be sent now; empty:
    /// it can.
    void show(const AskCommand &command, const Asked &asked, const QStringList &what, const QString &obstacle);
    void show(const Progress &progress);
    /// Off: something else sends.
    void setSends(bool sends);
    /// Presses the button, where it can be pressed.
    void press();
    void retranslate();

signals:
    /// What restarts or erases was confirmed.
    void sendRequested();
    void cancelRequested();

private:
    void build();
    void press(bool confirmed);
    QString buttonText() const;
    QString sureText() const;
    bool needsTick() const;
    void refresh();

    const AskCommand *m_command = nullptr;
    Asked m_asked;
    QStringList m_what;
    QString m_obstacle;
    bool m_running = false, m_sends = true;
    QLabel *m_effect, *m_outcome;
    SureTick *m_sure;
    QPushButton *m_send, *m_cancel;
    QProgressBar *m_bar;
};

} // namespace gb::ui
