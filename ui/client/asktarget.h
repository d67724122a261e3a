#pragma once
#include "core/client/command.h"
#include "core/devices/device.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace gb::ui {

/// Who is asked, about what, and in which edition's words: the upper part of the window that asks.
class AskTarget final : public QWidget
{
    Q_OBJECT
public:
    explicit AskTarget(QWidget *parent = nullptr);

    /// The chosen device; nullptr where it is unknown. `id`: empty where none is chosen.
    void setDevice(const QString &id, const DeviceSnapshot *device, const QString &name);
    /// All that are chosen in the table.
    void setSelected(const QStringList &ids);
    /// IDs and names that can be asked about beside the device.
    void setChannels(const QList<std::pair<QString, QString>> &channels);

    const QString &device() const { return m_device; }
    const QStringList &selected() const { return m_selected; }
    /// All that are chosen are asked, not one.
    bool isBatch() const;
    /// Empty: the device itself.
    QString about() const;
    bool isAboutGood() const;
    /// Chosen here; empty: as the device announces.
    std::optional<Edition> chosen() const;
    /// What the message is written for: what was chosen or announced, else the third one.
    Edition edition() const { return chosen().value_or(m_announced.value_or(Edition::V2016)); }
    void retranslate();

signals:
    void changed();

private:
    void build();
    void showDevice();
    void showWhom();
    void showEditions();
    void showAbout();

    QLabel *m_title, *m_version, *m_whomLabel, *m_aboutLabel, *m_editionLabel;
    QComboBox *m_whom, *m_about, *m_edition;
    QString m_device, m_name, m_announces;
    QString m_announcement; ///< of it, in words
    QString m_address;
    QStringList m_selected;
    QList<std::pair<QString, QString>> m_channels;
    std::optional<Edition> m_announced;
};

} // namespace gb::ui
