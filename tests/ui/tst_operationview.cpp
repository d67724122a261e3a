#include "core/ladder/operationbook.h"
#include "tests/support/livewindow.h"
#include "ui/client/askwindow.h"
#include "ui/devices/devicetablemodel.h"
#include "ui/ladder/flowpanel.h"
#include "ui/message/messageview.h"
#include "ui/workspace/commands.h"

#include <QAction>
#include <QLabel>
#include <QToolButton>

using namespace gb;
using namespace gb::ui;
using namespace gb::test;
using namespace std::chrono_literals;

/// What a message belongs to: told beside it, and shown alone.
class tst_OperationView : public QObject
{
    Q_OBJECT
private slots:
    void theBookIsBounded();
    void aMessageOfAQuery();
};

static Operation operation(quint64 request, const QList<quint64> &messages)
{
    Operation one;
    one.request = request;
    one.messages = messages;
    return one;
}

void tst_OperationView::theBookIsBounded()
{
    OperationBook book;
    book.take({operation(3, {3})});
    QVERIFY(!book.of(4));
    book.take({operation(3, {3, 4, 7})});
    QCOMPARE(book.of(7)->request, 3U);
    QCOMPARE(book.size(), std::size_t{1});
    for (quint64 i = 10; i < 10 + 2 * OperationBook::maxKept; i += 2)
        book.take({operation(i, {i, i + 1})});
    QCOMPARE(book.size(), OperationBook::maxKept);
    QVERIFY(!book.of(3) && !book.of(7));
    book.clear();
    QVERIFY(!book.of(11) && book.size() == 0);
}

static QString belongs(MessageView &view)
{
    for (const QLabel *label : view.findChildren<QLabel *>()) {
        if (label->text().startsWith(u"Belongs to"))
            return label->text();
    }
    return {};
}

/// The real engine and a virtual camera on loopback.
void tst_OperationView::aMessageOfAQuery()
{
    LiveWindow site;
    site.prepare();
    const std::unique_ptr<MainWindow> window = site.liveWindow();
    VirtualDeviceConfig config = LiveWindow::camera(LiveWindow::listen(*window));
    config.interval = 60s;
    VirtualDevice camera(config);
    QVERIFY(camera.start());
    DevicePanel *const devices = LiveWindow::online(*window);
    auto *flow = window->findChild<FlowPanel *>();
    auto *view = window->findChild<MessageView *>();
    Commands *commands = window->findChild<Commands *>();
    QAction *show = commands->action(QStringLiteral("message.operation"));
    emit flow->messageSelected(1); // a REGISTER
    QTRY_VERIFY(view->hasMessage());
    QVERIFY(belongs(*view).isEmpty());
    QVERIFY(!show->isEnabled());
    devices->select({config.id});
    commands->action(QStringLiteral("devices.ask"))->trigger();
    Asking &asking = window->findChild<AskWindow *>()->asking();
    QSignalSpy answered(&asking, &Asking::answered);
    asking.ask({.device = config.id, .command = QStringLiteral("config")});
    QTRY_COMPARE(answered.size(), 1);
    const AskReportPtr report = asking.last({config.id, {}, QStringLiteral("config")});
    QCOMPARE(report->outcome, AskOutcome::Done);
    emit flow->messageSelected(report->responses.value(0)); // of another Call-ID than the request
    QTRY_VERIFY2(belongs(*view).contains(u"ConfigDownload query, SN "), qPrintable(belongs(*view)));
    QVERIFY(belongs(*view).contains(u"done after"));
    QTRY_VERIFY(show->isEnabled());
    show->trigger();
    const FlowFilter &filter = flow->rows()->filter();
    QCOMPARE(filter.group.first, report->request);
    QCOMPARE(filter.group.numbers.size(), 4); // the query, its 200, the Response, its 200
    QVERIFY(filter.group.numbers.contains(report->answer));
    asking.ask({.device = config.id, .command = QStringLiteral("config")});
    QTRY_COMPARE(answered.size(), 2);
    QCOMPARE(flow->rows()->filter().group.first, report->request); // another operation changes nothing
    for (QToolButton *button : flow->findChildren<QToolButton *>()) {
        if (button->text().contains(u"ConfigDownload query"))
            button->click();
    }
    QVERIFY(flow->rows()->filter().isEmpty());
}

QTEST_MAIN(tst_OperationView)
#include "tst_operationview.moc"
