#pragma once
#include "core/ladder/flowrows.h"

#include <QColor>

class QFont;
class QFontMetrics;

/// The words and the looks of one row of the ladder. All text is plain and safe to paint.
namespace gb::ui {

enum class ArrowKind : quint8 { Request, Provisional, Success, Challenge, Failure, Other };

/// Kind is told by colour, line and head together, never by colour alone.
struct ArrowLook
{
    QColor colour;
    Qt::PenStyle line = Qt::SolidLine;
    qreal width = 1.2;
    bool filledHead = true;
};

ArrowKind arrowKind(const LogEntry &entry);
/// A repeat is dashed, whatever its kind.
ArrowLook arrowLook(ArrowKind kind, bool repeat);

/// "10:23:03.215", local time.
QString clockText(TimePoint at);
/// "+0.03 ms", "+0.4 ms", "+59 ms", "+1.234 s", "+59.2 s", "+12.5 min", "+4.0 h", "+3.1 d": never over eight
/// characters.
QString deltaText(Duration delta);
/// "59.2 s", "8 min 3 s".
QString silenceText(Duration silence);
/// "3402…1320000007": a 20-digit ID keeps its type digits and serial. Up to 16 characters stay as they are.
QString shortId(const QString &id);
/// "3402…0007", for a chip or a narrow pane.
QString tinyId(const QString &id);
/// "↻ 2" on the second copy, "≡" where the network or the capture made it, "⇥" a hop further; empty for a first one.
QString copyMark(const CopyInfo &copy);

/// A time that an answer took, as it is to be judged: over half a second it is slow, over 8·T1 the request is repeated
/// four times.
enum class Pace : quint8 { Good, Slow, Bad };
Pace paceOf(Duration took);
/// "0.4 ms", "1.234 s".
QString tookText(Duration took);
/// When the copies in a fold came, in seconds from the first one.
QList<double> copyTimes(const FlowRows &rows, const FlowRow &fold);

/// What stands on an arrow, in a fold or in a gap.
QString rowLabel(const FlowRows &rows, const FlowRow &row);
/// What stands on the arrow of a message in `width` px. Where it is too long whole words go, the ones that say least
/// first, so that no number is cut.
QString fittingLabel(const MessageLog &log, const LogEntry &entry, const QFont &font, int width);
/// The same of a fold.
QString fittingFold(const FlowRows &rows, const FlowRow &row, const QFontMetrics &metrics, int width);
/// Beside its label: between which addresses, over what, how many octets, which Call-ID.
QString detailText(const MessageLog &log, const LogEntry &entry);
/// What is wrong with a message, one line each; empty where nothing is.
QStringList faultTexts(quint32 faults);
/// Several lines. The first holds no text from the wire, so nothing takes the rest for markup.
QString rowToolTip(const FlowRows &rows, const FlowRow &row);
/// One line for the clipboard.
QString rowAsText(const FlowRows &rows, const FlowRow &row);

} // namespace gb::ui
