#pragma once
#include "core/filter/parser.h"
#include "core/filter/values.h"

namespace gb::filter {

/// One condition of a filter's text, or several of which one must be met: status:401,407.
struct Term
{
    bool negated = false; ///< by != or !~
    QList<Condition> any; ///< at least one where there is no problem
    QString named;        ///< text of a filter that stands for it; then `any` is empty
    std::optional<Problem> problem;
};

/// Reads the piece of the text from `at` on.
Term readTerm(const QString &text, qsizetype at, qsizetype length);

} // namespace gb::filter
