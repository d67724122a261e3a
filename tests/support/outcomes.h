#pragma once
#include "core/session/session.h"

#include <QtTest>

namespace gb::test {

/// Keeps the outcomes of one kind that a session tells, from now on.
template<typename Kind>
class Outcomes : public QList<Kind>
{
public:
    explicit Outcomes(Session &session)
    {
        session.when<Kind>(&m_context, [this](const Kind &one) { this->append(one); });
    }
    /// For the next one.
    bool wait()
    {
        const qsizetype before = this->size();
        return QTest::qWaitFor([this, before] { return this->size() > before; });
    }

private:
    QObject m_context;
};

} // namespace gb::test
