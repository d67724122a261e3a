#pragma once
#include "core/capture/pcapreader.h"

#include <QtTest>

#include <vector>

namespace gb::test::media {

inline QString file(const char *name)
{
    return QStringLiteral(GBSCOPE_TEST_DATA "/media/") + QString::fromLatin1(name);
}

/// What a capture has to a port, in its order.
inline std::vector<Datagram> to(quint16 port, const QString &path)
{
    std::vector<Datagram> all;
    PcapReader reader;
    if (!reader.open(path))
        return all;
    Datagram datagram;
    for (;;) {
        const PcapReader::Result result = reader.step(datagram);
        if (result == PcapReader::Result::End || result == PcapReader::Result::Broken)
            return all;
        if (result != PcapReader::Result::Datagram || datagram.to.port != port)
            continue;
        datagram.octets.detach(); // they hold until the next step
        all.push_back(datagram);
    }
}

} // namespace gb::test::media
