#pragma once
#include "core/base/clock.h"

#include <QString>

#include <optional>
#include <string_view>

namespace gb {

/// Places of a capture file that could not be read, and behind which it was read on.
struct Holes
{
    quint64 count = 0;
    qint64 bytes = 0;
    qint64 firstOffset = 0; ///< in the file, or in what is in it where it is compressed
    qint64 firstBytes = 0;
    QString firstWhy;

    void add(qint64 offset, qint64 size, const QString &why);
    /// Empty where there are none.
    QString text() const;
};

/**
 * Looks for the next record of pcap or snoop, or block of pcapng, behind damage. Pure; work is linear in the octets
 * that are looked at. One is taken for real where its fields are plausible and another such, or the end of the file,
 * follows.
 */
struct Resync
{
    static constexpr std::size_t window = 1024 * 1024;  ///< octets that are looked at at once
    static constexpr std::size_t maxBlock = 512 * 1024; ///< octets; a longer block is not found

    bool isPcapng = false;
    bool isSnoop = false;
    bool isBigEndian = false;
    std::size_t recordHeader = 16; ///< octets
    std::optional<quint32> last;   ///< of pcap: seconds of the last packet that was read

    /// Where in `octets` one begins; nothing: in none of the first `octets.size() - reach()`. `isEnd`: the file ends
    /// with them.
    std::optional<std::size_t> find(std::string_view octets, bool isEnd) const;
    /// Two records, or as many as there are, begin where the octets do.
    bool begin(std::string_view octets) const;
    /// Octets ahead that are needed to tell.
    std::size_t reach() const;
    /// As a transfer in text mode leaves them: no LF without a CR, and CR CR LF. Of at least 8 of them.
    static bool looksLikeTextMode(std::string_view octets);
    static QString textModeHint();

private:
    std::optional<std::size_t> sizeOf(std::string_view octets) const;
    std::optional<std::size_t> recordAt(std::string_view octets) const;
    std::optional<std::size_t> snoopAt(std::string_view octets) const;
    bool isNear(quint32 seconds) const;
    std::optional<std::size_t> blockAt(std::string_view octets) const;
    quint32 number(std::string_view octets, std::size_t at) const;
};

} // namespace gb
