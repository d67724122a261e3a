#include "core/client/snapshot/pictureinfo.h"
#include "core/net/formparts.h"
#include "core/net/httpreader.h"
#include "tests/fuzz/harness.h"

#include <random>

namespace gb::fuzz {
namespace {

constexpr HttpReader::Limits limits{.head = 512, .body = 4096};

/// All that comes out; portions of 1 to `most` octets, 0: all at once.
QByteArray readBy(std::string_view octets, std::size_t most)
{
    std::minstd_rand random(static_cast<unsigned>(octets.size() + most));
    HttpReader reader(limits);
    QByteArray out;
    for (std::size_t at = 0; at < octets.size();) {
        const std::size_t size = most == 0 ? octets.size() : 1 + random() % most;
        reader.append(bytes(octets.substr(at, size)));
        at += size;
        for (HttpReader::Step step = reader.next(); step != HttpReader::Step::More; step = reader.next()) {
            if (step == HttpReader::Step::Refused) {
                require(reader.status() >= 400 && reader.status() < 600, "a refusal has a status");
                require(reader.held() == 0, "of what is refused nothing is kept");
                return out + QByteArray::number(reader.status());
            }
            if (step == HttpReader::Step::Head) {
                out += reader.head().method + ' ' + reader.head().path + ' ';
                continue;
            }
            const QByteArray body = reader.takeBody();
            require(body.size() <= limits.body, "a body is bounded");
            out += QByteArray::number(body.size()) + ' ' + body;
        }
        require(reader.held() <= limits.body + limits.head + static_cast<qsizetype>(size), "a reader holds little");
    }
    return out;
}

} // namespace

void upload(std::string_view octets)
{
    const QByteArray whole = readBy(octets, 0);
    require(readBy(octets, 1) == whole && readBy(octets, 40) == whole, "portions change nothing");
    const QByteArray body = bytes(octets);
    qsizetype size = 0;
    const QList<FormPart> parts = formParts("multipart/form-data; boundary=" + body.left(4), body);
    for (const FormPart &one : parts)
        size += one.body.size();
    require(parts.size() <= 16 && size <= body.size(), "a form has no more than its octets");
    for (const QByteArray &head : {QByteArray(), QByteArray("\xff\xd8\xff"), QByteArray("\x89PNG\r\n\x1a\n")}) {
        const AskPicture picture = pictureOf(head + body);
        const bool is = picture.format != AskPicture::Format::None;
        require(picture.octets == head.size() + body.size(), "a picture has the size of its octets");
        require(!is || (picture.width > 0 && picture.width <= 65'535 && picture.height > 0 && picture.height <= 65'535),
            "a picture has a size in pixels");
    }
}

} // namespace gb::fuzz
