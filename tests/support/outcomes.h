#pragma once
#include "core/session/session.h"

#include <QSignalSpy>
#include <QtTest>

namespace gb::test {

/// Keeps the outcomes of one kind that a session tells, from now on.
template<typename Kind>
class Outcomes : public QList<Kind>
{
public:
    explicit Outcomes(Session &session)
        : m_told(&session, &Session::told)
    {
        session.when<Kind>(&m_context, [this](const Kind &one) { this->append(one); });
    }
    /// For the next one.
    bool wait()
    {
        const qsizetype before = this->size();
        while (this->size() == before && m_told.wait()) { }
        return this->size() > before;
    }

private:
    QObject m_context;
    QSignalSpy m_told;
};

} // namespace gb::test
