#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "tests/support/capturewriter.h"
#include "tests/support/outcomes.h"
#include "ui/ladder/filterbar.h"
#include "ui/ladder/findbar.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/ladder/valuecolumn.h"
#include "ui/message/messagevalues.h"
#include "ui/message/messageview.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/mainwindow.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace std::chrono_literals;
using gb::test::Capture;

/// What can be done with a value in a message.
class tst_Values : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aDoubleClickHighlightsItEverywhere();
    void onlyMessagesWithIt();
    void messagesWithItAreHidden();
    void aClickFilters();
    void whatComesIsFilteredToo();
    void aColumnShowsItOfEachMessage();
    void itIsCopied();
    void theMenuNamesIt();
    void aRowOfTheTreeIsAValue();
    void hoveringTellsTheClause();
    void anotherReaderDoesNotDisturbTheMessage();

private:
    /// MESSAGEs 1, 3, 5 with SN 11, 12, 13 and their answers.
    std::unique_ptr<MainWindow> open();
    static MessageView &viewOf(MainWindow &window) { return *window.findChild<MessageView *>(); }
    static QTextEdit &textOf(MainWindow &window) { return *viewOf(window).findChild<QTextEdit *>(); }
    static FlowRows &rowsOf(MainWindow &window) { return *window.findChild<FlowPanel *>()->rows(); }
    static void run(MainWindow &window, const char *id)
    {
        auto *commands = window.findChild<Commands *>();
        commands->refresh();
        commands->run(QLatin1String(id));
    }
    /// In the middle of that text.
    static QPoint placeOf(MainWindow &window, const QString &text);
    static void put(MainWindow &window, const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    Languages m_languages;
};

void tst_Values::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_languages.use(QStringLiteral("en"));
}

std::unique_ptr<MainWindow> tst_Values::open()
{
    Capture capture;
    for (int i = 1; i <= 3; ++i) {
        const QByteArray number = QByteArray::number(i);
        const gb::test::SipText message = withXml(gb::test::request("MESSAGE", "call" + number),
            gb::test::manscdp("<Notify><CmdType>Keepalive</CmdType><SN>1" + number + "</SN><Status>"
                + (i == 2 ? "ERROR" : "OK") + "</Status></Notify>"));
        capture.say(message);
        capture.say(answer(message, "200 OK"), true);
    }
    QFile file(m_folder->filePath(QStringLiteral("a.pcap")));
    if (file.open(QIODevice::WriteOnly))
        file.write(capture.octets());
    file.close();
    auto session = std::make_unique<FileSession>(QStringList{file.fileName()}, HeartbeatPolicy{});
    const gb::test::Outcomes<outcome::Loaded> loaded(*session);
    auto window = std::make_unique<MainWindow>(*m_settings, m_languages, std::move(session));
    window->resize(1366, 740);
    window->show();
    [&] { QTRY_VERIFY(!loaded.isEmpty()); }();
    rowsOf(*window).setFolding(FlowRows::Folding::Off);
    auto *const panel = window->findChild<FlowPanel *>();
    panel->select(3);
    emit panel->messageSelected(3);
    [&] { QTRY_VERIFY(viewOf(*window).shownText().contains(QStringLiteral("<SN>12</SN>"))); }();
    return window;
}

QPoint tst_Values::placeOf(MainWindow &window, const QString &text)
{
    QTextCursor cursor = textOf(window).document()->find(text);
    cursor.setPosition((cursor.selectionStart() + cursor.selectionEnd()) / 2);
    textOf(window).setTextCursor(cursor);
    textOf(window).ensureCursorVisible();
    return textOf(window).cursorRect(cursor).center();
}

void tst_Values::put(MainWindow &window, const QString &text)
{
    placeOf(window, text);
}

void tst_Values::aDoubleClickHighlightsItEverywhere()
{
    const auto window = open();
    auto *bar = window->findChild<FindBar *>();
    QTest::mouseDClick(textOf(*window).viewport(), Qt::LeftButton, {}, placeOf(*window, QStringLiteral("ERROR")));
    QCOMPARE(textOf(*window).textCursor().selectedText(), QStringLiteral("ERROR"));
    QVERIFY(bar->isVisible());
    QTRY_COMPARE(bar->hits(), QList<quint64>{3});
    QVERIFY(!bar->isAncestorOf(window->focusWidget())); // it does not take the keyboard
    QCOMPARE(window->findChild<LadderView *>()->selectedNumber(), std::optional<quint64>(3));
    QTest::mouseDClick(textOf(*window).viewport(), Qt::LeftButton, {}, placeOf(*window, QStringLiteral("Keepalive")));
    QTRY_COMPARE(bar->hits(), (QList<quint64>{1, 3, 5}));
}

