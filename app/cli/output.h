#pragma once
#include "core/base/pipes.h"

#include <QByteArray>

namespace gb::cli {

/// Standard output of a command that ends by itself: all of it is written, or it is said that it is not.
class Output
{
public:
    /// Once something could not be written nothing more is.
    void write(const QByteArray &octets);
    /// Writes what waits. False where not all of it is written; that is said on standard error.
    bool finish();

private:
    void flush();

    QByteArray m_waiting;
    pipes::Outcome m_outcome = pipes::Outcome::Written;
};

} // namespace gb::cli
