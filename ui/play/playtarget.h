#pragma once
#include "core/client/play/play.h"
#include "core/devices/device.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace gb::ui {

/// What is played and how: the upper part of the window that plays. What was chosen stays, the channel with its device.
class PlayTarget final : public QWidget
{
    Q_OBJECT
public:
    enum class Whom : quint8 {
        Channel,        ///< the one that is named
        Channels,       ///< all cameras of the device
        Devices,        ///< all selected ones
        DeviceChannels, ///< all cameras of all selected ones
    };
    /// IDs and names.
    using Channels = QList<std::pair<QString, QString>>;

    explicit PlayTarget(QWidget *parent = nullptr);

    /// The chosen device; nullptr where it is unknown. `id`: empty where none is chosen.
    void setDevice(const QString &id, const DeviceSnapshot *device, const QString &name);
    /// `selected`: how many devices are chosen. `cameras`: how many cameras their catalogs name.
    void setSelected(int selected, int cameras);
    /// Of the chosen device.
    void setChannels(const Channels &channels);
    /// One channel of the chosen device; empty: the device itself.
    void choose(const QString &channel);
    void setCanRead(bool can);
    /// Looks again what addresses there are.
    void refreshAddresses();

    Whom whom() const;
    /// Empty: the device itself.
    QString channel() const;
    /// How, without device, channel and ports.
    PlayQuestion question() const;
    int atOnce() const;
    /// Why this cannot be asked; empty: it can.
    QString obstacle() const;
    void retranslate();

signals:
    void changed();
    void catalogWanted();

private:
    void build();
    void wire();
    void showDevice();
    void showWhom();
    void showWhich();
    void showChannels();
    void showWays();
    int cameras() const;

    QLabel *m_title, *m_whomLabel, *m_channelLabel, *m_wayLabel, *m_secondsLabel, *m_addressLabel, *m_atOnceLabel;
    QComboBox *m_whom, *m_channel, *m_way, *m_address;
    QSpinBox *m_seconds, *m_atOnce;
    QPushButton *m_read;
    QString m_device, m_name, m_place;
    int m_selected = 0, m_selectedCameras = 0;
    Channels m_channels;
    QHash<QString, QString> m_last; ///< channel by device
};

/// It is played where all cameras are meant: digits 11 to 13 of its ID are 131 or 132, GB/T 28181-2022 annex E.
bool isCamera(const QString &id);

} // namespace gb::ui
