#include "ui/client/freeeditor.h"
#include "ui/message/messagehighlighter.h"
#include "ui/widgets/theme.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using Role = MessageSpan::Role;

/// What of a message is shown how, in the message's pane and while one is edited.
class tst_MessageHighlighter : public QObject
{
    Q_OBJECT
private slots:
    void spansByRole_data();
    void spansByRole();
    void aMessageByItsLines();
    void whatIsTypedChangesWhatFollows();
    void theEditorIsHighlighted();
    void hostileLines_data();
    void hostileLines();
    void whatIsLookedForIsMarked();
};

/// "accent 0+5|muted 9+3", or "bold 0+20"; empty where all is plain.
static QString shown(const QTextBlock &block)
{
    QStringList parts;
    for (const QTextLayout::FormatRange &one : block.layout()->formats()) {
        const QColor ink = one.format.foreground().color();
        const QString name = one.format.fontWeight() == QFont::Bold ? QStringLiteral("bold")
            : one.format.hasProperty(QTextFormat::BackgroundBrush)  ? QStringLiteral("wanted")
            : ink == colours().accent                               ? QStringLiteral("accent")
            : ink == colours().muted                                ? QStringLiteral("muted")
                                                                    : QStringLiteral("other");
        parts.append(QStringLiteral("%1 %2+%3").arg(name).arg(one.start).arg(one.length));
    }
    return parts.join(u'|');
}

static QStringList shown(const QTextDocument &document)
{
    QStringList lines;
    for (QTextBlock one = document.firstBlock(); one.isValid(); one = one.next())
        lines.append(shown(one));
    return lines;
}

void tst_MessageHighlighter::spansByRole_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isFirst");
    QTest::addColumn<bool>("isBody");
    QTest::addColumn<QList<MessageSpan>>("spans");
    const auto row = [](const char *name, const char *line, bool isFirst, bool isBody, QList<MessageSpan> spans) {
        QTest::newRow(name) << QString::fromUtf8(line) << isFirst << isBody << spans;
    };
    row("start line", "MESSAGE sip:1@a SIP/2.0", true, false, {{Role::StartLine, 0, 23}});
    row("nothing at the start", "", true, false, {});
    row("a header", "Via: SIP/2.0/UDP a:5060", false, false, {{Role::HeaderName, 0, 4}});
    row("a compact one with blanks", "v : SIP/2.0/UDP a", false, false, {{Role::HeaderName, 0, 3}});
    row("folded", " ;branch=a:b", false, false, {});
    row("no name", ": a", false, false, {});
    row("no colon", "Via", false, false, {});
    row("no line", "", false, false, {});
    row("tags", "<SN>17</SN>", false, true, {{Role::Tag, 0, 4}, {Role::Tag, 6, 5}});
    row("with attributes", "a<DeviceList Num=\"1\">", false, true, {{Role::Tag, 1, 20}});
    row("not closed", "b<SN", false, true, {{Role::Tag, 1, 3}});
    row("opened twice", "<a <b>c", false, true, {{Role::Tag, 0, 6}});
    row("closed twice", "<a>>b<c>", false, true, {{Role::Tag, 0, 3}, {Role::Tag, 5, 3}});
    row("sdp", "c=IN IP4 10.0.0.1", false, true, {});
    row("a header's look in a body", "Via: a", false, true, {});
    row("a tag's look in a header", "From: <sip:a@b>", false, false, {{Role::HeaderName, 0, 5}});
}

void tst_MessageHighlighter::spansByRole()
{
    QFETCH(const QString, line);
    QFETCH(const bool, isFirst);
    QFETCH(const bool, isBody);
    QFETCH(const QList<MessageSpan>, spans);
    const QList<MessageSpan> found = messageSpans(line, isFirst, isBody);
    QCOMPARE(found.size(), spans.size());
    for (qsizetype i = 0; i < spans.size(); ++i)
        QVERIFY2(found[i] == spans[i], qPrintable(QString::number(i)));
}

void tst_MessageHighlighter::aMessageByItsLines()
{
    QTextDocument document;
    MessageHighlighter highlighter(&document);
    document.setPlainText(
        QStringLiteral("MESSAGE sip:1@a SIP/2.0\nTo: <sip:1@a>\n folded: x\n\n<Query>\n<SN>1</SN>\nTo: x"));
    highlighter.rehighlight();
    QCOMPARE(shown(document).join(u'/'), QStringLiteral("bold 0+23/accent 0+3///muted 0+7/muted 0+4|muted 5+5/"));
    document.setPlainText(QStringLiteral("SIP/2.0 200 OK\\r\\n\nVia: a\\r\\n\n\\r\\n\n<a>")); // line ends shown
    highlighter.rehighlight();
    QCOMPARE(shown(document).join(u'/'), QStringLiteral("bold 0+18/accent 0+4//muted 0+3"));
}

