#pragma once
#include "core/devices/device.h"
#include "ui/client/asking.h"

#include <QDialog>

class QLabel;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace gb::ui {

class AskAction;
class AskAnswer;
class AskBatchPage;
class AskCommandList;
class AskForm;
class AskTarget;
class DeviceTableModel;
class PtzPad;
class SettingReader;

/**
 * Asks the chosen device, or all that are chosen, what the standard lets one ask: a list of commands, a form of the
 * chosen one, what became of it, and the answer. It knows no session: Asking's signals say what is to be sent.
 */
class AskWindow final : public QDialog
{
    Q_OBJECT
public:
    AskWindow(const DeviceTableModel &devices, QWidget *parent);

    Asking &asking() { return m_asking; }
    /// Off: nothing listens, or not as a server.
    void setCanAsk(bool can);
    void setDevices(const QStringList &ids);
    /// After news of the devices, and once a second; cheap while it is hidden.
    void refresh();

signals:
    void messagesWanted(const QString &device, quint64 number);
    void deviceWanted(const QString &device);
    /// A table for a file, and what the file may be called.
    void exportWanted(const QByteArray &csv, const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *upperPart();
    void wire();
    void retranslate();
    void showCommand();
    void showAll();
    void showOutcome();
    static QString noticesText(const NoticeRows &notices);
    void showBatchOutcome();
    void showMessage();
    void send();
    void move(const QString &command, const AskValues &values);
    void cancel();
    AskKey key() const;
    AskQuestion question() const;
    QString obstacle() const;
    QStringList whatTheTickIsFor() const;
    bool isByHand() const;
    QList<AskWhom> whom() const;
    void countChannels();
    void showAnswerOf(const AskWhom &whom);

    const DeviceTableModel &m_devices;
    Asking m_asking;
    AskTarget *m_target;
    AskCommandList *m_commands;
    QLabel *m_title, *m_lacks;
    QStackedWidget *m_forms; ///< a page for what a command is made with; the form is the first
    AskForm *m_form;
    PtzPad *m_pad; ///< in place of the form of what it sends
    QScrollArea *m_scroll;
    SettingReader *m_reader;
    AskAction *m_action;
    QStackedWidget *m_answers;
    AskAnswer *m_answer;
    AskBatchPage *m_batch;
    QSplitter *m_parts;
    QString m_device;
    const AskCommand *m_shown = nullptr; ///< that the parts have their heights for
    bool m_canAsk = false;
    bool m_shared = false; ///< the width, which a person may have changed since
};

} // namespace gb::ui
