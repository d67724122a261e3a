#include "core/session/filesession.h"
#include "tests/support/events.h"
#include "tests/support/files.h"
#include "tests/support/livewindow.h"
#include "ui/ladder/flowpanel.h"
#include "ui/message/messageview.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/menubar.h"

#include <QtWidgets>

using namespace gb;
using namespace gb::ui;
using gb::test::letEventsComeUntil;

/// A record shown to others: nothing in that window tells whose it is.
class tst_Presentation : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void tellsNothingOfTheSite();
    void nothingIsLeftOfIt();

private:
    static QString site() { return QStringLiteral(GBSCOPE_TEST_DATA "/field2/11a-auto-unregister.pcap"); }
    /// IDs, domains, addresses and user names of it.
    static QByteArrayList originals()
    {
        return {"39990000002000000652", "3999000000", "192.168.7.", "11a-auto", "my gate"};
    }
    std::unique_ptr<MainWindow> window()
    {
        auto all = std::make_unique<MainWindow>(
            settings(), m_languages, std::make_unique<FileSession>(QStringList{site()}, HeartbeatPolicy()));
        all->resize(1366, 740);
        all->show();
        letEventsComeUntil([&] { return all->findChild<DeviceTableModel *>()->deviceCount() > 0; });
        return all;
    }
    static QPointer<MainWindow> present(const MainWindow &from)
    {
        from.findChild<Commands *>()->run(QStringLiteral("capture.present"));
        QPointer<MainWindow> shown;
        letEventsComeUntil([&] {
            for (QWidget *one : QApplication::topLevelWidgets()) {
                if (auto *other = qobject_cast<MainWindow *>(one); other && other != &from)
                    shown = other;
            }
            return shown && shown->findChild<DeviceTableModel *>()->deviceCount() > 0;
        });
        return shown;
    }
    static QString cells(const QAbstractItemModel &model, const QModelIndex &under = {})
    {
        QString text;
        for (int row = 0; row < model.rowCount(under); ++row) {
            for (int column = 0; column < model.columnCount(under); ++column) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                    text += model.index(row, column, under).data(role).toString() + u'\n';
            }
            text += cells(model, model.index(row, 0, under));
        }
        return text;
    }
    /// All that its widgets say, seen or not.
    static QString texts(const QWidget &window)
    {
        QString text = window.windowTitle() + u'\n';
        for (const QWidget *one : window.findChildren<QWidget *>()) {
            text += one->toolTip() + u'\n' + one->accessibleName() + u'\n' + one->windowTitle() + u'\n';
            for (const char *const property : {"text", "plainText", "placeholderText"})
                text += one->property(property).toString() + u'\n';
            if (const auto *view = qobject_cast<const QAbstractItemView *>(one); view && view->model())
                text += cells(*view->model());
        }
        for (const QAction *one : window.findChildren<QAction *>())
            text += one->text() + u'\n';
        return text;
    }
};

void tst_Presentation::tellsNothingOfTheSite()
{
    settings().setAlias(QStringLiteral("39990000002000000652"), QStringLiteral("my gate"));
    const auto from = window();
    const QString before = texts(*from);
    for (const QByteArray &one : originals()) // else nothing is looked for
        QVERIFY2(before.contains(QString::fromLatin1(one)) || one == "3999000000", one.constData());
    const QPointer<MainWindow> shown = present(*from);
    QCOMPARE(shown->findChild<DeviceTableModel *>()->deviceCount(), 1);
    auto *const flow = shown->findChild<FlowPanel *>();
    letEventsComeUntil([&] { return flow->rows()->matches() > 3; });
    flow->select(3); // a REGISTER with credentials
    emit flow->messageSelected(3);
    const auto *const message = shown->findChild<MessageView *>();
    letEventsComeUntil([&] { return message->shownText().contains(QStringLiteral("Authorization")); });
    emit shown->findChild<MenuBar *>()->menu(Menu::Recent)->aboutToShow();
    QCoreApplication::processEvents();
    const QString text = texts(*shown);
    for (const QByteArray &one : originals())
        QVERIFY2(!text.contains(QString::fromLatin1(one)), one.constData());
    QVERIFY(text.contains(QStringLiteral("198.18.")));
    delete shown;
}

void tst_Presentation::nothingIsLeftOfIt()
{
    const auto from = window();
    const QStringList recent = settings().recentFiles();
    QPointer<MainWindow> shown = present(*from);
    const QString file = shown->findChild<MenuBar *>() ? shown->windowTitle().section(u' ', 0, 0) : QString();
    QCOMPARE(file, QStringLiteral("presentation.pcapng"));
    shown->close();
    letEventsComeUntil([&] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return shown.isNull();
    });
    QCOMPARE(settings().recentFiles(), recent);
    const QStringList left = QDir::temp().entryList({QStringLiteral("tst_presentation-*")}, QDir::Dirs);
    for (const QString &one : left) // that of this test's settings stays until its end
        QVERIFY2(!QFile::exists(QDir::temp().filePath(one + QStringLiteral("/presentation.pcapng"))), qPrintable(one));
}

QTEST_MAIN(tst_Presentation)
#include "tst_presentation.moc"
