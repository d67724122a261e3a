#pragma once
#include "core/base/ipaddress.h"
#include "core/client/ask.h"

#include <memory>

namespace gb {

/// Where the pictures of one order are to be uploaded.
struct PicturePlace
{
    IpAddress local;    ///< to bind
    IpAddress device;   ///< whoever else is refused there without naming the path is a stranger
    QString save;       ///< folder; empty: nothing is written
    bool looks = false; ///< bytes of the pictures come with the news
    QString name;       ///< that names of files there begin with: ours
};

/// What became of it.
struct PictureNews
{
    enum class Kind : quint8 {
        Opened,     ///< `url`
        Failed,     ///< `detail` says why
        Picture,    ///< or what is none; `detail`: why it was not saved, where it was to be
        Session,    ///< a field SessionID of a form: `detail`
        Refused,    ///< an upload, by `status` of HTTP
        Unfinished, ///< the uploader went when `octets` had come
        Strangers,  ///< `count` requests of others were refused
        Dropped,    ///< `count` news that found no place
    };
    Kind kind = Kind::Opened;
    QString url, detail;
    AskPicture picture;
    QString from;
    int status = 0;
    qint64 octets = 0;
    int count = 0;
};

/// Uploads of one order; gone with it, the port is closed.
class PicturePort
{
public:
    static constexpr std::size_t maxNews = 200; ///< that wait; what is over is dropped and counted

    virtual ~PicturePort() = default;
    /// What is new, in its order. Never waits.
    virtual QList<PictureNews> take() = 0;
    /// An upload is on its way. Never waits.
    virtual bool isReceiving() const = 0;
};

class PicturePorts
{
public:
    virtual ~PicturePorts() = default;
    /// Never waits: Opened or Failed is the first news.
    virtual std::unique_ptr<PicturePort> open(const PicturePlace &place) = 0;
};

} // namespace gb
