#include "core/message/headlayouts.h"

#include "core/message/headscanner.h"
#include "core/message/siptext.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define GB_HEADLAYOUTS_SSE2
#endif

namespace gb {
namespace {

constexpr std::size_t places = 256, block = 16;
constexpr std::uint32_t bodyFaults = 1U << static_cast<unsigned>(HeadFault::BodyShort)
    | 1U << static_cast<unsigned>(HeadFault::BodyLong) | 1U << static_cast<unsigned>(HeadFault::ContentTypeMissing);

constexpr bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Every view of a head but the body's, which is read anew.
template<typename Do>
void forEachView(SipHead &head, Do act)
{
    const auto uri = [&](SipUri &one) { act(one.text), act(one.scheme), act(one.user), act(one.host); };
    const auto address = [&](SipAddress &one) {
        act(one.text), act(one.displayName), uri(one.uri), act(one.parameters), act(one.tag);
    };
    act(head.startLine), act(head.methodText), uri(head.requestUri), act(head.reason);
    act(head.via.text), act(head.via.transport), act(head.via.host), act(head.via.branch);
    address(head.from), address(head.to), address(head.contact);
    act(head.fromLine), act(head.toLine), act(head.callIdLine), act(head.cseqLine);
    act(head.callId), act(head.cseqMethod);
    act(head.contentType), act(head.userAgent), act(head.authorization), act(head.date), act(head.gbVersion),
        act(head.wwwAuthenticate), act(head.subject);
}

/// The digits of a port behind its host. Empty where there is none or it is written otherwise: then it has to be the
/// same in each head.
std::string_view portText(std::string_view host, std::optional<std::uint16_t> port, std::string_view octets)
{
    const auto at = host.empty() ? octets.size() : static_cast<std::size_t>(host.data() - octets.data()) + host.size();
    if (!port || at >= octets.size() || octets[at] != ':')
        return {};
    const auto first = octets.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    const std::string_view digits = octets.substr(at + 1,
        static_cast<std::size_t>(
            std::find_if_not(first, octets.end(), [](char c) { return c >= '0' && c <= '9'; }) - first));
    return siptext::toNumber<std::uint16_t>(digits) == port ? digits : std::string_view{};
}

} // namespace

struct HeadLayouts::Layout
{
    struct Place
    {
        std::size_t at = 0, size = 0;
        std::string_view in(std::string_view message) const { return message.substr(at, size); }
    };

    std::uint64_t key = 0, seen = 0; ///< hash of the marks; `seen`: that of the last one that was not recognised
    std::size_t end = 0;             ///< octets of the head; 0: nothing was learnt
    std::string octets, free;        ///< the head, and 0xff for each octet that may be another letter or digit
    SipHead head;                    ///< of `octets`
    Place cseq, expires, contentLength, viaPort, contactPort; ///< of what is empty in this layout the size is 0

    void learn(std::string_view from, std::size_t size, const SipHead &read, const HeadNotes &notes)
    {
        const auto place = [&](std::string_view part) {
            return part.empty() ? Place{} : Place{static_cast<std::size_t>(part.data() - from.data()), part.size()};
        };
        end = size;
        octets.assign(from.substr(0, size));
        free.assign(size, '\0');
        cseq = place(notes.cseq);
        expires = place(notes.expires);
        contentLength = place(notes.contentLength);
        viaPort = place(portText(read.via.host, read.via.port, from));
        contactPort = place(portText(read.contact.uri.host, read.contact.uri.port, from));
        const auto release = [this](const Place &part) {
            for (std::size_t at = part.at; at < part.at + part.size; ++at)
                free[at] = isAlnum(octets[at]) ? '\xff' : '\0';
        };
        for (const std::string_view value : notes.values)
            release(place(value));
        for (const Place &number : {cseq, expires, contentLength, viaPort, contactPort})
            release(number);
        head = read;
        move(head, from.data(), octets.data());
        head.body = {};
        head.bodyOctets = 0;
        head.faults = 0;
    }

    /// Whether the first `end` octets are the same but for letters and digits of values: then they are a head, with the
    /// same marks at the same places.
    bool fits(std::string_view other) const
    {
        std::size_t at = 0;
        for (; at + block <= end; at += block) {
            if (!blockFits(other.data() + at, at))
                return false;
        }
        return at == end
            || (end >= block ? blockFits(other.data() + end - block, end - block) : restFits(other.data(), 0, end));
    }

