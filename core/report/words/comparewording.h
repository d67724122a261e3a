#pragma once
#include "core/message/compare/comparison.h"

/// Words for what differs between messages. Plain text, without a full stop at the end but in summaries.
namespace gb::wording {

/// "changed"; empty where it is the same.
QString change(Change change);
/// "\u2260", so that colour is never alone; a null character where it is the same.
QChar changeSign(Change change);
/// "\u2260 changed", "12 of 60 items differ", "3 differences in it"; empty where nothing is to be told of a row.
QString rowDifference(const ComparedRow &row, bool withNoise);
/// How many differences there are, and what was not compared part by part. Sentences. `areEqual`: in all their octets,
/// which is more than equal parts.
QString comparisonSummary(const Comparison &comparison, bool areEqual);
/// The name of a row as it is shown: a rest that is not taken apart has none of its own.
QString comparedName(const ComparedRow &row);
/// What stands in a cell: the size of a body, a sign for each blank where nothing but blanks differ.
QString comparedValue(const ComparedRow &row, qsizetype column);

} // namespace gb::wording
