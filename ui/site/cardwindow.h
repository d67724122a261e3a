#pragma once
#include "core/server/serverconfig.h"
#include "core/site/cameracard.h"
#include "core/site/idplan.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPrinter;
class QPushButton;
class QTabBar;
class QTextDocument;
class QToolButton;

namespace gb::ui {

class AddressBox;
class CardTable;
class QrWindow;

/// What the card is made of: the server as it listens, or would listen.
struct CardSite
{
    ServerConfig server;    ///< its port is the one that is really open
    bool listening = false; ///< as a server
    bool passwordKnown = true;
    HeartbeatPolicy heartbeat;
    QSet<QString> inUse, expected; ///< IDs
};

/// The camera card: per vendor each field by its name in that vendor's page, with the value to type. Not modal: it
/// stands beside the window, or on a second screen.
class CardWindow final : public QDialog
{
    Q_OBJECT
public:
    explicit CardWindow(QWidget *parent = nullptr);

    void setSite(const CardSite &site);
    void setVendor(CameraVendor vendor);
    CardTable *table() const { return m_table; }
    /// As it would be printed.
    QString printText() const;
    /// On paper, or into a PDF; no dialog.
    void printTo(QPrinter &printer) const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QLayout *buildIds();
    QLayout *buildButtons();
    void connectParts();
    void retranslate();
    void nameEye();
    void propose();
    void nextDevice();
    void refresh();
    void checkIds();
    void fitAddress();
    void refreshAddresses();
    QString idLine(const QString &id, IdRole role, bool *forbidden) const;
    QString title() const;
    std::unique_ptr<QTextDocument> document() const;
    CameraVendor vendor() const;
    CardInput input() const;
    void print();
    void showQr();
    void refreshQr();

    CardSite m_site;
    IdPlan m_plan{QString()};
    QStringList m_planned; ///< given to other cameras since the window opened
    QString m_free;        ///< a device ID that was free when it was chosen
    bool m_fitted = false; ///< the address was chosen for the listener

    QLabel *m_where, *m_page, *m_check, *m_addressLabel, *m_deviceLabel, *m_channelLabel;
    AddressBox *m_address;
    QTabBar *m_vendors;
    QComboBox *m_kind;
    QLineEdit *m_device, *m_channel;
    QPushButton *m_next;
    CardTable *m_table;
    QToolButton *m_eye;
    QCheckBox *m_printPassword;
    QPushButton *m_copyAll, *m_qr, *m_print;
    QrWindow *m_qrWindow = nullptr; ///< as soon as it was asked for
};

} // namespace gb::ui