void tst_Values::onlyMessagesWithIt()
{
    const auto window = open();
    put(*window, QStringLiteral("ERROR"));
    run(*window, "value.only");
    QTRY_COMPARE(rowsOf(*window).matches(), 1);
    QCOMPARE(window->findChild<FilterBar *>()->line()->text(), QStringLiteral("ERROR"));
    emit window->findChild<FlowPanel *>()->clearFiltersRequested();
    QTRY_COMPARE(rowsOf(*window).matches(), 6);
}

void tst_Values::messagesWithItAreHidden()
{
    const auto window = open();
    put(*window, QStringLiteral("ERROR"));
    run(*window, "value.without");
    QTRY_COMPARE(rowsOf(*window).matches(), 5);
    put(*window, QStringLiteral("Keepalive")); // the message itself is hidden, and still shown
    run(*window, "value.without");
    QTRY_COMPARE(rowsOf(*window).matches(), 3);
    run(*window, "value.only"); // the other way round takes its place
    QTRY_COMPARE(rowsOf(*window).matches(), 2);
}

void tst_Values::aClickFilters()
{
    const auto window = open();
    QTest::mouseClick(
        textOf(*window).viewport(), Qt::LeftButton, Qt::AltModifier, placeOf(*window, QStringLiteral("ERROR")));
    QTRY_COMPARE(rowsOf(*window).matches(), 5);
    QCOMPARE(window->findChild<FilterBar *>()->line()->text(), QStringLiteral("not ERROR"));
    QTest::mouseClick(
        textOf(*window).viewport(), Qt::LeftButton, Qt::ControlModifier, placeOf(*window, QStringLiteral("ERROR")));
    QTRY_COMPARE(rowsOf(*window).matches(), 1);
}

void tst_Values::whatComesIsFilteredToo()
{
    auto session = std::make_unique<LiveSession>(
        HeartbeatPolicy{}, m_folder->path(), m_folder->filePath(QStringLiteral("r.pcapng")));
    const gb::test::Outcomes<outcome::Listening> listening(*session);
    session->send(wish::Listen{ServerConfig{.address = QHostAddress(QHostAddress::LocalHost), .port = 0}});
    MainWindow window(*m_settings, m_languages, std::move(session));
    window.show();
    QTRY_VERIFY(!listening.isEmpty());
    FlowFilter filter;
    filter.text = QStringLiteral("not third-one");
    window.findChild<FlowPanel *>()->setFilter(filter);
    QUdpSocket socket;
    const auto send = [&](const QByteArray &callId) {
        socket.writeDatagram("OPTIONS sip:a@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK"
                + callId + "\r\nFrom: <sip:a@b>;tag=1\r\nTo: <sip:a@b>\r\nCall-ID: " + callId
                + "\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n",
            QHostAddress::LocalHost, listening.first().endpoint.port);
    };
    const auto withText = [&] {
        for (qsizetype i = 0; i < rowsOf(window).matches(); ++i) {
            if (rowsOf(window).log().callId(rowsOf(window).entry(static_cast<quint32>(i)).callId).contains(u"third"))
                return true;
        }
        return false;
    };
    for (const char *id : {"first", "second", "third-one", "fourth"})
        send(id);
    const MessageLog &log = rowsOf(window).log();
    QTRY_VERIFY(log.count() >= 8); // with their answers
    QTRY_VERIFY(rowsOf(window).matches() == log.count() - 2 && !withText());
}

void tst_Values::aColumnShowsItOfEachMessage()
{
    const auto window = open();
    auto *panel = window->findChild<FlowPanel *>();
    QCOMPARE(panel->ladder()->ladderLayout().valueWidth(), 0);
    put(*window, QStringLiteral("ERROR"));
    run(*window, "value.column");
    QCOMPARE(panel->column()->name().text(), QStringLiteral("Status"));
    QVERIFY(panel->ladder()->ladderLayout().valueWidth() > 0);
    QTRY_COMPARE(panel->column()->value(3), QStringLiteral("ERROR"));
    QTRY_COMPARE(panel->column()->value(5), QStringLiteral("OK"));
    QCOMPARE(panel->column()->value(4), QString()); // its answer has none
    put(*window, QStringLiteral("Via: "));
    run(*window, "value.column"); // another one takes its place
    QTRY_VERIFY(panel->column()->value(4).startsWith(QStringLiteral("SIP/2.0/UDP")));
    run(*window, "flow.noColumn");
    QCOMPARE(panel->ladder()->ladderLayout().valueWidth(), 0);
}

