#pragma once
#include <QByteArray>

#include <memory>

namespace gb {

/// The bytes of a picture that somebody wants to look at. All of a process together are bounded, so that many orders
/// are no danger. Any thread.
class PictureBytes
{
public:
    static constexpr qint64 mostOfOne = 10'000'000, mostOfAll = 96'000'000; ///< bytes

    /// Null: there is no room for it, or it is too large.
    static std::shared_ptr<const PictureBytes> keep(const QByteArray &octets);
    ~PictureBytes();
    PictureBytes(const PictureBytes &) = delete;
    PictureBytes &operator=(const PictureBytes &) = delete;

    const QByteArray &octets() const { return m_octets; }

private:
    explicit PictureBytes(const QByteArray &octets)
        : m_octets(octets)
    {
    }

    const QByteArray m_octets;
};

} // namespace gb
