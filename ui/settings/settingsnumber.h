#pragma once
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <optional>

namespace gb::ui {

/// A whole number in digits; QVariant takes "0x10", "1e3" and what runs over for numbers.
inline std::optional<qint64> numberIn(const QVariant &value, qint64 least, qint64 most)
{
    const QString text = value.toString();
    const bool digits = !text.isEmpty() && text.size() <= 18
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const qint64 number = digits ? text.toLongLong() : 0;
    return digits && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

constexpr qint64 maxPort = 65535, leastMediaPort = 1024, maxInterval = 86400, maxCount = 100, keepaliveAnswers = 4;
constexpr qint64 leastTextSize = 7, maxTextSize = 24, maxKeepDays = 3650, maxKeepMegabytes = 1'000'000;

/// Last port of the shortest range that begins with `first`: media take an even port, RTCP the next one.
constexpr int leastLastPort(int first)
{
    return (first + 1) / 2 * 2 + 1;
}

/// What words a setting takes; an empty one is the system's.
inline const QStringList languageWords{QString(), QStringLiteral("en"), QStringLiteral("zh_CN")};
inline const QStringList themeWords{QString(), QStringLiteral("light"), QStringLiteral("dark")};
inline const QStringList foldWords{QStringLiteral("auto"), QStringLiteral("always"), QStringLiteral("never")};
inline const QStringList zoneWords{QStringLiteral("local"), QStringLiteral("utc")};
inline const QStringList flagWords{QStringLiteral("true"), QStringLiteral("false")};

} // namespace gb::ui
