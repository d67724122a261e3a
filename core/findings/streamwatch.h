#pragma once
#include "core/findings/findingsbase.h"

namespace gb {

/// What is no SIP: D28, and D27 where SIP was spoken before.
class StreamWatch
{
public:
    explicit StreamWatch(FindingsBase &base)
        : m_base(base)
    {
    }

    /// A request over TCP of that device came from there.
    void noteSpeaker(const Endpoint &from, const QString &device);
    void notSip(const Trace &trace);

private:
    void inStream(const Datagram &datagram, quint64 number, const QString &speaker);

    FindingsBase &m_base;
    QHash<Endpoint, QString> m_speakers; ///< ends of TCP connections that spoke SIP, with their device
};

} // namespace gb
