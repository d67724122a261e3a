#include "core/report/formats/lanes.h"

#include <QDateTime>

namespace gb::shelf {

QString Lanes::label(const MessageSummary &message)
{
    const QString text = arrowLabel(message);
    return message.repeatOf == 0 ? text : text + QStringLiteral(" \u21bb #%1").arg(message.repeatOf);
}

QByteArray Lanes::quoted(const CleanMessage &message)
{
    return arrowLabel(message.summary).toUtf8();
}

void Lanes::take(const CleanMessage &message)
{
    if (m_rows.size() >= capacity) {
        ++m_left;
        return;
    }
    const MessageSummary &summary = message.summary;
    m_rows.append({.number = summary.number, .at = summary.at, .label = label(summary)});
    m_ends.append({summary.from, summary.to});
    if (summary.from.address == summary.to.address)
        m_shared.insert(summary.from.address);
}

void Lanes::finish()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        row.from = laneOf(m_ends.at(i).from);
        row.to = laneOf(m_ends.at(i).to);
        if (row.from < 0 || row.to < 0)
            row.ends = m_ends.at(i).from.text() + QStringLiteral(" \u2192 ") + m_ends.at(i).to.text();
    }
    m_ends.clear();
}

int Lanes::laneOf(const Endpoint &end)
{
    const QString name = m_shared.contains(end.address) ? end.text() : end.address.toString();
    if (const auto known = m_lanes.constFind(name); known != m_lanes.constEnd())
        return *known;
    if (m_names.size() >= mostLanes)
        return -1;
    m_names.append(name);
    return *m_lanes.insert(name, static_cast<int>(m_names.size()) - 1);
}

Written LaneDiagrams::take(const CleanMessage &message)
{
    m_lanes.take(message);
    return {{}, Lanes::quoted(message)};
}

QByteArray LaneDiagrams::end()
{
    m_lanes.finish();
    QString out;
    for (qsizetype i = 0; i < m_lanes.rows().size(); ++i) {
        if (i % rowsOfADiagram == 0)
            out += head(m_lanes.names());
        out += line(m_lanes.rows().at(i));
        if (i % rowsOfADiagram == rowsOfADiagram - 1 || i == m_lanes.rows().size() - 1)
            out += foot();
    }
    if (m_lanes.left() > 0)
        out += QLatin1String(m_remark) + QStringLiteral("%1 more messages are not drawn here.\n").arg(m_lanes.left());
    return out.toUtf8();
}

QString timeOfDay(TimePoint at)
{
    const auto millis = std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis).toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace gb::shelf
