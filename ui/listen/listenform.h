#pragma once
#include "ui/settings/listenchoice.h"

#include <QWidget>

#include <array>

class QComboBox;
class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace gb::ui {

class AddressBox;
class ServerForm;

/// What the window shall do: be the cameras' server, watch a network card, or receive HEP; and where. Says at once what
/// of it cannot work.
class ListenForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ListenForm(QWidget *parent = nullptr);

    void setChoice(const ListenChoice &choice);
    ListenChoice choice() const;
    /// 0: as it is.
    void setPorts(quint16 sip, quint16 hep);
    /// Plain words under the form, such as why the last try failed, and what to type against it, to be copied.
    void setProblem(const QString &text, const QString &command = {});
    /// Something runs already, so the form can be left as it is.
    void setRunning(bool running);

signals:
    void listenRequested();
    /// Nothing is to change.
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr int roles = 3;

    void build();
    QWidget *buildCapture();
    QWidget *buildHep();
    QWidget *buildCommand();
    void retranslate();
    void fillInterfaces();
    ListenChoice::Role role() const;
    void showRole();
    void check();

    QLabel *m_title, *m_lead, *m_problem;
    std::array<QRadioButton *, roles> m_roles;
    std::array<QWidget *, roles> m_pages{};
    ServerForm *m_server;
    QLabel *m_interfaceLabel, *m_hepAddressLabel, *m_hepPortLabel;
    QComboBox *m_interface;
    AddressBox *m_hepAddress;
    QSpinBox *m_hepPort;
    QWidget *m_commandRow = nullptr;
    QPlainTextEdit *m_command; ///< in two lines: all of it is to be seen
    QPushButton *m_copy, *m_listen, *m_cancel;
};

} // namespace gb::ui
