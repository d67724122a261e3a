#include "core/simulator/devicepictures.h"

#include <QFile>

#include <algorithm>

namespace gb {
namespace {

constexpr qsizetype largeOctets = 11'000'000; ///< more than any platform takes for one picture

QByteArray bodyOf(SnapshotOrder::What what)
{
    if (what == SnapshotOrder::What::Text)
        return "<html><body>no picture</body></html>";
    QFile file(QStringLiteral(":/simulator/clips/snapshot.jpg"));
    QByteArray picture = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    if (what == SnapshotOrder::What::Large)
        picture.resize(largeOctets, '\0');
    return picture;
}

} // namespace

void DevicePictures::add(const SnapshotOrder &order, TimePoint now)
{
    if (m_orders.size() < maxOrders)
        m_orders.push_back({.order = order, .at = now + look}); // its Response goes first
}

TimePoint DevicePictures::deadline() const
{
    TimePoint first = never;
    for (const Order &one : m_orders)
        first = std::min(first, one.at);
    return first;
}

void DevicePictures::advance(TimePoint now)
{
    m_orders.remove_if([&](Order &one) { return one.at <= now && !proceed(one, now); });
}

/// False: it is over.
bool DevicePictures::proceed(Order &one, TimePoint now)
{
    if (one.line) {
        const PictureLine::State state = one.line->state();
        if (state == PictureLine::State::Sending && now < one.patience) {
            one.at = now + look;
            return true;
        }
        one.line.reset();
        if (state == PictureLine::State::Taken)
            one.fileIds.append(one.fileId);
        one.at = now + one.order.interval;
        if (one.taken < one.order.number)
            return true;
    }
    if (one.taken < one.order.number) {
        shoot(one, now);
        return true;
    }
    finish(one, now);
    return false;
}

/// Its name: the device's ID, 02, the time, a serial.
void DevicePictures::shoot(Order &one, TimePoint now)
{
    ++one.taken;
    QString time = m_model.timeText(now);
    time.removeIf([](QChar c) { return !c.isDigit(); });
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
    one.fileId = one.order.deviceId + QStringLiteral("02%1%2").arg(time).arg(ms, 3, 10, QLatin1Char('0'))
        + QString::number(one.taken).rightJustified(2, u'0');
    one.patience = now + patience;
    one.at = now + look;
    if (m_lines && one.order.what != SnapshotOrder::What::None)
        one.line = m_lines->upload(one.order.url, bodyOf(one.order.what), one.fileId + QStringLiteral(".jpg"));
}

void DevicePictures::finish(const Order &one, TimePoint now)
{
    if (!one.order.tells)
        return;
    XmlElement list("SnapShotList", QList<XmlElement>());
    for (const QString &id : one.fileIds)
        list.children << XmlElement{"SnapShotFileID", id};
    QString session = one.order.session;
    if (one.order.foreignSession)
        std::reverse(session.begin(), session.end());
    m_mailbox.add(XmlElement("Notify",
                      QList<XmlElement>{{"CmdType", "UploadSnapShotFinished"}, {"SN", ++m_sn},
                          {"DeviceID", one.order.deviceId}, {"SessionID", session}, list}),
        now);
}

} // namespace gb
