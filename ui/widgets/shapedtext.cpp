#include "ui/widgets/shapedtext.h"

#include <QCache>
#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStaticText>

#include <algorithm>
#include <memory>
#include <vector>

namespace gb::ui::shaped {
namespace {

constexpr int linesOfAFont = 1000, mostFonts = 8;
constexpr qsizetype longest = 200; ///< letters; a longer one is not remembered

struct Line
{
    QStaticText text;
    qreal width = 0;
};

struct FontLines
{
    QFont font;
    QCache<QString, Line> lines{linesOfAFont};
};

/// Glyphs must not outlive the fonts of the application.
std::vector<std::unique_ptr<FontLines>> &fonts()
{
    static std::vector<std::unique_ptr<FontLines>> all;
    static const bool registered = [] {
        qAddPostRoutine([] { fonts().clear(); });
        return true;
    }();
    Q_UNUSED(registered)
    return all;
}

FontLines &linesOf(const QFont &font)
{
    auto &all = fonts();
    const auto known = std::find_if(all.begin(), all.end(), [&font](const auto &one) { return one->font == font; });
    if (known != all.end())
        return **known;
    if (all.size() >= mostFonts)
        all.clear(); // another size or language was chosen again and again
    all.push_back(std::make_unique<FontLines>());
    all.back()->font = font;
    return *all.back();
}

QString oneLine(QString text)
{
    for (QChar &one : text) {
        if (one == u'\n' || one == u'\r' || one == QChar::LineSeparator || one == QChar::ParagraphSeparator)
            one = u' ';
    }
    return text;
}

const Line &lineOf(const QString &text, const QFont &font)
{
    QCache<QString, Line> &lines = linesOf(font).lines;
    if (const Line *const known = lines.object(text))
        return *known;
    auto *const line = new Line{.text = QStaticText(oneLine(text))};
    line->text.setTextFormat(Qt::PlainText);
    line->text.prepare(QTransform(), font);
    line->width = text.endsWith(u' ') // which it leaves out
        ? QFontMetricsF(font).horizontalAdvance(text)
        : line->text.size().width();
    lines.insert(text, line);
    return *line;
}

} // namespace

int width(const QString &text, const QFont &font)
{
    return text.size() > longest ? QFontMetrics(font).horizontalAdvance(text) : qRound(lineOf(text, font).width);
}

QString fitted(const QString &text, const QFont &font, int room, Qt::TextElideMode elide)
{
    return width(text, font) <= room ? text : QFontMetrics(font).elidedText(text, elide, room);
}

void draw(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    if (text.isEmpty())
        return;
    if (text.size() > longest)
        return painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, text);
    const Line &line = lineOf(text, painter.font());
    const int height = painter.fontMetrics().height();
    const qreal spare = rect.width() - line.width;
    const qreal x = alignment & Qt::AlignRight ? spare : alignment & Qt::AlignHCenter ? spare / 2 : 0;
    const qreal y = alignment & Qt::AlignVCenter ? (rect.height() - height) / 2.0 : 0;
    const bool cut = spare < 0 || height > rect.height();
    if (cut) {
        painter.save();
        painter.setClipRect(rect, Qt::IntersectClip);
    }
    painter.drawStaticText(QPointF(rect.topLeft()) + QPointF(x, y), line.text);
    if (cut)
        painter.restore();
}

} // namespace gb::ui::shaped
