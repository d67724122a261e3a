#pragma once
#include <QStringList>

namespace gb::filter {

/// The parts of a filter's text that must all be met, in its order; a text with an `or` is one part.
QStringList partsOf(const QString &text);

} // namespace gb::filter
