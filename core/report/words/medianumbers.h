#pragma once
#include "core/media/mediachain.h"

#include <QList>
#include <QString>

/// What a play measured, in words and numbers of the reader's language. Plain text, never markup.
namespace gb::wording {

struct MediaNumber
{
    QString name, value; ///< value: "\u2013" where nothing tells it
    QString meaning;     ///< one sentence; may be empty
};
/// Always the same ones in the same order.
QList<MediaNumber> mediaNumbers(const MediaReport &media);

/// What shows that a link holds: "after 12 ms from 192.168.1.64:15060"; empty where nothing does yet.
QString linkProof(const MediaReport &media, MediaLink link);

/// "1920 \u00d7 1080"; these are empty where nothing tells it.
QString pictureSize(const MediaReport &media);
QString pictureRate(const MediaReport &media);
QString videoCodec(VideoCodec codec);
/// "0.12 %"
QString lossRatio(const RtpNumbers &rtp);
/// "2,048 kbit/s"
QString bitRate(double bitsPerSecond);

} // namespace gb::wording
