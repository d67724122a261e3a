#include "core/client/free/freetemplates.h"
#include "tests/support/livewindow.h"
#include "ui/client/freeeditor.h"
#include "ui/client/freewindow.h"
#include "ui/client/messagecollection.h"
#include "ui/devices/devicepanel.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/ladder/flowpanel.h"
#include "ui/workspace/commands.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QUdpSocket>

using namespace gb;
using namespace gb::ui;
using namespace gb::test;

/// Messages that users write: who gets them, what is said ahead of it, what became of it.
class tst_FreeWindow : public QObject, private LiveWindow
{
    Q_OBJECT
private slots:
    void init();
    void whatItNeeds();
    void whatIsSent();
    void whatIsSaidOfTheText();
    void whatIsANote();
    void whatForbidsSendingDoesNotSayElse();
    void theListGrowsWithTheLetters();
    void whatMovesNeedsATick_data();
    void whatMovesNeedsATick();
    void theTickIsForOneThing_data();
    void theTickIsForOneThing();
    void whatWasAskedAboutIsSent_data();
    void whatWasAskedAboutIsSent();
    void outcomes_data();
    void outcomes();
    void aMessageOfTheRecord();
    void withinADialog();
    void theChosenDialogStays();
    void keptMessages();
    void aHugeTextIsNoTrouble();
    void aDeviceAnswers();
    void whomARecordedMessageIsFor();

private:
    QPushButton *button(const char *text) const
    {
        for (QPushButton *one : m_window->findChildren<QPushButton *>()) {
            if (one->text().remove(u'&') == QString::fromLatin1(text))
                return one;
        }
        return nullptr;
    }
    QCheckBox *tick() const
    {
        for (QCheckBox *one : m_window->findChildren<QCheckBox *>()) {
            if (one->text().contains(u"Yes"))
                return one;
        }
        return nullptr;
    }
    QPlainTextEdit *editor() const { return m_window->findChild<QPlainTextEdit *>(); }
    QStringList said() const
    {
        QStringList all;
        const auto *const list = m_window->findChild<FreeEditor *>()->findChild<QListWidget *>();
        for (int i = 0; i < list->count(); ++i)
            all.append(list->item(i)->text());
        return all;
    }
    bool says(const QString &text) const
    {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&text](const QLabel *one) { return one->isVisible() && one->text().contains(text); });
    }
    QComboBox *box(const QString &with) const
    {
        for (QComboBox *one : m_window->findChildren<QComboBox *>()) {
            for (int i = 0; i < one->count(); ++i) {
                if (one->itemText(i).contains(with))
                    return one;
            }
        }
        return nullptr;
    }
    static QString textOfTemplate(const char *name) { return QString::fromUtf8(textOf(*findFreeTemplate(name))); }

    std::unique_ptr<DeviceTableModel> m_devices;
    std::unique_ptr<MessageCollection> m_kept;
    std::unique_ptr<FreeWindow> m_window;
};

void tst_FreeWindow::init()
{
    prepare();
    m_window.reset();
    m_devices = std::make_unique<DeviceTableModel>();
    m_kept = std::make_unique<MessageCollection>(m_folder->filePath(QStringLiteral("messages")));
    m_window = std::make_unique<FreeWindow>(*m_devices, *m_kept, nullptr);
    m_window->show();
}

void tst_FreeWindow::whatItNeeds()
{
    editor()->setPlainText(textOfTemplate("options"));
    QVERIFY(!button("Send")->isEnabled());
    QVERIFY(says(QStringLiteral("does not listen as a server")));
    m_window->setCanSend(true, {});
    QVERIFY(says(QStringLiteral("Select a device")));
    m_window->setDevice(cameraId);
    QVERIFY(button("Send")->isEnabled());
    editor()->clear();
    QVERIFY(!button("Send")->isEnabled());
    m_window->setCanSend(false, {});
    QVERIFY(!button("Send")->isEnabled());
}

