#include "core/message/charsetchoice.h"
#include "ui/message/messageview.h"

namespace gb::ui {
namespace {

/// Characters that would move the others, or that cannot be seen.
bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator;
}

/// As C writes them: few fonts have the pictures of control characters.
QString shown(QChar c, bool lineEnds)
{
    switch (c.unicode()) {
    case u'\n': return lineEnds ? QStringLiteral("\\n\n") : QStringLiteral("\n");
    case u'\r': return lineEnds ? QStringLiteral("\\r") : QString();
    case u'\t': return lineEnds ? QStringLiteral("\\t") : QStringLiteral("\t");
    default: break;
    }
    if (c.unicode() < 0x100)
        return QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
    return QStringLiteral("\\u{%1}").arg(c.unicode(), 4, 16, QLatin1Char('0'));
}

} // namespace

QString readableText(const QByteArray &octets, bool lineEnds, std::optional<Charset> charset)
{
    qsizetype end = octets.indexOf("\r\n\r\n");
    end = end < 0 ? octets.size() : end + 4;
    // Headers first: the charset of the body is no concern of theirs
    const QString text = decodeBody(octets.left(end)).text
        + (end < octets.size() ? decodeBody(octets.mid(end), charset).text : QString());
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r' && !(i + 1 < text.size() && text[i + 1] == u'\n') && !lineEnds)
            out += QStringLiteral("\\r"); // a lone CR is no line end
        else if (isInvisible(c))
            out += shown(c, lineEnds);
        else
            out += c;
    }
    return out;
}

QString hexDump(const QByteArray &octets, int columns, bool tight)
{
    static constexpr char digits[] = "0123456789abcdef";
    const QString blank = tight ? QString() : QStringLiteral(" ");
    QString out;
    out.reserve((octets.size() / columns + 1) * (12 + 4 * columns));
    for (qsizetype at = 0; at < octets.size(); at += columns) {
        QString hex, characters;
        for (qsizetype i = at; i < at + columns; ++i) {
            if (i >= octets.size()) {
                hex += QStringLiteral("  ") + blank;
                continue;
            }
            const auto octet = static_cast<uchar>(octets[i]);
            hex += QLatin1Char(digits[octet >> 4]);
            hex += QLatin1Char(digits[octet & 15]);
            hex += blank;
            characters += octet >= 0x20 && octet < 0x7f ? QLatin1Char(octets[i]) : QLatin1Char('.');
        }
        out += QStringLiteral("%1 %2%3 %4\n").arg(at, tight ? 4 : 5, 16, QLatin1Char('0')).arg(blank, hex, characters);
    }
    return out;
}

} // namespace gb::ui
