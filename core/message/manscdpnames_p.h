#pragma once
#include "core/message/manscdp.h"

#include <algorithm>

/// Names of elements, and values that are common. Here for manscdp.cpp alone.
namespace gb::manscdpnames {

inline ManscdpRoot rootOf(QAnyStringView name)
{
    return name == QLatin1String("Notify")  ? ManscdpRoot::Notify
        : name == QLatin1String("Response") ? ManscdpRoot::Response
        : name == QLatin1String("Query")    ? ManscdpRoot::Query
        : name == QLatin1String("Control")  ? ManscdpRoot::Control
                                            : ManscdpRoot::None;
}

/// The values that fill a record share their text: a million bodies make no million strings.
inline QString pooled(QLatin1String text)
{
    static const QString common[] = {QStringLiteral("Keepalive"), QStringLiteral("OK"), QStringLiteral("GB2312"),
        QStringLiteral("GB18030"), QStringLiteral("UTF-8"), QStringLiteral("Catalog"), QStringLiteral("DeviceInfo"),
        QStringLiteral("DeviceStatus"), QStringLiteral("Alarm"), QStringLiteral("MobilePosition"),
        QStringLiteral("RecordInfo")};
    for (const QString &one : common) {
        if (one.size() == text.size() && one == text)
            return one;
    }
    return text;
}

inline bool isTime(QStringView name)
{
    static constexpr QStringView names[] = {u"DeviceTime", u"AlarmTime", u"StartTime", u"EndTime", u"Time"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// The largest that it may be, to either side; 0 where it is none of the numbers that are looked at.
inline double rangeOf(QStringView name)
{
    static constexpr std::pair<QStringView, double> numbers[] = {
        {u"Longitude", 180}, {u"Latitude", 90}, {u"Altitude", 1e6}, {u"Speed", 1e6}, {u"Direction", 360}};
    const auto found = std::find_if(
        std::begin(numbers), std::end(numbers), [name](const auto &one) { return one.first == name; });
    return found == std::end(numbers) ? 0 : found->second;
}

/// Whether it is one of the envelope's names but for the case of its letters.
inline bool isOtherCase(QStringView name)
{
    static constexpr QStringView names[] = {u"CmdType", u"SN", u"DeviceID", u"Status"};
    return std::any_of(std::begin(names), std::end(names),
        [name](QStringView one) { return name != one && name.compare(one, Qt::CaseInsensitive) == 0; });
}

inline bool isOtherCaseOfRoot(QStringView name)
{
    static constexpr QStringView names[] = {u"Notify", u"Response", u"Query", u"Control"};
    return std::any_of(std::begin(names), std::end(names),
        [name](QStringView one) { return name != one && name.compare(one, Qt::CaseInsensitive) == 0; });
}

} // namespace gb::manscdpnames