void tst_FreeWindow::whatIsSent()
{
    m_window->setCanSend(true, {});
    m_window->setDevice(cameraId);
    editor()->setPlainText(textOfTemplate("options"));
    for (QCheckBox *one : m_window->findChildren<QCheckBox *>()) {
        if (one->text() == u"CSeq")
            one->setChecked(false);
    }
    QSignalSpy sent(m_window.get(), &FreeWindow::sendRequested);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.size(), 1);
    const auto question = sent[0][0].value<FreeQuestion>();
    QCOMPARE(question.device, cameraId);
    QCOMPARE(question.text, textOf(*findFreeTemplate("options")));
    FreeParts parts = FreeParts::all();
    parts.set(FreePart::CSeq, false);
    QCOMPARE(question.anew, parts);
    button("Send")->click(); // one at a time
    QCOMPARE(sent.size(), 1);
    QSignalSpy stopped(m_window.get(), &FreeWindow::stopRequested);
    button("Stop waiting")->click();
    QCOMPARE(stopped.value(0).value(0).toULongLong(), question.id);
}

void tst_FreeWindow::whatIsSaidOfTheText()
{
    m_window->setDevice(cameraId);
    editor()->setPlainText(textOfTemplate("catalog"));
    QCOMPARE(said(), QStringList{QStringLiteral("\u25cf gbscope's rules find nothing wrong.")});
    editor()->setPlainText(textOfTemplate("catalog").remove(QStringLiteral("Max-Forwards: 70\n")));
    QCOMPARE(said(), QStringList{QStringLiteral("\u25d0 Max-Forwards is missing (RFC 3261 8.1.1)")});
    editor()->setPlainText(textOfTemplate("catalog").replace(QStringLiteral("</Query>"), QStringLiteral("</Qury>")));
    QCOMPARE(said(), QStringList{QStringLiteral("\u25d0 line 16: its body is no XML")});
    auto *const list = m_window->findChild<FreeEditor *>()->findChild<QListWidget *>();
    list->setCurrentRow(0);
    emit list->itemActivated(list->item(0));
    QCOMPARE(editor()->textCursor().selectedText(), QStringLiteral("</Qury>"));
}

/// Where devices and editions differ it is a note; the edition is the one that the device announced.
void tst_FreeWindow::whatIsANote()
{
    const QString text = textOfTemplate("catalog").replace(QStringLiteral("</Query>"),
        QStringLiteral("<EndTime>2026-03-02T08:00:00</EndTime><StartTime>2026-03-02T08:00:00</StartTime></Query>"));
    editor()->setPlainText(text);
    QCOMPARE(said().size(), 1);
    QVERIFY2(said().constFirst().startsWith(u"Note: line "), qPrintable(said().constFirst()));
    QVERIFY(said().constFirst().contains(u"StartTime stands behind EndTime"));
    m_window->setCanSend(true, {});
    const QString newer = textOfTemplate("catalog").replace(
        QStringLiteral(">Catalog<"), QStringLiteral(">SDCardStatus<"));
    for (const auto &[version, notes] : {std::pair("", 0), std::pair("2.0", 1), std::pair("3.0", 0)}) {
        DeviceSnapshot camera;
        camera.id = cameraId;
        camera.gbVersion = QString::fromLatin1(version);
        m_devices->apply({camera}, {}, {});
        m_window->setDevice(QStringLiteral("34020000001320000099"));
        m_window->setDevice(cameraId);
        editor()->setPlainText(newer);
        QVERIFY2(said().constFirst().contains(u"SDCardStatus is of GB/T 28181-2022") == (notes == 1),
            qPrintable(said().constFirst()));
    }
}

void tst_FreeWindow::whatForbidsSendingDoesNotSayElse()
{
    const auto *const list = m_window->findChild<FreeEditor *>()->findChild<QListWidget *>();
    editor()->setPlainText(textOfTemplate("catalog").remove(QStringLiteral("Max-Forwards: 70\n")));
    QVERIFY(list->toolTip().contains(QStringLiteral("It can be sent all the same.")));
    for (const QString &text : {QString(), QString(FreeQuestion::maxOctets + 1, u'x'), textOfTemplate("catalog")}) {
        editor()->setPlainText(text);
        QCOMPARE(list->toolTip(), QString());
    }
}

void tst_FreeWindow::theListGrowsWithTheLetters()
{
    auto *const editor = m_window->findChild<FreeEditor *>();
    const int before = editor->findChild<QListWidget *>()->maximumHeight();
    QFont font = m_window->font();
    font.setPointSizeF(font.pointSizeF() * 2);
    m_window->setFont(font);
    QCOMPARE(editor->findChild<QListWidget *>()->maximumHeight(), QFontMetrics(font).height() * 5);
    QVERIFY(editor->findChild<QListWidget *>()->maximumHeight() > before);
}