/// An empty line that comes, or goes, makes a body of what follows, or headers.
void tst_MessageHighlighter::whatIsTypedChangesWhatFollows()
{
    QTextDocument document;
    MessageHighlighter highlighter(&document);
    document.documentLayout();         // without one a document tells of no change
    QCoreApplication::processEvents(); // from here on it follows each change
    document.setPlainText(QStringLiteral("A\nVia: a\nb: <c>\nd: <e>"));
    QCOMPARE(shown(document).join(u'/'), QStringLiteral("bold 0+1/accent 0+4/accent 0+2/accent 0+2"));
    QTextCursor cursor(document.findBlockByNumber(1));
    cursor.movePosition(QTextCursor::EndOfBlock);
    cursor.insertText(QStringLiteral("\n"));
    QCOMPARE(shown(document).join(u'/'), QStringLiteral("bold 0+1/accent 0+4//muted 3+3/muted 3+3"));
    cursor.deletePreviousChar();
    QCOMPARE(shown(document).join(u'/'), QStringLiteral("bold 0+1/accent 0+4/accent 0+2/accent 0+2"));
}

void tst_MessageHighlighter::theEditorIsHighlighted()
{
    FreeEditor editor;
    editor.setText(QStringLiteral("MESSAGE sip:1@a SIP/2.0\r\nVia: a\r\n\r\n<SN>1</SN>"));
    QCoreApplication::processEvents(); // what was there from the beginning is looked at later
    const QTextDocument &document = *editor.findChild<QPlainTextEdit *>()->document();
    QCOMPARE(shown(document).join(u'/'), QStringLiteral("bold 0+23/accent 0+4//muted 0+4|muted 5+5"));
}

void tst_MessageHighlighter::hostileLines_data()
{
    QTest::addColumn<QString>("line");
    constexpr int many = 65'000;
    QTest::newRow("opened without end") << QString(many, u'<');
    QTest::newRow("opened, and closed at the end") << QString(many, u'<') + u'>';
    QTest::newRow("closed only") << QString(many, u'>');
    QTest::newRow("empty tags") << QStringLiteral("<>").repeated(many / 2);
    QTest::newRow("colons") << QString(many, u':');
    QTest::newRow("blanks") << QString(many, u' ');
    QTest::newRow("nulls") << QString(many, QChar(0));
    QTest::newRow("halves of letters") << QString(many, QChar(0xd800));
    QTest::newRow("from right to left") << QString(many / 2, QChar(0x202e)) + QString(many / 2, u'<') + u'>';
}

/// What is done for a line is as its size: no letter is in two parts. Without that a line of 65,000 '<' and one '>'
/// takes two thousand million steps.
void tst_MessageHighlighter::hostileLines()
{
    QFETCH(const QString, line);
    for (const bool isFirst : {false, true}) {
        for (const bool isBody : {false, true}) {
            qsizetype behind = 0;
            for (const MessageSpan &one : messageSpans(line, isFirst, isBody)) {
                QVERIFY(one.from >= behind && one.size > 0);
                behind = one.from + one.size;
            }
            QVERIFY(behind <= line.size());
        }
    }
    QTextDocument document;
    MessageHighlighter highlighter(&document);
    document.setPlainText(QStringLiteral("A\n\n") + line);
    highlighter.rehighlight();
    QCOMPARE(document.lastBlock().text().size(), line.size());
}

void tst_MessageHighlighter::whatIsLookedForIsMarked()
{
    QTextDocument document;
    MessageHighlighter highlighter(&document);
    document.setPlainText(QStringLiteral("A\n\n<b>aab"));
    highlighter.setWanted(QStringLiteral("AB"));
    highlighter.rehighlight();
    QCOMPARE(shown(document.lastBlock()), QStringLiteral("muted 0+3|wanted 4+2"));
    highlighter.setWanted({});
    highlighter.rehighlight();
    QCOMPARE(shown(document.lastBlock()), QStringLiteral("muted 0+3"));
}

QTEST_MAIN(tst_MessageHighlighter)
#include "tst_messagehighlighter.moc"
