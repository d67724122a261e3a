#include "ui/message/messagehighlighter.h"

#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QPalette>
#include <QTextBlock>
#include <QTextDocument>

namespace gb::ui {
namespace {

enum State { Headers = 0, Body = 1 };

/// As it is shown: with its line end where that is wanted.
bool isEmptyLine(const QString &text)
{
    const QString plain = text.trimmed();
    return plain.isEmpty() || plain == u"\\r\\n" || plain == u"\\n";
}

} // namespace

/// By the text: the states of a document that was just filled are set later.
bool MessageHighlighter::isBody(const QTextBlock &block)
{
    QTextBlock one = block.document()->firstBlock();
    while (one.isValid() && one != block && !isEmptyLine(one.text()))
        one = one.next();
    return one.isValid() && one != block;
}

void MessageHighlighter::highlightBlock(const QString &text)
{
    highlightWords(text);
    if (!m_wanted.isEmpty())
        highlightWanted(text);
}

void MessageHighlighter::highlightWanted(const QString &text)
{
    QTextCharFormat format;
    format.setBackground(colours().late);
    format.setForeground(QGuiApplication::palette().base());
    for (qsizetype at = text.indexOf(m_wanted, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(m_wanted, at + m_wanted.size(), Qt::CaseInsensitive))
        setFormat(static_cast<int>(at), static_cast<int>(m_wanted.size()), format);
}

void MessageHighlighter::highlightWords(const QString &text)
{
    const int state = std::max(0, previousBlockState());
    if (currentBlock().blockNumber() == 0) {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        setFormat(0, static_cast<int>(text.size()), format);
        setCurrentBlockState(Headers);
        return;
    }
    setCurrentBlockState(state == Body || isEmptyLine(text) ? Body : Headers);
    if (state == Headers) {
        const qsizetype colon = text.indexOf(u':');
        if (colon > 0 && !text.front().isSpace())
            setFormat(0, static_cast<int>(colon) + 1, colours().accent);
        return;
    }
    // Tags of a line; text between them stays as it is
    for (qsizetype open = text.indexOf(u'<'); open >= 0; open = text.indexOf(u'<', open + 1)) {
        const qsizetype close = text.indexOf(u'>', open);
        setFormat(
            static_cast<int>(open), static_cast<int>((close < 0 ? text.size() : close + 1) - open), colours().muted);
        if (close < 0)
            break;
    }
}

} // namespace gb::ui
