#include "core/report/formats/all.h"
#include "core/report/formats/lanes.h"

#include <QCoreApplication>

#include <algorithm>

namespace gb::shelf {
namespace {

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

class Mermaid final : public LaneDiagrams
{
public:
    Mermaid()
        : LaneDiagrams("")
    {
    }

private:
    QByteArray begin(const QString &removed) override
    {
        return removed.isEmpty() ? QByteArray() : removed.toUtf8() + "\n\n";
    }
    QString head(const QStringList &lanes) const override
    {
        QString out = QStringLiteral("```mermaid\nsequenceDiagram\n");
        for (qsizetype lane = 0; lane < lanes.size(); ++lane)
            out += QStringLiteral("    participant L%1 as %2\n").arg(lane).arg(escaped(lanes.at(lane)));
        return out;
    }
    QString line(const Lanes::Row &row) const override
    {
        const QString label = escaped(
            QStringLiteral("%1 #%2 %3").arg(timeOfDay(row.at)).arg(row.number).arg(row.label));
        return row.from < 0 || row.to < 0
            ? QStringLiteral("    Note over L0: %1\n").arg(escaped(row.ends + u' ') + label)
            : QStringLiteral("    L%1->>L%2: %3\n").arg(row.from).arg(row.to).arg(label);
    }
    QString foot() const override { return QStringLiteral("```\n\n"); }
};

} // namespace

const Format mermaid{"mermaid", ".md", QT_TRANSLATE_NOOP("Format", "Mermaid diagrams \u2013 for an issue or a wiki"),
    QT_TRANSLATE_NOOP("Format", "Markdown"),
    [](const FormatOptions &) -> std::unique_ptr<FormatWriter> { return std::make_unique<Mermaid>(); }};

} // namespace gb::shelf
