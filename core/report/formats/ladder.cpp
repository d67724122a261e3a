#include "core/report/formats/all.h"
#include "core/report/formats/lanes.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace gb::shelf {
namespace {

constexpr int timeWidth = 14; ///< ahead of the first lane's place

/// What the lines are drawn with.
struct Strokes
{
    QChar lane, line, left, right;
    bool ascii;
};

constexpr Strokes drawn{u'\u2502', u'\u2500', u'\u25c0', u'\u25b6', false};
constexpr Strokes plain{u'|', u'-', u'<', u'>', true};

/// East Asian letters take two cells of a terminal.
int cells(QChar letter)
{
    const ushort code = letter.unicode();
    return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf)
            || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff)
            || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60)
        ? 2
        : 1;
}

/// A line of cells; what is put somewhere covers what was there.
class Line
{
public:
    void put(int at, const QString &text)
    {
        for (const QChar letter : text) {
            const int width = cells(letter);
            grow(at + width);
            m_cells[at] = letter;
            if (width == 2)
                m_cells[at + 1] = QChar(); // belongs to the letter ahead of it
            at += width;
        }
    }
    QString text() const
    {
        QString out;
        for (const QChar letter : m_cells) {
            if (!letter.isNull())
                out += letter;
        }
        while (out.endsWith(u' '))
            out.chop(1);
        return out + u'\n';
    }

private:
    void grow(int size)
    {
        while (m_cells.size() < size)
            m_cells.append(u' ');
    }
    QList<QChar> m_cells;
};

class Ladder final : public FormatWriter
{
public:
    Ladder(const Strokes &strokes, int columns)
        : m_strokes(strokes)
        , m_columns(std::clamp(columns, FormatOptions::leastColumns, FormatOptions::mostColumns))
    {
    }

    QByteArray begin(const QString &removed) override
    {
        return QByteArrayLiteral("gbscope") + (removed.isEmpty() ? QByteArray() : ' ' + removed.toUtf8()) + "\n\n";
    }
    Written take(const CleanMessage &message) override
    {
        m_lanes.take(message);
        return {{}, Lanes::quoted(message)};
    }
    QByteArray end() override
    {
        m_lanes.finish();
        QString out;
        QDate day;
        for (const Lanes::Row &row : m_lanes.rows()) {
            const auto seconds = std::chrono::floor<std::chrono::seconds>(row.at.time_since_epoch()).count();
            if (const QDate its = QDateTime::fromSecsSinceEpoch(seconds).date(); std::exchange(day, its) != its)
                out += its.toString(Qt::ISODate) + u'\n' + heads();
            out += rowText(row);
        }
        if (m_lanes.left() > 0)
            out += QStringLiteral("%1 more messages are not drawn here\n").arg(m_lanes.left());
        return out.toUtf8();
    }

private:
    /// In letters that every program shows, where that is wanted; those of names stay.
    QString inLetters(QString text) const
    {
        if (m_strokes.ascii)
            text.replace(u'\u21bb', QStringLiteral("again:"))
                .replace(u'\u2192', QStringLiteral("->"))
                .replace(u'\u00b7', u'-');
        return text;
    }
    int place(int lane) const
    {
        const auto count = std::max(2, static_cast<int>(m_lanes.names().size()));
        return timeWidth + 1 + lane * ((m_columns - timeWidth - 2) / count);
    }
    void putLanes(Line &line) const
    {
        for (int lane = 0; lane < m_lanes.names().size(); ++lane)
            line.put(place(lane), QString(m_strokes.lane));
    }
    /// One below the other where names are longer than the room between lanes.
    QString heads() const
    {
        QString out;
        for (int lane = 0; lane < m_lanes.names().size(); ++lane) {
            Line line;
            putLanes(line);
            line.put(place(lane), m_lanes.names().at(lane));
            out += line.text();
        }
        return out;
    }
    QString rowText(const Lanes::Row &row) const
    {
        Line label, arrow;
        putLanes(label);
        label.put(0, timeOfDay(row.at));
        if (row.from < 0 || row.to < 0) {
            label.put(place(0) + 2, inLetters(row.ends + QStringLiteral("  ") + row.label));
            return label.text();
        }
        putLanes(arrow);
        const int from = place(row.from), to = place(row.to), low = std::min(from, to), high = std::max(from, to);
        label.put(low + 2, inLetters(row.label));
        arrow.put(0, QStringLiteral("#%1").arg(row.number));
        if (from == to)
            arrow.put(from + 1, QString(m_strokes.left));
        else
            arrow.put(low + 1, QString(high - low - 1, m_strokes.line));
        if (from < to)
            arrow.put(high - 1, QString(m_strokes.right));
        else if (from > to)
            arrow.put(low + 1, QString(m_strokes.left));
        return label.text() + arrow.text();
    }

    const Strokes m_strokes;
    const int m_columns;
    Lanes m_lanes;
};

} // namespace

const Format ladder{"ladder", ".txt", QT_TRANSLATE_NOOP("Format", "Ladder as text \u2013 for a mail or a ticket"),
    QT_TRANSLATE_NOOP("Format", "Text"), [](const FormatOptions &options) -> std::unique_ptr<FormatWriter> {
        return std::make_unique<Ladder>(drawn, options.columns);
    }};
const Format asciiLadder{"ladder-ascii", ".txt", QT_TRANSLATE_NOOP("Format", "Ladder as ASCII text"),
    QT_TRANSLATE_NOOP("Format", "Text"), [](const FormatOptions &options) -> std::unique_ptr<FormatWriter> {
        return std::make_unique<Ladder>(plain, options.columns);
    }};

} // namespace gb::shelf
