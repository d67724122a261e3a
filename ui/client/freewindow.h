#pragma once
#include "core/client/free/freecheck.h"
#include "core/server/serverconfig.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace gb::ui {

class DeviceTableModel;
class FreeEditor;
class FreeLibrary;
class MessageCollection;
class SureTick;

/// A message as text, sent to a device or to where a recorded one came from. Who has a session listens to its signals.
class FreeWindow final : public QDialog
{
    Q_OBJECT
public:
    FreeWindow(const DeviceTableModel &devices, MessageCollection &kept, QWidget *parent);

    /// Off: nothing listens as a server. `server`: whose names stand in the check.
    void setCanSend(bool can, const ServerConfig &server);
    /// The chosen device.
    void setDevice(const QString &id);
    /// A message of the record, and of which device it is: that is where it goes. Empty: of none that is known, so it
    /// goes to the address in the record.
    void setMessage(const Datagram &datagram, const QString &device);
    void take(const FreeReport &report);
    void take(const FreeDialogList &list);
    /// Once a second; cheap while it is hidden.
    void refresh();

signals:
    void sendRequested(const gb::FreeQuestion &question);
    void stopRequested(quint64 id);
    void dialogsWanted(quint64 id, const QString &device, const gb::Endpoint &remote);
    void messagesWanted(const QString &device, quint64 number);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *targetRow();
    QWidget *actionRow();
    void wire();
    void retranslate();
    void fillTargets(bool device);
    void fillDialogs();
    void targetChanged();
    void listDialogs();
    void tellPlaces();
    void tellEdition();
    void showState();
    void say(const QString &text, const QColor &colour);
    void send();
    void dispatch();
    void keep(const QString &name);
    bool toDevice() const;
    bool prefersDevice() const;
    QStringList whatTheTickIsFor() const;
    bool needsTick() const;
    QString obstacle() const;
    FreeQuestion question() const;

    const DeviceTableModel &m_devices;
    MessageCollection &m_kept;
    FreeLibrary *m_library;
    QLabel *m_toLabel, *m_withinLabel, *m_effect, *m_outcome;
    QComboBox *m_to, *m_within;
    FreeEditor *m_editor;
    SureTick *m_sure;
    QPushButton *m_send, *m_stop, *m_messages;
    bool m_canSend = false;
    ServerConfig m_server;
    QString m_device;
    Endpoint m_remote, m_local; ///< of the message of the record; null: none
    TransportKind m_transport = TransportKind::Udp;
    std::pair<QString, Endpoint> m_target; ///< whose dialogs are shown
    QList<FreeDialog> m_dialogs;
    quint64 m_last = 0;   ///< id of the last question, or list
    quint64 m_waits = 0;  ///< id of the message that waits for its answer
    quint64 m_listed = 0; ///< id of the last list that was asked for
    FreeReport m_report;  ///< of the last message; id 0: none
};

} // namespace gb::ui
