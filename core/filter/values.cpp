#include "core/filter/values.h"

#include <QDateTime>
#include <QRegularExpression>

#include <limits>

namespace gb::filter {
namespace {

constexpr qint64 least = std::numeric_limits<qint64>::min(), most = std::numeric_limits<qint64>::max();
constexpr qint64 millisecond = 1000, second = 1000 * millisecond, minute = 60 * second, day = 24 * 60 * minute;

/// `value` covers `width` units from its own on.
std::optional<Range> compared(qint64 value, qint64 width, Compare how)
{
    switch (how) {
    case Compare::Is: return Range{value, value + width - 1};
    case Compare::Less: return Range{least, value - 1};
    case Compare::AtMost: return Range{least, value + width - 1};
    case Compare::More: return Range{value + width, most};
    case Compare::AtLeast: return Range{value, most};
    case Compare::Has: break;
    }
    return std::nullopt;
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

qint64 unitOf(QStringView unit)
{
    static constexpr std::pair<const char *, qint64> units[] = {
        {"us", 1}, {"ms", millisecond}, {"s", second}, {"min", minute}, {"m", minute}, {"h", 60 * minute}};
    for (const auto &[name, size] : units) {
        if (unit.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return size;
    }
    return 0;
}

/// How much of time a text of a clock's hands covers, and since midnight; nothing where it is none.
std::optional<std::pair<qint64, qint64>> clockOf(const QString &text)
{
    static constexpr std::pair<const char *, qint64> forms[] = {
        {"H:mm", minute}, {"H:mm:ss", second}, {"H:mm:ss.zzz", millisecond}};
    for (const auto &[form, width] : forms) {
        const QTime time = QTime::fromString(text, QLatin1String(form));
        if (time.isValid())
            return std::pair(qint64{time.msecsSinceStartOfDay()} * millisecond, width);
    }
    return std::nullopt;
}

} // namespace

std::optional<Range> readNumber(QStringView value, Compare how, bool hundreds)
{
    if (hundreds && how == Compare::Is && value.size() == 3 && value[0] >= u'1' && value[0] <= u'6'
        && value.sliced(1).compare(QLatin1String("xx"), Qt::CaseInsensitive) == 0) {
        const qint64 first = (value[0].unicode() - u'0') * 100;
        return Range{first, first + 99};
    }
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    constexpr qint64 farthest = most / 2; // so that what is beside it is a number, too
    if (!isNumber || number > farthest || number < -farthest)
        return std::nullopt;
    return compared(number, 1, how);
}

std::optional<Range> readDuration(QStringView value, Compare how)
{
    qsizetype digits = 0;
    while (digits < value.size() && (value[digits].isDigit() || value[digits] == u'.'))
        ++digits;
    const qint64 unit = unitOf(value.sliced(digits));
    const QStringView number = value.first(digits);
    const qsizetype point = number.indexOf(u'.');
    const QStringView whole = point < 0 ? number : number.first(point),
                      part = point < 0 ? QStringView() : number.sliced(point + 1);
    if (unit == 0 || !isDigits(whole) || whole.size() > 9 || part.size() > 6 || (point >= 0 && !isDigits(part)))
        return std::nullopt;
    qint64 width = unit, micros = whole.toLongLong() * unit;
    for (const QChar digit : part) {
        width = std::max<qint64>(width / 10, 1);
        micros += (digit.unicode() - u'0') * width;
    }
    // "over 2 s" begins right behind 2 s, not at 3 s
    return compared(micros, how == Compare::Is ? width : 1, how);
}

std::optional<Range> readTime(QStringView value, Compare how)
{
    const QString text = value.toString();
    if (const auto clock = clockOf(text)) {
        std::optional<Range> range = compared(clock->first, clock->second, how);
        if (range)
            range->ofDay = true;
        return range;
    }
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    if (!date.isValid() || (text.size() > 10 && text.at(10) != u'T' && text.at(10) != u' '))
        return std::nullopt;
    const auto clock = text.size() > 11 ? clockOf(text.mid(11)) : std::pair(qint64{0}, day);
    if (!clock || date.year() < 1970 || date.year() > 9999)
        return std::nullopt;
    const QDateTime at(date, QTime::fromMSecsSinceStartOfDay(static_cast<int>(clock->first / millisecond)));
    return compared(at.toMSecsSinceEpoch() * millisecond, clock->second, how);
}

} // namespace gb::filter
