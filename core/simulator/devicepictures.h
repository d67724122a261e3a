#pragma once
#include "core/simulator/mailbox.h"
#include "core/simulator/pictureline.h"

#include <list>

namespace gb {

/// Orders to take pictures, GB/T 28181-2022 9.14: a picture each Interval goes to the order's URL, then
/// UploadSnapShotFinished names those that were taken. A machine without sockets and clocks.
class DevicePictures
{
public:
    static constexpr std::size_t maxOrders = 4;           ///< those over it are not carried out
    static constexpr std::chrono::milliseconds look{100}; ///< between two looks at an upload
    static constexpr std::chrono::seconds patience{20};   ///< for an upload

    DevicePictures(const DeviceModel &model, Mailbox &mailbox, PictureLines *lines)
        : m_model(model)
        , m_mailbox(mailbox)
        , m_lines(lines)
    {
    }

    void add(const SnapshotOrder &order, TimePoint now);
    void clear() { m_orders.clear(); }
    void advance(TimePoint now);
    TimePoint deadline() const;

private:
    struct Order
    {
        SnapshotOrder order;
        int taken = 0;
        TimePoint at{}; ///< the next picture, or the next look
        TimePoint patience{};
        QString fileId;
        std::unique_ptr<PictureLine> line;
        QStringList fileIds; ///< of what was uploaded
    };

    bool proceed(Order &one, TimePoint now);
    void shoot(Order &one, TimePoint now);
    void finish(const Order &one, TimePoint now);

    const DeviceModel &m_model;
    Mailbox &m_mailbox;
    PictureLines *const m_lines;
    std::list<Order> m_orders;
    qint64 m_sn = 0;
};

} // namespace gb
