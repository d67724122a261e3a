#pragma once
#include "core/filter/expression.h"

#include <optional>

namespace gb::filter {

/// What is wrong with the text of a filter, and where. Words for people: core/report/words/filterwording.h.
struct Problem
{
    enum class What : quint8 {
        TooLong,    ///< over Limits::text
        TooMany,    ///< over Limits::conditions
        TooDeep,    ///< over Limits::depth
        OpenQuote,  ///< the quotes, or the slashes of a regular expression, are not closed
        OpenGroup,  ///< ( without )
        CloseGroup, ///< ) without (
        Nothing,    ///< what shall stand at `subject` (or, and, not, an empty group) is missing
        NoField,    ///< no field has the name `subject`
        NoName,     ///< which header or element
        NoValue,    ///< nothing stands behind `subject`
        NoWord,     ///< the field `subject` has no such value; `detail` has those that it has
        NoNumber,   ///< the field `subject` wants a number
        NoDuration, ///< a duration
        NoTime,     ///< a time
        NoOrder,    ///< the field `subject` has no larger and smaller, or no part
        NoPattern,  ///< no regular expression; `detail` says why, in English
    };
    What what = What::Nothing;
    qsizetype at = 0, length = 0; ///< characters of the text
    QString subject, detail;
    QString proposal; ///< what to put there instead; empty: nothing is known

    bool operator==(const Problem &) const = default;
};

struct Limits
{
    static constexpr qsizetype text = 1000; ///< characters
    static constexpr qsizetype value = 200; ///< characters of one
    static constexpr qsizetype conditions = 64;
    static constexpr int depth = 24; ///< of groups and negations
};

struct Parsed
{
    Expression expression; ///< empty where there is a problem
    std::optional<Problem> problem;
};

/**
 * Reads the text of a filter: conditions such as `dev:3402* status>=400 rt>500ms "any text"`, which must all be met;
 * `or`, `not` or `-` ahead of one, ( ). Signs in the width of Chinese characters are taken as the plain ones. Linear,
 * and bounded by Limits.
 */
Parsed parse(const QString &text);

/// The text as it stands in a condition: in quotes where it has to be.
QString quotedValue(const QString &text);
/// The text, which may have an `or`, as a part of a longer one.
QString asPart(const QString &text);
/// The text with one condition more, or its opposite; a condition that stands there already, either way, goes first.
QString withCondition(const QString &text, const QString &condition, bool without);

} // namespace gb::filter
