#pragma once
#include "core/report/format.h"
#include "core/report/pseudonyms.h"
#include "core/report/tcpsequences.h"

namespace gb {

/**
 * All that changes messages on their way out, in its order: secrets go, pseudonyms come, the numbers of TCP follow.
 * Files that are written behind one of these have the same pseudonym for the same original.
 *
 * Two passes: learn() each message, then learned(), then clean() each that is written, in their order. One thread.
 */
class Stages
{
public:
    /// `passwords`: that the program was told. `map`: a new one.
    Stages(Profile profile, const QList<QByteArray> &passwords, PseudonymMap map = PseudonymMap());

    void learn(const Datagram &datagram);
    void learned();
    CleanMessage clean(const Trace &trace);

    /// What is left in it that must not be written, as English text: "a secret", "what has a pseudonym"; null: nothing.
    const char *left(const CleanMessage &message) const;
    /// The same of what a format made of it.
    const char *left(const Written &written) const;

    Redaction redaction;
    Pseudonyms pseudonyms;

private:
    const Profile m_profile;
    TcpSequences m_sequences;
};

} // namespace gb
