#include "core/capture/sessionfile.h"
#include "core/capture/sessionfolder.h"
#include "core/session/filesession.h"
#include "tests/support/filelimit.h"
#include "tests/support/livewindow.h"
#include "tests/support/packets.h"
#include "ui/devices/devicepanel.h"
#include "ui/export/exportflow.h"
#include "ui/export/reportdialog.h"
#include "ui/findings/findingspanel.h"
#include "ui/heartbeat/policycontrols.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/listen/listenform.h"
#include "ui/listen/passwordsdialog.h"
#include "ui/message/messageview.h"
#include "ui/settings/recentstate.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/menubar.h"
#include "ui/workspace/statusline.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QUdpSocket>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace std::chrono_literals;

/// The whole window with the real engine on loopback; virtual cameras are its devices.
class tst_MainWindow : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void init();
    void aCameraAppears();
    void thePolicyIsKept();
    void aTakenPortIsNamed();
    void whichPasswordItIs();
    void exportOfADevice();
    void aReportOfALiveSession();
    void aFileOpens();
    void aFindingShowsItsProof();
    void recentFilesAreOffered();
    void recentFilesTellWhatIsInThem();
    void recentFilesAreFilteredAsTheyWere();
    void brokenFilesSaySo();
    void filesOpenTogether();
    void oneOfTheFilesIsBroken();
    void oneOfTheFilesIsMissing();
    void aRecordThatIsThereStays();
    void unfinishedSessionsAreOffered();
    void removedRecordsAreTold();
    void aDiskThatTakesNothingFromTheStart();
    void aFolderThatCannotBeMade();
    void theProgramTellsItsBuild();
    void everyControlHasAName();
    void languagesSwitchLive();

private:
    QStringList bothEnds(const QByteArray &rest = {});
};

void tst_MainWindow::init()
{
    prepare();
}

void tst_MainWindow::aCameraAppears()
{
    const auto window = liveWindow();
    auto *devices = window->findChild<DevicePanel *>();
    auto *flow = window->findChild<FlowPanel *>();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    QTRY_COMPARE(devices->model()->rowCount(), 1);
    QTRY_VERIFY(devices->model()->device(cameraId)->beats >= 2);
    QVERIFY(devices->model()->device(cameraId)->verdict.state == DeviceState::Online);
    QTRY_VERIFY(flow->rows()->matches() >= 8);
    QCOMPARE(flow->rows()->log().label(flow->rows()->log().entry(0)), QStringLiteral("REGISTER"));
    QCOMPARE(flow->rows()->log().label(flow->rows()->log().entry(1)), QStringLiteral("401"));
    QCOMPARE(flow->rows()->log().label(flow->rows()->log().entry(2)), QStringLiteral("REGISTER +auth"));
    QCOMPARE(flow->rows()->log().label(flow->rows()->log().entry(3)), QStringLiteral("200"));
    devices->select({cameraId});
    QTRY_COMPARE(flow->rows()->filter().devices, QStringList{cameraId});
    emit flow->messageSelected(1);
    auto *message = window->findChild<MessageView *>();
    QTRY_VERIFY(
        message->shownText().startsWith(QStringLiteral("REGISTER sip:34020000002000000001@3402000000 SIP/2.0")));
}

void tst_MainWindow::thePolicyIsKept()
{
    {
        const auto window = liveWindow();
        auto *devices = window->findChild<DevicePanel *>();
        VirtualDevice device(camera(listen(*window), Behaviour::GoesSilent));
        QVERIFY(device.start());
        QTRY_VERIFY(devices->model()->rowCount() == 1 && devices->model()->device(cameraId)->beats == 4);
        const auto boxes = window->findChild<PolicyControls *>()->findChildren<QSpinBox *>();
        QCOMPARE(boxes.size(), 2);
        boxes.at(0)->setValue(1);
        boxes.at(1)->setValue(1);
        QTRY_VERIFY(devices->model()->device(cameraId)->verdict.state == DeviceState::Offline); // no restart, no
                                                                                                // registration
    }
    const auto again = liveWindow();
    QCOMPARE(again->findChild<PolicyControls *>()->policy(), (HeartbeatPolicy{1s, 1}));
}