void tst_FreeWindow::whatMovesNeedsATick_data()
{
    QTest::addColumn<QString>("order");
    QTest::addColumn<bool>("tick");
    QTest::addColumn<bool>("twice");
    QTest::newRow("PTZ") << QStringLiteral("<PTZCmd>A50F010220000000D7</PTZCmd>") << true << false;
    QTest::newRow("restart") << QStringLiteral("<TeleBoot>Boot</TeleBoot>") << true << false;
    QTest::newRow("upgrade") << QStringLiteral("<DeviceUpgrade></DeviceUpgrade>") << true << false;
    QTest::newRow("format") << QStringLiteral("<FormatSDCard>1</FormatSDCard>") << true << true;
    QTest::newRow("record") << QStringLiteral("<RecordCmd>Record</RecordCmd>") << false << false;
}

void tst_FreeWindow::whatMovesNeedsATick()
{
    QFETCH(QString, order);
    QFETCH(bool, tick);
    QFETCH(bool, twice);
    m_window->setCanSend(true, {});
    m_window->setDevice(cameraId);
    editor()->setPlainText(
        textOfTemplate("ptz-stop").replace(QStringLiteral("<PTZCmd>A50F0100000000B5</PTZCmd>"), order));
    QSignalSpy sent(m_window.get(), &FreeWindow::sendRequested);
    QCOMPARE(button("Send")->isEnabled(), !tick);
    QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.size(), tick ? 0 : 1);
    if (!tick)
        return;
    QCheckBox *const sure = this->tick();
    QVERIFY(sure && sure->isVisible());
    sure->setChecked(true);
    button("Send")->click();
    QCOMPARE(sent.size(), twice ? 0 : 1);
    if (twice) {
        button("Erase")->click();
        QCOMPARE(sent.size(), 1);
    }
    QVERIFY(!sure->isChecked()); // it holds for one time
}

static QString ordered(const char *order)
{
    return QString::fromUtf8(textOf(*findFreeTemplate("ptz-stop")))
        .replace(QStringLiteral("<PTZCmd>A50F0100000000B5</PTZCmd>"), QString::fromLatin1(order));
}

void tst_FreeWindow::theTickIsForOneThing_data()
{
    using Change = std::function<void(tst_FreeWindow &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("stays");
    const auto row = [](const char *tag, bool stays, Change change) { QTest::newRow(tag) << change << stays; };
    row("another device", false, [](auto &t) { t.m_window->setDevice(QStringLiteral("34020000001320000002")); });
    row("another order", false, [](auto &t) { t.editor()->setPlainText(ordered("<TeleBoot>Boot</TeleBoot>")); });
    row("other values", false,
        [](auto &t) { t.editor()->setPlainText(ordered("<PTZCmd>A50F010220000000D7</PTZCmd> ")); });
    row("another address", false, [](auto &t) {
        QComboBox *const to = t.box(QStringLiteral("as in the record"));
        to->setCurrentIndex(to->findData(false));
    });
    row("within a dialog", false, [](auto &t) {
        QSignalSpy wanted(t.m_window.get(), &FreeWindow::dialogsWanted);
        t.m_window->refresh();
        t.m_window->take(FreeDialogList{wanted[0][0].toULongLong(), {{.number = 8}}});
        t.box(QStringLiteral("within the"))->setCurrentIndex(1);
    });
    row("a part as it is typed", false, [](auto &t) {
        for (QCheckBox *one : t.m_window->template findChildren<QCheckBox *>()) {
            if (one->text() == u"CSeq")
                one->setChecked(false);
        }
    });
    row("the same device once more", true, [](auto &t) { t.m_window->setDevice(cameraId); });
    row("once a second", true, [](auto &t) { t.m_window->refresh(); });
    row("other colours", true, [](auto &t) {
        QEvent event(QEvent::PaletteChange);
        QCoreApplication::sendEvent(t.m_window.get(), &event);
    });
}

/// A tick for one camera sends nothing to another one, and one for PTZ restarts nothing.
void tst_FreeWindow::theTickIsForOneThing()
{
    QFETCH(std::function<void(tst_FreeWindow &)>, change);
    QFETCH(bool, stays);
    m_window->setCanSend(true, {});
    m_window->setMessage({.from = {IpAddress(QHostAddress(QStringLiteral("10.0.0.9"))), 5070}, .octets = "x"}, {});
    m_window->setDevice(cameraId);
    box(QStringLiteral("as in the record"))->setCurrentIndex(0);
    editor()->setPlainText(ordered("<PTZCmd>A50F010220000000D7</PTZCmd>"));
    tick()->setChecked(true);
    QVERIFY(button("Send")->isEnabled());
    change(*this);
    QVERIFY(tick()->isVisible());
    QCOMPARE(tick()->isChecked(), stays);
    QCOMPARE(button("Send")->isEnabled(), stays);
}

void tst_FreeWindow::whatWasAskedAboutIsSent_data()
{
    using Change = std::function<void(tst_FreeWindow &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("sent");
    const auto row = [](const char *tag, int sent, Change change) { QTest::newRow(tag) << change << sent; };
    row("the same", 1, [](auto &) {});
    row("another device", 0, [](auto &t) { t.m_window->setDevice(QStringLiteral("34020000001320000002")); });
    row("one that needs no tick", 0, [](auto &t) { t.editor()->setPlainText(textOfTemplate("catalog")); });
    row("ticked anew", 0, [](auto &t) {
        t.m_window->setDevice(QStringLiteral("34020000001320000002"));
        t.tick()->setChecked(true);
    });
}

/// And nothing else that stands there by then.
void tst_FreeWindow::whatWasAskedAboutIsSent()
{
    QFETCH(std::function<void(tst_FreeWindow &)>, change);
    QFETCH(int, sent);
    m_window->setCanSend(true, {});
    m_window->setDevice(cameraId);
    editor()->setPlainText(ordered("<FormatSDCard>1</FormatSDCard>"));
    tick()->setChecked(true);
    button("Send")->click();
    change(*this);
    QSignalSpy requests(m_window.get(), &FreeWindow::sendRequested);
    button("Erase")->click();
    QCOMPARE(requests.size(), sent);
}

void tst_FreeWindow::outcomes_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *tag, FreeOutcome outcome, int status, const char *text) {
        QTest::newRow(tag) << static_cast<int>(outcome) << status << QString::fromUtf8(text);
    };
    row("200", FreeOutcome::Answered, 200, "\u25cf 200 OK after 12 ms");
    row("404", FreeOutcome::Answered, 404, "\u2715 404 OK after 12 ms");
    row("timer F", FreeOutcome::NoAnswer, 0, "\u2715 no final answer within");
    row("once", FreeOutcome::SentOnce, 0, "\u25d0 sent once");
    row("refused here", FreeOutcome::NotSent, 0, "\u2715 it could not be sent");
}

