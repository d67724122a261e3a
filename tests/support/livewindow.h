#pragma once
#include "core/simulator/virtualdevice.h"
#include "ui/session/filesession.h"
#include "ui/session/livesession.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/workspace/mainwindow.h"

#include <QTemporaryDir>
#include <QtTest>

namespace gb::test {

/// A live window with settings of its own, and the cameras that come to it over loopback.
class LiveWindow
{
public:
    static inline const QString cameraId = QStringLiteral("34020000001320000001");

    /// Begins anew, in English.
    void prepare()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<ui::AppSettings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_languages.use(QStringLiteral("en"));
    }
    ui::AppSettings &settings() { return *m_settings; }
    std::unique_ptr<ui::MainWindow> liveWindow()
    {
        auto window = std::make_unique<ui::MainWindow>(*m_settings, m_languages,
            std::make_unique<ui::LiveSession>(
                m_settings->heartbeat(), m_folder->path(), m_folder->filePath(QStringLiteral("live.pcapng"))),
            nullptr);
        window->resize(1366, 740);
        window->show();
        return window;
    }
    /// Listens on a free port of loopback; where that is.
    static Endpoint listen(ui::MainWindow &window, const QString &password = QStringLiteral("12345678"))
    {
        Endpoint endpoint;
        const auto connection = QObject::connect(
            &window, &ui::MainWindow::listening, &window, [&](const Endpoint &where) { endpoint = where; });
        ServerConfig config;
        config.address = QHostAddress(QHostAddress::LocalHost);
        config.port = 0;
        config.password = password;
        window.listenOnce(config);
        [&] { QTRY_VERIFY(endpoint.port != 0); }();
        QObject::disconnect(connection);
        return endpoint;
    }
    static VirtualDeviceConfig camera(const Endpoint &server, Behaviour behaviour = Behaviour::Healthy)
    {
        const ServerConfig names;
        return {.id = cameraId,
            .address = QHostAddress(QHostAddress::LocalHost),
            .server = server,
            .serverId = names.serverId,
            .domain = names.domain,
            .password = QStringLiteral("12345678"),
            .userAgent = QStringLiteral("IP Camera"),
            .interval = std::chrono::milliseconds(200),
            .behaviour = behaviour};
    }

protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::AppSettings> m_settings;
    ui::Languages m_languages;
};

} // namespace gb::test
