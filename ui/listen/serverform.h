#pragma once
#include "core/server/serverconfig.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace gb::ui {

class AddressBox;

/// Where the cameras' SIP server listens and as whom: the network card, the port, the numbers that the cameras will be
/// told.
class ServerForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ServerForm(QWidget *parent = nullptr);

    void setConfig(const ServerConfig &config, bool keepPassword);
    ServerConfig config() const;
    void setPort(quint16 port);
    bool keepsPassword() const;
    /// What of it cannot work, in words; empty where all is well.
    QString problem() const;
    /// Looks again which addresses there are.
    void refresh();
    void retranslate();

signals:
    void changed();
    /// Enter was pressed in a field.
    void submitted();

private:
    void build();

    QFormLayout *m_form;
    QLabel *m_labels[7];
    AddressBox *m_address;
    QComboBox *m_unregistered;
    QSpinBox *m_port;
    QLineEdit *m_serverId, *m_domain, *m_password;
    QCheckBox *m_showPassword, *m_keepPassword, *m_qop, *m_variants, *m_keepBindings;
    bool m_domainFollows = true; ///< the first ten digits of the server ID, until the user types another
};

} // namespace gb::ui
