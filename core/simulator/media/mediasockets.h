#pragma once
#include "core/simulator/media/medialine.h"

#include <QObject>

namespace gb {

/// The sockets of streams, in the thread that made it. Sends where a call's offer says and nowhere else; at most
/// `maxLines` at once.
class MediaSockets final : public MediaLines
{
public:
    static constexpr int maxLines = 512;
    static constexpr qint64 maxUnsent = 4 * 1024 * 1024; ///< octets of a TCP peer that does not read

    std::unique_ptr<MediaLine> open(const MediaRoute &route) override;

private:
    std::shared_ptr<int> m_open = std::make_shared<int>(0);
};

} // namespace gb
