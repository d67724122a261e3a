#pragma once
#include "core/client/command.h"
#include "core/devices/device.h"
#include "ui/client/asking.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace gb::ui {

/// Who is asked, about what, and in which edition's words: the upper part of the window that asks.
class AskTarget final : public QWidget
{
    Q_OBJECT
public:
    enum class Whom : quint8 {
        Device,   ///< or the one channel that is asked about
        Devices,  ///< all that are selected
        Channels, ///< all of them, of their last catalogs
        Chosen,   ///< channels that were chosen in a list
    };

    explicit AskTarget(QWidget *parent = nullptr);

    /// The chosen device; nullptr where it is unknown. `id`: empty where none is chosen.
    void setDevice(const QString &id, const DeviceSnapshot *device, const QString &name);
    /// All that are chosen in the table.
    void setSelected(const QStringList &ids);
    /// IDs and names that can be asked about beside the device.
    void setChannels(const QList<std::pair<QString, QString>> &channels);

    /// How many channels the catalogs of the selected devices have.
    void setKnownChannels(qsizetype count);
    /// One question about that channel; empty: about the device itself.
    void askAbout(const QString &channel);
    /// Channels of the device, which are asked from now on; empty: none of them.
    void choose(const QList<AskWhom> &channels);

    const QString &device() const { return m_device; }
    const QStringList &selected() const { return m_selected; }
    const QList<AskWhom> &chosen() const { return m_chosen; }
    Whom whom() const;
    /// More than one is asked, in a batch.
    bool isBatch() const { return whom() != Whom::Device; }
    bool isOfChannels() const { return whom() >= Whom::Channels; }
    /// Devices or channels that are asked.
    qsizetype count() const;
    /// Empty: the device itself.
    QString about() const;
    bool isAboutGood() const;
    /// Chosen here; empty: as the device announces.
    std::optional<Edition> chosenEdition() const;
    /// What the message is written for: what was chosen or announced, else the third one.
    Edition edition() const { return chosenEdition().value_or(m_announced.value_or(Edition::V2016)); }
    void retranslate();

signals:
    void changed();

private:
    void build();
    void turnTo(Whom whom);
    void showDevice();
    void showWhom();
    void showEditions();
    void showAbout();

    QLabel *m_title, *m_version, *m_whomLabel, *m_aboutLabel, *m_editionLabel;
    QComboBox *m_whom, *m_about, *m_edition;
    QString m_device, m_name, m_announces;
    QString m_address;
    QStringList m_selected;
    QList<AskWhom> m_chosen;
    qsizetype m_known = 0;
    QList<std::pair<QString, QString>> m_channels;
    std::optional<Edition> m_announced;
};

} // namespace gb::ui