void tst_MainWindow::aTakenPortIsNamed()
{
    QUdpSocket holder;
    QVERIFY(holder.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
    const auto window = liveWindow();
    ServerConfig config;
    config.address = QHostAddress(QHostAddress::LocalHost);
    config.port = holder.localPort();
    window->listenOnce(config);
    auto *form = window->findChild<ListenForm *>();
    const auto says = [&](const QString &words) {
        const auto labels = form->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    QTRY_VERIFY(says(QStringLiteral("is taken")));
    config.address = QHostAddress(QStringLiteral("192.0.2.1"));
    window->listenOnce(config);
    QTRY_VERIFY(says(QStringLiteral("not an address of this computer")));
}

void tst_MainWindow::whichPasswordItIs()
{
    const auto window = liveWindow();
    VirtualDevice device(camera(listen(*window), Behaviour::WrongPassword));
    QVERIFY(device.start());
    auto *devices = window->findChild<DevicePanel *>();
    const auto reason = [&] {
        const DeviceSnapshot *known = devices->model()->device(cameraId);
        return known ? known->reason : Note();
    };
    QTRY_VERIFY(reason().code == NoteCode::WrongPassword);
    const auto answer = [&](const QString &passwords) {
        QTimer::singleShot(0, window.get(), [&window, passwords] {
            auto *dialog = window->findChild<PasswordsDialog *>();
            QVERIFY(dialog);
            dialog->findChild<QPlainTextEdit *>()->setPlainText(passwords);
            for (auto *button : dialog->findChildren<QPushButton *>()) {
                if (button->isDefault() || button->text() == QStringLiteral("Compare"))
                    QCOMPARE(button->isEnabled(), passwords.count(u'\n') < 60);
            }
            passwords.count(u'\n') < 60 ? dialog->accept() : dialog->reject();
        });
        window->findChild<Commands *>()->action(QStringLiteral("devices.passwords"))->trigger();
    };
    answer(QStringLiteral("one\n\nadmin12345\n"));
    QTRY_VERIFY(reason() == (Note{NoteCode::PasswordKnown, QStringLiteral("2"), {}}));
    QCOMPARE(m_settings->knownPasswords(), (QStringList{QStringLiteral("one"), QStringLiteral("admin12345")}));
    answer(QStringLiteral("x\n").repeated(70)); // too many: nothing changes
    QCOMPARE(m_settings->knownPasswords().size(), 2);
    QFile settings(m_folder->filePath(QStringLiteral("settings.ini")));
    QVERIFY(!settings.open(QIODevice::ReadOnly) || !settings.readAll().contains("admin12345")); // in memory only
}

void tst_MainWindow::exportOfADevice()
{
    const auto window = liveWindow();
    auto *devices = window->findChild<DevicePanel *>();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    QTRY_VERIFY(devices->model()->rowCount() == 1 && devices->model()->device(cameraId)->beats >= 1);
    const QString target = m_folder->filePath(QStringLiteral("out.txt"));
    window->findChild<ExportFlow *>()->write(target, {.format = "text", .devices = {cameraId}});
    auto *bar = window->findChild<MessageBar *>(QStringLiteral("news"));
    QTRY_VERIFY(bar->text().contains(target));
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("REGISTER sip:"));
    QVERIFY(text.contains("response=\"removed\""));
}

/// With the record as it is at that moment.
void tst_MainWindow::aReportOfALiveSession()
{
    const auto window = liveWindow();
    auto *devices = window->findChild<DevicePanel *>();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    QTRY_VERIFY(devices->model()->rowCount() == 1 && devices->model()->device(cameraId)->beats >= 1);
    const QString target = m_folder->filePath(QStringLiteral("out.html"));
    window->findChild<ExportFlow *>()->writeReport(target, {.remarks = QStringLiteral("Gate <north>")});
    auto *bar = window->findChild<MessageBar *>(QStringLiteral("news"));
    QTRY_VERIFY(bar->text().contains(target));
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(cameraId));
    QVERIFY(text.contains(QStringLiteral("Gate &lt;north&gt;")));
    QVERIFY(text.contains(QStringLiteral("MESSAGE \u00b7 Keepalive")));
    const QString bundle = m_folder->filePath(QStringLiteral("out.zip"));
    window->findChild<ExportFlow *>()->writeReport(bundle, {}, true);
    QTRY_VERIFY(bar->text().contains(bundle));
    QFile packed(bundle);
    QVERIFY(packed.open(QIODevice::ReadOnly));
    QVERIFY(packed.readAll().startsWith("PK\3\4"));
    ReportDialog dialog({});
    QVERIFY(!dialog.wantsBundle());
    auto *format = dialog.findChild<QComboBox *>(); // ahead of the redaction
    QCOMPARE(format->count(), 2);
    format->setCurrentIndex(1);
    QVERIFY(dialog.wantsBundle());
}

