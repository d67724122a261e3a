#pragma once
#include "tests/support/healthysite.h"

/// What captures suffer: each is the record's fault, and nobody else's.
namespace gb::test {

/// One way to damage a capture; `amount` as `text` says.
struct Damage
{
    enum Kind {
        None,
        Drop,
        Hole,
        OneDirection,
        SnapLength,
        Reorder,
        Duplicate,
        OffsetClock,
        ClockStep,
        CutFile,
        Count
    };
    Kind kind = None;
    int amount = 0;
    int where = 0; ///< second, or device

    QByteArray text() const
    {
        constexpr const char *names[] = {"whole", "drop %", "hole of s", "one direction", "snap length", "reorder ms",
            "duplicate %", "offset of one direction ms", "clock step s", "cut file %"};
        return QByteArray(names[kind]) + ' ' + QByteArray::number(amount) + " at " + QByteArray::number(where);
    }
};

/// Chosen by a seed: the same ones for the same seed.
inline Damage damageOf(std::mt19937 &random)
{
    const auto pick = [&](std::initializer_list<int> of) {
        return *(of.begin() + static_cast<std::ptrdiff_t>(random() % of.size()));
    };
    const auto kind = static_cast<Damage::Kind>(1 + random() % (Damage::Count - 1));
    const int where = static_cast<int>(random() % 900);
    switch (kind) {
    case Damage::Drop: return {kind, pick({1, 5, 20, 50}), 0};
    case Damage::Hole: return {kind, pick({5, 40, 150, 400}), where};
    case Damage::OneDirection: return {kind, pick({0, 1}), pick({-1, 7})};
    case Damage::SnapLength: return {kind, pick({96, 200, 400, 600}), 0};
    case Damage::Reorder: return {kind, pick({1, 50, 2000}), 0};
    case Damage::Duplicate: return {kind, pick({5, 100}), 0};
    case Damage::OffsetClock: return {kind, pick({-5000, -300, -20, 20, 300, 5000}), 0};
    case Damage::ClockStep: return {kind, pick({-300, -20, 20, 300}), where};
    case Damage::CutFile: return {kind, pick({10, 50, 90}), 0};
    case Damage::None:
    case Damage::Count: break;
    }
    return {};
}

inline std::vector<SeenPacket> damaged(std::vector<SeenPacket> packets, const Damage &damage, std::mt19937 &random)
{
    const auto chance = [&](int percent) { return static_cast<int>(random() % 100) < percent; };
    const Duration from = std::chrono::seconds(damage.where);
    switch (damage.kind) {
    case Damage::Drop: std::erase_if(packets, [&](const auto &) { return chance(damage.amount); }); break;
    case Damage::Hole:
        std::erase_if(packets, [&](const SeenPacket &one) {
            return one.at >= from && one.at < from + std::chrono::seconds(damage.amount);
        });
        break;
    case Damage::OneDirection: // of all, or of one device
        std::erase_if(packets, [&](const SeenPacket &one) {
            return one.fromDevice == (damage.amount == 1) && (damage.where < 0 || one.device == damage.where);
        });
        break;
    case Damage::Reorder: {
        std::vector<std::pair<Duration, std::size_t>> order;
        for (std::size_t i = 0; i < packets.size(); ++i)
            order.emplace_back(
                packets[i].at + std::chrono::milliseconds(random() % static_cast<quint32>(damage.amount + 1)), i);
        std::sort(order.begin(), order.end());
        std::vector<SeenPacket> out;
        for (const auto &[at, place] : order)
            out.push_back(packets[place]);
        return out; // with the times that they had: the file is out of order
    }
    case Damage::Duplicate: {
        std::vector<SeenPacket> out;
        for (const SeenPacket &one : packets) {
            out.push_back(one);
            if (chance(damage.amount)) {
                out.push_back(one);
                out.back().at += std::chrono::microseconds(30);
            }
        }
        return out;
    }
    case Damage::OffsetClock: // two captures put together whose clocks disagree
        for (SeenPacket &one : packets)
            one.at += one.fromDevice ? Duration{} : Duration(std::chrono::milliseconds(damage.amount));
        std::stable_sort(packets.begin(), packets.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
        break;
    case Damage::ClockStep:
        for (SeenPacket &one : packets)
            one.at += one.at >= from ? Duration(std::chrono::seconds(damage.amount)) : Duration{};
        break;
    case Damage::SnapLength:
    case Damage::CutFile:
    case Damage::None:
    case Damage::Count: break;
    }
    return packets;
}

/// As a pcap file; of each packet at most `snap` bytes.
inline QByteArray pcapOf(const std::vector<SeenPacket> &packets, qsizetype snap = 65'535)
{
    QByteArray out = pcapHeader(1);
    for (const SeenPacket &one : packets) {
        QByteArray record = pcapRecord(one.at + std::chrono::hours(1), one.octets.left(snap));
        record.replace(12, 4, little32(static_cast<quint32>(one.octets.size())));
        out += record;
    }
    return out;
}

} // namespace gb::test
