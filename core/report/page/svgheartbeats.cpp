#include "core/report/page/svg.h"
#include "core/report/words/pagewords.h"
#include "core/report/words/shownclock.h"

#include <algorithm>

namespace gb::page {
namespace {

constexpr int width = 960, height = 74, left = 20, right = 940, top = 8, bottom = 44;
constexpr int hours = 5; ///< instants that are written below
constexpr int nameHeight = 22;
constexpr qsizetype mostDevices = 200;

class HeartbeatPicture
{
public:
    HeartbeatPicture(const DeviceReport &report, TimePoint first, TimePoint last)
        : m_report(report)
        , m_first(first)
        , m_last(std::max(last, first + std::chrono::seconds(1)))
    {
    }

    /// Without what it stands in.
    QString draw() const
    {
        QString out;
        for (const AwaySpan &span : m_report.history.awaySpans(m_report.device.policy, m_last))
            out += away(span);
        out += QStringLiteral("<path class=\"soft\" d=\"M%1 %2H%3\"/>").arg(left).arg(bottom).arg(right);
        out += marks(HeartbeatHistory::Kind::Beat, "good", top + 12)
            + marks(HeartbeatHistory::Kind::Start, "line", top);
        for (int i = 0; i < hours; ++i) {
            const TimePoint at = m_first + (m_last - m_first) * i / (hours - 1);
            out += QStringLiteral("<text x=\"%1\" y=\"%2\" class=\"muted\" text-anchor=\"%3\">%4</text>")
                       .arg(place(at))
                       .arg(height - 12)
                       .arg(i == 0              ? QStringLiteral("start")
                               : i == hours - 1 ? QStringLiteral("end")
                                                : QStringLiteral("middle"),
                           escaped(wording::secondsClock(at)));
        }
        return out;
    }

private:
    int place(TimePoint at) const
    {
        const double part = double((at - m_first).count()) / double((m_last - m_first).count());
        return left + static_cast<int>(std::clamp(part, 0.0, 1.0) * (right - left));
    }
    QString away(const AwaySpan &span) const
    {
        const int from = place(span.from), to = place(span.to.value_or(m_last));
        return QStringLiteral("<rect class=\"away\" x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\"/>")
            .arg(from)
            .arg(top)
            .arg(std::max(1, to - from))
            .arg(bottom - top);
    }
    /// One line a pixel, however many there are.
    QString marks(HeartbeatHistory::Kind kind, const char *style, int from) const
    {
        QString path;
        int drawn = -1;
        for (const HeartbeatHistory::Entry &entry : m_report.history.entries()) {
            if (entry.kind() != kind)
                continue;
            if (const int x = place(entry.at()); std::exchange(drawn, x) != x)
                path += QStringLiteral("M%1 %2V%3").arg(x).arg(from).arg(bottom);
        }
        return path.isEmpty() ? QString()
                              : QStringLiteral("<path class=\"%1\" d=\"%2\"/>").arg(QLatin1String(style), path);
    }

    const DeviceReport &m_report;
    const TimePoint m_first, m_last;
};

QString picture(const QString &content, int high)
{
    return QStringLiteral("<svg viewBox=\"0 0 %1 %2\" width=\"%1\" role=\"img\" aria-label=\"%3\">")
               .arg(width)
               .arg(high)
               .arg(escaped(wording::page::word(wording::page::Word::Heartbeats)))
        + content + QStringLiteral("</svg>");
}

QString name(const QString &text, int y)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" class=\"text\">%3</text>")
        .arg(left)
        .arg(y + 14)
        .arg(escaped(text, 80));
}

} // namespace

QString heartbeatPicture(const DeviceReport &report, TimePoint first, TimePoint last)
{
    return report.history.entries().isEmpty() ? QString()
                                              : picture(HeartbeatPicture(report, first, last).draw(), height);
}

QString heartbeatPictures(const QList<DeviceReport> &reports, TimePoint first, TimePoint last)
{
    QString out;
    int y = 0;
    qsizetype drawn = 0, more = 0;
    for (const DeviceReport &report : reports) {
        if (report.history.entries().isEmpty())
            continue;
        if (drawn++ >= mostDevices) {
            ++more;
            continue;
        }
        out += name(report.device.id, y) + QStringLiteral("<g transform=\"translate(0,%1)\">").arg(y + nameHeight)
            + HeartbeatPicture(report, first, last).draw() + QStringLiteral("</g>");
        y += nameHeight + height;
    }
    if (more > 0) {
        out += name(QStringLiteral("+ %1").arg(more), y);
        y += nameHeight;
    }
    return out.isEmpty() ? QString() : picture(out, y);
}

} // namespace gb::page
