#include "tests/support/contrast.h"
#include "tests/support/livewindow.h"
#include "tests/support/siptraffic.h"
#include "ui/compare/comparewindow.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/list/listpanel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/commands.h"

#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidgetItemIterator>

using namespace gb;
using namespace gb::ui;
using gb::test::LiveWindow;
using gb::test::RequestText;

namespace {

CompareWindow::Message message(quint64 number, const QByteArray &octets)
{
    return {number, octets, QStringLiteral("#%1 REGISTER").arg(number), QStringLiteral("#%1\n10:00").arg(number)};
}

/// Two REGISTERs: other branch and tag, another Expires, one header more.
QList<CompareWindow::Message> twoMessages()
{
    RequestText text{.method = "REGISTER"};
    text.extra = "Expires: 3600\r\nUser-Agent: <b>x</b>\r\n";
    const QByteArray first = text.text();
    text.branch = "z9hG4bKtwo";
    text.fromTag = "f2";
    text.extra = "Expires: 60\r\nUser-Agent: <b>x</b>\r\nX-More: =1+1\r\n";
    return {message(1, first), message(3, text.text())};
}

QTreeWidgetItem *row(const CompareTree &tree, const QString &name)
{
    for (QTreeWidgetItemIterator at(const_cast<CompareTree *>(&tree)); *at; ++at) {
        if ((*at)->text(0) == name)
            return *at;
    }
    return nullptr;
}

QString current(const CompareWindow &window)
{
    return window.tree()->currentItem() ? window.tree()->currentItem()->text(0) : QString();
}

} // namespace

/// The window of messages side by side, and the ways to it.
class tst_CompareWindow : public QObject, private LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void cleanup() { m_languages.use(QStringLiteral("en")); }
    void rows();
    void noise();
    void onlyWhatDiffers();
    void steps();
    void equalOnesAreToldAsEqual();
    void copying();
    void nothingIsMarkup();
    void inChinese();
    void coloursCanBeRead_data();
    void coloursCanBeRead();
    void aRetryByAKey();
    void oneKeyForBothMessages();
    void whatIsNotThereIsTold();
};

void tst_CompareWindow::rows()
{
    CompareWindow window(nullptr);
    window.setMessages(twoMessages(), QStringLiteral("A note."));
    const CompareTree &tree = *window.tree();
    QCOMPARE(tree.columnCount(), 4);
    QCOMPARE(tree.headerItem()->text(1), QStringLiteral("#1 REGISTER"));
    QTreeWidgetItem *const expires = row(tree, QStringLiteral("Expires"));
    QCOMPARE(expires->text(1), QStringLiteral("3600"));
    QCOMPARE(expires->text(2), QStringLiteral("60"));
    QCOMPARE(expires->text(3), QStringLiteral("\u2260 changed"));
    QCOMPARE(row(tree, QStringLiteral("X-More"))->text(1), QString());
    QCOMPARE(row(tree, QStringLiteral("X-More"))->text(3), QStringLiteral("+ added"));
    QCOMPARE(row(tree, QStringLiteral("User-Agent"))->text(3), QString());
    const QString head = window.findChild<QLabel *>()->text();
    QVERIFY2(
        head.startsWith(QStringLiteral("2 differences. 2 more in")) && head.endsWith(u"A note."), qPrintable(head));
    QCOMPARE(window.numbers(), (QList<quint64>{1, 3}));
}

void tst_CompareWindow::noise()
{
    CompareWindow window(nullptr);
    window.setMessages(twoMessages(), {});
    QCOMPARE(row(*window.tree(), QStringLiteral("branch"))->text(3), QString());
    QCOMPARE(row(*window.tree(), QStringLiteral("Via"))->text(3), QString());
    window.noise()->setChecked(true);
    QCOMPARE(row(*window.tree(), QStringLiteral("branch"))->text(3), QStringLiteral("\u2260 changed"));
    QCOMPARE(row(*window.tree(), QStringLiteral("Via"))->text(3), QStringLiteral("1 difference in it"));
    QVERIFY(row(*window.tree(), QStringLiteral("Via"))->isExpanded());
}

void tst_CompareWindow::onlyWhatDiffers()
{
    CompareWindow window(nullptr);
    window.setMessages(twoMessages(), {});
    window.only()->setChecked(true);
    QCOMPARE(window.tree()->topLevelItemCount(), 2);
    QVERIFY(!row(*window.tree(), QStringLiteral("User-Agent")));
    QCOMPARE(current(window), QStringLiteral("Expires")); // which it was before
    window.noise()->setChecked(true);
    QVERIFY(row(*window.tree(), QStringLiteral("branch")) && !row(*window.tree(), QStringLiteral("sent-by")));
}

