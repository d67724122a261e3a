#pragma once
#include "core/flow/operation.h"

#include <QHash>

#include <map>

namespace gb {

/// The operations that a reader of batches was told of: which one a message belongs to. Bounded: the oldest go first.
class OperationBook
{
public:
    static constexpr std::size_t maxKept = 10'000;
    static constexpr qsizetype maxNumbers = 200'000; ///< of messages; those beyond belong to none

    /// New ones and those that changed, as they are now.
    void take(const QList<Operation> &changed);
    void clear();
    /// Null where it belongs to none. Holds until the next call of take() or clear().
    const Operation *of(quint64 message) const;
    /// By Operation::request.
    const Operation *find(quint64 request) const;
    std::size_t size() const { return m_all.size(); }
    /// By Operation::request, as find() has them.
    const std::map<quint64, Operation> &all() const { return m_all; }

private:
    std::map<quint64, Operation> m_all;
    QHash<quint64, quint64> m_ofMessage; ///< Operation::request by number
};

} // namespace gb