void tst_MainWindow::aFileOpens()
{
    MainWindow window(*m_settings, m_languages,
        std::make_unique<FileSession>(
            QStringList{QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad/h01-good.pcap")}, HeartbeatPolicy{}));
    window.show();
    auto *flow = window.findChild<FlowPanel *>();
    QTRY_COMPARE(flow->rows()->matches(), 1);
    emit flow->messageSelected(1);
    auto *message = window.findChild<MessageView *>();
    QTRY_VERIFY(message->shownText().contains(QStringLiteral("SIP/2.0")));
    QVERIFY(window.windowTitle().startsWith(QStringLiteral("h01-good.pcap")));
}

void tst_MainWindow::aFindingShowsItsProof()
{
    MainWindow window(*m_settings, m_languages,
        std::make_unique<FileSession>(
            QStringList{QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad/h01-good.pcap")}, HeartbeatPolicy{}));
    window.show();
    auto *flow = window.findChild<FlowPanel *>();
    QTRY_COMPARE(flow->rows()->matches(), 1);
    flow->setFilterText(QStringLiteral("nothing has this"));
    QTRY_COMPARE(flow->rows()->matches(), 0);
    emit window.findChild<FindingsPanel *>()->proofRequested(1, {});
    QTRY_COMPARE(flow->rows()->matches(), 1); // whatever was filtered
    auto *message = window.findChild<MessageView *>();
    QTRY_VERIFY(message->shownText().contains(QStringLiteral("SIP/2.0")));
}

void tst_MainWindow::recentFilesAreOffered()
{
    const auto openWindow = [this](const QString &file) {
        return std::make_unique<MainWindow>(
            *m_settings, m_languages, std::make_unique<FileSession>(QStringList{file}, HeartbeatPolicy()));
    };
    QStringList files;
    for (int i = 0; i < AppSettings::recentFilesKept + 2; ++i) {
        files.prepend(m_folder->filePath(QStringLiteral("a&b%1.pcapng").arg(i)));
        QFile file(files.constFirst());
        QVERIFY(file.open(QIODevice::WriteOnly));
        openWindow(files.constFirst());
    }
    openWindow(files.at(3)); // once more: to the front, not twice
    files.move(3, 0);
    QVERIFY(QFile::remove(files.at(1)));
    files.removeAt(1);
    const auto window = liveWindow();
    QMenu *const recent = window->findChild<MenuBar *>()->menu(Menu::Recent);
    emit recent->aboutToShow();
    const QList<QAction *> offered = recent->actions();
    QCOMPARE(offered.size(), AppSettings::recentFilesKept - 1);
    for (qsizetype i = 0; i < offered.size(); ++i)
        QVERIFY(
            offered.at(i)->text().startsWith(QFileInfo(files.at(i)).fileName().replace(u'&', QStringLiteral("&&"))));
    QSignalSpy opened(window.get(), &MainWindow::openRequested);
    offered.at(2)->trigger();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).toString(), QFileInfo(files.at(2)).absoluteFilePath());
}

void tst_MainWindow::recentFilesTellWhatIsInThem()
{
    const QString file = QStringLiteral(GBSCOPE_TEST_DATA "/field2/11a-auto-unregister.pcap");
    const auto textOf = [](MainWindow &window) {
        QMenu *const recent = window.findChild<MenuBar *>()->menu(Menu::Recent);
        emit recent->aboutToShow();
        return recent->actions().value(0)->text();
    };
    {
        MainWindow window(
            *m_settings, m_languages, std::make_unique<FileSession>(QStringList{file}, HeartbeatPolicy()));
        QVERIFY2(!textOf(window).contains(QStringLiteral("device")), qPrintable(textOf(window))); // not read yet
        QTRY_VERIFY(textOf(window).contains(QStringLiteral("device")));
        const QString text = textOf(window);
        QVERIFY2(text.contains(QStringLiteral("1 device")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("%1 message").arg(window.findChild<FlowPanel *>()->rows()->matches())),
            qPrintable(text));
    }
    saveRecentState(*m_settings, file, {3, 1234, {}});
    QCOMPARE(recentState(*m_settings, file).messages, 1234);
    QCOMPARE(recentState(*m_settings, QStringLiteral("/no/such")).devices, -1);
    const auto live = liveWindow();
    QVERIFY(textOf(*live).contains(QStringLiteral("3 device"))); // the next start knows it, too
}

/// A capture is filtered as it was when it was closed.
void tst_MainWindow::recentFilesAreFilteredAsTheyWere()
{
    const QString file = QStringLiteral(GBSCOPE_TEST_DATA "/field2/11a-auto-unregister.pcap"),
                  text = QStringLiteral("status:401 or \"a b\"");
    const auto open = [&](const QStringList &files) {
        auto window = std::make_unique<MainWindow>(
            *m_settings, m_languages, std::make_unique<FileSession>(files, HeartbeatPolicy()));
        window->show();
        return window;
    };
    {
        const auto window = open({file});
        auto *const flow = window->findChild<FlowPanel *>();
        QTRY_COMPARE(flow->rows()->matches(), 50);
        QTRY_VERIFY(recentState(*m_settings, file).messages == 50); // all of it was read
        flow->setFilterText(text);
        window->close();
    }
    QCOMPARE(recentState(*m_settings, file).filter.text, text);
    const auto again = open({file});
    auto *const flow = again->findChild<FlowPanel *>();
    QTRY_COMPARE(flow->rows()->matches(), 7); // challenges
    QCOMPARE(flow->rows()->filter().text, text);
    const auto together = open({file, QStringLiteral(GBSCOPE_TEST_DATA "/field2/20-unknown.pcap")});
    QTRY_VERIFY(together->findChild<FlowPanel *>()->rows()->matches() > 50); // which is another thing
}

void tst_MainWindow::brokenFilesSaySo()
{
    MainWindow window(*m_settings, m_languages,
        std::make_unique<FileSession>(
            QStringList{QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad/h08-not-a-pcap.pcap")}, HeartbeatPolicy{}));
    window.show();
    QTRY_VERIFY(
        window.findChild<MessageBar *>(QStringLiteral("news"))->text().contains(QStringLiteral("not a capture file")));
}

/// Two captures of a line of 20 ms; the clock of the second one is 3 s ahead. `rest`: of the second one.
QStringList tst_MainWindow::bothEnds(const QByteArray &rest)
{
    QByteArray camera = test::pcapHeader(101), server = camera;
    const auto packet = [](Duration at, const QByteArray &text, bool back) {
        return test::pcapRecord(at, test::ip4(17, test::udp(text), 0, 0, back));
    };
    for (int i = 1; i <= 5; ++i) {
        const QByteArray request = test::optionsRequest(i),
                         answer = "SIP/2.0 200 OK" + request.mid(request.indexOf("\r\n"));
        camera += packet(i * 10s, request, false) + packet(i * 10s + 41ms, answer, true);
        server += packet(i * 10s + 3020ms, request, false) + packet(i * 10s + 3021ms, answer, true);
    }
    const QStringList files{
        m_folder->filePath(QStringLiteral("camera.pcap")), m_folder->filePath(QStringLiteral("server.pcap"))};
    return test::writeFile(files[0], camera) && test::writeFile(files[1], server + rest) ? files : QStringList();
}

void tst_MainWindow::filesOpenTogether()
{
    MainWindow window(*m_settings, m_languages, std::make_unique<FileSession>(bothEnds(), HeartbeatPolicy{}));
    window.show();
    auto *flow = window.findChild<FlowPanel *>();
    QTRY_COMPARE(flow->rows()->matches(), 20);
    const auto *bar = window.findChild<MessageBar *>(QStringLiteral("news"));
    QTRY_VERIFY2(bar->text().contains(QStringLiteral(
                     "The clock of server.pcap is 3.000 s ahead of that of camera.pcap, by 10 messages")),
        qPrintable(bar->text()));
    QVERIFY(window.windowTitle().startsWith(QStringLiteral("camera.pcap + server.pcap")));
    auto *message = window.findChild<MessageView *>();
    for (quint64 number = 1; number <= 20; ++number) { // request, request, answer, answer
        emit flow->messageSelected(number);
        const QString cseq = QStringLiteral("CSeq: %1 OPTIONS").arg((number + 3) / 4);
        QTRY_VERIFY(message->shownText().contains(cseq)
            && message->shownText().startsWith(QStringLiteral("SIP/2.0")) == ((number - 1) % 4 > 1));
    }
}

void tst_MainWindow::oneOfTheFilesIsBroken()
{
    MainWindow window(
        *m_settings, m_languages, std::make_unique<FileSession>(bothEnds(QByteArray(16, '\xff')), HeartbeatPolicy{}));
    window.show();
    QTRY_COMPARE(window.findChild<FlowPanel *>()->rows()->matches(), 20);
    const auto *bar = window.findChild<MessageBar *>(QStringLiteral("news"));
    QTRY_VERIFY(bar->text().contains(QStringLiteral("server.pcap: broken at packet 11")));
    QVERIFY(bar->text().contains(QStringLiteral("3.000 s ahead"))); // that is not forgotten over it
}

void tst_MainWindow::oneOfTheFilesIsMissing()
{
    const QStringList files = bothEnds();
    QVERIFY(QFile::remove(files[1]));
    MainWindow window(*m_settings, m_languages, std::make_unique<FileSession>(files, HeartbeatPolicy{}));
    window.show();
    QTRY_VERIFY(window.findChild<MessageBar *>(QStringLiteral("news"))
                    ->text()
                    .contains(QStringLiteral("server.pcap: cannot open the file")));
}

void tst_MainWindow::aRecordThatIsThereStays()
{
    const QByteArray octets = "a text, and the only copy\n";
    QFile there(m_folder->filePath(QStringLiteral("live.pcapng")));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write(octets) == octets.size());
    there.close();
    const auto window = liveWindow();
    const auto told = [&window] {
        for (const QLabel *label : window->findChild<StatusLine *>()->findChildren<QLabel *>()) {
            const QString text = label->text();
            if (text.contains(QStringLiteral("live.pcapng exists and is left as it is. Recording into "))
                && text.contains(QStringLiteral("live-2.pcapng")))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(told());
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), octets);
}

void tst_MainWindow::unfinishedSessionsAreOffered()
{
    const QString file = sessionfolder::newFile(m_folder->path());
    QVERIFY(QFile::copy(QStringLiteral(GBSCOPE_TEST_DATA "/gb28181-bad/h01-good.pcap"), file));
    QFile lock(file + QStringLiteral(".lock")); // as a process leaves it that was killed
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("999999999\ngbscope\n" + QSysInfo::machineHostName().toUtf8() + "\n" + QSysInfo::machineUniqueId() + "\n"
        + QSysInfo::bootUniqueId() + "\n");
    lock.close();
    QCOMPARE(sessionfolder::unfinished(m_folder->path()), QStringList{file});
    QCOMPARE(sessionfolder::unfinished(m_folder->path()), QStringList{file}); // until somebody decides
    {
        SessionFile running({}, {});
        QString error;
        QVERIFY(running.open(m_folder->filePath(QStringLiteral("running.pcapng")), {}, &error));
        QCOMPARE(sessionfolder::unfinished(m_folder->path()), QStringList{file}); // one that records is none
    }
    const auto window = liveWindow();
    QSignalSpy opened(window.get(), &MainWindow::openRequested);
    window->offer({file});
    listen(*window); // at once, as with a password that is kept
    auto *bar = window->findChild<MessageBar *>(QStringLiteral("offer"));
    QVERIFY(bar->isVisible());
    QCOMPARE(sessionfolder::unfinished(m_folder->path()), QStringList{file});
    bar->findChildren<QAbstractButton *>().constFirst()->click();
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.constFirst().constFirst().toString(), file);
    QVERIFY(sessionfolder::unfinished(m_folder->path()).isEmpty());
}

/// What the limits of the preferences removed at the start.
void tst_MainWindow::removedRecordsAreTold()
{
    QStringList removed;
    for (int i = 0; i < 7; ++i)
        removed.append(QStringLiteral("/records/2026110%1-080000.pcapng").arg(i));
    const auto window = liveWindow();
    const auto *const bar = window->findChild<MessageBar *>(QStringLiteral("offer"));
    window->offer({});
    QVERIFY(!bar->isVisible());
    window->offer({}, removed);
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->text().startsWith(QStringLiteral("7 old record")), qPrintable(bar->text()));
    QVERIFY(bar->text().contains(QStringLiteral("20261104-080000.pcapng")));
    QVERIFY(!bar->text().contains(QStringLiteral("20261105")) && bar->text().endsWith(u'\u2026'));
    window->offer({QStringLiteral("/records/20261130-080000.pcapng")}, removed.first(1));
    QVERIFY(bar->text().contains(QStringLiteral("not closed")));
    QVERIFY2(bar->text().contains(QStringLiteral("1 old record")), qPrintable(bar->text()));
}

void tst_MainWindow::aDiskThatTakesNothingFromTheStart()
{
    if (!test::canLimitFiles())
        QSKIP("this system has no limit for the size of files");
    test::surviveFileLimit();
    test::FileLimit limit(10);
    const auto window = liveWindow();
    const auto *bar = window->findChild<MessageBar *>(QStringLiteral("news"));
    QTRY_VERIFY(bar->text().contains(QStringLiteral("Nothing can be recorded into ")));
    QVERIFY2(bar->text().contains(m_folder->filePath(QStringLiteral("live.pcapng"))), qPrintable(bar->text()));
    listen(*window); // devices are answered all the same
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("live.pcapng"))));
    limit.lift();
    QTRY_VERIFY(bar->text().contains(QStringLiteral("All that waited is recorded")));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("live.pcapng"))));
}

