#include "core/message/gbtime.h"

#include "core/message/siphead.h"

#include <array>
#include <charconv>

namespace gb {
namespace {

constexpr std::size_t most = 40;
constexpr std::chrono::hours beijing{8}; // GB/T 28181-2022 9.10.3

/// Takes what it expects off the front of a text; once something is missing, it stays wrong.
class Cutter
{
public:
    explicit Cutter(std::string_view text)
        : m_rest(text)
    {
    }

    int number(std::size_t digits)
    {
        int value = 0;
        const auto [end, error] = std::from_chars(
            m_rest.data(), m_rest.data() + std::min(digits, m_rest.size()), value);
        m_ok = m_ok && error == std::errc() && value >= 0;
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return value;
    }
    bool skip(char c)
    {
        const bool there = m_rest.starts_with(c);
        m_rest.remove_prefix(there ? 1 : 0);
        return there;
    }
    void want(char c) { m_ok = skip(c) && m_ok; }
    std::string_view word(std::size_t letters)
    {
        const std::string_view out = m_rest.substr(0, letters);
        m_rest.remove_prefix(out.size());
        return out;
    }
    std::string_view rest() const { return m_rest; }
    bool ok() const { return m_ok; }
    void fail() { m_ok = false; }

private:
    std::string_view m_rest;
    bool m_ok = true;
};

struct Clockface
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;

    std::optional<TimePoint> utc() const
    {
        using namespace std::chrono;
        const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
            std::chrono::day(static_cast<unsigned>(day))};
        if (!date.ok() || year < 1970 || year > 9999 || hour > 23 || minute > 59 || second > 60)
            return std::nullopt;
        return TimePoint(sys_days(date)) + hours(hour) + minutes(minute) + seconds(second);
    }
};

void readTimeOfDay(Cutter &cutter, Clockface &face)
{
    face.hour = cutter.number(2);
    cutter.want(':');
    face.minute = cutter.number(2);
    cutter.want(':');
    face.second = cutter.number(2);
}

/// What stands behind the point, of which microseconds count.
Duration readFraction(Cutter &cutter)
{
    Duration fraction{0};
    Duration unit{100'000};
    if (!cutter.skip('.'))
        return fraction;
    while (!cutter.rest().empty() && cutter.rest().front() >= '0' && cutter.rest().front() <= '9') {
        fraction += unit * cutter.number(1);
        unit /= 10;
    }
    return fraction;
}

std::optional<Duration> readZone(Cutter &cutter)
{
    if (cutter.skip('Z') || cutter.skip('z'))
        return Duration::zero();
    const bool west = cutter.rest().starts_with('-');
    if (!cutter.skip('+') && !cutter.skip('-'))
        return std::nullopt;
    const int hours = cutter.number(2);
    cutter.skip(':');
    const int minutes = cutter.rest().empty() ? 0 : cutter.number(2);
    if (hours > 14 || minutes > 59)
        cutter.fail();
    const Duration zone = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return west ? -zone : zone;
}

/// `Sat, 13 Nov 2010 23:29:00 GMT`
std::optional<GbTime> parseSipDate(std::string_view text)
{
    constexpr std::array<std::string_view, 12> months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    Cutter cutter(text);
    Clockface face;
    cutter.word(3);
    cutter.want(',');
    cutter.want(' ');
    face.day = cutter.number(2);
    cutter.want(' ');
    const std::string_view word = cutter.word(3);
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (equalsNoCase(word, months[i]))
            face.month = static_cast<int>(i) + 1;
    }
    cutter.want(' ');
    face.year = cutter.number(4);
    cutter.want(' ');
    readTimeOfDay(cutter, face);
    const auto at = face.utc();
    if (!cutter.ok() || trimmed(cutter.rest()) != "GMT" || !at)
        return std::nullopt;
    return GbTime{*at, true};
}

} // namespace

std::optional<GbTime> parseGbTime(std::string_view text)
{
    text = trimmed(text);
    if (text.empty() || text.size() > most)
        return std::nullopt;
    if (text.front() < '0' || text.front() > '9')
        return parseSipDate(text);
    Cutter cutter(text);
    Clockface face;
    face.year = cutter.number(4);
    cutter.want('-');
    face.month = cutter.number(2);
    cutter.want('-');
    face.day = cutter.number(2);
    if (!cutter.skip('T'))
        cutter.want(' ');
    readTimeOfDay(cutter, face);
    const Duration fraction = readFraction(cutter);
    const auto zone = readZone(cutter);
    const auto at = face.utc();
    if (!cutter.ok() || !cutter.rest().empty() || !at)
        return std::nullopt;
    return GbTime{*at + fraction - zone.value_or(beijing), zone.has_value()};
}

} // namespace gb
