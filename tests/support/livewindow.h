#pragma once
#include "core/session/livesession.h"
#include "core/simulator/virtualdevice.h"
#include "tests/support/outcomes.h"
#include "ui/devices/devicepanel.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/workspace/mainwindow.h"

#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTimer>
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
        auto window = std::make_unique<ui::MainWindow>(*m_settings, m_languages, liveSession());
        window->resize(1366, 740);
        window->show();
        return window;
    }
    /// Not shown yet, with the flow in front, not the form. All that it wished at its start is done, and its seconds do
    /// not pass: what it shows from now on is what the test says.
    std::unique_ptr<ui::MainWindow> stillWindow(Session *&session)
    {
        auto live = liveSession();
        session = live.get();
        const Outcomes<outcome::Flushed> flushed(*live);
        auto window = std::make_unique<ui::MainWindow>(*m_settings, m_languages, std::move(live));
        window->findChild<QTimer *>(QStringLiteral("tick"))->stop();
        window->findChild<QStackedWidget *>(QStringLiteral("centre"))->setCurrentIndex(1);
        session->send(wish::Flush{}); // behind its wishes
        [&] { QTRY_VERIFY(!flushed.isEmpty()); }();
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
    /// Waits until that device is there; the panel that has it.
    static ui::DevicePanel *online(ui::MainWindow &window, const QString &id = cameraId)
    {
        auto *const panel = window.findChild<ui::DevicePanel *>();
        [&] {
            QTRY_VERIFY(panel->model()->device(id) && panel->model()->device(id)->verdict.state == DeviceState::Online);
        }();
        return panel;
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
    std::unique_ptr<LiveSession> liveSession() const
    {
        return std::make_unique<LiveSession>(
            m_settings->heartbeat(), m_folder->path(), m_folder->filePath(QStringLiteral("live.pcapng")));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::AppSettings> m_settings;
    ui::Languages m_languages;
};

} // namespace gb::test
