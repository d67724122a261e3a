#include "core/capture/hep.h"
#include "core/capture/streams/unwrapper.h"

namespace gb::streams {
namespace {

/// Packets of HEP 3, one behind the other; each is given out as it is.
class HepStream : public Unwrapper
{
public:
    bool take(const Datagram &piece, std::deque<Datagram> &out) override
    {
        std::deque<QByteArray> packets;
        const bool good = m_framer.take(piece.octets, packets);
        for (QByteArray &octets : packets) {
            out.push_back(piece);
            out.back().octets = std::move(octets);
        }
        return good;
    }

private:
    hep::Framer m_framer;
};

} // namespace

std::shared_ptr<Unwrapper> hepStream(const QByteArray &octets)
{
    return hep::isPacket(octets) ? std::make_shared<HepStream>() : nullptr;
}

} // namespace gb::streams
