#include "core/client/bodywriter.h"
#include "core/client/commands/commands.h"

#include <QCoreApplication>

/// When the device records by itself: for each day of the week up to eight spans. GB/T 28181-2022 A.2.3.2.
namespace gb {

using namespace commands;

static constexpr Parameter day(const char *name)
{
    return {.name = name, .path = "", .kind = Kind::Spans, .own = true};
}

static constexpr Parameter parameters[] = {
    {.name = "RecordEnable",
        .path = "VideoRecordPlan/RecordEnable",
        .kind = Kind::Choice,
        .needed = true,
        .choices = "1|0",
        .preset = "1",
        .own = true},
    day("Day1"),
    day("Day2"),
    day("Day3"),
    day("Day4"),
    day("Day5"),
    day("Day6"),
    day("Day7"),
    {.name = "StreamNumber",
        .path = "VideoRecordPlan/StreamNumber",
        .kind = Kind::Integer,
        .needed = true,
        .most = 255,
        .preset = "0",
        .own = true},
};

static void writeSpan(ElementWriter &out, const QString &span)
{
    static constexpr const char *names[] = {"StartHour", "StartMin", "StartSec", "StopHour", "StopMin", "StopSec"};
    QStringList numbers = span.section(u'-', 0, 0).split(u':');
    numbers.resize(3);
    numbers += span.section(u'-', 1, 1).split(u':');
    numbers.resize(6);
    out.open(QLatin1StringView("TimeSegment"));
    for (qsizetype i = 0; i < 6; ++i)
        out.leaf(QLatin1StringView(names[i]), QString::number(numbers[i].toInt()));
    out.close();
}

static void write(ElementWriter &out, const AskValues &values, Edition)
{
    QList<std::pair<int, QStringList>> days;
    for (int i = 1; i <= 7; ++i) {
        const QString spans = values.value(QStringLiteral("Day%1").arg(i)).simplified();
        if (!spans.isEmpty())
            days.append({i, spans.split(u' ')});
    }
    out.open(QLatin1StringView("VideoRecordPlan"));
    out.leaf(QLatin1StringView("RecordEnable"), values.value(QStringLiteral("RecordEnable")));
    out.leaf(QLatin1StringView("RecordScheduleSumNum"), QString::number(days.size()));
    for (const auto &[number, spans] : std::as_const(days)) {
        out.open(QLatin1StringView("RecordSchedule"));
        out.leaf(QLatin1StringView("WeekDayNum"), QString::number(number));
        out.leaf(QLatin1StringView("TimeSegmentSumNum"), QString::number(spans.size()));
        for (const QString &span : spans)
            writeSpan(out, span);
        out.close();
    }
    out.leaf(QLatin1StringView("StreamNumber"), values.value(QStringLiteral("StreamNumber")));
    out.close();
}

/// The other way round: the numbers of a span come one after the other.
static void fill(AskValues &values, const QList<std::pair<QString, QString>> &fields)
{
    QString day;
    QStringList numbers;
    for (const auto &[path, value] : fields) {
        const QString name = path.section(u'/', -1);
        if (name == u"WeekDayNum")
            day = QStringLiteral("Day") + value;
        if (!path.contains(u"/TimeSegment/"))
            continue;
        numbers << value.rightJustified(2, u'0');
        if (numbers.size() < 6)
            continue;
        QString &spans = values[day];
        spans += (spans.isEmpty() ? QString() : QStringLiteral(" ")) + numbers.mid(0, 3).join(u':') + u'-'
            + numbers.mid(3).join(u':');
        numbers.clear();
    }
}

const AskCommand &setRecordPlanCommand()
{
    static constexpr AskCommand command = setting("set-record-plan", QT_TRANSLATE_NOOP("AskCommand", "When it records"),
        Edition::V2022, parameters, "VideoRecordPlan", write, fill);
    return command;
}

} // namespace gb
