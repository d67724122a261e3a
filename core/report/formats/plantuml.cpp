#include "core/report/formats/all.h"
#include "core/report/formats/lanes.h"

#include <QCoreApplication>

namespace gb::shelf {
namespace {

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

class PlantUml final : public LaneDiagrams
{
public:
    PlantUml()
        : LaneDiagrams("' ")
    {
    }

private:
    QByteArray begin(const QString &removed) override
    {
        return removed.isEmpty() ? QByteArray() : "' " + removed.toUtf8() + "\n\n";
    }
    QString head(const QStringList &lanes) const override
    {
        QString out = QStringLiteral("@startuml\n");
        for (qsizetype lane = 0; lane < lanes.size(); ++lane)
            out += QStringLiteral("participant \"%1\" as L%2\n").arg(escaped(lanes.at(lane))).arg(lane);
        return out;
    }
    QString line(const Lanes::Row &row) const override
    {
        const QString label = QStringLiteral("%1 <U+0023>%2 ").arg(timeOfDay(row.at)).arg(row.number)
            + escaped(row.label);
        return row.from < 0 || row.to < 0 ? QStringLiteral("note over L0 : %1\n").arg(escaped(row.ends + u' ') + label)
                                          : QStringLiteral("L%1 -> L%2 : %3\n").arg(row.from).arg(row.to).arg(label);
    }
    QString foot() const override { return QStringLiteral("@enduml\n\n"); }
};

} // namespace

const Format plantUml{"plantuml", ".puml", QT_TRANSLATE_NOOP("Format", "PlantUML diagrams \u2013 for a document"),
    QT_TRANSLATE_NOOP("Format", "PlantUML"),
    [](const FormatOptions &) -> std::unique_ptr<FormatWriter> { return std::make_unique<PlantUml>(); }};

} // namespace gb::shelf
