#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace gb::redaction {

/// What must go from the value of an Authorization header.
struct Cut
{
    std::size_t from = 0, to = 0;
    bool quoted = false; ///< a parameter's value; else a token behind the scheme, with the blank ahead of it
};

/**
 * Values of secret parameters, what is no parameter (token68 of RFC 9110 §11.4), and what follows the schemes Basic and
 * Bearer. Nothing where it cannot be told for sure what is a value and what is not: one reader's quote is another one's
 * text. `behind` a bare CR stands another header, or the rest of this one.
 */
std::optional<std::vector<Cut>> credentialCuts(std::string_view value, bool behind);

} // namespace gb::redaction
