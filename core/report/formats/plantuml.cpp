#include "core/report/formats/all.h"
#include "core/report/formats/lanes.h"

#include <QCoreApplication>

namespace gb::shelf {
namespace {

constexpr qsizetype rowsOfADiagram = 200; ///< its pictures are no higher than 4096 pixels

/// All that PlantUML could take for its own (styles, tags, icons, variables, line breaks) stands as a code.
QString escaped(const QString &text)
{
    QString out;
    for (const QChar letter : text) {
        const bool plain = letter.isLetterOrNumber() || letter == u' ' || letter == u'.' || letter == u':';
        out += plain ? QString(letter)
                     : QStringLiteral("<U+%1>").arg(uint(letter.unicode()), 4, 16, QChar(u'0')).toUpper();
    }
    return out;
}

class PlantUml final : public FormatWriter
{
    QByteArray begin(const QString &removed) override
    {
        return removed.isEmpty() ? QByteArray() : "' " + removed.toUtf8() + "\n\n";
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
            out += QStringLiteral("' %1 more messages are not drawn here.\n").arg(m_lanes.left());
        return out.toUtf8();
    }
    QString diagram(const QList<Lanes::Row> &rows) const
    {
        QString out = QStringLiteral("@startuml\n");
        for (qsizetype lane = 0; lane < m_lanes.names().size(); ++lane)
            out += QStringLiteral("participant \"%1\" as L%2\n").arg(escaped(m_lanes.names().at(lane))).arg(lane);
        for (const Lanes::Row &row : rows) {
            const QString label = QStringLiteral("%1 <U+0023>%2 ").arg(timeOfDay(row.at)).arg(row.number)
                + escaped(row.label);
            out += row.from < 0 || row.to < 0
                ? QStringLiteral("note over L0 : %1\n").arg(escaped(row.ends + u' ') + label)
                : QStringLiteral("L%1 -> L%2 : %3\n").arg(row.from).arg(row.to).arg(label);
        }
        return out + QStringLiteral("@enduml\n\n");
    }

    Lanes m_lanes;
};

} // namespace

const Format plantUml{"plantuml", ".puml", QT_TRANSLATE_NOOP("Format", "PlantUML diagrams \u2013 for a document"),
    QT_TRANSLATE_NOOP("Format", "PlantUML"),
    [](const FormatOptions &) -> std::unique_ptr<FormatWriter> { return std::make_unique<PlantUml>(); }};

} // namespace gb::shelf
