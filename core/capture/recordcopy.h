#pragma once
#include <QString>

#include <functional>

namespace gb {

struct RecordCopy
{
    qint64 octets = 0; ///< copied
    bool cancelled = false;
    QString error;  ///< empty: all is well. Nothing of the target is left after an error
    QString failed; ///< what the error is about: the target, its folder, or the source
};

/// Copies a record as it is, into a file that appears whole or not at all. What is added to the source meanwhile is not
/// in the copy. `progress`: called with a fraction 0 to 1; false stops. Runs as long as it takes.
RecordCopy copyRecord(
    const QString &from, const QString &to, bool replace, const std::function<bool(double)> &progress);

} // namespace gb
