#pragma once
#include "core/base/ipaddress.h"
#include "core/simulator/pictureline.h"

namespace gb {

/// Uploads by HTTP, in the thread that made it. An order names any URL; only one of the server's own address is
/// followed, by its number: nobody is looked up, and nobody else gets anything. At most `maxLines` at once.
class PictureUploads final : public PictureLines
{
public:
    static constexpr int maxLines = 64;

    explicit PictureUploads(const IpAddress &server)
        : m_server(server)
    {
    }
    std::unique_ptr<PictureLine> upload(const QString &url, const QByteArray &body, const QString &fileName) override;

private:
    class Line;

    const IpAddress m_server;
    std::shared_ptr<int> m_open = std::make_shared<int>(0);
};

} // namespace gb
