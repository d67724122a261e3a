#pragma once
#include "core/server/serverconfig.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace gb::ui {

/// Where to listen and as whom: the network card, the port, the numbers that the cameras will be told. Says at once what of it cannot work.
class ListenForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ListenForm(QWidget *parent = nullptr);

    void setConfig(const ServerConfig &config, bool keepPassword);
    ServerConfig config() const;
    bool keepsPassword() const;
    /// Plain words under the form, such as why the last try failed.
    void setProblem(const QString &text);

signals:
    void listenRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void retranslate();
    void fillAddresses();
    void check();

    QFormLayout *m_form;
    QLabel *m_title, *m_lead, *m_problem;
    QLabel *m_labels[7];
    QComboBox *m_address, *m_unregistered;
    QSpinBox *m_port;
    QLineEdit *m_serverId, *m_domain, *m_password;
    QCheckBox *m_showPassword, *m_keepPassword, *m_qop;
    QPushButton *m_listen;
    bool m_domainFollows = true; ///< the first ten digits of the server ID, until the user types another
};

} // namespace gb::ui