void tst_Values::itIsCopied()
{
    const auto window = open();
    put(*window, QStringLiteral("ERROR"));
    run(*window, "value.copy");
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("ERROR"));
    QTextCursor cursor = textOf(*window).document()->find(QStringLiteral("ERR")); // a selection is the value
    textOf(*window).setTextCursor(cursor);
    run(*window, "value.copy");
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("ERR"));
}

void tst_Values::theMenuNamesIt()
{
    const auto window = open();
    const QPoint at = placeOf(*window, QStringLiteral("ERROR"));
    textOf(*window).setTextCursor(QTextCursor(textOf(*window).document()));
    QMenu *menu = nullptr;
    connect(&viewOf(*window), &MessageView::menuRequested, this, [&](const QPoint &, QMenu *one) { menu = one; });
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, textOf(*window).viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(textOf(*window).viewport(), &event);
    QVERIFY(menu);
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts << action->text();
    for (const char *text : {"Highlight \u201cERROR\u201d everywhere", "Show only messages with \u201cERROR\u201d",
             "Hide messages with \u201cERROR\u201d", "Show \u201cStatus\u201d of each message as a column",
             "Copy \u201cERROR\u201d"})
        QVERIFY2(texts.contains(QString::fromUtf8(text)), qPrintable(texts.join(u'\n')));
    menu->close();
}

void tst_Values::aRowOfTheTreeIsAValue()
{
    const auto window = open();
    viewOf(*window).setTab(MessageView::Structure);
    auto *tree = viewOf(*window).findChild<QTreeWidget *>();
    const auto choose = [tree](const char *name) {
        const auto items = tree->findItems(QLatin1String(name), Qt::MatchExactly | Qt::MatchRecursive);
        tree->setCurrentItem(items.value(0));
        return items.value(0);
    };
    const MessageValues &values = *viewOf(*window).values();
    QVERIFY(choose("Status") && values.current().text == u"ERROR" && values.current().name.text() == u"Status");
    QTest::keyClick(tree, Qt::Key_Return);
    QTRY_COMPARE(window->findChild<FindBar *>()->hits(), QList<quint64>{3});
    QTreeWidgetItem *const branch = choose("branch");
    QVERIFY(branch);
    QCOMPARE(values.current().name.text(), QStringLiteral("Via branch"));
    QVERIFY(branch->toolTip(0).contains(QStringLiteral("RFC 3261, 8.1.1.7")));
    QVERIFY(choose("SN")->toolTip(1).contains(QStringLiteral("GB/T 28181-2022, A.2.5.2")));
    viewOf(*window).setTab(MessageView::Hex); // has none
    QVERIFY(values.current().text.isEmpty());
    window->findChild<Commands *>()->refresh();
    QVERIFY(!window->findChild<Commands *>()->action(QStringLiteral("value.seek"))->isEnabled());
}

void tst_Values::hoveringTellsTheClause()
{
    const auto window = open();
    const MessageValues &values = *viewOf(*window).values();
    QCOMPARE(values.about(placeOf(*window, QStringLiteral("CSeq"))),
        (QStringList{QStringLiteral("CSeq"), QStringLiteral("counts the requests; an answer has that of its request"),
            QStringLiteral("RFC 3261, 20.16")}));
    QCOMPARE(values.about(placeOf(*window, QStringLiteral("<Status>"))).constLast(),
        QStringLiteral("GB/T 28181-2022, A.2.5.2"));
    QCOMPARE(values.about(placeOf(*window, QStringLiteral("MESSAGE sip"))).constLast(),
        QStringLiteral("RFC 3428; GB/T 28181-2022, A"));
    QVERIFY(values.about(QPoint(5, textOf(*window).viewport()->height() - 2)).isEmpty()); // below the text
}

/// A column that reads the chosen message, too, must not set it anew: whoever forced its character set keeps it.
void tst_Values::anotherReaderDoesNotDisturbTheMessage()
{
    const auto window = open();
    viewOf(*window).setCharset(Charset::Gb18030);
    put(*window, QStringLiteral("ERROR"));
    run(*window, "value.column");
    QTRY_COMPARE(window->findChild<FlowPanel *>()->column()->value(3), QStringLiteral("ERROR"));
    QCOMPARE(viewOf(*window).charset(), std::optional(Charset::Gb18030));
}

QTEST_MAIN(tst_Values)
#include "tst_values.moc"
