#include "ui/export/svgpages.h"

#include <QHash>
#include <QRegularExpression>
#include <QSize>
#include <QXmlStreamReader>

#include <algorithm>

namespace gb::ui {
namespace {

constexpr int nearby = 12;   ///< units: what is no farther apart is one row
constexpr int rowAhead = 18; ///< units of a row above its first base line

using Label = PicturePage::Label;

/// An element of a picture.
struct Piece
{
    int y = 0; ///< of its base line
    QString svg;
    QList<Label> labels;
};

int movedBy(const QXmlStreamAttributes &attributes)
{
    static const QRegularExpression moved(QStringLiteral("^translate\\(0,(\\d+)\\)$"));
    return moved.match(attributes.value(QLatin1String("transform"))).captured(1).toInt();
}

/// Where an element of page::ladderPicture() or page::heartbeatPictures() stands.
int baseOf(QStringView name, const QXmlStreamAttributes &attributes)
{
    static const QRegularExpression start(QStringLiteral("^M\\d+ (\\d+)"));
    if (name == u"path")
        return start.match(attributes.value(QLatin1String("d"))).captured(1).toInt();
    if (name == u"g")
        return movedBy(attributes);
    const int y = attributes.value(QLatin1String("y")).toInt();
    return name == u"rect" ? y + attributes.value(QLatin1String("height")).toInt() : y;
}

/// Of text, by the classes of a style.
QHash<QString, QColor> coloursOf(const QString &style)
{
    static const QRegularExpression colour(QStringLiteral("\\.(\\w+)\\{(?:[^}]*;)?fill:(#[0-9a-f]+)"));
    QHash<QString, QColor> colours;
    for (auto it = colour.globalMatch(style); it.hasNext();) {
        const QRegularExpressionMatch one = it.next();
        colours.insert(one.captured(1), QColor(one.captured(2)));
    }
    return colours;
}

class Cutter
{
public:
    Cutter(const QString &picture, const PageShape &shape)
        : m_shape(shape)
    {
        read(picture);
    }

    QList<PicturePage> pages() const
    {
        QList<PicturePage> out;
        if (m_size.isEmpty()) // it cannot be read
            return out;
        for (qsizetype at = 0; at < m_rows.size();) {
            const qsizetype end = endOf(at);
            out.append(page(at, end));
            at = end;
        }
        if (out.isEmpty()) // with nothing in it
            out.append(page(0, 0));
        return out;
    }

private:
    void read(const QString &picture)
    {
        QXmlStreamReader reader(picture);
        reader.setNamespaceProcessing(false);
        if (reader.readNextStartElement())
            m_size = {reader.attributes().value(QLatin1String("width")).toInt(),
                reader.attributes().value(QLatin1String("height")).toInt()};
        while (reader.readNextStartElement())
            readElement(reader);
        if (reader.hasError())
            m_size = {};
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const Piece &a, const Piece &b) { return a.y < b.y; });
    }
    void readElement(QXmlStreamReader &reader)
    {
        const QString name = reader.name().toString();
        Piece piece{baseOf(name, reader.attributes()), {}, {}};
        const int moved = name == u"g" ? piece.y : 0;
        QXmlStreamWriter writer(&piece.svg);
        int depth = 0;
        do {
            if (reader.isStartElement() && reader.name() == u"text") {
                piece.labels.append(readLabel(reader, moved));
                continue;
            }
            writer.writeCurrentToken(reader);
            depth += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
        } while (depth > 0 && reader.readNext() != QXmlStreamReader::Invalid);
        take(name, piece);
    }
    Label readLabel(QXmlStreamReader &reader, int moved) const
    {
        const QXmlStreamAttributes attributes = reader.attributes();
        const QStringView anchor = attributes.value(QLatin1String("text-anchor"));
        return {attributes.value(QLatin1String("x")).toInt(), moved + attributes.value(QLatin1String("y")).toInt(),
            anchor == u"middle"    ? Label::Anchor::Middle
                : anchor == u"end" ? Label::Anchor::End
                                   : Label::Anchor::Start,
            m_colours.value(attributes.value(QLatin1String("class")).toString(), Qt::black), reader.readElementText()};
    }
    void take(QStringView name, const Piece &piece)
    {
        if (name == u"style") {
            m_style = piece.svg;
            m_colours = coloursOf(piece.svg);
        } else if (piece.y > m_shape.head) {
            m_rows.append(piece);
        } else if (piece.y > 0) { // else it is the paper
            m_head.svg += piece.svg;
            m_head.labels += piece.labels;
        }
    }
    /// Behind the last row that still fits; one at least.
    qsizetype endOf(qsizetype at) const
    {
        const int limit = m_rows.at(at).y + m_shape.most - m_shape.head - rowAhead - m_shape.below;
        qsizetype row = at;
        for (qsizetype i = at + 1; i <= m_rows.size(); ++i) {
            if (i < m_rows.size() && m_rows.at(i).y - m_rows.at(i - 1).y <= nearby)
                continue;
            if (row > at && m_rows.at(i - 1).y > limit)
                return row;
            row = i;
        }
        return m_rows.size();
    }
    PicturePage page(qsizetype from, qsizetype to) const
    {
        const int top = from == 0 ? 0 : m_rows.at(from).y - rowAhead - m_shape.head;
        const int bottom = to >= m_rows.size() ? m_size.height() : m_rows.at(to - 1).y + m_shape.below;
        PicturePage out;
        out.labels = m_head.labels;
        QString rows;
        for (qsizetype i = from; i < to; ++i) {
            rows += m_rows.at(i).svg;
            for (Label label : m_rows.at(i).labels) {
                label.y -= top;
                out.labels.append(label);
            }
        }
        out.svg = QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 %1 %2 %3\" width=\"%2\" "
                                 "height=\"%3\">%4<g transform=\"translate(0,%1)\">%5</g>%6</svg>")
                      .arg(top)
                      .arg(m_size.width())
                      .arg(std::max(1, bottom - top))
                      .arg(m_style, m_head.svg, rows)
                      .toUtf8();
        return out;
    }

    const PageShape m_shape;
    QSize m_size;
    QString m_style;
    QHash<QString, QColor> m_colours;
    Piece m_head;
    QList<Piece> m_rows;
};

} // namespace

QList<PicturePage> pagesOf(const QByteArray &picture, const PageShape &shape)
{
    return Cutter(QString::fromUtf8(picture), shape).pages();
}

} // namespace gb::ui
