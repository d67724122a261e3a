#include "ui/devices/devicetablemodel.h"
#include "ui/listen/passwordsdialog.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

#include <algorithm>

namespace gb::ui {

/// Passwords that refused devices are compared with: a command.
class PasswordsPane final : public Pane
{
    Q_OBJECT
public:
    explicit PasswordsPane(Desk &desk)
        : Pane(desk, "passwords")
    {
    }

    void start() override;

private:
    bool refusedIsChosen() const;
    void compare();
    void ask();
};

void PasswordsPane::start()
{
    m_desk.commands().add({.id = QStringLiteral("devices.passwords"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Known passwords\u2026")),
        .spots = {{Menu::Devices, 22}, {Menu::DeviceTable, 30, [this] { return refusedIsChosen(); }}}, // what else it
                                                                                                       // could be
        .run = [this] { ask(); }});
    compare();
}

bool PasswordsPane::refusedIsChosen() const
{
    const DeviceTableModel &model = m_desk.shared<DeviceTableModel>();
    const QStringList &ids = m_desk.focus().devices();
    return std::any_of(ids.begin(), ids.end(), [&model](const QString &id) {
        const DeviceSnapshot *const device = model.device(id);
        return device && device->verdict.state == DeviceState::AuthFailed;
    });
}

/// With those that were told in this window or another one.
void PasswordsPane::compare()
{
    QList<QByteArray> passwords;
    for (const QString &password : m_desk.settings().knownPasswords())
        passwords.append(password.toUtf8());
    m_desk.session().send(wish::KnowPasswords{passwords});
}

void PasswordsPane::ask()
{
    PasswordsDialog dialog(m_desk.settings().knownPasswords(), m_desk.window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_desk.settings().setKnownPasswords(dialog.passwords());
    compare();
}

Pane *makePasswordsPane(Desk &desk)
{
    return new PasswordsPane(desk);
}

} // namespace gb::ui

#include "passwordspane.moc"