void tst_FreeWindow::outcomes()
{
    QFETCH(int, outcome);
    QFETCH(int, status);
    QFETCH(QString, text);
    m_window->setCanSend(true, {});
    m_window->setDevice(cameraId);
    editor()->setPlainText(textOfTemplate("options"));
    QSignalSpy sent(m_window.get(), &FreeWindow::sendRequested);
    button("Send")->click();
    FreeReport report{.id = 999, .device = cameraId};
    report.outcome = static_cast<FreeOutcome>(outcome);
    report.status = status;
    report.reason = QStringLiteral("OK");
    report.request = 17;
    report.at = report.askedAt + std::chrono::milliseconds(12);
    m_window->take(report); // somebody else's
    QVERIFY(!says(text));
    report.id = sent.value(0).value(0).value<FreeQuestion>().id;
    m_window->take(report);
    QVERIFY(says(text));
    QSignalSpy wanted(m_window.get(), &FreeWindow::messagesWanted);
    button("Show the messages")->click();
    QCOMPARE(wanted.value(0).value(1).toULongLong(), 17U);
}

void tst_FreeWindow::aMessageOfTheRecord()
{
    m_window->setCanSend(true, {});
    Datagram datagram{.from = {IpAddress(QHostAddress(QStringLiteral("10.0.0.9"))), 5070},
        .to = {IpAddress(QHostAddress(QStringLiteral("10.0.0.1"))), 5060},
        .transport = TransportKind::Tcp,
        .direction = Direction::In,
        .octets = "OPTIONS sip:a@b SIP/2.0\r\nX: 1\r\n\r\n"};
    m_window->setDevice(cameraId); // of somebody else
    m_window->setMessage(datagram, {});
    QCOMPARE(editor()->toPlainText(), QStringLiteral("OPTIONS sip:a@b SIP/2.0\nX: 1\n\n"));
    QSignalSpy sent(m_window.get(), &FreeWindow::sendRequested);
    button("Send")->click(); // of no device that is known: to where it came from
    const auto question = sent.value(0).value(0).value<FreeQuestion>();
    QVERIFY(question.device.isEmpty());
    QCOMPARE(question.remote, datagram.from);
    QCOMPARE(question.local, datagram.to);
    QCOMPARE(question.transport, TransportKind::Tcp);
    FreeReport report{.id = question.id};
    m_window->take(report);
    const QString other = QStringLiteral("34020000001320000002");
    m_window->setMessage(datagram, other);
    button("Send")->click();
    QCOMPARE(sent.value(1).value(0).value<FreeQuestion>().device, other);
    datagram.direction = Direction::Out;
    m_window->setMessage(datagram, {});
    QVERIFY(box(QStringLiteral("10.0.0.1:5060 over TCP")));
    datagram.octets.clear();
    m_window->setMessage(datagram, {});
    QVERIFY(says(QStringLiteral("The record does not have the text")));
}

