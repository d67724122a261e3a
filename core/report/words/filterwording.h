#pragma once
#include "core/filter/parser.h"

#include <QString>

namespace gb::wording {

/// What is wrong with the text of a filter: a sentence without the place.
QString filterProblem(const filter::Problem &problem);
/// The same with what may be meant, and the place under the text: three lines for a fixed font.
QString filterProblemLines(const QString &text, const filter::Problem &problem);
/// What a field is: "Call-ID".
QString filterField(filter::Field field);

} // namespace gb::wording