void tst_MainWindow::aFolderThatCannotBeMade()
{
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly)); // a folder of that name there cannot be
    MainWindow window(*m_settings, m_languages,
        std::make_unique<LiveSession>(HeartbeatPolicy{}, file.fileName() + QStringLiteral("/sessions"), QString()),
        nullptr);
    window.show();
    const auto *bar = window.findChild<MessageBar *>(QStringLiteral("news"));
    QTRY_VERIFY(bar->text().contains(QStringLiteral("Nothing is recorded")));
    QVERIFY2(bar->text().contains(file.fileName()), qPrintable(bar->text()));
    listen(window);
}

/// What a report about it begins with, to be copied.
void tst_MainWindow::theProgramTellsItsBuild()
{
    const auto window = liveWindow();
    window->findChild<Commands *>()->run(QStringLiteral("help.about"));
    QPushButton *copy = nullptr;
    for (QDialog *dialog : window->findChildren<QDialog *>()) {
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            copy = button->text() == u"Cop&y" ? button : copy;
    }
    QVERIFY(copy && !copy->isDefault() && !copy->autoDefault()); // Enter closes
    copy->click();
    const QString told = QGuiApplication::clipboard()->text();
    QVERIFY2(told.startsWith(u"gbscope " + QCoreApplication::applicationVersion()), qPrintable(told));
    QVERIFY2(told.contains(QLatin1StringView(qVersion())), qPrintable(told));
}

void tst_MainWindow::everyControlHasAName()
{
    const auto window = liveWindow();
    listen(*window);
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy()
            || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named,
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() + u" in "
                + QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
    }
}

void tst_MainWindow::languagesSwitchLive()
{
    const auto window = liveWindow();
    listen(*window);
    const auto titles = [&] {
        QCoreApplication::sendPostedEvents(); // windows get their LanguageChange by post
        QStringList all;
        for (const QDockWidget *dock : window->findChildren<QDockWidget *>())
            all.append(dock->windowTitle());
        for (int column = 0; column < window->findChild<DevicePanel *>()->model()->columnCount(); ++column)
            all.append(window->findChild<DevicePanel *>()->model()->headerData(column, Qt::Horizontal).toString());
        return all;
    };
    const QStringList english = titles();
    m_languages.use(QStringLiteral("zh_CN"));
    const QStringList chinese = titles();
    for (qsizetype i = 0; i < english.size(); ++i)
        QVERIFY2(english.at(i) != chinese.at(i), qPrintable(english.at(i)));
    QVERIFY(chinese.contains(QStringLiteral("\u5fc3\u8df3"))); // heartbeats
    m_languages.use(QStringLiteral("en"));
    QCOMPARE(titles(), english);
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
