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

QList<MessageSpan> messageSpans(QStringView line, bool isFirst, bool isBody)
{
    using Role = MessageSpan::Role;
    if (isFirst)
        return line.isEmpty() ? QList<MessageSpan>() : QList<MessageSpan>{{Role::StartLine, 0, line.size()}};
    QList<MessageSpan> spans;
    if (!isBody) {
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0 && !line.front().isSpace())
            spans.append({Role::HeaderName, 0, colon + 1});
        return spans;
    }
    // Text between tags stays as it is
    for (qsizetype open = line.indexOf(u'<'); open >= 0;) {
        const qsizetype close = line.indexOf(u'>', open), end = close < 0 ? line.size() : close + 1;
        spans.append({Role::Tag, open, end - open});
        open = line.indexOf(u'<', end);
    }
    return spans;
}

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
    const bool isFirst = currentBlock().blockNumber() == 0, isBehind = !isFirst && previousBlockState() == Body;
    setCurrentBlockState(isBehind || (!isFirst && isEmptyLine(text)) ? Body : Headers);
    QTextCharFormat bold;
    bold.setFontWeight(QFont::Bold);
    for (const MessageSpan &one : messageSpans(text, isFirst, isBehind)) {
        const int from = static_cast<int>(one.from), size = static_cast<int>(one.size);
        switch (one.role) {
        case MessageSpan::Role::StartLine: setFormat(from, size, bold); break;
        case MessageSpan::Role::HeaderName: setFormat(from, size, colours().accent); break;
        case MessageSpan::Role::Tag: setFormat(from, size, colours().muted); break;
        }
    }
}

} // namespace gb::ui
