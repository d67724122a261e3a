#include "core/report/formats/all.h"
#include "core/report/formats/lanes.h"

#include <QCoreApplication>

#include <algorithm>

namespace gb::shelf {
namespace {

constexpr qsizetype rowsOfADiagram = 200; ///< renderers take no more than 50,000 letters

/// Letters that Mermaid would take for its own stand as their codes.
QString escaped(const QString &text)
{
    QString out;
    for (const QChar letter : text) {
        const bool own = QStringLiteral("#;<>{}\"`%&").contains(letter);
        out += own ? u'#' + QString::number(letter.unicode()) + u';' : QString(letter);
    }
    return out;
}

class Mermaid final : public FormatWriter
{
    QByteArray begin(const QString &removed) override
    {
        return removed.isEmpty() ? QByteArray() : removed.toUtf8() + "\n\n";
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
        for (qsizetype first = 0; first < m_lanes.rows().size(); first += rowsOfADiagram)
            out += diagram(m_lanes.rows().mid(first, rowsOfADiagram));
        if (m_lanes.left() > 0)
            out += QStringLiteral("%1 more messages are not drawn here.\n").arg(m_lanes.left());
        return out.toUtf8();
    }
    QString diagram(const QList<Lanes::Row> &rows) const
    {
        QString out = QStringLiteral("```mermaid\nsequenceDiagram\n");
        for (qsizetype lane = 0; lane < m_lanes.names().size(); ++lane)
            out += QStringLiteral("    participant L%1 as %2\n").arg(lane).arg(escaped(m_lanes.names().at(lane)));
        for (const Lanes::Row &row : rows) {
            const QString label = escaped(
                QStringLiteral("%1 #%2 %3").arg(timeOfDay(row.at)).arg(row.number).arg(row.label));
            out += row.from < 0 || row.to < 0
                ? QStringLiteral("    Note over L0: %1\n").arg(escaped(row.ends + u' ') + label)
                : QStringLiteral("    L%1->>L%2: %3\n").arg(row.from).arg(row.to).arg(label);
        }
        return out + QStringLiteral("```\n\n");
    }

    Lanes m_lanes;
};

} // namespace

const Format mermaid{"mermaid", ".md", QT_TRANSLATE_NOOP("Format", "Mermaid diagrams \u2013 for an issue or a wiki"),
    QT_TRANSLATE_NOOP("Format", "Markdown"),
    [](const FormatOptions &) -> std::unique_ptr<FormatWriter> { return std::make_unique<Mermaid>(); }};

} // namespace gb::shelf
