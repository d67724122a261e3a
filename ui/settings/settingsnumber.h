#pragma once
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

constexpr qint64 maxPort = 65535, maxInterval = 86400, maxCount = 100, keepaliveAnswers = 4;

} // namespace gb::ui
