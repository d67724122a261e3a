#include "core/media/videoreader.h"

#include <algorithm>
#include <cstring>

namespace gb {
namespace {

constexpr std::size_t sliceHead = 16; ///< octets that show what matters of a slice

bool canBeH264(std::string_view nal)
{
    const auto first = static_cast<quint8>(nal[0]);
    const int type = first & 0x1F, importance = first >> 5 & 3;
    if (first & 0x80)
        return false;
    if (type == 5 || type == 7 || type == 8)
        return importance != 0;
    return type == 1 || ((type == 6 || type == 9) && importance == 0);
}

bool canBeH265(std::string_view nal)
{
    if (nal.size() < 2)
        return false;
    const auto first = static_cast<quint8>(nal[0]), second = static_cast<quint8>(nal[1]);
    const int type = first >> 1;
    return (first & 0x81) == 0 && second >= 1 && second <= 7
        && (type <= 9 || (type >= 16 && type <= 21) || (type >= 32 && type <= 40));
}

} // namespace

VideoReader::News VideoReader::take(std::string_view octets)
{
    News news;
    std::size_t begin = 0;
    for (std::size_t from = 0; from < octets.size();) {
        const void *const found = std::memchr(octets.data() + from, 1, octets.size() - from);
        if (!found)
            break;
        const auto one = static_cast<std::size_t>(static_cast<const char *>(found) - octets.data());
        from = one + 1;
        const bool starts = one >= 2 ? octets[one - 1] == 0 && octets[one - 2] == 0
            : one == 1               ? octets[0] == 0 && m_zeros >= 1
                                     : m_zeros >= 2;
        if (!starts)
            continue;
        if (one >= 2 + begin)
            append(octets.substr(begin, one - 2 - begin), news);
        endNal(news);
        m_inNal = true;
        begin = from;
    }
    append(octets.substr(begin), news);
    const std::size_t last = octets.find_last_not_of('\0');
    const std::size_t zeros = last == std::string_view::npos ? octets.size() + static_cast<std::size_t>(m_zeros)
                                                             : octets.size() - 1 - last;
    m_zeros = static_cast<int>(std::min<std::size_t>(zeros, 2));
    return news;
}

/// Zeros wait until something follows them: they may belong to the next start code.
void VideoReader::append(std::string_view octets, News &news)
{
    if (!m_inNal || m_counted)
        return;
    const std::size_t end = octets.find_last_not_of('\0') + 1; // npos + 1 == 0
    if (end > 0) {
        m_nal.append(std::min(m_waitingZeros, maxKept - m_nal.size()), '\0');
        m_nal.append(octets.substr(0, std::min(end, maxKept - m_nal.size())));
        m_waitingZeros = 0;
    }
    m_waitingZeros = std::min(m_waitingZeros + octets.size() - end, maxKept);
    const bool slice = m_nal.size() >= sliceHead && isSliceSoFar();
    if (slice || m_nal.size() == maxKept) {
        m_counted = true;
        count(std::string_view(m_nal).substr(0, slice ? sliceHead : maxKept), news);
    }
}

bool VideoReader::isSliceSoFar() const
{
    const NalKind kind = nalKind(m_codec, m_nal);
    return kind == NalKind::Slice || kind == NalKind::KeySlice;
}

void VideoReader::endNal(News &news)
{
    if (m_inNal && !m_counted)
        count(m_nal, news);
    leaveNal();
}

void VideoReader::leaveNal()
{
    m_inNal = m_counted = false;
    m_nal.clear();
    m_waitingZeros = 0;
}

void VideoReader::gap()
{
    leaveNal();
    m_zeros = 0;
}

VideoReader::News VideoReader::finish()
{
    News news;
    endNal(news);
    return news;
}

VideoReader::News VideoReader::takeNal(std::string_view nal)
{
    News news;
    count(nal.substr(0, maxKept), news);
    return news;
}

void VideoReader::count(std::string_view nal, News &news)
{
    if (nal.empty())
        return;
    const bool forbidden = nal[0] & 0x80;
    ++m_undecided.nals;
    m_undecided.forbidden += forbidden;
    if (m_codec == VideoCodec::Unknown)
        vote(nal);
    const bool told264 = countAs(VideoCodec::H264, nal, news), told265 = countAs(VideoCodec::H265, nal, news);
    if (told264)
        decide(VideoCodec::H264, news);
    else if (told265)
        decide(VideoCodec::H265, news);
    else if (m_codec == VideoCodec::Unknown && std::abs(m_votes) >= minVotes)
        decide(m_votes > 0 ? VideoCodec::H264 : VideoCodec::H265, news);
}

/// True: it can be nothing else.
bool VideoReader::countAs(VideoCodec codec, std::string_view nal, News &news)
{
    VideoNumbers &numbers = of(codec);
    ++numbers.nals;
    numbers.forbidden += (nal[0] & 0x80) != 0;
    const NalKind kind = nalKind(codec, nal);
    const bool known = codec == m_codec;
    switch (kind) {
    case NalKind::Sps: news.sets |= known; return takeSps(nal);
    case NalKind::Pps: ++numbers.ppsCount; return false;
    case NalKind::Vps: ++numbers.vpsCount; return isH265Vps(nal);
    case NalKind::Slice:
    case NalKind::KeySlice: break;
    default: return false;
    }
    ++numbers.slices;
    if (!beginsPicture(codec, nal))
        return false;
    ++numbers.pictures;
    news.picture |= known;
    if (kind == NalKind::KeySlice) {
        news.keyFrame |= known;
        numbers.keyWithoutSets += numbers.spsCount == 0;
        if (numbers.keyFrames++ > 0) {
            const quint64 gop = numbers.picturesSinceKey + 1;
            numbers.longestGop = std::max(numbers.longestGop, gop);
            numbers.shortestGop = numbers.shortestGop ? std::min(numbers.shortestGop, gop) : gop;
        }
        numbers.picturesSinceKey = 0;
    } else {
        ++numbers.picturesSinceKey;
        numbers.intraPictures += codec == VideoCodec::H264 && isIntraSlice(nal);
    }
    return false;
}

bool VideoReader::takeSps(std::string_view nal)
{
    const auto format = (nal[0] & 0x9F) == 7 ? readH264Sps(nal) : readH265Sps(nal);
    VideoNumbers &numbers = of((nal[0] & 0x9F) == 7 ? VideoCodec::H264 : VideoCodec::H265);
    if (!format) {
        ++numbers.unreadableSps;
        return false;
    }
    ++numbers.spsCount;
    numbers.formatChanges += numbers.format && *numbers.format != *format;
    numbers.format = format;
    return true;
}

void VideoReader::vote(std::string_view nal)
{
    const bool h264 = canBeH264(nal), h265 = canBeH265(nal);
    if (h264 != h265)
        m_votes += h264 ? 1 : -1;
}

void VideoReader::decide(VideoCodec codec, News &news)
{
    if (codec == m_codec)
        return;
    m_codec = codec;
    VideoNumbers &numbers = of(codec);
    numbers.codec = codec;
    news.sets |= numbers.spsCount > 0;
    news.keyFrame |= numbers.keyFrames > 0;
    news.picture |= numbers.pictures > 0;
}

} // namespace gb