void tst_CompareWindow::steps()
{
    CompareWindow window(nullptr);
    window.setMessages(twoMessages(), {});
    QCOMPARE(current(window), QStringLiteral("Expires")); // the first one
    window.step(1);
    QCOMPARE(current(window), QStringLiteral("X-More"));
    window.step(1);
    QCOMPARE(current(window), QStringLiteral("X-More")); // the last one
    window.step(-1);
    QCOMPARE(current(window), QStringLiteral("Expires"));
    window.noise()->setChecked(true);
    window.step(-1);
    QCOMPARE(current(window), QStringLiteral("tag"));
    window.step(-1);
    QCOMPARE(current(window), QStringLiteral("branch"));
}

void tst_CompareWindow::equalOnesAreToldAsEqual()
{
    CompareWindow window(nullptr);
    const QByteArray octets = twoMessages().constFirst().octets;
    window.setMessages({message(1, octets), message(2, octets)}, {});
    QCOMPARE(window.findChild<QLabel *>()->text(), QStringLiteral("The messages are equal, byte by byte."));
    QByteArray shorter = octets;
    shorter.replace("Via:", "v:");
    window.setMessages({message(1, octets), message(2, shorter)}, {});
    QCOMPARE(window.findChild<QLabel *>()->text(), QStringLiteral("The messages are the same in all their parts."));
}

