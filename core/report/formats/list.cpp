#include "core/report/formats/all.h"

#include <algorithm>
#include <array>

namespace gb {

std::span<const Format> formats()
{
    using namespace shelf;
    static const std::array all{pcapng, pcap, text, ladder, asciiLadder, svg, mermaid, plantUml, markdown, csv,
        jsonLines, devicesCsv, devicesJson, heartbeatsCsv, heartbeatsJson, heartbeatsSvg, findingsCsv, findingsJson,
        mediaCsv, mediaJson, sippDevice, sippAnswers, sippPlatform};
    return all;
}

const Format *formatOf(QByteArrayView id)
{
    const auto found = std::find_if(
        formats().begin(), formats().end(), [id](const Format &format) { return id == QByteArrayView(format.id); });
    return found == formats().end() ? nullptr : &*found;
}

} // namespace gb
