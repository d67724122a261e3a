#pragma once
#include "ui/client/asking.h"
#include "ui/play/playbatch.h"
#include "ui/play/playmessages.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTimer;

namespace gb::ui {

class AskBatch;
class DeviceTableModel;
class PlayBatchPage;
class PlayResult;
class PlayTarget;

/**
 * Plays a channel for a few seconds and shows whether its video is sound, or many channels one after the other. It
 * knows no session: Playing's signals say what is to be sent. Catalogs are asked for by `asking`, which has those of
 * others, too.
 */
class PlayWindow final : public QDialog
{
    Q_OBJECT
public:
    PlayWindow(const DeviceTableModel &devices, Asking &asking, QWidget *parent);

    Playing &playing() { return m_playing; }
    /// Off: nothing listens, or not as a server.
    void setCanPlay(bool can);
    void setDevices(const QStringList &ids);
    /// Of media, for what is played from now on.
    void setPorts(quint16 first, quint16 last);
    /// Name and address of the chosen device, which may be others: once a second. One look-up.
    void refresh();
    /// How far the play is that is shown: at once, not in a moment as by itself.
    void showProgress();

signals:
    /// A message of a play with this Call-ID.
    void messageWanted(const QString &device, const QString &callId, gb::ui::PlayMessage which);
    void deviceWanted(const QString &device);
    /// A table for a file, and what the file may be called.
    void exportWanted(const QByteArray &table, const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void wire();
    void retranslate();
    void showAll();
    void showAction();
    void showChannels();
    void countCameras();
    void play();
    void stop();
    void readCatalogs();
    void open(const PlayItem &item);
    bool isBatch() const;
    PlayKey key() const;
    QList<PlayItem> items() const;
    QString obstacle() const;
    QString progressText() const;
    QString catalogText() const;

    const DeviceTableModel &m_devices;
    Asking &m_asking;
    Playing m_playing;
    AskBatch *m_catalogs;
    PlayTarget *m_target;
    QPushButton *m_play, *m_stop;
    QProgressBar *m_bar;
    QLabel *m_note;
    QTabWidget *m_pages;
    PlayResult *m_result;
    PlayBatchPage *m_batch;
    QTimer *m_later; ///< until progress is shown
    QStringList m_selected;
    QString m_device;
    quint16 m_firstPort = PlayQuestion::usualFirstPort, m_lastPort = PlayQuestion::usualLastPort;
    bool m_canPlay = false;
};

} // namespace gb::ui
