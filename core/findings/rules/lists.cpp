#include "core/findings/rules/rules.h"

#include <array>

namespace gb::rules {
namespace {

enum class Of : quint8 {
    Register,
    RegisterCopy,
    RegisterAnswer,
    Beat,
    BeatCopy,
    BeatAnswer,
    Body,
    InviteAnswer,
    ByeAnswer
};

struct Entry
{
    Of of;
    RuleFunction rule;
};

#define GBSCOPE_RULE(of, name) {Of::of, name},
#define GBSCOPE_FOUND(of, name, code) GBSCOPE_RULE(of, name)
constexpr Entry all[] = {
#include "core/findings/rules/all.h"
};
#undef GBSCOPE_RULE
#undef GBSCOPE_FOUND

constexpr std::size_t count(Of of)
{
    std::size_t out = 0;
    for (const Entry &one : all)
        out += one.of == of ? 1 : 0;
    return out;
}

template<Of of>
constexpr auto listOf()
{
    std::array<RuleFunction, count(of)> out{};
    std::size_t at = 0;
    for (const Entry &one : all) {
        if (one.of == of)
            out[at++] = one.rule;
    }
    return out;
}

template<Of of>
constexpr auto list = listOf<of>();

} // namespace

const std::span<const RuleFunction> ofRegister{list<Of::Register>}, ofRegisterCopy{list<Of::RegisterCopy>},
    ofRegisterAnswer{list<Of::RegisterAnswer>}, ofBeat{list<Of::Beat>}, ofBeatCopy{list<Of::BeatCopy>},
    ofBeatAnswer{list<Of::BeatAnswer>}, ofBody{list<Of::Body>}, ofInviteAnswer{list<Of::InviteAnswer>},
    ofByeAnswer{list<Of::ByeAnswer>};

} // namespace gb::rules
