#pragma once
#include "core/message/siphead.h"

#include <array>
#include <memory>

namespace gb {

/**
 * Reads heads, and remembers how they are laid out. A network's heads are those of a few programs: the same lines in
 * the same order, which differ in the letters and digits of some values. Where a head's marks stand as they did in one
 * that was read before and it differs in nothing else, that one's views are moved to it and only its numbers are read,
 * with a fifth of the instructions. What comes out is what scanHead() says, of any octets. Memory is bounded, below 2
 * MiB. For one thread.
 */
class HeadLayouts
{
public:
    static constexpr std::size_t maxHead = 2048; ///< octets; longer ones are read as if they were the first

    HeadLayouts();
    ~HeadLayouts();
    HeadLayouts(HeadLayouts &&) noexcept;
    HeadLayouts &operator=(HeadLayouts &&) noexcept;

    /// `octets` must outlive the result.
    void scan(std::string_view octets, SipHead &head);
    /// Heads that had a layout which was known.
    std::uint64_t recognised() const { return m_recognised; }

private:
    struct Layout;

    bool recognise(const Layout &layout, std::string_view octets, SipHead &head);

    std::unique_ptr<Layout[]> m_layouts;
    std::array<std::uint8_t, 1024> m_guesses{}; ///< the layout of the last message of a size that began alike: what is
                                                ///< sent on and on is known without a look at its marks
    std::uint64_t m_recognised = 0;
};

} // namespace gb
