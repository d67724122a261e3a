#include "tests/support/livewindow.h"
#include "tests/support/site.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/olderline.h"
#include "ui/list/listpanel.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/statusline.h"

#include <QLabel>
#include <QUdpSocket>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;

/// The limits removed the oldest part of the record that runs: list and ladder say what went.
class tst_RecordCut : public QObject
{
    Q_OBJECT
private slots:
    void whatWentIsSaid();
};

void tst_RecordCut::whatWentIsSaid()
{
    LiveWindow live;
    live.prepare();
    Session *session = nullptr;
    const auto window = live.stillWindow(session);
    window->show();
    window->findChild<Commands *>()->run(QStringLiteral("list.show")); // what is out of sight has no rows
    const Endpoint server = LiveWindow::listen(*window);
    QUdpSocket camera;
    Site texts;
    const auto *const panel = window->findChild<FlowPanel *>();
    const MessageLog &log = panel->rows()->log();
    const auto *const line = window->findChild<OlderLine *>();
    QVERIFY(line && !line->isVisible());
    for (int i = 1; i <= 5; ++i)
        camera.writeDatagram(
            texts.keepalive(LiveWindow::cameraId.toLatin1(), i, QByteArray::number(i)), server.address, server.port);
    QTRY_COMPARE(log.count(), 10); // and the answers
    emit session->told(outcome::RecordCut{3});
    QCOMPARE(log.count(), 7);
    QCOMPARE(log.forgotten(), quint64(3));
    QCOMPARE(log.at(0).number, 4U);
    QVERIFY(line->isVisibleTo(panel));
    QVERIFY2(line->text().contains(QStringLiteral("3 older messages")), qPrintable(line->text()));
    const QList<QLabel *> labels = window->findChild<ListPanel *>()->findChildren<QLabel *>();
    QTRY_VERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel *label) { return label->text().contains(QStringLiteral("3 older messages")); }));
    const Account &account = window->findChild<StatusLine *>()->account();
    QTRY_COMPARE(tallyOf(account, Tally::Evicted), quint64(3));
    const QString reason = tallyReason(Tally::Evicted, QStringLiteral("a.pcapng"), account.removed);
    QVERIFY2(reason.contains(QStringLiteral("Of 3 the files are deleted")), qPrintable(reason));
    emit session->told(outcome::RecordCut{3}); // nothing more
    QCOMPARE(log.count(), 7);
    emit session->told(outcome::RecordCut{100});
    QCOMPARE(log.count(), 0);
    QCOMPARE(log.forgotten(), quint64(10));
}

QTEST_MAIN(tst_RecordCut)
#include "tst_recordcut.moc"
