#include "ui/message/messageview.h"

#include <QLabel>
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
    view.showHex(true);
    const QStringList lines = view.shownText().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 16);
    QCOMPARE(lines.at(4), QStringLiteral("00040  40 41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f  @ABCDEFGHIJKLMNO"));
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