void tst_FreeWindow::withinADialog()
{
    m_window->setCanSend(true, {});
    m_window->setDevice(cameraId);
    editor()->setPlainText(textOfTemplate("bye"));
    QSignalSpy wanted(m_window.get(), &FreeWindow::dialogsWanted);
    m_window->refresh();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][1].toString(), cameraId);
    const quint64 id = wanted[0][0].toULongLong();
    m_window->take(FreeDialogList{id + 50, {{.number = 8, .method = QStringLiteral("INVITE")}}}); // of before
    QVERIFY(!box(QStringLiteral("within the")));
    m_window->take(FreeDialogList{id, {{.number = 8, .method = QStringLiteral("INVITE"), .peer = cameraId}}});
    QComboBox *const within = box(QStringLiteral("within the INVITE with ") + cameraId);
    QVERIFY(within && within->currentIndex() == 0);
    within->setCurrentIndex(1);
    QSignalSpy sent(m_window.get(), &FreeWindow::sendRequested);
    button("Send")->click();
    QCOMPARE(sent.value(0).value(0).value<FreeQuestion>().dialog, 8U);
}

/// Else a BYE would go outside of the dialog that it was to end.
void tst_FreeWindow::theChosenDialogStays()
{
    m_window->setCanSend(true, {});
    m_window->setDevice(cameraId);
    editor()->setPlainText(textOfTemplate("bye"));
    QSignalSpy wanted(m_window.get(), &FreeWindow::dialogsWanted);
    m_window->refresh();
    m_window->take(FreeDialogList{wanted[0][0].toULongLong(), {{.number = 8, .method = QStringLiteral("INVITE")}}});
    QComboBox *const within = box(QStringLiteral("within the INVITE"));
    QVERIFY(within);
    within->setCurrentIndex(1);
    m_window->hide();
    m_window->show();
    QCOMPARE(within->currentData().toULongLong(), 8U);
    QCOMPARE(wanted.size(), 2); // asked anew all the same
    for (const QEvent::Type type : {QEvent::LanguageChange, QEvent::PaletteChange}) {
        QEvent event(type);
        QCoreApplication::sendEvent(m_window.get(), &event);
        QCOMPARE(within->currentData().toULongLong(), 8U);
    }
    QSignalSpy sent(m_window.get(), &FreeWindow::sendRequested);
    button("Send")->click();
    QCOMPARE(sent.value(0).value(0).value<FreeQuestion>().dialog, 8U);
    m_window->hide();
    m_window->setDevice(QStringLiteral("34020000001320000002"));
    m_window->take(FreeDialogList{wanted.constLast()[0].toULongLong(), {{.number = 9}}}); // of the other
    QCOMPARE(within->count(), 1);
}

void tst_FreeWindow::keptMessages()
{
    auto *const name = m_window->findChild<QLineEdit *>();
    editor()->setPlainText(textOfTemplate("options"));
    QVERIFY(!button("Keep")->isEnabled());
    name->setText(QStringLiteral("mine"));
    button("Keep")->click();
    QVERIFY(says(QStringLiteral("Kept.")));
    QCOMPARE(m_kept->names(), QStringList{QStringLiteral("mine")});
    editor()->clear();
    QComboBox *const begin = box(QStringLiteral("kept: mine"));
    QVERIFY(begin);
    begin->setCurrentIndex(begin->findText(QStringLiteral("kept: mine")));
    emit begin->activated(begin->currentIndex());
    QCOMPARE(editor()->toPlainText(), textOfTemplate("options"));
    name->setText(QStringLiteral("yours"));
    button("Rename")->click();
    QCOMPARE(m_kept->names(), QStringList{QStringLiteral("yours")});
    QCOMPARE(begin->currentText(), QStringLiteral("kept: yours"));
    button("Delete")->click();
    for (QPushButton *one : m_window->findChildren<QPushButton *>()) {
        if (one->text() == u"&Delete")
            one->click();
    }
    QVERIFY(m_kept->names().isEmpty());
}

