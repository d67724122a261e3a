#include "core/capture/streams/unwrapper.h"

#include <QtEndian>

namespace gb::streams {
namespace {

constexpr std::shared_ptr<Unwrapper> (*everyone[])(const QByteArray &) = {hepStream, webSocket};

} // namespace

std::shared_ptr<Unwrapper> unwrapperFor(const QByteArray &octets)
{
    for (const auto make : everyone) {
        if (auto unwrapper = make(octets))
            return unwrapper;
    }
    return nullptr;
}

bool isTls(const QByteArray &octets)
{
    constexpr int header = 5, changeCipher = 20, applicationData = 23, most = 16384 + 2048;
    if (octets.size() < header)
        return false;
    const int kind = static_cast<uchar>(octets[0]), minor = static_cast<uchar>(octets[2]);
    const int size = qFromBigEndian<quint16>(octets.constData() + 3);
    return kind >= changeCipher && kind <= applicationData && octets[1] == 3 && minor <= 4 && size > 0 && size <= most;
}

} // namespace gb::streams
