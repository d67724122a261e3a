#include "core/capture/hep.h"
#include "core/capture/streams/unwrapper.h"

#include <QtEndian>

namespace gb::streams {
namespace {

/// Packets of HEP 3, one behind the other; each is given out as it is.
class HepStream : public Unwrapper
{
public:
    bool take(const Datagram &piece, std::deque<Datagram> &out) override
    {
        constexpr qsizetype header = 6;
        m_buffer += piece.octets;
        qsizetype at = 0;
        bool good = true;
        while (m_buffer.size() - at >= header) {
            const QByteArray rest = QByteArray::fromRawData(m_buffer.constData() + at, m_buffer.size() - at);
            good = hep::isPacket(rest);
            const qsizetype size = qFromBigEndian<quint16>(rest.constData() + 4);
            if (!good || rest.size() < size)
                break;
            out.push_back(piece);
            out.back().octets = m_buffer.mid(at, size);
            at += size;
        }
        m_buffer.remove(0, at);
        return good;
    }

private:
    QByteArray m_buffer; ///< less than a packet, and a piece
};

} // namespace

std::shared_ptr<Unwrapper> hepStream(const QByteArray &octets)
{
    return hep::isPacket(octets) ? std::make_shared<HepStream>() : nullptr;
}

} // namespace gb::streams