    /// False where a number is not what it has to be: then the head has to be read as if it were the first.
    bool read(std::string_view from, SipHead &into) const
    {
        const auto number = [from]<typename Number>(const Place &place, std::optional<Number> &value) {
            if (place.size > 0)
                value = siptext::toNumber<Number>(place.in(from));
            return value.has_value() || place.size == 0;
        };
        std::optional<std::uint32_t> sequence, seconds = head.expires;
        std::optional<std::uint64_t> length = head.contentLength;
        std::optional<std::uint16_t> via = head.via.port, contact = head.contact.uri.port;
        if (!number(cseq, sequence) || !number(expires, seconds) || !number(contentLength, length)
            || !number(viaPort, via) || !number(contactPort, contact))
            return false;
        if (!sequence || *sequence > 0x7fffffffU || contact.value_or(1) == 0)
            return false;
        into = head;
        move(into, octets.data(), from.data());
        into.cseq = *sequence;
        into.expires = seconds;
        into.contentLength = length;
        into.via.port = via;
        into.contact.uri.port = contact;
        into.bodyOctets = from.size() - end;
        readBody(from, into);
        return true;
    }

private:
    static void move(SipHead &which, const char *from, const char *to)
    {
        forEachView(which, [from, to](std::string_view &view) {
            if (view.data())
                view = {to + (view.data() - from), view.size()};
        });
        which.viaLines.move(to);
        which.contactLines.move(to);
        which.requireLines.move(to);
    }

    bool restFits(const char *other, std::size_t at, std::size_t to) const
    {
        for (; at < to; ++at, ++other) {
            if (*other != octets[at] && (free[at] == '\0' || !isAlnum(*other)))
                return false;
        }
        return true;
    }
#ifdef GB_HEADLAYOUTS_SSE2
    bool blockFits(const char *other, std::size_t at) const
    {
        const auto load = [](const char *place) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(place)); };
        // Neighbours become the least of the signed numbers, so that one comparison finds them all
        const auto within = [](__m128i all, char first, int count) {
            return _mm_cmplt_epi8(_mm_add_epi8(all, _mm_set1_epi8(static_cast<char>(0x80 - first))),
                _mm_set1_epi8(static_cast<char>(-0x80 + count)));
        };
        const __m128i all = load(other), small = _mm_or_si128(all, _mm_set1_epi8(0x20));
        const __m128i alnum = _mm_or_si128(within(all, '0', 10), within(small, 'a', 26));
        const __m128i same = _mm_cmpeq_epi8(all, load(octets.data() + at));
        return _mm_movemask_epi8(_mm_or_si128(same, _mm_and_si128(alnum, load(free.data() + at)))) == 0xffff;
    }
#else
    bool blockFits(const char *other, std::size_t at) const
    {
        return restFits(other, at, at + block);
    }
#endif
};

HeadLayouts::HeadLayouts() = default;
HeadLayouts::~HeadLayouts() = default;
HeadLayouts::HeadLayouts(HeadLayouts &&) noexcept = default;
HeadLayouts &HeadLayouts::operator=(HeadLayouts &&) noexcept = default;

/// By size and the octets that tell requests from each other and answers by their status.
static std::size_t guessOf(std::string_view octets)
{
    std::uint64_t start = 0;
    if (octets.size() < 4 + sizeof start)
        return 0;
    std::memcpy(&start, octets.data() + 4, sizeof start);
    return ((start ^ octets.size()) * 0x9e3779b97f4a7c15U) >> 54;
}

bool HeadLayouts::recognise(const Layout &layout, std::string_view octets, SipHead &head)
{
    const bool known = layout.end != 0 && octets.size() >= layout.end && octets.size() <= HeadLimits::datagram
        && layout.fits(octets) && layout.read(octets, head);
    m_recognised += known ? 1 : 0;
    return known;
}

void HeadLayouts::scan(std::string_view octets, SipHead &head)
{
    if (!m_layouts)
        m_layouts = std::make_unique<Layout[]>(places);
    std::uint8_t &guess = m_guesses[guessOf(octets)];
    if (recognise(m_layouts[guess], octets, head))
        return;
    const HeadMarks marks(octets);
    const std::size_t end = marks.headEnd();
    if (end == 0 || end > maxHead)
        return readHead(octets, marks, head, nullptr);
    const std::uint64_t key = marks.hash(end);
    Layout &layout = m_layouts[key % places];
    if (layout.key == key && recognise(layout, octets, head)) {
        guess = static_cast<std::uint8_t>(key % places);
        return;
    }
    HeadNotes notes;
    const bool again = std::exchange(layout.seen, key) == key; // a layout that is seen once is worth no work
    readHead(octets, marks, head, again ? &notes : nullptr);
    if (again && (head.faults & ~bodyFaults) == 0 && !head.contactStar && head.startLine.data() == octets.data()
        && head.bodyOctets == octets.size() - end) {
        layout.key = key;
        layout.learn(octets, end, head, notes);
    }
}

} // namespace gb
