#pragma once
#include <QByteArray>
#include <QString>

#include <memory>

namespace gb {

/// One upload of a picture; gone with it, it ends.
class PictureLine
{
public:
    enum class State : quint8 { Sending, Taken, Failed };
    virtual ~PictureLine() = default;
    virtual State state() const = 0;
};

/// Who has the sockets. Never blocks.
class PictureLines
{
public:
    virtual ~PictureLines() = default;
    /// By POST, as a form. Null: the URL leads elsewhere than to the device's server, or too many are open.
    virtual std::unique_ptr<PictureLine> upload(const QString &url, const QByteArray &body, const QString &fileName)
        = 0;
};

} // namespace gb
