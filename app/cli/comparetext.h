#pragma once
#include "core/base/clock.h"
#include "core/message/compare/comparison.h"

#include <QJsonObject>

namespace gb::cli {

/// A message of a comparison. All texts are safe to show.
struct ComparedMessage
{
    quint64 number = 0;
    QString label, from, to, device;
    TimePoint at{};
    QByteArray octets;
};

/// `all`: rows of what is the same, too.
QJsonObject comparisonObject(const QList<ComparedMessage> &messages, const Comparison &comparison, bool all);
/// Lines for people; without `all` those of what differs, and no noise.
QByteArray comparisonText(const QList<ComparedMessage> &messages, const Comparison &comparison, bool all);

} // namespace gb::cli