void tst_CompareWindow::copying()
{
    CompareWindow window(nullptr);
    window.setMessages(twoMessages(), {});
    window.only()->setChecked(true);
    window.copy();
    const QString text = QApplication::clipboard()->text();
    QVERIFY2(text.startsWith(QStringLiteral("#1 10:00\n#3 10:00\n\n2 differences.")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Expires\t3600\t60\t\u2260 changed\n")));
    QVERIFY(text.contains(QStringLiteral("X-More\t\t'=1+1\t'+ added\n"))); // no formula
    QVERIFY(!text.contains(QStringLiteral("User-Agent")));
}

void tst_CompareWindow::nothingIsMarkup()
{
    CompareWindow window(nullptr);
    window.setMessages(twoMessages(), {});
    const QTreeWidgetItem *const agent = row(*window.tree(), QStringLiteral("User-Agent"));
    QCOMPARE(agent->text(1), QStringLiteral("<b>x</b>"));
    QVERIFY(agent->toolTip(1).contains(QStringLiteral("&lt;b&gt;")));
    QCOMPARE(window.findChild<QLabel *>()->textFormat(), Qt::PlainText);
}

void tst_CompareWindow::inChinese()
{
    CompareWindow window(nullptr);
    window.setMessages(twoMessages(), {});
    m_languages.use(QStringLiteral("zh_CN"));
    QCoreApplication::processEvents();
    QCOMPARE(window.windowTitle(), QStringLiteral("\u6d88\u606f\u5bf9\u6bd4"));
    QVERIFY(window.findChild<QLabel *>()->text().startsWith(QStringLiteral("2 \u5904\u4e0d\u540c")));
    QCOMPARE(row(*window.tree(), QStringLiteral("Expires"))->text(3), QStringLiteral("\u2260 \u5df2\u6539\u53d8"));
}

void tst_CompareWindow::coloursCanBeRead_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << static_cast<int>(Scheme::Light);
    QTest::newRow("dark") << static_cast<int>(Scheme::Dark);
}

/// Also behind a change of the theme while it stands there.
void tst_CompareWindow::coloursCanBeRead()
{
    QFETCH(int, scheme);
    applyScheme(scheme == static_cast<int>(Scheme::Light) ? Scheme::Dark : Scheme::Light);
    CompareWindow window(nullptr);
    window.setMessages(twoMessages(), {});
    applyScheme(static_cast<Scheme>(scheme));
    QCoreApplication::processEvents();
    int coloured = 0;
    for (QTreeWidgetItemIterator at(window.tree()); *at; ++at) {
        const QBrush brush = (*at)->foreground(2);
        if (brush.style() == Qt::NoBrush)
            continue;
        ++coloured;
        QVERIFY(gb::test::contrast(brush.color(), QApplication::palette().color(QPalette::Base)) >= 4.5);
    }
    QVERIFY(coloured >= 4);
    applyScheme(Scheme::Light);
}

void tst_CompareWindow::aRetryByAKey()
{
    const auto window = liveWindow();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    online(*window);
    auto *const flow = window->findChild<FlowPanel *>();
    auto *const comparison = window->findChild<CompareWindow *>();
    QApplication::setActiveWindow(window.get());
    flow->ladder()->setFocus();
    flow->ladder()->select(1);
    emit flow->messageSelected(1);
    QTest::keyClick(flow->ladder(), Qt::Key_R, Qt::ShiftModifier);
    QTRY_VERIFY(comparison->isVisible());
    QCOMPARE(comparison->numbers(), (QList<quint64>{1, 3}));
    QVERIFY(comparison->tree()->headerItem()->text(1).startsWith(QStringLiteral("#1 REGISTER")));
    QCOMPARE(row(*comparison->tree(), QStringLiteral("Authorization"))->text(3), QStringLiteral("+ added"));
    // And a third one
    flow->ladder()->select(2);
    emit flow->messageSelected(2);
    QApplication::setActiveWindow(window.get());
    flow->ladder()->setFocus();
    QTest::keyClick(flow->ladder(), Qt::Key_D, Qt::ShiftModifier);
    QTRY_COMPARE(comparison->numbers(), (QList<quint64>{1, 3, 2}));
    // Its own keys
    QApplication::setActiveWindow(comparison);
    comparison->tree()->setFocus();
    QTest::keyClick(comparison->tree(), Qt::Key_E);
    QVERIFY(comparison->noise()->isChecked());
    QTest::keyClick(comparison->tree(), Qt::Key_O);
    QVERIFY(comparison->only()->isChecked());
    comparison->tree()->setCurrentItem(comparison->tree()->topLevelItem(0));
    const QString first = current(*comparison);
    QTest::keyClick(comparison->tree(), Qt::Key_N);
    QVERIFY(current(*comparison) != first);
    QTest::keyClick(comparison->tree(), Qt::Key_N, Qt::ShiftModifier);
    QCOMPARE(current(*comparison), first);
}

void tst_CompareWindow::oneKeyForBothMessages()
{
    const auto window = liveWindow();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    online(*window);
    auto *const flow = window->findChild<FlowPanel *>();
    auto *const comparison = window->findChild<CompareWindow *>();
    auto *const commands = window->findChild<Commands *>();
    const auto choose = [&](quint64 number) {
        flow->ladder()->select(number);
        emit flow->messageSelected(number);
    };
    choose(2);
    commands->run(QStringLiteral("compare.with"));
    QVERIFY(!comparison->isVisible());
    const Command *const with = commands->find(QStringLiteral("compare.with"));
    QVERIFY(commands->name(*with).contains(QStringLiteral("#2 401")));
    choose(4);
    commands->run(QStringLiteral("compare.with"));
    QTRY_VERIFY(comparison->isVisible());
    QCOMPARE(comparison->numbers(), (QList<quint64>{2, 4}));
    QVERIFY(!commands->name(*with).contains(u'#'));
    comparison->close();
    choose(2); // the same one twice: nothing
    commands->run(QStringLiteral("compare.with"));
    commands->run(QStringLiteral("compare.with"));
    QVERIFY(!commands->name(*with).contains(u'#'));
    // In the list, too
    auto *const list = window->findChild<ListPanel *>();
    QVERIFY(list->view()->actions().contains(commands->action(QStringLiteral("compare.with"))));
}

void tst_CompareWindow::whatIsNotThereIsTold()
{
    const auto window = liveWindow();
    VirtualDevice device(camera(listen(*window)));
    QVERIFY(device.start());
    online(*window);
    auto *const flow = window->findChild<FlowPanel *>();
    auto *const commands = window->findChild<Commands *>();
    QVERIFY(!commands->isPossible(*commands->find(QStringLiteral("compare.device")))); // of which message?
    flow->ladder()->select(1);
    emit flow->messageSelected(1);
    commands->run(QStringLiteral("compare.device"));
    const auto bars = window->findChildren<MessageBar *>();
    QVERIFY(std::any_of(bars.begin(), bars.end(), [](const MessageBar *bar) {
        return bar->text() == QStringLiteral("The record has no message like #1 of another device.");
    }));
    QVERIFY(!window->findChild<CompareWindow *>()->isVisible());
}

QTEST_MAIN(tst_CompareWindow)
#include "tst_comparewindow.moc"
