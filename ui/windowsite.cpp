#include "ui/devices/devicepanel.h"
#include "ui/expected/expecteddialog.h"
#include "ui/mainwindow.h"
#include "ui/session/filesession.h"
#include "ui/session/livesession.h"
#include "ui/settings/appsettings.h"

/// What the main window knows of the site: who shall come, and what the cameras are told.
namespace gb::ui {

/// A capture in which none of them speaks is of another site: there they would be noise.
void MainWindow::expectDevices()
{
    const QList<ExpectedDevice> expected = m_settings.expected();
    const auto isHere = [this](const ExpectedDevice &one) { return m_devices->model()->device(one.id) != nullptr; };
    if (m_live || std::any_of(expected.begin(), expected.end(), isHere))
        m_source->setExpected(expected);
}

void MainWindow::askExpected()
{
    ExpectedDialog dialog(m_settings.expected(), [this](const QString &id) {
        const DeviceSnapshot *const device = m_devices->model()->device(id);
        return device && !device->isMissing();
    }, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_settings.setExpected(dialog.devices());
    m_source->setExpected(dialog.devices());
}

} // namespace gb::ui
