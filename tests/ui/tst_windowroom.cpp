#include "core/simulator/virtualdevice.h"
#include "ui/findings/findingspanel.h"
#include "ui/languages.h"
#include "ui/mainwindow.h"
#include "ui/session/filesession.h"
#include "ui/session/livesession.h"
#include "ui/settings/appsettings.h"
#include "ui/windowactions.h"

#include <QDockWidget>
#include <QLabel>
#include <QMouseEvent>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace std::chrono_literals;

static const QString cameraId = QStringLiteral("34020000001320000001");

/// How a live window shares its room, and what it says before anybody came.
class tst_WindowRoom : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void findingsHaveRoomAfterTheForm();
    void whatIsPulledStays();
    void nobodyWasSeen();

private:
    std::unique_ptr<MainWindow> liveWindow()
    {
        auto window = std::make_unique<MainWindow>(*m_settings, m_languages,
                                                   std::make_unique<LiveSession>(m_settings->heartbeat(), m_folder->path(), m_folder->filePath(QStringLiteral("live.pcapng"))), nullptr);
        window->resize(1366, 740);
        window->show();
        return window;
    }
    /// Listens on a free port of loopback; where that is.
    static Endpoint listen(MainWindow &window)
    {
        Endpoint endpoint;
        const auto connection = connect(&window, &MainWindow::listening, &window, [&](const Endpoint &where) { endpoint = where; });
        ServerConfig config;
        config.address = QHostAddress(QHostAddress::LocalHost);
        config.port = 0;
        config.password = QStringLiteral("12345678");
        window.listenOnce(config);
        [&] { QTRY_VERIFY(endpoint.port != 0); }();
        disconnect(connection);
        return endpoint;
    }
    static VirtualDeviceConfig camera(const Endpoint &server, Behaviour behaviour = Behaviour::Healthy)
    {
        const ServerConfig names;
        return {.id = cameraId, .address = QHostAddress(QHostAddress::LocalHost), .server = server, .serverId = names.serverId, .domain = names.domain,
                .password = QStringLiteral("12345678"), .userAgent = QStringLiteral("IP Camera"), .interval = 200ms, .behaviour = behaviour};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    Languages m_languages;
};

void tst_WindowRoom::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_languages.use(QStringLiteral("en"));
}

/// With the tabs of the panes there.
static int roomOf(const MainWindow &window)
{
    return window.findChild<QStatusBar *>()->y() - window.findChild<QDockWidget *>(QStringLiteral("findings"))->y();
}

/// The form is taller than the room that it leaves.
void tst_WindowRoom::findingsHaveRoomAfterTheForm()
{
    const auto window = liveWindow();
    window->resize(1366, 746);
    QTRY_VERIFY(roomOf(*window) > 0 && roomOf(*window) < 746 * 28 / 100);
    listen(*window);
    QTRY_VERIFY2(std::abs(roomOf(*window) - 746 * 32 / 100) <= 4, qPrintable(QString::number(roomOf(*window))));
    emit window->findChild<WindowActions *>()->listen->triggered(); // the form again, and back
    QTRY_VERIFY(roomOf(*window) < 746 * 28 / 100);
    emit window->findChild<WindowActions *>()->listen->triggered();
    QTRY_VERIFY2(std::abs(roomOf(*window) - 746 * 32 / 100) <= 4, qPrintable(QString::number(roomOf(*window))));
}

void tst_WindowRoom::whatIsPulledStays()
{
    int pulled = 0;
    {
        const auto window = liveWindow();
        listen(*window);
            QTRY_VERIFY2(std::abs(roomOf(*window) - window->height() * 32 / 100) <= 4, qPrintable(QString::number(roomOf(*window))));
        const int before = roomOf(*window);
        const QPoint separator(window->width() / 2, window->findChild<QDockWidget *>(QStringLiteral("findings"))->y() - 2);
        QVERIFY(window->isSeparator(separator));
        QTest::mousePress(window.get(), Qt::LeftButton, {}, separator);
        const QPoint higher = separator - QPoint(0, 80);
        QMouseEvent move(QEvent::MouseMove, higher, window->mapToGlobal(higher), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(window.get(), &move);
        QTRY_VERIFY(roomOf(*window) > before + 60);
        QTest::mouseRelease(window.get(), Qt::LeftButton, {}, higher);
        pulled = roomOf(*window);
        emit window->findChild<WindowActions *>()->listen->triggered();
        QTRY_VERIFY(roomOf(*window) < pulled);
        emit window->findChild<WindowActions *>()->listen->triggered();
        QTRY_VERIFY(std::abs(roomOf(*window) - pulled) <= 4);
        window->close();
    }
    const auto again = liveWindow();
    listen(*again);
    QTRY_VERIFY2(std::abs(roomOf(*again) - pulled) <= 4, qPrintable(QStringLiteral("%1 %2").arg(roomOf(*again)).arg(pulled)));
    again->findChild<WindowActions *>()->resetLayout->trigger();
    QTRY_VERIFY(std::abs(roomOf(*again) - again->height() * 32 / 100) <= 12);
}

/// "Nothing is wrong" is no judgement where nobody came.
void tst_WindowRoom::nobodyWasSeen()
{
    m_settings->setExpected({{.id = cameraId, .name = {}, .address = {}}, {.id = QStringLiteral("34020000001320000002"), .name = {}, .address = {}}});
    const auto window = liveWindow();
    const auto says = [&](const QString &text) {
        const auto labels = window->findChild<FindingsPanel *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisibleTo(window.get()) && label->text().contains(text); });
    };
    QVERIFY(says(QStringLiteral("No device has been seen yet")) && says(QStringLiteral("Nothing listens yet")) && !says(QStringLiteral("Nothing is wrong")));
    QTRY_VERIFY(says(QStringLiteral("2 expected devices are awaited")));
    const Endpoint server = listen(*window);
    QTRY_VERIFY(says(QStringLiteral("camera card (Ctrl+D)")));
    VirtualDevice device(camera(server));
    QVERIFY(device.start());
    QTRY_VERIFY(!says(QStringLiteral("No device has been seen yet")));
}

QTEST_MAIN(tst_WindowRoom)
#include "tst_windowroom.moc"
