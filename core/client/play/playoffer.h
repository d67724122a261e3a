#pragma once
#include "core/client/play/play.h"

#include <QByteArray>

namespace gb {

/// y= of a live stream, GB/T 28181-2022 annex G: a 0, digits 4 to 8 of the server's ID, the number of the stream.
quint32 liveSsrc(const QByteArray &serverId, int stream);
/// Ten digits.
QByteArray ssrcText(quint32 ssrc);

/// The description that an INVITE offers: annex G.
QByteArray writeOffer(const PlayQuestion &question, const Endpoint &media, quint32 ssrc);

} // namespace gb
