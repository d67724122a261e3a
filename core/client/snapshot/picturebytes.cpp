#include "core/client/snapshot/picturebytes.h"

#include <atomic>

namespace gb {
namespace {

std::atomic<qint64> held = 0;

} // namespace

std::shared_ptr<const PictureBytes> PictureBytes::keep(const QByteArray &octets)
{
    if (octets.size() > mostOfOne)
        return {};
    if (held.fetch_add(octets.size()) + octets.size() <= mostOfAll)
        return std::shared_ptr<const PictureBytes>(new PictureBytes(octets));
    held -= octets.size();
    return {};
}

PictureBytes::~PictureBytes()
{
    held -= m_octets.size();
}

} // namespace gb
