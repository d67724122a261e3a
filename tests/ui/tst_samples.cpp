#include "core/session/filesession.h"
#include "ui/workspace/samples.h"

#include "tests/support/livewindow.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/workspace/commands.h"

#include <QMenu>

using namespace gb;
using namespace gb::ui;

/// The captures of the help menu: they are there, they open as files, and they show what they are called.
class tst_Samples : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void eachOpensAsAFile();
    void theyShowWhatTheyAreCalled_data();
    void theyShowWhatTheyAreCalled();
};

void tst_Samples::eachOpensAsAFile()
{
    const auto window = liveWindow();
    QStringList opened;
    connect(window.get(), &MainWindow::openRequested, this, [&](const QStringList &files) { opened += files; });
    auto *commands = window->findChild<Commands *>();
    QCOMPARE(commands->in(Menu::Samples).size(), static_cast<qsizetype>(samples().size()));
    for (const Sample &sample : samples()) {
        QVERIFY2(!samplePath(sample).isEmpty(), sample.file);
        QVERIFY2(QFileInfo(samplePath(sample)).size() < 200'000, sample.file);
        commands->run(QStringLiteral("help.sample.") + QLatin1String(sample.file));
        QCOMPARE(opened, QStringList{samplePath(sample)});
        opened.clear();
    }
}

void tst_Samples::theyShowWhatTheyAreCalled_data()
{
    QTest::addColumn<int>("sample");
    QTest::addColumn<int>("devices");
    QTest::addColumn<int>("state");
    QTest::newRow("wrong password") << 0 << 1 << static_cast<int>(DeviceState::AuthFailed);
    QTest::newRow("went silent") << 1 << 2 << static_cast<int>(DeviceState::Offline);
    QTest::newRow("site") << 2 << 7 << static_cast<int>(DeviceState::Online);
}

void tst_Samples::theyShowWhatTheyAreCalled()
{
    QFETCH(const int, sample);
    QFETCH(const int, devices);
    QFETCH(const int, state);
    MainWindow window(settings(), m_languages,
        std::make_unique<FileSession>(
            QStringList{samplePath(samples()[static_cast<std::size_t>(sample)])}, settings().heartbeat()));
    window.show();
    auto *model = window.findChild<DeviceTableModel *>();
    QTRY_VERIFY(model->deviceCount() > 0);
    QTRY_COMPARE(model->deviceCount(), devices);
    const auto has = [&] {
        bool found = false;
        model->visit([&](const DeviceSnapshot &device, const QString &) {
            found = found || device.verdict.state == static_cast<DeviceState>(state);
        });
        return found;
    };
    QTRY_VERIFY(has());
}

QTEST_MAIN(tst_Samples)
#include "tst_samples.moc"
