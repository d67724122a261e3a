#include "core/report/formats/lanes.h"
#include "core/report/page/svg.h"
#include "core/report/words/pagewords.h"
#include "core/report/words/shownclock.h"

#include <QDateTime>

namespace gb::page {
namespace {

constexpr int timeWidth = 118, laneGap = 290, headHeight = 26, rowHeight = 30, gapHeight = 24;

class LadderPicture
{
public:
    explicit LadderPicture(const DeviceReport &report)
        : m_report(report)
    {
        for (const ShownMessage &one : report.messages)
            m_lanes.take({.datagram = one.datagram, .summary = one.summary});
        m_lanes.finish();
    }

    QString draw()
    {
        m_y = headHeight;
        QString rows;
        for (qsizetype i = 0; i < m_report.messages.size(); ++i) {
            const ShownMessage &message = m_report.messages.at(i);
            rows += gap(message.leftOutAhead); // each moves on
            rows += row(message, m_lanes.rows().at(i));
        }
        rows += gap(m_report.leftOutBehind);
        const int width = timeWidth + laneGap * std::max(1, lanes() - 1) + 130;
        return QStringLiteral("<svg viewBox=\"0 0 %1 %2\" width=\"%1\" role=\"img\" aria-label=\"%3\">")
                   .arg(width)
                   .arg(m_y + 8)
                   .arg(escaped(wording::page::word(wording::page::Word::MessageFlow)))
            + heads() + rows + QStringLiteral("</svg>");
    }

private:
    int lanes() const { return static_cast<int>(m_lanes.names().size()); }
    static int place(int lane) { return timeWidth + 50 + lane * laneGap; }
    static QString text(int x, int y, const QString &what, const char *kind, const char *anchor = "start")
    {
        return QStringLiteral("<text x=\"%1\" y=\"%2\" class=\"%3\" text-anchor=\"%4\">%5</text>")
            .arg(x)
            .arg(y)
            .arg(QLatin1String(kind), QLatin1String(anchor), escaped(what, 80));
    }
    QString heads() const
    {
        const QString day = wording::shownTime(m_report.messages.constFirst().summary.at).date().toString(Qt::ISODate);
        QString out = text(0, 16, day, "muted");
        for (int lane = 0; lane < lanes(); ++lane)
            out += text(place(lane), 16, m_lanes.names().at(lane), "text", "middle")
                + QStringLiteral("<path class=\"soft\" d=\"M%1 %2V%3\"/>")
                      .arg(place(lane))
                      .arg(headHeight - 4)
                      .arg(m_y + 4);
        return out;
    }
    QString gap(quint64 count)
    {
        if (count == 0)
            return {};
        m_y += gapHeight;
        return text(timeWidth + 60, m_y - 8, wording::page::notShown(count), "muted");
    }
    QString row(const ShownMessage &message, const shelf::Lanes::Row &row)
    {
        m_y += rowHeight;
        const int y = m_y - 6;
        QString out;
        if (message.proof)
            out += QStringLiteral("<rect class=\"proof\" x=\"0\" y=\"%1\" width=\"100%\" height=\"%2\"/>")
                       .arg(m_y - rowHeight + 2)
                       .arg(rowHeight);
        out += text(0, y, wording::exactClock(message.summary.at), "muted");
        if (row.from < 0 || row.to < 0)
            return out + text(timeWidth + 60, y, row.ends + QStringLiteral("  ") + row.label, "text");
        const bool right = row.from <= row.to;
        const int from = place(row.from), to = row.from == row.to ? from + 40 : place(row.to);
        const bool bad = message.summary.status >= 300;
        out += QStringLiteral("<path class=\"%1\" d=\"M%2 %3H%4m%5 -4l%6 4l%5 4\"/>")
                   .arg(bad ? QStringLiteral("bad") : QStringLiteral("line"))
                   .arg(from)
                   .arg(y)
                   .arg(to)
                   .arg(right ? -7 : 7)
                   .arg(right ? 7 : -7);
        return out
            + text(std::min(from, to) + 10, y - 6, QStringLiteral("#%1 ").arg(row.number) + row.label,
                bad ? "badtext" : "text");
    }

    const DeviceReport &m_report;
    shelf::Lanes m_lanes;
    int m_y = 0;
};

} // namespace

QString ladderPicture(const DeviceReport &report)
{
    return report.messages.isEmpty() ? QString() : LadderPicture(report).draw();
}

} // namespace gb::page
