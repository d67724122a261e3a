#pragma once
#include <QCoreApplication>
#include <QEventLoop>

namespace gb::test {

/// Lets events come until it is so. Knows no clock: on a slow computer it takes longer, and where it never is so the
/// time limit of the whole test ends it.
template<typename Condition>
void letEventsComeUntil(Condition isSo)
{
    while (!isSo())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

} // namespace gb::test
