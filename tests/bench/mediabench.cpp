#include "core/media/mediachain.h"
#include "tests/support/mediastreams.h"

#include <chrono>
#include <cstdio>
#include <ctime>

using namespace gb;

/// How many bits of media a second one core judges: mediabench [SECONDS]
int main(int argc, char **argv)
{
    const double wanted = argc > 1 ? std::atof(argv[1]) : 3;
    for (const auto codec : {test::media::Codec::H264, test::media::Codec::H265}) {
        test::media::Habits habits;
        habits.codec = codec;
        habits.keySize = 90'000;
        habits.size = 9'000; // some 2 Mbit/s
        habits.audioType = 0x90;
        habits.audio = QByteArray(320, '\x2A');
        const auto packets = test::media::stream(habits, 500, 0);
        const Endpoint from{IpAddress(0x0a000002), 15'060}, to{IpAddress(0x0a000001), 30'000};
        double octets = 0;
        quint64 streams = 0;
        const std::clock_t begun = std::clock();
        const auto spent = [begun] { return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC; };
        while (spent() < wanted) {
            MediaChain chain;
            for (const auto &packet : packets) {
                chain.packet(test::media::view(packet.octets), packet.at, from, to);
                octets += static_cast<double>(packet.octets.size());
            }
            ++streams;
            if (chain.report().stream.video.pictures != 500)
                return 1;
        }
        std::printf("%s: %.2f Gbit/s of CPU time, %.0f packets/ms\n",
            codec == test::media::Codec::H264 ? "H.264" : "H.265", octets * 8 / spent() / 1e9,
            static_cast<double>(streams) * static_cast<double>(packets.size()) / spent() / 1000);
    }
}
