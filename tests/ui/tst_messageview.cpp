#include "ui/message/messageview.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextEdit>
#include <QTextLayout>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

using namespace gb;
using namespace gb::ui;

class tst_MessageView : public QObject
{
    Q_OBJECT
private slots:
    void textInItsRealCharset_data();
    void textInItsRealCharset();
    void lineEndsOnDemand();
    void nothingMovesTheText();
    void hexShowsEveryOctet();
    void hexHasItsCharactersWhereverItStands();
    void longLinesHangOnTheirNames();
    void theBodyIsATreeWithMeanings();
    void theCharsetIsToldAndCanBeForced();
    void whatIsAsideSaysSo();
    void faultsAreNamed();
    void longMessagesAreCut();
    void markupStaysText();
};

static const QByteArray head = "MESSAGE sip:a@b SIP/2.0\r\nContent-Type: Application/MANSCDP+xml\r\n\r\n";

static MessageSummary summaryOf(const QByteArray &octets)
{
    MessageSummary summary;
    summary.number = 7;
    summary.kind = SipKind::Request;
    summary.methodText = QStringLiteral("MESSAGE");
    summary.octets = static_cast<quint32>(octets.size());
    return summary;
}

static void show(MessageView &view, const QByteArray &octets)
{
    Datagram datagram;
    datagram.octets = octets;
    view.setMessage(summaryOf(octets), datagram);
}

void tst_MessageView::textInItsRealCharset_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray utf8 = "\xe6\x91\x84\xe5\x83\x8f\xe6\x9c\xba", gb = "\xc9\xe3\xcf\xf1\xbb\xfa";
    QTest::newRow("GB2312") << "<?xml version=\"1.0\" encoding=\"GB2312\"?><Name>" + gb + "</Name>";
    QTest::newRow("UTF-8 declared as GB2312") << "<?xml version=\"1.0\" encoding=\"GB2312\"?><Name>" + utf8 + "</Name>";
    QTest::newRow("GB2312 declared as UTF-8") << "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Name>" + gb + "</Name>";
}

void tst_MessageView::textInItsRealCharset()
{
    QFETCH(const QByteArray, body);
    MessageView view;
    show(view, head + body);
    QVERIFY2(
        view.shownText().contains(QStringLiteral("<Name>\u6444\u50cf\u673a</Name>")), qPrintable(view.shownText()));
}

void tst_MessageView::lineEndsOnDemand()
{
    MessageView view;
    show(view, "A\r\nB\nC\rD");
    QCOMPARE(view.shownText(), QStringLiteral("A\nB\nC\\rD")); // a lone CR is told in any case
    view.showLineEnds(true);
    QCOMPARE(view.shownText(), QStringLiteral("A\\r\\n\nB\\n\nC\\rD"));
}

void tst_MessageView::nothingMovesTheText()
{
    MessageView view;
    show(view, QByteArray("User-Agent: \x1b[2J\x07 \xe2\x80\xae gnp.exe") + '\0' + "end");
    const QString text = view.shownText();
    QVERIFY(text.contains(QStringLiteral("\\x1b[2J\\x07")));
    QVERIFY(text.contains(QStringLiteral("\\u{202e}")));
    QVERIFY(text.contains(QStringLiteral("\\x00end")));
    for (const QChar c : text)
        QVERIFY(c == u'\n' || (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format));
}

void tst_MessageView::hexShowsEveryOctet()
{
    MessageView view;
    QByteArray all(256, Qt::Uninitialized);
    for (int i = 0; i < 256; ++i)
        all[i] = static_cast<char>(i);
    show(view, all);
    view.resize(900, 400);
    view.show();
    view.showHex(true);
    const QStringList lines = view.shownText().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 16);
    QCOMPARE(lines.at(4), QStringLiteral("00040  40 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f  @ABCDEFGHIJKLMNO"));
}

/// 16 bytes a row, 8 where the pane is narrow, closer together where it is narrower still: the characters stay in
/// sight.
void tst_MessageView::hexHasItsCharactersWhereverItStands()
{
    MessageView view;
    show(view, QByteArray("REGISTER sip:3402 SIP/2.0\r\n"));
    view.showHex(true);
    view.show();
    const int digit = QFontMetrics(monospace()).horizontalAdvance(u'0');
    const std::pair<int, const char *> widths[] = {
        {90, "00000  52 45 47 49 53 54 45 52 20 73 69 70 3a 33 34 30  REGISTER sip:340"},
        {50, "00000  52 45 47 49 53 54 45 52  REGISTER"}, {36, "0000 5245474953544552 REGISTER"}};
    for (const auto &[letters, line] : widths) {
        view.resize(letters * digit, 300);
        QTRY_COMPARE(view.shownText().section(u'\n', 0, 0), QLatin1String(line));
        const auto *text = view.findChild<QTextEdit *>();
        QVERIFY(text->horizontalScrollBar()->maximum() == 0);
    }
}

void tst_MessageView::longLinesHangOnTheirNames()
{
    MessageView view;
    show(view, "REGISTER sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP " + QByteArray(300, 'x') + "\r\nTo: a\r\n\r\n");
    view.resize(300, 300);
    view.show();
    const auto *text = view.findChild<QTextEdit *>();
    const QTextBlock via = text->document()->findBlockByNumber(1);
    QVERIFY(via.text().startsWith(QStringLiteral("Via: ")));
    QTRY_VERIFY(via.layout()->lineCount() > 3);
    QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
    QVERIFY(via.layout()->lineAt(1).x() > via.layout()->lineAt(0).x() + 10);
    view.copy(); // what is copied has no other line ends than the message
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 4);
}

