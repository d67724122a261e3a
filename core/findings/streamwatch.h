#pragma once
#include "core/findings/findingsbase.h"

#include <QSet>

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
    bool isPortKeeper(const Datagram &blank);
    void inStream(const Datagram &datagram, quint64 number, const QString &speaker);

    FindingsBase &m_base;
    QHash<Endpoint, QString> m_speakers; ///< ends of TCP connections that spoke SIP, with their device
    QSet<Endpoint> m_blankOnce;          ///< ends of TCP connections that sent an empty line
    Endpoint m_blankFrom;                ///< the last one that came
    TimePoint m_blankAt{};
};

} // namespace gb
