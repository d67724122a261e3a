#pragma once
#include "core/filter/fields.h"

#include <QString>
#include <QStringList>

namespace gb::filter {

/// What is being typed at a place of a filter's text, and takes what is chosen for it.
struct Completion
{
    qsizetype at = 0, length = 0;     ///< characters that it takes the place of
    QString typed;                    ///< of them, ahead of the cursor
    const FieldInfo *field = nullptr; ///< whose value is typed; null: a field, or any text
    QStringList offers; ///< that are known without a record: fields with their sign, words; those that begin
                        ///< with what is typed come first
};

/// `cursor`: 0 to the size of the text. Whatever stands there: half a condition is the usual case.
Completion completionAt(const QString &text, qsizetype cursor);

} // namespace gb::filter