void tst_MessageView::theBodyIsATreeWithMeanings()
{
    MessageView view;
    show(view,
        "MESSAGE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\nFrom: <sip:c@d>;tag=1\r\nTo: "
        "<sip:a@b>\r\nCall-ID: 1\r\nCSeq: 1 MESSAGE\r\nMax-Forwards: 70\r\nContent-Type: "
        "Application/MANSCDP+xml\r\nContent-Length: 67\r\n\r\n"
        "<Notify><CmdType>Keepalive</CmdType><SN>5</SN><Status/><Q/></Notify>");
    view.setTab(MessageView::Structure);
    const auto *tree = view.findChild<QTreeWidget *>();
    QCOMPARE(tree->textElideMode(), Qt::ElideMiddle); // IDs differ at their ends
    const auto find = [tree](const char *name) {
        const auto found = tree->findItems(QLatin1String(name), Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QStringList{} : QStringList{found.constFirst()->text(1), found.constFirst()->text(2)};
    };
    QCOMPARE(
        find("Max-Forwards"), (QStringList{QStringLiteral("70"), QStringLiteral("how many more hops are allowed")}));
    QCOMPARE(find("CmdType"), (QStringList{QStringLiteral("Keepalive"), QStringLiteral("what it is about")}));
    QCOMPARE(find("SN").constFirst(), QStringLiteral("5"));
    QCOMPARE(find("Q").constLast(), QString());
    const auto notify = tree->findItems(QStringLiteral("Notify"), Qt::MatchExactly | Qt::MatchRecursive);
    QVERIFY(notify.constFirst()->isExpanded() && notify.constFirst()->parent()->isExpanded());
}

void tst_MessageView::theCharsetIsToldAndCanBeForced()
{
    MessageView view;
    show(view,
        "MESSAGE sip:a@b SIP/2.0\r\nContent-Type: Application/MANSCDP+xml\r\n\r\n<?xml version=\"1.0\" "
        "encoding=\"UTF-8\"?><Name>\xc9\xe3\xcf\xf1\xbb\xfa</Name>");
    QToolButton *charset = nullptr;
    for (QToolButton *button : view.findChildren<QToolButton *>()) {
        if (button->accessibleName() == QStringLiteral("Character set"))
            charset = button;
    }
    QVERIFY(charset);
    QCOMPARE(charset->text(), QStringLiteral("\u26a0 GB 18030"));
    QVERIFY(charset->toolTip().contains(QStringLiteral("The body says: UTF-8"))
        && charset->toolTip().contains(QStringLiteral("Read as GB 18030, as its bytes show")));
    view.setCharset(Charset::Utf8);
    QVERIFY(!view.shownText().contains(QStringLiteral("\u6444\u50cf\u673a")));
    QVERIFY(charset->toolTip().contains(QStringLiteral("Read as UTF-8, as you chose")));
    view.setCharset({});
    QVERIFY(view.shownText().contains(QStringLiteral("\u6444\u50cf\u673a")));
    view.setCharset(Charset::Utf8);
    show(view, head + "<Name/>"); // another message is read by itself
    QVERIFY(!view.charset());
}

void tst_MessageView::whatIsAsideSaysSo()
{
    MessageView view;
    show(view, head);
    view.show();
    auto *button = view.findChild<QPushButton *>();
    QVERIFY(!button->isVisible());
    view.setAside(QStringLiteral("It is of another device."), QStringLiteral("Show it"));
    QVERIFY(button->isVisible());
    view.setAside({}, {});
    QVERIFY(!button->isVisible());
}

void tst_MessageView::faultsAreNamed()
{
    MessageView view;
    MessageSummary summary = summaryOf("x");
    summary.faults = 1U << static_cast<unsigned>(HeadFault::BodyShort);
    summary.repeatOf = 3;
    summary.copy = {.kind = RepeatKind::Retransmission,
        .timer = SipTimer::E,
        .copy = 2,
        .came = std::chrono::milliseconds(510),
        .due = std::chrono::milliseconds(500)};
    view.setMessage(summary, {});
    QStringList texts;
    for (const QLabel *label : view.findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.join(u'\n').contains(QStringLiteral("body shorter than Content-Length")));
    QVERIFY(texts.join(u'\n').contains(QStringLiteral("A copy of #3: timer E: due after 0.500 s, came after 0.510 s")));
    QVERIFY(view.shownText().contains(QStringLiteral("not in the record")));
}

void tst_MessageView::longMessagesAreCut()
{
    MessageView view;
    show(view, QByteArray(200'000, 'a'));
    QVERIFY(view.shownText().size() < MessageView::maxShown + 100);
    QVERIFY(view.shownText().contains(QStringLiteral("134464")));
}

void tst_MessageView::markupStaysText()
{
    MessageView view;
    MessageSummary summary = summaryOf("x");
    summary.methodText = QStringLiteral("<b>BOLD</b>");
    view.setMessage(summary, {});
    for (const QLabel *label : view.findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
}

QTEST_MAIN(tst_MessageView)
#include "tst_messageview.moc"
