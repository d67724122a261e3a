#include "core/ladder/operationbook.h"

namespace gb {

void OperationBook::take(const QList<Operation> &changed)
{
    for (const Operation &one : changed) {
        Operation &known = m_all[one.request];
        for (qsizetype i = known.messages.size(); i < one.messages.size() && m_ofMessage.size() < maxNumbers; ++i)
            m_ofMessage.insert(one.messages[i], one.request);
        known = one;
    }
    while (m_all.size() > maxKept) {
        for (const quint64 number : std::as_const(m_all.begin()->second.messages))
            m_ofMessage.remove(number);
        m_all.erase(m_all.begin());
    }
}

void OperationBook::clear()
{
    m_all.clear();
    m_ofMessage.clear();
}

const Operation *OperationBook::of(quint64 message) const
{
    const auto known = m_ofMessage.constFind(message);
    return known == m_ofMessage.cend() ? nullptr : find(*known);
}

const Operation *OperationBook::find(quint64 request) const
{
    const auto known = m_all.find(request);
    return known == m_all.end() ? nullptr : &known->second;
}

} // namespace gb
