#include "ui/export/presentation.h"

#include "core/session/filesession.h"
#include "ui/settings/appsettings.h"
#include "ui/workspace/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>

namespace gb::ui {

void showPresentation(std::shared_ptr<QTemporaryDir> folder, const QString &file, Desk &desk)
{
    auto settings = std::make_shared<AppSettings>(folder->filePath(QStringLiteral("settings.ini")));
    settings->useForNow(desk.settings().language(), desk.settings().theme());
    settings->setHeartbeat(desk.settings().heartbeat());
    auto *const window = new MainWindow(
        *settings, desk.languages(), std::make_unique<FileSession>(QStringList{file}, settings->heartbeat()));
    window->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(window, &MainWindow::openRequested, &desk, &Desk::openRequested);
    // Both outlive all parts of the window
    QObject::connect(window, &QObject::destroyed, qApp, [folder, settings]() mutable {
        settings.reset();
        folder.reset();
    });
    window->show();
}

} // namespace gb::ui