void tst_FreeWindow::aHugeTextIsNoTrouble()
{
    m_window->setCanSend(true, {});
    m_window->setDevice(cameraId);
    QGuiApplication::clipboard()->setText(QString(5'000'000, u'x'));
    editor()->paste();
    QVERIFY(editor()->document()->characterCount() < FreeQuestion::maxOctets + 200);
    QVERIFY(!button("Send")->isEnabled());
    QVERIFY(said().value(0).contains(u"bytes are too many"));
}

/// All of it, with a virtual camera over loopback.
void tst_FreeWindow::aDeviceAnswers()
{
    const auto window = liveWindow();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    online(*window)->select({cameraId});
    auto &commands = *window->findChild<Commands *>();
    auto *const free = window->findChild<FreeWindow *>();
    commands.run(QStringLiteral("devices.message"));
    QVERIFY(free->isVisible());
    const auto outcome = [free](QStringView begin) {
        const auto labels = free->findChildren<QLabel *>();
        return std::any_of(
            labels.begin(), labels.end(), [begin](const QLabel *one) { return one->text().startsWith(begin); });
    };
    const auto press = [free](QStringView text) {
        for (QPushButton *one : free->findChildren<QPushButton *>()) {
            if (one->text() == text)
                one->click();
        }
    };
    auto *const text = free->findChild<QPlainTextEdit *>();
    text->setPlainText(textOfTemplate("info"));
    press(u"&Send");
    QTRY_VERIFY(outcome(u"\u25cf 200 OK after "));
    text->clear();
    const Command &again = *commands.find(QStringLiteral("message.sendAnew"));
    QVERIFY(!commands.isPossible(again));
    press(u"Show the &messages");
    QTRY_VERIFY(commands.isPossible(again));
    commands.run(again.id);
    QTRY_VERIFY(text->toPlainText().contains(u"<CmdType>DeviceInfo</CmdType>"));
}

/// Not for the device that was chosen before.
void tst_FreeWindow::whomARecordedMessageIsFor()
{
    const auto window = liveWindow();
    const Endpoint server = listen(*window);
    VirtualDevice device(camera(server));
    QVERIFY(device.start());
    auto *const devices = window->findChild<DevicePanel *>();
    QTRY_VERIFY(devices->model()->device(cameraId));
    devices->select({cameraId});
    QUdpSocket stranger;
    QVERIFY(stranger.bind(QHostAddress::LocalHost));
    stranger.writeDatagram("OPTIONS sip:a@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bKx\r\n"
                           "From: <sip:stranger@b>;tag=1\r\nTo: <sip:a@b>\r\nCall-ID: stranger\r\n"
                           "CSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n",
        QHostAddress::LocalHost, server.port);
    auto *const flow = window->findChild<FlowPanel *>();
    auto &commands = *window->findChild<Commands *>();
    auto *const free = window->findChild<FreeWindow *>();
    const MessageLog &log = flow->rows()->log();
    const auto sendAnew = [&](const QString &whose) {
        for (qsizetype row = 0; row < log.count(); ++row) {
            const MessageSummary one = log.at(row);
            if (one.direction != Direction::In || one.device.toString() != whose)
                continue;
            emit flow->messageSelected(one.number);
            commands.run(QStringLiteral("message.sendAnew"));
            return true;
        }
        return false;
    };
    const auto *const text = free->findChild<QPlainTextEdit *>();
    const auto goesTo = [&](const QString &whom) {
        const auto boxes = free->findChildren<QComboBox *>();
        return std::any_of(
            boxes.begin(), boxes.end(), [&whom](const QComboBox *one) { return one->currentText().contains(whom); });
    };
    QTRY_VERIFY(sendAnew({}));
    QTRY_VERIFY(text->toPlainText().contains(u"stranger"));
    QVERIFY(goesTo(QStringLiteral("127.0.0.1:%1 over UDP").arg(stranger.localPort())));
    QVERIFY(sendAnew(cameraId));
    QTRY_VERIFY(text->toPlainText().startsWith(u"REGISTER"));
    QVERIFY(goesTo(cameraId));
}

QTEST_MAIN(tst_FreeWindow)
#include "tst_freewindow.moc"
